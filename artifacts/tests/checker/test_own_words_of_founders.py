"""What is said of founders' own sentences in their documents: as they told them, with another first
or last figure, and without the first word that denies.

`own_words.txt` has every tenth founder by their id, and below it the sentences that are objected
to, each with the rules and what the founder said instead. Few are as they were told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest

from artifacts.checker.findings import Finding
from artifacts.interview.questions import ProjectInput
from artifacts.schemas import ArtifactType
from artifacts.tests.support.recorded import Compare, Recording, shortened
from artifacts.tests.support.studied import FOUNDERS, judge_of, project_of

RECORDING = Recording(Path(__file__).with_name("own_words.txt"))
TENTH = FOUNDERS[3::10]
LONGEST = 70
PLACES = (
    (ArtifactType.BRIEF, "market_analysis"),
    (ArtifactType.MILESTONES, "resource_plan"),
    (ArtifactType.HOW_IT_WORKS, "architecture"),
    (ArtifactType.MVP_SCOPE, "success_metrics"),
    (ArtifactType.RISK_LOG, "technical_risks"),
    (ArtifactType.MVP_SCOPE, "out_of_scope"),
    (ArtifactType.HOW_IT_WORKS, "security_compliance"),
)
FIGURE = re.compile(r"[0-9](?:[0-9.,']*[0-9])?")
DENIAL = re.compile(
    r"\b(?:no|not|never|nobody|nothing|without|only|kein|keine|keinen|nicht|nie|niemand|ohne|nur"
    r"|pas|jamais|sans|geen|niet|zonder|sin|nunca)\b ?",
    re.IGNORECASE,
)
SENTENCES = re.compile(r"(?<=[.!?;])\s+")


def told_by(founder: Mapping[str, Any]) -> Iterator[str]:
    """Yield the sentences of a founder's answers, each followed by its variants."""
    for answer in (founder["idea"], *founder["answers"].values()):
        for sentence in SENTENCES.split(answer):
            yield from filter(None, dict.fromkeys((sentence, *_variants(sentence))))


def _variants(sentence: str) -> Iterator[str]:
    figures = list(FIGURE.finditer(sentence))
    for figure in (figures[:1] + figures[-1:]) if figures else ():
        yield sentence[: figure.start()] + _other(figure[0]) + sentence[figure.end() :]
    yield DENIAL.sub("", sentence, count=1)


def _other(figure: str) -> str:
    """Return the next figure of a small one, and another first digit in a large one."""
    if figure.isdecimal() and int(figure) <= 20:
        return str(int(figure) + 1)
    return f"{int(figure[0]) % 9 + 1}{figure[1:]}"


def lines_of(founder: Mapping[str, Any]) -> Iterator[str]:
    return judged(project_of(founder), told_by(founder))


def judged(project: ProjectInput, sentences: Iterable[str]) -> Iterator[str]:
    """Yield those of the sentences that are objected to, in one section after the other, each with
    the findings.
    """
    judge = judge_of(project)
    for sentence, (artifact_type, section) in zip(sentences, cycle(PLACES), strict=False):
        if found := judge(artifact_type, section, sentence):
            yield f"{section}: {shortened(sentence, LONGEST)}"
            yield from map(said, found)


def said(finding: Finding) -> str:
    about = f" «{shortened(finding.told, LONGEST)}»" if finding.told else ""
    derivation = f" {finding.derivation}" if finding.derivation else ""
    return f"    {finding.rule}{about}{derivation}"


@pytest.mark.parametrize("founder", TENTH, ids=lambda founder: founder["id"])
def test_founders_own_words_are_judged_as_recorded(
    founder: Mapping[str, Any], recorded: Compare
) -> None:
    recorded(RECORDING, founder["id"], lines_of(founder))


def test_every_founder_is_recorded() -> None:
    assert RECORDING.headings == [founder["id"] for founder in TENTH]
