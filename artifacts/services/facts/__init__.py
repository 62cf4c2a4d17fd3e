"""Confirm and correct what we read from a founder's answers."""
