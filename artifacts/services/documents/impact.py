"""The effects of a change, for the page that asks for it: what it affects, and what regenerating
that usually costs.
"""

from __future__ import annotations

from dataclasses import dataclass

from artifacts.documents.impact import Touched, touched_by_answer, touched_by_section
from artifacts.documents.staleness import FACTS
from artifacts.facts.sheet import GROUPS, group_of
from artifacts.models import Project
from artifacts.schemas import ArtifactType
from artifacts.schemas.base import Section
from artifacts.tiers import Tier
from artifacts.usage.estimates import Estimate, estimate_total


@dataclass(frozen=True, slots=True)
class Impact:
    documents: tuple[Touched, ...]
    """The documents that were written from it, in order: those that the change makes stale."""
    estimate: Estimate
    """Seconds and USD that regenerating them usually takes."""

    @property
    def mentions(self) -> tuple[Touched, ...]:
        """Those of them that point at it or quote it."""
        return tuple(document for document in self.documents if document.sections)


def impact_of_section(
    project: Project, artifact_type: ArtifactType, section: Section, tier: Tier, item_id: str = ""
) -> Impact:
    """Return what changing a written section, or one item of it, would touch.

    Reads the project's artifacts once.
    """
    item_ids = (item_id,) if item_id else None
    documents = touched_by_section(
        artifact_type, section, project.contents(), _inputs(project), tier, item_ids
    )
    return _impact(documents)


def impact_of_answers(project: Project, tier: Tier) -> dict[str, Impact]:
    """Return what changing each text of the founder's would touch, by "name", "idea",
    "answers.price" and so on.
    """
    described = project.get_input()
    answers = described.answers.model_dump().items()
    texts = {
        "name": "",
        "idea": described.idea,
        **{f"answers.{key}": text for key, text in answers},
    }
    contents, inputs = project.contents(), _inputs(project)
    return {
        key: _impact(touched_by_answer(key, text, contents, inputs, tier))
        for key, text in texts.items()
    }


def impact_of_facts(project: Project, tier: Tier) -> dict[str, Impact]:
    """Return what changing each fact would touch, by group: "prices", "traits.seasonal", and
    "language".
    """
    sheet = project.get_facts()
    said: dict[str, list[str]] = {group: [] for group in GROUPS}
    for path, fact in sheet.each():
        said[group_of(path)] += [span.text for span in fact.said]
    contents, inputs = project.contents(), _inputs(project)
    impacts = {
        group: _impact(
            touched_by_answer(f"{FACTS}.{group}", "\n".join(texts), contents, inputs, tier)
        )
        for group, texts in said.items()
    }
    return impacts | {
        "language": _impact(touched_by_answer("language", "", contents, inputs, tier))
    }


def _impact(documents: tuple[Touched, ...]) -> Impact:
    return Impact(documents, estimate_total(document.artifact_type for document in documents))


def _inputs(project: Project) -> dict[ArtifactType, tuple[str, ...]]:
    return {artifact.type: tuple(artifact.written_from) for artifact in project.documents()}
