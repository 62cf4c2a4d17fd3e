"""The one-page summary that a package begins with: in which formats, how long, and for whom."""

from __future__ import annotations

import io
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from pypdf import PdfReader

from artifacts.exporters import SUMMED_UP, Export, Format, prepare
from artifacts.facts.schema import Budget, Fact, Facts, Price, Test
from artifacts.schemas import ArtifactType
from artifacts.services.files.exporting import order_export
from artifacts.tests.support.exports import all_text, make_sources, with_text
from artifacts.tests.support.factories import PLAIN, make_project, make_user
from artifacts.tiers import Tier

PRICE = Price(amount=Decimal(29), currency="EUR", per="month")
TOLD = "It costs 29 € a month, and it has to be ready by 7 February 2027."


def said(value: Any) -> Fact[Any]:
    return Fact(value=value, state="read")


FACTS = Facts(
    prices=(said(PRICE),),
    deadline=said(date(2027, 2, 7)),
    budget=said(Budget(amount=Decimal(77777), currency="EUR")),
    test=said(Test(pass_mark="SECRET pass mark")),
)


def export(
    file_format: Format,
    *,
    contents: Any = None,
    tier: Tier = Tier.BOOTSTRAPPER,
    only: ArtifactType | None = None,
    facts: Facts = FACTS,
) -> Export:
    brief = {**PLAIN[ArtifactType.BRIEF], "key_constraint": TOLD}
    sources = make_sources(contents or {**PLAIN, ArtifactType.BRIEF: brief})
    chosen = None if only is None else (only,)
    return prepare("Shelfwise", sources, tier, file_format, only=chosen, facts=facts).make()


@pytest.mark.parametrize("file_format", sorted(SUMMED_UP))
def test_the_formats_for_people_begin_with_the_package_on_one_page(file_format: Format) -> None:
    text = " ".join(all_text(export(file_format)).split())
    assert "On one page" in text
    assert "What could stop us" in text
    assert "€29 a month" in text


@pytest.mark.parametrize("file_format", sorted(SUMMED_UP))
def test_a_fact_that_the_package_does_not_tell_is_not_in_it(file_format: Format) -> None:
    text = all_text(export(file_format))
    assert "77,777" not in text
    assert "77777" not in text
    assert "SECRET" not in text


@pytest.mark.parametrize("file_format", sorted(set(Format) - SUMMED_UP - {Format.BUILDERS}))
def test_what_programs_read_has_no_summary(file_format: Format) -> None:
    assert "On one page" not in all_text(export(file_format))


def test_a_single_document_has_no_summary() -> None:
    assert "On one page" not in all_text(export(Format.MARKDOWN, only=ArtifactType.BRIEF))


@pytest.mark.parametrize("length", [40, 900])
def test_it_is_one_page_however_long_the_texts_are(length: int) -> None:
    contents = with_text("We count every shelf of the shop. " * (length // 34))
    pages = PdfReader(io.BytesIO(export(Format.PDF, contents=contents).content)).pages
    texts = [page.extract_text() for page in pages]
    assert "What could stop us" in texts[1]
    assert "Contents" in texts[2]


def test_a_fact_that_nobody_sees_changes_no_tag() -> None:
    other = FACTS.model_copy(update={"budget": said(Budget(amount=Decimal(5), currency="EUR"))})
    tags = {export(Format.MARKDOWN, facts=facts).etag for facts in (FACTS, other)}
    assert len(tags) == 1


@pytest.mark.django_db
def test_the_founders_package_is_summed_up_from_their_sheet() -> None:
    project = make_project(make_user(), written=True, price="€31 a month for each shop")
    assert project.get_facts().prices
    file = order_export(project, tier=Tier.BOOTSTRAPPER, file_format=Format.MARKDOWN).file()
    assert "On one page" in all_text(file)
    assert "31" not in all_text(file)
