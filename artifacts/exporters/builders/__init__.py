"""The documents as builders start from them: one archive for coding agents, task lists, trackers
and calendars.

A form is one module beside this one, which declares `FORM`, with its templates in `templates/`, and
one line in `MODULES`. No language model takes part, and nothing is invented: what is missing is
marked as missing.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module

from django.utils.translation import gettext as _

from artifacts.exceptions import ExportFailed
from artifacts.exporters.builders import agents_md
from artifacts.exporters.builders.base import File, Form, Group
from artifacts.exporters.builders.filling import fill
from artifacts.exporters.builders.handover import Handover
from artifacts.exporters.builders.handover_reader import make_handover
from artifacts.exporters.options import ALL_FORMS, Options
from artifacts.exporters.package import Package
from artifacts.text import gettext_noop

MODULES = (
    "openspec",
    "spec_kit",
    "kiro",
    "bmad",
    "task_master",
    "backlog",
    "github",
    "linear",
    "jira",
    "gitlab",
    "asana",
    "calendar",
    "gantt",
    "ms_project",
)

_IMPORT_USE = gettext_noop(
    "For those who import the files of trackers: what to do with each of them."
)


@cache
def forms() -> tuple[Form, ...]:
    """Return every form, those of a group together and in the order in which they are offered."""
    return tuple(import_module(f"{__name__}.{module}").FORM for module in MODULES)


def form_names() -> tuple[str, ...]:
    """Return all that one can ask for: the forms, their groups, and "all"."""
    return (*(form.name for form in forms()), *Group, ALL_FORMS)


def select(names: Iterable[str]) -> tuple[Form, ...]:
    """Return the forms that `names` ask for: names of forms, of groups, or "all".

    Two ways to write the same specification confuse an agent, so the group of agents brings one,
    unless all are asked for. Raises ExportFailed for a name that nothing has.
    """
    wanted = set(names)
    if unknown := sorted(wanted.difference(form_names())):
        raise ExportFailed(_("There is no such form: %(names)s.") % {"names": ", ".join(unknown)})
    if Group.AGENTS in wanted:
        wanted |= _first_agent(wanted)
    return tuple(form for form in forms() if _is_wanted(form, wanted))


def _first_agent(wanted: set[str]) -> set[str]:
    agents = [form.name for form in forms() if form.group is Group.AGENTS]
    return set() if wanted.intersection(agents) else set(agents[:1])


def _is_wanted(form: Form, wanted: set[str]) -> bool:
    by_group = form.group in wanted and form.group is not Group.AGENTS
    return ALL_FORMS in wanted or form.name in wanted or by_group


@dataclass(frozen=True, slots=True)
class FormFiles:
    """The files of one form, with its title and how to use them in one sentence."""

    title: str
    use: str
    files: tuple[File, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """What is handed over, to look at. `handover.questions` says what is left open in it."""

    handover: Handover
    parts: tuple[FormFiles, ...]

    @property
    def files(self) -> Iterator[File]:
        return (file for part in self.parts for file in part.files)


def preview(package: Package, options: Options) -> Preview:
    """Return what the archive would hold. Raises ExportFailed, also where it would hold nothing."""
    handover = make_handover(package, options.start)
    parts = tuple(make_parts(handover, select(options.forms)))
    if not parts:
        raise ExportFailed(
            _(
                "There are no files by this choice. Choose another form; "
                "a calendar needs the first day of work too."
            )
        )
    return Preview(handover, parts)


def render(package: Package, options: Options) -> bytes:
    """Return the archive, which is the same to the byte for the same documents.

    Raises ExportFailed.
    """
    archive = io.BytesIO()
    moment = package.date.timetuple()[:6]
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
        for made in preview(package, options).files:
            entry = zipfile.ZipInfo(made.path, moment)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            file.writestr(entry, made.text.encode())
    return archive.getvalue()


def make_parts(handover: Handover, chosen: Sequence[Form]) -> Iterator[FormFiles]:
    """Yield the parts of the `chosen` forms that have files, AGENTS.md before all others."""
    if any(form.group is Group.AGENTS for form in chosen):
        yield FormFiles("AGENTS.md", agents_md.USE, tuple(agents_md.files(handover, chosen)))
    if trackers := [form for form in chosen if form.group is Group.TRACKER]:
        readme = File("issues/README.md", fill("issues.md", forms=trackers))
        yield FormFiles(_("How to import"), _IMPORT_USE, (readme,))
    for form in chosen:
        if files := tuple(form.files(handover)):
            yield FormFiles(form.title, form.use, files)
