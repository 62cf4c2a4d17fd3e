"""Every URL as everybody: who gets what, and that nobody gets a text that they may not read.

The addresses come from the URL configuration and from the admin's own, so that none is forgotten.
"""

from __future__ import annotations

import io
import random
import re
import time
import traceback
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.apps import apps
from django.contrib import admin
from django.core.cache import caches
from django.test import Client
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from artifacts.accounts.roles import Role
from artifacts.exporters import Format
from artifacts.models import Project, User
from artifacts.schemas import GENERATION_ORDER, ArtifactType
from artifacts.services.documents.notes import add_note
from artifacts.services.sharing.links import link_token, make_link, revoke_link
from artifacts.tests.support.exports import pdf_pages
from artifacts.tests.support.factories import UserFactory, make_project, make_staff, make_user
from artifacts.tests.support.pages import NAMES, urls
from artifacts.tiers import Tier
from artifacts.urls import shared_urls
from bench.campaigns.report import Report

CORE, NOTE = "PLANTED-CORE", "PLANTED-NOTE"
BUSINESS, STRATEGIC = "SECRET-BUSINESS", "SECRET-STRATEGIC"
EVERYTHING = (CORE, NOTE, BUSINESS, STRATEGIC)
PASSWORD = "an open sesame"
OWN = ("home", "project_list", "project_new", "project_new_short", "search", "account",
    "account_data", "account_brand", "shortcuts", "mfa_index")  # fmt: skip
GATED = {
    Tier.BOOTSTRAPPER: (BUSINESS, STRATEGIC), Tier.PARTNER: (STRATEGIC,), Tier.CTO_SCALE: (),
}  # fmt: skip
PRIVILEGED = (200, 204, 302, 304, 400, 404, 405, 409, 410, 422, 429)


@dataclass
class Visitor:
    """Somebody, with what they may not read and how they may be answered."""

    name: str
    client: Client
    never: tuple[str, ...]
    statuses: tuple[int, ...] = PRIVILEGED
    methods: tuple[str, ...] = ("get",)


@dataclass
class Place:
    """A founder's project with texts planted in it, and links to it."""

    owner: User
    project: Project
    links: dict[str, str] = field(default_factory=dict)


def run(report: Report, *, runs: int, seconds: float) -> None:
    """Ask for every URL as everybody, until all is asked or the time is over."""
    ends = time.monotonic() + seconds
    place = _place()
    cells = list(_cells(place))
    # In an order of the seed, so that a short run sees some of everything.
    random.Random(report.seed).shuffle(cells)
    for number, (area, visitor, method, address) in enumerate(cells):
        if number >= runs or time.monotonic() > ends:
            break
        _ask(report, area, visitor, method, address)
    print(f"{len(cells)} cells in all")


def _place() -> Place:
    owner = make_user(Tier.CTO_SCALE)
    project = make_project(owner, name=f"{CORE} shop", written=True, price=f"{CORE} 9 euros")
    scope = project.artifacts.get(artifact_type="mvp_scope")
    where: dict[str, Any] = {
        "section": "core_features",
        "item_id": None,
        "text": f"{NOTE} ask them",
    }
    add_note(scope, author=owner, tier=Tier.CTO_SCALE, **where)
    now = timezone.now()
    place = Place(owner, project)
    made: dict[str, Any] = {"documents": GENERATION_ORDER, "days": 7, "allows_notes": True}
    for name, tier, at, password in (
        ("open", Tier.BOOTSTRAPPER, now, ""),
        ("Partner", Tier.PARTNER, now, ""),
        ("expired", Tier.CTO_SCALE, now - timedelta(days=8), ""),
        ("revoked", Tier.CTO_SCALE, now, ""),
        ("locked", Tier.CTO_SCALE, now, PASSWORD),
    ):
        link = make_link(project, tier=tier, now=at, password=password, **made)
        place.links[name] = str(link_token(link))
        if name == "revoked":
            revoke_link(link, now=now)
    return place


def _cells(place: Place) -> Iterator[tuple[str, Visitor, str, str]]:
    project_urls = [one for name in NAMES for one in urls(name, place.project)]
    downloads = reverse("project_download", args=[place.project.pk])
    project_urls += [f"{downloads}?format={one.value}" for one in Format]
    own = [*map(reverse, OWN), f"{reverse('search')}?q=PLANTED", f"{reverse('search')}?q=SECRET"]
    staff_urls = list(_admin_urls(place))
    for visitor in _visitors(place):
        areas = {"a project's pages": project_urls, "other pages": own, "admin": staff_urls}
        for area, addresses in areas.items():
            for address in addresses:
                yield from ((area, visitor, method, address) for method in visitor.methods)
    for name, token in place.links.items():
        for visitor in _guests(name, token):
            for address in _shared_urls(token):
                for method in visitor.methods:
                    yield "a shared link", visitor, method, address


def _visitors(place: Place) -> Iterator[Visitor]:
    both = ("get", "post")
    # The same answer, 404, whether there is such a project or not; a form without its token is 403.
    yield Visitor("nobody signed in", Client(), EVERYTHING, (200, 302, 404, 405), both)
    yield Visitor(
        "another founder", _signed_in(make_user(Tier.CTO_SCALE)), EVERYTHING, PRIVILEGED, both
    )
    suspended = UserFactory.create(is_active=False)
    yield Visitor("a suspended founder", _signed_in(suspended), EVERYTHING, PRIVILEGED, both)
    for tier in Tier:
        yield Visitor(f"the owner, {tier.label}", _owner_of_tier(place, tier), GATED[tier])
    yield Visitor("staff without a role", _signed_in(make_staff_without_role()), EVERYTHING,
        (*PRIVILEGED, 403), both)  # fmt: skip
    for role in Role:
        yield Visitor(f"staff: {role}", _signed_in(make_staff(role)), (), (*PRIVILEGED, 403))
    yield Visitor("a superuser", _signed_in(make_staff()), (), (*PRIVILEGED, 403))


def make_staff_without_role() -> User:
    return UserFactory.create(is_staff=True)


def _guests(name: str, token: str) -> Iterator[Visitor]:
    if name in ("open", "Partner"):
        never = (BUSINESS, STRATEGIC, NOTE) if name == "open" else (STRATEGIC, NOTE)
        yield Visitor(f"a guest of an {name} link", Client(), never)
        return
    closed = (200, 302, 401, 403, 404, 405)
    yield Visitor(f"a guest of a link that is {name}", Client(), EVERYTHING, closed)
    if name == "locked":
        client = Client()
        client.post(reverse("shared_password", args=[token]), {"password": PASSWORD})
        yield Visitor("a guest with the password", client, (NOTE,))


class OwnerOfTier(Client):
    """The owner's browser while they have one tier: other cells may have given them another."""

    owner: User
    tier: Tier

    def request(self, **request: Any) -> Any:
        User.objects.filter(pk=self.owner.pk).update(tier=self.tier.value)
        try:
            return super().request(**request)
        finally:
            User.objects.filter(pk=self.owner.pk).update(tier=Tier.CTO_SCALE.value)


def _owner_of_tier(place: Place, tier: Tier) -> Client:
    client = OwnerOfTier()
    client.owner, client.tier = place.owner, tier
    client.force_login(place.owner)
    return client


def _signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def _shared_urls(token: str) -> Iterator[str]:
    for pattern in shared_urls:
        for artifact_type in ArtifactType:
            arguments = {"token": token, "artifact_type": artifact_type.value}
            known = {"token", *pattern.pattern.converters}
            yield reverse(str(pattern.name), kwargs={k: arguments[k] for k in known})
            if "artifact_type" not in known:
                break


def _admin_urls(place: Place) -> Iterator[str]:
    """Every address of the admin: lists, and pages of what belongs to the project."""
    row = place.project.artifacts.first()
    assert row is not None
    mine = {
        "project": place.project, "artifact": row, "user": place.owner,
        "generationattempt": row.attempts.first(), "sharelink": place.project.share_links.first(),
    }  # fmt: skip
    for model in filter(admin.site.is_registered, apps.get_models()):
        one = mine.get(model._meta.model_name or "")
        for pattern in admin.site.get_model_admin(model).get_urls():
            name = getattr(pattern, "name", None)
            arguments = [one.pk] if one is not None else [1]
            for tried in ([], arguments):
                try:
                    yield reverse(f"admin:{name}", args=tried)
                except NoReverseMatch:
                    continue
    yield reverse("admin:index")


def _ask(report: Report, area: str, visitor: Visitor, method: str, address: str) -> None:
    for cache in caches.all():
        cache.clear()  # what an hour allows is not what is looked at
    where = f"{visitor.name}, {method} {address}"
    try:
        response = getattr(visitor.client, method)(address)
        text = _text(response)
    except Exception as error:
        traceback.print_exc()
        report.violate(f"{where}: {error!r}")
        return
    report.row(f"{area}, {visitor.name}").note(str(response.status_code))
    if response.status_code not in visitor.statuses:
        report.violate(f"{where}: {response.status_code}")
    for planted in visitor.never:
        if planted in text:
            report.violate(f"I-8 {where}: {planted}")


def _text(response: Any) -> str:
    """Return all that an answer says, also inside an archive or a PDF."""
    content = b"".join(response.streaming_content) if response.streaming else response.content
    if content.startswith(b"%PDF"):
        return " ".join(pdf_pages(content))
    found = [content.decode("utf-8", "replace")]
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            found += [packed.read(name).decode("utf-8", "replace") for name in packed.namelist()]
    # Word splits a text into runs.
    return " ".join([*found, *(re.sub(r"<[^>]+>", "", one) for one in found)])
