"""The documents of projects as this process read them for a page, for the other pages of the same
rows.

Who has changed something looks at one page of the project after the other. Each of them tells by a
stamp that no row has changed since (`models.stamps`), so it need not read them again, which takes
longer than anything else that it reads.
"""

from __future__ import annotations

import uuid
from collections import OrderedDict
from collections.abc import Iterable
from threading import Lock

from django.db.models.base import ModelState

from artifacts.models import Artifact
from artifacts.models.stamps import PageStamp

MOST = 30
"""Projects whose documents a process holds; those of one take 100 to 200 kB."""


class KnownRows:
    """The documents of the projects that were looked at last, with their stamps then; shared by
    threads.
    """

    def __init__(self) -> None:
        self._rows: OrderedDict[uuid.UUID, tuple[str, tuple[Artifact, ...]]] = OrderedDict()
        self._lock = Lock()

    def of(self, project_id: uuid.UUID, stamp: PageStamp | None) -> list[Artifact] | None:
        """Return rows of the caller's own, as they are at `stamp`; None if they have to be read.

        What is in their columns is shared, and nobody may change it in place.
        """
        if stamp is None:
            return None
        with self._lock:
            then, rows = self._rows.get(project_id, ("", ()))
            if then != stamp.text:
                return None
            self._rows.move_to_end(project_id)
        return [_twin(row) for row in rows]

    def remember(self, project_id: uuid.UUID, stamp: PageStamp, rows: Iterable[Artifact]) -> None:
        """Hold what was read of a project at a time when its stamp was this one."""
        held = tuple(_twin(row) for row in rows)
        with self._lock:
            self._rows[project_id] = stamp.text, held
            self._rows.move_to_end(project_id)
            if len(self._rows) > MOST:
                self._rows.popitem(last=False)

    def clear(self) -> None:
        with self._lock:
            self._rows.clear()


known_rows = KnownRows()


def _twin(row: Artifact) -> Artifact:
    """Return another object for the same row, which refers to no other row yet."""
    twin = Artifact.__new__(Artifact)
    vars(twin).update(vars(row))
    twin._state = ModelState()  # noqa: SLF001 (as Django makes one)
    twin._state.db = row._state.db  # noqa: SLF001
    twin._state.adding = False  # noqa: SLF001
    return twin
