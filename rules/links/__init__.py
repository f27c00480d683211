"""Links, categories and references."""
