"""What an edition says, as types: the schemas in schemas/ in Python, for its makers, its documents and the site.

A test holds schemas and types together, both ways. What the public may see is the base of each type, and a class that
adds to it holds the rest: the site reads `PublicEdition` alone, through its allow-list.
"""
