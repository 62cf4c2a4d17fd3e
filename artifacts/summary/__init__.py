"""A project on one page: what it is, for whom, by when, and what could stop it. Pure functions."""
