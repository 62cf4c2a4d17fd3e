"""Guards on the repository itself."""

from __future__ import annotations

import re
from io import StringIO

import pytest
from django.conf import settings
from django.core.management import call_command


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
    pattern = re.compile(r"^\s*(?:from|import) (?:pydantic_ai|openai|anthropic|genai_prices)\b", re.MULTILINE)
    folder = settings.BASE_DIR / "artifacts"
    files = [path for path in folder.rglob("*.py") if folder / "tests" not in path.parents]
    importing = {path.parent for path in files if pattern.search(path.read_text())}
    assert importing == {folder / "runners" / "llm"}
