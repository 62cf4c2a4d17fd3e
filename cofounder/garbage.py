"""How seldom a web process and a worker look for garbage.

Nearly all that a request or a document makes is gone with its last reference, without a search.
What is left for one, Python looks for among all objects of the process each time these have grown
by a quarter: a tenth of a second in which no thread answers anybody.
"""

from __future__ import annotations

import gc

from django.urls import get_resolver

YOUNG_OBJECTS = 3_000
"""New objects after which the first search begins: Python's own 700 are less than a page makes, and
with 20,000 each search takes as much longer.
"""


def settle() -> None:
    """Leave out of all searches from now on what a web process is made of, and begin them later."""
    get_resolver().url_patterns  # noqa: B018 (imports the views)
    settle_worker()


def settle_worker() -> None:
    """Do the same in a worker, which has no views."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG_OBJECTS, *gc.get_threshold()[1:])
