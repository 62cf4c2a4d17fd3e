"""Does a test notice when a line of the product is wrong?

mutmut changes one thing at a time in a copy of the product (another comparison, an argument left
out, a text that is None) and runs the nearest tests. A change that no test notices has survived: it
is either equivalent, or a test is missing. `make mutants` draws a sample and lists the survivors.
"""
