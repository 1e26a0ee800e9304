"""What units send: revisions that are only ever added, and the state of each unit's day."""
