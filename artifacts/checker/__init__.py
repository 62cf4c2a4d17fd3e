"""What a text claims, what the founder told, and whether the one follows from the other.

Pure functions, no Django.
"""
