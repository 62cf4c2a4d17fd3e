"""What writing has taken, summed over the receipts: of a project, of a founder, of the
installation, since when.

The questions of an interview count too, where a language model chose them: for the founder whose
project it is, on the day on which the project was made.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import (
    Aggregate,
    Count,
    DecimalField,
    Field,
    IntegerField,
    Q,
    QuerySet,
    Sum,
)
from django.db.models.fields.json import KeyTextTransform, KeyTransform
from django.db.models.functions import Cast

from artifacts.interview.wording import Spent
from artifacts.models import GenerationAttempt, Project
from artifacts.models.attempt import GenerationAttemptQuerySet
from artifacts.models.compiled import CompiledQuery, Parameter

Outcome = GenerationAttempt.Outcome

WRITTEN = Q(outcome__in=(Outcome.STORED, Outcome.PROPOSED))
USD = DecimalField(max_digits=12, decimal_places=6)
# A finished call has a duration; of a worker that died nobody knows what its call had cost by then,
# except that the offline writer costs nothing.
CALLED = Q(duration_seconds__isnull=False) | (
    Q(outcome=Outcome.ABANDONED) & ~Q(runner__startswith="fake")
)


@dataclass(frozen=True, slots=True)
class UsageTotals:
    """A sum over receipts, also of those that ended in nothing. Tokens are counts.

    Sums are of what is known; `unknown_tokens` and `unknown_costs` say of how many receipts it is
    not. `guessed_usd` is about what the latter cost.
    """

    documents: int
    """Versions written."""
    tokens_in: int
    tokens_out: int
    tokens_cached: int
    unknown_tokens: int
    cost_usd: Decimal
    unknown_costs: int
    seconds: float
    guessed_usd: Decimal = Decimal(0)


NOTHING = UsageTotals(0, 0, 0, 0, 0, Decimal(0), 0, 0.0)


def spent_on(project: Project) -> UsageTotals:
    """Return what all finished attempts at a project's documents took, and its questions. One
    query, for the project says itself what its questions did.
    """
    found = _OF_PROJECT.values(project=project.pk)
    # A project without a receipt has no group.
    receipts = UsageTotals(**dict(zip(SUMMED, found[0], strict=True))) if found else NOTHING
    return _plus(receipts, _questions_of(project))


def spent(*, founder_id: int | None = None, since: datetime | None = None) -> UsageTotals:
    """Return what all finished attempts took that match every condition given, and the questions.

    `founder_id` leaves those that this founder has asked for; `since` those that ended then or
    later. Two queries.
    """
    receipts = _finished()
    projects = Project.objects.filter(interview_questions__has_key="spent")
    if founder_id is not None:
        receipts = receipts.asked_by(founder_id)
        projects = projects.filter(owner=founder_id)
    if since is not None:
        receipts = receipts.filter(finished_at__gte=since)
        projects = projects.filter(created_at__gte=since)
    return _plus(UsageTotals(**receipts.aggregate(**_sums())), _questions_of_all(projects))


def _finished() -> GenerationAttemptQuerySet:
    return GenerationAttempt.objects.exclude(outcome=Outcome.OPEN)


def _sums() -> dict[str, Aggregate]:
    """Return what is summed over receipts, by the fields of UsageTotals."""
    # What counts rows by a column comes before the sum that takes the column's name.
    return {
        "documents": Count("pk", filter=WRITTEN),
        "unknown_tokens": Count("pk", filter=CALLED & Q(tokens_in=None)),
        "unknown_costs": Count("pk", filter=CALLED & Q(cost_usd=None)),
        "tokens_in": Sum("tokens_in", default=0),
        "tokens_out": Sum("tokens_out", default=0),
        "tokens_cached": Sum("tokens_cached", default=0),
        "cost_usd": Sum("cost_usd", default=Decimal(0)),
        "seconds": Sum("duration_seconds", default=0.0),
        "guessed_usd": Sum("guessed_usd", default=Decimal(0)),
    }


def _sums_by_project() -> QuerySet[Any, Any]:
    project = Parameter("project", Project._meta.pk)
    receipts = _finished().filter(artifact__project=project).order_by()
    return receipts.values("artifact__project").annotate(**_sums()).values_list(*SUMMED)


SUMMED = tuple(_sums())
_OF_PROJECT = CompiledQuery(_sums_by_project)


def _plus(receipts: UsageTotals, questions: Mapping[str, Any]) -> UsageTotals:
    return replace(
        receipts, **{name: getattr(receipts, name) + more for name, more in questions.items()}
    )


def _questions_of(project: Project) -> dict[str, Any]:
    made = project.get_interview().spent
    if made == Spent():
        return {}
    return {
        "unknown_tokens": int(made.tokens_in is None),
        "unknown_costs": int(made.cost_usd is None or made.guessed_usd is not None),
        "tokens_in": made.tokens_in or 0,
        "tokens_out": made.tokens_out or 0,
        "tokens_cached": made.tokens_cached or 0,
        "cost_usd": made.cost_usd or Decimal(0),
        "guessed_usd": made.guessed_usd or Decimal(0),
    }


def _questions_of_all(projects: QuerySet[Project]) -> dict[str, Any]:
    tokens_in = _told("tokens_in", IntegerField())
    told = projects.annotate(told_cost=_told("cost_usd", USD), guessed=_told("guessed_usd", USD))
    return told.aggregate(
        unknown_tokens=Count("pk") - Count(tokens_in),
        unknown_costs=Count("pk", filter=Q(told_cost=None) | Q(guessed__isnull=False)),
        tokens_in=Sum(tokens_in, default=0),
        tokens_out=Sum(_told("tokens_out", IntegerField()), default=0),
        tokens_cached=Sum(_told("tokens_cached", IntegerField()), default=0),
        cost_usd=Sum("told_cost", default=Decimal(0)),
        guessed_usd=Sum("guessed", default=Decimal(0)),
    )


def _told(name: str, field: Field[Any, Any]) -> Cast:
    """Return a figure that the questions' making left behind, NULL where nobody told it."""
    return Cast(KeyTextTransform(name, KeyTransform("spent", "interview_questions")), field)


def start_of_day(now: datetime) -> datetime:
    """Return the midnight that quotas and budgets count from. Days begin at midnight UTC."""
    return now.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)


def end_of_day(now: datetime) -> datetime:
    """Return the midnight at which they begin again."""
    return start_of_day(now) + timedelta(days=1)
