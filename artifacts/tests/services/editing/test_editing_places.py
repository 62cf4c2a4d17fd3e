"""Where items stand after an edit, and which ids they have there."""

from __future__ import annotations

import pytest

from artifacts.models import Artifact, Project
from artifacts.services.editing.manual_edits import move_item
from artifacts.services.editing.restoring import restore_section
from artifacts.tests.support.edits import hand
from artifacts.tests.support.proposed import RISKS, SCOPE, feature, items, log, risk, scope
from artifacts.tests.support.rows import row_of
from artifacts.tests.support.versions import write_again


@pytest.mark.parametrize("by", [-1, -9])
def test_the_first_item_stays_first_when_it_is_moved_up(written_project: Project, by: int) -> None:
    write_again(written_project, scope(*map(feature, ("Count", "Order", "Scan"))), SCOPE)
    before = list(items(written_project, SCOPE, "core_features"))
    assert len(before) == 3
    move_item(
        row_of(written_project, SCOPE),
        section="core_features",
        item_id=before[0],
        by=by,
        **hand(written_project),
    )
    assert list(items(written_project, SCOPE, "core_features")) == before


def test_a_restored_item_whose_id_lives_on_elsewhere_gets_one_that_none_has_ever_had(
    written_project: Project,
) -> None:
    ((first, title),) = items(written_project, RISKS, "technical_risks").items()
    write_again(written_project, log([], [risk(title)]), RISKS)
    assert list(items(written_project, RISKS, "market_risks")) == [first]
    gone = {"R-9": {"title": "Old", "version": 1}}
    Artifact.objects.filter(pk=row_of(written_project, RISKS).pk).update(superseded_items=gone)
    restore_section(
        row_of(written_project, RISKS), section="technical_risks", **hand(written_project)
    )
    assert items(written_project, RISKS, "technical_risks") == {"R-10": title}
    assert list(items(written_project, RISKS, "market_risks")) == [first]
