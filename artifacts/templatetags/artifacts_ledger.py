"""Labels and addresses for the list of assumptions and open questions."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from django import template
from django.template import Context
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from artifacts.document_types.brief.schema import Assumption
from artifacts.documents.references import shorten
from artifacts.documents.testing import AssumptionOutcome, Decided, Result, Standing
from artifacts.models import AssumptionTest, Project
from artifacts.schemas.base import FieldKind
from artifacts.services.assumptions.register import AssumptionEntry, EntryKind, SettleAction

register = template.Library()

NAME_MAX = 80


class ActLink(NamedTuple):
    """A link to the page of an action: its verb, and its name for screen readers."""

    url: str
    verb: str
    label: str


class Resting(NamedTuple):
    """That something rests on an assumption which a test has decided about."""

    text: str
    item_id: str
    """The assumption's; empty on the assumption itself."""
    document: str
    is_disproved: bool

    @classmethod
    def of(cls, decided: Decided, item_id: str) -> Resting:
        is_own = decided.item_id == item_id
        is_disproved = decided.standing is Standing.DISPROVED
        if is_own:
            words = decided_text(decided)
        elif is_disproved:
            words = _("Rests on what a test of %(day)s has disproved") % {
                "day": date_format(decided.on)
            }
        else:
            words = _("Rests on what a test of %(day)s has confirmed") % {
                "day": date_format(decided.on)
            }
        document = decided.key.partition(".")[0]
        return cls(words, "" if is_own else decided.item_id, document, is_disproved)


@register.filter
def assumption_text(item: Assumption) -> str:
    """Where an assumption comes from, and how sure we are."""
    choices = (field for field in item.fields() if field.kind is FieldKind.CHOICE)
    return " · ".join(f"{_(field.label)}: {_(getattr(item, field.name))}" for field in choices)


@register.filter
def of_entry(found: Mapping[str, list[Any]], entry: AssumptionEntry) -> list[Any]:
    """What belongs to an entry, of what is sorted by the keys of entries."""
    return found.get(entry.key, [])


@register.filter
def state_text(test: AssumptionTest) -> str:
    """How far a test is, and what it found."""
    if test.is_draft:
        return _("A test is drafted")
    if test.is_started:
        return _("A test is running until %(day)s") % {"day": _day(test.due)}
    words = {
        Result.PASSED: _("Passed on %(day)s"),
        Result.FAILED: _("Failed on %(day)s"),
        Result.UNCLEAR: _("Unclear on %(day)s"),
    }[Result(test.state)] % {"day": _day(test.ended_on)}
    if test.asked is None:
        return words
    counted = _("%(yes)s of %(asked)s said yes") % {"yes": test.said_yes, "asked": test.asked}
    return f"{words}, {counted}"


@register.filter
def decided_text(decided: Decided | AssumptionOutcome) -> str:
    """That a test has confirmed or disproved an assumption, and when."""
    if isinstance(decided, AssumptionOutcome):
        has_passed = decided.result is Result.PASSED
    else:
        has_passed = decided.standing is Standing.CONFIRMED
    words = (
        _("Confirmed by a test of %(day)s") if has_passed else _("Disproved by a test of %(day)s")
    )
    return words % {"day": date_format(decided.on)}


@register.simple_tag(takes_context=True)
def resting_on(context: Context, section: str, item_id: str = "") -> list[Resting]:
    """Say what tests have decided about the assumptions that a section or an item rests on."""
    found: Mapping[tuple[str, str], tuple[Decided, ...]] = context.get("resting") or {}
    return [Resting.of(one, item_id) for one in found.get((section, item_id), ())]


@register.simple_tag(takes_context=True)
def ledger_acts(context: Context, entry: AssumptionEntry) -> list[ActLink]:
    """What can be done about an entry, first what is said first."""
    project: Project = context["project"]
    name = shorten(
        _(entry.text) if entry.question else context["index"].plain_text(entry.text), NAME_MAX
    )
    found = []
    for act in entry.acts:
        verb = _verb(entry, act)
        url = reverse(f"assumption_{act.value}", args=[project.pk, entry.key])
        found.append(ActLink(url, verb, f"{verb}: {name}"))
    return found


def _day(day: date | None) -> str:
    return date_format(day) if day else ""


def _verb(entry: AssumptionEntry, act: SettleAction) -> str:
    if act is SettleAction.CONFIRM:
        return _("It is true")
    if act is SettleAction.REJECT:
        return _("Take it out")
    return _("Correct it") if entry.kind is EntryKind.ASSUMPTION else _("Answer it")
