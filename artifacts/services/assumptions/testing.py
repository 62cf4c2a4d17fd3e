"""Tests of assumptions: create, change, start and delete them, and enter results.

Each change locks the row, and is refused if another window has changed the same since.
`enter_result` is the only way to a result; `documents.testing` says what that means for the
assumption.
"""

from __future__ import annotations

import logging
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from artifacts.documents.testing import PLAN_FIELDS, Result
from artifacts.exceptions import (
    AssumptionTestGone,
    EditConflict,
    EntryGone,
    InvalidEdit,
    NothingToTest,
)
from artifacts.models import AssumptionTest, Project
from artifacts.models.testing import KILLS_MAX, NOTE_MAX, WHAT_MAX, WHOM_MAX
from artifacts.runners.offline import draft_test
from artifacts.schemas.marks import without_marks
from artifacts.services.assumptions.register import AssumptionEntry, find_entry, list_entries
from artifacts.services.editing.locking import fingerprint
from artifacts.text import clean_text, is_blank
from artifacts.tiers import Tier

logger = logging.getLogger(__name__)

Phase = AssumptionTest.Phase
LONGEST = {"whom": WHOM_MAX, "what": WHAT_MAX, "kills": KILLS_MAX, "note": NOTE_MAX}
RESULT_FIELDS = ("state", "ended_on", "note", "said_yes", "asked")
COUNT_MAX = 1_000_000


def list_tests(project: Project, tier: Tier) -> list[AssumptionTest]:
    """Return the tests of a project that a founder of `tier` may see, the oldest first.

    A test quotes its assumption, so it is hidden where that is. No query where the project was
    loaded `with_artifacts()`.
    """
    tests = project.known_tests
    hidden = _hidden_keys(project, tier) if tests else set()
    return [test for test in tests if test.assumption not in hidden]


def find_test(project: Project, test_id: uuid.UUID, tier: Tier) -> AssumptionTest:
    """Return one of `list_tests`. Raises AssumptionTestGone."""
    for test in list_tests(project, tier):
        if test.pk == test_id:
            return test
    raise AssumptionTestGone


def make_test(project: Project, *, key: str, tier: Tier, now: datetime) -> AssumptionTest:
    """Return the unfinished test of the assumption `key`, made with a draft of ours where there is
    none.

    Raises EntryGone, and NothingToTest where `key` is no assumption.
    """
    entry = find_entry(project, key, tier)
    if entry is None:
        raise EntryGone(key)
    if entry.item is None:
        raise NothingToTest
    found = _unfinished(project, key)
    if found is not None:
        return found
    draft = draft_test(project.get_input(), project.contents(), entry.item)
    try:
        with transaction.atomic():
            test = AssumptionTest.objects.create(
                project=project,
                assumption=key,
                statement=statement_of(entry),
                created_at=now,
                **{name: _fitting(name, getattr(draft, name)) for name in PLAN_FIELDS},
            )
    except IntegrityError:
        # Another window was faster: there is one unfinished test of an assumption.
        found = _unfinished(project, key)
        if found is None:
            raise
        return found
    logger.info("Made test %s of %s of project %s", test.pk, key, project.pk)
    return test


def statement_of(entry: AssumptionEntry) -> str:
    """Return what the assumption of an entry says, without marks."""
    assert entry.item is not None
    return without_marks(entry.item.text)


def base_of(test: AssumptionTest) -> str:
    """Return the fingerprint that a form of this test carries."""
    return fingerprint(told(test))


def told(test: AssumptionTest) -> dict[str, Any]:
    """Return what forms show of a test, as plain values."""
    names = (*PLAN_FIELDS, *RESULT_FIELDS)
    return {name: getattr(test, name) for name in names} | {
        name: day.isoformat() if (day := getattr(test, name)) else None
        for name in ("due", "ended_on")
    }


def edit_test(test: AssumptionTest, *, values: Mapping[str, Any], base: str) -> AssumptionTest:
    """Change whom to ask, what to do, what kills it and by when; return the test.

    Once it runs, what kills it stays as it was settled. Raises AssumptionTestGone, EditConflict,
    InvalidEdit.
    """
    with _changing(test, base) as row:
        if row.is_over:
            raise InvalidEdit({"": [_("This test is over. Make another one to continue.")]})
        names = [name for name in PLAN_FIELDS if name in values and not _is_settled(row, name)]
        _check_texts({name: values[name] for name in names if name != "due"})
        if row.is_started:
            _check_complete({name: _cleaned(values[name]) for name in names})
        for name in names:
            setattr(row, name, _cleaned(values[name]))
        row.order = ""
        row.save(update_fields=[*names, "order", "updated_at"])
    logger.info("Changed test %s", row.pk)
    return row


def start_test(test: AssumptionTest, *, values: Mapping[str, Any], base: str) -> AssumptionTest:
    """Change a draft and let it run.

    Raises as `edit_test`; everything has to be said before the first answer.
    """
    with transaction.atomic():
        row = edit_test(test, values=values, base=base)
        _check_complete({name: getattr(row, name) for name in PLAN_FIELDS})
        if row.is_draft:
            row.state = Phase.STARTED
            row.save(update_fields=["state", "updated_at"])
            logger.info("Started test %s", row.pk)
    return row


def enter_result(
    test: AssumptionTest,
    *,
    result: Result,
    on: date,
    today: date,
    note: str = "",
    said_yes: int | None = None,
    asked: int | None = None,
    base: str | None = None,
) -> AssumptionTest:
    """Store what came of a test, or correct it; return the test.

    Without `base`, as from a mail, only a test that runs takes a result. Raises AssumptionTestGone,
    EditConflict, InvalidEdit, and NothingToTest for a draft.
    """
    note = clean_text(note).strip()
    _check_result(on, today, note, said_yes, asked)
    with _changing(test, base) as row:
        if row.is_draft or (base is None and row.is_over):
            raise NothingToTest
        row.state, row.ended_on, row.note = Phase(result.value), on, note
        row.said_yes, row.asked = said_yes, asked
        row.save(update_fields=[*RESULT_FIELDS, "updated_at"])
    logger.info("Test %s of project %s: %s", row.pk, row.project_id, result.value)
    return row


def keep_result(project: Project, test: AssumptionTest, *, tier: Tier) -> AssumptionTest:
    """Let the result of a test speak of its assumption as that is worded now.

    Raises AssumptionTestGone, and EntryGone if the assumption is gone.
    """
    entry = find_entry(project, test.assumption, tier)
    if entry is None or entry.item is None:
        raise EntryGone(test.assumption)
    with _changing(test, None) as row:
        row.statement = statement_of(entry)
        row.save(update_fields=["statement", "updated_at"])
    logger.info("Test %s speaks of the new words of %s", row.pk, row.assumption)
    return row


def delete_test(test: AssumptionTest) -> None:
    """Delete a test for good. One that is gone already stays so."""
    if AssumptionTest.objects.filter(pk=test.pk).delete()[0]:
        logger.info("Deleted test %s of project %s", test.pk, test.project_id)


@contextmanager
def _changing(test: AssumptionTest, base: str | None) -> Iterator[AssumptionTest]:
    """Yield the test as it is stored now, locked until the block ends."""
    with transaction.atomic():
        rows = AssumptionTest.objects.filter(pk=test.pk, project__deleted_at=None)
        row = rows.select_for_update(of=("self",)).first()
        if row is None:
            raise AssumptionTestGone
        if base is not None and base_of(row) != base:
            raise EditConflict(told(row))
        yield row


def _unfinished(project: Project, key: str) -> AssumptionTest | None:
    return AssumptionTest.objects.unfinished().filter(project=project, assumption=key).first()


def _hidden_keys(project: Project, tier: Tier) -> set[str]:
    if tier is max(Tier):
        return set()
    shown = {entry.key for entry in list_entries(project, tier)}
    return {entry.key for entry in list_entries(project, max(Tier))} - shown


def _is_settled(row: AssumptionTest, name: str) -> bool:
    return name == "kills" and row.is_started


def _cleaned(value: Any) -> Any:
    return clean_text(value).strip() if isinstance(value, str) else value


def _fitting(name: str, value: Any) -> Any:
    """Cut a draft of ours to what the form takes: founders' words may be long."""
    return value[: LONGEST[name]] if isinstance(value, str) else value


def _check_texts(texts: Mapping[str, str]) -> None:
    too_long = _("Please shorten this to %(max)s characters; it has %(length)s now.")
    errors = {
        name: [too_long % {"max": LONGEST[name], "length": len(text)}]
        for name, text in texts.items()
        if len(_cleaned(text)) > LONGEST[name]
    }
    if errors:
        raise InvalidEdit(errors)


def _check_complete(values: Mapping[str, Any]) -> None:
    sentence = _("Please say this before you begin.")
    missing = {name: [sentence] for name, value in values.items() if not value}
    if missing:
        raise InvalidEdit(missing)


def _check_result(
    on: date, today: date, note: str, said_yes: int | None, asked: int | None
) -> None:
    errors: dict[str, list[str]] = {}
    if on > today:
        errors["ended_on"] = [_("This day has not come yet.")]
    if (said_yes is None) != (asked is None):
        missing = "said_yes" if said_yes is None else "asked"
        errors[missing] = [_("Please give both numbers, or none.")]
    elif asked is not None and said_yes is not None and not 0 <= said_yes <= asked <= COUNT_MAX:
        errors["said_yes"] = [_("No more people can say yes than you asked.")]
    if note and not is_blank(note):
        try:
            _check_texts({"note": note})
        except InvalidEdit as error:
            errors.update(error.errors)
    if errors:
        raise InvalidEdit(errors)
