"""What is handed over: the documents as features, milestones and what bears on them, in plain
lines.

Every form is made from a `Handover`, and none reads the documents itself. It is made from a
`Package`, so it holds nothing that the reader's tier does not open.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from artifacts.exporters.builders.constraints import Constraint
from artifacts.schemas import ArtifactType


def unplanned_title() -> str:
    """Return the title over what no milestone delivers, in the active language."""
    return _("Unplanned")


@dataclass(frozen=True, slots=True)
class Criterion:
    id: str
    """`F-1.2`: the second of F-1.

    Unlike the id of a feature it moves when a criterion before it is taken out.
    """
    text: str


@dataclass(frozen=True, slots=True)
class BuildRisk:
    id: str
    title: str
    description: tuple[str, ...]
    severity: str
    likelihood: str
    """One of high, medium and low; "" where nobody has said."""
    mitigation: tuple[str, ...]
    affects: tuple[str, ...]

    @property
    def summary(self) -> str:
        return " ".join((*self.description, *self.mitigation))


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the user's way through the product."""

    id: str
    title: str
    description: tuple[str, ...]
    uses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BuildAssumption:
    id: str
    text: str
    confidence: str


@dataclass(frozen=True, slots=True)
class Note:
    """A section of prose, by its title."""

    title: str
    text: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BuildFeature:
    id: str
    name: str
    title: str
    """Id and name: what every form calls it."""
    folder: str
    description: tuple[str, ...]
    priority: str
    criteria: tuple[Criterion, ...]
    risks: tuple[BuildRisk, ...]
    steps: tuple[Step, ...]

    @property
    def question(self) -> str:
        """What has to be answered before it can be called done; "" where its criteria say it."""
        return "" if self.criteria else f"[NEEDS CLARIFICATION: when is {self.id} done?]"


@dataclass(frozen=True, slots=True)
class BuildMilestone:
    id: str
    title: str
    folder: str
    description: tuple[str, ...]
    criteria: tuple[str, ...]
    weeks: int
    week: int
    """The week in which it begins, counted from 0."""
    features: tuple[BuildFeature, ...]
    """Those it delivers that no milestone before it does."""
    after: tuple[str, ...]
    """Ids of the milestones that have to be done before."""
    risks: tuple[BuildRisk, ...]
    first_day: date | None
    last_day: date | None
    """Both None if nobody said when the work begins."""


@dataclass(frozen=True, slots=True)
class Stage:
    """Features that are built together: those of a milestone, or those that no milestone
    delivers.
    """

    id: str
    title: str
    folder: str
    features: tuple[BuildFeature, ...]
    milestone: BuildMilestone | None


@dataclass(frozen=True, slots=True)
class Handover:
    name: str
    project_id: str
    language: str
    made: datetime
    """When the last of the documents was changed."""
    versions: Mapping[ArtifactType, int]
    legend: str
    """What the marks in the texts mean; "" where there are none."""
    problem: tuple[str, ...]
    user: tuple[str, ...]
    value: tuple[str, ...]
    limit: tuple[str, ...]
    """The key constraint."""
    constraints: tuple[Constraint, ...]
    notes: tuple[Note, ...]
    """What the documents say about how it is built."""
    out_of_scope: tuple[str, ...]
    metrics: tuple[str, ...]
    assumptions: tuple[BuildAssumption, ...]
    open_questions: tuple[str, ...]
    features: tuple[BuildFeature, ...]
    milestones: tuple[BuildMilestone, ...]
    """In the order in which they can be worked at."""
    unplanned: tuple[BuildFeature, ...]
    is_dated: bool
    earliest_start: date | None
    deadline: date | None
    """Both as the founder told us; None if nobody has said."""

    @property
    def first_day(self) -> date | None:
        """The first day of the first milestone; None if the plan has no dates."""
        return min((m.first_day for m in self.milestones if m.first_day), default=None)

    @property
    def last_day(self) -> date | None:
        """The last day of the last milestone; None if the plan has no dates."""
        return max((m.last_day for m in self.milestones if m.last_day), default=None)

    @property
    def stages(self) -> tuple[Stage, ...]:
        """The milestones that deliver features, then what is not planned."""
        planned = [
            Stage(m.id, m.title, m.folder, m.features, m) for m in self.milestones if m.features
        ]
        if self.unplanned:
            planned.append(Stage("", unplanned_title(), "unplanned", self.unplanned, None))
        return tuple(planned)

    @property
    def questions(self) -> tuple[str, ...]:
        """What is left open, in the reader's language; it is open in the files, too."""
        criteria = [
            _("When is %(item)s done? It has no criteria.") % {"item": f.title}
            for f in self._unclear
        ]
        unplanned = [
            _("When is %(item)s built? No milestone delivers it.") % {"item": f.title}
            for f in self.unplanned
        ]
        return (*self.open_questions, *criteria, *unplanned, *self._questions_of_dates())

    def _questions_of_dates(self) -> Iterator[str]:
        if not self.milestones:
            return
        if not self.is_dated:
            yield _("When do we start? Without a date, nothing has one.")
        first, last = self.first_day, self.last_day
        if first and self.earliest_start and first < self.earliest_start:
            days = {"first": first.isoformat(), "earliest": self.earliest_start.isoformat()}
            yield (
                _(
                    "Can we start on %(first)s? "
                    "We said that we start on %(earliest)s at the earliest."
                )
                % days
            )
        if last and self.deadline and last > self.deadline:
            days = {"last": last.isoformat(), "deadline": self.deadline.isoformat()}
            yield (
                _("What gives way? The plan ends on %(last)s, after our deadline on %(deadline)s.")
                % days
            )

    @property
    def _unclear(self) -> Iterator[BuildFeature]:
        return (feature for feature in self.features if not feature.criteria)
