"""The whole system on one machine, from template.yaml and the built artefact: `python -m tools.runner` (`make run`)."""
