"""Pages of a share under the brand of its founder."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone
from PIL import Image

from artifacts.models import Project, ShareLink, User
from artifacts.services.accounts.branding import set_branding
from artifacts.services.sharing.links import revoke_link
from artifacts.tests.support.logo_files import raster
from artifacts.tests.support.shares import at, make
from artifacts.tiers import Tier
from artifacts.views.shared import DARK_GROUND, LIGHT_GROUND


@pytest.fixture
def branded(owner: User, link: ShareLink) -> ShareLink:
    set_branding(owner, name="Northlight <Studio>", colour="#1d3a8a", logo=raster())
    return link


def test_pages_stand_under_the_brand_of_the_founder(branded: ShareLink) -> None:
    for page in (at(branded), at(branded, "shared_document", "brief")):
        html = Client().get(page).content.decode()
        assert "Northlight &lt;Studio&gt;</title>" in html
        assert f'<img src="{at(branded, "shared_logo")}"' in html
        assert "Cofounder" not in html
    logo = Client().get(at(branded, "shared_logo"))
    assert (logo["Content-Type"], logo["X-Content-Type-Options"]) == ("image/png", "nosniff")
    assert Image.open(BytesIO(logo.content)).format == "PNG"


def test_the_overview_shows_the_cover_under_that_brand(branded: ShareLink) -> None:
    assert f'<img src="{at(branded, "shared_cover")}"' in Client().get(at(branded)).content.decode()
    cover = Client().get(at(branded, "shared_cover"))
    assert Image.open(BytesIO(cover.content)).convert("RGB").getpixel((5, 5)) == (29, 58, 138)
    again = Client().get(at(branded, "shared_cover"), headers={"If-None-Match": cover["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_pages_have_the_colour_of_the_brand_where_it_can_be_read(
    branded: ShareLink, owner: User
) -> None:
    for page in (at(branded), at(branded, "shared_document", "brief")):
        assert (
            f'<link rel="stylesheet" href="{at(branded, "shared_style")}">'
            in Client().get(page).content.decode()
        )
    sheet = Client().get(at(branded, "shared_style"))
    assert sheet["Content-Type"].startswith("text/css")
    light, dark = sheet.content.decode().split("@media")
    assert "--accent: #1d3a8a;" in light
    assert "--accent: #1d3a8a;" not in dark
    assert '"' not in light + dark


def test_the_grounds_are_those_of_the_pages() -> None:
    sheet = (settings.BASE_DIR / "static/css/variables.css").read_text()
    assert re.findall(r"--sunken: (.*);", sheet) == [LIGHT_GROUND, DARK_GROUND]


def test_a_plan_without_a_brand_shares_under_ours(branded: ShareLink, owner: User) -> None:
    User.objects.filter(pk=owner.pk).update(tier=Tier.BOOTSTRAPPER.value)
    html = Client().get(at(branded)).content.decode()
    assert "Northlight" not in html
    assert "Cofounder" in html
    for name in ("shared_logo", "shared_style"):
        assert at(branded, name) not in html
        assert Client().get(at(branded, name)).status_code == 404


def test_the_brand_ends_with_the_link_and_waits_for_its_password(
    branded: ShareLink, whole: Project
) -> None:
    revoke_link(branded, now=timezone.now())
    for name in ("shared_logo", "shared_style"):
        assert Client().get(at(branded, name)).status_code == 404
    closed = make(whole, password="open sesame")
    for page in (at(closed), at(closed, "shared_logo"), at(closed, "shared_style")):
        html = Client().get(page).content.decode()
        assert "Northlight" not in html
        assert "1d3a8a" not in html
