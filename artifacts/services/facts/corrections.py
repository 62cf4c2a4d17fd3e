"""Confirm, correct and settle the facts of a project: the founder's word on what we read."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from pydantic import ValidationError

from artifacts.exceptions import InvalidProject, StaleUpdate
from artifacts.facts.conflicts import Conflict, ConflictChoice, find_conflicts
from artifacts.facts.schema import TRAITS, Fact, Facts
from artifacts.facts.sheet import (
    LISTS,
    OWN_WORDS,
    Doubt,
    added,
    change,
    comparable,
    confirmed,
    corrected,
    fact_at,
    find_doubts,
    group_of,
)
from artifacts.models import Project
from artifacts.schemas.base import describe_errors
from artifacts.services.editing.locking import fingerprint
from artifacts.services.projects.lifecycle import (
    ANSWER_COLUMNS,
    locked_project,
    parse_answer,
    put_answer,
)

logger = logging.getLogger(__name__)

LANGUAGES = ("en", "de")
"""The languages in which documents are written."""

Change = Callable[[Facts], Facts]


def fact_base(fact: Fact[Any]) -> str:
    """Return what a form carries to notice that another window changed the fact."""
    return fingerprint([comparable(fact.value), fact.state == "confirmed" and not fact])


def confirm_fact(project: Project, *, path: str, base: str) -> Project:
    """Confirm one fact as it was seen. Raises StaleUpdate, ProjectDeleted."""
    return _change(
        project, lambda facts: confirmed(facts, _place(facts, path, base)), f"confirmed {path}"
    )


def confirm_all(project: Project, *, seen: Mapping[str, str]) -> Project:
    """Confirm every fact in `seen`, given as path and base. Raises StaleUpdate, ProjectDeleted."""

    def confirm_each(facts: Facts) -> Facts:
        for path, base in seen.items():
            facts = confirmed(facts, _place(facts, path, base))
        return facts

    return _change(project, confirm_each, "confirmed all facts")


def correct_fact(project: Project, *, path: str, value: Any, base: str) -> Project:
    """Store another value, as the founder's word.

    Raises StaleUpdate, InvalidProject, ProjectDeleted.
    """

    return _change(
        project, lambda facts: corrected_as_seen(facts, path, value, base), f"corrected {path}"
    )


def corrected_as_seen(facts: Facts, path: str, value: Any, base: str) -> Facts:
    """Return `facts` with another value where the fact of that `base` is now.

    Raises StaleUpdate, pydantic.ValidationError.
    """
    try:
        return corrected(facts, _place(facts, path, base), value)
    except StaleUpdate:
        wanted = corrected(facts, path, value) if fact_at(facts, path) else facts
        if value is None or wanted != facts:
            raise
        return facts  # sent twice


def remove_fact(project: Project, *, path: str, base: str) -> Project:
    """Leave a fact open though words seem to say it. Raises StaleUpdate, ProjectDeleted."""
    return correct_fact(project, path=path, value=None, base=base)


def add_fact(project: Project, *, name: str, value: Any) -> Project:
    """Add one entry to a list of facts. Raises InvalidProject, ProjectDeleted."""
    if name not in LISTS:
        raise InvalidProject(_("There is no such fact."))
    return _change(project, lambda facts: added(facts, name, value), f"added to {name}")


def set_lines(project: Project, *, name: str, text: str, base: str) -> Project:
    """Store the lines of the first version, or of what is left out: they are an answer in the
    founder's words.

    `base` is the fingerprint of the lines that were seen (`lines_base`).
    Raises StaleUpdate, InvalidProject, ProjectDeleted.
    """
    if name not in OWN_WORDS:
        raise InvalidProject(_("There is no such fact."))
    with locked_project(project) as row:
        put_lines(row, name=name, text=text, base=base)
        row.save(update_fields=ANSWER_COLUMNS)
    logger.info("Facts of project %s: set the lines of %s", row.pk, name)
    return row


def put_lines(row: Project, *, name: str, text: str, base: str) -> None:
    """Put such lines into `row`. Does not save. Raises StaleUpdate, InvalidProject."""
    now = row.get_facts()
    lines = "\n".join(line.strip() for line in text.splitlines() if line.strip())
    if lines_base(now, name) != base and lines_text(now, name) != lines:
        raise StaleUpdate
    put_answer(row, name, parse_answer(name, lines))
    row.facts = _confirm_lines(row.stored_facts(), name).model_dump(mode="json")


def lines_text(facts: Facts, name: str) -> str:
    """Return the values of a list of texts, one a line."""
    return "\n".join(fact.value for fact in getattr(facts, name) if fact)


def lines_base(facts: Facts, name: str) -> str:
    return fingerprint(lines_text(facts, name))


def set_traits(project: Project, *, wanted: Mapping[str, str], seen: Mapping[str, str]) -> Project:
    """Store the traits that differ from those that were seen ("" is open), as the founder's word.

    Raises StaleUpdate, InvalidProject, ProjectDeleted.
    """

    def set_each(facts: Facts) -> Facts:
        for trait in TRAITS:
            verdict = wanted.get(trait, "")
            if not verdict or verdict == seen.get(trait, ""):
                continue
            now = getattr(facts.traits, trait).value or ""
            if now not in {seen.get(trait, ""), verdict}:
                raise StaleUpdate
            facts = corrected(facts, f"traits.{trait}", verdict)
        return facts

    return _change(project, set_each, "set traits")


def set_language(project: Project, *, language: str) -> Project:
    """Choose the language of the documents; "" means that of the founder's words.

    Raises InvalidProject, ProjectDeleted.
    """
    if language not in {"", *LANGUAGES}:
        raise InvalidProject(_("We cannot write in this language yet."))
    with locked_project(project) as row:
        row.language = language
        row.save(update_fields=["language", "updated_at"])
    logger.info("Set the language of project %s to %r", row.pk, language)
    return row


def answer_conflict(
    project: Project, *, conflict_id: str, choice: str, base: str, today: date
) -> Project:
    """Make the corrections of one answer; the facts in question are confirmed then.

    `base` is the conflict's as it was shown (`conflict_base`). Raises StaleUpdate, ProjectDeleted.
    """

    def settle(facts: Facts) -> Facts:
        conflict = next(
            (c for c in find_conflicts(facts, today=today) if c.id == conflict_id), None
        )
        if conflict is None or conflict_base(facts, conflict) != base:
            raise StaleUpdate
        answer: ConflictChoice | None = next(
            (one for one in conflict.choices if one.key == choice), None
        )
        if answer is None:
            raise InvalidProject(_("Please choose one of the answers."))
        for path in conflict.paths:
            facts = confirmed(facts, path)
        # From the end of a list to its beginning: an entry without words leaves the list, and moves
        # those behind it.
        for path, value in sorted(answer.corrections, reverse=True):
            facts = corrected(facts, path, value)
        return facts

    return _change(project, settle, f"answered {conflict_id}")


def conflict_base(facts: Facts, conflict: Conflict) -> str:
    """Return what the form of a conflict carries: what its facts were."""
    involved = [fact for path in conflict.paths if (fact := fact_at(facts, path))]
    return fingerprint([comparable(fact.readings or fact.value) for fact in involved])


def doubts_of(project: Project) -> tuple[Doubt, ...]:
    """Return what the founder confirmed and the words no longer say.

    Reads the words again if anything is confirmed.
    """
    facts = project.stored_facts()
    if all(fact.state != "confirmed" for _path, fact in facts.each()):
        return ()
    return find_doubts(facts, project.reading(), project.get_input().texts())


def settle_doubt(project: Project, *, path: str, take: bool, base: str) -> Project:
    """Keep what was confirmed, or take what the words say now.

    Raises StaleUpdate, ProjectDeleted.
    """
    with locked_project(project) as row:
        doubt = next((doubt for doubt in doubts_of(row) if doubt.path == path), None)
        if doubt is None or doubt_base(doubt) != base:
            raise StaleUpdate
        fresh = doubt.reading
        value = (fresh.value if fresh else None) if take else doubt.kept.value
        facts = row.stored_facts()
        if take and fresh is None:
            facts = change(facts, path, lambda fact: fact.model_copy(update={"said": ()}))
        said = fresh.said if fresh else ()
        _store(row, corrected(facts, path, value, said))
        row.reread_facts()
        row.save(update_fields=["facts", "updated_at"])
    logger.info("Settled %s of project %s", path, row.pk)
    return row


def doubt_base(doubt: Doubt) -> str:
    fresh = doubt.reading.value if doubt.reading else None
    return fingerprint([comparable(doubt.kept.value), comparable(fresh)])


def _change(project: Project, how: Change, what: str) -> Project:
    with locked_project(project) as row:
        try:
            _store(row, how(row.stored_facts()))
        except ValidationError as error:
            raise InvalidProject(describe_errors(error)) from error
    logger.info("Facts of project %s: %s", row.pk, what)
    return row


def _store(row: Project, facts: Facts) -> None:
    row.facts = facts.model_dump(mode="json")
    row.save(update_fields=["facts", "updated_at"])


def _place(facts: Facts, path: str, base: str) -> str:
    """Return where the fact that was seen at `path` is now: entries of a list move when another one
    goes.
    """
    group = group_of(path)
    places = (
        [path]
        if group not in LISTS
        else [path, *(p for p, _fact in facts.each() if group_of(p) == group)]
    )
    for place in places:
        fact = fact_at(facts, place)
        if fact is not None and base == fact_base(fact):
            return place
    raise StaleUpdate


def _confirm_lines(facts: Facts, name: str) -> Facts:
    for number, fact in enumerate(getattr(facts, name)):
        if fact:
            facts = confirmed(facts, f"{name}.{number}")
    return facts
