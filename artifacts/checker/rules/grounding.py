"""Grounding: the documents are about this founder's project."""

from __future__ import annotations

from collections.abc import Iterator

from artifacts.checker.context import CheckContext
from artifacts.checker.findings import Location, Severity
from artifacts.checker.rules.registry import Violation, rule
from artifacts.checker.text import WORD
from artifacts.schemas import ArtifactType
from artifacts.text import gettext_noop
from artifacts.tiers import Gate

_OWN_WORDS_MIN = 5
"""Words of the founder's below which no document can be told from another by them."""
_ANY_TEXT = 40
"""Characters below which a document is about nothing yet."""


@rule(
    severity=Severity.MINOR,
    message=gettext_noop(
        "The %(document)s could be about any project: it has neither our name nor our words in it."
    ),
    hint=gettext_noop("Say it in the words we used for our idea."),
    good={},
    bad={
        "how_it_works.J-1.title": "Hello",
        "how_it_works.J-1.description": "They meet us.",
        "how_it_works.architecture": "A front end and a back end.",
        "how_it_works.data_flow": "Data goes in and comes out.",
    },
)
def own_words_missing(context: CheckContext) -> Iterator[Violation]:
    """Every document uses the project's name or the founder's own words."""
    name, words = context.project.name.casefold(), context.told.long_words
    if not _bare(name) or len(words) < _OWN_WORDS_MIN:
        return
    for artifact_type, content in context.contents.items():
        if context.looks_at(artifact_type):
            # What only some may read is left out, or its words would show through what is said to
            # the others.
            texts = context.passages_of(artifact_type)
            text = "\n".join([p.folded for p in texts if p.section.gate is Gate.CORE])
            is_long = len(text) >= _ANY_TEXT and not _has_words(text, name, words)
            if is_long and not _repeats_a_line(context, artifact_type):
                place = Location(artifact_type, content.lead)
                yield Violation(place, "", {"document": artifact_type.label})


def _has_words(text: str, name: str, words: frozenset[str]) -> bool:
    """Whether a text has the project's name or one of the founder's words."""
    if name in text:
        return True
    for match in WORD.finditer(text):  # most texts say one of them early
        if match[0] in words:
            return True
    return _bare(name) in _bare(text)


def _repeats_a_line(context: CheckContext, artifact_type: ArtifactType) -> bool:
    """Whether a text of a document is a whole line of the founder's, however short its words."""
    lines = {
        line.strip() for told in context.project.texts().values() for line in told.splitlines()
    } - {""}
    passages = context.passages_of(artifact_type)
    return any(p.plain.strip() in lines for p in passages if p.section.gate is Gate.CORE)


def _bare(text: str) -> str:
    """Return the letters and digits of `text` alone, so that spacing and quoting do not count."""
    return "".join(filter(str.isalnum, text.casefold()))
