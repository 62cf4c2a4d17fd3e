"""Pictures as Mermaid, which forges draw from the text of a Markdown file."""

from __future__ import annotations

import re
from itertools import pairwise

from artifacts.charts.journey import Journey
from artifacts.charts.pictures import Timeline
from artifacts.documents.references import shorten
from artifacts.exporters.figure_texts import timeline_texts
from artifacts.exporters.package import Package

_NOT_FOR_MERMAID = re.compile(r"[^\w .,'’–-]+")


def mermaid_text(text: str) -> str:
    """Return words that Mermaid cannot take for anything else."""
    return shorten(_NOT_FOR_MERMAID.sub(" ", text), 60) or "–"


def gantt(package: Package, timeline: Timeline) -> str:
    """A chart in weeks: to Mermaid they are seconds, which is the only unit that it counts from
    nought.
    """
    rows = [
        f"    {bar.target.item_id} {mermaid_text(package.plain_text(bar.target.title))}"
        f" :{'crit, ' if bar.is_critical else ''}{bar.target.item_id}, {bar.first_week - 1},"
        f" {bar.last_week}"
        for bar in timeline.bars.shown
    ]
    axis = [
        "gantt",
        f"    title {timeline_texts(timeline)['heading']}",
        "    dateFormat X",
        "    axisFormat %s",
    ]
    return "\n".join(["```mermaid", *axis, *rows, "```"])


def flow(package: Package, journey: Journey) -> str:
    nodes = [
        f'    S{node.number}["{node.number}. {title}"]'
        for node in journey.nodes
        for title in [mermaid_text(package.plain_text(node.target.title))]
    ]
    arrows = [
        f"    S{one.number} --> S{next_one.number}" for one, next_one in pairwise(journey.nodes)
    ]
    return "\n".join(["```mermaid", "flowchart TD", *nodes, *arrows, "```"])
