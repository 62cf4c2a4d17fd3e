from __future__ import annotations

import os
from collections.abc import Generator, Iterable

import pytest
from django.core.cache import caches
from django.test import Client, SimpleTestCase
from django.utils.translation import deactivate
from hypothesis import HealthCheck, settings

from artifacts import tasks
from artifacts.generation import shutdown, writer
from artifacts.generation.leases import Heartbeat
from artifacts.models import Project, User
from artifacts.tests.browser import chromium
from artifacts.tests.support.collecting import import_share, searching_no_garbage
from artifacts.tests.support.emptying import delete_instead_of_truncate
from artifacts.tests.support.factories import make_project, make_user
from artifacts.tests.support.recorded import RECORDINGS, Compare, Recording
from artifacts.tiers import Tier

# How long an example takes is no business of a test, least of all on a busy machine.
settings.register_profile(
    "suite", deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("suite")

DATABASE_FIXTURES = {"db", "transactional_db", "live_server"}


def pytest_configure(config: pytest.Config) -> None:
    delete_instead_of_truncate()
    if config.getoption("record") and hasattr(config, "workerinput"):
        raise pytest.UsageError("--record writes files, so run it in one process, without -n.")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--database-only", action="store_true", help="leave out the tests that ask no database"
    )
    parser.addoption(
        "--record",
        action="store_true",
        help="write what the product says now into the files that tests compare it with",
    )


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """One more than there are processors: some tests wait for other processes most of the time."""
    return len(os.sched_getaffinity(0)) + 1


@pytest.hookimpl(wrapper=True)
def pytest_collection(session: pytest.Session) -> Generator[None, object, object]:
    with searching_no_garbage():
        import_share(session.config)
        return (yield)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On a second database, what asks none, or asks the same as another test, would only say the
    same again.
    """
    if not config.getoption("--database-only"):
        return
    wanted = [item for item in items if _asks_a_database(item) and not _says_the_same(item)]
    config.hook.pytest_deselected(items=list(set(items).difference(wanted)))
    items[:] = wanted


def _says_the_same(item: pytest.Item) -> bool:
    """Whether the same is done on the other database, or in a window of the usual size with
    JavaScript, too.
    """
    if item.get_closest_marker("one_database"):
        return True
    window = item.callspec.params if hasattr(item, "callspec") else {}
    return window.get("js") is False or window.get("size") == "phone"


def _asks_a_database(item: pytest.Item) -> bool:
    fixtures = set(getattr(item, "fixturenames", ()))
    is_test_case = issubclass(getattr(item, "cls", None) or object, SimpleTestCase)
    return bool(
        item.get_closest_marker("django_db") or fixtures & DATABASE_FIXTURES or is_test_case
    )


def pytest_sessionfinish() -> None:
    for recording in RECORDINGS:
        recording.write()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if chromium.is_switched_off():
        terminalreporter.section(chromium.OFF, red=True, bold=True)


@pytest.fixture(autouse=True)
def _empty_cache() -> None:
    """Estimates and rate limits of one test are not those of another."""
    for cache in caches.all():
        cache.clear()


@pytest.fixture(autouse=True)
def _usual_language() -> None:
    """A request leaves its language behind in the thread, where what is rendered without a request
    would find it.
    """
    deactivate()


@pytest.fixture(autouse=True)
def heartbeat(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Heartbeat:
    """A heartbeat of another thread looks for a test's documents from outside of its transaction,
    and takes them for lost: that of another test, or its own if the test is slow.
    """
    own = Heartbeat() if _commits(request) else Heartbeat(A_LONG_WHILE_SECONDS)
    for module in (shutdown, tasks, writer):
        monkeypatch.setattr(module, "heartbeat", own)
    return own


A_LONG_WHILE_SECONDS = 600.0


def _commits(request: pytest.FixtureRequest) -> bool:
    """Whether other connections see what a test stores."""
    marker = request.node.get_closest_marker("django_db")
    return "transactional_db" in request.fixturenames or bool(
        marker and marker.kwargs.get("transaction")
    )


@pytest.fixture
def recorded(request: pytest.FixtureRequest) -> Compare:
    """Hold lines against those that a file has below a heading, or record them with --record."""

    def compare(recording: Recording, heading: str, lines: Iterable[str]) -> None:
        told = list(lines)
        if request.config.getoption("record"):
            recording.record(heading, told)
        assert told == recording.lines(heading)

    return compare


@pytest.fixture
def founder(db: None) -> User:
    return make_user(Tier.PARTNER)


@pytest.fixture
def stranger(db: None) -> User:
    return make_user(Tier.CTO_SCALE)


@pytest.fixture
def project(founder: User) -> Project:
    return make_project(founder)


@pytest.fixture
def written_project(founder: User) -> Project:
    return make_project(founder, written=True)


@pytest.fixture
def founder_client(founder: User) -> Client:
    client = Client()
    client.force_login(founder)
    return client


@pytest.fixture
def stranger_client(stranger: User) -> Client:
    client = Client()
    client.force_login(stranger)
    return client
