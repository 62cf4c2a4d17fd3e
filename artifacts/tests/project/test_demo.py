from __future__ import annotations

from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from artifacts.accounts.roles import Role
from artifacts.models import Artifact, Project, User
from artifacts.tiers import Tier


@pytest.mark.django_db
def test_it_makes_everybody_once_however_often_it_runs(settings: Any) -> None:
    settings.DEBUG = True
    out = StringIO()
    for _ in range(2):
        call_command("demo", stdout=out)
    assert set(User.objects.filter(is_staff=False).values_list("tier", flat=True)) == {
        tier.value for tier in Tier
    }
    assert set(User.objects.filter(is_staff=True).values_list("groups__name", flat=True)) == {
        None,
        *Role,
    }
    assert Project.objects.count() == 3
    assert set(Artifact.objects.values_list("version_number", "generation_status")) == {(1, "idle")}
    for user in User.objects.all():
        assert user.email in out.getvalue()
        assert user.check_password("cofounder-demo")
    assert User.objects.values("password").distinct().count() == 1, "it is hashed once"


@pytest.mark.django_db
def test_it_refuses_to_make_known_passwords_in_production() -> None:
    with pytest.raises(CommandError, match="DEBUG"):
        call_command("demo")
    assert not User.objects.exists()
