"""The queue.

It only wakes a worker: the database rows are the source of truth. No other module knows the queue.
"""

from __future__ import annotations

import logging
import threading
import time
import uuid
from collections.abc import Callable
from typing import TypeVar

from django.conf import settings
from django.utils import timezone
from huey.consumer import Consumer
from huey.contrib.djhuey import HUEY, on_startup, task

from artifacts.generation.claims import Claim
from artifacts.generation.clock import clock_skew, shared_now
from artifacts.generation.connections import release_connection, start_thread
from artifacts.generation.leases import heartbeat
from artifacts.generation.recovery import resume_abandoned
from artifacts.generation.shutdown import abandon_all, is_stopping, stop_starting
from artifacts.generation.writer import write_claim
from artifacts.monitoring.context import bound, request_of
from artifacts.monitoring.worker_server import METRICS, serve
from artifacts.runners.llm import load_models
from artifacts.services.accounts.closing import erase_closed
from artifacts.services.assumptions.drafting import make_draft
from artifacts.services.editing.idempotency import forget_forms
from artifacts.services.facts.questions import are_questions_tailored, make_questions
from artifacts.services.facts.second_reading import read_answers
from artifacts.services.mails.announcing import announce_documents, announce_guest_notes
from artifacts.services.mails.outbox import send_waiting_mails
from artifacts.services.mails.weekly import order_weekly_mails
from artifacts.services.operations.retention import delete_outdated
from artifacts.services.projects.lifecycle import purge_deleted
from artifacts.usage.budgets import unheld_budgets
from artifacts.usage.staff_index import index_changed
from artifacts.usage.workers import report_worker
from cofounder.garbage import settle
from cofounder.loading import load_late

logger = logging.getLogger(__name__)

T = TypeVar("T")

SWEEP_SECONDS = 2
"""How often each worker looks for abandoned cascades: one short query."""
REPORT_SECONDS = 10
PURGE_SECONDS = 3600
PARTING_SECONDS = 2.0
SWEEPER = "sweeper"
LOADER = "loader"
MAILER = "mailer"

WORKER = uuid.uuid4()
"""Which process this is, among the workers that staff see."""

_starting = threading.Lock()


def deliver(cascade: Claim) -> None:
    """Wake a worker.

    If the queue is out of reach the claim stays, and is found when its lease ends.
    """
    try:
        _reach(lambda: write_cascade(str(cascade.project_id), str(cascade.token)))
    except Exception:
        logger.exception(
            "Could not reach the queue for project %s; a worker will find the claim",
            cascade.project_id,
        )


def deliver_questions(project_id: uuid.UUID, order: str) -> None:
    """Wake a worker to make the questions of an interview.

    Raises where the queue is out of reach.
    """
    _reach(lambda: write_questions(str(project_id), order))


def deliver_reading(project_id: uuid.UUID, order: str) -> None:
    """Wake a worker to read the answers of a project. Raises where the queue is out of reach."""
    _reach(lambda: write_reading(str(project_id), order))


def deliver_draft(test_id: uuid.UUID, order: str) -> None:
    """Wake a worker to draft the test of an assumption. Raises where the queue is out of reach."""
    _reach(lambda: write_draft(str(test_id), order))


def _reach(ask: Callable[[], T]) -> T:
    """Ask the queue, once more where that fails: the connection that was kept may be dead, the next
    one is fresh.

    A message that comes twice does no harm.
    """
    try:
        return ask()
    except Exception as error:
        logger.info("The queue did not answer (%r); trying once more", error)
        return ask()


def waiting_messages() -> int | None:
    """Return how many messages lie in the queue; None if it is out of reach."""
    try:
        return int(_reach(HUEY.pending_count))
    except Exception:
        logger.exception("Could not ask the queue how long it is")
        return None


def prepare_queue() -> None:
    """Make the tables of a queue that lives in PostgreSQL; other queues make their own."""
    initialize = getattr(HUEY.storage, "initialize_schema", None)
    if initialize:
        initialize()


@task()  # type: ignore[untyped-decorator]
def write_cascade(project_id: str, token: str) -> None:
    # The id of the request that ordered it is in the orders, where it outlives the message.
    with bound(is_fresh=True, project_id=project_id):
        claim = Claim(uuid.UUID(project_id), uuid.UUID(token))
        if write_claim(claim):
            _announce(claim)
        if is_stopping():
            _enqueue_for_others()


def _announce(claim: Claim) -> None:
    try:
        announce_documents(claim.project_id, claim.token, now=shared_now())
    except Exception:
        logger.exception("Could not tell that documents of project %s are ready", claim.project_id)
    finally:
        release_connection()


@task()  # type: ignore[untyped-decorator]
def take_up() -> None:
    """Look at once for what a worker gave up, instead of with the next sweep."""
    sweep()


class StoppableConsumer(Consumer):  # type: ignore[misc]
    """Huey's worker process, which ends in the same way whichever signal it gets.

    It starts nothing new, waits SHUTDOWN_SECONDS for work in progress, and abandons what is not
    done by then.
    """

    def start(self) -> None:
        load_late()
        settle()
        super().start()

    def stop(self, graceful: bool = False) -> None:  # noqa: FBT001, FBT002 (Huey's signature)
        stop_starting()
        super().stop(graceful=True)
        if abandon_all():
            _enqueue_for_others()
            self._part()

    def _part(self) -> None:
        """Let the running threads end their calls and record their usage; those that do not in time
        are left.
        """
        until = time.monotonic() + PARTING_SECONDS
        for _, thread in self.worker_threads:
            thread.join(max(0.0, until - time.monotonic()))


def _enqueue_for_others() -> None:
    try:
        _reach(take_up)
    except Exception:
        logger.exception(
            "Could not reach the queue; others find what was given up with their next sweep"
        )


# Before the documents that wait: a founder looks at the page for these few seconds.
@task(priority=10)  # type: ignore[untyped-decorator]
def write_questions(project_id: str, order: str) -> None:
    with bound(is_fresh=True, project_id=project_id, request_id=request_of(order)):
        make_questions(uuid.UUID(project_id), order)


@task(priority=10)  # type: ignore[untyped-decorator]
def write_reading(project_id: str, order: str) -> None:
    with bound(is_fresh=True, project_id=project_id, request_id=request_of(order)):
        read_answers(uuid.UUID(project_id), order)


@task(priority=10)  # type: ignore[untyped-decorator]
def write_draft(test_id: str, order: str) -> None:
    with bound(is_fresh=True, request_id=request_of(order)):
        make_draft(uuid.UUID(test_id), order)


@on_startup()  # type: ignore[untyped-decorator]
def start_sweeping() -> None:
    """Sweep from a thread of its own: as a task it would wait behind the cascades that keep every
    worker thread busy.

    Huey calls this in each of its threads; the first one starts it.
    """
    with _starting:
        if not any(thread.name == SWEEPER for thread in threading.enumerate()):
            start_thread(SWEEPER, _sweep_for_ever)


@on_startup()  # type: ignore[untyped-decorator]
def start_mailing() -> None:
    """Send mails from a thread of its own: a mail server that does not answer must not delay
    recovery.
    """
    with _starting:
        if not any(thread.name == MAILER for thread in threading.enumerate()):
            start_thread(MAILER, _mail_for_ever)


@on_startup()  # type: ignore[untyped-decorator]
def start_loading() -> None:
    """Load the language models before the first founder waits for questions: loading takes as long
    as founders wait.
    """
    with _starting:
        if are_questions_tailored() and not any(
            thread.name == LOADER for thread in threading.enumerate()
        ):
            start_thread(LOADER, _load)


@on_startup()  # type: ignore[untyped-decorator]
def start_telling() -> None:
    """Tell what is counted, where an address is set for that.

    A worker that cannot goes on writing.
    """
    with _starting:
        if settings.WORKER_METRICS_ADDRESS is None or any(
            t.name == METRICS for t in threading.enumerate()
        ):
            return
        try:
            serve(settings.WORKER_METRICS_ADDRESS)
        except OSError as error:
            logger.error("WORKER_METRICS_ADDRESS cannot be used: %r", error)


def _load() -> None:
    try:
        load_models()
        for sentence in unheld_budgets():
            logger.warning("%s LLM_UNPRICED says how it counts.", sentence)
    except Exception:
        logger.exception(
            "Could not load the language models; trying again when something is written"
        )


def sweep() -> None:
    """Take up what other workers left; one that stops leaves it to others, and most of all what it
    has just given up itself.
    """
    if is_stopping():
        return
    try:
        resume_abandoned(deliver=deliver, ours=heartbeat)
    except Exception:
        logger.exception(
            "Could not look for abandoned cascades; trying again in %s s", SWEEP_SECONDS
        )
    finally:
        release_connection()


def survey() -> None:
    """Note for staff which documents are out of date or have findings, where something has
    changed.
    """
    try:
        index_changed()
    except Exception:
        logger.exception("Could not survey what has changed; trying again in %s s", REPORT_SECONDS)
    finally:
        release_connection()


def send_mails() -> None:
    """Order the mails that are due, and send those that wait."""
    try:
        announce_guest_notes(timezone.now())
        send_waiting_mails(timezone.now())
    except Exception:
        logger.exception("Could not send mails; trying again in %s s", REPORT_SECONDS)
    finally:
        release_connection()


def order_mondays() -> None:
    """Order the mails of Monday that are due."""
    try:
        order_weekly_mails(timezone.now())
    except Exception:
        logger.exception("Could not order mails; trying again in %s s", REPORT_SECONDS)
    finally:
        release_connection()


def report() -> None:
    """Say that this worker lives."""
    try:
        # As Huey names the threads of its consumer.
        threads = sum(thread.name.startswith("Worker-") for thread in threading.enumerate())
        skew = clock_skew()
        report_worker(WORKER, threads=threads, now=shared_now(), skew_seconds=skew)
    except Exception:
        logger.exception(
            "Could not say that this worker lives; trying again in %s s", REPORT_SECONDS
        )
    finally:
        release_connection()


def purge() -> None:
    """Delete for good what founders deleted long ago, and what the settings do not keep."""
    try:
        now = timezone.now()
        purge_deleted(now)
        erase_closed(now)
        forget_forms(now)
        delete_outdated(now)
    except Exception:
        logger.exception("Could not purge deleted projects; trying again in %s s", PURGE_SECONDS)
    finally:
        release_connection()


def _sweep_for_ever() -> None:
    reported_at = purged_at = float("-inf")
    while not is_stopping():
        sweep()
        if time.monotonic() - reported_at >= REPORT_SECONDS:
            reported_at = time.monotonic()
            report()
            survey()
        if time.monotonic() - purged_at >= PURGE_SECONDS:
            purged_at = time.monotonic()
            purge()
        time.sleep(SWEEP_SECONDS)


def _mail_for_ever() -> None:
    while not is_stopping():
        order_mondays()
        send_mails()
        time.sleep(REPORT_SECONDS)
