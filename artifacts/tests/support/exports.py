"""What the tests of exports share: sources without a database, and the text of a file of any
format.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from pypdf import PdfReader

from artifacts.exporters import Export, ExportSource, Format, KnownGaps, Options, prepare
from artifacts.schemas import ArtifactType, load_content
from artifacts.tests.support.factories import PLAIN
from artifacts.tiers import Tier

DATE = datetime(2026, 3, 9, 12, tzinfo=UTC)

Contents = Mapping[ArtifactType, Mapping[str, Any]]


def make_sources(contents: Contents = PLAIN) -> dict[ArtifactType, ExportSource]:
    return {t: ExportSource(load_content(t, content), 3, DATE) for t, content in contents.items()}


def make_export(
    file_format: Format,
    tier: Tier = Tier.CTO_SCALE,
    *,
    name: str = "Shelfwise",
    contents: Contents = PLAIN,
    only: ArtifactType | None = None,
    options: Options | None = None,
    gaps: KnownGaps | None = None,
    start: date | None = None,
) -> Export:
    return prepare(
        name,
        make_sources(contents),
        tier,
        file_format,
        only=None if only is None else (only,),
        options=options,
        gaps=gaps,
        start=start,
    ).make()


def with_text(text: str, **sections: Any) -> Contents:
    """PLAIN with `text` everywhere that a text may stand in three of its documents."""
    brief = {
        **PLAIN[ArtifactType.BRIEF],
        "problem_statement": text,
        "differentiation_points": [text[:900]],
    }
    brief["assumptions"] = [{"text": text[:900], "basis": "guess", "confidence": "low"}]
    feature = {
        "name": text[:180],
        "description": text,
        "priority": "high",
        "acceptance_criteria": [text[:900]],
    }
    risk = {
        "title": text[:180],
        "description": text,
        "severity": "high",
        "likelihood": "high",
        "mitigation": text,
    }
    step = {"title": text[:180], "description": text}
    milestone = {
        "title": text[:180],
        "description": text,
        "estimated_weeks": 2,
        "delivers": ["F-1"],
    }
    return {
        ArtifactType.BRIEF: brief,
        ArtifactType.MVP_SCOPE: {**PLAIN[ArtifactType.MVP_SCOPE], "core_features": [feature]},
        ArtifactType.MILESTONES: {**PLAIN[ArtifactType.MILESTONES], "milestones": [milestone]},
        ArtifactType.RISK_LOG: {**PLAIN[ArtifactType.RISK_LOG], "technical_risks": [risk]},
        ArtifactType.HOW_IT_WORKS: {**PLAIN[ArtifactType.HOW_IT_WORKS], "user_journey": [step]},
    }


def all_text(file: Export) -> str:
    """Everything that is in a file, taken apart: what is shown, and what only a tool would find."""
    if file.content.startswith(b"%PDF"):
        return _pdf_text(file.content)
    if file.content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(file.content)) as archive:
            parts = [archive.read(name).decode("utf-8", "replace") for name in archive.namelist()]
        return "\n".join([*parts, *(re.sub(r"<[^>]+>", "", part) for part in parts)])
    text = file.content.decode("utf-8-sig")
    return (
        text + json.dumps(json.loads(text), ensure_ascii=False)
        if file.filename.endswith(".json")
        else text
    )


def pdf_pages(content: bytes) -> list[str]:
    """The text of every page with single spaces, and without the marks that let long words
    break.
    """
    pages = (page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    return [" ".join(page.replace("\u200b", "").split()) for page in pages]


def pdf_objects(content: bytes) -> list[Any]:
    """Every object of a PDF, those in compressed streams too."""
    reader = PdfReader(io.BytesIO(content))
    return [reader.get_object(number) for number in sorted({*reader.xref[0], *reader.xref_objStm})]


def _pdf_text(content: bytes) -> str:
    parts = pdf_pages(content)
    for found in pdf_objects(content):
        parts.append(repr(found))
        if hasattr(found, "get_data"):
            parts.append(found.get_data().decode("latin-1"))
    return "\n".join(parts)
