"""Words and small choices that pages need beside the text of documents: receipts, ages, what has been edited."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal

from django import template
from django.contrib.humanize.templatetags.humanize import apnumber
from django.utils import timezone
from django.utils.text import get_text_list
from django.utils.timesince import timesince
from django.utils.translation import gettext as _

from artifacts import reading
from artifacts.coherence.references import ReferenceIndex
from artifacts.models import Artifact, GenerationAttempt
from artifacts.schemas import GENERATION_ORDER, ArtifactType
from artifacts.status import DocumentStatus, ProjectStatus, State
from artifacts.templatetags.artifacts_text import plain_text
from artifacts.tiers import Tier

register = template.Library()


@register.filter
def ago(moment: datetime | None) -> str:
    """How long ago `moment` was, in one unit."""
    if moment is None:
        return ""
    if (timezone.now() - moment).total_seconds() < 60:
        return _("just now")
    return _("%(time)s ago") % {"time": timesince(moment, depth=1)}


@register.filter
def duration(seconds: float | None) -> str:
    """A time that something took: 0.3 s, 14 s, 2 min 5 s."""
    if seconds is None:
        return ""
    if seconds < 0.1:
        return _("under 0.1\N{NO-BREAK SPACE}s")
    if seconds < 10:
        return _("%(seconds)s\N{NO-BREAK SPACE}s") % {"seconds": f"{seconds:.1f}"}
    minutes, rest = divmod(round(seconds), 60)
    if not minutes:
        return _("%(seconds)s\N{NO-BREAK SPACE}s") % {"seconds": rest}
    return _("%(minutes)s\N{NO-BREAK SPACE}min %(seconds)s\N{NO-BREAK SPACE}s") % {"minutes": minutes, "seconds": rest}


@register.filter
def money(usd: Decimal) -> str:
    """What a version cost, to the cent."""
    return f"${usd:.2f}" if usd >= Decimal("0.01") else _("under $0.01")


@register.filter
def writer(attempt: GenerationAttempt) -> str:
    """Who wrote a version, as a founder would say it."""
    if attempt.runner.partition(":")[0] == "fake":
        return _("the offline writer")
    return attempt.model or _("a language model")


@register.filter
def sources(attempt: GenerationAttempt) -> str:
    """The versions of earlier documents that a version was written from, in words; empty where there were none."""
    versions = attempt.upstream_versions
    names = [f"{t.label} v{versions[t.value]}" for t in GENERATION_ORDER if t.value in versions]
    return get_text_list(names, _("and"))


@register.simple_tag
def document_summary(artifact: Artifact, index: ReferenceIndex, tier: Tier) -> str:
    """A line on what a document says, or on what it is for while there is none. Not marked safe."""
    if artifact.content is None:
        return artifact.type.content_class.purpose
    return plain_text(reading.summary(artifact.content, tier), index)


@register.filter
def stale(status: ProjectStatus) -> list[DocumentStatus]:
    return [document for document in status.documents if document.state is State.STALE]


@register.filter
def edited(status: ProjectStatus) -> list[str]:
    """Every section of a project that was edited by hand, in words."""
    return _edited_places(status.documents)


@register.filter
def edited_from(status: ProjectStatus, artifact_type: ArtifactType) -> list[str]:
    """The same for one document and all after it: what writing those anew would touch."""
    return _edited_places(d for d in status.documents if d.type.number >= artifact_type.number)


@register.simple_tag
def artifact_types() -> tuple[ArtifactType, ...]:
    """Every type in the order of generation, for pages that say what there will be."""
    return GENERATION_ORDER


@register.filter
def purpose(artifact_type: ArtifactType) -> str:
    """What a document is for. A template cannot reach it by itself, because it would call the class on the way."""
    return artifact_type.content_class.purpose


@register.filter
def in_words(number: int) -> str:
    """A number up to nine as a word."""
    return str(apnumber(number))


@register.filter
def section_title(name: str, artifact_type: ArtifactType) -> str:
    section = artifact_type.content_class.section(name)
    return section.title if section else name


@register.simple_tag
def difference(entry: reading.ItemView | str, other: reading.SectionView | None, side: str) -> str:
    """How an entry of a list differs from the `other` version's: "changed", "new", "gone", or nothing.

    `side` is the version that the entry stands in, "before" or "now".
    """
    if not other or not isinstance(other.value, (list, tuple)) or entry in other.value:
        return ""
    if isinstance(entry, reading.ItemView) and any(entry.id == item.id for item in other.value):
        return "changed"
    return "new" if side == "now" else "gone"


def _edited_places(documents: Iterable[DocumentStatus]) -> list[str]:
    return [
        f"{document.type.label}: {section_title(name, document.type)}"
        for document in documents
        for name in document.artifact.edited_sections
    ]
