"""The documents as builders start from them: one archive for coding agents, task lists, trackers
and calendars.

A form is one module beside this one, which declares `FORM`, with its templates in `templates/`, and
one line in `MODULES`; `archive` makes the files. No language model takes part, and nothing is
invented: what is missing is marked as missing.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib import import_module

from django.utils.translation import gettext as _

from artifacts.exceptions import ExportFailed
from artifacts.exporters.builders.base import Form, Group
from artifacts.exporters.options import ALL_FORMS

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
