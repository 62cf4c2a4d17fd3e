"""What writing has taken, summed over the receipts: of a project, of a founder, of the
installation, since when.

The questions of an interview count too, where a language model chose them: for the founder whose
project it is, on the day on which the project was made.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import Count, DecimalField, Field, IntegerField, Q, QuerySet, Sum
from django.db.models.fields.json import KeyTextTransform, KeyTransform
from django.db.models.functions import Cast

from artifacts.interview.wording import Spent
from artifacts.models import GenerationAttempt, Project

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


def spent(
    *, project: Project | None = None, founder_id: int | None = None, since: datetime | None = None
) -> UsageTotals:
    """Return what all finished attempts took that match every condition given, and the questions.

    `founder_id` leaves those that this founder has asked for; `since` those that ended then or
    later. Two queries, but one for all that a `project` took, which says itself what its questions
    did.
    """
    receipts = GenerationAttempt.objects.exclude(outcome=Outcome.OPEN)
    projects = Project.objects.filter(interview_questions__has_key="spent")
    if project is not None:
        receipts = receipts.filter(artifact__project=project)
        projects = projects.filter(pk=project.pk)
    if founder_id is not None:
        receipts = receipts.asked_by(founder_id)
        projects = projects.filter(owner=founder_id)
    if since is not None:
        receipts = receipts.filter(finished_at__gte=since)
        projects = projects.filter(created_at__gte=since)
    # What counts rows by a column comes before the sum that takes the column's name.
    sums = receipts.aggregate(
        documents=Count("pk", filter=WRITTEN),
        unknown_tokens=Count("pk", filter=CALLED & Q(tokens_in=None)),
        unknown_costs=Count("pk", filter=CALLED & Q(cost_usd=None)),
        tokens_in=Sum("tokens_in", default=0),
        tokens_out=Sum("tokens_out", default=0),
        tokens_cached=Sum("tokens_cached", default=0),
        cost_usd=Sum("cost_usd", default=Decimal(0)),
        seconds=Sum("duration_seconds", default=0.0),
        guessed_usd=Sum("guessed_usd", default=Decimal(0)),
    )
    if project is not None and founder_id is None and since is None:
        questions = _questions_of(project)
    else:
        questions = _questions_of_all(projects)
    for name, value in questions.items():
        sums[name] += value
    return UsageTotals(**sums)


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
