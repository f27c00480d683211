"""What can be wrong with an article: one fault, one file."""
