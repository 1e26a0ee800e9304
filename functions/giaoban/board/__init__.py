"""The centre's board: one day at a glance, and what coordinators decide about it."""
