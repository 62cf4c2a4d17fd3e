"""One background event loop for all threads of a process: HTTP connections belong to the loop that opened them."""

from __future__ import annotations

import asyncio
import atexit
import os
import threading
from collections.abc import Callable, Coroutine
from concurrent.futures import Future, wait
from typing import Any, TypeVar

T = TypeVar("T")

LOOK_SECONDS = 0.3
"""How often a waiting thread looks at what has been written so far."""

STOP_SECONDS = 5.0

_lock = threading.Lock()
_loop: asyncio.AbstractEventLoop | None = None


def run(work: Coroutine[Any, Any, T], *, look: Callable[[], None] | None = None) -> T:
    """Run `work` on the background loop and return what it returns; meanwhile call `look` here, a few times a second.

    When `look` raises, or this thread is interrupted, the work is cancelled and has ended when this returns. Not to be
    called from the loop itself.
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
            threading.Thread(target=_serve, args=(_loop,), name="language-models", daemon=True).start()
        return _loop


def _serve(loop: asyncio.AbstractEventLoop) -> None:
    loop.run_forever()
    loop.close()


def stop() -> None:
    """Cancel what is under way and close the loop; whoever waits for it is told that it was cancelled."""
    global _loop
    with _lock:
        loop, _loop = _loop, None
    if loop is None:
        return
    asyncio.run_coroutine_threadsafe(_cancel_all(), loop).result(STOP_SECONDS)
    loop.call_soon_threadsafe(loop.stop)


async def _cancel_all() -> None:
    others = asyncio.all_tasks() - {asyncio.current_task()}
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)


def _forget() -> None:
    """A forked child has none of its parent's threads: it makes a loop of its own when it first needs one."""
    global _lock, _loop  # noqa: PLW0603
    _lock = threading.Lock()
    _loop = None


os.register_at_fork(after_in_child=_forget)
atexit.register(stop)
