"""Documents of the offline writer, and what must hold for each of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from artifacts.facts.schema import (
    Budget,
    Fact,
    Facts,
    Price,
    Span,
    Test,
)
from artifacts.interview.questions import Answers
from artifacts.runners.base import ProjectInput
from artifacts.runners.fake import RunnerFake
from artifacts.runners.offline.composing import compose
from artifacts.schemas import GENERATION_ORDER, ArtifactType, load_content
from artifacts.schemas.base import FieldKind, Item, Section, SectionKind
from artifacts.tests.support.ideas import IDEAS
from artifacts.tiers import Gate

POINTER = re.compile(r"\[\[([A-Za-z0-9_.-]+)\]\]")

MARK = re.compile(r"\[\[[+=?]\]\]")

TODAY = date(2026, 12, 1)


def contents_of(brief: dict[str, str]) -> dict[ArtifactType, Any]:
    documents = RunnerFake().generate_artifacts(brief)
    return {
        ArtifactType(key): load_content(ArtifactType(key), document)
        for key, document in documents.items()
    }


def texts_of(contents: dict[ArtifactType, Any]) -> Iterator[tuple[ArtifactType, Section, str]]:
    """Yield every text a reader sees, with its place."""
    for artifact_type, content in contents.items():
        for section in content.sections():
            if section.kind is not SectionKind.ITEM_IDS:
                for text in _strings(getattr(content, section.name)):
                    yield artifact_type, section, text


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for entry in value:
            yield from _strings(entry)
    elif isinstance(value, Item):
        for field in type(value).fields():
            if field.kind in (FieldKind.TITLE, FieldKind.TEXT, FieldKind.LINES):
                yield from _strings(getattr(value, field.name))


def check_everything(contents: dict[ArtifactType, Any]) -> None:
    check_pointers(contents)
    check_links(contents)
    check_marks(contents)


def check_pointers(contents: dict[ArtifactType, Any], *, after: ArtifactType | None = None) -> None:
    """Every pointer names something of the same or an earlier document that its reader may see."""
    targets: dict[str, tuple[ArtifactType, Gate]] = {}
    for artifact_type, content in contents.items():
        for section in content.sections():
            targets[f"{artifact_type.value}.{section.name}"] = (artifact_type, section.gate)
        for section, item in content.items():
            targets[item.id] = (artifact_type, section.gate)
    for artifact_type, section, text in texts_of(contents):
        if after and artifact_type.number <= after.number:
            continue  # what the founder edited may point at what is gone
        for name in POINTER.findall(text):
            assert name in targets, f"{artifact_type}.{section.name} points at {name}"
            where, gate = targets[name]
            assert where.number <= artifact_type.number, f"{name} is written after {artifact_type}"
            assert gate.tier <= section.gate.tier, (
                f"{artifact_type}.{section.name} points up to {name}"
            )
        assert text.count("[[") == len(POINTER.findall(text)) + len(MARK.findall(text)), text


def check_links(contents: dict[ArtifactType, Any]) -> None:
    scope, plan = contents[ArtifactType.MVP_SCOPE], contents[ArtifactType.MILESTONES]
    log, how = contents[ArtifactType.RISK_LOG], contents[ArtifactType.HOW_IT_WORKS]
    features = {feature.id for feature in scope.core_features}
    assert {item_id for milestone in plan.milestones for item_id in milestone.delivers} == features
    assert {item_id for step in how.user_journey for item_id in step.uses} == features
    known = {item.id for content in contents.values() for _, item in content.items()}
    for _, risk in log.items():
        assert risk.affects, risk
        assert set(risk.affects) <= known
    order = [milestone.id for milestone in plan.milestones]
    for milestone in plan.milestones:
        assert all(order.index(other) < order.index(milestone.id) for other in milestone.depends_on)
    for section in log.sections():
        assert 1 <= len(getattr(log, section.name)) <= 3, section.name


def check_marks(contents: dict[ArtifactType, Any]) -> None:
    """A mark stands at the end of what it marks, and no brace of a template is left."""
    for _, section, text in texts_of(contents):
        for match in MARK.finditer(text):
            assert not text[: match.start()].endswith(" "), f"{section.name}: {text}"
            assert re.match(r"$|[.,;:?!) ]", text[match.end() :]), f"{section.name}: {text}"


OYSTERS = {
    "name": "Ebbnote",
    "idea": (
        "A log for oyster growers. Times are taken down on the boat, with no signal, and handed to"
        " the dealer."
    ),
    "target_user": "Growers in Wareham, about 60. The ones who pay are the 7 dealers.",
    "problem": "Paper gets wet. In 2024 one dealer threw away 11,000 oysters.",
    "workaround": "A waterproof notebook.",
    "price": "$95 a month per dealer, from May to November only. A notebook is $8.",
    "constraint": "It has to hold out a whole tide. $7,500 and that is it.",
    "validation": (
        "Two dealers and ten growers, for 6 weeks. I carry on if both dealers stop asking for the"
        " paper."
    ),
    "first_version": (
        "Grower starts a trip on the phone\nTimes are saved without a signal\nDealer prints the"
        " tags"
    ),
    "left_out": "Payments inside the app",
    "stage": "It runs on my own phone. CQC registration is open.",
}


def spans(*said: tuple[str, str]) -> tuple[Span, ...]:
    return tuple(
        Span(
            answer=answer,
            start=(start := OYSTERS[answer].index(words)),
            end=start + len(words),
            text=words,
        )
        for answer, words in said
    )


def fact(value: Any, *said: tuple[str, str]) -> Fact[Any]:
    return Fact[Any](value=value, said=spans(*said), state="read")


OYSTER_FACTS = Facts.model_validate(
    {
        "language": "en",
        "first_version": [fact(line).model_dump() for line in OYSTERS["first_version"].split("\n")],
        "left_out": [fact("Payments inside the app").model_dump()],
        "prices": [
            fact(
                Price(
                    amount=Decimal(95), currency="USD", per="month", unit="dealer", months_a_year=7
                ),
                ("price", "$95 a month per dealer"),
            ).model_dump()
        ],
        "counts": [
            fact({"number": 7, "noun": "dealers"}, ("target_user", "7 dealers")).model_dump()
        ],
        "budget": (
            fact(
                Budget(amount=Decimal(7500), currency="USD"), ("constraint", "$7,500")
            ).model_dump()
        ),
        "deadline": fact(date(2027, 4, 30)).model_dump(),
        "people": fact(1).model_dump(),
        "hours_per_week": fact(Decimal(9)).model_dump(),
        "test": (
            fact(
                Test(
                    weeks=Decimal(6),
                    participants=12,
                    noun="people",
                    pass_mark="both dealers stop asking for the paper",
                )
            ).model_dump()
        ),
        "traits": {"works_offline": fact("yes", ("idea", "with no signal")).model_dump()},
    }
)


def oysters(**changes: Any) -> ProjectInput:
    facts = OYSTER_FACTS.model_copy(update=changes)
    return ProjectInput.from_brief({**OYSTERS, "facts": facts, "today": TODAY})


def written(project: ProjectInput) -> dict[ArtifactType, Any]:
    contents: dict[ArtifactType, Any] = {}
    for artifact_type in GENERATION_ORDER:
        contents[artifact_type] = load_content(
            artifact_type, compose(project, artifact_type, dict(contents))
        )
    return contents


ANY_TEXT = st.text(st.characters(codec=None), max_size=300) | st.sampled_from(
    [
        "[[F-1]]",
        "{name} {f1}",
        "1 week",
        "3 weeks alone",
        "W" * 120,
        "“",
        "8 weeks",
        "\x00",
        "1" * 300,
        "ZWJ\u200d" * 40,
        "́" * 300,
        "A. " * 80,
        "for people. for all.",
    ]
)

MIXED = st.fixed_dictionaries(
    {key: st.sampled_from([idea[key] for idea in IDEAS.values()]) for key in ("name", "idea")}
    | {
        key: st.sampled_from(
            ["", *(idea[key] for idea in IDEAS.values() if 0 < len(idea.get(key, "")) < 400)]
        )
        for key in Answers.model_fields
    }
)
