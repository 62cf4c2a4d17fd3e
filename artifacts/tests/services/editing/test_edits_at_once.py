"""Edits of a document at the moment of another act, on a server that serves both."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection

from artifacts.exceptions import EditConflict, UnresolvedEdits
from artifacts.generation.claims import Edits
from artifacts.models import Artifact, Project, User
from artifacts.services.editing.locking import fingerprint, lock_editable
from artifacts.services.editing.manual_edits import edit_section
from artifacts.tests.support.at_once import in_thread, somebody_waits
from artifacts.tests.support.children import wait_until
from artifacts.tests.support.factories import claim_all

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="has one writer at a time"),
]


def edit(brief: Artifact, editor: User, text: str, *, seen: str) -> None:
    edit_section(
        brief,
        section="problem_statement",
        value=text,
        base=seen,
        editor=editor,
        tier=editor.get_tier(),
    )


@pytest.fixture
def seen(brief: Artifact) -> str:
    content: Any = brief.content
    return fingerprint(content.problem_statement)


def test_an_edit_waits_for_another_and_is_then_told_of_it(
    brief: Artifact, seen: str, founder: User
) -> None:
    """I-7: both have seen the same text; the second one must not replace what the first wrote."""
    with ThreadPoolExecutor(1) as threads:
        with lock_editable(brief):
            second = in_thread(threads, lambda: edit(brief, founder, "The second.", seen=seen))
            wait_until(lambda: second.done() or somebody_waits())
            assert not second.done(), second.exception()
            edit(brief, founder, "The first.", seen=seen)
        with pytest.raises(EditConflict):
            second.result()
    brief.refresh_from_db()
    assert brief.current_content is not None
    assert brief.current_content["problem_statement"] == "The first."


def test_a_generation_waits_for_an_edit_and_does_not_overwrite_it(
    written_project: Project, brief: Artifact, seen: str, founder: User
) -> None:
    """I-7: asked for while nothing was edited, and claimed once something is."""
    with ThreadPoolExecutor(1) as threads:
        with lock_editable(brief):
            claiming = in_thread(threads, lambda: claim_all(written_project, edits=Edits.REFUSE))
            wait_until(lambda: claiming.done() or somebody_waits())
            assert not claiming.done(), claiming.exception()
            edit(brief, founder, "Mine.", seen=seen)
        with pytest.raises(UnresolvedEdits):
            claiming.result()
