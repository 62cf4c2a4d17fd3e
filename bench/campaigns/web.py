"""A web server of its own process that is killed while a founder sends edits to it."""

from __future__ import annotations

import http.client
import os
import random
import re
import socket
import subprocess
import sys
import threading
import time
from urllib.parse import urlencode

from django.conf import settings
from django.db import connection
from django.urls import reverse

from artifacts.schemas import ArtifactType
from artifacts.tests.support import children
from bench.campaigns.scenes import Scene

SECTION = "problem_statement"
EDITS = 12


def start_web(port: int) -> subprocess.Popen[str]:
    """Start the web server that docs/operations.md names, with one process."""
    database_url = vars(children)["_database_url"]()
    server = subprocess.Popen(
        [
            sys.executable, "-m", "granian", "--interface", "wsgi", "--workers", "1",
            "--blocking-threads", "4", "--host", "127.0.0.1", "--port", str(port),
            "--no-access-log", "--log-level", "critical", "cofounder.wsgi:application",
        ],
        cwd=settings.BASE_DIR,
        env={
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "artifacts.tests.settings",
            "TEST_RUN_DATABASE_URL": database_url,
            "LOG_LEVEL": "CRITICAL",
        },
        stdout=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    )  # fmt: skip
    for _ in range(600):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return server
        except OSError:
            time.sleep(0.1)
    raise TimeoutError("the web server does not start")


def edit_until_killed(stage: Scene, session: str, rng: random.Random) -> None:
    """Send one edit after the other; kill the server in the middle of one of them.

    What was answered with the section's page is stored; of the one that was cut off nobody knows,
    but it is there whole or not at all.
    """
    if stage.row(ArtifactType.BRIEF).content is None:
        stage.finish(stage.claim())
        stage.versions = {row.type: row.version_number for row in stage.rows()}
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = start_web(port)
    address = reverse("section_edit", args=[stage.project.pk, "brief", SECTION])
    last, doubtful = rng.randint(2, EDITS), ""
    try:
        for number in range(EDITS):
            text = f"Founder {rng.getrandbits(48):x}"
            if number == last:
                delay = rng.random() * 0.15
                threading.Timer(delay, os.killpg, (server.pid, 9)).start()
            if not _edit(port, session, address, text):
                doubtful = text
                break
            _remember(stage, text)
    finally:
        server.kill()
        server.wait()
    connection.close()
    _settle(stage, doubtful)


def _edit(port: int, session: str, address: str, text: str) -> bool:
    """Open the form and send it; False if the server died over it."""
    try:
        browser = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        browser.request("GET", address, headers={"Cookie": f"sessionid={session}"})
        answer = browser.getresponse()
        page = answer.read().decode()
        cookies = [value for name, value in answer.getheaders() if name.lower() == "set-cookie"]
        csrf = next(one for one in cookies if one.startswith("csrftoken")).split(";")[0]
        hidden = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page))
        body = urlencode({**hidden, SECTION: text})
        headers = {
            "Cookie": f"sessionid={session}; {csrf}",
            "Content-Type": "application/x-www-form-urlencoded",
            "Referer": f"http://127.0.0.1:{port}/",
        }
        browser.request("POST", address, body, headers)
        answer = browser.getresponse()
        answer.read()
    except (OSError, http.client.HTTPException):
        return False
    if answer.status != 302:
        raise AssertionError(f"an edit was answered with {answer.status}")
    return True


def _remember(stage: Scene, text: str) -> None:
    for old in [old for old, t in stage.texts.items() if t is ArtifactType.BRIEF]:
        if old not in str(stage.row(ArtifactType.BRIEF).current_content):
            del stage.texts[old]  # written over by the founder themselves
    stage.texts[text] = ArtifactType.BRIEF


def _settle(stage: Scene, doubtful: str) -> None:
    """See whether the edit that was cut off is there."""
    now = str(stage.row(ArtifactType.BRIEF).current_content)
    if doubtful and doubtful in now:
        _remember(stage, doubtful)
