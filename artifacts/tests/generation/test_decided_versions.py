"""What belongs to a new version once it was decided on: what it was written from, and whose the
edits are that it keeps.
"""

from __future__ import annotations

from artifacts.generation.claims import Edits
from artifacts.generation.proposals import Choices, decide_proposal
from artifacts.generation.writer import write_claim
from artifacts.models import Project, User
from artifacts.services.documents.status import outdated_types
from artifacts.tests.generation.test_proposals import LIMIT, NEW, edit, proposal, stored
from artifacts.tests.support.factories import StubRunner, claim_all, make_staff
from artifacts.tiers import Tier


def regenerate(project: Project) -> None:
    write_claim(claim_all(project, edits=Edits.REVIEW), runner=StubRunner(contents=NEW))


def test_a_version_that_was_accepted_is_up_to_date(written_project: Project, founder: User) -> None:
    """I-13: it was written from the changed answer, and the version before it was not."""
    edit(written_project, founder, "My limit.")
    Project.objects.filter(pk=written_project.pk).update(idea="Counting of books in libraries.")
    assert "brief" in outdated(written_project)
    regenerate(Project.objects.get(pk=written_project.pk))
    decide(written_project, founder)
    assert "brief" not in outdated(written_project)


def test_an_edit_that_is_kept_stays_the_founders_no_matter_who_decides(
    written_project: Project, founder: User
) -> None:
    edit(written_project, founder, "My limit.")
    before = stored(written_project).edits[LIMIT]
    regenerate(written_project)
    decide(written_project, make_staff())
    after = stored(written_project).edits[LIMIT]
    assert (after.by_id, after.by_support, after.at) == (founder.pk, False, before.at)
    assert after.generated == "New limit."


def decide(project: Project, decider: User) -> None:
    decide_proposal(
        stored(project),
        choices=Choices(),
        base=proposal(project).base,
        decider=decider,
        tier=Tier.CTO_SCALE,
    )


def outdated(project: Project) -> set[str]:
    again = Project.objects.with_artifacts().get(pk=project.pk)
    rows = again.documents()
    return {artifact_type.value for artifact_type in outdated_types(again, rows, rows)}
