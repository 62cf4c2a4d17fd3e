"""Make files of a project's documents: what is stored, as one tier may read it, in the format that
is asked for.
"""

from __future__ import annotations

from collections.abc import Collection
from copy import copy
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from django.core.cache import cache
from django.db.models import prefetch_related_objects
from pydantic import ValidationError

from artifacts.exceptions import ExportFailed
from artifacts.exporters import (
    SUMMED_UP,
    Export,
    ExportSource,
    Format,
    KnownGaps,
    Options,
    prepare,
)
from artifacts.exporters.brand import OUR_BRAND
from artifacts.facts.conflict_kinds import start_of
from artifacts.facts.schema import Facts
from artifacts.generation.connections import release_connection
from artifacts.language import DEFAULT_LANGUAGE
from artifacts.models import Artifact, Project
from artifacts.schemas import ArtifactType
from artifacts.services.accounts.branding import brand_of
from artifacts.services.documents.checks import check_project
from artifacts.services.files.plan_start import plan_start
from artifacts.services.projects.sample import sample_contents, sample_project
from artifacts.tiers import Tier

if TYPE_CHECKING:
    from artifacts.exporters.builders.archive import Preview
    from artifacts.exporters.builders.handover import Handover
    from artifacts.exporters.jobs import RenderJob

CACHED_EXPORTS = 32
CACHED_BYTES_MAX = 2_000_000
CACHED_SECONDS = 3600
SAMPLE_DATE = datetime(2026, 1, 5, 12, tzinfo=UTC)


@dataclass(frozen=True)
class ExportRequest:
    """An export that has been asked for.

    `tag` says at once whether the reader has it already; `file` makes it.
    """

    project_name: str
    sources: dict[ArtifactType, ExportSource]
    tier: Tier
    file_format: Format
    only: ArtifactType | None = None
    options: Options = field(default_factory=Options)
    gaps: KnownGaps | None = None
    project_id: str = ""
    facts: Facts | None = None
    start: date | None = None
    """The day from which the weeks of the plan count, where the reader may know it."""

    @cached_property
    def _prepared(self) -> RenderJob:
        return prepare(
            self.project_name,
            self.sources,
            self.tier,
            self.file_format,
            only=None if self.only is None else (self.only,),
            options=self.options,
            gaps=self.gaps,
            project_id=self.project_id,
            facts=self.facts,
            start=self.start,
        )

    @property
    def tag(self) -> str:
        return self._prepared.etag

    def file(self) -> Export:
        """Return the file, made now or a short while ago from the same text.

        Raises ExportFailed.
        """
        # A fixed number of places bounds what the cache holds, whichever cache that is.
        place = f"export-{int(self.tag, 16) % CACHED_EXPORTS}"
        kept = cache.get(place)
        if isinstance(kept, Export) and kept.etag == self.tag:
            return kept
        # Nothing more is read from the database, and a PDF may have to wait for its turn.
        release_connection()
        made = self._prepared.make()
        if len(made.content) <= CACHED_BYTES_MAX:
            cache.set(place, made, CACHED_SECONDS)
        return made

    def cover(self) -> bytes:
        """Return the cover of a PDF alone, as a PNG. Raises ExportFailed."""
        release_connection()
        return self._prepared.cover()

    def handover(self) -> Handover:
        """Return what the archive for builders is made from. Raises ExportFailed."""
        return self._prepared.handover()

    def preview(self) -> Preview:
        """Return what the archive for builders would hold, to look at. Raises ExportFailed."""
        return self._prepared.preview()


def order_export(
    project: Project,
    *,
    tier: Tier,
    file_format: Format,
    only: ArtifactType | None = None,
    among: Collection[ArtifactType] | None = None,
    options: Options | None = None,
) -> ExportRequest:
    """Return an order of `project`'s current documents. Reads the project's artifacts once.

    What is not `among` those that the reader may have is not named in the file either, not even
    where another document points at it.
    """
    options = _in_brand(options or Options(), file_format, project)
    # The findings must be about the very texts that stand before them; the caller's project is to
    # stay as it is.
    project = copy(project)
    prefetch_related_objects([project], "artifacts")
    rows = [row for row in project.documents() if among is None or row.type in among]
    facts = project.get_facts()
    hands_over = file_format is Format.BUILDERS or (file_format in SUMMED_UP and only is None)
    return ExportRequest(
        project_name=project.name,
        sources={row.type: source for row in rows if (source := _source(row, tier))},
        tier=tier,
        file_format=file_format,
        only=only,
        options=options,
        gaps=_known_gaps(project, options, file_format),
        project_id=str(project.pk),
        facts=facts if hands_over else None,
        start=plan_start(facts, rows, is_founder=among is None),
    )


def order_sample(
    options: Options | None = None, *, language: str = DEFAULT_LANGUAGE
) -> ExportRequest:
    """Return an order of the sample project as a PDF, with the sections of every plan."""
    options, sample = options or Options(), sample_project(language)
    sources = {
        artifact_type: ExportSource(content, 1, SAMPLE_DATE)
        for artifact_type, content in sample_contents(language).items()
    }
    return ExportRequest(
        sample.name,
        sources,
        max(Tier),
        Format.PDF,
        options=options,
        facts=sample.sheet,
        start=start_of(sample.sheet, SAMPLE_DATE.date()),
    )


def _in_brand(options: Options, file_format: Format, project: Project) -> Options:
    """Return `options` with the founder's brand, where the format shows one and none is chosen."""
    if file_format not in (Format.PDF, Format.DOCX) or options.brand is not OUR_BRAND:
        return options
    return replace(options, brand=brand_of(project.owner_id))


def _known_gaps(project: Project, options: Options, file_format: Format) -> KnownGaps | None:
    """Return every finding where they are asked for; the export itself leaves out what its tier
    does not open.
    """
    if not options.known_gaps or file_format in (Format.CSV, Format.BUILDERS):
        return None
    report = check_project(project)
    ignored = project.ignored
    reasons = {finding.id: ignored[finding.id].reason for finding in report.ignored}
    return KnownGaps(report, reasons)


def _source(artifact: Artifact, tier: Tier) -> ExportSource | None:
    try:
        content = artifact.content
    except ValidationError as error:
        raise ExportFailed(
            f"The {artifact.type.label} cannot be read as it is stored. Nothing was exported."
        ) from error
    if content is None:
        return None
    return ExportSource(
        content, artifact.content_version, _last_changed(artifact, tier), artifact.retired_items
    )


def _last_changed(artifact: Artifact, tier: Tier) -> datetime:
    """Return when the text that `tier` reads was last written or edited; what a gate hides leaves
    no trace here.
    """
    readable = artifact.type.content_class.access(tier).readable
    edits = artifact.edits
    written = artifact.generated_at or artifact.updated_at
    return max(
        [written, *(edits[section.name].at for section in readable if section.name in edits)]
    )
