"""What docs/deploy holds fits the product, and a web server that is told to stop loses no
request.
"""

from __future__ import annotations

import configparser
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.conf import settings

FOLDER = Path(settings.BASE_DIR) / "docs" / "deploy"
README = (Path(settings.BASE_DIR) / "README.md").read_text()
SERVICES = ("web", "worker", "migrate", "postgres", "redis")


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((FOLDER / "compose.yaml").read_text())
    return loaded


def unit(name: str) -> configparser.SectionProxy:
    parser = configparser.RawConfigParser(strict=False)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(FOLDER / f"cofounder-{name}.service")
    return parser["Service"]


def variables() -> Iterator[tuple[str, str]]:
    """Yield every variable of ours that a file of the folder sets, with the name of the file."""
    for path in sorted(FOLDER.iterdir()):
        for name in re.findall(
            r"^\s*(?:Environment=)?([A-Z][A-Z_]{5,})[=:]", path.read_text(), re.MULTILINE
        ):
            yield path.name, name


def test_every_variable_is_one_of_the_product() -> None:
    theirs = {"POSTGRES_PASSWORD", "POSTGRES_USER", "POSTGRES_DB", "MALLOC_ARENA_MAX"}
    found = set(variables())
    assert {"DATABASE_URL", "METRICS_FOLDER", "SECRET_KEY"} <= {name for _, name in found}
    assert [
        (file, name) for file, name in found if name not in theirs and f"`{name}`" not in README
    ] == []


def test_containers_run_without_rights_and_on_a_file_system_that_cannot_be_written(
    compose: dict[str, Any],
) -> None:
    assert set(compose["services"]) == set(SERVICES)
    for name in ("web", "worker", "migrate"):
        service = compose["services"][name]
        assert service["read_only"]
        assert service["cap_drop"] == ["ALL"]
        assert service["build"]["dockerfile"] == "docs/deploy/Containerfile"
    container = (FOLDER / "Containerfile").read_text()
    assert re.search(r"^USER 10001$", container, re.MULTILINE)
    for source in re.findall(r"^COPY (?!--)(.+) \S+$", container, re.MULTILINE):
        assert all((Path(settings.BASE_DIR) / name).exists() for name in source.split())


def test_nothing_starts_before_the_tables_are_there(compose: dict[str, Any]) -> None:
    for name in ("web", "worker"):
        needs = compose["services"][name]["depends_on"]
        assert needs["migrate"]["condition"] == "service_completed_successfully"


def test_everybody_gives_a_worker_time_to_hand_over_what_it_writes(compose: dict[str, Any]) -> None:
    longest = settings.SHUTDOWN_SECONDS + 5
    assert int(compose["services"]["worker"]["stop_grace_period"].removesuffix("s")) > longest
    assert int(unit("worker")["TimeoutStopSec"]) > longest


def test_all_start_the_web_server_alike(compose: dict[str, Any]) -> None:
    procfile = (FOLDER / "Procfile").read_text()
    container = re.sub(
        r'[",\\\[\]]|CMD', "", (FOLDER / "Containerfile").read_text().rpartition("\nCMD")[2]
    )
    documented = (Path(settings.BASE_DIR) / "docs" / "operations.md").read_text()
    for text in (procfile, unit("web")["ExecStart"], " ".join(container.split())):
        for option in (
            "--interface wsgi",
            "--workers 2",
            "--blocking-threads 16",
            "--workers-kill-timeout 30",
            "cofounder.wsgi:application",
        ):
            assert option in text
            assert option in documented


# Graceful stop


@pytest.fixture
def web(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """The web server as a deployment runs it, with a page that takes a second."""
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    (tmp_path / "slow_wsgi.py").write_text(
        "import time\n"
        "from cofounder.wsgi import application as product\n"
        "def application(environ, start_response):\n"
        "    if environ['PATH_INFO'] == '/robots.txt':\n"
        "        time.sleep(1)\n"
        "    return product(environ, start_response)\n"
    )
    server = subprocess.Popen(
        [
            *(
                sys.executable,
                "-m",
                "granian",
                "--interface",
                "wsgi",
                "--workers",
                "2",
                "--blocking-threads",
                "16",
                "--workers-kill-timeout",
                "30",
            ),
            *("--port", str(port), "--no-ws", "slow_wsgi:application"),
        ],
        cwd=settings.BASE_DIR,
        env={
            "PATH": os.environ["PATH"],
            "PYTHONPATH": f"{tmp_path}{os.pathsep}{settings.BASE_DIR}",
            "DEBUG": "on",
            "DATABASE_URL": f"sqlite:///{tmp_path}/db.sqlite3",
            "QUEUE_URL": "memory",
        },
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    _wait_for(f"{address}/healthz")
    yield server, address
    server.kill()
    server.wait()


def _wait_for(url: str) -> None:
    for _ in range(600):
        try:
            with urllib.request.urlopen(url, timeout=5):
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError("it did not start")


def test_a_web_server_that_is_told_to_stop_answers_what_it_has_begun(
    web: tuple[subprocess.Popen[bytes], str],
) -> None:
    server, address = web
    answers: list[int] = []

    def ask() -> None:
        with urllib.request.urlopen(f"{address}/robots.txt", timeout=60) as response:
            answers.append(response.status)

    threads = [threading.Thread(target=ask) for _ in range(12)]
    for thread in threads:
        thread.start()
    time.sleep(0.5)
    server.send_signal(signal.SIGTERM)
    for thread in threads:
        thread.join()
    assert answers == [200] * 12
    assert server.wait(timeout=60) == 0
