"""What validators of other people say of our pages and PDFs: `make validate`.

Those that are not on the PATH are named and left out. The exit code is 1 where one of the others
objects.

    vnu          HTML of every page in every state     npm install --global vnu-jar  (needs Java)
    lighthouse   pages that anybody can open           npm install --global lighthouse@12.8
    outloud      PDF/UA-1, and what a voice reads      pipx install outloud
    avalpdf      structure of the PDF                  pipx install avalpdf
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from bench.builds import ROOT
from bench.databases import fresh, web

PORT = 8381
OPEN_PAGES = ("/", "/accounts/login/", "/accounts/signup/", "/accounts/password/reset/")
MUST_BE_PERFECT = ("accessibility", "best-practices", "seo")
# Of the pages, robots.txt leaves only the first one to search engines.
NOT_MEANT = {"is-crawlable"}
# It takes the text of a paragraph for painted before any link in it, so a paragraph with links is
# always out of order.
WRONG_RULES_OF_OUTLOUD = "ORD-001"


def html(folder: Path) -> list[str]:
    """Return what the Nu HTML checker says of the pages as the server sends them."""
    pages = folder / "pages"
    subprocess.run(
        [sys.executable, "-m", "pytest", "--quiet", "artifacts/tests/browser/rendered.py"],
        cwd=ROOT,
        env={**os.environ, "RENDERED_PAGES": str(pages)},
        check=True,
    )
    answer = _run("vnu", "--format", "json", "--stdout", *map(str, sorted(pages.iterdir())))
    said = json.loads(answer.stdout)["messages"]
    return [
        f"{Path(one['url']).stem}: {one['message']}"
        for one in said
        if "first occurrence" not in one["message"]
    ]


def open_pages(folder: Path) -> list[str]:
    """Return where Lighthouse gives less than 100; how fast a page is depends on the machine and is
    only printed.
    """
    from artifacts.tests.browser import chromium

    with fresh("SQLite", HTTPS="off", DJANGO_SETTINGS_MODULE="cofounder.settings") as database:
        database.manage("collectstatic", "--noinput", "--verbosity", "0")
        with web(database, PORT):
            return [
                fault
                for path in OPEN_PAGES
                for fault in _lighthouse(path, folder, chromium.find() or "")
            ]


def _lighthouse(path: str, folder: Path, browser: str) -> Iterator[str]:
    report = folder / "lighthouse.json"
    url = f"http://localhost:{PORT}{path}"
    flags = "--chrome-flags=--headless=new --no-sandbox"
    options = ("--quiet", "--output=json", f"--output-path={report}", flags)
    answer = _run("lighthouse", url, *options, CHROME_PATH=browser)
    if answer.returncode:
        yield f"{path}: {answer.stderr.strip()[-300:]}"
        return
    found = json.loads(report.read_text())
    scores = {name: round(100 * (one["score"] or 0)) for name, one in found["categories"].items()}
    print(f"  {path}: {', '.join(f'{name} {score}' for name, score in scores.items())}")
    for name in MUST_BE_PERFECT:
        weights = {one["id"]: one["weight"] for one in found["categories"][name]["auditRefs"]}
        for audit, weight in weights.items():
            if (
                weight
                and audit not in NOT_MEANT
                and found["audits"][audit]["score"] not in (1, None)
            ):
                yield f"{path}: {found['audits'][audit]['title']}"


def read_aloud(folder: Path) -> list[str]:
    """Return what outloud objects to in the PDF of the example."""
    options = ("--skip", WRONG_RULES_OF_OUTLOUD, "--fail-on", "warning", "--no-info")
    answer = _run("outloud", str(_pdf(folder)), *options)
    return answer.stdout.splitlines() if answer.returncode else []


def structure(folder: Path) -> list[str]:
    """Return what avalpdf objects to in the PDF of the example."""
    _run("avalpdf", str(_pdf(folder)), "--report", "--quiet", "--output-path", str(folder))
    report = json.loads(next(folder.glob("*_report.json")).read_text())["validation_results"]
    return [str(one) for one in (*report["issues"], *report["warnings"])]


@cache
def _pdf(folder: Path) -> Path:
    import django

    django.setup()
    from artifacts.exporters import ExportSource, Format, prepare
    from artifacts.services.projects.sample import sample_contents
    from artifacts.tiers import Tier

    date = datetime(2026, 1, 1, tzinfo=UTC)
    sources = {
        artifact_type: ExportSource(content, 1, date)
        for artifact_type, content in sample_contents().items()
    }
    path = folder / "example.pdf"
    path.write_bytes(prepare("Shelfwise", sources, Tier.CTO_SCALE, Format.PDF).make().content)
    return path


def _run(*command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, env={**os.environ, **environment}, capture_output=True, text=True, check=False
    )


VALIDATORS: dict[str, Callable[[Path], list[str]]] = {
    "vnu": html,
    "lighthouse": open_pages,
    "outloud": read_aloud,
    "avalpdf": structure,
}


def main() -> int:
    """Run the validators that are there; return the exit code."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "artifacts.tests.settings")
    is_right = True
    with tempfile.TemporaryDirectory(prefix="validate-") as name:
        for command, validate in VALIDATORS.items():
            if shutil.which(command) is None:
                print(
                    f"{command}: left out, because it is not installed (bench/validators.py says"
                    " how)"
                )
                continue
            faults = validate(Path(name))
            is_right = is_right and not faults
            print(
                "\n  ".join([f"{command}: {len(faults) or 'no'} objections", *faults]), flush=True
            )
    return 0 if is_right else 1


if __name__ == "__main__":
    sys.exit(main())
