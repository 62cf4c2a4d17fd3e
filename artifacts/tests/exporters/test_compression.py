from __future__ import annotations

import gzip
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from artifacts.models import Project

pytestmark = pytest.mark.one_database

GZIP = {"Accept-Encoding": "gzip, br"}


def download(client: Client, project: Project, file_format: str, **headers: str) -> Any:
    url = reverse("project_download", args=[project.pk])
    return client.get(url, {"format": file_format}, headers={**GZIP, **headers})


def is_compressed(response: Any) -> bool:
    return bool(response.get("Content-Encoding") == "gzip")


def test_a_page_is_compressed_for_who_takes_it_so(founder_client: Client, project: Project) -> None:
    url = reverse("project_detail", args=[project.pk])
    compressed, plain = founder_client.get(url, headers=GZIP), founder_client.get(url)
    assert is_compressed(compressed)
    assert not is_compressed(plain)
    assert "Accept-Encoding" in plain["Vary"]
    assert project.name in gzip.decompress(compressed.content).decode()
    assert len(compressed.content) < len(plain.content) / 2


def test_the_same_page_has_no_length_of_its_own(founder_client: Client, project: Project) -> None:
    url = reverse("project_detail", args=[project.pk])
    assert len({len(founder_client.get(url, headers=GZIP).content) for _ in range(8)}) > 1


@pytest.mark.parametrize(
    ("site", "expected"),
    [("cross-site", False), ("same-site", False), ("same-origin", True), ("none", True)],
)
def test_what_another_site_makes_a_browser_ask_for_is_not_compressed(
    founder_client: Client, project: Project, site: str, expected: bool
) -> None:
    url = reverse("project_detail", args=[project.pk])
    assert (
        is_compressed(founder_client.get(url, headers={**GZIP, "Sec-Fetch-Site": site})) == expected
    )


def test_a_visitor_who_comes_from_a_link_elsewhere_gets_the_first_page_compressed(db: None) -> None:
    assert is_compressed(Client().get("/", headers={**GZIP, "Sec-Fetch-Site": "cross-site"}))


@pytest.mark.parametrize(
    ("file_format", "expected"), [("md", True), ("json", True), ("pdf", False), ("docx", False)]
)
def test_of_files_only_texts_are_compressed(
    founder_client: Client, written_project: Project, file_format: str, expected: bool
) -> None:
    assert is_compressed(download(founder_client, written_project, file_format)) == expected


def test_a_browser_that_has_a_compressed_file_is_not_sent_it_again(
    founder_client: Client, written_project: Project
) -> None:
    tag = download(founder_client, written_project, "md")["ETag"]
    assert (
        download(founder_client, written_project, "md", **{"If-None-Match": tag}).status_code == 304
    )


def test_pages_of_accounts_say_what_the_product_is_for(db: None) -> None:
    for name in ("account_login", "account_signup", "account_reset_password"):
        assert '<meta name="description" content="' in Client().get(reverse(name)).content.decode()
