"""The export page and its download."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from artifacts.exceptions import ExportBusy, ExportFailed
from artifacts.exporters import Format
from artifacts.models import Project
from artifacts.services.exporting import Order
from artifacts.tests.factories import make_project


def download(project: Project) -> str:
    return reverse("project_download", args=[project.pk])


def test_the_page_offers_every_format_document_and_paper(written_project: Project, founder_client: Client) -> None:
    page = founder_client.get(reverse("project_export", args=[written_project.pk])).content.decode()
    for file_format in Format:
        assert f'value="{file_format.value}"' in page
    assert "Risk Log" in page
    assert "US Letter" in page
    assert f'action="{download(written_project)}"' in page


def test_a_link_from_a_document_chooses_it(written_project: Project, founder_client: Client) -> None:
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
    assert response["Content-Disposition"].startswith('attachment; filename="Shelfwise - Strategy package')
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
    monkeypatch.setattr(Order, "file", None)
    response = founder_client.get(download(written_project), {"format": "md"}, headers={"If-None-Match": etag})
    assert (response.status_code, response.content, response["ETag"]) == (304, b"", etag)


def test_without_a_choice_it_leads_to_the_page(written_project: Project, founder_client: Client) -> None:
    response = founder_client.get(download(written_project))
    assert response["Location"] == reverse("project_export", args=[written_project.pk])


@pytest.mark.parametrize(
    "choice", [{"format": "exe"}, {"format": "pdf", "only": "pitch"}, {"format": "pdf", "paper": "a0"}]
)
def test_a_choice_that_there_is_not_comes_back_with_the_page(
    choice: dict[str, str], written_project: Project, founder_client: Client
) -> None:
    response = founder_client.get(download(written_project), choice)
    assert response.status_code == 422
    assert "Please choose" in response.content.decode()
    assert "field-error" in response.content.decode()


@pytest.mark.parametrize(("error", "status"), [(ExportFailed("It is too long."), 422), (ExportBusy(), 503)])
def test_an_export_that_fails_says_so_on_the_page(
    error: ExportFailed, status: int, written_project: Project, founder_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(self: Order) -> None:
        raise error

    monkeypatch.setattr(Order, "file", fail)
    response = founder_client.get(download(written_project), {"format": "pdf"})
    assert response.status_code == status
    assert str(error) in response.content.decode()
    assert "Content-Disposition" not in response


def test_nothing_written_is_an_error_at_the_download_too(project: Project, founder_client: Client) -> None:
    response = founder_client.get(download(project), {"format": "pdf"})
    assert response.status_code == 422
    assert "Nothing is written yet" in response.content.decode()


def test_a_deleted_project_is_gone(written_project: Project, founder_client: Client) -> None:
    from artifacts.services.projects import delete_project

    delete_project(written_project)
    assert founder_client.get(download(written_project), {"format": "pdf"}).status_code == 404


@pytest.mark.parametrize("name", ["project_export", "project_download"])
def test_a_few_queries_are_enough(
    name: str, written_project: Project, founder_client: Client, django_assert_max_num_queries: object
) -> None:
    make_project(written_project.owner, written=True)
    url = reverse(name, args=[written_project.pk])
    with django_assert_max_num_queries(8):  # type: ignore[operator]
        assert founder_client.get(url, {"format": "json"}).status_code == 200


def test_the_pages_of_a_project_and_of_a_document_lead_to_it(written_project: Project, founder_client: Client) -> None:
    url = reverse("project_export", args=[written_project.pk])
    assert f'href="{url}"' in founder_client.get(reverse("project_detail", args=[written_project.pk])).content.decode()
    document = reverse("artifact_detail", args=[written_project.pk, "risk_log"])
    assert f'href="{url}?only=risk_log"' in founder_client.get(document).content.decode()
