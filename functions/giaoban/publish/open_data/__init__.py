"""Open data: tables as CSV and JSON, every edition at an address of its own, a package that describes them."""
