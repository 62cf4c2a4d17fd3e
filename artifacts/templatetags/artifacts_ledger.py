"""Words and addresses for the list of assumptions and open questions."""

from __future__ import annotations

from typing import NamedTuple

from django import template
from django.template import Context
from django.urls import reverse
from django.utils.translation import gettext as _

from artifacts.document_types.brief.schema import Assumption
from artifacts.documents.references import shorten
from artifacts.models import Project, User
from artifacts.schemas.base import FieldKind
from artifacts.services.assumptions import AssumptionEntry, EntryKind, SettleAction, list_entries

register = template.Library()

NAME_MAX = 80


class ActLink(NamedTuple):
    """A link to the page of an act: its verb, and what it says where it is read by itself."""

    url: str
    verb: str
    label: str


@register.filter
def assumption_words(item: Assumption) -> str:
    """Where an assumption comes from, and how sure we are."""
    choices = (field for field in item.fields() if field.kind is FieldKind.CHOICE)
    return " · ".join(f"{_(field.label)}: {_(getattr(item, field.name))}" for field in choices)


@register.simple_tag(takes_context=True)
def ledger_acts(context: Context, entry: AssumptionEntry) -> list[ActLink]:
    """What can be done about an entry, first what is said first."""
    project: Project = context["project"]
    name = shorten(
        _(entry.text) if entry.question else context["index"].words(entry.text), NAME_MAX
    )
    found = []
    for act in entry.acts:
        verb = _verb(entry, act)
        url = reverse(f"assumption_{act.value}", args=[project.pk, entry.key])
        found.append(ActLink(url, verb, f"{verb}: {name}"))
    return found


@register.simple_tag
def unsettled_count(project: Project, user: User) -> int:
    """How many assumptions and open questions wait to be settled.

    No query where the artifacts are loaded.
    """
    return sum(not entry.is_settled for entry in list_entries(project, user.get_tier()))


def _verb(entry: AssumptionEntry, act: SettleAction) -> str:
    if act is SettleAction.CONFIRM:
        return _("It is true")
    if act is SettleAction.REJECT:
        return _("Take it out")
    return _("Correct it") if entry.kind is EntryKind.ASSUMPTION else _("Answer it")
