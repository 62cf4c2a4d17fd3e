"""An all-day event for each milestone, as iCalendar (RFC 5545).

Without a start there are no days, and no file.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, timedelta

from artifacts.exporters.builders.base import File, Form, Group
from artifacts.exporters.builders.handover import BuildMilestone, Handover
from artifacts.text import gettext_noop

LINE_OCTETS = 75
"""The longest line that the format allows, without its end."""


def files(handover: Handover) -> Iterator[File]:
    dated = [milestone for milestone in handover.milestones if milestone.first_day]
    if dated:
        lines = [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Cofounder//Milestones//EN",
            "METHOD:PUBLISH",
            f"X-WR-CALNAME:{_escaped(handover.name)}",
            *(line for milestone in dated for line in _event(handover, milestone)),
            "END:VCALENDAR",
        ]
        yield File("plan/milestones.ics", "".join(f"{_folded(line)}\r\n" for line in lines))


def _event(handover: Handover, milestone: BuildMilestone) -> Iterator[str]:
    assert milestone.first_day
    assert milestone.last_day
    notes = [*milestone.description, *(f"- {line}" for line in milestone.criteria)]
    notes += [feature.title for feature in milestone.features]
    yield "BEGIN:VEVENT"
    # The same id and a growing number make a second import a change of the first one.
    yield f"UID:{milestone.id.lower()}@{handover.project_id or 'cofounder'}"
    yield f"DTSTAMP:{handover.made.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"SEQUENCE:{int(handover.made.timestamp()) // 60}"
    yield f"DTSTART;VALUE=DATE:{milestone.first_day:%Y%m%d}"
    # The end is the day after the last one.
    yield f"DTEND;VALUE=DATE:{milestone.last_day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_escaped(milestone.title)}"
    yield f"DESCRIPTION:{_escaped(chr(10).join(notes))}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _escaped(text: str) -> str:
    text = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return text.replace("\n", "\\n")


def _folded(line: str) -> str:
    """Return a line broken where it has more octets than allowed, and never inside a character."""
    rows, row, size = [], "", 0
    for char in line:
        octets = len(char.encode())
        if size + octets > LINE_OCTETS:
            rows.append(row)
            row, size = " ", 1
        row += char
        size += octets
    return "\r\n".join([*rows, row])


FORM = Form(
    name="calendar",
    group=Group.PLAN,
    title="iCalendar",
    use=gettext_noop(
        "Import `plan/milestones.ics` into your calendar; a later export changes the same events."
    ),
    folder="plan/milestones.ics",
    files=files,
)
