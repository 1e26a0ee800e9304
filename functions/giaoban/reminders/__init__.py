"""The right person, once, in time, and never one who has reported: waves, outbox, sending, receipts."""
