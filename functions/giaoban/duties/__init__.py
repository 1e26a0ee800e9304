"""What the clock makes due, a portion at a time: the schedule names campaigns, a queue has each one's duties done."""
