"""Grounding: the documents are about this founder's project, and no figure in them is made up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from artifacts.coherence.dossier import Dossier, Passage
from artifacts.coherence.findings import Place, Severity
from artifacts.coherence.rules.registry import Fault, rule, shorten
from artifacts.coherence.words import WORD, Figure, either, figures, language, sentence_around, words_of
from artifacts.interview import gettext_noop
from artifacts.schemas.base import FieldKind
from artifacts.schemas.brief import Assumption
from artifacts.tiers import Gate

_ASSUMED = either(
    """
    assum*
    guess*
    estimat*
    threshold*
    hypothes*
    suppos*
    for example
    e.g
    annahme*
    angenommen
    vermut*
    schätz*
    geschätzt*
    schwelle*
    hypothese*
    zum beispiel
    z.b
    """
)
_ASSUMPTION_POINTER = re.compile(r"\[\[A-\d{1,6}\]\]|\[\[brief\.assumptions\]\]")

_SENTENCE_END = re.compile(r"[.!?？。](?!\d)")
_SENTENCE_MAX = 400
_HARMLESS = frozenset({"0", "1"})

_LABELS = words_of(
    """
    article art section version phase step stage week weeks day days level tier year month quarter milestone feature
    risk chapter rule iteration sprint round part point option appendix type layer oauth python html css http
    artikel abschnitt stufe schritt woche tag monat jahr kapitel teil punkt paragraph absatz runde
    """
)
"""Words before a number that make it a name and not a quantity."""
_CURRENCIES = frozenset({"EUR", "USD", "CHF", "GBP", "SEK", "NOK", "DKK", "JPY", "CAD", "AUD", "PLN", "CZK"})
_DIGIT = re.compile(r"\d")
_RANGE = re.compile(r"\d+ ?[-–—/] ?$")
_AMOUNT = re.compile(r"[ \u00a0]?(?:[%€$£]|(?:per ?cent|prozent|euros?|dollars?|pounds?)\b)", re.IGNORECASE)
_THOUSANDS = re.compile(r"\D\d{3}$")
_LAST_WORD = re.compile(r"([^\W\d_]+)[ \u00a0]?$")

_TOLD = 10
"""How many figures of one text are told; whoever mends these sees the next."""
_OWN_WORD_MIN = 5
_ANY_TEXT = 40
"""Characters below which a document is about nothing yet."""


@rule(
    severity=Severity.IMPORTANT,
    message=gettext_noop("Nobody told us the figure %(figure)s: “%(sentence)s”"),
    hint=gettext_noop("Take it out, mark it as an assumption, or add it to our answers if it is true."),
    good={"brief.target_user": "We begin with owners of small shops, about 40 of them by our estimate."},
    bad={"brief.target_user": "We begin with 4,800 owners of small shops."},
)
def figure_without_source(dossier: Dossier) -> Iterator[Fault]:
    """Every figure comes from the founder, is computed, stands beside an assumption or is marked as ours or open."""
    for passage in dossier.looked_at:
        if _DIGIT.search(passage.plain) and _is_claim(passage) and not dossier.is_edited(passage.place):
            for figure in islice(_without_source(dossier, passage), _TOLD):
                sentence = sentence_around(passage.text, figure.start)
                yield Fault(
                    passage.place, figure.value, {"figure": shorten(figure.text), "sentence": shorten(sentence)}
                )


@rule(
    severity=Severity.MINOR,
    message=gettext_noop("The %(document)s could be about any project: it has neither our name nor our words in it."),
    hint=gettext_noop("Say it in the words we used for our idea."),
    good={},
    bad={
        "how_it_works.J-1.title": "Hello",
        "how_it_works.J-1.description": "They meet us.",
        "how_it_works.architecture": "A front end and a back end.",
        "how_it_works.data_flow": "Data goes in and comes out.",
    },
)
def own_words_missing(dossier: Dossier) -> Iterator[Fault]:
    """Every document uses the project's name or the founder's own words."""
    name, words = dossier.project.name.casefold(), _own_words(dossier)
    if not _bare(name) or not words:
        return
    for artifact_type, content in dossier.contents.items():
        if dossier.only in (None, artifact_type):
            # What only some may read is left out, or its words would show through what is said to the others.
            text = "\n".join(p.folded for p in dossier.passages_of(artifact_type) if p.section.gate is Gate.CORE)
            if (
                len(text) < _ANY_TEXT
                or name in text
                or not words.isdisjoint(WORD.findall(text))
                or _bare(name) in _bare(text)
            ):
                continue
            yield Fault(Place(artifact_type, content.lead), "", {"document": artifact_type.label})


def _without_source(dossier: Dossier, passage: Passage) -> Iterator[Figure]:
    for figure in figures(passage.plain):
        is_known = _is_said(dossier, passage.plain, figure) or figure.amount in dossier.computed_numbers
        if not (is_known or _is_a_name(passage.plain, figure) or _is_assumed(passage, figure)):
            yield figure


def _is_claim(passage: Passage) -> bool:
    """Return whether a figure in the text says something about the world: a title or a criterion sets one."""
    if isinstance(passage.item, Assumption):
        return False
    return passage.field is None or passage.field.kind is FieldKind.TEXT


def _is_a_name(text: str, figure: Figure) -> bool:
    """Return whether the figure is part of a name, a reference or a list's numbering and no quantity."""
    before, after = text[max(0, figure.start - 24) : figure.start], text[figure.end : figure.end + 2]
    if figure.value in _HARMLESS or text[figure.start : figure.start + 4] == "24/7" or before.endswith("24/"):
        return True
    if figure.value == "100" and after.lstrip()[:1] == "%":
        return True
    if _touches_a_letter(before, after if not figure.is_counted else "") or before[-1:] in ("#", "§", "№", "/", "_"):
        return True
    if (not before or before[-1] in "\n(") and after[:1] in (".", ")") and len(figure.text) <= 2:
        return True
    if (before[-1:] == ":" and before[-2:-1].isdigit()) or (after[:1] == ":" and after[1:].isdigit()):
        return True
    return _is_named_by(text, before, is_amount=_is_amount(text, figure))


def _is_amount(text: str, figure: Figure) -> bool:
    """Return whether it shows in the figure itself that something is counted: 62%, 4,800, 5M."""
    return figure.is_counted or bool(_THOUSANDS.search(figure.text) or _AMOUNT.match(text, figure.end))


def _is_named_by(text: str, before: str, *, is_amount: bool) -> bool:
    """Return whether the word before a figure makes it a name: week 3, ISO 27001, Node 20, weeks 3–4."""
    match = _LAST_WORD.search(_RANGE.sub("", before))
    if match is None:
        return False
    word = match[1]
    if word.casefold() in _LABELS or (len(word) > 1 and word.isupper() and word not in _CURRENCIES):
        return True
    if is_amount:
        return False
    # German writes every noun with a capital, and any language the first word of a sentence.
    inside_a_sentence = before[: match.start()].rstrip()[-1:] not in ("", *'.!?:\n“„"')
    return word[0].isupper() and inside_a_sentence and language(text) == "en"


def _touches_a_letter(before: str, after: str) -> bool:
    """Return whether the figure is part of a word such as 3D, MP3 or F-2; 8-week is a figure."""
    if before[-1:].isalpha() or after[:1].isalpha():
        # Scripts without spaces put their units right beside the figure.
        return (before[-1:] + after[:1]).isascii() or not (before[-1:] > "\u0590" or after[:1] > "\u0590")
    return before[-1:] == "-" and before[-2:-1].isalpha()


def _is_said(dossier: Dossier, text: str, figure: Figure) -> bool:
    said = dossier.said_numbers
    if figure.amount in said:
        return True
    if text[figure.end : figure.end + 1] == "…":
        return any(number.startswith(figure.value) for number in said)
    return figure.amount in dossier.converted_numbers


def _is_assumed(passage: Passage, figure: Figure) -> bool:
    """Return whether the sentence claims nothing: it asks, says that it assumes, or is marked as ours or as open."""
    end = _SENTENCE_END.search(passage.plain, figure.end, figure.end + _SENTENCE_MAX)
    if end and end[0] == "?":
        return True
    last = end.start() if end else figure.end + _SENTENCE_MAX
    if any(figure.end <= mark <= last for mark in passage.marks):
        return True
    sentence = sentence_around(passage.text, figure.start)
    return bool(_ASSUMPTION_POINTER.search(sentence) or _ASSUMED.search(sentence))


def _bare(text: str) -> str:
    """Return the letters and digits of `text` alone, so that spacing and quoting do not count."""
    return "".join(char for char in text.casefold() if char.isalnum())


def _own_words(dossier: Dossier) -> set[str]:
    return {word for word in WORD.findall(dossier.said) if len(word) >= _OWN_WORD_MIN}
