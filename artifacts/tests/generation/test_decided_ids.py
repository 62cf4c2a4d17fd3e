"""What a decision about a new version keeps of what was known before."""

from __future__ import annotations

from artifacts.models import Artifact, Project
from artifacts.tests.support.proposed import (
    SCOPE,
    change,
    decide,
    feature,
    items,
    propose,
    scope,
)
from artifacts.tests.support.rows import row_of

FEATURES = "core_features"
DROPPED = {"F-9": {"title": "Scan", "version": 1}}


def test_a_decision_forgets_no_item_that_an_earlier_version_dropped(
    written_project: Project,
) -> None:
    """Its id must not be given again, and pointers to it still say what it was."""
    Artifact.objects.filter(pk=row_of(written_project, SCOPE).pk).update(superseded_items=DROPPED)
    first, second = items(written_project, SCOPE, FEATURES)
    change(written_project, SCOPE, FEATURES, first, description="Mine, in my words.")
    titles = items(written_project, SCOPE, FEATURES).values()
    propose(written_project, SCOPE, scope(*(feature(title, "New.") for title in titles)))
    decide(written_project, SCOPE, core_features={first: "new", second: "mine"})
    assert row_of(written_project, SCOPE).superseded_items == DROPPED
