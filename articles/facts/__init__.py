"""Claims into facts: who, what, when, how much, relative to whom."""
