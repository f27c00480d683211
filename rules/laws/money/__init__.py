"""What economies produce, trade and owe, and the currencies that it is told in."""
