"""What was read of a project's words and documents, for several checks of it.

Reading them takes as long as many a rule; between two checks most of them stay as they are.
"""

from __future__ import annotations

from collections.abc import Sequence

from artifacts.checker.knowledge import Knowledge
from artifacts.checker.passages import Passage, passages_in
from artifacts.interview.questions import ProjectInput
from artifacts.schemas import ArtifactContent, ArtifactType


class Readings:
    """What checks of one project have read, which is read again only where it is another object by
    now: what is changed in place would not be noticed.

    Holds the last version of each document that was read. For one thread.
    """

    def __init__(self) -> None:
        self._knowledge: tuple[ProjectInput, Knowledge] | None = None
        self._passages: dict[ArtifactType, tuple[ArtifactContent, Sequence[Passage]]] = {}

    def knowledge(self, project: ProjectInput) -> Knowledge:
        """Return what the founder told, as typed values."""
        if self._knowledge is None or self._knowledge[0] is not project:
            known = Knowledge(project.all_texts(), project.sheet, project.today)
            self._knowledge = project, known
        return self._knowledge[1]

    def passages(self, artifact_type: ArtifactType, content: ArtifactContent) -> Sequence[Passage]:
        """Return every text of a document in reading order."""
        read = self._passages.get(artifact_type)
        if read is None or read[0] is not content:
            read = content, tuple(passages_in(artifact_type, content))
            self._passages[artifact_type] = read
        return read[1]
