"""How seldom our processes look for garbage.

Nearly all that a request or a document makes is gone with its last reference, without a search.
What is left for one, Python looks for among all objects of the process each time these have grown
by a quarter: a tenth of a second in which no thread answers anybody.
"""

from __future__ import annotations

import atexit
import gc

STARTING_OBJECTS = 300_000
"""New objects after which the first search begins in a process that starts. To import all of ours
makes 220,000, which stay; to look for garbage among them took an eighth of the time.
"""
YOUNG_OBJECTS = 3_000
"""The same in a process that serves: Python's own 700 are less than a page makes, and with 20,000
each search takes as much longer.
"""
_OLDER = (10, 10)
"""How many searches of one age come before one of the next: Python's own."""


def start() -> None:
    """Begin searches late from now on: while modules are imported, and in a command.

    When the process ends there is none: Python would look for garbage among all its modules, a
    quarter of the time of a short command, only to give their memory back a moment earlier.
    """
    gc.set_threshold(STARTING_OBJECTS, *_OLDER)
    atexit.register(gc.freeze)


def settle() -> None:
    """Leave out of all searches from now on what a web process or a worker is made of, and begin
    them as suits one that serves.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG_OBJECTS, *_OLDER)
