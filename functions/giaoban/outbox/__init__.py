"""Messages to people, each at most once and never unwanted: what stands in the outbox, and how it leaves."""
