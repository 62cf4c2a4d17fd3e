"""Finds the Chromium that browser tests and screenshots drive; run as a module, it installs one
where there is none.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic"]
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
SWITCH = "BROWSER_TESTS"
OFF = "BROWSER_TESTS=off: the pages are NOT tested in a browser."

MISSING = (
    "No Chromium starts here for the browser tests, and none could be installed. Install the"
    " package chromium, or name one with CHROMIUM=/path/to/chromium; or leave these tests out,"
    " knowingly, with BROWSER_TESTS=off."
)


def is_switched_off() -> bool:
    return os.environ.get(SWITCH, "").lower() == "off"


@cache
def find() -> str | None:
    """Return the path of a browser that runs: the one that CHROMIUM names, the system's, or
    Playwright's own.

    Where CHROMIUM names one, no other will do.
    """
    named = os.environ.get("CHROMIUM")
    return next(filter(_runs, [named] if named else _candidates()), None)


def install() -> None:
    """Install a browser by the system's packages where that is allowed, else by Playwright's own
    download.

    Where CHROMIUM names one, nothing is installed: another one would not be used.
    """
    if os.environ.get("CHROMIUM"):
        return
    is_root = os.geteuid() == 0
    if is_root and shutil.which("apt-get"):
        for command in (
            ["apt-get", "update", "-qq"],
            ["apt-get", "install", "-y", "-qq", "chromium"],
        ):
            subprocess.run(command, check=False, stdout=subprocess.DEVNULL)
    find.cache_clear()
    for options in (["--with-deps"], []) if is_root else ([],):
        if find() is None:
            subprocess.run(
                [sys.executable, "-m", "playwright", "install", *options, "chromium"], check=False
            )
            find.cache_clear()


def _candidates() -> Iterator[str]:
    yield from filter(None, map(shutil.which, NAMES))
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    yield path


def _runs(path: str) -> bool:
    """Say whether it starts.

    Some systems have a command of that name that only says how to get one.
    """
    try:
        return (
            subprocess.run(
                [path, "--version"], check=False, capture_output=True, timeout=60
            ).returncode
            == 0
        )
    except (OSError, subprocess.TimeoutExpired):
        return False


if __name__ == "__main__":
    if is_switched_off():
        sys.stderr.write(f"{OFF}\n")
    elif find() is None:
        install()
        if find() is None:
            sys.exit(MISSING)
