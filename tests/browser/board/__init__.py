"""The centre's board in a real Chromium, against the built system."""
