"""Files that leave and come back: exports, imports, pictures."""
