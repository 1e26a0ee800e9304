"""Prints schemas/openapi.json, routes.json and routes.md: from what the routes say of themselves, and the schemas."""
