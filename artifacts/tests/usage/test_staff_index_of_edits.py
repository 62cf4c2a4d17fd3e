"""Whatever changes a document by hand has the staff's index look at its project again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from artifacts.models import Artifact, Project, User
from artifacts.schemas import ArtifactType
from artifacts.schemas.fingerprints import fingerprint
from artifacts.services.editing.manual_edits import edit_section
from artifacts.services.editing.restoring import restore_section, revert_section
from artifacts.tests.support.versions import write_again
from artifacts.usage.staff_index import index_changed

SECTION = "key_constraint"


def edit(brief: Artifact, **who: Any) -> None:
    content: Any = brief.content
    edit_section(
        brief, section=SECTION, value="Mine.", base=fingerprint(content.key_constraint), **who
    )


def edit_and_revert(brief: Artifact, **who: Any) -> None:
    edit(brief, **who)
    index_changed()
    revert_section(brief, section=SECTION, **who)


def restore(brief: Artifact, **who: Any) -> None:
    restore_section(brief, section=SECTION, **who)


@pytest.mark.parametrize("act", [edit, edit_and_revert, restore])
def test_a_change_by_hand_is_surveyed(
    written_project: Project, founder: User, act: Callable[..., None]
) -> None:
    write_again(written_project)
    index_changed()
    assert index_changed() == 0
    brief = written_project.artifacts.get(artifact_type=ArtifactType.BRIEF.value)
    act(brief, editor=founder, tier=founder.get_tier())
    assert index_changed() == 1
