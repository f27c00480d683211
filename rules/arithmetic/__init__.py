"""Numbers and units."""
