"""Rule I-7 when a session ends or a token is no longer good: what was typed comes back, to its
founder alone.
"""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import include, path, reverse

from artifacts.models import Project, User
from artifacts.tests.support.factories import PASSWORD, make_user
from artifacts.web import stashed_posts as module
from artifacts.web.stashed_posts import founder_required, pop_stash

PAGE = "/projects/form/"
TEXT = "What I typed & meant <b>to keep</b>"


@founder_required
def form_page(request: HttpRequest) -> HttpResponse:
    """A form as our pages have them: it answers with what it would show."""
    data = request.POST if request.method == "POST" else pop_stash(request)
    return HttpResponse(data.urlencode() if data else "empty")


urlpatterns = [
    path("projects/form/", form_page),
    path("elsewhere/", form_page),
    path("", include("cofounder.urls")),
]

pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]


@pytest.fixture
def ada() -> User:
    return make_user(email="ada@example.com", password=PASSWORD)


@pytest.fixture
def client_of_ada(ada: User) -> Client:
    """Ada has worked in this browser, and her session has ended since."""
    client = Client()
    sign_in(client, ada)
    client.get(PAGE)
    end_session(client)
    return client


def sign_in(client: Client, user: User, next_page: str = "") -> Any:
    fields = {"login": user.email, "password": PASSWORD, "next": next_page}
    return client.post(reverse("account_login"), fields)


def end_session(client: Client) -> None:
    client.session.flush()
    del client.cookies["sessionid"]


# A session that has ended


def test_the_text_is_on_the_page_after_signing_in(ada: User, client_of_ada: Client) -> None:
    response = client_of_ada.post(PAGE, {"text": TEXT, "base": "abc"})
    assert response["Location"] == f"{reverse('account_login')}?next={PAGE}"
    assert (
        "what you typed is on the page again"
        in client_of_ada.get(response["Location"]).content.decode()
    )
    assert sign_in(client_of_ada, ada, PAGE)["Location"] == PAGE
    assert (
        client_of_ada.get(PAGE).content.decode()
        == "text=What+I+typed+%26+meant+%3Cb%3Eto+keep%3C%2Fb%3E&base=abc"
    )


def test_it_is_given_back_once(ada: User, client_of_ada: Client) -> None:
    client_of_ada.post(PAGE, {"text": TEXT})
    sign_in(client_of_ada, ada)
    client_of_ada.get(PAGE)
    assert client_of_ada.get(PAGE).content == b"empty"


def test_several_values_of_a_field_come_back_and_secrets_do_not(
    ada: User, client_of_ada: Client
) -> None:
    fields = {"line": ["one", "two"], "password": "hidden", "csrfmiddlewaretoken": "t"}
    client_of_ada.post(PAGE, fields)
    assert "hidden" not in str(dict(client_of_ada.session))
    sign_in(client_of_ada, ada)
    assert client_of_ada.get(PAGE).content == b"line=one&line=two"


def test_two_forms_are_both_kept(ada: User, client_of_ada: Client) -> None:
    client_of_ada.post(PAGE + "?n=1", {"text": "one"})
    client_of_ada.post(PAGE + "?n=2", {"text": "two"})
    sign_in(client_of_ada, ada)
    assert client_of_ada.get(PAGE).content == b"empty"
    assert [client_of_ada.get(f"{PAGE}?n={n}").content for n in (1, 2)] == [
        b"text=one",
        b"text=two",
    ]


def test_nobody_else_gets_it(ada: User, client_of_ada: Client) -> None:
    client_of_ada.post(PAGE, {"text": TEXT})
    sign_in(client_of_ada, make_user(email="eve@example.com", password=PASSWORD))
    assert client_of_ada.get(PAGE).content == b"empty"
    assert TEXT not in str(dict(client_of_ada.session))


def test_somebody_who_signs_up_in_that_browser_does_not_get_it(client_of_ada: Client) -> None:
    client_of_ada.post(PAGE, {"text": TEXT})
    client_of_ada.post(
        reverse("account_signup"), {"email": "eve@example.com", "password1": PASSWORD}
    )
    assert client_of_ada.get(PAGE).content == b"empty"


def test_who_worked_last_in_a_browser_is_whose_text_it_is(ada: User, client_of_ada: Client) -> None:
    eve = make_user(email="eve@example.com", password=PASSWORD)
    sign_in(client_of_ada, eve)
    client_of_ada.get(PAGE)
    end_session(client_of_ada)
    client_of_ada.post(PAGE, {"text": TEXT})
    sign_in(client_of_ada, ada)
    assert client_of_ada.get(PAGE).content == b"empty"


@pytest.mark.parametrize("forged", ["", "somebody", "somebody:1abcde:signature"])
def test_without_the_mark_of_a_founder_nothing_is_kept_and_the_page_says_so(forged: str) -> None:
    client = Client()
    client.cookies[module.COOKIE] = forged
    response = client.post(PAGE, {"text": TEXT})
    assert module.SESSION_KEY not in client.session
    assert "could not keep what you typed" in client.get(response["Location"]).content.decode()


def test_the_mark_does_not_tell_who_it_is(ada: User, client_of_ada: Client) -> None:
    cookie = client_of_ada.cookies[module.COOKIE]
    assert not cookie.value.startswith(f"{ada.pk}:")
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")


def test_after_two_hours_it_is_gone(
    ada: User, client_of_ada: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    client_of_ada.post(PAGE, {"text": TEXT})
    sign_in(client_of_ada, ada)
    monkeypatch.setattr(module, "KEPT_SECONDS", -1)
    assert client_of_ada.get(PAGE).content == b"empty"
    assert TEXT not in str(dict(client_of_ada.session))


def test_what_is_too_long_is_not_kept_and_the_page_says_so(client_of_ada: Client) -> None:
    response = client_of_ada.post(PAGE + "?long", {"text": "x" * module.MAX_BYTES})
    assert module.SESSION_KEY not in client_of_ada.session
    assert (
        "could not keep what you typed" in client_of_ada.get(response["Location"]).content.decode()
    )


def test_what_is_too_long_drives_nothing_else_out(ada: User, client_of_ada: Client) -> None:
    client_of_ada.post(PAGE, {"text": TEXT})
    client_of_ada.post(PAGE + "?long", {"text": "x" * module.MAX_BYTES})
    assert list(client_of_ada.session[module.SESSION_KEY]) == [PAGE]


def test_long_addresses_take_room_too(
    client_of_ada: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else a script could fill a session with them, a letter of text in each."""
    monkeypatch.setattr(module, "MAX_BYTES", 1_000)
    for number in range(5):
        client_of_ada.post(f"{PAGE}?{number}{'x' * 400}", {"text": "y"})
    assert len(client_of_ada.session[module.SESSION_KEY]) == 2


def test_the_oldest_makes_room(ada: User, client_of_ada: Client) -> None:
    for number in (1, 2, 3):
        client_of_ada.post(f"{PAGE}?{number}", {"text": "x" * (module.MAX_BYTES // 2 - 100)})
    assert list(client_of_ada.session[module.SESSION_KEY]) == [f"{PAGE}?2", f"{PAGE}?3"]


def test_only_pages_with_forms_of_texts_keep_anything(client_of_ada: Client) -> None:
    client_of_ada.post("/elsewhere/", {"text": TEXT})
    assert module.SESSION_KEY not in client_of_ada.session


def test_a_page_that_is_only_read_keeps_nothing_and_asks_to_sign_in(client_of_ada: Client) -> None:
    response = client_of_ada.get(PAGE)
    assert response["Location"] == f"{reverse('account_login')}?next={PAGE}"
    assert module.SESSION_KEY not in client_of_ada.session


def test_htmx_goes_to_sign_in_as_a_whole_page(client_of_ada: Client) -> None:
    headers = {"HX-Request": "true", "HX-Current-URL": "http://testserver/projects/form/?at=1"}
    response = client_of_ada.get(PAGE, headers=headers)
    assert response["HX-Redirect"] == f"{reverse('account_login')}?next=/projects/form/%3Fat%3D1"


# A token that is no longer good


def send(client: Client, where: str = PAGE, *, text: str = TEXT, **headers: str) -> Any:
    return client.post(
        where, {"text": text, "base": "f" * 40, "password": "hidden"}, headers=headers
    )


@pytest.fixture
def strict_client(ada: User) -> Client:
    client = Client(enforce_csrf_checks=True)
    client.force_login(ada)
    return client


@pytest.mark.parametrize(
    "headers", [{"Origin": "http://testserver"}, {"Referer": "http://testserver/projects/form/?x"}]
)
def test_our_own_page_gets_its_text_back(headers: dict[str, str], strict_client: Client) -> None:
    response = send(strict_client, PAGE + "?n=1", **headers)
    page = response.content.decode()
    assert response.status_code == 403
    assert "What I typed &amp; meant &lt;b&gt;to keep&lt;/b&gt;</textarea>" in page
    assert f'action="{PAGE}?n=1"' in page
    assert f'<input type="hidden" name="base" value="{"f" * 40}">' in page
    assert "hidden</textarea>" not in page
    assert 'value="hidden"' not in page


def test_sending_again_saves_it(strict_client: Client) -> None:
    page = send(strict_client, Origin="http://testserver").content.decode()
    form = page[page.index(f'action="{PAGE}"') :]
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', form)
    assert token
    fields = {"text": TEXT, "csrfmiddlewaretoken": token[1]}
    assert b"text=What+I+typed" in strict_client.post(PAGE, fields).content


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "https://evil.example"},
        {"Origin": "https://testserver"},
        {"Origin": "http://testserver.evil.example"},
        {"Origin": "http://testserver:81"},
        {"Origin": "null"},
        {"Origin": "https://evil.example", "Referer": "http://testserver/"},
        {"Origin": "", "Referer": "http://testserver/"},
        {"Referer": "https://evil.example/?http://testserver/"},
        {"Referer": "http://testserver@evil.example/"},
    ],
)
def test_text_from_another_site_is_never_shown(
    headers: dict[str, str], strict_client: Client
) -> None:
    response = send(strict_client, text="planted words", **headers)
    assert response.status_code == 403
    assert "planted words" not in response.content.decode()
    assert "Please try that once more" in response.content.decode()


@pytest.mark.parametrize("where", ["/elsewhere/", "/accounts/login/", "/admin/login/"])
def test_pages_elsewhere_show_nothing_of_what_was_sent(where: str, strict_client: Client) -> None:
    page = send(strict_client, where, Origin="http://testserver")
    assert page.status_code == 403
    assert "What I typed" not in page.content.decode()


def test_a_form_without_words_gets_the_plain_page(strict_client: Client) -> None:
    page = strict_client.post(
        PAGE, {"base": "f" * 40, "priority": "high"}, headers={"Origin": "http://testserver"}
    )
    assert "Please try that once more" in page.content.decode()


def test_htmx_puts_the_page_where_it_can_be_seen(strict_client: Client) -> None:
    response = strict_client.post(
        PAGE, {"text": TEXT}, headers={"Origin": "http://testserver", "HX-Request": "true"}
    )
    assert (response.status_code, response["HX-Retarget"]) == (200, "#main")
    assert "Send again" in response.content.decode()


def test_who_is_signed_out_is_told_to_sign_in_before_sending_again(
    strict_client: Client, ada: User
) -> None:
    strict_client.logout()
    signed_out = send(strict_client, Origin="http://testserver").content.decode()
    assert "You have been signed out" in signed_out
    assert "Sign in, in a new tab" in signed_out
    strict_client.force_login(ada)
    signed_in = send(strict_client, Origin="http://testserver").content.decode()
    assert "You have signed in again" in signed_in
    assert "Sign in, in a new tab" not in signed_in


def test_both_pages_keep_to_the_content_policy(strict_client: Client) -> None:
    for headers in ({"Origin": "http://testserver"}, {}):
        page = send(strict_client, **headers).content.decode()
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)", page)


# The real forms


def test_the_text_of_a_new_project_comes_back_to_its_founder(
    ada: User, client_of_ada: Client
) -> None:
    where = reverse("project_new")
    client_of_ada.post(where, {"name": "Kept", "idea": "An idea that was typed for an hour"})
    sign_in(client_of_ada, ada, where)
    page = client_of_ada.get(where).content.decode()
    assert "An idea that was typed for an hour" in page
    assert "This is not saved yet." in page
    assert not Project.objects.exists()
