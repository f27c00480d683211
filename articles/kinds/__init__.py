"""Article kinds, each a JSON Schema for infobox and sections."""
