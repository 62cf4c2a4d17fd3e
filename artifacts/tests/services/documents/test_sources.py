"""Where sentences come from: answers, facts, calculations, suggestions, edits, or the writer."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from artifacts.documents.presentation import make_index, present_document
from artifacts.facts.schema import Budget, Fact, Facts, Price
from artifacts.interview.questions import Answers, ProjectInput
from artifacts.models.stored import Edit
from artifacts.runners.offline.library import languages, library, slots
from artifacts.runners.offline.sources import SLOT_FACTS, recognise
from artifacts.runners.offline.story import Story
from artifacts.runners.offline.values import VALUES
from artifacts.schemas import ArtifactType, load_content
from artifacts.schemas.marks import Mark, marks_in
from artifacts.services.documents.sources import SentenceOrigin, quotations, sources_of, split_text
from artifacts.tests.support.factories import PLAIN, make_project, make_user
from artifacts.tiers import Tier

TODAY = date(2026, 11, 29)


def said(value: Any) -> Fact[Any]:
    return Fact(value=value, state="read")


DESCRIBED = ProjectInput(
    name="Shelfwise",
    idea="We count shelves with small shops, every Monday.",
    answers=Answers(problem="Counting takes ten hours a week. It is dull."),
    facts=Facts(
        prices=(
            said(Price(amount=Decimal(29), currency="EUR", per="month")),
            said(Price(amount=Decimal(90), currency="EUR", per="once")),
        ),
        budget=said(Budget(amount=Decimal(8000), currency="EUR")),
        deadline=said(date(2027, 2, 7)),
        hours_per_week=said(Decimal(20)),
    ),
    today=TODAY,
)


def origins(text: str, *, edit: Edit | None = None, language: str = "en") -> list[SentenceOrigin]:
    """What the sentences of a problem statement come from."""
    plain = {**PLAIN[ArtifactType.BRIEF], "problem_statement": text, "_language": language}
    content = load_content(ArtifactType.BRIEF, plain)
    contents = {ArtifactType.BRIEF: content}
    index = make_index(contents, Tier.CTO_SCALE, {})
    view = present_document(ArtifactType.BRIEF, content, index, Tier.CTO_SCALE)
    found = sources_of(view.sections[0], DESCRIBED, edit, today=TODAY)
    return [o for text in found for sentence in text.sentences for o in sentence.origins]


def test_words_of_the_founder_are_their_answer() -> None:
    (found,) = origins("This is where it hurts: “Counting takes ten hours a week”.")
    assert (found.kind, found.answer, found.words) == (
        "answer",
        "problem",
        "Counting takes ten hours a week",
    )


def test_a_sentence_that_is_the_founders_needs_no_quotation_marks() -> None:
    (found,) = origins("Counting takes ten hours a week.")
    assert (found.kind, found.answer) == ("answer", "problem")


def test_a_sum_is_shown_with_its_parts() -> None:
    text = "The work falls to one person, 20 hours a week in all: 200 hours until then[[=]]."
    (found,) = origins(text)
    assert (found.kind, found.words) == ("sum", "10 weeks × 20 hours = 200 hours")
    assert [fact.path for fact in found.facts] == ["deadline", "hours_per_week"]


def test_a_sum_of_a_model_is_found_by_its_figure() -> None:
    (found,) = origins("Between us that leaves 200 hours of work[[=]].")
    assert found.words == "10 weeks × 20 hours = 200 hours"


def test_a_figure_in_any_wording_is_the_fact_it_tells() -> None:
    (found,) = origins("Every owner pays us 29 € a month.")
    assert (found.kind, [fact.path for fact in found.facts]) == ("fact", ["prices.0"])


def test_suggestions_and_open_points_are_told_from_the_rest() -> None:
    assert [o.kind for o in origins("We try it for a month first[[+]].")] == ["suggestion"]
    assert [o.kind for o in origins("Who pays is not clear yet[[?]].")] == ["open"]


def test_our_own_sentence_is_known_also_when_its_suggestion_was_accepted() -> None:
    text = library("en").sentences["brief.target_user"]["convince"].replace("{name}", "Shelfwise")
    assert [o.kind for o in origins(text)] == ["suggestion"]
    assert [o.kind for o in origins(text.replace(Mark.SUGGESTED.code, ""))] == ["ours"]


def test_what_nothing_explains_was_written_by_the_writer() -> None:
    assert [o.kind for o in origins("Owners lose heart over lists.")] == ["writer"]


def test_an_edited_sentence_is_an_edit_and_the_others_are_not() -> None:
    edit = Edit(generated="Owners lose heart.", at=datetime(2026, 11, 1, tzinfo=UTC))
    found = origins("Owners lose heart. They lose money too.", edit=edit)
    assert [o.kind for o in found] == ["writer", "edit"]


def test_a_quotation_of_several_sentences_stays_whole() -> None:
    text = "They say: “It is dull. It is slow”. We say never. „Das ist so. Immer“. Ende."
    assert split_text(text) == [
        "They say: “It is dull. It is slow”.",
        "We say never.",
        "„Das ist so. Immer“.",
        "Ende.",
    ]
    assert quotations(text) == ["It is dull. It is slow", "Das ist so. Immer"]


@pytest.mark.parametrize("language", languages())
def test_every_sentence_of_ours_is_recognised(language: str) -> None:
    for key, template in library(language).texts().items():
        for text in split_text(template):
            filled = text
            for slot in slots(text):
                filled = filled.replace(f"{{{slot}}}", "Xy 7")
            letters = sum(map(str.isalpha, filled)) - 2 * len(slots(text))
            assert letters < 6 or recognise(filled, language), (key, filled)


def test_every_computed_sentence_names_its_facts() -> None:
    for key, template in library("en").texts().items():
        for text in split_text(template):
            if Mark.COMPUTED in marks_in(text):
                named = [slot for slot in slots(text) if slot in SLOT_FACTS]
                assert named, (key, text)


@pytest.mark.parametrize("slot", sorted(SLOT_FACTS.keys() & VALUES.keys()))
def test_a_value_rests_on_no_other_facts_than_are_named(slot: str) -> None:
    story = Story(DESCRIBED, {})
    story.used.clear()
    VALUES[slot](story)
    used = {name.removeprefix("facts.") for name in story.used if name.startswith("facts.")}
    # Weeks count from an earliest start; the language of the facts is no fact of the founder's.
    assert used - {"earliest_start", "language"} <= set(SLOT_FACTS[slot])


@pytest.mark.django_db
class TestPage:
    def page(self, tier: Tier, section: str) -> Any:
        project = make_project(make_user(tier), written=True)
        client = Client()
        client.force_login(project.owner)
        return client.get(reverse("section_sources", args=[project.pk, "brief", section]))

    def test_each_sentence_stands_with_what_it_comes_from(self) -> None:
        page = self.page(Tier.BOOTSTRAPPER, "problem_statement").content.decode()
        assert "We see owners count stock on paper." in page
        assert "Written by" in page

    def test_a_section_behind_a_gate_is_not_there(self) -> None:
        assert self.page(Tier.BOOTSTRAPPER, "market_analysis").status_code == 404
        assert self.page(Tier.PARTNER, "market_analysis").status_code == 200

    def test_the_document_leads_to_it(self) -> None:
        project = make_project(make_user(), written=True)
        client = Client()
        client.force_login(project.owner)
        page = client.get(project.page_of(ArtifactType.MVP_SCOPE)).content.decode()
        url = reverse("section_sources", args=[project.pk, "mvp_scope", "core_features"])
        assert f'href="{url}"' in page
        assert f'href="{url}#F-1"' in page
