"""A cache backend whose failure never breaks a page.

What is looked up is a miss then, and what is kept is not kept. What is counted cannot be: `add`,
`incr` and `decr` raise CountsUnavailable, because a limit that nobody counts is none, and the pages
say so in words (`artifacts.middleware`).
"""

from __future__ import annotations

import logging
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache
from django.core.cache.backends.filebased import FileBasedCache
from django.utils.module_loading import import_string

from artifacts.exceptions import CountsUnavailable

logger = logging.getLogger(__name__)

REDIS = "django.core.cache.backends.redis.RedisCache"
TIMEOUT_SECONDS = 1
"""How long Redis may take to answer; a page asks several times."""
SLOW_SECONDS = 0.5
REST_SECONDS = 5.0
"""A cache that failed only after SLOW_SECONDS is not asked again for so long, or each look-up would
take as long.
"""

SWEEP_SECONDS = 60.0
OUTDATED_SECONDS = 15 * 60.0
"""No file lives longer: what is shown to others holds for ten minutes at most."""
NEAR_ENTRIES = 600
"""How much of what is kept stays in a process: about what 20 projects show."""

T = TypeVar("T")


class _Health:
    """What this process knows of one cache.

    Shared by its threads, each of which has a backend of its own.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._lock = threading.Lock()
        self._is_away = False
        self._asked_again_at = float("-inf")

    def is_resting(self) -> bool:
        return time.monotonic() < self._asked_again_at

    def failed(self, error: Exception, *, began: float) -> None:
        """Note a failure; only the first one after a success is logged."""
        now = time.monotonic()
        with self._lock:
            was_away, self._is_away = self._is_away, True
            if now - began >= SLOW_SECONDS:
                self._asked_again_at = now + REST_SECONDS
        if not was_away:
            logger.error("The cache %s cannot be used; going on without it: %r", self._name, error)

    def worked(self) -> None:
        if not self._is_away:
            return
        with self._lock:
            was_away, self._is_away = self._is_away, False
        if was_away:
            logger.warning("The cache %s can be used again", self._name)


_healths: dict[str, _Health] = {}


class _Resting(Exception):
    """Raised instead of asking a cache that is known not to answer."""


class PatientCache(BaseCache):
    """Wraps the backend that the option `BACKEND` names; everything else is that backend's."""

    def __init__(self, location: Any, params: dict[str, Any]) -> None:
        super().__init__(params)
        options = dict(params.get("OPTIONS", {}))
        backend: str = options.pop("BACKEND")
        if backend == REDIS:
            options = {
                "socket_timeout": TIMEOUT_SECONDS,
                "socket_connect_timeout": TIMEOUT_SECONDS,
                **options,
            }
        self._cache: BaseCache = import_string(backend)(location, {**params, "OPTIONS": options})
        # Without the location, which may hold a password.
        self._health = _healths.setdefault(
            f"{backend} {location}", _Health(backend.rpartition(".")[2])
        )

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        return self._try(lambda: self._cache.get(key, default, version), default)

    def get_many(self, keys: Iterable[str], version: int | None = None) -> dict[str, Any]:
        wanted = list(keys)
        return self._try(lambda: self._cache.get_many(wanted, version), {})

    def set(
        self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None
    ) -> None:
        self._try(lambda: self._cache.set(key, value, timeout, version), None)

    def set_many(
        self, data: dict[str, Any], timeout: Any = DEFAULT_TIMEOUT, version: int | None = None
    ) -> Any:
        return self._try(lambda: self._cache.set_many(data, timeout, version), list(data))

    def touch(self, key: str, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        return self._try(lambda: self._cache.touch(key, timeout, version), default=False)

    def delete(self, key: str, version: int | None = None) -> bool:
        return self._try(lambda: self._cache.delete(key, version), default=False)

    def delete_many(self, keys: Iterable[str], version: int | None = None) -> None:
        unwanted = list(keys)
        self._try(lambda: self._cache.delete_many(unwanted, version), None)

    def clear(self) -> None:
        self._try(self._cache.clear, None)

    def add(
        self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None
    ) -> bool:
        return self._count(lambda: self._cache.add(key, value, timeout, version))

    def incr(self, key: str, delta: int = 1, version: int | None = None) -> int:
        return self._count(lambda: self._cache.incr(key, delta, version))

    def decr(self, key: str, delta: int = 1, version: int | None = None) -> int:
        return self._count(lambda: self._cache.decr(key, delta, version))

    def close(self, **kwargs: Any) -> None:
        self._cache.close(**kwargs)

    def _try(self, act: Callable[[], T], default: T) -> T:
        """Return what `act` does, or `default` where the cache is away or holds what can no longer
        be read.
        """
        try:
            return self._ask(act)
        except Exception:
            return default

    def _count(self, act: Callable[[], T]) -> T:
        """Return what `act` does.

        Raises CountsUnavailable, and ValueError if there is no such number.
        """
        try:
            return self._ask(act)
        except ValueError:
            raise
        except Exception as error:
            raise CountsUnavailable from error

    def _ask(self, act: Callable[[], T]) -> T:
        if self._health.is_resting():
            raise _Resting
        began = time.monotonic()
        try:
            answer = act()
        except ValueError:
            # What is missing cannot be counted up; the cache itself answered.
            self._health.worked()
            raise
        except Exception as error:
            self._health.failed(error, began=began)
            raise
        self._health.worked()
        return answer


class KeptCache(PatientCache):
    """A cache for what never changes under its key: what was asked for last stays in the process
    too, and is neither fetched nor read again.

    What is kept must not be changed by those who get it. A class whose instances are too large to
    stay in the process says so: `stays_in_process = False`.
    """

    def __init__(self, location: Any, params: dict[str, Any]) -> None:
        super().__init__(location, params)
        self._near = _nears.setdefault(f"{location} {self.key_prefix}", _Near())

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        found = self._near.get(key)
        if found is None:
            found = super().get(key, None, version)
            if found is None or found[1] < time.time():
                return default
            self._near.put(key, found)
        return found[0]

    def get_many(self, keys: Iterable[str], version: int | None = None) -> dict[str, Any]:
        found = {key: self.get(key, None, version) for key in keys}
        return {key: value for key, value in found.items() if value is not None}

    def set(
        self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None
    ) -> None:
        seconds = self.default_timeout if timeout is DEFAULT_TIMEOUT else timeout
        lasting = (value, float("inf") if seconds is None else time.time() + seconds)
        self._near.put(key, lasting)
        super().set(key, lasting, timeout, version)

    def delete(self, key: str, version: int | None = None) -> bool:
        self._near.forget(key)
        return super().delete(key, version)

    def clear(self) -> None:
        self._near.clear()
        super().clear()


class _Near:
    """What a process holds of a cache, each with the time until which it holds; shared by its
    threads.
    """

    def __init__(self) -> None:
        self._held: OrderedDict[str, tuple[Any, float]] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: str) -> tuple[Any, float] | None:
        with self._lock:
            found = self._held.get(key)
            if found is None:
                return None
            if found[1] < time.time():
                del self._held[key]
                return None
            self._held.move_to_end(key)
            return found

    def put(self, key: str, lasting: tuple[Any, float]) -> None:
        if not getattr(lasting[0], "stays_in_process", True):
            return
        with self._lock:
            self._held[key] = lasting
            if len(self._held) > NEAR_ENTRIES:
                self._held.popitem(last=False)

    def forget(self, key: str) -> None:
        with self._lock:
            self._held.pop(key, None)

    def clear(self) -> None:
        with self._lock:
            self._held.clear()


_nears: dict[str, _Near] = {}


class LiveFiles(FileBasedCache):
    """Files of what the processes of one machine show each other for some minutes.

    Django's own class lists the whole folder for each file that it writes, and throws away a third
    of those that still hold once there are 300. Here the folder is listed once a minute, for files
    that are outdated.
    """

    def _cull(self) -> None:
        folder = Path(str(vars(self)["_dir"]))
        now = time.monotonic()
        if now < _swept.get(folder, float("-inf")) + SWEEP_SECONDS:
            return
        _swept[folder] = now
        for path in folder.iterdir():
            # Another process may be sweeping too.
            with suppress(OSError):
                if path.stat().st_mtime < time.time() - OUTDATED_SECONDS:
                    path.unlink()


_swept: dict[Path, float] = {}
"""When this process has last looked through a folder."""
