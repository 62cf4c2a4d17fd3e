"""Faults in the middle of everything, injected in this process at named steps, many a minute.

A kill is an exception that nothing catches, raised before or after one statement; from then on the
process asks its database nothing. The faults that need other processes are in `processes`.
"""

from __future__ import annotations

import random
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from unittest.mock import patch

from django.db import connection
from django.utils import timezone

from artifacts.diff.three_way import Choice
from artifacts.exceptions import ArtifactsError
from artifacts.generation import shutdown
from artifacts.generation.claims import Edits, cancel_generation
from artifacts.generation.leases import MAX_WRITING
from artifacts.generation.proposals import Choices, decide_proposal, read_proposal
from artifacts.generation.recovery import resume_abandoned
from artifacts.generation.writer import write_claim
from artifacts.models import Artifact
from artifacts.runners.base import PermanentRunnerError, RetryableRunnerError
from artifacts.schemas import GENERATION_ORDER, ArtifactType
from artifacts.services.projects.lifecycle import delete_project, undelete_project
from artifacts.tasks import SWEEP_SECONDS
from bench.campaigns.outside import (
    be_away,
    be_away_for_long,
    end_connection,
    fill_disk,
    lose_cache,
    step_clock,
)
from bench.campaigns.report import Report
from bench.campaigns.scenes import Scene, scene
from bench.campaigns.statements import Statements

FAULTS_OF_A_PROJECT = 5
NOT_REACHED = "fault not reached"
MOST_STATEMENTS = {"claim": 6, "write": 18, "recover": 9, "act": 5}
"""About how many statements each piece of work has: one more than that is never reached."""


@dataclass(frozen=True)
class Fault:
    """A fault, and how what it met goes on; returns what came of it."""

    name: str
    play: Callable[[Scene], str]
    only: str = ""
    """The database that it is about."""


def faults() -> tuple[Fault, ...]:
    return (
        Fault("kill -9 while claiming", kill_claiming),
        Fault("kill -9 while writing, at a statement", kill_writing),
        Fault("kill -9 during a call of the writing service", kill_in_runner),
        Fault("kill -9 of the heir while it takes over", kill_recovering),
        Fault("kill -9 of web during an edit, a note, an answer", kill_acting),
        Fault("kill -9 of web while it stores a decision", kill_deciding),
        Fault("kill -9 while cancelling", kill_cancelling),
        Fault("kill -9 while deleting the project", kill_deleting),
        Fault("SIGTERM", stop),
        Fault("message to the queue lost", lose_message),
        Fault("connection ended by the server", end_connection, only="postgresql"),
        Fault("database away for a moment", be_away),
        Fault("database away for longer than a store waits", be_away_for_long),
        Fault("disk full", fill_disk, only="sqlite"),
        Fault("clock 25 s ahead", step_clock(25)),
        Fault("clock 25 s behind", step_clock(-25)),
        Fault("clock 60 s ahead", step_clock(60)),
        Fault("clock 60 s behind", step_clock(-60)),
        Fault("cache away", lose_cache),
        Fault("writing service hangs for 30 minutes", hang),
        Fault("writing service answers after the lease was taken", answer_late),
        Fault("writing service fails", fail),
    )


def run(report: Report, *, runs: int, seconds: float) -> None:
    """Play one fault after the other until there were `runs` or the time is over."""
    playable = [one for one in faults() if one.only in ("", connection.vendor)]
    ends = time.monotonic() + seconds
    for first in range(0, runs, FAULTS_OF_A_PROJECT):
        seed = f"{report.seed}-{first}"
        rng = random.Random(seed)
        with scene(rng) as stage:
            for number in range(first, min(first + FAULTS_OF_A_PROJECT, runs)):
                if time.monotonic() > ends:
                    return
                if number > first:
                    stage.again()
                fault = playable[number % len(playable)]
                if not play(report, stage, fault, f"{seed}, {number}"):
                    break


def play(report: Report, stage: Scene, fault: Fault, where: str) -> bool:
    """Play one fault, and return whether what is there afterwards is as it must be."""
    try:
        outcome = fault.play(stage)
        waits = stage.waits()
        stage.recover()
        problems = list(stage.problems())
    except Exception as error:
        traceback.print_exc()
        outcome, waits, problems = "broke", None, [repr(error)]
    if outcome == NOT_REACHED:
        return True
    seconds = None if waits is None else waits + SWEEP_SECONDS
    report.row(fault.name).note("violated" if problems else outcome, seconds)
    for problem in problems:
        report.violate(f"{fault.name}, seed {where}: {problem}")
    return not problems


# Kills


@contextmanager
def killing(stage: Scene, work: str) -> Iterator[Statements]:
    """Kill this process, as it were, at some statement of the block."""
    at = stage.rng.randint(1, MOST_STATEMENTS[work])
    doomed = Statements(at, kills=True, after=stage.rng.random() < 0.5)
    stage.statements = doomed
    with doomed.watching():
        yield doomed
    stage.statements = Statements()


def _outcome(doomed: Statements, stage: Scene) -> str:
    if not doomed.is_dead:
        return NOT_REACHED
    return "resumed" if stage.waits() is not None else "whole or not at all"


def _order_again(stage: Scene) -> None:
    """Order what was not ordered because its process died, as a founder would."""
    stage.finish(stage.claim())


def kill_claiming(stage: Scene) -> str:
    with killing(stage, "claim") as doomed:
        stage.claim(started=stage.rng.random() < 0.5)
    outcome = _outcome(doomed, stage)
    if doomed.is_dead and stage.waits() is None:
        _order_again(stage)
    return outcome


def kill_writing(stage: Scene) -> str:
    cascade = stage.claim(started=stage.rng.random() < 0.5)
    with killing(stage, "write") as doomed:
        write_claim(cascade, runner=stage.runner())
    return _outcome(doomed, stage)


def kill_in_runner(stage: Scene) -> str:
    _die_at(stage, stage.rng.choice(GENERATION_ORDER))
    return "resumed"


def _die_at(stage: Scene, where: ArtifactType) -> None:
    doomed = stage.statements = Statements()

    def die(artifact_type: ArtifactType) -> None:
        if artifact_type is where:
            doomed.kill()

    cascade = stage.claim()
    with doomed.watching():
        write_claim(cascade, runner=stage.runner(die))
    stage.statements = Statements()


def kill_recovering(stage: Scene) -> str:
    _die_at(stage, stage.rng.choice(GENERATION_ORDER))
    with killing(stage, "recover") as doomed:
        resume_abandoned(deliver=stage.finish, now=timezone.now() + timedelta(minutes=2))
    return _outcome(doomed, stage)


def kill_acting(stage: Scene) -> str:
    stage.finish(stage.claim())
    before = dict(stage.texts), list(stage.notes), list(stage.answers)
    with killing(stage, "act") as doomed:
        stage.rng.choice((stage.edit, stage.note, stage.answer))()
    if doomed.is_dead:
        # Nobody was told that it is stored: it may be there whole, or not at all.
        stage.notes, stage.answers = before[1], []
        stage.texts = {} if connection.in_atomic_block else stage.texts
        _forget_overwritten(stage, before[0])
    return _outcome(doomed, stage)


def _forget_overwritten(stage: Scene, texts: dict[str, ArtifactType]) -> None:
    """Leave out the text that the edit which died may have replaced: that was the founder's wish.

    An edit that is there must be whole, which the audit and the versions say.
    """
    for text, artifact_type in texts.items():
        row = stage.row(artifact_type)
        if text in str(row.current_content):
            stage.texts[text] = artifact_type
        else:
            stage.texts.pop(text, None)


def kill_deciding(stage: Scene) -> str:
    stage.policy = Edits.REVIEW
    stage.finish(stage.claim())
    row = next((row for row in stage.rows() if row.proposal is not None), None)
    if row is None:
        return NOT_REACHED
    proposal = read_proposal(row)
    assert proposal is not None
    chosen: Choice = stage.rng.choice(("mine", "new"))
    choices = Choices(sections=dict.fromkeys(proposal.sections, chosen))
    who: dict[str, Any] = {"decider": stage.founder, "tier": stage.founder.get_tier()}
    was = row.version_number
    with killing(stage, "act") as doomed:
        decide_proposal(row, choices=choices, base=proposal.base, **who)
    now = stage.row(row.type)
    if (now.version_number, now.proposal is None) not in ((was, False), (was + 1, True)):
        return "half a decision"
    stage.texts = {} if now.version_number > was and chosen == "new" else stage.texts
    return _outcome(doomed, stage)


def kill_cancelling(stage: Scene) -> str:
    cascade = stage.claim()
    with killing(stage, "act") as doomed:
        cancel_generation(stage.project)
    outcome = _outcome(doomed, stage)
    if stage.waits() is None:
        _order_again(stage)
    else:
        write_claim(cascade, runner=stage.runner())  # its worker is alive
    return outcome


def kill_deleting(stage: Scene) -> str:
    cascade = stage.claim()
    with killing(stage, "act") as doomed:
        delete_project(stage.project)
    outcome = _outcome(doomed, stage)
    write_claim(cascade, runner=stage.runner())
    stage.recover()
    undelete_project(stage.project)
    unwritten = [row for row in stage.rows() if row.version_number == stage.versions[row.type]]
    if len(unwritten) == len(GENERATION_ORDER) and not any(row.proposal for row in unwritten):
        _order_again(stage)
    return outcome


# What else happens to a worker


def stop(stage: Scene) -> str:
    where = stage.rng.choice(GENERATION_ORDER)
    with patch.object(shutdown, "_stopping", threading.Event()):

        def told_to_stop(artifact_type: ArtifactType) -> None:
            if artifact_type is where:
                shutdown.stop_starting()

        write_claim(stage.claim(), runner=stage.runner(told_to_stop))
    return "handed over" if stage.waits() is not None else "finished"


def lose_message(stage: Scene) -> str:
    stage.claim(started=False)
    return "resumed"


def hang(stage: Scene) -> str:
    """A call returns after so long that its lease was no longer renewed, and was taken over."""
    return _late(stage, timezone.now() - MAX_WRITING)


def answer_late(stage: Scene) -> str:
    return _late(stage, None)


def _late(stage: Scene, started_at: Any) -> str:
    where = stage.rng.choice(GENERATION_ORDER)
    done: list[bool] = []

    def sleep_too_long(artifact_type: ArtifactType) -> None:
        if artifact_type is not where or done:
            return
        done.append(True)
        rows = Artifact.objects.filter(project=stage.project).generating()
        if started_at is not None:
            rows.update(generation_started_at=started_at)
        stage.recover()

    write_claim(stage.claim(), runner=stage.runner(sleep_too_long))
    return "its text was dropped"


def fail(stage: Scene) -> str:
    stage.may_fail = True
    where = stage.rng.choice(GENERATION_ORDER)
    error = stage.rng.choice(
        (
            RetryableRunnerError("no"),
            RetryableRunnerError("later", retry_after_seconds=5),
            PermanentRunnerError("never"),
            RuntimeError("a runner that breaks"),
            MemoryError(),
        )
    )

    def refuse(artifact_type: ArtifactType) -> None:
        if artifact_type is where:
            raise error

    write_claim(stage.claim(), runner=stage.runner(refuse))
    postponed = stage.waits() is not None
    stage.recover()
    if any(row.has_failed and row.failure is None for row in stage.rows()):
        raise ArtifactsError("it failed without a word")
    return "postponed, then stored" if postponed else "failed in words"
