"""The campaigns of bench/campaigns in their short form: the same acts and checks, for some seconds.

docs/reliability.md says what the long ones found.
"""

from __future__ import annotations

import pytest
from django.db import connection

from artifacts.tiers import Tier
from bench.campaigns import access, faults, fuzz, processes, races, report
from bench.campaigns.report import Report

pytestmark = pytest.mark.django_db(transaction=True)

SEED = 20_261_129


def fresh(campaign: str) -> Report:
    return Report(campaign, connection.vendor, SEED)


def test_every_fault_leaves_everything_idle_and_nothing_lost() -> None:
    found = fresh("faults")
    faults.run(found, runs=9, seconds=600)
    assert found.violations == []
    assert len(found.rows) > 4, "a kill may come after the last statement"


def test_a_campaign_of_faults_notices_what_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    """With a recovery that does nothing, kills leave documents that nobody writes."""
    monkeypatch.setattr("bench.campaigns.scenes.resume_abandoned", lambda **_: [])
    found = fresh("faults")
    lost = next(one for one in faults.faults() if one.play is faults.lose_message)
    monkeypatch.setattr(faults, "faults", lambda: (lost,))
    faults.run(found, runs=1, seconds=600)
    assert any("I-6" in violation for violation in found.violations)


def test_what_a_killed_process_was_writing_is_written_by_another() -> None:
    found = fresh("processes")
    processes.run(found, runs=1, seconds=600)
    assert found.violations == []
    assert [row.outcomes for row in found.rows.values()] == [{"all written": 1}]
    assert all(row.taken_up for row in found.rows.values())


def test_nobody_loses_anything_to_eight_clients_at_once() -> None:
    found = fresh("races")
    races.run(found, runs=90, seconds=600)
    assert found.violations == []
    assert found.rows["edit"].outcomes["done"] > 0
    assert found.rows["edit outdated"].outcomes["done"] == 0
    assert found.rows["regenerate"].outcomes["done"] > 0


def test_a_campaign_of_races_notices_a_lost_edit(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where every edit is taken for one of the text that stands, edits replace others unseen."""

    class AnyBase(str):
        __slots__ = ()
        __hash__ = str.__hash__

        def __ne__(self, other: object) -> bool:
            return False

    monkeypatch.setattr("artifacts.services.editing.manual_edits.fingerprint", AnyBase)
    found = fresh("races")
    races.run(found, runs=400, seconds=600)
    assert any("was accepted, and happened 0 times" in one for one in found.violations)


def test_hostile_input_is_answered_in_words() -> None:
    found = fresh("fuzz")
    fuzz.run(found, runs=40, seconds=600)
    assert found.violations == []
    assert len(found.rows) > len(fuzz.DOORS) - 3
    assert found.inputs > 60


def test_a_campaign_of_hostile_input_notices_a_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fuzz, "prepare_logo", lambda data: 1 / 0)
    monkeypatch.setattr(fuzz, "DOORS", {"files: logos": (fuzz.Batch.logo, 1)})
    found = fresh("fuzz")
    fuzz.run(found, runs=1, seconds=600)
    assert any("ZeroDivisionError" in one for one in found.violations)


def test_nobody_gets_a_text_that_they_may_not_read() -> None:
    found = fresh("access")
    access.run(found, runs=100, seconds=600)
    assert found.violations == []
    assert len({row.what.partition(", ")[2] for row in found.rows.values()}) > 10


def test_a_campaign_of_access_notices_a_planted_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(access.GATED, Tier.CTO_SCALE, ("PLANTED-CORE",))
    found = fresh("access")
    access.run(found, runs=400, seconds=600)
    assert any(one.startswith("I-8 the owner, CTO Scale") for one in found.violations)


def test_the_page_holds_what_was_measured() -> None:
    text = report.PAGE.read_text()
    assert report.with_tables(text, report.read()) == text
