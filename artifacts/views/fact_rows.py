"""What the page of facts shows, prepared: rows of facts, conflicts, doubts, traits and
languages.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from django.utils.text import Truncator
from django.utils.translation import get_language, gettext_noop
from django.utils.translation import gettext as _

from artifacts.facts.conflicts import Conflict, find_conflicts
from artifacts.facts.labels import fill, value_text
from artifacts.facts.naming import ANSWERED_BY, TITLES, title_of
from artifacts.facts.schema import TRAITS, Fact, Facts, Span
from artifacts.facts.sheet import LISTS, OWN_WORDS, group_of
from artifacts.interview.questions import find_question
from artifacts.interview.wording import ExtraQuestion
from artifacts.models import Project
from artifacts.schemas.shared import made_of
from artifacts.services.documents.impact import Impact
from artifacts.services.editing.locking import fingerprint
from artifacts.services.facts.corrections import (
    LANGUAGES,
    conflict_base,
    doubt_base,
    doubts_of,
    fact_base,
)
from artifacts.services.facts.second_reading import extra_answer

_SENTENCE_END = re.compile(r"[.!?;](?=\s)|\n")

QUOTED = 180
"""Characters of the founder's words that are quoted under a fact."""

NAMES = {"en": gettext_noop("English"), "de": gettext_noop("German")}

SHOWN: tuple[tuple[str, str, str, tuple[str, ...]], ...] = (
    (
        "offer",
        gettext_noop("What it does"),
        gettext_noop("One line per step. These become the features and the user journey."),
        ("first_version", "left_out"),
    ),
    (
        "people",
        gettext_noop("People"),
        gettext_noop("Whom we write about, and whom we ask first."),
        ("user", "payer", "other_side", "counts", "first_people", "evidence", "stage"),
    ),
    (
        "money",
        gettext_noop("Money"),
        gettext_noop("Used for every price and every sum."),
        ("prices", "budget"),
    ),
    (
        "time",
        gettext_noop("Time"),
        gettext_noop("The plan fits this, or says by how much it does not."),
        ("deadline", "duration_weeks", "earliest_start", "test"),
    ),
    (
        "team",
        gettext_noop("Team"),
        gettext_noop("Hours decide how much fits into a week."),
        ("people", "hours_per_week", "missing_skills"),
    ),
    (
        "place",
        gettext_noop("Place"),
        gettext_noop("Where it is offered, and on what it runs."),
        ("regions", "languages", "platforms"),
    ),
    (
        "law",
        gettext_noop("Law"),
        gettext_noop("Permits that take months belong at the beginning."),
        ("laws",),
    ),
)
"""The groups of the page: key, title, hint, and the facts in it."""


@dataclass(frozen=True, slots=True)
class Quote:
    """The founder's words behind a fact, and the title of the answer they are from."""

    source: str
    text: str


@dataclass(frozen=True, slots=True)
class FactRow:
    path: str
    slug: str
    title: str
    value_text: str
    quotes: list[Quote]
    fact: Fact[Any]
    base: str
    impact: Impact | None = None
    is_first: bool = True
    """False if the row before is of the same list, and its title says enough."""
    more: str = ""
    """The path for another entry, in the last row of a list."""

    @property
    def is_confirmed(self) -> bool:
        return self.fact.state == "confirmed"


@dataclass(frozen=True, slots=True)
class Missing:
    """A fact that nobody has said yet."""

    path: str
    slug: str
    title: str
    question: str
    is_left_open: bool


@dataclass(frozen=True, slots=True)
class Lines:
    """A list that repeats the founder's lines, changed as a whole."""

    path: str
    slug: str
    title: str
    lines: list[str]
    is_numbered: bool


@dataclass(slots=True)
class FactGroup:
    key: str
    title: str
    hint: str
    rows: list[FactRow] = field(default_factory=list)
    lines: list[Lines] = field(default_factory=list)
    missing: list[Missing] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class ConflictCard:
    id: str
    title: str
    text: str
    base: str
    choices: list[tuple[str, str]]
    is_settled: bool


@dataclass(frozen=True, slots=True)
class DoubtCard:
    path: str
    title: str
    kept: str
    new: str
    quotes: list[Quote]
    base: str


@dataclass(frozen=True, slots=True)
class TraitRow:
    name: str
    title: str
    seen: str
    chosen: str
    quotes: list[Quote]
    is_confirmed: bool


@dataclass(frozen=True, slots=True)
class ExtraRow:
    """A question that was made for this idea, with its answer as it is stored or was typed."""

    number: int
    question: ExtraQuestion
    answer: str
    base: str


def slug(path: str) -> str:
    """Return the id of a fact's place on the page."""
    return "fact-" + path.replace(".", "-")


def quotes_of(project: Project, fact: Fact[Any]) -> list[Quote]:
    """Return the sentences that a fact was read from, with the titles of their answers."""
    texts = {"idea": project.idea, **project.get_answers().model_dump()}
    sentences = dict.fromkeys(
        (span.answer, _sentence(texts.get(span.answer, ""), span)) for span in fact.said
    )
    return [Quote(_source(answer), sentence) for answer, sentence in sentences]


def _sentence(text: str, span: Span) -> str:
    """Return the sentence around a span; the span alone where the text is another one by now."""
    if text[span.start : span.end] != span.text:
        return Truncator(span.text.strip()).chars(QUOTED)
    start = max((end.end() for end in _SENTENCE_END.finditer(text, 0, span.start)), default=0)
    following = _SENTENCE_END.search(text, max(span.end - 1, 0))
    sentence = text[start : following.end() if following else len(text)].strip(" \n;")
    return sentence if len(sentence) <= QUOTED else Truncator(span.text.strip()).chars(QUOTED)


def fact_groups(project: Project, facts: Facts, impacts: Mapping[str, Impact]) -> list[FactGroup]:
    """Return the groups of facts in the order of the page."""
    return [
        _group(FactGroup(key, _(title), _(hint)), names, project, facts, impacts)
        for key, title, hint, names in SHOWN
    ]


def told_rows(project: Project) -> list[tuple[str, list[str]]]:
    """Return the facts that were said, as title and values, for the page of the project."""
    told = project.get_input()
    return made_of(told, "told rows", get_language(), lambda: _told_rows(told.sheet))


def _told_rows(facts: Facts) -> list[tuple[str, list[str]]]:
    told: dict[str, list[str]] = {}
    for path, fact in facts.each():
        if fact and not path.startswith("traits."):
            told.setdefault(_(title_of(path)), []).append(value_text(path, fact.value))
    kinds = [_(TITLES[f"traits.{trait}"]) for trait in TRAITS if facts.traits.has(trait)]
    return [*told.items(), *([(_("What kind of thing it is"), kinds)] if kinds else [])]


def conflict_cards(facts: Facts, *, today: date) -> list[ConflictCard]:
    return [_conflict_card(facts, conflict) for conflict in find_conflicts(facts, today=today)]


def doubt_cards(project: Project) -> list[DoubtCard]:
    return [
        DoubtCard(
            doubt.path,
            _(title_of(doubt.path)),
            value_text(doubt.path, doubt.kept.value) or _("left open"),
            value_text(doubt.path, doubt.reading.value) if doubt.reading else "",
            quotes_of(project, doubt.reading) if doubt.reading else [],
            doubt_base(doubt),
        )
        for doubt in doubts_of(project)
    ]


def trait_rows(facts: Facts, wanted: Mapping[str, str]) -> list[TraitRow]:
    """Return the traits; `wanted` is what was chosen in a window that came too late."""
    rows = []
    for trait in TRAITS:
        fact: Fact[Any] = getattr(facts.traits, trait)
        seen = fact.value or ""
        quotes = [
            Quote("", Truncator(span.text.strip()).chars(QUOTED // 3)) for span in fact.said[:1]
        ]
        chosen = wanted.get(trait) or seen
        rows.append(
            TraitRow(
                trait, _(TITLES[f"traits.{trait}"]), seen, chosen, quotes, fact.state == "confirmed"
            )
        )
    return rows


def extra_rows(project: Project, typed: Mapping[int, str]) -> list[ExtraRow]:
    """Return the questions for this idea; `typed` is what was answered to one of them and could not
    be saved.
    """
    rows = []
    for number, question in enumerate(project.get_interview().reading.questions):
        stored = extra_answer(project, question)
        rows.append(ExtraRow(number, question, typed.get(number, stored), fingerprint(stored)))
    return rows


def language_choices(project: Project) -> dict[str, Any]:
    """Return the languages to choose from, which is chosen, and the founder's if we cannot write in
    it.
    """
    own = project.get_facts().language
    return {
        "languages": [(code, _(NAMES[code])) for code in LANGUAGES],
        "language": project.language or (own if own in LANGUAGES else LANGUAGES[0]),
        "foreign": own if own and own not in LANGUAGES else "",
    }


def _group(
    group: FactGroup,
    names: tuple[str, ...],
    project: Project,
    facts: Facts,
    impacts: Mapping[str, Impact],
) -> FactGroup:
    for name in names:
        title = _(TITLES[name])
        here = [(path, fact) for path, fact in facts.each() if group_of(path) == name]
        said = [(path, fact) for path, fact in here if fact]
        if not said:
            group.missing.append(_missing(project, name, title, here))
        elif name in OWN_WORDS:
            lines = [str(fact.value) for _path, fact in said]
            group.lines.append(Lines(name, slug(name), title, lines, name == "first_version"))
        else:
            rows = [_row(project, path, title, fact, impacts.get(name)) for path, fact in said]
            rows[1:] = [replace(row, is_first=False) for row in rows[1:]]
            if name in LISTS:
                rows[-1] = replace(rows[-1], more=name)
            group.rows += rows
    return group


def _row(
    project: Project, path: str, title: str, fact: Fact[Any], impact: Impact | None
) -> FactRow:
    words = value_text(path, fact.value)
    quotes = [
        quote if quote.text.strip(" .") != words.strip(" .") else replace(quote, text="")
        for quote in quotes_of(project, fact)
    ]
    return FactRow(path, slug(path), title, words, quotes, fact, fact_base(fact), impact)


def _missing(project: Project, name: str, title: str, here: list[tuple[str, Fact[Any]]]) -> Missing:
    key = ANSWERED_BY[name]
    left_open = key in project.left_open or any(fact.state == "confirmed" for _path, fact in here)
    return Missing(name, slug(name), title, key, left_open)


def _conflict_card(facts: Facts, conflict: Conflict) -> ConflictCard:
    return ConflictCard(
        conflict.id,
        _(conflict.title),
        fill(conflict.text, dict(conflict.values)),
        conflict_base(facts, conflict),
        [(choice.key, fill(choice.text, dict(choice.values))) for choice in conflict.choices],
        conflict.is_settled,
    )


def _source(answer: str) -> str:
    if answer == "idea":
        return _("the idea")
    question = find_question(answer)
    return _(question.title) if question else answer
