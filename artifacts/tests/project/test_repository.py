"""Guards on the repository itself."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from functools import cache
from graphlib import TopologicalSorter
from io import StringIO

import grimp
import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import Client

from artifacts.tests.support.factories import make_user
from cofounder import __version__


@pytest.mark.django_db
def test_no_migration_is_missing() -> None:
    out = StringIO()
    call_command("makemigrations", check_changes=True, dry_run=True, stdout=out)
    assert "No changes" in out.getvalue()


def test_every_variable_of_the_settings_is_in_the_readme() -> None:
    source = (settings.BASE_DIR / "cofounder" / "settings.py").read_text()
    functions = r"env\.\w+|needed_when_deployed"
    names = set(re.findall(rf'(?:{functions})\(\s*"([A-Z_]+)"', source))
    assert {"DATABASE_URL", "SECRET_KEY", "WORKERS"} <= names
    readme = (settings.BASE_DIR / "README.md").read_text()
    assert [name for name in sorted(names) if f"`{name}`" not in readme] == []


def test_every_requirement_is_pinned() -> None:
    for name in ("requirements.txt", "requirements-dev.txt"):
        for line in (settings.BASE_DIR / name).read_text().splitlines():
            assert not line or line.startswith(("#", "-r ")) or "==" in line, line


def test_one_package_alone_imports_language_model_libraries() -> None:
    pattern = re.compile(
        r"^\s*(?:from|import) (?:pydantic_ai|openai|anthropic|genai_prices)\b", re.MULTILINE
    )
    folder = settings.BASE_DIR / "artifacts"
    files = [path for path in folder.rglob("*.py") if folder / "tests" not in path.parents]
    importing = {path.parent for path in files if pattern.search(path.read_text())}
    assert importing == {folder / "runners" / "llm"}


@pytest.mark.django_db
def test_the_version_is_told_by_the_command_and_in_the_admin(client: Client) -> None:
    command = [sys.executable, "manage.py", "version"]
    said = subprocess.run(
        command, cwd=settings.BASE_DIR, capture_output=True, text=True, check=True
    ).stdout
    assert said == f"Cofounder {__version__}\n"
    client.force_login(make_user(is_staff=True, is_superuser=True))
    assert f"Cofounder {__version__}" in client.get("/admin/").content.decode()


@cache
def imports() -> dict[str, set[str]]:
    """Return the modules that each module imports, without tests and migrations."""
    graph = grimp.build_graph("artifacts", cache_dir=None)
    modules = {name for name in graph.modules if ".tests" not in name and ".migrations" not in name}
    return {name: graph.find_modules_directly_imported_by(name) & modules for name in modules}


def test_no_modules_import_each_other_in_a_circle() -> None:
    """Not even for their types: what both need belongs below both."""
    TopologicalSorter(imports()).prepare()


def test_folders_that_import_each_other_are_those_of_the_architecture() -> None:
    arrows = {
        (name.split(".")[1], other.split(".")[1])
        for name, others in imports().items()
        for other in others
        if "." in name and "." in other
    }
    pairs = {frozenset(arrow) for arrow in arrows if arrow[::-1] in arrows and len({*arrow}) > 1}
    page = (settings.BASE_DIR / "docs" / "architecture.md").read_text(encoding="utf-8")
    assert pairs == {frozenset(pair) for pair in re.findall(r"`(\w+)`–`(\w+)`", page)}


def test_no_two_classes_have_one_name() -> None:
    """Grep finds one thing by its name. Django itself wants `Meta` and `Command`."""
    found: dict[str, set[str]] = {}
    for path in (settings.BASE_DIR / "artifacts").rglob("*.py"):
        if "tests" not in path.parts and "migrations" not in path.parts:
            for node in ast.walk(ast.parse(path.read_text())):
                if isinstance(node, ast.ClassDef) and node.name not in {"Meta", "Command"}:
                    found.setdefault(node.name, set()).add(str(path.relative_to(settings.BASE_DIR)))
    assert {name: places for name, places in found.items() if len(places) > 1} == {}


def test_every_folder_is_in_the_table_of_the_architecture() -> None:
    base = settings.BASE_DIR / "artifacts"
    folders = {path.parent.name for path in base.glob("*/__init__.py")}
    page = (settings.BASE_DIR / "docs" / "architecture.md").read_text(encoding="utf-8")
    assert {"checker", "generation", "views"} <= folders
    assert folders <= set(re.findall(r"`(\w+)/", page))


def test_every_module_that_the_docs_name_is_there() -> None:
    base = settings.BASE_DIR
    folders = ("artifacts", "bench", "cofounder", "findings", ".ci")
    known = {
        path.relative_to(base).as_posix()
        for folder in folders
        for path in (base / folder).rglob("*.py")
    }
    pages = [*base.glob("*.md"), *(base / "docs").glob("*.md")]
    named = {
        (page.name, name)
        for page in pages
        for name in re.findall(r"`((?:[\w.]+/)+\w+\.py)`", page.read_text(encoding="utf-8"))
    }
    assert ("architecture.md", "generation/leases.py") in named
    assert [
        (page, name)
        for page, name in sorted(named)
        if not any(path == name or path.endswith(f"/{name}") for path in known)
    ] == []
