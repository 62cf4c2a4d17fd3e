"""Reading an uploaded Markdown file beside writing it, and how that grows with marks over and over.

No database.
"""

from __future__ import annotations

import os
from functools import partial

from bench.measure import milliseconds, print_worst_growth

LONGEST = 160_000


def run() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "artifacts.tests.settings")
    import django

    django.setup()
    from artifacts.exporters import Format
    from artifacts.importing import read_file
    from artifacts.schemas import ArtifactType
    from artifacts.tests.support.exports import make_export
    from artifacts.tests.support.fillers import PIECES, over_and_over
    from artifacts.tiers import Tier

    readable = {t: t.content_class.access(Tier.CTO_SCALE).readable for t in ArtifactType}
    write = partial(make_export, Format.MARKDOWN_TECHNICAL)
    text = write().content.decode()
    floor, reading = milliseconds(write), milliseconds(partial(read_file, text, readable))
    print(
        f"\nUploads: a technical Markdown file of {len(text) / 1000:.0f} kB; writing it takes"
        f" {floor:.2f} ms"
    )
    print(f"reading it      {reading:>8.2f} ms, {reading / floor:.1f} times writing")
    head = (
        '## <a id="mvp_scope"></a>MVP Scope\n\n### <a id="mvp_scope.core_features"></a>Core'
        " features\n\n#### F-1 x\n\n"
    )
    print_worst_growth(
        PIECES,
        lambda piece, size: partial(read_file, head + over_and_over(piece, size), readable),
        LONGEST,
    )
