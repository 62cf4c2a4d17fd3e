"""What an export costs: every format of a full package, warm, beside writing the same package as
JSON.

And PDFs for many at once, by the web server that docs/operations.md names, while somebody reads
pages.
"""

from __future__ import annotations

import http.client
import os
import statistics
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from functools import partial

from bench.databases import fresh, web

ROUNDS = 15
CLIENTS = 8
PROJECTS = 128
PORT = 8379
ALL_FORMS = "all"
PDF = "/projects/{}/export/download/?format=pdf&paper=a4"
TARGETS_MS = {
    "pdf": 150,
    "docx": 200,
    "md": 10,
    "md-technical": 10,
    "json": 10,
    "csv": 10,
    "builders": 150,
}


def run() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "artifacts.tests.settings")
    import django

    django.setup()
    from artifacts.exporters import Format

    make = _maker()
    print("\nExports of five documents with every section, in a process that has exported before")
    print(
        f"{'format':<14}{'first ms':>10}{'another ms':>12}{'edited ms':>11}"
        f"{'target ms':>11}{'ratio':>7}{'kB':>6}"
    )
    plain = 0.0
    for file_format in (Format.JSON, *(f for f in Format if f is not Format.JSON)):
        began = time.perf_counter()
        content = make(file_format, is_new=True)
        first = (time.perf_counter() - began) * 1000
        another = _median(partial(make, file_format, is_new=True))
        edited = _median(partial(make, file_format, is_new=False))
        plain = plain or another
        times = f"{first:>10.0f}{another:>12.1f}{edited:>11.1f}{TARGETS_MS[file_format.value]:>11}"
        print(f"{file_format:<14}{times}{another / plain:>7.1f}{len(content) / 1000:>6.0f}")
    _print_forms(make)
    _serve()


def _maker() -> Callable[..., bytes]:
    """Return what makes the file of the sample in a format.

    Typst remembers what it has set. What a server meets is another project (`is_new`), or this one
    after an edit.
    """
    from artifacts.document_types.brief.schema import ProductBriefContent
    from artifacts.exporters import ExportSource, Format, Options, prepare
    from artifacts.schemas import ArtifactType
    from artifacts.services.projects.sample import SHELFWISE, sample_contents
    from artifacts.tiers import Tier

    contents = sample_contents()
    brief = contents[ArtifactType.BRIEF]
    assert isinstance(brief, ProductBriefContent)
    count = iter(range(10_000))

    def make(file_format: Format, *, is_new: bool, form: str = ALL_FORMS) -> bytes:
        number = next(count)
        edited = brief.model_copy(update={"key_constraint": f"One developer for {number} weeks."})
        moment = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=number if is_new else 0)
        changed = {**contents, ArtifactType.BRIEF: edited}
        sources = {
            artifact_type: ExportSource(content, 1, moment)
            for artifact_type, content in changed.items()
        }
        name = f"Shelfwise {number}" if is_new else "Shelfwise"
        options = Options(forms=(form,), start=date(2027, 1, 4))
        facts = SHELFWISE.sheet if file_format is Format.BUILDERS else None
        return (
            prepare(name, sources, Tier.CTO_SCALE, file_format, options=options, facts=facts)
            .make()
            .content
        )

    return make


def _print_forms(make: Callable[..., bytes]) -> None:
    """Print the processor time of each form for builders beside that of the Markdown export."""
    from artifacts.exporters import Format
    from artifacts.exporters.builders import forms

    print(
        "\nForms for builders, each alone, and Markdown in turn with it: processor time; "
        "the target is a ratio of 2"
    )
    print(f"{'form':<14}{'form ms':>12}{'Markdown ms':>13}{'ratio':>7}{'kB':>6}")
    for form in forms():
        made = partial(make, Format.BUILDERS, is_new=True, form=form.name)
        another, markdown = _medians(
            made, partial(make, Format.MARKDOWN, is_new=True), clock=time.process_time
        )
        print(
            f"{form.name:<14}{another:>12.1f}{markdown:>13.1f}"
            f"{another / markdown:>7.1f}{len(made()) / 1000:>6.0f}"
        )


def _median(make: Callable[[], bytes]) -> float:
    return _medians(make)[0]


def _medians(
    *makers: Callable[[], bytes], clock: Callable[[], float] = time.perf_counter
) -> list[float]:
    """Return the median milliseconds of makers that take turns, so that a busy moment slows all."""
    milliseconds: list[list[float]] = [[] for _ in makers]
    for make in makers:
        make()
    for _ in range(ROUNDS):
        for make, times in zip(makers, milliseconds, strict=True):
            began = clock()
            make()
            times.append((clock() - began) * 1000)
    return [statistics.median(times) for times in milliseconds]


def _serve() -> None:
    """Download a PDF of each project with several clients at once, and read a project page every
    second meanwhile.
    """
    with fresh(
        "PostgreSQL",
        DJANGO_SETTINGS_MODULE="cofounder.settings",
        HTTPS="off",
        CACHE_URL="dummycache://",
    ) as database:
        database.manage("collectstatic", "--noinput", "--verbosity", "0")
        made = database.start("-m", "bench.readers", str(PROJECTS))
        cookie, *projects = made.communicate()[0].split()
        with web(database, PORT):
            pages = [_get(cookie, f"/projects/{project}/") for project in projects]
            for project in projects[:CLIENTS]:
                _get(cookie, PDF.format(project))
            meanwhile: list[float] = []
            with ThreadPoolExecutor(CLIENTS) as clients:
                began = time.perf_counter()
                files = [clients.submit(_get, cookie, PDF.format(project)) for project in projects]
                while not all(file.done() for file in files):
                    meanwhile.append(_get(cookie, f"/projects/{projects[0]}/"))
                    time.sleep(1)
                wall = time.perf_counter() - began
            for file in files:
                file.result()
    print(
        f"\n{CLIENTS} clients, {PROJECTS} PDFs of as many projects, two web processes: "
        f"{PROJECTS / wall:.1f} a second, target 10"
    )
    print(f"a project page meanwhile: {_spread(meanwhile)}; alone: {_spread(pages)}")


def _get(cookie: str, path: str) -> float:
    """Return the milliseconds until the answer was read."""
    began = time.perf_counter()
    connection = http.client.HTTPConnection("localhost", PORT, timeout=60)
    connection.request("GET", path, headers={"Cookie": f"sessionid={cookie}"})
    answer = connection.getresponse()
    answer.read()
    connection.close()
    assert answer.status == 200, (path, answer.status)
    return (time.perf_counter() - began) * 1000


def _spread(milliseconds: Sequence[float]) -> str:
    ordered = sorted(milliseconds)
    return (
        f"median {statistics.median(ordered):.0f} ms, 95th percentile"
        f" {ordered[int(len(ordered) * 0.95)]:.0f} ms"
    )
