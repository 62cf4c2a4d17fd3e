"""What rules find in a document whatever the others say.

It is kept until the document, the founder's words or the language of the project change: after an
edit only the document that it touches is looked at again, and the rules that compare documents are
asked.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Sequence

from artifacts.checker.context import CheckContext
from artifacts.checker.findings import Finding
from artifacts.checker.rules import RULES
from artifacts.checker.rules.registry import findings_of
from artifacts.schemas import ArtifactType

_KEPT_MOST = 512
"""Documents whose findings a process keeps."""

_Key = tuple[str, ...]


class _KeptFindings:
    """The findings of the documents that were looked at last, for all threads."""

    def __init__(self) -> None:
        self._found: OrderedDict[_Key, Sequence[Finding]] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: _Key) -> Sequence[Finding] | None:
        with self._lock:
            found = self._found.get(key)
            if found is not None:
                self._found.move_to_end(key)
            return found

    def keep(self, key: _Key, found: Sequence[Finding]) -> None:
        with self._lock:
            self._found[key] = found
            while len(self._found) > _KEPT_MOST:
                self._found.popitem(last=False)


_kept = _KeptFindings()


def findings_alone(context: CheckContext) -> list[Finding]:
    """Return what the rules find that do not compare documents."""
    keys = {artifact_type: _key(context, artifact_type) for artifact_type in context.contents}
    found = {artifact_type: _kept.get(key) for artifact_type, key in keys.items()}
    missing = [artifact_type for artifact_type, known in found.items() if known is None]
    for artifact_type, new in _look_at(context, missing).items():
        _kept.keep(keys[artifact_type], new)
        found[artifact_type] = new
    return [finding for known in found.values() for finding in known or ()]


def _look_at(
    context: CheckContext, types: Sequence[ArtifactType]
) -> dict[ArtifactType, list[Finding]]:
    """Return what is found in these documents, to rules that see no others."""
    found: dict[ArtifactType, list[Finding]] = {artifact_type: [] for artifact_type in types}
    if not types:
        return found
    part = CheckContext(
        context.project,
        {artifact_type: context.contents[artifact_type] for artifact_type in types},
        edited=context.edited,
        readings=context.readings,
        language=context.main_language,
    )
    asked = [rule for rule in RULES.values() if not rule.compares]
    for finding in findings_of(asked, part):
        found[finding.place.artifact_type].append(finding)
    return found


def _key(context: CheckContext, artifact_type: ArtifactType) -> _Key:
    """Return what tells the document, and all else that such rules look at."""
    return (
        context.told.digest,
        context.main_language,
        artifact_type.value,
        context.document_reads[artifact_type].digest,
        *sorted(context.edited.get(artifact_type, ())),
    )
