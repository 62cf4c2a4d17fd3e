"""Change documents by hand: lock, change, validate, store, go back."""
