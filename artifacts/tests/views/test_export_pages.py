"""The export page and its download."""

from __future__ import annotations

import io

import pytest
import typst
from django.test import Client
from django.urls import reverse
from PIL import Image

from artifacts.exceptions import ExportBusy, ExportFailed
from artifacts.exporters import Format, pdf
from artifacts.models import Project, User
from artifacts.services.accounts.branding import set_branding
from artifacts.services.files.exporting import ExportRequest
from artifacts.tests.support.factories import make_project


def download(project: Project) -> str:
    return reverse("project_download", args=[project.pk])


def test_the_page_offers_every_format_document_and_paper(
    written_project: Project, founder_client: Client
) -> None:
    page = founder_client.get(reverse("project_export", args=[written_project.pk])).content.decode()
    for file_format in Format:
        assert f'value="{file_format.value}"' in page
    assert "Risk Log" in page
    assert "US Letter" in page
    assert f'action="{download(written_project)}"' in page


def test_a_link_from_a_document_chooses_it(
    written_project: Project, founder_client: Client
) -> None:
    url = reverse("project_export", args=[written_project.pk])
    page = founder_client.get(url, {"only": "risk_log"}).content.decode()
    assert '<option value="risk_log" selected>' in page


def test_a_project_without_documents_says_so(project: Project, founder_client: Client) -> None:
    page = founder_client.get(reverse("project_export", args=[project.pk])).content.decode()
    assert "Nothing is written yet" in page
    assert '<form class="export"' not in page


@pytest.mark.parametrize("file_format", list(Format))
def test_a_download_has_its_name_and_type(
    file_format: Format, written_project: Project, founder_client: Client
) -> None:
    response = founder_client.get(download(written_project), {"format": file_format.value})
    assert response.status_code == 200
    assert response["Content-Type"] == file_format.content_type
    assert response["Content-Disposition"].startswith(
        'attachment; filename="Shelfwise - Strategy package'
    )
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "private" in response["Cache-Control"]


def test_one_document_on_other_paper(written_project: Project, founder_client: Client) -> None:
    choice = {"format": "pdf", "only": "brief", "paper": "us-letter"}
    response = founder_client.get(download(written_project), choice)
    assert "Product Brief" in response["Content-Disposition"]
    assert b"612" in response.content


def test_who_has_the_file_already_gets_304_and_nothing_is_made(
    written_project: Project, founder_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    etag = founder_client.get(download(written_project), {"format": "md"})["ETag"]
    monkeypatch.setattr(ExportRequest, "file", None)
    response = founder_client.get(
        download(written_project), {"format": "md"}, headers={"If-None-Match": etag}
    )
    assert (response.status_code, response.content, response["ETag"]) == (304, b"", etag)


def test_without_a_choice_it_leads_to_the_page(
    written_project: Project, founder_client: Client
) -> None:
    response = founder_client.get(download(written_project))
    assert response["Location"] == reverse("project_export", args=[written_project.pk])


@pytest.mark.parametrize(
    "choice",
    [{"format": "exe"}, {"format": "pdf", "only": "weather"}, {"format": "pdf", "paper": "a0"}],
)
def test_a_choice_that_there_is_not_comes_back_with_the_page(
    choice: dict[str, str], written_project: Project, founder_client: Client
) -> None:
    response = founder_client.get(download(written_project), choice)
    assert response.status_code == 422
    assert "Please choose" in response.content.decode()
    assert "field-error" in response.content.decode()


@pytest.mark.parametrize(
    ("error", "status"), [(ExportFailed("It is too long."), 422), (ExportBusy(), 503)]
)
def test_an_export_that_fails_says_so_on_the_page(
    error: ExportFailed,
    status: int,
    written_project: Project,
    founder_client: Client,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(self: ExportRequest) -> None:
        raise error

    monkeypatch.setattr(ExportRequest, "file", fail)
    response = founder_client.get(download(written_project), {"format": "pdf"})
    assert response.status_code == status
    assert str(error) in response.content.decode()
    assert "Content-Disposition" not in response


def test_nothing_written_is_an_error_at_the_download_too(
    project: Project, founder_client: Client
) -> None:
    response = founder_client.get(download(project), {"format": "pdf"})
    assert response.status_code == 422
    assert "Nothing is written yet" in response.content.decode()


def test_a_deleted_project_is_gone(written_project: Project, founder_client: Client) -> None:
    from artifacts.services.projects.lifecycle import delete_project

    delete_project(written_project)
    assert founder_client.get(download(written_project), {"format": "pdf"}).status_code == 404


@pytest.mark.parametrize("name", ["project_export", "project_download"])
def test_a_few_queries_are_enough(
    name: str,
    written_project: Project,
    founder_client: Client,
    django_assert_max_num_queries: object,
) -> None:
    make_project(written_project.owner, written=True)
    url = reverse(name, args=[written_project.pk])
    with django_assert_max_num_queries(8):  # type: ignore[operator]
        assert founder_client.get(url, {"format": "json"}).status_code == 200


def test_the_pages_of_a_project_and_of_a_document_lead_to_it(
    written_project: Project, founder_client: Client
) -> None:
    url = reverse("project_export", args=[written_project.pk])
    assert (
        f'href="{url}"'
        in founder_client.get(reverse("project_detail", args=[written_project.pk])).content.decode()
    )
    document = reverse("artifact_detail", args=[written_project.pk, "risk_log"])
    assert f'href="{url}?only=risk_log"' in founder_client.get(document).content.decode()


def cover(project: Project) -> str:
    return reverse("project_cover", args=[project.pk])


def test_the_page_shows_the_cover_that_a_pdf_would_have(
    written_project: Project, founder_client: Client
) -> None:
    url = reverse("project_export", args=[written_project.pk])
    assert f'src="{cover(written_project)}"' in founder_client.get(url).content.decode()
    of_one = founder_client.get(url, {"only": "risk_log"}).content.decode()
    assert f'src="{cover(written_project)}?only=risk_log"' in of_one
    of_none = founder_client.get(url, {"only": '"><b>'}).content.decode()
    assert f'src="{cover(written_project)}"' in of_none


def test_the_cover_is_a_picture_that_is_made_once_for_the_same_text(
    written_project: Project, founder_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    response = founder_client.get(cover(written_project))
    assert response["Content-Type"] == "image/png"
    assert Image.open(io.BytesIO(response.content)).size == (496, 702)
    assert founder_client.get(cover(written_project), {"only": "brief"}).content != response.content
    monkeypatch.setattr(pdf, "render_cover", None)
    assert founder_client.get(cover(written_project)).content == response.content
    again = founder_client.get(cover(written_project), headers={"If-None-Match": response["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_a_cover_carries_the_brand_and_changes_with_it(
    written_project: Project, founder: User, founder_client: Client
) -> None:
    before = founder_client.get(cover(written_project))
    set_branding(founder, name="Northlight Studio", colour="#1d3a8a")
    after = founder_client.get(cover(written_project), headers={"If-None-Match": before["ETag"]})
    assert Image.open(io.BytesIO(after.content)).convert("RGB").getpixel((5, 5)) == (29, 58, 138)


def test_what_is_not_written_has_no_cover(
    project: Project, written_project: Project, founder_client: Client
) -> None:
    assert founder_client.get(cover(project)).status_code == 404
    assert founder_client.get(cover(written_project), {"only": "nonsense"}).status_code == 404


def test_a_cover_that_has_to_wait_or_fails_says_so_in_words(
    written_project: Project, founder_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object, **_options: object) -> None:
        raise typst.TypstError("no", "why not")

    monkeypatch.setattr(typst, "compile", fail)
    response = founder_client.get(cover(written_project))
    assert (response.status_code, response.content) == (503, b"The cover could not be made.")


def test_a_cover_is_for_its_founder_alone(
    written_project: Project, stranger_client: Client
) -> None:
    assert stranger_client.get(cover(written_project)).status_code == 404
    assert Client().get(cover(written_project))["Location"].startswith(reverse("account_login"))


def test_where_a_document_cannot_be_read_the_cover_says_so(
    written_project: Project, founder_client: Client
) -> None:
    written_project.artifacts.filter(artifact_type="risk_log").update(current_content={"odd": 1})
    response = founder_client.get(cover(written_project))
    assert response.status_code == 503
    assert "The Risk Log cannot be read" in response.content.decode()
