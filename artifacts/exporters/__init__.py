"""The single entry point for every file that is made of a project's documents. No database here.

    prepare(project_name, sources, tier, Format.PDF).make() -> Export

What a tier does not open is left out before any format sees it: `package.make_package` is the only
way in.

Importing this costs little: what makes files is loaded when the first is asked for.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import TYPE_CHECKING

from artifacts.exporters.brand import Brand, InvalidBrand
from artifacts.exporters.formats import SUMMED_UP, Export, Format, content_disposition
from artifacts.exporters.gaps import KnownGaps
from artifacts.exporters.options import Options, Paper
from artifacts.exporters.sources import ExportSource

if TYPE_CHECKING:
    from artifacts.exporters.jobs import RenderJob
    from artifacts.facts.schema import Facts
    from artifacts.schemas import ArtifactType
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
    "content_disposition",
    "prepare",
]


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
    from artifacts.exporters.jobs import make_job

    return make_job(
        project_name,
        sources,
        tier,
        file_format,
        only=only,
        options=options,
        gaps=gaps,
        project_id=project_id,
        facts=facts,
        start=start,
    )
