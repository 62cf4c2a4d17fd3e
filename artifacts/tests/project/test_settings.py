"""What a deployed configuration needs: each case is a process of its own, with an environment of
its own.

Most are forked from one that has loaded what does not depend on settings.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest
from django.conf import settings

from artifacts.tests.support.forks import Forks
from cofounder.queue_storage import queue_storage

DEPLOYED = {
    "PATH": os.environ["PATH"],
    "DEBUG": "off",
    "SECRET_KEY": "k9" * 30 + "aVeryLongAndRandomText",
    "ALLOWED_HOSTS": "cofounder.example",
}


Check = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="module")
def forks() -> Iterator[Forks]:
    forks = Forks(
        "django.core.management.commands.check",
        "cofounder.environment",
        "artifacts.checker.rules",
        "artifacts.importing",
        "artifacts.runners",
        "django.views.generic",
        "django_stubs_ext.patch",
    )
    yield forks
    forks.close()


@pytest.fixture
def check(forks: Forks) -> Check:
    def run(*options: str, **changes: str | None) -> subprocess.CompletedProcess[str]:
        environment = {
            name: value for name, value in {**DEPLOYED, **changes}.items() if value is not None
        }
        return forks.manage("check", *options, environment=environment)

    return run


def test_a_complete_configuration_passes_the_deployment_check() -> None:
    result = subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
        cwd=settings.BASE_DIR,
        env=DEPLOYED,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    assert "no issues" in result.stdout


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"SECRET_KEY": ""}, "Set SECRET_KEY"),
        ({"ALLOWED_HOSTS": ""}, "Set ALLOWED_HOSTS"),
        ({"DATABASE_URL": "mysql://localhost/x"}, "DATABASE_URL must begin with"),
        ({"QUEUE_URL": "rabbit://localhost"}, "QUEUE_URL cannot be understood; use sqlite:///path"),
        ({"QUEUE_URL": ""}, "QUEUE_URL is empty; use sqlite:///path"),
        ({"QUEUE_URL": "postgres"}, "with a PostgreSQL DATABASE_URL"),
        ({"WORKERS": "0"}, "WORKERS is '0'; it must be 1 or more"),
        ({"WORKERS": "many"}, "WORKERS is 'many'; it must be a whole number"),
        ({"HTTPS": "ture"}, "HTTPS is 'ture'; use on or off"),
        ({"BEHIND_PROXY": "on # yes"}, "BEHIND_PROXY is 'on # yes'; use on or off"),
        ({"DATABASE_URL": ""}, "DATABASE_URL is empty; use postgres://"),
        (
            {"DATABASE_URL": "postgres://user:hidden@host:port/name"},
            "DATABASE_URL cannot be understood; use",
        ),
        ({"DATABASE_URL": "sqlite://db.sqlite3"}, "DATABASE_URL cannot be understood; use"),
        ({"CACHE_URL": ""}, "CACHE_URL is empty; use rediscache://"),
        ({"EMAIL_URL": "pigeon://host"}, "EMAIL_URL cannot be understood; use smtp+tls://"),
        ({"LOG_LEVEL": "LOUD"}, "LOG_LEVEL is 'LOUD'; use one of: INFO, DEBUG"),
        ({"FOUNDER_DAY_BUDGET_USD": "nan"}, "FOUNDER_DAY_BUDGET_USD is 'nan'"),
        ({"EMAIL_VERIFICATION": "never"}, "EMAIL_VERIFICATION is 'never'"),
        ({"RUNNER": "typewriter"}, "There is no runner called 'typewriter'"),
        ({"RUNNER": "llm"}, "Set LLM_MODEL"),
        ({"LLM_MODEL": "anthropic:x"}, "Set ANTHROPIC_API_KEY"),
        ({"LLM_BUDGET_USD": "much"}, "LLM_BUDGET_USD is 'much'"),
    ],
)
def test_what_is_missing_or_wrong_is_said_in_a_sentence(
    check: Check, changes: dict[str, str], sentence: str
) -> None:
    result = check(**changes)
    assert result.returncode != 0
    assert sentence in result.stderr
    assert "Traceback" not in result.stderr
    assert "hidden" not in result.stderr


def test_settings_that_are_empty_count_as_not_set(check: Check) -> None:
    names = ("WORKERS", "LOG_LEVEL", "HTTPS", "LLM_TEMPERATURE", "RUNNER", "HSTS_SECONDS")
    assert check("--deploy", "--fail-level", "WARNING", **dict.fromkeys(names, "")).returncode == 0


def test_a_key_that_begins_with_a_dollar_is_a_key_like_any_other(check: Check) -> None:
    result = check("--deploy", "--fail-level", "WARNING", SECRET_KEY="$" + DEPLOYED["SECRET_KEY"])
    assert result.returncode == 0, result.stderr


def test_a_check_loads_no_language_model_library() -> None:
    script = (
        "import sys, django; django.setup(); from django.core.management import call_command;"
        " call_command('check');print([name for name in ('pydantic_ai', 'openai', 'anthropic') if"
        " name in sys.modules])"
    )
    model = {"LLM_MODEL": "anthropic:x", "ANTHROPIC_API_KEY": "x", "LLM_BUDGET_USD": "1"}
    environment = {**DEPLOYED, **model, "DJANGO_SETTINGS_MODULE": "cofounder.settings"}
    result = subprocess.run(
        [sys.executable, "-c", script],
        cwd=settings.BASE_DIR,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert result.stdout.splitlines()[-1] == "[]"


def test_a_redis_queue_has_a_connection_for_every_worker_thread() -> None:
    def address(url: str) -> object:
        return queue_storage(url, workers=16, database={})["url"]

    assert address("redis://host:6379/0") == "redis://host:6379/0?max_connections=36"
    assert address("redis://host/0?a=b") == "redis://host/0?a=b&max_connections=36"
    assert address("redis://host/0?max_connections=9") == "redis://host/0?max_connections=9"
