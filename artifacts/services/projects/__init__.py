"""Make, find, copy and delete projects."""
