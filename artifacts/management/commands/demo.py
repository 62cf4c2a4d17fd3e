from __future__ import annotations

from functools import cache
from typing import Any

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group
from django.core.management.base import BaseCommand, CommandError

from artifacts.accounts.roles import Role
from artifacts.exceptions import ArtifactsError
from artifacts.generation.claims import Edits, Requester, unfinished_types
from artifacts.generation.service import generate
from artifacts.models import GenerationAttempt, Project, User
from artifacts.services.projects.lifecycle import create_project
from artifacts.services.projects.sample import SHELFWISE
from artifacts.tiers import Tier

PASSWORD = "cofounder-demo"


class Command(BaseCommand):
    help = (
        "Make a founder of every tier, a member of staff of every role, and a generated demo"
        " project for each founder."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEBUG:
            raise CommandError("The demo accounts have a known password, so this needs DEBUG=on.")
        for tier in Tier:
            founder = _user(f"{tier.value.replace('_', '-')}@demo.example", tier)
            self._project(founder)
        _user("staff@demo.example", Tier.CTO_SCALE, is_staff=True, is_superuser=True)
        for role in Role:
            member = _user(f"{role.lower()}@demo.example", Tier.BOOTSTRAPPER, is_staff=True)
            member.groups.add(Group.objects.get(name=role))
        self.stdout.write(
            "Sign in with the password " + self.style.SUCCESS(PASSWORD) + " as one of:"
        )
        for user in User.objects.filter(email__endswith="@demo.example").order_by("pk"):
            self.stdout.write(
                f"  {user.email:<28} {'staff, /admin/' if user.is_staff else user.get_tier().label}"
            )

    def _project(self, founder: User) -> None:
        project = Project.objects.filter(owner=founder, name=SHELFWISE.name).first()
        if project is None:
            project = create_project(owner=founder, described=SHELFWISE)
        try:
            generate(
                project,
                unfinished_types(project.documents()),
                trigger=Requester(GenerationAttempt.Trigger.COMMAND),
                edits=Edits.KEEP,
                runner="fake",
            )
        except ArtifactsError:
            self.stdout.write(f"{project.name} of {founder} is written already.")


def _user(email: str, tier: Tier, **flags: bool) -> User:
    user, created = User.objects.get_or_create(
        username=email, defaults={"email": email, "tier": tier.value, **flags}
    )
    if created:
        user.password = _password_hash()
        user.save(update_fields=["password"])
    return user


@cache
def _password_hash() -> str:
    """Hash once what all accounts have: it takes longer than the rest of an account, and as
    everybody knows this password, no salt of one's own protects it.
    """
    return make_password(PASSWORD)
