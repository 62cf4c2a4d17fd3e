"""What each fact is called. No Django here; pages translate it."""

from __future__ import annotations

from artifacts.facts.sheet import group_of
from artifacts.text import gettext_noop

TITLES: dict[str, str] = {
    "first_version": gettext_noop("What it does"),
    "left_out": gettext_noop("Left out for now"),
    "user": gettext_noop("Who uses it"),
    "payer": gettext_noop("Who pays"),
    "other_side": gettext_noop("The other side"),
    "counts": gettext_noop("How many there are"),
    "first_people": gettext_noop("First people to ask"),
    "evidence": gettext_noop("What speaks for it"),
    "stage": gettext_noop("How far we are"),
    "prices": gettext_noop("Prices"),
    "budget": gettext_noop("Money to spend"),
    "deadline": gettext_noop("Ready by"),
    "duration_weeks": gettext_noop("Weeks we have"),
    "earliest_start": gettext_noop("Earliest start"),
    "test": gettext_noop("Our own test"),
    "people": gettext_noop("How many work on it"),
    "hours_per_week": gettext_noop("Hours a week"),
    "missing_skills": gettext_noop("Skills we lack"),
    "regions": gettext_noop("Where"),
    "languages": gettext_noop("Languages it speaks"),
    "platforms": gettext_noop("Runs on"),
    "laws": gettext_noop("Laws and permits"),
    "more": gettext_noop("What else we asked"),
    "traits.takes_payments": gettext_noop("Takes payments"),
    "traits.personal_data": gettext_noop("Keeps personal data"),
    "traits.health_data": gettext_noop("Keeps health data"),
    "traits.children": gettext_noop("Children use it"),
    "traits.physical_goods": gettext_noop("Handles physical goods"),
    "traits.on_site_service": gettext_noop("Work on site"),
    "traits.two_sides": gettext_noop("Brings two sides together"),
    "traits.hardware": gettext_noop("Needs hardware of its own"),
    "traits.ai_output": gettext_noop("AI writes or decides"),
    "traits.works_offline": gettext_noop("Has to work without a connection"),
    "traits.depends_on_partner": gettext_noop("Depends on a partner or platform"),
    "traits.needs_permit": gettext_noop("Needs a permit"),
    "traits.sells_to_organisations": gettext_noop("Sells to organisations"),
    "traits.seasonal": gettext_noop("Depends on the season"),
}

ANSWERED_BY: dict[str, str] = {
    "first_version": "first_version",
    "left_out": "left_out",
    "user": "target_user",
    "payer": "price",
    "other_side": "target_user",
    "counts": "target_user",
    "first_people": "evidence",
    "evidence": "evidence",
    "stage": "stage",
    "prices": "price",
    "budget": "budget",
    "deadline": "deadline",
    "duration_weeks": "deadline",
    "earliest_start": "deadline",
    "test": "validation",
    "people": "team",
    "hours_per_week": "team",
    "missing_skills": "team",
    "regions": "place",
    "languages": "place",
    "platforms": "first_version",
    "laws": "place",
}
"""The question that asks for each fact."""


def title_of(path: str) -> str:
    """Return the title of the fact at `path`, untranslated."""
    return TITLES.get(group_of(path), path)
