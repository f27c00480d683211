"""The infobox against the text."""
