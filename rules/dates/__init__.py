"""Dates, durations and ages."""
