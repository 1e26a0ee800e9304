"""`make deploy`: to AWS, with the city's own credentials: what it needs, `sam deploy`, and what only then can be done."""
