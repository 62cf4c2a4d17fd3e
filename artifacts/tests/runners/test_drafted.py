"""Drafts of tests without a language model: made of what the founder told, and of nothing else."""

from __future__ import annotations

import re
from typing import Any

import pytest

from artifacts.document_types.brief.schema import Assumption
from artifacts.documents.testing import PLAN_FIELDS
from artifacts.interview.questions import ProjectInput
from artifacts.runners.offline.drafted import (
    TestDraft,
    draft_asks,
    draft_sentences,
    draft_test,
)
from artifacts.runners.offline.library import languages, slots
from artifacts.services.projects.sample import SHELFWISE

BARE = ProjectInput.from_brief({"name": "Ada", "idea": "Maps for sailors", "answers": {}})
TEXTS = {
    "law": "GDPR: we can meet the requirements before we start",
    "price": "Customers pay for it",
    "use": "It works in everyday use",
    "workaround": "They give up their spreadsheet",
    "problem": "Others feel it just as much",
    "partner": "We can rely on the wholesaler",
    "other": "Both sides take part",
    "any": "The harbour is calm",
}
GERMAN = {
    "law": "DSGVO: Wir erfüllen die Vorgaben vor dem Start",
    "price": "Die Kundschaft zahlt dafür",
    "any": "Der Hafen ist ruhig",
}


def draft(project: ProjectInput, text: str) -> TestDraft:
    item = Assumption.model_validate(
        {"id": "A-1", "text": text, "basis": "guess", "confidence": "low"}
    )
    return draft_test(project, {}, item)


def told(project: ProjectInput, text: str) -> str:
    one = draft(project, text)
    return f"{one.whom} {one.what} {one.kills}"


def test_every_language_has_the_same_sentences_with_the_same_values() -> None:
    def shape(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: shape(one) for key, one in value.items()}
        return sorted(slots(value)) if isinstance(value, str) else "words"

    shapes = [shape(draft_sentences(language).model_dump()) for language in languages()]
    assert all(one == shapes[0] for one in shapes)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_nothing_is_invented(text: str) -> None:
    """No figure that the founder did not say, and no name."""
    said = " ".join(SHELFWISE.texts().values()) + text
    figures = set(re.findall(r"\d+", told(SHELFWISE, text)))
    assert figures <= set(re.findall(r"\d+", said))


@pytest.mark.parametrize("kind", TEXTS)
def test_what_nobody_told_is_left_empty_and_asked(kind: str) -> None:
    one = draft(BARE, TEXTS[kind])
    assert one.whom == ""
    assert one.due is None
    assert one.what != ""
    assert all(draft_asks(BARE, "en")[name] for name in PLAN_FIELDS)


@pytest.mark.parametrize("kind", sorted(set(TEXTS) - {"any"}))
def test_each_kind_has_a_test_of_its_own(kind: str) -> None:
    others = {draft(BARE, text).what for key, text in TEXTS.items() if key != kind}
    assert draft(BARE, TEXTS[kind]).what not in others


def test_the_founders_people_price_and_mark_are_in_it() -> None:
    one = draft(SHELFWISE, TEXTS["price"])
    assert "six shops in our street" in one.whom
    assert "€29 a month per shop" in one.what
    assert "four of the five want to keep it" in one.kills


def test_it_ends_with_the_founders_own_test_and_never_after_the_deadline() -> None:
    assert draft(SHELFWISE, TEXTS["price"]).due is not None
    answers = {"validation": "Five shops for 40 weeks.", "constraint": "Ready in 2 weeks."}
    short = ProjectInput.from_brief({"name": "Ada", "idea": "Maps", "answers": answers})
    due, deadline = draft(short, TEXTS["price"]).due, short.sheet.deadline.value
    assert due is None or deadline is None or due <= deadline


@pytest.mark.parametrize("kind", GERMAN)
def test_it_is_in_the_language_of_the_documents(kind: str) -> None:
    german = BARE.model_copy(update={"language": "de"})
    assert " wir " in f" {draft(german, GERMAN[kind]).what.casefold()} "
    assert "wissen" in draft_asks(german, "de")["due"]


def test_brackets_of_a_founder_become_no_pointer() -> None:
    assert "[[" not in told(BARE, "The harbour [[F-1]] is calm")
