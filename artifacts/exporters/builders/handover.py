"""What is handed over: the documents as features, milestones and what bears on them, in plain
lines.

Every form is made from a `Handover`, and none reads the documents itself. It is made from a
`Package`, so it holds nothing that the reader's tier does not open.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.utils.translation import gettext as _

from artifacts.documents.labels import marks_legend
from artifacts.exceptions import ExportFailed
from artifacts.exporters.builders.constraints import Constraint, constraints_of
from artifacts.exporters.builders.text import Words, slug
from artifacts.exporters.package import Package
from artifacts.schemas import ArtifactType
from artifacts.schemas.marks import Mark
from artifacts.schemas.schedule import plan
from artifacts.text import gettext_noop

_BUILT_SO = (
    ("mvp_scope", "technical_architecture"),
    ("how_it_works", "architecture"),
    ("how_it_works", "data_flow"),
    ("how_it_works", "integration_points"),
    ("how_it_works", "security_compliance"),
    ("mvp_scope", "scalability_plan"),
    ("milestones", "resource_plan"),
)
_RISK_SECTIONS = (
    "technical_risks",
    "market_risks",
    "execution_risks",
    "financial_risks",
    "strategic_risks",
)


FIRST_YEAR, LAST_YEAR = 2000, 2100
"""In which work may begin: far from where dates end, or tools read them in another way."""


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
    """Both None where nobody said when the work begins."""


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
    """Both as the founder told us; None where nobody has said."""

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
        """What is left open, in the reader's language: it stands in the files as open, never as an
        answer.
        """
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
        first = min((m.first_day for m in self.milestones if m.first_day), default=None)
        last = max((m.last_day for m in self.milestones if m.last_day), default=None)
        if first and self.earliest_start and first < self.earliest_start:
            days = {"first": first.isoformat(), "earliest": self.earliest_start.isoformat()}
            yield (
                _(
                    "Can we start on %(first)s? We said that we start on %(earliest)s at the"
                    " earliest."
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


def make_handover(package: Package, start: date | None = None) -> Handover:
    """Return what `package` hands over; with `start`, every milestone has its days.

    Raises ExportFailed where there is no feature that somebody could build, or for a start that
    nobody could mean.
    """
    if start and not FIRST_YEAR <= start.year <= LAST_YEAR:
        years = {"first": FIRST_YEAR, "last": LAST_YEAR}
        raise ExportFailed(_("Please give a first day between %(first)s and %(last)s.") % years)
    return _HandoverReader(package, start).read()


@dataclass(frozen=True, slots=True)
class _PlannedStep:
    id: str
    estimated_weeks: int
    depends_on: Sequence[str]


class _HandoverReader:
    def __init__(self, package: Package, start: date | None) -> None:
        self.package = package
        self.start = start
        self.words = Words(package)
        self.contents: dict[ArtifactType, Mapping[str, Any]] = {
            c.type: c.content for c in package.chapters
        }
        self.risks = tuple(
            self._risk(row) for name in _RISK_SECTIONS for row in self._rows("risk_log", name)
        )
        self.steps = tuple(self._step(row) for row in self._rows("how_it_works", "user_journey"))

    def read(self) -> Handover:
        brief = self._prose("brief")
        features = {
            row["id"]: self._feature(row) for row in self._rows("mvp_scope", "core_features")
        }
        if not features:
            raise ExportFailed(
                gettext_noop("There is nothing to build here: no features. Choose all documents.")
            )
        milestones, unplanned = self._milestones(features)
        return Handover(
            name=self.words.line(self.package.project_name),
            project_id=self.package.project_id,
            language=self.package.language,
            made=self.package.date,
            versions={chapter.type: chapter.version for chapter in self.package.chapters},
            legend=marks_legend(
                [mark for mark in Mark if mark in self._marks()], self.package.language
            ),
            problem=brief("problem_statement"),
            user=brief("target_user"),
            value=brief("value_proposition"),
            limit=brief("key_constraint"),
            constraints=constraints_of(self.package.facts),
            notes=tuple(self._notes()),
            out_of_scope=self._lines("mvp_scope", "out_of_scope"),
            metrics=self._lines("mvp_scope", "success_metrics"),
            assumptions=tuple(
                BuildAssumption(row["id"], self.words.line(row["text"]), row["confidence"])
                for row in self._rows("brief", "assumptions")
            ),
            open_questions=self._lines("brief", "open_questions"),
            features=tuple(features.values()),
            milestones=milestones,
            unplanned=unplanned,
            is_dated=self.start is not None,
            earliest_start=self.package.facts.earliest_start.value,
            deadline=self.package.facts.deadline.value,
        )

    def _marks(self) -> set[Mark]:
        return {mark for chapter in self.package.chapters for mark in chapter.view.marks}

    def _notes(self) -> Iterator[Note]:
        titles = {
            (c.type.value, s.section.name): s.section.title
            for c in self.package.chapters
            for s in c.sections
        }
        for document, section in _BUILT_SO:
            if title := titles.get((document, section)):
                yield Note(title, self._prose(document)(section))

    def _feature(self, row: Mapping[str, Any]) -> BuildFeature:
        item_id, name = row["id"], self.words.line(row["name"])
        criteria = (self.words.line(text) for text in row["acceptance_criteria"])
        return BuildFeature(
            id=item_id,
            name=name,
            title=f"{item_id} {name}",
            folder=slug(item_id, name),
            description=self.words.paragraphs(row["description"]),
            priority=row["priority"],
            criteria=tuple(
                Criterion(f"{item_id}.{place}", text)
                for place, text in enumerate(criteria, start=1)
            ),
            risks=self._risks_of(item_id),
            steps=tuple(step for step in self.steps if item_id in step.uses),
        )

    def _milestones(
        self, features: Mapping[str, BuildFeature]
    ) -> tuple[tuple[BuildMilestone, ...], tuple[BuildFeature, ...]]:
        """Return the milestones in order, and the features that none delivers; each feature has one
        place.
        """
        rows = {row["id"]: row for row in self._rows("milestones", "milestones")}
        schedule = plan(
            [
                _PlannedStep(row["id"], row["estimated_weeks"], row["depends_on"])
                for row in rows.values()
            ]
        )
        order = sorted(rows, key=lambda item_id: schedule.starts[item_id])
        left = dict(features)
        found = []
        for item_id in order:
            delivered = tuple(left.pop(name) for name in rows[item_id]["delivers"] if name in left)
            after = tuple(schedule.before[item_id])
            found.append(self._milestone(rows[item_id], delivered, schedule.starts[item_id], after))
        return tuple(found), tuple(left.values())

    def _milestone(
        self,
        row: Mapping[str, Any],
        features: tuple[BuildFeature, ...],
        week: int,
        after: tuple[str, ...],
    ) -> BuildMilestone:
        title = self.words.line(row["title"])
        weeks = row["estimated_weeks"]
        first_day = self.start + timedelta(weeks=week) if self.start else None
        return BuildMilestone(
            id=row["id"],
            title=f"{row['id']} {title}",
            folder=slug(row["id"], title),
            description=self.words.paragraphs(row["description"]),
            criteria=tuple(map(self.words.line, row["success_criteria"])),
            weeks=weeks,
            week=week,
            features=features,
            after=after,
            risks=self._risks_of(row["id"]),
            first_day=first_day,
            last_day=first_day + timedelta(weeks=weeks, days=-1) if first_day else None,
        )

    def _risk(self, row: Mapping[str, Any]) -> BuildRisk:
        return BuildRisk(
            id=row["id"],
            title=f"{row['id']} {self.words.line(row['title'])}",
            description=self.words.paragraphs(row["description"]),
            severity=row["severity"],
            likelihood=row["likelihood"] or "",
            mitigation=self.words.paragraphs(row["mitigation"]),
            affects=tuple(row["affects"]),
        )

    def _step(self, row: Mapping[str, Any]) -> Step:
        title = f"{row['id']} {self.words.line(row['title'])}"
        return Step(row["id"], title, self.words.paragraphs(row["description"]), tuple(row["uses"]))

    def _risks_of(self, item_id: str) -> tuple[BuildRisk, ...]:
        return tuple(risk for risk in self.risks if item_id in risk.affects)

    def _prose(self, document: str) -> Any:
        content = self.contents.get(ArtifactType(document), {})
        return lambda section: self.words.paragraphs(content.get(section) or "")

    def _lines(self, document: str, section: str) -> tuple[str, ...]:
        return tuple(map(self.words.line, self._rows(document, section)))

    def _rows(self, document: str, section: str) -> Sequence[Any]:
        return self.contents.get(ArtifactType(document), {}).get(section) or ()
