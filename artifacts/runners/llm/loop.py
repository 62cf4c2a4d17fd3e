"""One background event loop for all threads of a process: HTTP connections belong to the loop that
opened them.

Nothing stops it when the process ends. A caller that waits for it would take that for a failure of
the document, which another worker takes up when it is left alone.
"""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import Callable, Coroutine
from concurrent.futures import Future, wait
from typing import Any, TypeVar

T = TypeVar("T")

LOOK_SECONDS = 0.3
"""How often a waiting thread looks at what has been written so far."""

STOP_SECONDS = 5.0
"""How long a thread that was interrupted waits for its work to end."""

_lock = threading.Lock()
_loop: asyncio.AbstractEventLoop | None = None


def run(work: Coroutine[Any, Any, T], *, look: Callable[[], None] | None = None) -> T:
    """Run `work` on the background loop and return its result; until then call `look` in this
    thread, a few times a second.

    When `look` raises, or this thread is interrupted, the work is cancelled and has ended when this
    returns. Not to be called from the loop itself.
    """
    ended = threading.Event()
    future = asyncio.run_coroutine_threadsafe(_telling(work, ended), _running_loop())
    try:
        if look:
            _watch(future, look)
        return future.result()
    except BaseException:
        if future.cancel():
            ended.wait(STOP_SECONDS)
        raise


async def _telling(work: Coroutine[Any, Any, T], ended: threading.Event) -> T:
    try:
        return await work
    finally:
        ended.set()


def _watch(future: Future[T], look: Callable[[], None]) -> None:
    while not wait([future], timeout=LOOK_SECONDS).done:
        look()


def _running_loop() -> asyncio.AbstractEventLoop:
    global _loop  # noqa: PLW0603
    with _lock:
        if _loop is None:
            _loop = asyncio.new_event_loop()
            threading.Thread(target=_loop.run_forever, name="language-models", daemon=True).start()
        return _loop


def _forget() -> None:
    """A forked child has none of its parent's threads: it makes a loop of its own when it first
    needs one.
    """
    global _lock, _loop  # noqa: PLW0603
    _lock = threading.Lock()
    _loop = None


os.register_at_fork(after_in_child=_forget)
