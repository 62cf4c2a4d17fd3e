"""What it costs to start: `manage.py check` beside an empty Python, and that no language-model
library is loaded.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

from bench.builds import ROOT
from bench.databases import fresh

MODEL_LIBRARIES = ("pydantic_ai", "openai", "anthropic")


def run() -> None:
    print("\nStart")
    with fresh("SQLite") as database:
        check = _median([sys.executable, "manage.py", "check"], database.environment)
        empty = _median([sys.executable, "-c", "pass"], database.environment)
        script = (
            "import sys, django; from django.core.management import call_command;"
            " django.setup();call_command('check', verbosity=0); print([m for m in"
            f" {MODEL_LIBRARIES!r} if m in sys.modules])"
        )
        environment = {**database.environment, "DJANGO_SETTINGS_MODULE": "cofounder.settings"}
        loaded = subprocess.run(
            [sys.executable, "-c", script],
            cwd=ROOT,
            env=environment,
            check=True,
            capture_output=True,
            text=True,
        ).stdout.strip()
    print(
        f"manage.py check {check:.2f} s, empty Python {empty:.2f} s; language-model libraries"
        f" loaded: {loaded}"
    )


def _median(command: list[str], environment: dict[str, str]) -> float:
    seconds = []
    for _ in range(5):
        began = time.perf_counter()
        subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
        seconds.append(time.perf_counter() - began)
    return statistics.median(seconds)
