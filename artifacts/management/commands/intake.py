from __future__ import annotations

import json
import sys
import tomllib
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db.models import Q

from artifacts.exceptions import InvalidProject, ProjectLimitReached
from artifacts.models import User
from artifacts.services.projects.lifecycle import create_project, parse_project
from artifacts.text import clean_text

EMAIL_MAX = 254
"""Characters of an address, as in the account's row (RFC 5321)."""

MAX_BYTES = 1_000_000


class Command(BaseCommand):
    help = (
        "Make a project from a JSON or TOML file with: owner (email address or user name), name,"
        " idea, answers."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "file", metavar="FILE", help="a .json or .toml file, or - for standard input"
        )
        parser.add_argument(
            "--owner", help="who the project belongs to, instead of the file's owner"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        data = _parse(_read(options["file"]))
        owner = options["owner"] or data.pop("owner", None)
        data.pop("owner", None)
        try:
            described = parse_project(data)
        except InvalidProject as error:
            source = "Standard input" if options["file"] == "-" else options["file"]
            raise CommandError(f"{source} does not describe a project: {error}") from error
        try:
            project = create_project(owner=_find_owner(owner), described=described)
        except ProjectLimitReached as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"Made project {project.name} for {project.owner}.")
        self.stdout.write(f"Write its documents with: python manage.py regenerate {project.pk}")


def _read(name: str) -> str:
    try:
        raw = sys.stdin.buffer.read(MAX_BYTES + 1) if name == "-" else _read_file(Path(name))
    except OSError as error:
        raise CommandError(f"Cannot read {name}: {error.strerror}.") from error
    if len(raw) > MAX_BYTES:
        raise CommandError(
            f"{name} is larger than {MAX_BYTES:,} bytes. A project's description is much shorter."
        )
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CommandError(
            f"{name} is not UTF-8 text (byte {error.start}). Save it as UTF-8."
        ) from error


def _read_file(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)


def _parse(text: str) -> dict[str, Any]:
    """Return the JSON object or TOML table in `text`; what begins with a brace is JSON."""
    try:
        data = (
            json.loads(text) if text.lstrip().startswith(("{", "[", '"')) else tomllib.loads(text)
        )
    except (ValueError, RecursionError) as error:
        raise CommandError(f"This is neither JSON nor TOML: {error}.") from error
    if not isinstance(data, dict):
        raise CommandError(
            'Expected one project: an object with "owner", "name", "idea" and "answers".'
        )
    return data


def _find_owner(owner: object) -> User:
    if not isinstance(owner, str) or not owner:
        raise CommandError("Whose project is it? Give owner in the file or with --owner.")
    owner = clean_text(owner)
    if len(owner) > EMAIL_MAX:
        raise CommandError(f"An owner is an email address of up to {EMAIL_MAX} characters.")
    try:
        return User.objects.get(Q(email__iexact=owner) | Q(username=owner))
    except User.DoesNotExist as error:
        raise CommandError(
            f"There is no user {owner!r}. Make one first, or give another owner."
        ) from error
    except User.MultipleObjectsReturned as error:
        raise CommandError(f"Several users are called {owner!r}. Give an email address.") from error
