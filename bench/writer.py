"""What the offline writer takes for five documents beside reading them, and how that grows with the
answers.

The floor is loading the documents from stored JSON, which every page does anyway. No database.
"""

from __future__ import annotations

import json
import os
from functools import partial

from bench.measure import milliseconds, print_worst_growth

PROMISED_MS = 100.0


def run() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "artifacts.tests.settings")
    import django

    django.setup()
    from artifacts.interview.questions import ANSWER_MAX
    from artifacts.runners.fake import RunnerFake
    from artifacts.schemas import ArtifactType, load_content
    from artifacts.tests.support.fillers import FILLERS, filled_answers

    write = RunnerFake().generate_artifacts
    answers = {
        "price": "29 euros a month",
        "constraint": "One developer for eight weeks",
        "problem": "Paper lists",
    }
    brief = {"name": "Shelfwise", "idea": "Stock counting for small shops", **answers}
    stored = json.dumps(write(brief))

    def load() -> None:
        for key, value in json.loads(stored).items():
            load_content(ArtifactType(key), value)

    floor, five = milliseconds(load), milliseconds(partial(write, brief))
    print(
        f"\nOffline writer: five documents of {len(stored) / 1000:.0f} kB; reading them takes"
        f" {floor:.2f} ms"
    )
    print(
        f"five documents  {five:>8.2f} ms, {five / floor:.1f} times reading; {PROMISED_MS:.0f} ms"
        " are promised"
    )
    print_worst_growth(
        FILLERS, lambda filler, size: partial(write, filled_answers(filler, size)), ANSWER_MAX
    )
