from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from artifacts.accounts.roles import PERMISSIONS, Role, make_roles
from artifacts.models import Project, User
from artifacts.services.projects.lifecycle import input_fingerprint
from artifacts.tests.support.factories import PASSWORD, make_staff, make_user

pytestmark = pytest.mark.django_db

LISTS = ["project", "artifact", "generationattempt", "user"]


def client_of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def page_of(user: User, name: str = "change") -> str:
    name = "auth_user_password_change" if name == "password" else f"artifacts_user_{name}"
    return reverse(f"admin:{name}", args=[user.pk])


def form_of(client: Client, user: User, **changes: Any) -> dict[str, Any]:
    """Return what the page of `user` would send, with `changes`, whether it offers them or not."""
    form = client.get(page_of(user)).context["adminform"].form
    values = {name: form.get_initial_for_field(field, name) for name, field in form.fields.items()}
    return {
        key: value for key, value in {**values, **changes}.items() if value not in (None, False)
    }


@pytest.mark.parametrize("role", Role)
def test_every_role_is_a_group_with_its_permissions(role: Role) -> None:
    group = Group.objects.get(name=role)
    assert set(group.permissions.values_list("codename", flat=True)) == PERMISSIONS[role]


@pytest.mark.django_db(transaction=True)
def test_roles_outlive_a_flush_and_are_made_once() -> None:
    call_command("flush", interactive=False, verbosity=0)
    assert set(Group.objects.values_list("name", flat=True)) == set(Role)


def test_a_group_that_was_changed_stays_as_it_is() -> None:
    viewers = Group.objects.get(name=Role.VIEWER)
    viewers.permissions.clear()
    make_roles()
    assert not viewers.permissions.exists()


def test_no_group_is_made_before_all_permissions_are_there() -> None:
    Group.objects.all().delete()
    Permission.objects.get(codename="release_artifact").delete()
    make_roles()
    assert not Group.objects.exists()


@pytest.mark.parametrize("role", Role)
def test_every_role_reads_everything_and_deletes_nothing(
    role: Role, written_project: Project
) -> None:
    client = client_of(make_staff(role))
    for model in LISTS:
        listing = client.get(reverse(f"admin:artifacts_{model}_changelist"))
        assert listing.status_code == 200
        row = listing.context["cl"].queryset.first()
        assert (
            client.get(reverse(f"admin:artifacts_{model}_change", args=[row.pk])).status_code == 200
        )
        assert (
            client.post(
                reverse(f"admin:artifacts_{model}_delete", args=[row.pk]), {"post": "yes"}
            ).status_code
            == 403
        )


@pytest.mark.parametrize(
    ("role", "status"), [(Role.VIEWER, 403), (Role.OPERATOR, 403), (Role.EDITOR, 302)]
)
def test_only_some_roles_describe_a_project_and_nobody_gives_it_away(
    role: Role, status: int, project: Project, stranger: User
) -> None:
    client, owner = client_of(make_staff(role)), project.owner_id
    inlines = {"artifacts-TOTAL_FORMS": 0, "artifacts-INITIAL_FORMS": 0}
    page = reverse("admin:artifacts_project_change", args=[project.pk])
    assert client.post(page, {"owner": stranger.pk, **inlines}).status_code == status
    answers = reverse("admin:project_answers", args=[project.pk])
    said = {"name": "New", "idea": "An idea", "reason": "They asked"}
    form = {**project.get_answers().model_dump(), **said, "base": input_fingerprint(project)}
    assert client.post(answers, form).status_code == status
    project.refresh_from_db()
    assert (project.name, project.owner_id) == ("New" if status == 302 else "Shelfwise", owner)


@pytest.mark.parametrize("role", [Role.VIEWER, Role.EDITOR, Role.OPERATOR])
def test_only_owners_change_accounts(role: Role, founder: User) -> None:
    client = client_of(make_staff(role))
    for url in (
        page_of(founder),
        page_of(founder, "password"),
        reverse("admin:artifacts_user_add"),
    ):
        assert client.post(url, {}).status_code == 403


def test_an_owner_adds_a_member_of_staff_with_a_role(founder: User) -> None:
    owner = client_of(make_staff(Role.OWNER))
    viewers = Group.objects.get(name=Role.VIEWER)
    response = owner.post(
        page_of(founder), form_of(owner, founder, is_staff="on", groups=[viewers.pk])
    )
    assert response.status_code == 302
    assert User.objects.get(pk=founder.pk, is_staff=True).groups.get() == viewers


def test_an_owner_makes_no_superuser_and_hands_out_no_permission(founder: User) -> None:
    owner = client_of(make_staff(Role.OWNER))
    delete_user = Permission.objects.get(codename="delete_user")
    form = form_of(owner, founder, is_superuser="on", user_permissions=[delete_user.pk])
    assert owner.post(page_of(founder), form).status_code == 302
    founder.refresh_from_db()
    assert not founder.is_superuser
    assert not founder.user_permissions.exists()


def test_an_owner_gives_no_group_that_allows_more(founder: User) -> None:
    owner = client_of(make_staff(Role.OWNER))
    beyond = Group.objects.create(name="Beyond")
    beyond.permissions.add(Permission.objects.get(codename="delete_user"))
    response = owner.post(page_of(founder), form_of(owner, founder, groups=[beyond.pk]))
    assert "is not one of the available choices" in response.content.decode()
    assert not founder.groups.exists()


def test_an_owner_does_not_get_into_an_account_that_is_allowed_more() -> None:
    owner = client_of(make_staff(Role.OWNER))
    superuser = make_user(is_staff=True, is_superuser=True)
    colleague = make_user(is_staff=True, is_active=False)
    colleague.user_permissions.add(Permission.objects.get(codename="delete_user"))
    for user in (superuser, colleague):
        assert owner.get(page_of(user)).status_code == 200
        assert owner.post(page_of(user), {"email": "mine@example.com"}).status_code == 403
        assert owner.get(page_of(user, "password")).status_code == 403
        assert (
            owner.post(page_of(user, "password"), {"password1": "x", "password2": "x"}).status_code
            == 403
        )


def test_an_owner_does_not_change_their_own_rank() -> None:
    user = make_staff(Role.OWNER)
    owner = client_of(user)
    editors = Group.objects.get(name=Role.EDITOR)
    form = form_of(
        owner, user, first_name="Ana", is_superuser="on", groups=[editors.pk], is_staff=""
    )
    assert owner.post(page_of(user), form).status_code == 302
    user.refresh_from_db()
    assert (user.first_name, user.is_staff, user.is_superuser) == ("Ana", True, False)
    assert user.groups.get().name == Role.OWNER


def test_nobody_reads_what_a_password_is_stored_as() -> None:
    user = make_user(password=PASSWORD)
    secret = user.password.split("$")[-1]
    for role in Role:
        assert secret not in client_of(make_staff(role)).get(page_of(user)).content.decode()
