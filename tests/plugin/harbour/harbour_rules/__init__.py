"""Rules about harbours."""
