"""What operators do: audit, backup, retention."""
