"""Files of which everything is known but their bytes."""

from __future__ import annotations

import hashlib
import json
import logging
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields
from datetime import date
from functools import cache, cached_property
from operator import attrgetter
from pathlib import Path

from django.utils.translation import gettext as _

from artifacts.documents.labels import in_language
from artifacts.documents.references import Target
from artifacts.exceptions import ArtifactsError, ExportFailed
from artifacts.exporters import markdown, tables
from artifacts.exporters.builders import archive
from artifacts.exporters.builders.archive import Preview
from artifacts.exporters.builders.handover import Handover
from artifacts.exporters.builders.handover_reader import make_handover
from artifacts.exporters.formats import SUMMED_UP, Export, Format
from artifacts.exporters.gaps import KnownGaps
from artifacts.exporters.options import Options
from artifacts.exporters.package import Package, make_package
from artifacts.exporters.sources import ExportSource
from artifacts.facts.schema import Facts
from artifacts.schemas import ArtifactType
from artifacts.text import clean_text, fold_spaces
from artifacts.tiers import Tier

logger = logging.getLogger(__name__)

FILENAME_MAX = 80
_facts_of = attrgetter(*(field.name for field in fields(Target)))
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|%;]+')


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
            return archive.preview(self.package, self.options)


def make_job(
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
    """Do what `exporters.prepare` promises."""
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
            return archive.render(package, options)
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
