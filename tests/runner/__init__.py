"""The local runner, piece by piece and as a whole."""
