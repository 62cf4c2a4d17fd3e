"""A founder's own brand: kept, refused, shown on exports, hidden by a smaller plan, and nobody
else's business.
"""

from __future__ import annotations

import io
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from docx import Document
from PIL import Image

from artifacts.exceptions import BrandingLocked, ExportBusy, InvalidBranding
from artifacts.exporters import Export, Format, pdf
from artifacts.exporters.brand import OUR_BRAND
from artifacts.models import Branding, Project, User
from artifacts.services.accounts.branding import brand_of, drop_branding, set_branding
from artifacts.services.files.exporting import order_export
from artifacts.tests.support.exports import all_text, pdf_pages
from artifacts.tests.support.factories import make_project, make_user
from artifacts.tests.support.logo_files import raster, svg
from artifacts.tiers import Tier

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

PAGE = "/accounts/brand/"
GIVEN = {"name": "Northlight Studio", "colour": "#1d3a8a"}


def give(user: User, **changes: Any) -> Branding:
    return set_branding(user, **{**GIVEN, "logo": raster(), **changes})


def export(project: Project, file_format: Format = Format.PDF) -> Export:
    return order_export(project, tier=project.owner.get_tier(), file_format=file_format).file()


def upload(content: bytes, name: str = "logo.png") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


# -- the service
# --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("tier", [Tier.PARTNER, Tier.CTO_SCALE])
def test_a_brand_is_kept_and_comes_back(tier: Tier) -> None:
    user = make_user(tier)
    give(user, name="  Northlight \u202e Studio\x00 ", colour="#1D3A8A")
    brand = brand_of(user.pk)
    assert (brand.name, brand.colour, brand.has_own_mark) == ("Northlight Studio", "#1d3a8a", False)
    assert Image.open(io.BytesIO(brand.logo)).size == (80, 40)


def test_a_bootstrapper_keeps_none() -> None:
    user = make_user(Tier.BOOTSTRAPPER)
    with pytest.raises(BrandingLocked):
        give(user)
    assert not Branding.objects.exists()
    assert brand_of(user.pk) == OUR_BRAND


def test_a_smaller_plan_hides_it_and_a_larger_one_shows_it_again(founder: User) -> None:
    give(founder)
    User.objects.filter(pk=founder.pk).update(tier=Tier.BOOTSTRAPPER.value)
    assert brand_of(founder.pk) == OUR_BRAND
    User.objects.filter(pk=founder.pk).update(tier=Tier.PARTNER.value)
    assert brand_of(founder.pk).name == "Northlight Studio"


def test_without_a_new_logo_the_old_one_stays_unless_it_is_taken_off(founder: User) -> None:
    first = bytes(give(founder).logo)
    give(founder, name="Other", logo=None)
    assert brand_of(founder.pk).logo == first
    give(founder, logo=None, drops_logo=True)
    assert brand_of(founder.pk).logo == b""
    assert Branding.objects.count() == 1


def test_a_new_logo_wins_over_the_wish_to_take_the_old_one_off(founder: User) -> None:
    give(founder, drops_logo=True)
    assert brand_of(founder.pk).logo


@pytest.mark.parametrize("name", ["", "   ", "\u202e\x00", "x" * 81])
def test_a_name_that_is_none_is_refused(name: str, founder: User) -> None:
    with pytest.raises(InvalidBranding) as refused:
        give(founder, name=name)
    assert list(refused.value.errors) == ["name"]


@pytest.mark.parametrize("colour", ["", "red", "#12", "#12345g", "1d3a8a", "#1d3a8a;x", "url(x)"])
def test_a_colour_that_is_none_is_refused(colour: str, founder: User) -> None:
    with pytest.raises(InvalidBranding, match="six digits"):
        give(founder, colour=colour)


@pytest.mark.parametrize("colour", ["#ffffff", "#ffd34d", "#777777"])
def test_a_colour_that_cannot_be_read_on_white_is_refused_with_one_that_can(
    colour: str, founder: User
) -> None:
    with pytest.raises(InvalidBranding, match="could not be read on white") as refused:
        give(founder, colour=colour)
    proposed = str(refused.value).split("4.5 to 1. ")[1][:7]
    assert give(founder, colour=proposed).colour == proposed


def test_everything_that_is_wrong_is_said_at_once_and_nothing_is_kept(founder: User) -> None:
    with pytest.raises(InvalidBranding) as refused:
        give(founder, name="", colour="#fff000", logo=b"GIF89a")
    assert set(refused.value.errors) == {"name", "colour", "logo"}
    assert not Branding.objects.exists()


def test_a_row_that_somebody_spoiled_gives_our_brand_and_no_error(founder: User) -> None:
    give(founder)
    Branding.objects.update(logo=b"<svg/>")
    assert brand_of(founder.pk) == OUR_BRAND


def test_it_is_dropped_with_its_logo_and_with_its_founder(founder: User) -> None:
    give(founder)
    assert drop_branding(founder)
    assert not drop_branding(founder)
    give(founder)
    founder.delete()
    assert not Branding.objects.exists()


# -- exports
# --------------------------------------------------------------------------------------------------


@pytest.fixture
def project(founder: User) -> Project:
    give(founder)
    return make_project(founder, written=True)


def test_a_pdf_carries_it_on_every_page(project: Project) -> None:
    pages = pdf_pages(export(project).content)
    assert all("Northlight Studio" in page for page in pages)
    assert "Cofounder" not in " ".join(pages)


def test_a_word_document_carries_the_name_and_the_described_logo(project: Project) -> None:
    document = Document(io.BytesIO(export(project, Format.DOCX).content))
    header = document.sections[0].header
    assert "Northlight Studio" in header.paragraphs[0].text
    assert [one.get("descr") for one in header.part.element.xpath(".//wp:docPr")] == [
        "Northlight Studio"
    ]
    assert len([part for part in header.part.rels.values() if "image" in part.reltype]) == 1
    assert document.core_properties.author == "Northlight Studio"


@pytest.mark.parametrize("file_format", [Format.PDF, Format.DOCX])
def test_another_brand_is_another_file_and_none_is_ours(
    file_format: Format, project: Project
) -> None:
    with_logo = export(project, file_format)
    give(project.owner, logo=None, drops_logo=True)
    without = export(project, file_format)
    drop_branding(project.owner)
    ours = export(project, file_format)
    assert len({with_logo.etag, without.etag, ours.etag}) == 3
    assert "Northlight" in all_text(without)
    assert "Northlight" not in all_text(ours)
    assert "Cofounder" in all_text(ours)


@pytest.mark.parametrize("file_format", [Format.MARKDOWN, Format.JSON, Format.CSV])
def test_formats_without_a_brand_stay_as_they_are(file_format: Format, project: Project) -> None:
    before = export(project, file_format)
    drop_branding(project.owner)
    assert export(project, file_format).etag == before.etag


def test_a_heavy_logo_does_not_make_a_pdf_too_long(project: Project) -> None:
    noise = Image.effect_noise((290, 290), 100)
    file = io.BytesIO()
    noise.save(file, "PNG")
    give(project.owner, logo=file.getvalue())
    assert len(bytes(Branding.objects.get().logo)) > 120_000
    assert export(project).content.startswith(b"%PDF")


def test_a_long_logo_leaves_room_for_the_name(project: Project) -> None:
    give(project.owner, logo=raster(size=(1_150, 100)))
    brand = brand_of(project.owner_id)
    assert brand.logo_height(11, 60) * 11.5 == pytest.approx(60, rel=0.01)
    assert brand.logo_height(2, 60) == 2
    assert "Northlight Studio" in pdf_pages(export(project).content)[0]


@pytest.mark.parametrize(
    "name", ['#read("/etc/passwd")', "<w:p/>&amp;", "שלום עולם", "在庫", "x" * 80]
)
def test_a_name_is_only_text(name: str, project: Project) -> None:
    give(project.owner, name=name)
    assert "root:" not in all_text(export(project))
    header = Document(io.BytesIO(export(project, Format.DOCX).content)).sections[0].header
    assert name in header.paragraphs[0].text


def test_an_export_under_a_brand_is_accessible(
    project: Project, caplog: pytest.LogCaptureFixture
) -> None:
    file = export(project)
    assert "PDF/UA" not in caplog.text
    assert b"pdfuaid" in file.content


# -- the pages
# --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", [PAGE, f"{PAGE}remove/", f"{PAGE}cover.png"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_visitor_is_sent_to_sign_in(path: str, method: str) -> None:
    response = getattr(Client(), method)(path)
    assert response["Location"].startswith(reverse("account_login"))


def test_a_stranger_sees_and_removes_only_their_own(founder: User, stranger_client: Client) -> None:
    give(founder)
    assert "Northlight" not in stranger_client.get(PAGE).content.decode()
    stranger_client.post(f"{PAGE}remove/")
    cover = stranger_client.get(f"{PAGE}cover.png")
    assert cover["ETag"] != signed_in(founder).get(f"{PAGE}cover.png")["ETag"]
    assert brand_of(founder.pk).name == "Northlight Studio"


def test_it_is_given_seen_and_removed(founder: User, founder_client: Client) -> None:
    response = founder_client.post(PAGE, {**GIVEN, "logo": upload(svg(), "logo.svg")}, follow=True)
    html = response.content.decode()
    assert "Your next PDF and Word files carry it." in html
    assert 'value="Northlight Studio"' in html
    assert "Take my logo off" in html
    assert brand_of(founder.pk).logo.startswith(b"\x89PNG")
    html = founder_client.post(f"{PAGE}remove/", follow=True).content.decode()
    assert "Your exports carry our name again." in html
    assert not Branding.objects.exists()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"name": ""}, "Please give the name"),
        ({"name": "x" * 81}, "Please shorten this to 80"),
        ({"colour": "#ffd34d"}, "could not be read on white"),
        ({"colour": "blue"}, "six digits"),
        ({"logo": b"GIF89a"}, "must be a PNG, a JPEG or an SVG"),
        ({"logo": svg("<script/>")}, "holds a script"),
        ({"logo": b""}, "This file is empty"),
        ({"logo": raster() + b"\0" * 500_000}, "smaller than 500 kB"),
    ],
)
def test_what_does_not_fit_comes_back_with_what_was_typed(
    changes: dict[str, Any], words: str, founder: User, founder_client: Client
) -> None:
    fields = {**GIVEN, "name": "My <b>studio</b>", **changes}
    if "logo" in fields:
        fields["logo"] = upload(fields["logo"])
    response = founder_client.post(PAGE, fields)
    html = response.content.decode()
    assert response.status_code == 422
    assert words in html
    assert "field-error" in html
    if "name" not in changes:
        assert 'value="My &lt;b&gt;studio&lt;/b&gt;"' in html
    assert not Branding.objects.exists()


def test_a_file_that_cannot_be_handed_back_is_mentioned(founder_client: Client) -> None:
    response = founder_client.post(PAGE, {**GIVEN, "colour": "#ffd34d", "logo": upload(raster())})
    assert "Please choose the logo once more." in response.content.decode()


def test_what_was_typed_after_the_session_had_ended_is_on_the_page_again(founder: User) -> None:
    client = signed_in(founder)
    client.get(PAGE)
    client.cookies.pop("sessionid")
    client.post(PAGE, {"name": "My <b>studio</b>", "colour": "#1d3a8a", "logo": upload(raster())})
    client.force_login(founder)
    html = client.get(PAGE).content.decode()
    assert "This is not saved yet." in html
    assert "If you had chosen a logo, please choose it once more." in html
    assert 'value="My &lt;b&gt;studio&lt;/b&gt;"' in html
    assert not Branding.objects.exists()


def test_a_bootstrapper_sees_what_there_would_be_and_can_send_nothing() -> None:
    user = make_user(Tier.BOOTSTRAPPER)
    client = signed_in(user)
    html = client.get(PAGE).content.decode()
    assert "From the Partner plan on" in html
    assert 'name="colour"' not in html
    for fields in (GIVEN, {"colour": "blue"}):
        response = client.post(PAGE, fields)
        assert response.status_code == 403
        assert "Nothing was saved" in response.content.decode()
    assert not Branding.objects.exists()
    assert "With a larger plan they carry yours." in client.get(reverse("account")).content.decode()


def test_after_a_downgrade_it_is_said_to_be_kept_and_can_be_removed(
    founder: User, founder_client: Client
) -> None:
    give(founder)
    User.objects.filter(pk=founder.pk).update(tier=Tier.BOOTSTRAPPER.value)
    assert (
        "is on your exports again as soon as your plan opens it"
        in founder_client.get(PAGE).content.decode()
    )
    founder_client.post(f"{PAGE}remove/")
    assert not Branding.objects.exists()


def test_the_cover_is_a_picture_that_is_made_once(
    founder: User, founder_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = founder_client.get(f"{PAGE}cover.png")
    give(founder)
    response = founder_client.get(f"{PAGE}cover.png")
    assert response["Content-Type"] == "image/png"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "private" in response["Cache-Control"]
    assert Image.open(io.BytesIO(response.content)).convert("RGB").getpixel((5, 5)) == (29, 58, 138)
    assert ours["ETag"] != response["ETag"]
    monkeypatch.setattr(pdf, "render_cover", None)
    assert founder_client.get(f"{PAGE}cover.png").content == response.content
    again = founder_client.get(f"{PAGE}cover.png", headers={"If-None-Match": response["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_a_cover_that_has_to_wait_says_so(
    founder: User, founder_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object, **_options: object) -> None:
        raise ExportBusy

    give(founder, name="Waiting room")
    monkeypatch.setattr(pdf, "render_cover", fail)
    assert founder_client.get(f"{PAGE}cover.png").status_code == 503


def test_a_few_queries_are_enough(
    founder: User, founder_client: Client, django_assert_max_num_queries: Any
) -> None:
    give(founder)
    with django_assert_max_num_queries(8):
        founder_client.get(PAGE)
