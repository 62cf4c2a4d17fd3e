"""What a file deletes: several items at once, and never much of a document without being asked."""

from __future__ import annotations

import re

import pytest

from artifacts.models import Artifact, Project
from artifacts.schemas import ArtifactType
from artifacts.services.files.importing import TooManyDeletions
from artifacts.tests.importing.test_importing import exported, plan, take, value
from artifacts.tests.support.factories import make_project, make_user
from artifacts.tiers import Tier

pytestmark = pytest.mark.django_db


@pytest.fixture
def project() -> Project:
    return make_project(make_user(Tier.CTO_SCALE), written=True)


def with_steps(project: Project, count: int) -> None:
    """Give the journey of a project that many steps."""
    row = Artifact.objects.get(project=project, artifact_type="how_it_works")
    assert row.current_content is not None
    row.current_content["user_journey"] = [
        {
            "id": f"J-{n}",
            "step_number": n,
            "title": f"Step {n}",
            "description": f"What happens in {n}.",
        }
        for n in range(1, count + 1)
    ]
    row.save(update_fields=["current_content"])


def without(text: str, *item_ids: str) -> str:
    for item_id in item_ids:
        text = re.sub(
            rf'^#### <a id="{item_id}"></a>.*?(?=^#)', "", text, flags=re.DOTALL | re.MULTILINE
        )
    return text


def test_several_steps_are_deleted_at_once(project: Project) -> None:
    """Taking the first one out gives the others new numbers, which nobody has changed."""
    with_steps(project, 12)
    text = without(exported(project), "J-1", "J-5")
    seen = {change.key: change.base for change in plan(project, text).changes}
    outcome = take(project, text, bases=seen)
    assert (len(outcome.taken), outcome.refused) == (2, [])
    steps = value(project, ArtifactType.HOW_IT_WORKS, "user_journey")
    assert [step.id for step in steps] == [f"J-{n}" for n in range(1, 13) if n not in (1, 5)]
    assert [step.step_number for step in steps] == list(range(1, 11))


def test_more_than_a_fifth_is_not_deleted_without_being_asked(project: Project) -> None:
    with_steps(project, 10)
    text = without(exported(project), "J-2", "J-3", "J-4").replace(
        "A phone and a server.", "A phone."
    )
    with pytest.raises(TooManyDeletions, match="3 of the 10"):
        take(project, text)
    assert len(value(project, ArtifactType.HOW_IT_WORKS, "user_journey")) == 10
    assert value(project, ArtifactType.HOW_IT_WORKS, "architecture") == "A phone and a server."
    keys = [f"how_it_works.user_journey.J-{n}" for n in (2, 3)]
    assert len(take(project, text, *keys).taken) == 2
    assert len(take(project, text, allow_deletions=True).taken) == 2
    assert len(value(project, ArtifactType.HOW_IT_WORKS, "user_journey")) == 7


def test_entries_of_lists_count_among_what_is_deleted(project: Project) -> None:
    text = re.sub(
        r"^- (Invoices|1 shop counts every Monday)$", "", exported(project), flags=re.MULTILINE
    )
    with pytest.raises(TooManyDeletions, match="2 of the 4"):
        take(project, text)
