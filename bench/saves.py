"""What it costs to save a document so that its version before is kept, beside an UPDATE of two
columns through the ORM, and beside django-reversion, django-simple-history and Wagtail.

All take turns, round by round, on PostgreSQL, with a document of the same size. A save is told by
its share of the UPDATE's rate in the same round and process. The peers run in their own environment
(`make bench-peers`), which has no part of the product.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from typing import Any

from bench.databases import fresh
from bench.turns import Child, answer_rounds

SAVES = 150
ROUNDS = 7
BARE = "UPDATE of two columns"
OURS = "this build, new version"
STORE = "this build, the whole store"
PEERS = {
    "django-reversion": "reversion",
    "django-simple-history": "simple_history",
    "Wagtail": "wagtail",
}
DOCUMENT = {"text": "x" * 3200}

Saves = dict[str, Callable[[int], Any]]
"""What is measured, by its name; each saves the version with that number."""


def run(*, rounds: int = ROUNDS, saves: int = SAVES) -> dict[str, float]:
    """Print and return each save's share of the rate of the UPDATE beside it, medians of rounds."""
    print("\nA save that keeps the version before, beside an UPDATE of two columns (PostgreSQL)")
    print(f"{'':<30}{'saves/s':>9}{'of the UPDATE (least-most)':>30}{'CPU ms':>9}")
    shares: dict[str, list[float]] = {}
    told: dict[str, list[tuple[float, float]]] = {}
    with ExitStack() as stack:
        children = [
            stack.enter_context(Child(stack.enter_context(fresh("PostgreSQL", **more)), command))
            for command, more in _contenders(saves)
        ]
        for _ in range(rounds):
            for child in children:
                found = child.round()
                bare = found[BARE][0]
                for name, (rate, cpu) in found.items():
                    shares.setdefault(name, []).append(rate / bare)
                    told.setdefault(name, []).append((rate, cpu))
    for name, all_ in shares.items():
        rate, cpu = (statistics.median(column) for column in zip(*told[name], strict=True))
        share = f"{statistics.median(all_):.2f} ({min(all_):.2f}-{max(all_):.2f})"
        print(f"{name:<30}{rate:>9.0f}{share:>30}{cpu:>9.2f}")
    return {name: statistics.median(all_) for name, all_ in shares.items()}


def _contenders(saves: int) -> list[tuple[list[str], dict[str, Any]]]:
    from bench.peers import PYTHON

    found: list[tuple[list[str], dict[str, Any]]] = [
        ([sys.executable, "-m", "bench.saves", "ours", str(saves)], {})
    ]
    if not PYTHON.exists():
        print("(django-reversion and others are not installed: make bench-peers)")
        return found
    for name, module in PEERS.items():
        there = subprocess.run(
            [str(PYTHON), "-c", f"import {module}"], capture_output=True, check=False
        )
        if there.returncode:
            print(f"({name} cannot be measured here: make bench-peers)")
            return found
    command = [str(PYTHON), "-m", "bench.saves", "peers", str(saves)]
    return [*found, (command, {"migrated": False})]


def _ours() -> Saves:
    os.environ["DJANGO_SETTINGS_MODULE"] = "cofounder.settings"
    import django

    django.setup()
    from django.utils import timezone

    from artifacts.generation.storing import Changes, store
    from artifacts.models import Artifact, GenerationAttempt
    from bench import names
    from bench.pages import make_project

    project = make_project()
    key = Artifact.objects.get(project=project, artifact_type="mvp_scope").pk
    rows = Artifact.objects.filter(pk=key)
    row = rows.get()
    assert row.content is not None
    content = row.content
    claim = names.order(project, [row.type])
    attempt = GenerationAttempt.objects.get(artifact=key, token=claim.token)
    attempts = GenerationAttempt.objects.filter(pk=attempt.pk)

    def versioned() -> dict[str, Any]:
        return row.store_values(content, now=timezone.now())

    def whole_store(_number: int) -> None:
        # The lock is kept and the receipt stays open, so that the next save finds the same.
        changes = Changes(key, attempt.pk, versioned(), {}, None, {"version_written": 1})
        assert store(claim.token, project.pk, changes) is not None

    document = content.model_dump(mode="json")
    assert attempts.filter(outcome="open").exists()
    return {
        BARE: lambda number: rows.update(current_content=document, version_number=number),
        OURS: lambda _number: rows.update(**versioned()),
        STORE: whole_store,
    }


def _set_up_peers() -> None:
    """Set up Django with the applications of the peers, and make the tables of all."""
    from urllib.parse import unquote, urlsplit

    import django
    from django.conf import settings
    from django.core.management import call_command

    url = urlsplit(os.environ["DATABASE_URL"])
    settings.configure(
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        DATABASES={
            "default": {
                "ENGINE": "django.db.backends.postgresql",
                "NAME": url.path.strip("/"),
                "HOST": unquote(url.hostname or ""),
                "PORT": str(url.port or ""),
                "USER": unquote(url.username or ""),
                "PASSWORD": unquote(url.password or ""),
            }
        },
        INSTALLED_APPS=[
            *("django.contrib.contenttypes", "django.contrib.auth"),
            *("modelcluster", "taggit", "wagtail.search", "wagtail.images", "wagtail.documents"),
            *("wagtail.admin", "wagtail.sites"),
            *("wagtail.users", "wagtail", "reversion", "simple_history", "bench.saved_by_peers"),
        ],
        WAGTAILADMIN_BASE_URL="http://localhost",
        WAGTAILSEARCH_BACKENDS={},
        STATIC_URL="static/",
        USE_TZ=True,
    )
    django.setup()
    call_command("migrate", verbosity=0)
    from django.apps import apps
    from django.db import connection

    with connection.schema_editor() as editor:
        for model in apps.get_app_config("saved_by_peers").get_models():
            editor.create_model(model)


def _peers() -> Saves:
    _set_up_peers()
    import reversion

    from bench.saved_by_peers.models import Bare, Reversion, SimpleHistory, Wagtail

    bare, with_reversion, with_history, with_wagtail = (
        model.objects.create(content=DOCUMENT)
        for model in (Bare, Reversion, SimpleHistory, Wagtail)
    )

    def reversion_save(number: int) -> None:
        with reversion.create_revision():
            with_reversion.version = number
            with_reversion.save()

    def history_save(number: int) -> None:
        with_history.version = number
        with_history.save()

    def wagtail_save(number: int) -> None:
        with_wagtail.version = number
        with_wagtail.save()
        with_wagtail.save_revision()

    bares = Bare.objects.filter(pk=bare.pk)
    return {
        BARE: lambda number: bares.update(content=DOCUMENT, version=number),
        "django-reversion": reversion_save,
        "django-simple-history": history_save,
        "Wagtail revision": wagtail_save,
    }


def _measured(save: Callable[[int], Any], saves: int) -> tuple[float, float]:
    cpu, began = time.process_time(), time.perf_counter()
    for number in range(saves):
        save(number)
    return saves / (time.perf_counter() - began), (time.process_time() - cpu) / saves * 1000


if __name__ == "__main__":
    measured = _ours() if sys.argv[1] == "ours" else _peers()
    for save in measured.values():
        save(1)
    answer_rounds(
        lambda: {name: _measured(save, int(sys.argv[2])) for name, save in measured.items()}
    )
