"""The problems of a document that a model wrote, described for the model."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from artifacts.checker.breaking import broken_by
from artifacts.checker.check import check
from artifacts.checker.context import CheckContext
from artifacts.checker.findings import Finding, Severity
from artifacts.documents.identity import assign_ids
from artifacts.interview.questions import ProjectInput
from artifacts.runners.llm.completeness import incomplete
from artifacts.runners.llm.inventions import invented
from artifacts.runners.llm.problem import Problem
from artifacts.runners.prompts import Rewriting
from artifacts.schemas import ArtifactContent, ArtifactType, Contents, load_content
from artifacts.schemas.fields import ITEM_ID

PROBLEMS_MAX = 40
_ITEM_ID = re.compile(ITEM_ID)

LEFT_ALONE = frozenset({"total_disagrees"})
"""Rules about what we compute ourselves: no writer can fix it."""
ALWAYS_TOLD = frozenset({"own_words_missing"})
"""Minor rules that a writer is told of all the same: what could be about any project is worth
another round.
"""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A document as it stands: what is wrong, and its content where that validates."""

    problems: tuple[Problem, ...]
    content: ArtifactContent | None = None

    @property
    def rank(self) -> tuple[bool, int]:
        """The smaller, the better."""
        return self.content is None, len(self.problems)

    @property
    def sections(self) -> tuple[str, ...]:
        """The sections that have to be rewritten; none if that is the whole document."""
        names = dict.fromkeys(problem.section for problem in self.problems)
        return () if "" in names else tuple(names)


def judge(
    project: ProjectInput,
    artifact_type: ArtifactType,
    earlier: Contents,
    content: Mapping[str, Any],
    rewriting: Rewriting | None = None,
) -> Judgement:
    """Return what the schema finds in `content`, or else what the rules of consistency and those
    for writers find.

    Where it takes the place of a version, it must not break documents that stay as they are. What
    earlier versions had and newer ones dropped is not known here: it is found when the document is
    stored.
    """
    try:
        document = load_content(artifact_type, content)
    except ValidationError as error:
        return Judgement(tuple(_of_schema(error))[:PROBLEMS_MAX])
    contents = {**earlier, artifact_type: document}
    report = check(project, contents, only=artifact_type)
    problems = [
        problem
        for finding in report.findings
        if _is_worth_a_round(finding)
        if (problem := _of_rule(finding, artifact_type))
    ]
    context = CheckContext(project, contents, only=artifact_type)
    problems += _pointers_ahead(context, artifact_type)
    previous = rewriting.previous if rewriting else None
    problems += incomplete(context, artifact_type, previous)
    problems += invented(context, context.looked_at, previous)
    if rewriting and rewriting.previous and rewriting.standing:
        problems += _broken_elsewhere(
            project, artifact_type, document, rewriting.previous, rewriting.standing
        )
    return Judgement(tuple(dict.fromkeys(problems))[:PROBLEMS_MAX], document)


def _is_worth_a_round(finding: Finding) -> bool:
    matters = finding.severity.rank <= Severity.IMPORTANT.rank or finding.rule in ALWAYS_TOLD
    return matters and finding.rule not in LEFT_ALONE


def _broken_elsewhere(
    project: ProjectInput,
    artifact_type: ArtifactType,
    document: ArtifactContent,
    previous: ArtifactContent,
    standing: Contents,
) -> Iterator[Problem]:
    """Find what documents that stay as they are would say wrongly from now on, and the section that
    decides it.
    """
    identified = assign_ids(document, previous, {}, version=0).content
    homes = {item.id: section.name for section, item in previous.items()}
    for finding in broken_by(
        project, {**standing, artifact_type: previous}, artifact_type, identified
    ):
        if problem := _of_rule(finding, artifact_type):
            yield problem
            continue
        ids = [item_id for item_id in _ITEM_ID.findall(finding.message) if item_id in homes]
        if ids:
            label = finding.place.artifact_type.label
            kept = (
                f"{ids[0]} must stay: the document {label} names it and is not written again."
                f" {finding.message}"
            )
            yield Problem(homes[ids[0]], f"{homes[ids[0]]}: {kept}")


def _pointers_ahead(context: CheckContext, artifact_type: ArtifactType) -> Iterator[Problem]:
    """Find what points into documents that are written later: the rules wait for those, a writer
    cannot know them.
    """
    for passage in context.looked_at:
        for pointer in passage.pointers:
            later = [t for t in artifact_type.later if _leads_into(pointer, t)]
            if later and not context.target(pointer):
                sentence = (
                    f"[[{pointer}]] points into the {later[0].label}, which is written after this"
                    " document."
                )
                yield Problem(passage.place.section, f"{passage.place.section}: {sentence}")


def _leads_into(pointer: str, artifact_type: ArtifactType) -> bool:
    prefixes = {s.item_class.prefix for s in artifact_type.content_class.sections() if s.item_class}
    return pointer.partition(".")[0] == artifact_type.value or pointer.partition("-")[0] in prefixes


def _of_schema(error: ValidationError) -> list[Problem]:
    problems = []
    for detail in error.errors(include_url=False, include_input=False):
        section = str(detail["loc"][0]) if detail["loc"] else ""
        place = " > ".join(
            str(part + 1) if isinstance(part, int) else part for part in detail["loc"]
        )
        message = detail["msg"].removeprefix("Value error, ")
        problems.append(Problem(section, f"{place}: {message}" if place else message))
    return problems


def _of_rule(finding: Finding, artifact_type: ArtifactType) -> Problem | None:
    """Word a finding for the writer of `artifact_type`; None if it can only be fixed elsewhere."""
    places = [
        place for place in (finding.place, *finding.about) if place.artifact_type is artifact_type
    ]
    if not places:
        return None
    place = places[0]
    where = " > ".join(part for part in (place.section, place.item_id, place.field) if part)
    made = f" Its figures make {finding.derivation}." if finding.derivation else ""
    return Problem(
        place.section, f"{where}: {finding.message}{made} {finding.writer_hint or finding.hint}"
    )
