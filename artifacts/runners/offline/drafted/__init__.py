"""Drafts of tests of assumptions, made of the assumption's kind and of what the founder told us.

Nothing is invented: what nobody told is left empty, and asked. Pure functions; the sentences are
TOML files beside this one, with the same keys in each language.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from artifacts.document_types.brief.schema import Assumption
from artifacts.documents.references import split
from artifacts.documents.testing import PLAN_FIELDS
from artifacts.facts.schema import Test
from artifacts.runners.base import Contents, ProjectInput
from artifacts.runners.offline.cues import quoted_words
from artifacts.runners.offline.quoting import bare, words_of
from artifacts.runners.offline.story import Story
from artifacts.schemas.marks import without_marks
from artifacts.text import defuse

FOLDER = Path(__file__).parent
ANY = "any"
QUOTED_MAX = 300

_TOLD = frozenset({"other", "partner"})
"""Kinds that the founder's own words have to tell."""


class DraftSentences(BaseModel):
    """All that a draft can say in one language: by field, kind of assumption and occasion."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kinds: dict[str, list[str]]
    """Beginnings of words by which the kind of an assumption is recognised, where we have not
    written it.
    """
    whom: dict[str, dict[str, str]]
    what: dict[str, dict[str, str]]
    kills: dict[str, dict[str, str]]
    asks: dict[str, str]


@dataclass(frozen=True, slots=True)
class TestDraft:
    """What a test may be, as far as it is known."""

    __test__ = False  # not a test case of pytest

    whom: str = ""
    what: str = ""
    kills: str = ""
    due: date | None = None


@cache
def draft_sentences(language: str) -> DraftSentences:
    """Return the sentences in `language`, one of those that the offline writer writes."""
    text = (FOLDER / f"{language}.toml").read_text(encoding="utf-8")
    return DraftSentences.model_validate(tomllib.loads(text))


def draft_test(project: ProjectInput, earlier: Contents, assumption: Assumption) -> TestDraft:
    """Return what a test of `assumption` may be, in the language of the documents."""
    story = Story(project, earlier)
    said = draft_sentences(story.language)
    kind = kind_of(story, assumption)
    more = _values(story, kind, assumption)
    return TestDraft(
        whom=_first(story, said.whom, kind, more),
        what=_what(story, said.what, kind, more),
        kills=_first(story, said.kills, kind, more),
        due=_due(story),
    )


def draft_asks(project: ProjectInput, language: str) -> dict[str, str]:
    """Return what the founder is asked in each field, in `language`."""
    asks = draft_sentences(language).asks
    dated = Story(project.model_copy(update={"language": language}), {})
    due = dated.filled(asks["due_deadline"]) or asks["due"]
    return {name: due if name == "due" else asks[name] for name in PLAN_FIELDS}


def kind_of(story: Story, assumption: Assumption) -> str:
    """Return what kind of assumption this is ("price", "law" ...), else "any": by our own sentence,
    where it is ours, or by its words.
    """
    kinds = draft_sentences(story.language).kinds
    for kind in kinds:
        is_said = kind not in _TOLD or quoted_words(story.facts, kind)
        if is_said and story.assumption_id(kind) == assumption.id:
            return kind
    words = {*words_of(assumption.text), *assumption.text.casefold().split()}
    for kind, beginnings in kinds.items():
        if any(word.startswith(tuple(beginnings)) for word in words):
            return kind
    return ANY


def _values(story: Story, kind: str, assumption: Assumption) -> dict[str, str]:
    because = quoted_words(story.facts, kind)
    people = [bare(defuse(fact.value)) for fact in story.facts.first_people if fact.value]
    plain = "".join(
        "" if piece.mark else piece.text or piece.pointer
        for piece in split(without_marks(assumption.text))
    )
    return {
        "because": story.quote(because, QUOTED_MAX) if because else "",
        "first_people": story.quote("; ".join(people), QUOTED_MAX) if people else "",
        "assumption": bare(defuse(plain)),
    }


def _first(
    story: Story, said: Mapping[str, Mapping[str, str]], kind: str, more: Mapping[str, str]
) -> str:
    """Return the first sentence of this kind, or of any, whose values are known; "" for none."""
    sentences = [*said.get(kind, {}).values(), *said[ANY].values()]
    return next((filled for text in sentences if (filled := story.filled(text, **more))), "")


def _what(
    story: Story, said: Mapping[str, Mapping[str, str]], kind: str, more: Mapping[str, str]
) -> str:
    found = _first(story, said, kind, more)
    # What an office or a partner answers depends on no place and on no length of ours.
    names = () if kind in ("law", "partner") else ("place", *(["length"] * (kind == "use")))
    extra = (story.filled(said["more"][name], **more) for name in names)
    return " ".join(filter(None, [found, *extra]))


def _due(story: Story) -> date | None:
    """Return the day the founder's own test ends, where they said so or how long it takes."""
    test = story.facts.test.value or Test()
    if test.ends:
        return test.ends
    if test.weeks is None:
        return None
    begins = max(test.begins or story.today, story.today)
    ends = begins + timedelta(days=int(test.weeks * 7))
    deadline = story.facts.deadline.value
    return ends if deadline is None or ends <= deadline else None
