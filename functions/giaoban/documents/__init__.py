"""The documents of an edition, rendered once from its canonical JSON, and the e-mails that carry them to the leaders."""
