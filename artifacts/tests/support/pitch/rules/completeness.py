"""A rule about the Pitch alone."""

from __future__ import annotations

from collections.abc import Iterator

from artifacts.checker.context import CheckContext
from artifacts.checker.findings import Location, Severity
from artifacts.checker.rules.registry import Violation, rule
from artifacts.schemas import ArtifactType
from artifacts.text import gettext_noop

PITCH = ArtifactType("pitch")


@rule(
    severity=Severity.MINOR,
    message=gettext_noop("%(place)s shows no milestone."),
    hint=gettext_noop("Name the milestone that it shows."),
    good={"pitch.S-1.shows": ["M-1"]},
    bad={"pitch.S-1.shows": []},
)
def slide_shows_milestone(context: CheckContext) -> Iterator[Violation]:
    """Every slide shows a milestone."""
    content = context.contents.get(PITCH)
    for section, item in content.items() if content and context.plan else ():
        if not getattr(item, "shows", None):
            place = Location(PITCH, section.name, item.id, "shows")
            yield Violation(place, values={"place": place})
