"""The documents that most tests of changes change."""

from __future__ import annotations

import pytest

from artifacts.models import Artifact, Project
from artifacts.schemas import ArtifactType
from artifacts.tests.support.rows import row_of


@pytest.fixture
def brief(written_project: Project) -> Artifact:
    return row_of(written_project, ArtifactType.BRIEF)


@pytest.fixture
def scope(written_project: Project) -> Artifact:
    return row_of(written_project, ArtifactType.MVP_SCOPE)
