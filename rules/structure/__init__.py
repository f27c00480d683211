"""The shape of an article of its kind."""
