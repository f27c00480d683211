"""Small pictures of what is in conflict, where people would rather look than read."""
