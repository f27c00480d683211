"""Names and plain statements: who has what, who never did, how a name is written, what a title or category says."""
