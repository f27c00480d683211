"""What an article says, and where it says it."""
