"""Keep the leases of everything this process has in flight, in two statements a beat."""

from __future__ import annotations

import logging
import threading
import time
import uuid
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import timedelta

from artifacts.generation.clock import shared_now
from artifacts.generation.connections import release_connection, start_thread
from artifacts.models import Artifact

logger = logging.getLogger(__name__)

LEASE = timedelta(seconds=12)
"""How long a document stays its writer's without a beat.

Longer than a beat and a stall: a process that is merely slow must not lose what it writes. A beat
may come `LEASE - HEARTBEAT_SECONDS`, 8 seconds, late; a connection that does not answer is given up
after 5 (`DATABASE_WAIT_SECONDS`), and the beat after that is in time.
"""
QUEUED = timedelta(seconds=30)
"""How long an order waits for a worker before it is rung for again, and a document for its turn.

Nobody writes it yet, so nobody can have died over it; only a message may be lost, which is rare. In
a long queue each such ring is a transaction. The documents that wait behind one that is being
written follow it when its lease ends, whatever is left of theirs; so they are renewed seldom.
"""
HEARTBEAT_SECONDS = 4.0
BEAT_AGAIN_SECONDS = 1.0
"""How soon a beat that failed is tried again."""
MAX_WRITING = timedelta(minutes=30)
"""How long one document may be written at before its lease is no longer renewed."""


class Heartbeat:
    """Renews the leases of the tokens it holds; its thread ends when at the time of a beat there
    are none.
    """

    def __init__(self, interval_seconds: float = HEARTBEAT_SECONDS) -> None:
        self._interval_seconds = interval_seconds
        self._again_seconds = min(BEAT_AGAIN_SECONDS, interval_seconds)
        self._tokens: set[uuid.UUID] = set()
        self._lost: set[uuid.UUID] = set()
        self._lock = threading.Lock()
        self._renewing = threading.Lock()
        self._thread: threading.Thread | None = None

    @contextmanager
    def holding(self, token: uuid.UUID) -> Iterator[None]:
        """Renew the leases that `token` holds for as long as the block runs."""
        try:
            with self._lock:
                self._tokens.add(token)
                if self._thread is None:
                    self._thread = start_thread("heartbeat", self._run)
            yield
        finally:
            with self._lock:
                self._tokens.discard(token)
                self._lost.discard(token)

    @property
    def tokens(self) -> frozenset[uuid.UUID]:
        """What is held at this moment."""
        with self._lock:
            return frozenset(self._tokens)

    def holds(self, token: uuid.UUID) -> bool:
        """Return whether `token` held anything at the last beat: not where it was let go, cancelled
        or taken over.
        """
        with self._lock:
            return token in self._tokens and token not in self._lost

    def stop_renewing(self, token: uuid.UUID) -> None:
        """Renew `token` no more; a beat that is under way is over when this returns."""
        with self._renewing, self._lock:
            self._tokens.discard(token)

    def beat(self) -> int:
        """Renew once, and return how many rows that were."""
        with self._renewing:
            tokens = self.tokens
            if not tokens:
                return 0
            renewed = renew(tokens)
            held = set(
                Artifact.objects.filter(generation_token__in=tokens).values_list(
                    "generation_token", flat=True
                )
            )
            with self._lock:
                self._lost = self._tokens.intersection(tokens) - held
            return renewed

    def _run(self) -> None:
        due = time.monotonic() + self._interval_seconds
        while self._wait(due):
            # From the beginning of one beat to that of the next: a database that takes seconds for
            # each of them makes them no rarer.
            due = time.monotonic() + self._interval_seconds
            try:
                self.beat()
            except Exception:
                # A thread that dies here would let all leases run out.
                logger.exception(
                    "Could not renew leases; trying again in %s s", self._again_seconds
                )
                due = time.monotonic() + self._again_seconds
            finally:
                release_connection()

    def _wait(self, due: float) -> bool:
        """Wait for the beat that is due then; return False, and forget the thread, if no lease is
        held by that time.

        A worker that writes one project after the other keeps its thread.
        """
        time.sleep(max(0.0, due - time.monotonic()))
        with self._lock:
            if not self._tokens:
                self._thread = None
            return bool(self._tokens)


heartbeat = Heartbeat()


def renew(tokens: Collection[uuid.UUID]) -> int:
    """Prolong the leases of `tokens` from now on, and return how many rows that were."""
    now = shared_now()
    return Artifact.objects.renew(
        tokens, until=now + LEASE, waiting_until=now + QUEUED, begun_after=now - MAX_WRITING
    )
