"""Founders, staff, and the plans that founders ask for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import Group, Permission
from factory.declarations import (
    PostGeneration,
    SelfAttribute,
    Sequence,
    SubFactory,
    Trait,
)
from factory.django import DjangoModelFactory

from artifacts.accounts.roles import Role
from artifacts.models import (
    PlanRequest,
    User,
)
from artifacts.services.accounts.plans import ask_for_plan
from artifacts.tiers import Tier

PASSWORD = "correct horse battery staple"


def _give_role(user: User, create: bool, role: Role | None, **_: Any) -> None:
    if role:
        user.groups.add(Group.objects.get(name=role))


def _give_permissions(user: User, create: bool, codenames: Iterable[str] | None, **_: Any) -> None:
    if codenames:
        user.user_permissions.set(Permission.objects.filter(codename__in=codenames))


class UserFactory(DjangoModelFactory[User]):
    """A founder of the lowest tier. `role` and `permissions` say what a member of staff may do."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    class Params:
        partner = Trait(tier=Tier.PARTNER)
        cto_scale = Trait(tier=Tier.CTO_SCALE)
        staff = Trait(is_staff=True)
        superuser = Trait(is_staff=True, is_superuser=True)

    email = Sequence(lambda number: f"founder-{number}@example.com")
    username = SelfAttribute("email")
    tier = Tier.BOOTSTRAPPER
    role = PostGeneration(_give_role)
    permissions = PostGeneration(_give_permissions)

    @classmethod
    def _adjust_kwargs(cls, **kwargs: Any) -> dict[str, Any]:
        return {**kwargs, "tier": Tier(kwargs["tier"]).value}

    @classmethod
    def _create(cls, model_class: type[User], *args: Any, **kwargs: Any) -> User:
        return model_class.objects.create_user(*args, **kwargs)


class PlanRequestFactory(DjangoModelFactory[PlanRequest]):
    """An open request for the next plan."""

    class Meta:
        model = PlanRequest

    founder = SubFactory(UserFactory)
    tier = Tier.PARTNER

    @classmethod
    def _create(cls, model_class: type[PlanRequest], *args: Any, **kwargs: Any) -> PlanRequest:
        return ask_for_plan(*args, **kwargs)


def make_user(tier: Tier = Tier.BOOTSTRAPPER, **fields: Any) -> User:
    return UserFactory.create(tier=tier, **fields)


def make_staff(role: Role | None = None, **fields: Any) -> User:
    """Return a member of staff with that role; without one, a superuser."""
    return UserFactory.create(is_staff=True, is_superuser=role is None, role=role, **fields)
