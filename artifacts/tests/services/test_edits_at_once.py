"""Two edits of one document at the same moment, on a server that serves both."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection

from artifacts.exceptions import EditConflict
from artifacts.models import Project, User
from artifacts.schemas import ArtifactType
from artifacts.services.editing import edit_section
from artifacts.services.locking import fingerprint, lock_editable
from artifacts.tests.support.at_once import in_thread, somebody_waits
from artifacts.tests.support.children import wait_until

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="has one writer at a time"),
]


def test_an_edit_waits_for_another_and_is_then_told_of_it(
    written_project: Project, founder: User
) -> None:
    """I-7: both have seen the same text; the second one must not replace what the first wrote."""
    brief = written_project.artifacts.get(artifact_type=ArtifactType.BRIEF.value)
    content: Any = brief.content
    seen = fingerprint(content.problem_statement)

    def edit(text: str) -> None:
        edit_section(
            brief,
            section="problem_statement",
            value=text,
            base=seen,
            editor=founder,
            tier=founder.get_tier(),
        )

    with ThreadPoolExecutor(1) as threads:
        with lock_editable(brief):
            second = in_thread(threads, lambda: edit("The second one."))
            wait_until(lambda: second.done() or somebody_waits())
            assert not second.done(), second.exception()
            edit("The first one.")
        with pytest.raises(EditConflict):
            second.result()
    brief.refresh_from_db()
    assert brief.current_content is not None
    assert brief.current_content["problem_statement"] == "The first one."
