"""Play recorded documents in the place of a writer: `RUNNER=replay:FILE`, for tests and
demonstrations.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from artifacts.runners.base import (
    Contents,
    PermanentRunnerError,
    ProjectInput,
    Usage,
    WriteRequest,
    WriteResult,
)
from artifacts.schemas import ArtifactType


class RunnerReplay:
    """Returns what a file holds for each document, whatever the project: no key, no network, no
    cost.
    """

    name = "replay"

    def __init__(self, path: str) -> None:
        """Read the recording at `path`: one JSON object with `documents` by type.

        Raises ValueError, whose text says what is wrong with the file.
        """
        self._path = path
        self._documents = _read_documents(path)

    def write(
        self,
        project: ProjectInput,
        artifact_type: ArtifactType,
        earlier: Contents,
        order: WriteRequest,
    ) -> WriteResult:
        """Return the recorded document. Raises RunnerError if the file has none of this type."""
        content = self._documents.get(artifact_type.value)
        if content is None:
            raise PermanentRunnerError(
                f"the recording {self._path} has no document called {artifact_type.value}"
            )
        if order.on_partial:
            order.on_partial(content)
        usage = Usage(model="recorded answers", tokens_in=0, tokens_out=0, cost_usd=Decimal(0))
        return WriteResult(content, usage)


def _read_documents(path: str) -> dict[str, Mapping[str, Any]]:
    if not path:
        raise ValueError("name the recording behind the colon: replay:FILE")
    try:
        recording = json.loads(Path(path).read_text(encoding="utf-8"))
    except OSError as error:
        raise ValueError(f"cannot read the recording {path}: {error.strerror}") from error
    except ValueError as error:
        raise ValueError(f"the recording {path} is not JSON: {error}") from error
    documents = recording.get("documents") if isinstance(recording, dict) else None
    if not isinstance(documents, dict) or not documents:
        raise ValueError(
            f'the recording {path} needs an object "documents" with a document by type'
        )
    known = {artifact_type.value for artifact_type in ArtifactType}
    if unknown := sorted(set(documents) - known):
        raise ValueError(f"the recording {path} has unknown documents: {', '.join(unknown)}")
    if broken := [name for name, content in documents.items() if not isinstance(content, dict)]:
        raise ValueError(f"the recording {path} needs an object for: {', '.join(broken)}")
    return documents
