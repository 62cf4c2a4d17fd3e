"""How much of the offline writer's documents is the founder's: measured on a file of founders,
without a database.

For each founder the five documents are written at the highest tier from the idea and the answers.
Printed are the share of features in the founder's words (or an honest question), the share of words
with content that the founder used, the words of a package, the sentences that two packages share
(the name apart), and how many German founders got German.
"""

from __future__ import annotations

import itertools
import json
import os
import re
import statistics
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from bench.measure import milliseconds

_SKIPPED = frozenset(
    {
        "id",
        "_schema_version",
        "basis",
        "confidence",
        "severity",
        "likelihood",
        "priority",
        "_language",
    }
)
_EMPTY = frozenset(
    re.findall(
        r"\w+",
        """
        the and for with are our its their who that this from not what how one per before after
        first will can must have
        has der die das und oder ein eine für mit von den dem des wir unser sie ist sind was wie
        nicht kein auf bei als
        """,
    )
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_STEM, _SENTENCE_MIN = 6, 25


def run(founders: Path) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "artifacts.tests.settings")
    import django

    django.setup()
    from artifacts.runners.fake import RunnerFake

    entries = json.loads(founders.read_text())
    write = RunnerFake().generate_artifacts
    written = [(entry, write(_brief(entry))) for entry in entries]
    packages = [_sentences(entry, documents) for entry, documents in written]
    shared = [
        len(a & b) / max(1, min(len(a), len(b))) for a, b in itertools.combinations(packages, 2)
    ]
    counts = [len(_text(documents).split()) for _, documents in written]
    german = [
        documents["brief"].get("_language") == "de"
        for entry, documents in written
        if entry["language"] == "de"
    ]
    package = statistics.median(
        milliseconds(partial(write, _brief(entry))) for entry in entries[:5]
    )
    print(f"\nDocuments of {len(entries)} founders ({founders.name})")
    print(
        f"features that are the founder's own     {_own_features(written):>6.0%}   (100 % wanted)"
    )
    print(f"words with content that they used       {_own_words(written):>6.0%}   (at least 40 %)")
    print(
        f"words of a package, median and most     {statistics.median(counts):>6.0f}"
        f" {max(counts):>5}   (at most 1,300)"
    )
    print(
        f"sentences that two share, median, most  {statistics.median(shared):>6.0%}"
        f" {max(shared):>5.0%}   (25 and 45 %)"
    )
    print(f"German founders with German documents   {sum(german):>6}/{len(german)}")
    print(f"five documents, reading included        {package:>6.1f} ms (60 ms)")


Written = list[tuple[dict[str, Any], dict[str, Any]]]
"""Founders, each with the documents that were written for them."""


def _own_features(written: Written) -> float:
    """Return the share of features that are in the founder's words, or an honest question."""
    own: list[bool] = []
    for entry, documents in written:
        said = _said(entry)
        for feature in documents["mvp_scope"]["core_features"]:
            stems = _stems(feature["name"])
            is_said = 2 * sum(stem in said for stem in stems) >= len(stems)
            own.append(feature["name"].endswith("?") or is_said)
    return sum(own) / len(own)


def _own_words(written: Written) -> float:
    """Return the share of words with content that the founder used."""
    own: list[bool] = []
    for entry, documents in written:
        said = _said(entry)
        own += [stem in said for stem in _stems(_text(documents))]
    return sum(own) / len(own)


def _said(entry: dict[str, Any]) -> list[str]:
    told = [entry["idea"], entry["name"], entry["answers"], entry["first_version"]]
    return _stems(" ".join(_strings(told)))


def _text(documents: dict[str, Any]) -> str:
    return " ".join(_strings(documents))


def _sentences(entry: dict[str, Any], documents: dict[str, Any]) -> set[str]:
    """Return the sentences of the documents that are long enough to tell, without the name."""
    found = _SENTENCE.split(_text(documents))
    return {_plain(one, entry["name"]) for one in found if len(one) > _SENTENCE_MIN}


def _brief(entry: dict[str, Any]) -> dict[str, Any]:
    answers = {key: text for key, text in entry["answers"].items() if text}
    if entry["first_version"]:
        answers["first_version"] = "\n".join(entry["first_version"])
    return {"name": entry["name"], "idea": entry["idea"], **answers}


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (
            text for key, inner in value.items() if key not in _SKIPPED for text in _strings(inner)
        )
    elif isinstance(value, list):
        yield from (text for inner in value for text in _strings(inner))


def _stems(text: str) -> list[str]:
    words = re.findall(r"[\w'’-]+", text.lower())
    return [word[:_STEM] for word in words if len(word) > 2 and word not in _EMPTY]


def _plain(sentence: str, name: str) -> str:
    return re.sub(r"\W+", " ", sentence.lower().replace(name.lower(), "x")).strip()
