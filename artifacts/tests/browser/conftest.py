"""A real Chromium against a real server, and a writer that goes on when the test says so."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    Response,
    ViewportSize,
    expect,
    sync_playwright,
)

from artifacts.generation.claims import Claim
from artifacts.generation.writer import write_claim
from artifacts.interview.questions import ProjectInput
from artifacts.models import Project, User
from artifacts.runners.base import WriteRequest, WriteResult
from artifacts.runners.fake import RunnerFake
from artifacts.schemas import ArtifactType, Contents
from artifacts.tests.browser import chromium
from artifacts.tests.support import signing
from artifacts.tests.support.factories import PASSWORD, make_project, make_user
from artifacts.tiers import Tier

SIZES: dict[str, ViewportSize] = {
    "desktop": {"width": 1280, "height": 800},
    "phone": {"width": 390, "height": 844},
}

PATIENCE_MS = 20_000
"""How long a page may take on a busy machine before a test gives up."""

expect.set_options(timeout=PATIENCE_MS)

PARTS_OF_A_PAGE = {"stylesheet", "script", "font", "image"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "/browser/" in item.path.as_posix():
            item.add_marker(pytest.mark.browser)
            if chromium.is_switched_off():
                item.add_marker(pytest.mark.skip(reason=chromium.OFF))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium.find()
    if path is None:
        pytest.fail(chromium.MISSING)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=chromium.ARGUMENTS)
        yield browser
        browser.close()


@dataclass
class Writer:
    """The worker of a browser test: a thread for each cascade, which asks before each document."""

    is_free: bool = True
    allowed: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))
    threads: list[threading.Thread] = field(default_factory=list)

    def deliver(self, cascade: Claim) -> None:
        thread = threading.Thread(target=self._run, args=[cascade], daemon=True)
        self.threads.append(thread)
        thread.start()

    def hold(self) -> None:
        """Write nothing from now on until `write` or `finish`."""
        self.is_free = False

    def write(self, documents: int = 1) -> None:
        self.allowed.release(documents)

    def finish(self) -> None:
        self.is_free = True
        self.allowed.release(100)
        for thread in self.threads:
            thread.join(timeout=30)

    def _run(self, cascade: Claim) -> None:
        try:
            write_claim(cascade, runner=_AskingRunner(self))
        finally:
            connection.close()


class _AskingRunner:
    name = "fake"

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._runner = RunnerFake()

    def write(
        self,
        project: ProjectInput,
        artifact_type: ArtifactType,
        earlier: Contents,
        order: WriteRequest,
    ) -> WriteResult:
        if not self._writer.is_free:
            self._writer.allowed.acquire(timeout=60)
        return self._runner.write(project, artifact_type, earlier, order)


@pytest.fixture
def writer(monkeypatch: pytest.MonkeyPatch) -> Iterator[Writer]:
    writer = Writer()
    monkeypatch.setattr("artifacts.tasks.deliver", writer.deliver)
    yield writer
    writer.finish()


@pytest.fixture
def site(django_db_setup: None, live_server: Any, writer: Writer) -> str:
    """The address of the running product.

    The database is first, so that the server does not share its connection.
    """
    return str(live_server.url)


@pytest.fixture
def open_page(browser: Browser, site: str) -> Iterator[Callable[..., Page]]:
    """Open pages in contexts of their own; whatever goes wrong in one of them fails the test."""
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def open_one(
        size: str = "desktop", *, js: bool = True, dark: bool = False, **options: Any
    ) -> Page:
        context = browser.new_context(
            base_url=site,
            viewport=SIZES[size],
            java_script_enabled=js,
            color_scheme="dark" if dark else "light",
            locale="en-GB",
            reduced_motion="reduce",
            **options,
        )
        context.set_default_timeout(PATIENCE_MS)
        context.on("weberror", lambda error: faults.append(f"error in a script: {error.error}"))
        context.on("console", lambda message: faults.extend(_complaints(message)))
        context.on("response", lambda response: faults.extend(_bad_answers(response, site)))
        context.on("requestfailed", lambda request: faults.extend(_lost_requests(request)))
        contexts.append(context)
        return context.new_page()

    yield open_one
    for context in contexts:
        context.close()
    assert faults == []


def _complaints(message: ConsoleMessage) -> list[str]:
    """What the console calls an error, a breach of the Content-Security-Policy among them."""
    # A refused form is answered with 409 or 422, which the console calls an error too.
    is_answer = "responded with a status of 4" in message.text
    return [f"console: {message.text}"] if message.type == "error" and not is_answer else []


def _bad_answers(response: Response, site: str) -> list[str]:
    """Refusing is good manners for a page, but not for a style, a script, a font or a picture of
    ours.
    """
    is_bad = response.status >= (400 if response.request.resource_type in PARTS_OF_A_PAGE else 500)
    is_foreign = not response.url.startswith((site, "data:", "blob:"))
    return [f"{response.status}: {response.url}"] if is_bad or is_foreign else []


def _lost_requests(request: Request) -> list[str]:
    # What was under way when the reader went on to the next page is aborted by the browser itself.
    is_left = request.failure == "net::ERR_ABORTED"
    return [] if is_left else [f"{request.failure}: {request.url}"]


@pytest.fixture
def founder(transactional_db: None) -> User:
    return make_user(Tier.PARTNER, email="ana@example.com", password=PASSWORD)


@pytest.fixture
def written(founder: User) -> Project:
    return make_project(
        founder, written=True, target_user="Owners of small shops", problem="They count on paper"
    )


def sign_in(page: Page, user: User) -> None:
    """Sign in, and open the page that follows.

    The form is sent without the browser, which would load two pages more for each test. Tests of
    signing in fill it in themselves.
    """
    client = Client()
    answer = signing.sign_in(client, user.email)
    assert answer.status_code == 302
    page.context.add_cookies(
        [
            {"name": name, "value": cookie.value, "domain": "localhost", "path": "/"}
            for name, cookie in client.cookies.items()
        ]
    )
    page.goto(answer["Location"])
