"""What members of staff may do: four roles, each a group of Django's, and who may change whose
account.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from django.apps import apps as current_apps
from django.contrib.auth.models import Group, Permission
from django.db import DEFAULT_DB_ALIAS, transaction
from django.db.models import Q, QuerySet

from artifacts.models import User


class Role(StrEnum):
    """The name of the group that gives the role."""

    VIEWER = "Viewer"
    EDITOR = "Editor"
    OPERATOR = "Operator"
    OWNER = "Owner"


_SEES = frozenset(
    f"view_{name}"
    for name in ("project", "artifact", "generationattempt", "user", "sharelink", "branding")
)
_EDITS = frozenset({"change_project", "change_artifact"})
_OPERATES = frozenset({"regenerate_artifact", "release_artifact"})
_CARES = frozenset({"add_user", "change_user"})

PERMISSIONS: dict[Role, frozenset[str]] = {
    Role.VIEWER: _SEES,
    Role.EDITOR: _SEES | _EDITS,
    Role.OPERATOR: _SEES | _OPERATES,
    Role.OWNER: _SEES | _EDITS | _OPERATES | _CARES,
}
"""The permissions of each role, all of this app."""


def make_roles(*, using: str = DEFAULT_DB_ALIAS, apps: Any = current_apps, **_: Any) -> None:
    """Make the groups that are missing.

    Runs after each `migrate` and `flush`, as Django's own permissions are made.

    A group that is there stays as somebody may have changed it. As long as a permission is missing,
    because only some of the migrations have run, nothing is made: a group without it would stay so.
    """
    group_class = apps.get_model("auth", "Group")
    groups = group_class.objects.using(using)
    there = set(groups.values_list("name", flat=True))
    missing = [role for role in Role if role not in there]
    if not missing:
        return
    known = (
        apps.get_model("auth", "Permission")
        .objects.using(using)
        .filter(content_type__app_label="artifacts")
    )
    ids = dict(known.values_list("codename", "pk"))
    if not frozenset().union(*PERMISSIONS.values()) <= ids.keys():
        return
    with transaction.atomic(using=using):
        made = {
            group.name: group
            for group in groups.bulk_create(group_class(name=role) for role in missing)
        }
        through = group_class.permissions.through
        through.objects.using(using).bulk_create(
            through(group_id=made[role].pk, permission_id=ids[codename])
            for role in missing
            for codename in PERMISSIONS[role]
        )


def may_change_account(actor: User, user: User) -> bool:
    """Whether `actor`, who may change accounts, may change this one: nobody gets hold of rights
    they lack.

    Anybody who can change an account can sign in to it, so the account must not have permissions
    that the actor lacks.
    """
    if actor.is_superuser or actor.pk == user.pk:
        return True
    # Not `get_all_permissions`, which names none for an account that is suspended now and may not
    # be later.
    theirs = Permission.objects.filter(Q(user=user) | Q(group__user=user))
    return not user.is_superuser and _names(theirs) <= actor.get_all_permissions()


def groups_to_give(actor: User) -> QuerySet[Group]:
    """Return the groups that allow nothing that `actor` is not allowed."""
    if actor.is_superuser:
        return Group.objects.all()
    own = actor.get_all_permissions()
    beyond = [
        permission.pk
        for permission in Permission.objects.select_related("content_type")
        if f"{permission.content_type.app_label}.{permission.codename}" not in own
    ]
    return Group.objects.exclude(permissions__in=beyond)


def _names(permissions: QuerySet[Permission]) -> set[str]:
    return {
        f"{app}.{name}"
        for app, name in permissions.values_list("content_type__app_label", "codename")
    }
