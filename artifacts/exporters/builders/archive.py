"""The archive of the forms that are asked for, to look at and as bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from artifacts.exceptions import ExportFailed
from artifacts.exporters.builders import agents_md, select
from artifacts.exporters.builders.base import File, Form, Group
from artifacts.exporters.builders.filling import fill
from artifacts.exporters.builders.handover import Handover
from artifacts.exporters.builders.handover_reader import make_handover
from artifacts.exporters.options import Options
from artifacts.exporters.package import Package
from artifacts.text import gettext_noop

_IMPORT_USE = gettext_noop(
    "For those who import the files of trackers: what to do with each of them."
)


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
