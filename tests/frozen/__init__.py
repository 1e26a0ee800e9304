"""Recordings of how the system behaved on a given day, as data, and tests that compare today's code with them.

`days.json.xz`: ten days of `hanoi-45` as the code of 28 November 2026 stored them: the tables' items and the bucket's
objects, with links and sessions whose secrets are known (`people.py`). They are the past: read, never made again.
`openapi`, `answers`, `documents` and `site`: what the code of that day described, answered and made of them.
`python -m tests.frozen.record` records these again; see there when it may be used.
"""
