"""What the page of a document costs that is far longer than any that was written: a hundred
features of ten thousand characters each, in CPU of one process without a network.
"""

from __future__ import annotations

import os
import random
import statistics
import time
from typing import Any

FEATURES, LONGEST = 100, 10_000
ROUNDS = 5
TARGET_SECONDS = 0.4
SEED = 1
WORDS = (
    "the shop counts its stock every evening and the owner sees what is missing before an order"
    " goes out on friday morning with a list of all things that nobody has counted twice"
)


def run() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "artifacts.tests.settings")
    import django

    django.setup()
    from django.core.cache import caches
    from django.core.management import call_command
    from django.test import Client
    from django.urls import reverse

    call_command("migrate", verbosity=0)
    project = _long_project()
    client = Client()
    client.force_login(project.owner)
    address = reverse("artifact_detail", args=[project.pk, "mvp_scope"])

    def seconds(*, kept: bool) -> float:
        if not kept:
            caches["kept"].clear()
        began = time.process_time()
        answer = client.get(address)
        spent = time.process_time() - began
        assert answer.status_code == 200, answer.status_code
        assert answer.content.count(b"Feature ") >= FEATURES
        return spent

    print(f"\nPage of {FEATURES} features of {LONGEST:,} characters, CPU (seed {SEED})")
    print(f"its texts were never read before   {seconds(kept=False):>6.2f} s")
    rendered = statistics.median(seconds(kept=False) for _ in range(ROUNDS))
    print(f"nothing of a page is kept          {rendered:>6.2f} s  (at most {TARGET_SECONDS})")
    again = statistics.median(seconds(kept=True) for _ in range(ROUNDS))
    print(f"seen before                        {again * 1000:>6.1f} ms")


def _long_project() -> Any:
    """Return a written project whose MVP Scope is as long as that."""
    from artifacts.models import Artifact
    from bench.pages import make_project

    project = make_project()
    row: Any = Artifact.objects.get(project=project, artifact_type="mvp_scope")
    first = row.current_content["core_features"][0]
    words = random.Random(SEED)
    row.current_content["core_features"] = [
        first | {"id": f"F-{number}", "name": f"Feature {number}", "description": _text(words)}
        for number in range(1, FEATURES + 1)
    ]
    row.save(update_fields=["current_content", "updated_at"])
    return project


def _text(words: random.Random) -> str:
    choice = WORDS.split()
    sentences: list[str] = []
    while sum(len(sentence) + 1 for sentence in sentences) < LONGEST:
        sentence = " ".join(words.choices(choice, k=words.randint(6, 14)))
        sentences.append(f"{sentence.capitalize()}.")
    return " ".join(sentences)[:LONGEST]
