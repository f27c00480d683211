"""One figure of one thing in two places: what it is of, whose and of when, and how two readings of it may differ."""
