"""Labels for receipts, ages and edits, and small decisions of templates."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django import template
from django.conf import settings
from django.contrib.humanize.templatetags.humanize import apnumber
from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import Truncator, get_text_list
from django.utils.timesince import timesince
from django.utils.translation import get_language, ngettext, ngettext_lazy, pgettext
from django.utils.translation import gettext as _

from artifacts.models import Artifact, GenerationAttempt, Project, User
from artifacts.models.stored import Edit, StillFits
from artifacts.runners import asks_a_model
from artifacts.runners.base import BUDGET_SPENT
from artifacts.schemas import GENERATION_ORDER, ArtifactAnnotation, ArtifactType
from artifacts.services.documents.notes import PlacedNotes
from artifacts.services.documents.status import DocumentState, DocumentStatus, ProjectStatus
from artifacts.translation import clock_label, translated
from artifacts.usage.totals import UsageTotals, end_of_day
from artifacts.web.clock import age_holds, holds_for
from cofounder import __version__

register = template.Library()

QUOTED_MAX = 300
"""How many characters of a guest's note an email quotes."""


@register.simple_tag
def version() -> str:
    """The version of the product."""
    return __version__


@register.simple_tag
def support_email() -> str:
    """Whom a founder writes to."""
    return str(settings.SUPPORT_EMAIL)


@register.simple_tag
def surprising_language(project: Project) -> str:
    """The language of the documents that will be written, where their founder might expect another
    one; else empty.

    Another one than that of the page, or than that of the founder's words where nobody chose it.
    """
    if asks_a_model(settings.RUNNER):
        return ""
    described = project.get_input()
    language = described.document_language
    expected = (get_language() or language).partition("-")[0]
    said = "" if described.language else described.sheet.language
    return "" if language == expected and said in ("", language) else language


# Whole phrases: in German "ago" asks for other forms of the words for a time than its length does.
_AGO: dict[str, Any] = {
    "year": ngettext_lazy("%(num)d year ago", "%(num)d years ago", "num"),
    "month": ngettext_lazy("%(num)d month ago", "%(num)d months ago", "num"),
    "week": ngettext_lazy("%(num)d week ago", "%(num)d weeks ago", "num"),
    "day": ngettext_lazy("%(num)d day ago", "%(num)d days ago", "num"),
    "hour": ngettext_lazy("%(num)d hour ago", "%(num)d hours ago", "num"),
    "minute": ngettext_lazy("%(num)d minute ago", "%(num)d minutes ago", "num"),
}


register.filter(translated)


@register.filter
def ago(moment: datetime | None) -> str:
    """How long ago `moment` was, in one unit."""
    if moment is None:
        return ""
    seconds = (timezone.now() - moment).total_seconds()
    age_holds(seconds)
    if seconds < 60:
        return _("just now")
    return timesince(moment, time_strings=_AGO, depth=1)


@register.filter
def moment(when: datetime) -> str:
    """A day and a time in full, where there is room: "29 November 2026, 14:05"."""
    return _in_full(when, pgettext("format of a day with a time", "j F Y, H:i"))


@register.filter
def moment_with_zone(when: datetime) -> str:
    """The same where nobody sees what the reader's clock says, as in a mail: "29 November 2026,
    14:05 UTC".
    """
    return _in_full(when, pgettext("format of a day with a time and its zone", "j F Y, H:i e"))


def _in_full(when: datetime, pattern: str) -> str:
    return str(date_format(timezone.localtime(when), pattern))


register.filter("clock", clock_label)


@register.filter
def failure_text(message: str) -> str:
    """What a document failed for; when a budget begins again is said by the reader's clock."""
    if message == BUDGET_SPENT:
        sentence = _(
            "Today’s budget for writing is used up. What is written is kept; try again after"
            " %(time)s."
        )
        return sentence % {"time": clock_label(end_of_day(timezone.now()))}
    return translated(message)


@register.filter
def quoted(text: str) -> str:
    """The beginning of what somebody else wrote, as mails quote it: "> " before each line."""
    shown = Truncator(text.strip()).chars(QUOTED_MAX)
    return "\n".join(f"> {line}" for line in shown.splitlines() if line.strip())


@register.filter
def machine_time(moment: datetime) -> str:
    """A moment as the `datetime` attribute of HTML has it, which takes no more than
    milliseconds.
    """
    return moment.isoformat(timespec="seconds")


@register.filter
def duration(seconds: float | None) -> str:
    """A time that something took: 1.3 s, 14 s, 2 min 5 s; nothing for less than a second."""
    if seconds is None or seconds < 1:
        return ""
    if seconds < 10:
        return _("%(seconds)s\N{NO-BREAK SPACE}s") % {"seconds": number_format(seconds, 1)}
    return whole_seconds(seconds)


@register.filter
def about(seconds: float) -> str:
    """A time to be expected, as it stands in a sentence: 1 second, 14 seconds, 2 minutes."""
    whole = max(1, round(seconds))
    if whole < 60:
        return ngettext(
            "%(n)s\N{NO-BREAK SPACE}second", "%(n)s\N{NO-BREAK SPACE}seconds", whole
        ) % {"n": whole}
    minutes = round(whole / 60)
    return ngettext("%(n)s\N{NO-BREAK SPACE}minute", "%(n)s\N{NO-BREAK SPACE}minutes", minutes) % {
        "n": minutes
    }


@register.filter
def time_until(when: datetime) -> str:
    """How long it is until then, as `about` has it, and from an hour and a half on in hours."""
    seconds = max(0.0, (when - timezone.now()).total_seconds())
    holds_for(1)
    if seconds < 5400:
        return about(seconds)
    hours = round(seconds / 3600)
    return ngettext("%(n)s\N{NO-BREAK SPACE}hour", "%(n)s\N{NO-BREAK SPACE}hours", hours) % {
        "n": hours
    }


@register.filter
def whole_seconds(seconds: float) -> str:
    """A time that runs: 1 s, 14 s, 2 min 5 s."""
    minutes, rest = divmod(max(1, round(seconds)), 60)
    if not minutes:
        return _("%(seconds)s\N{NO-BREAK SPACE}s") % {"seconds": rest}
    return _("%(minutes)s\N{NO-BREAK SPACE}min %(seconds)s\N{NO-BREAK SPACE}s") % {
        "minutes": minutes,
        "seconds": rest,
    }


@register.simple_tag
def running(seconds: int) -> SafeString:
    """A time that runs, as `whole_seconds` has it; a script counts it on between two looks."""
    under = _("%(seconds)s\N{NO-BREAK SPACE}s") % {"seconds": "%s"}
    over = _("%(minutes)s\N{NO-BREAK SPACE}min %(seconds)s\N{NO-BREAK SPACE}s") % {
        "minutes": "%m",
        "seconds": "%s",
    }
    words = whole_seconds(seconds)
    return format_html(
        '<span data-seconds="{}" data-under="{}" data-over="{}">{}</span>',
        seconds,
        under,
        over,
        words,
    )


CENT_PLACES = 2
RECEIPT_PLACES = 6


@register.filter
def money(usd: Decimal) -> str:
    """An amount of USD, rounded half up to the cent; below one cent to as many digits as receipts
    keep.
    """
    # The formatting itself would cut digits off instead of rounding.
    places = CENT_PLACES if usd >= Decimal("0.01") or not usd else RECEIPT_PLACES
    amount = usd.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    if places == RECEIPT_PLACES:
        places = max(CENT_PLACES, -int(amount.normalize().as_tuple().exponent))
    return _("$%(amount)s") % {"amount": number_format(amount, places, force_grouping=True)}


@register.filter
def tokens(attempt: GenerationAttempt) -> str:
    """What a version took of a language model: "12,400 tokens, 8,000 of them from the cache"; empty
    for none.
    """
    total = (attempt.tokens_in or 0) + (attempt.tokens_out or 0)
    if not total:
        return ""
    words = ngettext("%(n)s token", "%(n)s tokens", total) % {"n": _grouped(total)}
    if not attempt.tokens_cached:
        return words
    return _("%(tokens)s, %(n)s of them from the cache") % {
        "tokens": words,
        "n": _grouped(attempt.tokens_cached),
    }


@register.filter
def spending_text(spending: UsageTotals) -> str:
    """What writing took: "7 versions, 120,000 tokens, $0.84".

    What is not known is named as such, and never as zero.
    """
    total = spending.tokens_in + spending.tokens_out
    words = [
        ngettext("%(n)s version", "%(n)s versions", spending.documents)
        % {"n": _grouped(spending.documents)}
    ]
    if total:
        known = ngettext("%(n)s token", "%(n)s tokens", total) % {"n": _grouped(total)}
        words.append(
            _("at least %(tokens)s") % {"tokens": known} if spending.unknown_tokens else known
        )
    if spending.cost_usd:
        words.append(money(spending.cost_usd))
        if spending.unknown_costs:
            unknown = ngettext(
                "%(n)s try of unknown cost", "%(n)s tries of unknown cost", spending.unknown_costs
            )
            words.append(unknown % {"n": _grouped(spending.unknown_costs)})
    elif spending.unknown_costs:
        words.append(_("cost unknown"))
    return ", ".join(words)


def _grouped(number: int) -> str:
    return str(number_format(number, 0, force_grouping=True))


@register.filter
def writer(attempt: GenerationAttempt) -> str:
    """Who wrote a version, as a founder would say it."""
    if attempt.runner.partition(":")[0] == "fake":
        return _("the offline writer")
    return attempt.model or _("a language model")


@register.filter
def sources(attempt: GenerationAttempt) -> str:
    """The versions of earlier documents that a version was written from, in words; empty if
    there were none.
    """
    names = [
        f"{translated(one.label)} v{version}" for one, version in attempt.versions_read.items()
    ]
    return get_text_list(names, _("and"))


@register.simple_tag
def own_names_of_languages() -> list[tuple[str, str]]:
    """Every language of the pages by its own name, whatever language the reader has."""
    return list(settings.LANGUAGES)


@register.filter
def stale(status: ProjectStatus) -> list[DocumentStatus]:
    return [document for document in status.documents if document.state is DocumentState.STALE]


@register.simple_tag
def artifact_types() -> tuple[ArtifactType, ...]:
    """Every type in the order of generation, for pages that say what there will be."""
    return GENERATION_ORDER


@register.filter
def purpose(artifact_type: ArtifactType) -> str:
    """What a document is for.

    A template cannot look it up, because it would call the class on the way.
    """
    return _(artifact_type.content_class.purpose)


@register.filter
def in_words(number: int) -> str:
    """A number up to nine as a word."""
    return str(apnumber(number))


@register.filter
def level_word(level: str | None) -> str:
    """How severe or likely something is, as a word on its own."""
    if level is None:
        return _("Not given")
    return {"high": _("High"), "medium": _("Medium"), "low": _("Low")}[level]


@register.simple_tag
def edit_of(artifact: Artifact, section: str, user: User) -> dict[str, Any] | None:
    """Who edited a section of `artifact` by hand, and when; None if nobody did.

    Support has no name for founders.
    """
    edit = artifact.edits.get(section)
    return signed_for(edit, user) if edit else None


@register.filter
def signed_for(word: Edit | StillFits, user: User) -> dict[str, Any]:
    """Who signed an edit or a word, and when, for `user`: no name where that was they."""
    by_reader = word.by_id in (None, user.pk)
    return {
        "by": "" if by_reader else word.by,
        "by_support": not by_reader and word.by_support,
        "at": word.at,
    }


@register.simple_tag
def notes_on(
    notes: PlacedNotes, section: str, item_id: str | None = None
) -> list[ArtifactAnnotation]:
    """The notes on an item, or on a section and all its items, open ones first."""
    if item_id is not None:
        return notes.on(section, item_id)
    found = [
        note for (name, _item), placed in notes.placed.items() if name == section for note in placed
    ]
    return sorted(found, key=lambda note: (note.resolved_at is not None, note.created_at))


@register.filter
def unresolved(notes: Iterable[ArtifactAnnotation]) -> list[ArtifactAnnotation]:
    return [note for note in notes if note.resolved_at is None]


@register.filter
def resolved(notes: Iterable[ArtifactAnnotation]) -> list[ArtifactAnnotation]:
    return [note for note in notes if note.resolved_at is not None]
