"""What the checker costs beside reading the same five documents: one project, one version of a
document, a megabyte.

The floor is loading the documents from stored JSON, which every page does anyway. No database.
"""

from __future__ import annotations

import json
import os
from functools import partial
from pathlib import Path
from typing import Any

from bench.contradictions import CONTRADICTIONS, print_accuracy
from bench.measure import ROUNDS, milliseconds, print_worst_growth

PROMISED_MS = 10.0
FEATURES, LONGEST = 100, 10_000


def run(founders: Path | None = None, *, details: bool = False) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "artifacts.tests.settings")
    import django

    django.setup()
    from artifacts.checker.check import check
    from artifacts.schemas.fields import PROSE_MAX
    from artifacts.tests.support.fillers import FILLERS, filled

    _print_speed()
    print_accuracy(founders or CONTRADICTIONS, details=details)
    print_worst_growth(
        FILLERS, lambda filler, size: partial(check, *filled(filler, size)), PROSE_MAX
    )


def _print_speed() -> None:
    """Print what checking one project takes, beside loading its documents."""
    from artifacts.checker.check import check
    from artifacts.runners.fake import RunnerFake
    from artifacts.schemas import ArtifactType

    project = _project("Shelfwise")
    stored = json.dumps(RunnerFake().generate_artifacts(project.model_dump()))
    contents = _load(stored)
    floor = milliseconds(lambda: _load(stored))
    print(
        f"\nCoherence: five documents of {len(stored) / 1000:.0f} kB; reading them takes"
        f" {floor:.2f} ms"
    )
    # What was checked before is known; so each is checked once.
    others = [f"Shelf{number}wise" for number in range(ROUNDS + 1)]
    never_checked = iter(
        [(_project(name), _load(stored.replace("Shelfwise", name))) for name in others]
    )
    whole = milliseconds(lambda: check(*next(never_checked)))
    print(
        f"whole project   {whole:>8.2f} ms, {whole / floor:.1f} times reading; {PROMISED_MS:.0f} ms"
        " are promised"
    )
    last = ArtifactType.HOW_IT_WORKS
    edits = iter(
        [
            {**contents, last: contents[last].model_copy(update={"data_flow": f"We note {name}."})}
            for name in others
        ]
    )
    edited = milliseconds(lambda: check(project, next(edits)))
    print(f"after an edit   {edited:>8.2f} ms, {edited / floor:.1f} times reading")
    one = milliseconds(lambda: check(project, contents, only=last))
    print(f"one document    {one:>8.2f} ms, {one / floor:.1f} times reading")
    large = {**contents, ArtifactType.MVP_SCOPE: _large(contents[ArtifactType.MVP_SCOPE])}
    size = sum(len(content.model_dump_json()) for content in large.values())
    grown = milliseconds(lambda: check(project, large), rounds=3)
    larger, slower = size / len(stored), grown / whole
    print(
        f"{size / 1e6:.1f} MB of text  {grown:>8.0f} ms, {slower:.0f} times the time for"
        f" {larger:.0f} times the text"
    )


def _load(stored: str) -> dict[Any, Any]:
    from artifacts.schemas import ArtifactType, load_content

    return {
        ArtifactType(key): load_content(ArtifactType(key), value)
        for key, value in json.loads(stored).items()
    }


def _project(name: str) -> Any:
    """Return a project whose facts are read already."""
    from artifacts.interview.questions import ProjectInput

    answers = {
        "price": "29 euros a month",
        "constraint": "One developer for eight weeks",
        "problem": "Paper lists",
    }
    told = {"name": name, "idea": f"Stock counting for small shops: {name}.", **answers}
    project = ProjectInput.from_brief(told)
    assert project.sheet.language
    return project


def _large(scope: Any) -> Any:
    """Return the scope with a hundred features whose descriptions are as long as they may be."""
    text = (f"{scope.technical_architecture} {scope.scalability_plan} " * 20)[:LONGEST]
    feature = scope.core_features[0].model_dump()
    features = [
        {**feature, "id": f"F-{n}", "name": f"Name {n}", "description": text}
        for n in range(1, FEATURES + 1)
    ]
    return type(scope).model_validate({**scope.model_dump(), "core_features": features})
