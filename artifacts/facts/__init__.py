"""The fact sheet: typed values read from a founder's words, conflicts between them, and sums.

No Django here.
"""
