"""What the checker costs beside reading the same five documents: one project, one version of a document, a megabyte.

The floor is loading the documents from stored JSON, which every page does anyway. No database.
"""

from __future__ import annotations

import json
import os
import statistics
import time
from collections.abc import Callable
from typing import Any

PROMISED_MS = 10.0
ROUNDS = 60
FEATURES, LONGEST = 100, 10_000


def run() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "artifacts.tests.settings")
    import django

    django.setup()
    from artifacts.coherence.checker import check
    from artifacts.interview import ProjectInput
    from artifacts.runners.fake import RunnerFake
    from artifacts.schemas import ArtifactType, load_content

    answers = {"price": "29 euros a month", "constraint": "One developer for eight weeks", "problem": "Paper lists"}
    project = ProjectInput.from_brief({"name": "Shelfwise", "idea": "Stock counting for small shops", **answers})
    documents = RunnerFake().generate_artifacts(project.model_dump())
    stored = json.dumps(documents)

    def load() -> dict[ArtifactType, Any]:
        return {ArtifactType(key): load_content(ArtifactType(key), value) for key, value in json.loads(stored).items()}

    contents = load()
    floor = _milliseconds(load)
    print(f"\nCoherence: five documents of {len(stored) / 1000:.0f} kB; reading them takes {floor:.2f} ms")
    whole = _milliseconds(lambda: check(project, contents))
    print(f"whole project   {whole:>8.2f} ms, {whole / floor:.1f} times reading; {PROMISED_MS:.0f} ms are promised")
    one = _milliseconds(lambda: check(project, contents, only=ArtifactType.HOW_IT_WORKS))
    print(f"one document    {one:>8.2f} ms, {one / floor:.1f} times reading")
    large = {**contents, ArtifactType.MVP_SCOPE: _large(contents[ArtifactType.MVP_SCOPE])}
    size = sum(len(content.model_dump_json()) for content in large.values())
    grown = _milliseconds(lambda: check(project, large), rounds=3)
    larger, slower = size / len(stored), grown / whole
    print(f"{size / 1e6:.1f} MB of text  {grown:>8.0f} ms, {slower:.0f} times the time for {larger:.0f} times the text")


def _large(scope: Any) -> Any:
    """Return the scope with a hundred features whose descriptions are as long as they may be."""
    text = (f"{scope.technical_architecture} {scope.scalability_plan} " * 20)[:LONGEST]
    feature = scope.core_features[0].model_dump()
    features = [{**feature, "id": f"F-{n}", "name": f"Name {n}", "description": text} for n in range(1, FEATURES + 1)]
    return type(scope).model_validate({**scope.model_dump(), "core_features": features})


def _milliseconds(act: Callable[[], object], rounds: int = ROUNDS) -> float:
    spent = []
    act()
    for _ in range(rounds):
        began = time.perf_counter()
        act()
        spent.append(time.perf_counter() - began)
    return statistics.median(spent) * 1000
