"""All that is said of sentences that contradict 220 founders, and of true ones, of which little is
said.

`founders.txt` has each founder by their id, and the sentences that the checker objects to by their
numbers: first those that contradict, then the true ones. Below each stand its findings. A sentence
is a model's; about every fourth founder it is the founder's edit, too, and what is said only of one
of both says so. A passage that is the whole sentence is left out, as is what the message quotes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from artifacts.checker.check import check
from artifacts.checker.findings import Finding
from artifacts.checker.readings import Readings
from artifacts.tests.checker.test_findings_said import place_text
from artifacts.tests.support.recorded import Compare, Recording, shortened
from artifacts.tests.support.studied import FOUNDERS, documents_of, project_of, sentences_of
from bench.contradictions import with_text

RECORDING = Recording(Path(__file__).with_name("founders.txt"))
LONGEST = 44
ASKED_TWICE = FOUNDERS[::4]


def lines_of(founder: Mapping[str, Any]) -> Iterator[str]:
    project = project_of(founder)
    contents = documents_of(project)
    readings = Readings()
    known = check(project, contents, readings=readings).findings
    for finding in known:
        yield from _lines(finding)
    ids = {finding.id for finding in known}
    for number, (artifact_type, section, text) in enumerate(sentences_of(founder), 1):
        changed = {**contents, artifact_type: with_text(contents[artifact_type], section, text)}
        asked = ({artifact_type: (section,)}, {}) if founder in ASKED_TWICE else ({},)
        of_each = [
            [
                finding
                for finding in check(project, changed, edited=edited, readings=readings).findings
                if finding.id not in ids
            ]
            for edited in asked
        ]
        of_edit, of_model = of_each[0], of_each[-1]
        if of_edit or of_model:
            yield f"{number}. {shortened(text, LONGEST)}"
        for finding in dict.fromkeys([*of_edit, *of_model]):
            yield from (f"    {line}" for line in _lines(finding, text))
            if finding not in of_model or finding not in of_edit:
                yield f"    only as {'an edit' if finding in of_edit else 'the text of a model'}"


def _lines(finding: Finding, text: str = "") -> Iterator[str]:
    place = place_text(finding.place).partition(" (")[0]
    yield f"{finding.rule} {finding.severity.name} {finding.gate.name} {place}"
    yield finding.message
    for name in ("passage", "told"):
        value = getattr(finding, name)
        if value and value != text and value not in finding.message:
            yield f"{name}: {shortened(value, LONGEST)}"
    if finding.derivation:
        yield f"derivation: {finding.derivation}"
    hints = (shortened(hint, LONGEST // 2) for hint in (finding.hint, finding.writer_hint) if hint)
    yield f"hints: {' / '.join(hints)}"
    yield from (f"about: {place_text(place)}" for place in finding.about)


@pytest.mark.parametrize("founder", FOUNDERS, ids=lambda founder: founder["id"])
def test_sentences_about_founders_are_judged_as_recorded(
    founder: Mapping[str, Any], recorded: Compare
) -> None:
    recorded(RECORDING, founder["id"], lines_of(founder))


def test_every_founder_is_recorded() -> None:
    assert RECORDING.headings == [founder["id"] for founder in FOUNDERS]
