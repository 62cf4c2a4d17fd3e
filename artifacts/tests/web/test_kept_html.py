"""HTML is kept without the tokens of its forms, and filled with others."""

from __future__ import annotations

import re

from artifacts.web.kept_html import KeptHtml, csrf_in

CSRF, OTHER = "a1" * 32, "B2" * 32
FORM = (
    f'<input type="hidden" name="csrfmiddlewaretoken" value="{CSRF}">'
    f'<input type="hidden" name="once" value="{"0f" * 16}">'
)
PAGE = f'<body hx-headers=\'{{"X-CSRFToken": "{CSRF}"}}\'>{FORM}<p>once</p>{FORM}</body>'


def test_no_token_of_it_is_kept() -> None:
    kept = KeptHtml.of(PAGE, CSRF)
    assert not any(CSRF in piece or "0f" * 16 in piece for piece in kept.pieces)
    assert kept.asks_for_csrf


def test_all_the_rest_is_there_again_with_new_tokens_in_their_places() -> None:
    kept = KeptHtml.of(PAGE, CSRF)
    first, second = kept.fill(OTHER), kept.fill(OTHER)
    marks = [re.findall(r'name="once" value="([0-9a-f]{32})"', html) for html in (first, second)]
    assert len({mark for found in marks for mark in found}) == 4
    for html, found in zip((first, second), marks, strict=True):
        for mark in found:
            html = html.replace(mark, "0f" * 16)  # noqa: PLW2901
        assert html == PAGE.replace(CSRF, OTHER)


def test_html_without_forms_is_one_piece() -> None:
    kept = KeptHtml.of("<p>once value=</p>", "")
    assert kept.pieces == ("<p>once value=</p>",)
    assert not kept.asks_for_csrf
    assert kept.fill(OTHER) == "<p>once value=</p>"


def test_the_token_of_a_page_is_found_in_its_forms() -> None:
    assert csrf_in(PAGE) == CSRF
    assert csrf_in("<p>csrfmiddlewaretoken</p>") == ""
