"""The HTML report: one file that needs nothing else, for editors."""
