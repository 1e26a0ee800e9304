"""Generates schemas/openapi.json: from the registered routes, the table of who may use them, and the schemas."""
