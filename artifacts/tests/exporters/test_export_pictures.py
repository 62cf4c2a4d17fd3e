"""The pictures of PDF and Word documents: those of the pages, described in words, and no more than
the reader's tier opens.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from typst import TypstError

from artifacts.exporters import Export, Format, pdf, prepare
from artifacts.facts.schema import Fact, Facts
from artifacts.models import Artifact
from artifacts.schemas import ArtifactType
from artifacts.services.files.exporting import order_export
from artifacts.tests.support.exports import make_export, make_sources, pdf_objects, pdf_pages
from artifacts.tests.support.factories import PLAIN, make_project, make_user
from artifacts.tiers import Tier

START = date(2026, 11, 30)
JOURNEY_ALT = "The user journey, step by step: 1. Count (F-1)"


def in_german() -> dict[ArtifactType, dict[str, Any]]:
    return {t: {**content, "_language": "de"} for t, content in PLAIN.items()}


def pdf_alternatives(file: Export) -> str:
    entries = [entry for entry in pdf_objects(file.content) if isinstance(entry, dict)]
    return "\n".join(str(entry["/Alt"]) for entry in entries if "/Alt" in entry)


def word_alternatives(file: Export) -> list[str]:
    body = Document(io.BytesIO(file.content)).element
    return [str(picture.get("descr")) for picture in body.iter(qn("wp:docPr"))]


class TestPdf:
    def test_journey_and_feature_map_say_in_words_what_they_show(self) -> None:
        alternatives = pdf_alternatives(make_export(Format.PDF))
        assert JOURNEY_ALT in alternatives
        assert "F-1, Delivered by M-1, At risk from R-1, Used in J-1; F-2." in alternatives

    def test_a_plan_with_a_first_day_has_days(self) -> None:
        file = make_export(Format.PDF, start=START)
        text = " ".join(pdf_pages(file.content))
        assert "30 Nov – 20 Dec 2026" in text
        assert "Counted from 30 Nov 2026." in text
        assert "M-1 in weeks 1 to 3 (30 Nov – 20 Dec 2026)" in pdf_alternatives(file)

    def test_german_days_are_written_as_in_german(self) -> None:
        file = make_export(Format.PDF, contents=in_german(), start=START)
        text = " ".join(pdf_pages(file.content))
        assert "30. Nov – 20. Dez 2026" in text
        assert "Gezählt ab dem 30. November 2026." in text
        assert "Der Weg auf einen Blick" in text

    def test_without_a_first_day_it_has_weeks(self) -> None:
        text = " ".join(pdf_pages(make_export(Format.PDF).content))
        assert "from the first day to the last milestone" in text
        assert "Counted from" not in text

    def test_a_document_alone_has_the_picture_of_its_page(self) -> None:
        file = make_export(Format.PDF, only=ArtifactType.MVP_SCOPE)
        assert "F-1, Delivered by M-1" in pdf_alternatives(file)
        assert "Timeline" not in " ".join(pdf_pages(file.content))

    def test_the_first_day_changes_the_tag(self) -> None:
        orders = [
            prepare("Shelfwise", make_sources(), Tier.PARTNER, Format.PDF, start=day)
            for day in (None, START)
        ]
        assert orders[0].etag != orders[1].etag


class TestWord:
    def test_each_picture_is_described(self) -> None:
        file = make_export(Format.DOCX, start=START)
        feature_map, timeline, risks, journey = word_alternatives(file)
        assert "M-1 in weeks 1 to 3 (30 Nov – 20 Dec 2026)" in timeline
        assert "R-1 severity high, likelihood low" in risks
        assert "F-1, Delivered by M-1" in feature_map
        assert journey.startswith(JOURNEY_ALT)

    def test_the_table_of_a_plan_with_a_first_day_has_days(self) -> None:
        tables = Document(io.BytesIO(make_export(Format.DOCX, start=START).content)).tables
        rows = [[cell.text for cell in row.cells] for table in tables for row in table.rows]
        assert ["M-1", "Count", "1–3", "30 Nov – 20 Dec 2026", "Decides the end"] in rows

    def test_a_picture_that_is_longer_than_a_page_is_left_out(self) -> None:
        step = {"title": "Count", "description": "The owner counts.", "uses": ["F-1"]}
        long = {**PLAIN[ArtifactType.HOW_IT_WORKS], "user_journey": [step] * 60}
        file = make_export(Format.DOCX, contents={**PLAIN, ArtifactType.HOW_IT_WORKS: long})
        alternatives = word_alternatives(file)
        assert not any("journey" in words for words in alternatives)
        assert any("Delivered by" in words for words in alternatives)

    def test_it_is_made_without_pictures_where_they_cannot_be_drawn(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fail(*_arguments: Any, **_options: Any) -> None:
            raise TypstError("out of ink", "out of ink")

        monkeypatch.setattr("artifacts.exporters.pdf.typst.compile", fail)
        file = make_export(Format.DOCX)
        assert word_alternatives(file) == []
        assert len(Document(io.BytesIO(file.content)).tables) > 2


class TestGates:
    @pytest.fixture
    def drawn(self, monkeypatch: pytest.MonkeyPatch) -> list[Mapping[str, Any]]:
        """What the pictures of a Word document are drawn from, of which its file holds no text."""
        found: list[Mapping[str, Any]] = []

        def keep(
            _package: Any, _options: Any, drawings: Sequence[Mapping[str, Any]], _width: float
        ) -> list[bytes]:
            found.extend(drawings)
            return []

        monkeypatch.setattr(pdf, "render_pictures", keep)
        return found

    @pytest.mark.parametrize("tier", list(Tier))
    def test_pictures_hold_what_the_tier_opens(
        self, tier: Tier, drawn: list[Mapping[str, Any]]
    ) -> None:
        risks = PLAIN[ArtifactType.RISK_LOG]
        gated = {
            name: [{**risk, "affects": ["F-1"]} for risk in risks[name]]
            for name in ("financial_risks", "strategic_risks")
        }
        contents = {**PLAIN, ArtifactType.RISK_LOG: {**risks, **gated}}
        make_export(Format.DOCX, tier, contents=contents)
        assert len(drawn) == 4
        assert ("SECRET-BUSINESS" in str(drawn)) is (tier >= Tier.PARTNER)
        assert ("SECRET-STRATEGIC" in str(drawn)) is (tier >= Tier.CTO_SCALE)
        assert ("R-2" in str(drawn)) is (tier >= Tier.PARTNER)
        assert ("R-3" in str(drawn)) is (tier >= Tier.CTO_SCALE)


@pytest.mark.django_db
class TestFirstDay:
    """Weeks count from the day of writing, or from the earliest start that the founder told."""

    def start(self, earliest: date | None, *, is_guest: bool = False) -> date | None:
        project = make_project(make_user(Tier.PARTNER), written=True)
        moment = datetime(2026, 11, 30, 12, tzinfo=UTC)
        Artifact.objects.filter(artifact_type="milestones").update(generated_at=moment)
        project.facts = Facts(
            earliest_start=Fact(value=earliest, state="confirmed") if earliest else Fact()
        ).model_dump(mode="json")
        among = list(ArtifactType) if is_guest else None
        order = order_export(project, tier=Tier.PARTNER, file_format=Format.PDF, among=among)
        return order.start

    def test_it_is_the_day_of_writing(self) -> None:
        assert self.start(None) == START
        assert self.start(None, is_guest=True) == START

    def test_a_later_start_stays_with_the_founder(self) -> None:
        later = date(2099, 2, 1)
        assert self.start(later) == later
        assert self.start(later, is_guest=True) is None
