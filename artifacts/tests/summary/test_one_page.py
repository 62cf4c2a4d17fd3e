"""The one-page summary: what it says, to whom, and what it keeps to the founder."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from artifacts.documents.presentation import make_index
from artifacts.facts.schema import Budget, Count, Fact, Facts, Price, Test
from artifacts.schemas import ArtifactContent, ArtifactType, load_content
from artifacts.schemas.base import SectionKind
from artifacts.summary.one_page import OnePage, one_page
from artifacts.tests.support.factories import PLAIN
from artifacts.tiers import Tier

TODAY = date(2026, 11, 29)
EUR_29 = Price(amount=Decimal(29), currency="EUR", per="month", unit="dealer")


def said(value: Any) -> Fact[Any]:
    return Fact(value=value, state="read")


FACTS = Facts(
    user=said("Dealers of used bikes"),
    prices=(said(EUR_29),),
    budget=said(Budget(amount=Decimal(8000), currency="EUR")),
    deadline=said(date(2027, 2, 7)),
    hours_per_week=said(Decimal(20)),
    counts=(said(Count(number=22, noun="dealers")),),
    test=said(Test(participants=6, noun="shops", pass_mark="Four of them pay.")),
)
RISK = {"description": "It breaks.", "mitigation": "We repair it."}


def documents(**changes: dict[str, Any]) -> dict[ArtifactType, ArtifactContent]:
    return {t: load_content(t, {**PLAIN[t], **changes.get(t.value, {})}) for t in ArtifactType}


def page(
    facts: Facts = FACTS,
    contents: dict[ArtifactType, ArtifactContent] | None = None,
    tier: Tier = Tier.BOOTSTRAPPER,
    *,
    is_founder: bool = True,
    language: str = "",
) -> OnePage:
    contents = documents() if contents is None else contents
    made = one_page(
        facts,
        contents,
        tier,
        make_index(contents, tier, {}),
        today=TODAY,
        is_founder=is_founder,
        language=language,
    )
    assert made is not None
    return made


def texts(made: OnePage) -> dict[str, str]:
    return {entry.key: entry.text for entry in (*made.texts, *made.figures)}


class TestAnswers:
    def test_what_the_founder_told_is_said(self) -> None:
        found = texts(page())
        assert found["user"] == "Dealers of used bikes"
        assert found["price"] == "€29 a month per dealer"
        assert "2027" in found["date"]
        assert found["test"] == "6 shops"

    def test_the_weeks_until_the_day_are_marked_as_computed(self) -> None:
        entry = next(entry for entry in page().figures if entry.key == "date")
        assert "10 weeks from" in entry.note
        assert "[[=]]" in entry.note

    def test_what_nobody_told_is_asked_and_not_guessed(self) -> None:
        found = texts(page(Facts()))
        assert found["price"] == "What does it cost, and who pays?[[?]]"
        assert found["date"] == "By when must it be ready?[[?]]"

    def test_a_number_of_weeks_is_no_day(self) -> None:
        entry = next(
            e for e in page(Facts(duration_weeks=said(Decimal(18)))).figures if e.key == "date"
        )
        assert (entry.label, entry.text) == ("Ready in", "18 weeks")

    def test_a_cut_suggestion_keeps_its_mark(self) -> None:
        long = f"We offer {'much ' * 100}to them[[+]]. And more."
        found = texts(page(contents=documents(brief={"value_proposition": long})))
        assert found["offer"].endswith("…[[+]]")

    def test_brackets_of_the_founder_are_no_marks(self) -> None:
        found = texts(page(Facts(user=said("Anyone [[?]] at all"))))
        assert "[[" not in found["user"]

    def test_it_speaks_the_language_of_the_documents(self) -> None:
        contents = documents()
        german = {
            t: load_content(t, {**content.model_dump(mode="json"), "_language": "de"})
            for t, content in contents.items()
        }
        made = page(contents=german)
        assert made.headings["page"] == "Auf einer Seite"
        assert texts(made)["price"] == "29\N{NO-BREAK SPACE}€ im Monat pro dealer"
        assert made.risks[0].badges[0].label == "Schwere"

    def test_without_documents_the_facts_are_a_page(self) -> None:
        made = page(contents={}, language="de")
        assert made.headings["page"] == "Auf einer Seite"
        assert not made.risks

    def test_without_anything_there_is_none(self) -> None:
        index = make_index({}, Tier.CTO_SCALE, {})
        assert one_page(FACTS, {}, Tier.CTO_SCALE, index, today=TODAY) is None


class TestWeights:
    def test_the_three_largest_risks_come_first(self) -> None:
        levels = [("low", "low"), ("high", "high"), ("medium", "medium"), ("high", None)]
        risks = [
            {**RISK, "title": f"Risk {n}", "severity": severity, "likelihood": likelihood}
            for n, (severity, likelihood) in enumerate(levels, start=1)
        ]
        made = page(contents=documents(risk_log={"technical_risks": risks, "market_risks": []}))
        assert [risk.target.item_id for risk in made.risks[:2]] == ["R-2", "R-3"]
        assert len(made.risks) == 3

    def test_the_weakest_assumptions_come_first(self) -> None:
        weights = [("answer", "high"), ("guess", "low"), ("answer", "low"), ("guess", "medium")]
        assumptions = [
            {"text": f"Assumption {n}", "basis": basis, "confidence": confidence}
            for n, (basis, confidence) in enumerate(weights, start=1)
        ]
        made = page(contents=documents(brief={"assumptions": assumptions}))
        assert [item.target.item_id for item in made.assumptions] == ["A-2", "A-3", "A-4"]

    def test_a_sum_names_the_facts_it_was_made_of(self) -> None:
        sums = {card.key: card for card in page().sums}
        assert sums["hours"].sum == "10 weeks × 20 hours"
        assert [part.path for part in sums["hours"].parts] == ["deadline", "hours_per_week"]
        assert [part.path for part in sums["reach_income"].parts] == ["counts.0", "prices.0"]


class TestReaders:
    """Rule I-8: nobody reads here what is not open to them in the documents."""

    def test_a_secret_behind_any_gate_leaves_no_trace(self) -> None:
        for tier in Tier:
            made = repr(page(contents=planted(tier), tier=tier, is_founder=False))
            assert "SECRET" not in made
            assert "R-" in made

    def test_a_risk_behind_a_gate_is_none_of_the_largest(self) -> None:
        worst = {**RISK, "title": "HIDDEN", "severity": "high", "likelihood": "high"}
        contents = documents(risk_log={"strategic_risks": [worst] * 3})
        assert "HIDDEN" not in repr(page(contents=contents, tier=Tier.PARTNER))
        assert "HIDDEN" in repr(page(contents=contents, tier=Tier.CTO_SCALE))

    def test_a_fact_that_no_open_text_tells_stays_with_the_founder(self) -> None:
        made = page(is_founder=False)
        assert "price" not in texts(made)
        assert not made.sums
        for words in ("29", "8,000", "Dealers of used bikes", "Four of them"):
            assert words not in repr(made)

    def test_a_fact_that_an_open_text_tells_is_shown(self) -> None:
        told = (
            "It costs 29 € a month for each dealer. We spend €8,000. It is due on 7 February 2027."
        )
        made = page(contents=documents(brief={"key_constraint": told}), is_founder=False)
        assert texts(made)["price"] == "€29 a month per dealer"
        assert [card.key for card in made.sums] == ["break_even"]

    def test_what_only_a_gated_text_tells_is_not_told(self) -> None:
        contents = documents(brief={"market_analysis": "It costs 29 € a month for each dealer."})
        assert "price" not in texts(page(contents=contents, is_founder=False))
        made = page(contents=contents, tier=Tier.PARTNER, is_founder=False)
        assert texts(made)["price"] == "€29 a month per dealer"

    def test_one_shared_document_says_nothing_of_the_others(self) -> None:
        only = {ArtifactType.RISK_LOG: documents()[ArtifactType.RISK_LOG]}
        made = page(contents=only, is_founder=False)
        assert not (made.texts)
        assert not (made.figures)
        assert not (made.assumptions)
        assert not (made.questions)
        assert made.risks

    @pytest.mark.parametrize("is_founder", [True, False])
    def test_the_legend_speaks_to_its_reader(self, is_founder: bool) -> None:
        made = page(Facts(), is_founder=is_founder)
        assert ("what you said" in made.legend) is is_founder


def planted(tier: Tier) -> dict[ArtifactType, ArtifactContent]:
    """Documents with a secret in every section that `tier` does not open, and in no other."""
    contents = {}
    for artifact_type in ArtifactType:
        plain = {**PLAIN[artifact_type]}
        content_class = artifact_type.content_class
        open_names = {section.name for section in content_class.access(tier).readable}
        for section in content_class.sections():
            if section.gate.name == "CORE":
                continue
            word = "Open" if section.name in open_names else "SECRET"
            if section.kind is SectionKind.ITEMS:
                levels = {"severity": "high", "likelihood": "high"}
                plain[section.name] = [{**RISK, "title": word, "mitigation": word, **levels}] * 3
            else:
                plain[section.name] = f"{word} [[F-1]]."
        contents[artifact_type] = load_content(artifact_type, plain)
    return contents
