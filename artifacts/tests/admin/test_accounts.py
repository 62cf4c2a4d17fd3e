from __future__ import annotations

from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from artifacts.accounts import staff_actions
from artifacts.accounts.roles import Role
from artifacts.exceptions import AccountRefused, AccountSuspended, QuotaExceeded
from artifacts.models import Artifact, GenerationAttempt, Project, User
from artifacts.services.sharing.links import link_token
from artifacts.tests.support.factories import ShareLinkFactory, claim_all, make_staff, make_user
from artifacts.tests.support.plain import ALL_DOCUMENTS
from artifacts.usage.quota import check_quota, day_use

pytestmark = pytest.mark.django_db


@pytest.fixture
def owner() -> User:
    return make_staff(Role.OWNER)


@pytest.fixture
def owner_client(owner: User) -> Client:
    client = Client()
    client.force_login(owner)
    return client


def action_url(user: User, act: str) -> str:
    return reverse("admin:artifacts_user_action", args=[user.pk, act])


def act_on(client: Client, act: str, *users: User, **values: Any) -> str:
    form = {"action": f"act_{act}", "_selected_action": [str(user.pk) for user in users], **values}
    return str(
        client.post(reverse("admin:artifacts_user_changelist"), form, follow=True).content.decode()
    )


def history(client: Client, user: User) -> str:
    return str(client.get(reverse("admin:artifacts_user_history", args=[user.pk])).content.decode())


def test_a_tier_is_changed_with_a_reason_and_opens_sections_at_once(
    owner: User,
    owner_client: Client,
    written_project: Project,
    founder: User,
    founder_client: Client,
) -> None:
    page = reverse("artifact_detail", args=[written_project.pk, "brief"])
    assert "SECRET-STRATEGIC" not in founder_client.get(page).content.decode()
    assert "Change the tier" in owner_client.get(action_url(founder, "tier")).content.decode()
    form = {"tier": "cto_scale", "reason": "Paid by invoice 17"}
    response = owner_client.post(action_url(founder, "tier"), form)
    assert response["Location"] == reverse("admin:artifacts_user_change", args=[founder.pk])
    assert "SECRET-STRATEGIC" in founder_client.get(page).content.decode()
    entry = LogEntry.objects.get(object_id=str(founder.pk))
    assert entry.user == owner
    assert entry.change_message == "Tier from Partner to CTO Scale. Reason: Paid by invoice 17"
    assert "Paid by invoice 17" in history(owner_client, founder)


def test_nothing_happens_without_a_reason(owner_client: Client, founder: User) -> None:
    page = owner_client.post(action_url(founder, "suspend"), {"reason": " "}).content.decode()
    assert "Please say why; it stands in the log." in page
    assert User.objects.get(pk=founder.pk).is_active
    assert not LogEntry.objects.exists()


def test_an_allowance_stands_instead_of_the_tiers_until_it_is_taken_back(
    owner: User, founder: User
) -> None:
    now = timezone.now()
    tiers = day_use(founder, now=now).limit
    staff_actions.allow_daily(founder, documents=2, by=owner, reason="A trial")
    assert day_use(founder, now=now).limit == 2
    with pytest.raises(QuotaExceeded):
        check_quota(founder, wanted=3, now=now)
    staff_actions.allow_daily(founder, documents=None, by=owner, reason="Over")
    assert day_use(founder, now=now).limit == tiers
    with pytest.raises(AccountRefused, match="from 0 to"):
        staff_actions.allow_daily(founder, documents=-1, by=owner, reason="A slip")


def test_who_is_suspended_is_out_at_once_and_gets_back_in(
    owner: User, founder: User, founder_client: Client, written_project: Project
) -> None:
    link = ShareLinkFactory.create(project=written_project)
    shared = reverse("shared", args=[link_token(link)])
    claim_all(written_project)
    assert staff_actions.suspend(founder, by=owner, reason="Sends spam by share links")
    assert founder_client.get(reverse("project_list")).status_code == 302
    assert Client().get(shared).status_code == 404
    assert not Artifact.objects.generating().exists()
    assert not GenerationAttempt.objects.open().exists()
    assert (
        GenerationAttempt.objects.filter(error="The account was suspended").count() == ALL_DOCUMENTS
    )
    with pytest.raises(AccountSuspended):
        claim_all(written_project)
    assert set(written_project.artifacts.values_list("version_number", flat=True)) == {1}
    assert not staff_actions.suspend(founder, by=owner, reason="Again")
    assert staff_actions.lift_suspension(founder, by=owner, reason="It was a mistake")
    assert founder_client.get(reverse("project_list")).status_code == 200
    assert Client().get(shared).status_code == 200
    assert LogEntry.objects.filter(object_id=str(founder.pk)).count() == 2


def test_who_is_suspended_reads_whom_to_write_to(settings: Any) -> None:
    settings.SUPPORT_EMAIL = "help@cofounder.example"
    page = Client().get(reverse("account_inactive")).content.decode()
    assert "This account is suspended" in page
    assert 'href="mailto:help@cofounder.example"' in page


def test_several_accounts_are_asked_about_once(
    owner_client: Client, founder: User, stranger: User
) -> None:
    asked = act_on(owner_client, "suspend", founder, stranger)
    assert founder.email in asked
    assert stranger.email in asked
    assert User.objects.filter(is_active=False).count() == 0
    done = act_on(
        owner_client, "suspend", founder, stranger, confirmed="yes", reason="A trial that ended"
    )
    assert "Suspend: 2 account(s) changed." in done
    assert not User.objects.filter(pk__in=[founder.pk, stranger.pk], is_active=True).exists()


def test_accounts_that_may_not_be_touched_are_named(
    owner: User, owner_client: Client, founder: User
) -> None:
    superuser = make_user(is_staff=True, is_superuser=True)
    done = act_on(
        owner_client, "suspend", founder, superuser, owner, confirmed="yes", reason="Away with them"
    )
    assert f"{superuser.email[1:]}: This account may do more than you" in done
    assert f"{owner.email[1:]}: That is your own account" in done
    assert set(User.objects.filter(is_active=False)) == {founder}
    assert (
        owner_client.post(
            action_url(superuser, "tier"), {"tier": "partner", "reason": "x"}
        ).status_code
        == 403
    )


@pytest.mark.parametrize("role", [Role.VIEWER, Role.EDITOR, Role.OPERATOR])
def test_other_roles_neither_see_nor_do_it(role: Role, founder: User) -> None:
    client = Client()
    client.force_login(make_staff(role))
    for act in ("tier", "allowance", "suspend", "lift"):
        assert (
            client.post(action_url(founder, act), {"reason": "x", "tier": "cto_scale"}).status_code
            == 403
        )
    page = client.get(reverse("admin:artifacts_user_change", args=[founder.pk])).content.decode()
    assert "/action/" not in page
    act_on(client, "suspend", founder, confirmed="yes", reason="x")
    founder.refresh_from_db()
    assert (founder.is_active, founder.tier) == (True, "partner")


def test_the_form_of_an_account_changes_none_of_it(owner_client: Client, founder: User) -> None:
    page = owner_client.get(reverse("admin:artifacts_user_change", args=[founder.pk]))
    assert not {"tier", "is_active", "daily_documents"} & set(page.context["adminform"].form.fields)
    text = page.content.decode()
    assert action_url(founder, "suspend") in text
    assert action_url(founder, "lift") not in text
