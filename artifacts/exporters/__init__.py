"""The single entry point for every file that is made of a project's documents. No database here.

    prepare(project_name, sources, tier, Format.PDF).make() -> Export

What a tier does not open is left out before any format sees it: `package.make_package` is the only
way in.
"""

from __future__ import annotations

import hashlib
import json
import logging
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from functools import cache, cached_property
from operator import attrgetter
from pathlib import Path
from typing import Self

from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from artifacts.documents.labels import in_language
from artifacts.documents.references import Target
from artifacts.exceptions import ArtifactsError, ExportFailed
from artifacts.exporters import builders, markdown, tables
from artifacts.exporters.brand import Brand, InvalidBrand
from artifacts.exporters.builders import Preview
from artifacts.exporters.builders.handover import Handover
from artifacts.exporters.builders.handover_reader import make_handover
from artifacts.exporters.gaps import KnownGaps
from artifacts.exporters.options import Options, Paper
from artifacts.exporters.package import ExportSource, Package, make_package
from artifacts.facts.schema import Facts
from artifacts.schemas import ArtifactType
from artifacts.text import clean_text, fold_spaces
from artifacts.tiers import Tier

__all__ = [
    "SUMMED_UP",
    "Brand",
    "Export",
    "ExportSource",
    "Format",
    "InvalidBrand",
    "KnownGaps",
    "Options",
    "Paper",
    "RenderJob",
    "content_disposition",
    "prepare",
]

logger = logging.getLogger(__name__)

FILENAME_MAX = 80
_facts_of = attrgetter(*(field.name for field in fields(Target)))
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|%;]+')


class Format(StrEnum):
    """The formats, each with its content type and the ending of its files."""

    content_type: str
    suffix: str

    def __new__(cls, value: str, content_type: str = "", suffix: str = "") -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.content_type = content_type
        member.suffix = suffix
        return member

    PDF = "pdf", "application/pdf", ".pdf"
    MARKDOWN = "md", "text/markdown; charset=utf-8", ".md"
    MARKDOWN_TECHNICAL = "md-technical", "text/markdown; charset=utf-8", ".md"
    DOCX = (
        "docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ".docx",
    )
    JSON = "json", "application/json", ".json"
    CSV = "csv", "text/csv; charset=utf-8", ".csv"
    BUILDERS = "builders", "application/zip", ".zip"


SUMMED_UP = frozenset({Format.PDF, Format.DOCX, Format.MARKDOWN})
"""The formats for people, which begin with the package on one page."""


@dataclass(frozen=True, slots=True)
class Export:
    filename: str
    content_type: str
    content: bytes
    etag: str


@dataclass(frozen=True)
class RenderJob:
    """A file of which everything is known but its bytes."""

    package: Package
    file_format: Format
    options: Options

    @cached_property
    def etag(self) -> str:
        """The hash of all that the file is made of."""
        return _tag(self.package, self.file_format, self.options)

    def make(self) -> Export:
        """Return the file.

        Raises ExportFailed if there is nothing to put in it, or it cannot be made.
        """
        if not self.package.chapters:
            raise ExportFailed(
                _("Nothing is written yet that could be exported. Write the documents first.")
            )
        try:
            with in_language(self.package.language):
                content = _render(self.package, self.file_format, self.options)
                filename = _filename(self.package, self.file_format)
        except ArtifactsError:
            raise
        except Exception as error:
            logger.exception("An export as %s failed", self.file_format)
            raise ExportFailed(
                _(
                    "The file could not be made; nothing was saved. "
                    "We have noted what went wrong; another format may work."
                )
            ) from error
        return Export(filename, self.file_format.content_type, content, self.etag)

    def cover(self) -> bytes:
        """Return the cover of the PDF alone, to look at, as a PNG. Raises ExportFailed."""
        from artifacts.exporters import pdf

        with in_language(self.package.language):
            return pdf.render_cover(self.package, self.options)

    def handover(self) -> Handover:
        """Return what the archive for builders is made from. Raises ExportFailed."""
        with in_language(self.package.language):
            return make_handover(self.package, self.options.start)

    def preview(self) -> Preview:
        """Return what the archive for builders would hold, to look at. Raises ExportFailed."""
        with in_language(self.package.language):
            return builders.preview(self.package, self.options)


def prepare(
    project_name: str,
    sources: Mapping[ArtifactType, ExportSource],
    tier: Tier,
    file_format: Format,
    *,
    only: Collection[ArtifactType] | None = None,
    options: Options | None = None,
    gaps: KnownGaps | None = None,
    project_id: str = "",
    facts: Facts | None = None,
    start: date | None = None,
) -> RenderJob:
    """Read what `tier` may see of `sources`.

    `gaps` is what the checker found, for the last chapter; `facts` are for the formats that hand
    them over, and for those that begin with a summary. `start` is the day from which the weeks of
    the plan count, where that is known.
    """
    package = make_package(
        clean_text(project_name),
        sources,
        tier,
        only,
        gaps,
        project_id,
        facts if file_format is Format.BUILDERS else None,
        facts if file_format in SUMMED_UP else None,
        start,
    )
    return RenderJob(package, file_format, options or Options())


def content_disposition(filename: str) -> str:
    """Return the header for a download: a name that every browser reads, and the full one in any
    script.
    """
    if filename.isascii():
        return content_disposition_header(as_attachment=True, filename=filename) or ""
    plain = filename.encode("ascii", "ignore").decode().strip(" .-")
    stem = plain.rpartition(".")[0].strip(" .-")
    fallback = plain if stem else f"export.{filename.rpartition('.')[2]}"
    header = content_disposition_header(as_attachment=True, filename=fallback) or ""
    full = content_disposition_header(as_attachment=True, filename=filename) or ""
    return f"{header};{full.partition(';')[2]}"


def _render(package: Package, file_format: Format, options: Options) -> bytes:
    match file_format:
        case Format.PDF:
            from artifacts.exporters import pdf

            return pdf.render(package, options)
        case Format.DOCX:
            from artifacts.exporters import docx

            return docx.render(package, options)
        case Format.MARKDOWN | Format.MARKDOWN_TECHNICAL:
            is_technical = file_format is Format.MARKDOWN_TECHNICAL
            render = markdown.render_technical if is_technical else markdown.render_readable
            return render(package).encode()
        case Format.BUILDERS:
            return builders.render(package, options)
    if file_format is Format.JSON:
        return tables.render_json(package).encode()
    # Excel takes a CSV for UTF-8 only where it begins with this mark.
    return tables.render_csv(package).encode("utf-8-sig")


def _filename(package: Package, file_format: Format) -> str:
    what = package.chapters[0].title if package.is_single else _("Strategy package")
    name = (
        fold_spaces(_NOT_IN_NAMES.sub(" ", package.project_name))
        .strip(" .")[:FILENAME_MAX]
        .strip(" .")
    )
    variants = {
        Format.MARKDOWN_TECHNICAL: f" ({_('technical')})",
        Format.BUILDERS: f" ({_('for builders')})",
    }
    variant = variants.get(file_format, "")
    return f"{f'{name} - ' if name else ''}{what}{variant}{file_format.suffix}"


def _tag(package: Package, file_format: Format, options: Options) -> str:
    """Hash everything that a file is made of: what is readable, what is chosen, and the exporters
    themselves.
    """
    made_of = [
        _release(),
        file_format.value,
        package.project_name,
        package.project_id,
        package.tier.value,
        package.is_single,
        package.language,
        repr(options),
        [[c.type.value, c.version, c.date.isoformat(), c.content] for c in package.chapters],
        [_facts_of(target) for target in (*package.index.targets(), *package.index.gone())],
        repr(package.gaps),
        package.facts.model_dump_json(),
        repr(package.summary),
        repr(package.pictures),
    ]
    return hashlib.sha256(json.dumps(made_of, default=str).encode()).hexdigest()[:32]


@cache
def _release() -> str:
    folder = Path(__file__).parent
    found = hashlib.sha256()
    for path in sorted(
        [
            *folder.glob("*.py"),
            *folder.glob("*.typ"),
            *folder.glob("*.xml"),
            *folder.parent.glob("charts/*.py"),
            *folder.glob("fonts/extra/*"),
            *folder.glob("builders/**/*.*"),
        ]
    ):
        found.update(path.name.encode())
        found.update(path.read_bytes() if path.parent.name != "extra" else b"")
    return found.hexdigest()
