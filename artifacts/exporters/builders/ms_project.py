"""The milestones as a project of MS Project's XML, which ProjectLibre and others open too."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from xml.etree import ElementTree as ET

from artifacts.exporters.builders.base import File, Form, Group
from artifacts.exporters.builders.handover import BuildMilestone, Handover
from artifacts.text import gettext_noop

HOURS_A_WEEK = 40
_NAMESPACE = "http://schemas.microsoft.com/project"
_SATURDAY = 5
_FINISH_TO_START = "1"
_WEEKS = "9"


def files(handover: Handover) -> Iterator[File]:
    if handover.milestones:
        root = _project(handover)
        ET.indent(root)
        text = ET.tostring(root, encoding="unicode", xml_declaration=False)
        yield File(
            "plan/plan.xml", f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{text}\n'
        )


def _project(handover: Handover) -> ET.Element:
    root = ET.Element("Project", xmlns=_NAMESPACE)
    _add(root, "Name", "plan.xml")
    _add(root, "Title", handover.name)
    _add(root, "ScheduleFromStart", "1")
    if handover.first_day:
        _add(root, "StartDate", _morning(handover.first_day))
    _add(root, "CalendarUID", "1")
    for name, value in (
        ("MinutesPerDay", 480),
        ("MinutesPerWeek", 60 * HOURS_A_WEEK),
        ("DaysPerMonth", 20),
    ):
        _add(root, name, str(value))
    root.append(_calendar())
    tasks = ET.SubElement(root, "Tasks")
    numbers = {
        milestone.id: str(number) for number, milestone in enumerate(handover.milestones, start=1)
    }
    for milestone in handover.milestones:
        tasks.append(_task(milestone, numbers))
    return root


def _calendar() -> ET.Element:
    """Five days of eight hours, Monday to Friday; the format counts from Sunday as day 1."""
    calendars = ET.Element("Calendars")
    calendar = ET.SubElement(calendars, "Calendar")
    for name, value in (
        ("UID", "1"),
        ("Name", "Standard"),
        ("IsBaseCalendar", "1"),
        ("BaseCalendarUID", "-1"),
    ):
        _add(calendar, name, value)
    days = ET.SubElement(calendar, "WeekDays")
    for number in range(1, 8):
        is_working = 1 < number < 7
        day = ET.SubElement(days, "WeekDay")
        _add(day, "DayType", str(number))
        _add(day, "DayWorking", "1" if is_working else "0")
        if is_working:
            times = ET.SubElement(day, "WorkingTimes")
            for begin, end in (("08:00:00", "12:00:00"), ("13:00:00", "17:00:00")):
                time = ET.SubElement(times, "WorkingTime")
                _add(time, "FromTime", begin)
                _add(time, "ToTime", end)
    return calendars


def _task(milestone: BuildMilestone, numbers: dict[str, str]) -> ET.Element:
    task = ET.Element("Task")
    number = numbers[milestone.id]
    for name, value in (
        ("UID", number),
        ("ID", number),
        ("Name", milestone.title),
        ("WBS", milestone.id),
    ):
        _add(task, name, value)
    _add(task, "OutlineNumber", number)
    _add(task, "OutlineLevel", "1")
    if milestone.first_day and milestone.last_day:
        _add(task, "Start", _morning(milestone.first_day))
        _add(task, "Finish", _evening(milestone.last_day))
    _add(task, "Duration", f"PT{milestone.weeks * HOURS_A_WEEK}H0M0S")
    _add(task, "DurationFormat", _WEEKS)
    notes = [*milestone.description, *(f"- {line}" for line in milestone.criteria)]
    notes += [feature.title for feature in milestone.features]
    _add(task, "Notes", "\n".join(notes))
    for other in milestone.after:
        link = ET.SubElement(task, "PredecessorLink")
        _add(link, "PredecessorUID", numbers[other])
        _add(link, "Type", _FINISH_TO_START)
    return task


def _morning(day: date) -> str:
    """Return when work begins on a day, or on the Monday after it."""
    while day.weekday() >= _SATURDAY:
        day += timedelta(days=1)
    return f"{day.isoformat()}T08:00:00"


def _evening(day: date) -> str:
    """Return when work ends on a day, or on the Friday before it."""
    while day.weekday() >= _SATURDAY:
        day -= timedelta(days=1)
    return f"{day.isoformat()}T17:00:00"


def _add(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = text


FORM = Form(
    name="ms-project",
    group=Group.PLAN,
    title="MS Project",
    use=gettext_noop("Open `plan/plan.xml` in MS Project or ProjectLibre."),
    folder="plan/plan.xml",
    files=files,
)
