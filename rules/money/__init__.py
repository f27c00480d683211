"""Money, trade and the economy."""
