"""Files into pages."""
