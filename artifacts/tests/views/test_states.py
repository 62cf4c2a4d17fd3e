"""No page is forgotten when the browser walks through them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.urls import Resolver404, URLResolver, get_resolver, resolve

from artifacts.tests.browser.scene import make_scene
from artifacts.tests.browser.states import STATES

WITHOUT_A_PAGE = {
    # They only act, and lead to a page that is looked at.
    "account_brand_remove",
    "finding_unignore",
    "item_move",
    "artifact_fits",
    "mark_accept",
    "note_delete",
    "note_reopen",
    "note_resolve",
    "note_undelete",
    "project_cancel",
    "plan_ask",
    "plan_withdraw",
    "project_duplicate",
    "project_retry",
    "project_undelete",
    "set_language",
    "share_note_moderate",
    "fact_confirm",
    "fact_remove",
    "fact_settle",
    "facts_confirm_all",
    "facts_conflict",
    "facts_extra",
    "facts_language",
    "facts_traits",
    "shared_evidence",
    "shared_note",
    "test_keep",
    "test_new",
    "week_mail",
    "week_tick",
    "shared_password",
    "staff_password_change",
    "start",
    # Files.
    "account_data",
    "account_brand_cover",
    "example_cover",
    "example_pdf",
    "favicon",
    "manifest",
    "project_cover",
    "project_download",
    "robots",
    "shared_cover",
    "shared_logo",
    "shared_package",
    "shared_pdf",
    "shared_style",
    "sitemap",
    # Pages for those who have a second factor already; test_second_factor.py opens them.
    "mfa_authenticate",
    "mfa_deactivate_totp",
    "mfa_download_recovery_codes",
    "mfa_edit_webauthn",
    "mfa_generate_recovery_codes",
    "mfa_reauthenticate",
    "mfa_reauthenticate_webauthn",
    "mfa_remove_webauthn",
    "mfa_view_recovery_codes",
    # The page of a founder whose account is closed; test_closing.py opens it.
    "account_closed",
    # Ways of allauth that are switched off: they lead elsewhere.
    "account_confirm_login_code",
    "account_set_password",
}


@pytest.mark.django_db
def test_every_page_is_among_the_states() -> None:
    scene = make_scene()
    seen = {name for state in STATES for name in _names_at(state.path(scene))}
    assert set(_names(get_resolver().url_patterns)) - seen == WITHOUT_A_PAGE


def test_every_state_has_a_name_of_its_own() -> None:
    names = [state.name for state in STATES]
    assert len(names) == len(set(names))


def _names(patterns: Iterable[Any]) -> Iterator[str]:
    """The names of all URLs but the admin's."""
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            if not pattern.namespace:
                yield from _names(pattern.url_patterns)
        else:
            yield str(pattern.name)


def _names_at(address: str) -> Iterator[str]:
    try:
        yield str(resolve(urlsplit(address).path).url_name)
    except Resolver404:
        return
