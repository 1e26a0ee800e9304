"""A list that people fill in and send back, of whatever: its template, its rows with every problem, what it changes."""
