"""The number that says in which form a content is stored."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from artifacts.schemas import ArtifactType, load_content
from artifacts.tests.support.factories import PLAIN


@pytest.mark.parametrize("version", [0, -1])
def test_a_version_that_never_was_is_refused(version: int) -> None:
    """I-10: there is no way from it to the current form, and reading must say so."""
    stored = {**PLAIN[ArtifactType.BRIEF], "_schema_version": version}
    with pytest.raises(ValidationError, match=f"schema version {version} is unknown"):
        load_content(ArtifactType.BRIEF, stored)
