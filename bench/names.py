"""What the benchmarks need of the product, under the names of this build or of older ones that they
are run against.

Import it once Django is set up.
"""

from __future__ import annotations

import contextlib
import json
from importlib import import_module
from pathlib import Path
from typing import Any


def _find(*paths: str) -> Any:
    """Return the first of these names that this build has, each as "module:name"."""
    for path in paths:
        module, _, name = path.partition(":")
        with contextlib.suppress(ImportError, AttributeError):
            return getattr(import_module(module), name)
    raise ImportError(f"none of {', '.join(paths)} exists in this build")


claim = _find("artifacts.generation.claims:claim", "artifacts.services.claims:claim")
Edits = _find("artifacts.generation.claims:Edits", "artifacts.services.claims:Edits")
Requester = _find("artifacts.generation.claims:Requester", "artifacts.services.claims:Trigger")
write_claim = _find(
    "artifacts.generation.writer:write_claim", "artifacts.services.cascade:run_cascade"
)
ProjectInput = _find(
    "artifacts.interview.questions:ProjectInput", "artifacts.interview:ProjectInput"
)
create_project = _find(
    "artifacts.services.projects.lifecycle:create_project",
    "artifacts.services.projects:create_project",
)
WriteResult = _find("artifacts.runners.base:WriteResult", "artifacts.runners.base:Written")
survey = _find(
    "artifacts.usage.staff_index:index_changed", "artifacts.services.survey:survey_changed"
)

DOCUMENTS: dict[str, Any] = json.loads(Path(__file__).with_name("shelfwise.json").read_text())
"""Five documents that every build reads, whatever its own writer would write."""


class Replay:
    """A runner that answers at once with DOCUMENTS."""

    name = "replay"

    def write(self, project: Any, artifact_type: Any, earlier: Any, order: Any) -> Any:
        return WriteResult(DOCUMENTS[artifact_type.value])


def settle() -> None:
    """Do what a worker of this build does before its first task, if it does anything."""
    for path in ("cofounder.loading:load_late", "cofounder.garbage:settle"):
        with contextlib.suppress(ImportError):
            _find(path)()


def described() -> Any:
    return ProjectInput.from_brief(
        {
            "name": "Shelfwise",
            "idea": "Stock counting on a phone for small shops.",
            "target_user": "Owners of small shops with one to three rooms",
            "problem": "They count stock on paper every week, and still run out of what sells best",
        }
    )


def order(project: Any, types: Any) -> Any:
    """Claim `types` of `project`, as a command does that writes at once."""
    from artifacts.models import GenerationAttempt

    trigger = Requester(GenerationAttempt.Trigger.COMMAND)
    return claim(
        project, types, trigger=trigger, edits=Edits.OVERWRITE, runner="fake", started=True
    )


def write(project: Any, types: Any) -> None:
    """Write and store `types` of `project` with DOCUMENTS."""
    steps = write_claim(order(project, types), runner=Replay())
    assert [step.succeeded for step in steps] == [True] * len(types), steps
