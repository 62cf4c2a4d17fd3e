"""The answers at the head of the page: problem and offer, for whom, at what price, by when, and how
we know that it works.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from django.utils.translation import gettext as _

from artifacts.document_types.brief.schema import ProductBriefContent
from artifacts.document_types.milestones.schema import MilestonesContent
from artifacts.document_types.mvp_scope.schema import MvpScopeContent
from artifacts.documents.references import Target
from artifacts.facts import sums
from artifacts.facts.labels import display_value, value_text, weeks_text
from artifacts.facts.schema import Fact, Facts, Test
from artifacts.schemas.marks import Mark, marks_in
from artifacts.summary.reader import PageReader
from artifacts.text import defuse

PROSE_MAX, LINE_MAX, NOTE_MAX = 300, 110, 150
"""Most characters of a paragraph, of a value, and of the note below it."""

MORE_PRICES = 2
READ = (ProductBriefContent, MvpScopeContent, MilestonesContent)
"""The documents whose sections are read here."""


@dataclass(frozen=True, slots=True)
class PageEntry:
    """One answer, or the question that is open instead.

    Texts may have marks, and no pointers. `target` is the section that says it, if any does.
    """

    key: str
    label: str
    text: str
    note: str = ""
    target: Target | None = None

    @property
    def is_open(self) -> bool:
        return Mark.OPEN in marks_in(self.text)


def texts(reader: PageReader) -> Iterator[PageEntry]:
    for key, label, name, question in (
        ("problem", _("Problem"), "problem_statement", _("What goes wrong today, and for whom?")),
        ("offer", _("Offer"), "value_proposition", _("What do we offer instead?")),
    ):
        text = reader.section(ProductBriefContent, name)
        if text:
            target = reader.target(ProductBriefContent, name)
            yield PageEntry(key, label, reader.excerpt(text, PROSE_MAX), target=target)
        elif reader.told is not None and reader.may_ask():
            yield _open(key, label, question)


def _open(key: str, label: str, question: str) -> PageEntry:
    return PageEntry(key, label, question + Mark.OPEN.code)


def figures(reader: PageReader) -> Iterator[PageEntry]:
    for key, label, question, made in (
        ("user", _("For whom"), _("Who is it for?"), _user),
        ("price", _("Price"), _("What does it cost, and who pays?"), _price),
        ("date", _("Ready by"), _("By when must it be ready?"), _date),
        ("test", _("We know it works when"), _("How do we know that it works?"), _test),
    ):
        entry = made(reader, key, label)
        if entry:
            yield entry
        elif reader.may_ask() and not _is_known(reader.facts, key):
            yield _open(key, label, question)


def _is_known(facts: Facts, key: str) -> bool:
    """Return whether the founder has said it, so that it is not an open question for any reader."""
    known = {
        "user": facts.user,
        "price": facts.prices,
        "date": facts.deadline or facts.duration_weeks,
        "test": facts.test,
    }
    return bool(known[key])


def _user(reader: PageReader, key: str, label: str) -> PageEntry | None:
    target = reader.target(ProductBriefContent, "target_user")
    user, payer = reader.facts.user.value, reader.facts.payer.value
    if not user or not reader.knows(user):
        text = reader.section(ProductBriefContent, "target_user")
        found = reader.excerpt(text, LINE_MAX) if text else ""
        return PageEntry(key, label, found, target=target) if found else None
    note = ""
    if payer and payer != user and reader.knows(payer):
        note = _("Who pays: %(payer)s") % {"payer": reader.excerpt(defuse(payer), LINE_MAX)}
    return PageEntry(key, label, reader.excerpt(defuse(user), LINE_MAX), note, target)


def _price(reader: PageReader, key: str, label: str) -> PageEntry | None:
    prices = [
        defuse(display_value(fact.value))
        for fact in reader.facts.prices
        if fact.value and reader.knows(fact.value)
    ]
    if not prices:
        return None
    target = reader.target(ProductBriefContent, "value_proposition")
    return PageEntry(key, label, prices[0], " · ".join(prices[1 : 1 + MORE_PRICES]), target)


T = TypeVar("T")


def _known(reader: PageReader, fact: Fact[T]) -> T | None:
    """Return the value of a fact where the reader may know it."""
    return fact.value if fact.value and reader.knows(fact.value) else None


def _until(day: date, today: date) -> str:
    if day < today:
        return _("this day has passed")
    values = {"weeks": weeks_text(sums.weeks_until(day, today)), "day": display_value(today)}
    return _("%(weeks)s from %(day)s") % values


def _date(reader: PageReader, key: str, label: str) -> PageEntry | None:
    day, span = _known(reader, reader.facts.deadline), _known(reader, reader.facts.duration_weeks)
    if not day and not span:
        return None
    notes = [_until(day, reader.today) + Mark.COMPUTED.code] if day else []
    weeks = reader.section(MilestonesContent, "total_duration_weeks")
    if weeks:
        notes.append(_("our plan takes %(weeks)s") % {"weeks": weeks_text(weeks)})
    label = label if day else _("Ready in")
    text = display_value(day) if day else value_text("duration_weeks", span)
    target = reader.target(MilestonesContent, "milestones")
    return PageEntry(key, label, text, ", ".join(notes), target)


def _test(reader: PageReader, key: str, label: str) -> PageEntry | None:
    target = reader.target(MvpScopeContent, "success_metrics")
    test: Test | None = reader.facts.test.value
    if test is None or not reader.knows(test):
        lines = reader.section(MvpScopeContent, "success_metrics")
        found = reader.excerpt(lines[0], NOTE_MAX) if lines else ""
        return PageEntry(key, label, found, target=target) if found else None
    setting = defuse(display_value(test.model_copy(update={"pass_mark": ""})))
    mark = reader.excerpt(defuse(test.pass_mark), NOTE_MAX)
    return PageEntry(key, label, setting or mark, mark if setting else "", target)
