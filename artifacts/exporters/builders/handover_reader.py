"""Make a handover: the documents of a package, read once into features and milestones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _

from artifacts.documents.labels import marks_legend
from artifacts.exceptions import ExportFailed
from artifacts.exporters.builders.constraints import constraints_of
from artifacts.exporters.builders.handover import (
    BuildAssumption,
    BuildFeature,
    BuildMilestone,
    BuildRisk,
    Criterion,
    Handover,
    Note,
    Step,
)
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


def make_handover(package: Package, start: date | None = None) -> Handover:
    """Return what `package` hands over; with `start`, every milestone has its days.

    Raises ExportFailed if there is no feature that somebody could build, or for a start that
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
        """Return the milestones in order, and what none delivers; each feature has one place."""
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
