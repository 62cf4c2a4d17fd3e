"""The milestones as a Gantt chart for Mermaid, which Markdown viewers of repositories draw."""

from __future__ import annotations

from collections.abc import Iterator

from artifacts.exporters.builders.base import File, Form, Group
from artifacts.exporters.builders.handover import BuildMilestone, Handover
from artifacts.exporters.mermaid import mermaid_text
from artifacts.text import gettext_noop


def files(handover: Handover) -> Iterator[File]:
    if not handover.milestones:
        return
    # Without a start the chart counts weeks from nought; to Mermaid they are seconds, the only unit
    # that it counts so.
    axis = ("YYYY-MM-DD", "%Y-%m-%d") if handover.is_dated else ("X", "%s")
    lines = [
        "gantt",
        f"    title {mermaid_text(handover.name)}",
        f"    dateFormat {axis[0]}",
        f"    axisFormat {axis[1]}",
        *(f"    {_bar(milestone)}" for milestone in handover.milestones),
    ]
    yield File("plan/plan.mmd", "\n".join(lines) + "\n")


def _bar(milestone: BuildMilestone) -> str:
    unit = "w" if milestone.first_day else "s"
    begin = f"after {' '.join(milestone.after)}" if milestone.after else _begin(milestone)
    return f"{mermaid_text(milestone.title)} :{milestone.id}, {begin}, {milestone.weeks}{unit}"


def _begin(milestone: BuildMilestone) -> str:
    return milestone.first_day.isoformat() if milestone.first_day else str(milestone.week)


FORM = Form(
    name="gantt",
    group=Group.PLAN,
    title="Mermaid",
    use=gettext_noop(
        "Paste `plan/plan.mmd` into a `mermaid` block of any Markdown file in your repository."
    ),
    folder="plan/plan.mmd",
    files=files,
)
