"""A copy of the code with a sixth document type: its folder, one line of the registry, and its
translations.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import polib
from django.conf import settings

PITCH = Path(__file__).parent / "pitch"
COPIED = ("artifacts", "cofounder", "templates", "static", "docs", "bench")
FILES = (
    ".gitignore",
    "manage.py",
    "pytest.ini",
    "mypy.ini",
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
)
LAST = '    HOW_IT_WORKS = "how_it_works"\n'
FIRST = '    BRIEF = "brief"\n'
LINE = '    PITCH = "pitch"\n'
DOCUMENT = """
import django; django.setup()
import runpy
from django.core.management import call_command
call_command("schemas")
runpy.run_module("artifacts.checker.handbook", run_name="__main__")
"""


def copy_with_sixth_type(folder: Path, *, is_first: bool) -> None:
    """Copy the code into `folder`, and add the Pitch there as the first document, or as the last.

    As the last one it is also translated, and its pages of documentation are made; and the copy is
    a repository whose only commit is the code without the Pitch, so that it tells what was changed.
    """
    # What is compiled already is copied with its source, or each process would compile all of it.
    leave_out = shutil.ignore_patterns("screenshots")
    for name in COPIED:
        shutil.copytree(settings.BASE_DIR / name, folder / name, ignore=leave_out)
    for name in FILES:
        shutil.copy(settings.BASE_DIR / name, folder / name)
    if not is_first:
        _commit(folder)
    own = shutil.ignore_patterns("de.po", "__pycache__")
    shutil.copytree(PITCH, folder / "artifacts/document_types/pitch", ignore=own)
    registry = folder / "artifacts/schemas/__init__.py"
    text = registry.read_text()
    old, new = (FIRST, LINE + FIRST) if is_first else (LAST, LAST + LINE)
    assert text.count(old) == 1
    registry.write_text(text.replace(old, new))
    if not is_first:
        _translate(folder)
        run(folder, "-c", DOCUMENT)


def _commit(folder: Path) -> None:
    who = (
        "-c",
        "user.name=Test",
        "-c",
        "user.email=test@example.com",
        "-c",
        "commit.gpgsign=false",
    )
    for command in (("init", "-q"), ("add", "-A"), (*who, "commit", "-qm", "Without the Pitch")):
        subprocess.run(["git", *command], cwd=folder, capture_output=True, check=True)


def _translate(folder: Path) -> None:
    """Collect the strings of the new type, fill in their German, and compile."""
    catalogue = folder / "artifacts/locale/de/LC_MESSAGES/django.po"
    po = polib.pofile(str(catalogue))
    po.extend(polib.pofile(str(PITCH / "de.po")))
    po.save(str(catalogue))
    said = run(folder, "-m", "artifacts.tests.support.messages")
    assert "is not translated" not in said, said


def run(folder: Path, *arguments: str) -> str:
    """Run Python in a copy, and return what it printed. Fails with its last words if it does not
    end well.
    """
    result = subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env={
            "PATH": os.environ["PATH"],
            "DJANGO_SETTINGS_MODULE": "cofounder.settings",
            "DEBUG": "on",
            "QUEUE_URL": "memory",
            "DATABASE_URL": f"sqlite:///{folder}/db.sqlite3",
            "PYTHONPATH": str(folder),
            "BROWSER_TESTS": "off",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, (result.stdout + result.stderr)[-6000:]
    return result.stdout
