"""Prose into typed, located readings. A reading that is not certain is withheld."""
