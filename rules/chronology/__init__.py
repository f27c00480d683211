"""What can only have happened before or after."""
