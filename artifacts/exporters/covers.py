"""A cover to look at: that of the sample project, under the brand that is asked for."""

from __future__ import annotations

from datetime import UTC, datetime

from artifacts.exporters import pdf
from artifacts.exporters.options import Options
from artifacts.exporters.package import Source, make_package
from artifacts.sample import SHELFWISE, sample_contents
from artifacts.tiers import Tier

PPI = 60.0
_DATE = datetime(2026, 1, 5, 12, tzinfo=UTC)


def sample_cover(options: Options) -> bytes:
    """Return it as a PNG. Raises ExportBusy."""
    sources = {artifact_type: Source(content, 1, _DATE) for artifact_type, content in sample_contents().items()}
    package = make_package(SHELFWISE.name, sources, Tier.BOOTSTRAPPER, None)
    return pdf.render_cover(package, options, ppi=PPI)
