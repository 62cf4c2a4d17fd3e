"""The text of findings in the reader's language, for pages and exports."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext, ngettext

from artifacts.checker.findings import Evidence, Finding, Location
from artifacts.text import InContext, gettext_noop
from artifacts.translation import translated

CHECKED = gettext_noop(
    "We checked links, figures, dates, scope and language. We cannot know whether it is true."
)

OURS = frozenset({"field", "noun"})
"""The values of a message that are words of ours and not out of the documents."""


def message_of(finding: Finding) -> str:
    return gettext(finding.template) % {
        name: _in_words(name, value) for name, value in finding.values
    }


def place_text(place: Location) -> str:
    """Words for the place within its document."""
    section = place.artifact_type.content_class.section(place.section)
    title = gettext(section.title) if section else place.section
    return f"{title}, {place.item_id}" if place.item_id else title


def full_place_text(place: Location) -> str:
    """Words for the place among all documents."""
    document, words = translated(place.artifact_type.label), place_text(place)
    # A document may be named after its main section.
    return words if words.partition(",")[0] == document else f"{document}, {words}"


def _in_words(name: str, value: str | Location) -> str:
    if isinstance(value, Location):
        return full_place_text(value)
    if name in {"document", "documents"}:
        return ", ".join(translated(InContext(label, "document")) for label in value.split(", "))
    return gettext(value) if name in OURS else value


@dataclass(frozen=True, slots=True)
class EvidenceTexts:
    """What pages and exports say about the evidence, in the reader's language."""

    percent: str
    parts: tuple[str, ...]
    checked: str
    unchecked: str


def evidence_texts(evidence: Evidence) -> EvidenceTexts:
    return EvidenceTexts(
        percent=gettext("Evidence: %(percent)s%%") % {"percent": evidence.percent},
        parts=tuple(_evidence_parts(evidence)),
        checked=gettext(CHECKED),
        unchecked=gettext("Not checked: %(what)s.")
        % {"what": "; ".join(map(gettext, evidence.unchecked))},
    )


def _evidence_parts(evidence: Evidence) -> Iterator[str]:
    if evidence.assumptions:
        yield ngettext(
            "%(confirmed)s of %(count)s assumption confirmed",
            "%(confirmed)s of %(count)s assumptions confirmed",
            evidence.assumptions,
        ) % {"confirmed": evidence.assumptions_confirmed, "count": evidence.assumptions}
    if evidence.assumptions_disproved:
        yield ngettext(
            "%(count)s disproved by a test",
            "%(count)s disproved by tests",
            evidence.assumptions_disproved,
        ) % {"count": evidence.assumptions_disproved}
    if evidence.facts:
        yield ngettext(
            "%(confirmed)s of %(count)s fact confirmed",
            "%(confirmed)s of %(count)s facts confirmed",
            evidence.facts,
        ) % {"confirmed": evidence.facts_confirmed, "count": evidence.facts}
    if evidence.ours_percent is not None:
        yield gettext("%(percent)s%% of the text is our suggestion or calculation") % {
            "percent": evidence.ours_percent
        }
