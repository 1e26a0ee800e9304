"""The consolidated report of a day: drafted at any time, frozen as a numbered edition, never overwritten."""
