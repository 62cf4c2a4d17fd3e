"""End a command quietly when the reader of its output has gone, as after `| head`."""

from __future__ import annotations

import os
import sys
from typing import NoReturn


def stop_writing_to_a_closed_pipe() -> NoReturn:
    """End like other tools whose reader went away (`| head`), without Python's complaint when it
    flushes stdout.
    """
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(1)
