"""HTTP as every slice speaks it: who asks, when, the body, problems, caching."""
