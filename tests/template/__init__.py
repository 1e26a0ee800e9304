"""template.yaml and iac/ against the design."""
