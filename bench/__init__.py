"""Benchmarks: `make bench`.

Each prints what it measured and the ratio to a floor measured in the same run.
"""
