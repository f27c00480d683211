"""An infobox held against the text: which reading tells of a field's property, and whether the two differ."""
