"""A command imports little, a process that serves everything before it begins."""

from __future__ import annotations

import os
import subprocess
import sys
from types import SimpleNamespace

import pytest
from allauth.mfa import urls as mfa_urls
from django.conf import settings
from django.test import RequestFactory
from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import RoutePattern

from artifacts.checks import check_views
from artifacts.tasks import StoppableConsumer
from cofounder import second_factor_urls
from cofounder.late_views import LateView, LateViews
from cofounder.loading import LATE, late_views, load_views

HEAVY = (
    "artifacts.checker.claims",
    "artifacts.checker.comparisons",
    "artifacts.checker.cues",
    "artifacts.checker.rules",
    "artifacts.exporters.package",
    "artifacts.facts.grammar.scanner",
    "artifacts.facts.reading.context",
    "artifacts.importing",
    "artifacts.runners.offline.story",
    "artifacts.views.documents",
    "babel",
    "fido2",
)
"""What takes the most time to import: of each package the module that leads to all others."""

CHECK = "from django.core.management import call_command; call_command('check', verbosity=0)"
SIGN_IN = "from django.test import Client; Client().get('/accounts/login/', secure=True)"
WEB = "import cofounder.wsgi"


def imported(code: str) -> set[str]:
    """Return the modules of a process that has run `code`."""
    environment = {
        **os.environ,
        "DEBUG": "on",
        "DJANGO_SETTINGS_MODULE": "cofounder.settings",
        "DATABASE_URL": "sqlite:///:memory:",
        "QUEUE_URL": "memory",
    }
    show = "import sys; print('\\n'.join(['modules:', *sys.modules]))"
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\n{show}"],
        cwd=settings.BASE_DIR,
        env=environment,
        capture_output=True,
        check=True,
        text=True,
    )
    return set(done.stdout.partition("modules:\n")[2].split())


@pytest.mark.parametrize("act", [CHECK, SIGN_IN], ids=["check", "sign-in page"])
def test_a_command_and_a_first_page_import_nothing_heavy(act: str) -> None:
    found = imported(f"import django; django.setup()\n{act}")
    assert "artifacts.models.artifact" in found
    assert found.isdisjoint(HEAVY)


def test_a_web_process_has_everything_before_it_serves() -> None:
    assert set(HEAVY) | set(LATE) <= imported(WEB)


def test_no_page_imports_a_module_of_ours_later() -> None:
    pages = "".join(
        f"\nclient.get({path!r}, secure=True)"
        for path in ("/", "/accounts/login/", "/accounts/signup/", "/pricing/", "/projects/")
    )
    before = imported(WEB)
    later = imported(f"{WEB}\nfrom django.test import Client\nclient = Client(){pages}") - before
    assert {name for name in later if name.partition(".")[0] in {"artifacts", "cofounder"}} == set()


def test_a_worker_loads_all_and_settles_before_its_first_task(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    done: list[str] = []
    monkeypatch.setattr("artifacts.tasks.load_late", lambda: done.append("loaded"))
    monkeypatch.setattr("artifacts.tasks.settle", lambda: done.append("settled"))
    monkeypatch.setattr("huey.consumer.Consumer.start", lambda _: done.append("started"))
    StoppableConsumer.start(object.__new__(StoppableConsumer))
    assert done == ["loaded", "settled", "started"]


def test_every_late_view_is_one() -> None:
    load_views()
    found = list(late_views(get_resolver().url_patterns))
    assert len(found) > 100
    assert all(callable(late.view) for late in found)


def test_a_late_view_answers_and_is_guarded_as_the_view_is() -> None:
    robots = LateViews("artifacts.views.public_texts").robots
    assert robots(RequestFactory().get("/robots.txt")).status_code == 200
    assert not robots.csrf_exempt
    assert LateView("artifacts.views.answers", "weekly_answer").csrf_exempt


def test_an_address_of_no_view_is_found_when_a_web_process_starts() -> None:
    with pytest.raises(AttributeError, match="no_such_view"):
        LateViews("artifacts.views.search").no_such_view.view  # noqa: B018


def test_an_address_of_no_view_is_told_by_the_checks_of_a_deployment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert check_views() == []
    missing = URLPattern(RoutePattern("none/"), LateViews("artifacts.views.search").no_such_view)
    monkeypatch.setattr(
        "cofounder.loading.get_resolver", lambda: SimpleNamespace(url_patterns=[missing])
    )
    [told] = check_views()
    assert told.id == "artifacts.E004"
    assert "no_such_view" in told.msg


def test_addresses_of_second_factors_are_those_of_allauth() -> None:
    assert addresses(second_factor_urls.urlpatterns) == addresses(mfa_urls.urlpatterns)


def addresses(
    patterns: list[URLPattern] | list[URLPattern | URLResolver], before: str = ""
) -> dict[str, tuple[str | None, object]]:
    """Return the name and the view of each address."""
    found: dict[str, tuple[str | None, object]] = {}
    for pattern in patterns:
        address = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            found |= addresses(pattern.url_patterns, address)
        else:
            view = pattern.callback
            found[address] = pattern.name, view.view if isinstance(view, LateView) else view
    return found
