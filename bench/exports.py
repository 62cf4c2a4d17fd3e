"""What an export costs: every format of a full package, warm, beside writing the same package as JSON."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial

ROUNDS = 15
TARGETS_MS = {"pdf": 150, "docx": 200, "md": 10, "md-technical": 10, "json": 10, "csv": 10}


def run() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "artifacts.tests.settings")
    import django

    django.setup()
    from artifacts.exporters import Format, Source, export
    from artifacts.sample import sample_contents
    from artifacts.schemas import ArtifactType, ProductBriefContent
    from artifacts.tiers import Tier

    contents = sample_contents()
    brief = contents[ArtifactType.BRIEF]
    assert isinstance(brief, ProductBriefContent)
    count = iter(range(10_000))

    def make(file_format: Format, *, is_new: bool) -> bytes:
        # Typst remembers what it has set. What a server meets is another project, or this one after an edit.
        number = next(count)
        edited = brief.model_copy(update={"key_constraint": f"One developer for {number} weeks."})
        date = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=number if is_new else 0)
        changed = {**contents, ArtifactType.BRIEF: edited}
        sources = {artifact_type: Source(content, 1, date) for artifact_type, content in changed.items()}
        name = f"Shelfwise {number}" if is_new else "Shelfwise"
        return export(name, sources, Tier.CTO_SCALE, file_format).content

    print("\nExports of five documents with every section, in a process that has exported before")
    print(f"{'format':<14}{'first ms':>10}{'another ms':>12}{'edited ms':>11}{'target ms':>11}{'ratio':>7}{'kB':>6}")
    plain = 0.0
    for file_format in (Format.JSON, *(f for f in Format if f is not Format.JSON)):
        began = time.perf_counter()
        content = make(file_format, is_new=True)
        first = (time.perf_counter() - began) * 1000
        another = _median(partial(make, file_format, is_new=True))
        edited = _median(partial(make, file_format, is_new=False))
        plain = plain or another
        times = f"{first:>10.0f}{another:>12.1f}{edited:>11.1f}{TARGETS_MS[file_format.value]:>11}"
        print(f"{file_format:<14}{times}{another / plain:>7.1f}{len(content) / 1000:>6.0f}")


def _median(make: Callable[[], bytes]) -> float:
    make()
    milliseconds = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        make()
        milliseconds.append((time.perf_counter() - began) * 1000)
    return statistics.median(milliseconds)
