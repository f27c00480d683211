"""Names and statements."""
