"""Who did what and when: deeds, lives, terms of office, existence, the order of events."""
