"""What a deployed configuration needs: each case is a process of its own, with an environment of its own."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from django.conf import settings

from cofounder.settings import WORKERS, queue_storage

DEPLOYED = {
    "PATH": os.environ["PATH"],
    "DEBUG": "off",
    "SECRET_KEY": "k9" * 30 + "aVeryLongAndRandomText",
    "ALLOWED_HOSTS": "cofounder.example",
}


def check(*options: str, **changes: str | None) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in {**DEPLOYED, **changes}.items() if value is not None}
    command = [sys.executable, "manage.py", "check", *options]
    return subprocess.run(command, cwd=settings.BASE_DIR, env=environment, capture_output=True, text=True, check=False)


def test_a_complete_configuration_passes_the_deployment_check() -> None:
    result = check("--deploy", "--fail-level", "WARNING")
    assert result.returncode == 0, result.stderr
    assert "no issues" in result.stdout


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"SECRET_KEY": ""}, "Set SECRET_KEY"),
        ({"ALLOWED_HOSTS": ""}, "Set ALLOWED_HOSTS"),
        ({"DATABASE_URL": "mysql://localhost/x"}, "DATABASE_URL must begin with"),
        ({"QUEUE_URL": "rabbit://localhost"}, "QUEUE_URL is 'rabbit://localhost'"),
        ({"QUEUE_URL": "postgres"}, "with a PostgreSQL DATABASE_URL"),
        ({"WORKERS": "0"}, "WORKERS is 0"),
        ({"FOUNDER_DAY_BUDGET_USD": "nan"}, "FOUNDER_DAY_BUDGET_USD is 'nan'"),
        ({"EMAIL_VERIFICATION": "never"}, "EMAIL_VERIFICATION is 'never'"),
        ({"RUNNER": "typewriter"}, "There is no runner called 'typewriter'"),
        ({"RUNNER": "llm"}, "Set LLM_MODEL"),
        ({"LLM_MODEL": "anthropic:x"}, "Set ANTHROPIC_API_KEY"),
        ({"LLM_BUDGET_USD": "much"}, "LLM_BUDGET_USD is 'much'"),
    ],
)
def test_what_is_missing_or_wrong_is_said_in_a_sentence(changes: dict[str, str], sentence: str) -> None:
    result = check(**changes)
    assert result.returncode != 0
    assert sentence in result.stderr


def test_a_check_loads_no_language_model_library() -> None:
    script = (
        "import sys, django; django.setup(); from django.core.management import call_command; call_command('check');"
        "print([name for name in ('pydantic_ai', 'openai', 'anthropic') if name in sys.modules])"
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
    assert queue_storage("redis://host:6379/0")["url"] == f"redis://host:6379/0?max_connections={WORKERS + 20}"
    assert queue_storage("redis://host/0?a=b")["url"].startswith("redis://host/0?a=b&max_connections=")
    assert queue_storage("redis://host/0?max_connections=9")["url"] == "redis://host/0?max_connections=9"
