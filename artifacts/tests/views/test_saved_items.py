"""What htmx is answered when an item was saved."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client

from artifacts.models import Artifact, Project
from artifacts.services.editing import manual_edits
from artifacts.services.editing.manual_edits import change_item
from artifacts.tests.support.edit_forms import HTMX, send, url
from artifacts.tests.support.responses import text
from artifacts.tests.views.test_item_pages import feature, first_feature

pytestmark = pytest.mark.django_db


def save(client: Client, project: Project) -> Any:
    """Save another name of F-1."""
    address = url("item_edit", project, "mvp_scope", "core_features", "F-1")
    typed = feature(name="Quick count", base=first_feature(project)["base"])
    return send(client, address, typed, **HTMX)


def test_it_gets_no_other_item_of_the_section_but_its_head(
    written_project: Project, founder_client: Client
) -> None:
    response = save(founder_client, written_project)
    ids = set(re.findall('id="([^"]+)"', response.content.decode()))
    assert {"F-1", "F-1-text", "core_features-head", "path", "rail", "previews"} <= ids
    assert not {"F-2", "core_features"} & ids
    assert "Edited by you" in text(response)


def test_it_gets_what_another_changed_while_the_lock_was_waited_for(
    written_project: Project, founder_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def change_after_another(artifact: Artifact, **values: Any) -> Any:
        Project.objects.filter(pk=written_project.pk).update(name="CHANGED by another")
        others = Artifact.objects.filter(project=written_project, artifact_type="risk_log")
        others.update(generation_status="failed")
        return change_item(artifact, **values)

    monkeypatch.setattr(manual_edits, "change_item", change_after_another)
    response = save(founder_client, written_project)
    assert "Quick count" in text(response)
    assert "CHANGED by another" in text(response)
    assert "is-failed" in response.content.decode()
