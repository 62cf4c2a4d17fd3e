"""Ways to reach something that a text closes, replaces or adds, against those the founder names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from artifacts.checker import cues
from artifacts.checker.claims import Clause, Sentence
from artifacts.checker.cues.others import LEFT_TO_OTHERS
from artifacts.checker.cues.ways import ACTS, CLOSED, GIVEN_UP, IN_PLACE_OF, NOT_BY, ONLY_BY
from artifacts.checker.knowledge import Knowledge
from artifacts.checker.remembered import remembered
from artifacts.facts.grammar.matches import PlatformMatch

_WORDS = {
    "web": (
        "web portal portals website websites webpage webseite webseiten internetseite internet"
        " online browser homepage webshop onlineshop webformular onlineformular kundenportal"
        " buchungsportal online-portal online-formular online-shop online-kalender"
    ),
    "phone": "app apps smartphone smartphones",
    "tablet": "tablet tablets ipad ipads",
    "phone call": (
        "phone phones phoned telephone telephoned hotline telefon telefonisch anruf anrufe"
        " telefonhotline"
    ),
    "sms": "sms texting texted texts textnachricht textnachrichten",
    "email": "mailed email emails e-mail e-mails emailed e-mailed gemailt",
    "whatsapp": "whatsapp",
    "paper": "paper papier zettel letter letters brief briefe",
    "kiosk": "kiosk kiosks terminal terminals touchscreen touchscreens",
}
WAY_OF = {word: way for way, words in _WORDS.items() for word in words.split()}
_ALSO_PHONE = frozenset(("phone", "phones"))
"""Words for a device as well as for a call."""
_SCREENS = frozenset(("web", "phone", "tablet", "kiosk"))
"""Ways that somebody has to build."""


def ways_against(known: Knowledge, sentence: Sentence) -> Iterator[str]:
    """Yield the ways by which a sentence goes against those of our answers: one of ours that it
    closes or replaces, one that nobody spoke of, and the devices of a maker that was ruled out.
    """
    if sentence.says(cues.CONDITIONAL) or not known.sheet.platforms:
        return
    if brand := _brand_ruled_out(known, sentence):
        yield brand
        return
    used = {fact.value for fact in known.sheet.platforms}
    for clause in sentence.clauses:
        for word, before, behind in _ways_in(clause):
            way = WAY_OF[word]
            if way in used:
                if _is_closed(known, way, word, before, behind):
                    yield way
                    return
            elif _is_new(known, clause, word, before):
                yield way
                return


def _ways_in(clause: Clause) -> Iterator[tuple[str, str, str]]:
    """Yield each word for a way in a clause, with the words before and behind it."""
    words = _TEXT_MESSAGES.sub(" texts ", clause.words).split()
    for at, word in enumerate(words):
        if word in WAY_OF:
            before, behind = words[max(at - _NEAR, 0) : at], words[at + 1 : at + 1 + _FAR]
            yield word, f" {' '.join(before)} ", f" {' '.join(behind)} "


_NEAR = 4
_FAR = 8
_TEXT_MESSAGES = re.compile(r" text messages?(?= )")


def _is_closed(known: Knowledge, way: str, word: str, before: str, behind: str) -> bool:
    """Whether one of our ways is not there any more, by the words around it."""
    if CLOSED(behind) or (GIVEN_UP.search(before) and not _is_used_today(known, way)):
        return True
    if (word.endswith("ed") or word == "gemailt") and NOT_BY.search(before):
        return True
    return bool(IN_PLACE_OF.search(before)) and not _is_used_today(known, way)


def _is_used_today(known: Knowledge, way: str) -> bool:
    """Whether people use a way without us, which may well be replaced."""
    told = (s for key in ("problem", "workaround") for s in known.told[key])
    return any(way in _named(sentence) for sentence in told)


def _named(sentence: Sentence) -> set[str]:
    """Return the ways that a sentence names at all."""
    found = {match.platform for match in sentence.each(PlatformMatch)}
    return found | {WAY_OF[word] for word in sentence.words.split() if word in WAY_OF}


@remembered
def _mentioned(known: Knowledge) -> frozenset[str]:
    """Return the ways that the founder speaks of anywhere."""
    return frozenset().union(*map(_named, known.sentences))


def _is_new(known: Knowledge, clause: Clause, word: str, before: str) -> bool:
    """Whether something is done in a way that the founder never speaks of: on a screen that
    somebody would have to build, or in no other way.
    """
    way = WAY_OF[word]
    if way in _mentioned(known) or word in _ALSO_PHONE:
        return False
    if clause.says(cues.NEGATION) or clause.says(LEFT_TO_OTHERS):
        return False
    if way in _SCREENS and clause.says(ACTS):
        return True
    return ONLY_BY.search(f"{before}{word} ") is not None


# -- makers of devices
# --------------------------------------------------------------------------------------------------

MAKERS = {
    word: maker
    for maker, words in {
        "apple": "iphone iphones ipad ipads ios apple apple's",
        "google": "android google",
    }.items()
    for word in words.split()
}
"""Words for devices by their makers."""


def _brand_ruled_out(known: Knowledge, sentence: Sentence) -> str:
    """Return the device of a maker that was ruled out, and that a sentence promises; else ""."""
    if sentence.negated or sentence.says(cues.LATER) or sentence.says(LEFT_TO_OTHERS):
        return ""
    words = [word for word in sentence.words.split() if word in MAKERS]
    out = makers_ruled_out(known) if words else frozenset()
    return next((word for word in words if MAKERS[word] in out), "")


@remembered
def makers_ruled_out(known: Knowledge) -> frozenset[str]:
    """Return the makers whose devices alone the founder rules out: "Android only, no iPhone"."""
    denied = {word for item in known.ruled_out for word in item.words}
    denied |= {
        word
        for sentence in known.sentences
        for match in sentence.each(PlatformMatch)
        if match.negated
        for word in sentence.source.words(match.first, match.last).split()
    }
    out = {MAKERS[word] for word in denied if word in MAKERS}
    return frozenset(out - {MAKERS[word] for word in known.own_words - denied if word in MAKERS})


_NAMED = cues.Cue("\n".join((*WAY_OF, *MAKERS, "install*", "installation*")))
ON_WAYS = (PlatformMatch, _NAMED)
"""What a sentence has that names a way or a device at all."""


# -- programs to install
# --------------------------------------------------------------------------------------------------

_INSTALLED = re.compile(
    r" install(?:s|ed|ing|iert|ieren)? (?:[^ .,;]+ ){0,4}[^ .,;]*"
    r"(?:programs?|programme?s?|software)"
    r" (?:[^ .;]+ ){0,4}(?:computers?|pc|pcs|laptops?|desktop|rechner|büro) "
    r"| (?:auf|am|im) (?:[^ .,;]+ ){1,2}(?:computer|pc|rechner|laptop) (?:[^ .;]+ ){0,6}installier"
)
"""A program that somebody has to install on a computer."""


def is_installed(sentence: Sentence) -> bool:
    """Return whether a sentence has somebody install a program on a computer."""
    return "install" in sentence.words and _INSTALLED.search(sentence.words) is not None
