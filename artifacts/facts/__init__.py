"""The fact sheet: typed values read from a founder's words, conflicts between them, and sums that follow. No Django here."""
