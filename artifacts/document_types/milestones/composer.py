"""Composes the Milestones: a plan that ends when the founder said, or that says by how much it does
not.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from artifacts.document_types.milestones.schema import Milestone
from artifacts.document_types.mvp_scope.schema import Feature
from artifacts.facts import sums
from artifacts.facts.schema import Test
from artifacts.runners.offline import cues
from artifacts.runners.offline.permits import is_applied_for
from artifacts.runners.offline.quoting import shortened
from artifacts.runners.offline.story import PROVEN, Story, first_said
from artifacts.schemas.fields import TITLE_MAX

WEEKS_MAX = 52
_ASKED_MAX = 40
_TEST_WEEKS = 2
"""How long our test runs where the founder has not said it; marked as ours."""
_WEEKS_A_STEP = 2
_HOURS_A_STEP = 40
"""How long one step takes where no limit was said: weeks, or hours where we know how many there
are; marked as ours.
"""


@dataclass(frozen=True, slots=True)
class MilestonePlan:
    """Whole weeks of each part; a part of no weeks does not exist.

    `extra` is by how much the limit is exceeded.

    With `beside`, what comes before the building takes so long that the building goes on beside it.
    """

    before: int
    build: tuple[int, ...]
    prepare: int
    test: int
    extra: int = 0
    beside: bool = False

    @property
    def ready(self) -> int:
        """Weeks until the test can begin."""
        built = max(self.before, sum(self.build)) if self.beside else self.before + sum(self.build)
        return built + self.prepare


def compose(story: Story) -> dict[str, Any]:
    plan = make_plan(story)
    milestones = _milestones(story, plan)
    return {
        "milestones": [milestone.model_dump() for milestone in milestones],
        "resource_plan": _resources(story, plan),
        "risk_mitigation_timeline": _doubts(story, plan, milestones),
    }


def make_plan(story: Story) -> MilestonePlan:
    """Return how the weeks are shared out, with the wait for a permit that the founder named."""
    plan = _shared(story)
    wait = min(WEEKS_MAX, story.wait_weeks)
    if not story.laws_ahead or wait <= plan.before:
        return plan
    longer = (plan.build[0] + plan.before, *plan.build[1:])
    waiting = replace(plan, before=wait, build=longer, beside=True)
    return replace(waiting, extra=plan.extra + max(0, waiting.ready - plan.ready))


def _shared(story: Story) -> MilestonePlan:
    """Return how the weeks are shared out where nobody has to be waited for.

    What the founder calls a day is when it has to be ready, and their test follows; so it does
    behind weeks "until the first delivery". Other weeks are for all of it, test included. A day of
    their own for the test, if it lies before the limit, ends the building. Each part takes at least
    a week: with fewer weeks than parts, parts are joined, and what is still too long is said.
    """
    facts, steps = story.facts, max(1, len(story.features))
    test = facts.test.value
    own = _test_weeks(test)
    parts = 1 if steps < 3 else 2
    if story.weeks is None:
        weeks = _suggested(facts.hours_per_week.value, steps, parts)
        return MilestonePlan(1, (weeks,) * parts, 1, own or _TEST_WEEKS)
    available = story.weeks
    first_day = _first_day(story)
    begins = sums.weeks_until(first_day, story.today) if first_day else None
    if begins is not None and 0 < begins <= available:
        return _shared_out(begins, parts, own or _TEST_WEEKS)
    if facts.deadline or _ends_before_test(story):
        return _shared_out(available, parts, own or _TEST_WEEKS)
    inside = min(_TEST_WEEKS, available // 4) if own is None else own
    return _shared_out(available - inside, parts, inside)


def _ends_before_test(story: Story) -> bool:
    """Return whether the weeks there are end with the first of something, which the test needs."""
    return any(
        cues.ends_with_first(story.text(span.answer), span.text)
        for span in story.facts.duration_weeks.said
    )


def _first_day(story: Story) -> date | None:
    """Return the day on which the test begins, or about that day where only a month is told."""
    test = story.facts.test.value
    if test and test.begins:
        return test.begins
    if story.is_corrected("test"):
        return None
    return cues.month_of_beginning(story.text("validation"), story.facts.language, story.today)


def _test_weeks(test: Test | None) -> int | None:
    """Return the weeks that the founder gives their test, rounded up, or None."""
    if test is None or not test.weeks:
        return None
    return min(WEEKS_MAX, int(test.weeks.to_integral_value("ROUND_CEILING")))


def _suggested(hours: Decimal | None, steps: int, parts: int) -> int:
    """Return the weeks for one part of the building where no limit was said."""
    weeks = Decimal(steps * _HOURS_A_STEP) / hours if hours else Decimal(steps * _WEEKS_A_STEP)
    return min(WEEKS_MAX, max(1, int((weeks / parts).to_integral_value("ROUND_CEILING"))))


def _shared_out(available: int, parts: int, test_weeks: int) -> MilestonePlan:
    if available < 2:
        return MilestonePlan(0, (1,), 0, test_weeks, extra=max(0, 1 - available))
    if available < parts + 2:
        return MilestonePlan(0, (available - 1,), 1, test_weeks)
    before = max(1, round(available / 8))
    prepare = max(1, round(available / 6))
    left = available - before - prepare
    build = [left // parts + (1 if number < left % parts else 0) for number in range(parts)]
    return MilestonePlan(
        min(WEEKS_MAX, before),
        tuple(min(WEEKS_MAX, weeks) for weeks in build),
        min(WEEKS_MAX, prepare),
        test_weeks,
    )


def _milestones(story: Story, plan: MilestonePlan) -> list[Milestone]:
    found: list[Milestone] = []

    def add(milestone: dict[str, Any], weeks: int, after: list[str]) -> list[str]:
        item_id = f"M-{len(found) + 1}"
        found.append(Milestone(id=item_id, estimated_weeks=weeks, depends_on=after, **milestone))
        return [item_id]

    first = add(_before(story, plan), plan.before, []) if plan.before else []
    last, built = ([], 0) if plan.beside else (first, plan.before)
    for weeks, features in zip(plan.build, _parts(story.features, len(plan.build)), strict=True):
        built += weeks
        last = add(_build(story, features, weeks, built), weeks, last)
    if plan.beside:
        last = [*first, *last]
    if plan.prepare:
        last = add(_prepare(story, plan.ready), plan.prepare, last)
    if plan.test:
        add(_test(story), plan.test, last)
    return found


def _parts(features: list[Feature], count: int) -> list[list[Feature]]:
    middle = (len(features) + 1) // 2
    return [features] if count == 1 else [features[:middle], features[middle:]]


def _before(story: Story, plan: MilestonePlan) -> dict[str, Any]:
    """The first doubt: a law, what a pilot has taught already, or talks."""
    stage = story.facts.stage.value
    if story.laws_ahead:
        group = "milestones.permit"
        traits = story.facts.traits
        description = story.say(
            group,
            "description",
            "said",
            *(["wait"] if plan.beside and not is_applied_for(story.permit_sentences) else []),
            because=story.because(*story.laws_ahead[:1], traits.needs_permit),
            assumption_law=story.assumption("law"),
        )
        criteria = story.lines(group, "criterion")
    elif stage and stage.stage in PROVEN and story.value("stage"):
        group = "milestones.learned"
        description, criteria = story.say(group, "description"), story.lines(group, "criterion")
    else:
        group = "milestones.talks"
        description = story.say(group, "description", "evidence") or story.say(
            "brief.problem_statement", "open"
        )
        criteria = story.lines(group, "criterion")
    return {
        "title": _title(story.say(group, "title")),
        "description": description,
        "success_criteria": criteria,
    }


def _build(story: Story, features: list[Feature], weeks: int, end: int) -> dict[str, Any]:
    group = "milestones.build"
    hours = story.facts.hours_per_week.value
    known = {
        "features": story.pointers(features),
        "last_feature": shortened(features[-1].name, 90) if features else "",
        "milestone_hours": story.wording.count(hours * weeks, "hour") if hours else "",
        "milestone_end": _day_after(story, end),
    }
    title = story.say(group, "title", **known)
    description = first_said(story, group, "description", "description_any", **known)
    return {
        "title": _title(title),
        "description": " ".join(filter(None, (description, story.say(group, "end", **known)))),
        "success_criteria": [story.say(group, "criterion", **known)],
        "delivers": [feature.id for feature in features],
    }


def _prepare(story: Story, end: int) -> dict[str, Any]:
    group = "milestones.prepare"
    known = {"milestone_end": _day_after(story, end)}
    told = "description_paid_for" if story.is_paid_by_others else "description"
    description = first_said(story, group, told, "description_any")
    return {
        "title": _title(first_said(story, group, "title", "title_any")),
        "description": " ".join(
            filter(None, (description, story.say(group, "end", "deadline", **known)))
        ),
        "success_criteria": [
            first_said(story, group, *(["criterion"] * _can_be_asked(story)), "criterion_any")
        ],
    }


def _can_be_asked(story: Story) -> bool:
    """Return whether each participant can be asked for a yes; of a crowd nobody collects
    signatures.
    """
    test = story.facts.test.value
    return bool(test and test.participants and test.participants <= _ASKED_MAX)


def _test(story: Story) -> dict[str, Any]:
    group = "milestones.test"
    description = first_said(story, group, "description", "description_any")
    test = story.facts.test.value
    criteria = ("criterion", "criterion_short") if test and test.pass_mark else ("criterion_any",)
    if not test or not test.weeks:
        description = f"{description} {story.say(group, 'length_open')}"
    return {
        "title": _title(first_said(story, group, "title", "title_any")),
        "description": description,
        "success_criteria": [first_said(story, group, *criteria)],
    }


def _resources(story: Story, plan: MilestonePlan) -> str:
    group = "milestones.resource_plan"
    last = story.spare
    money = "money" if story.value("budget_now") else "budget"
    cost = "cost_each" if story.value("cost_count") else "cost"
    extra = story.wording.count(plan.extra, "week") if plan.extra else ""
    team = "team" if story.value("people") else "hours"
    text = story.say(
        group, team, "capacity", money, cost, "overdue", extra_weeks=extra, feature=last
    )
    if story.weeks is None:
        text = f"{text} {story.say(group, 'ours')}".strip()
    return text or story.say(group, "open")


def _doubts(story: Story, plan: MilestonePlan, milestones: list[Milestone]) -> str:
    """Say which assumption is settled in which milestone."""
    group = "milestones.risk_mitigation_timeline"
    first, last = milestones[0], milestones[-1]
    before_last = milestones[-2] if len(milestones) > 1 else first
    has_law = bool(story.laws_ahead)
    texts = (
        story.say(
            group,
            "law_beside" if plan.beside else "law",
            assumption_law=story.assumption("law") if has_law else "",
            milestone=f"[[{first.id}]]",
            previous=f"[[{before_last.id}]]",
        ),
        story.say(
            group,
            "assumption",
            assumption_use=story.assumption("use"),
            milestone=f"[[{last.id}]]",
        ),
        story.say(
            group,
            "price",
            assumption_price=story.assumption("price") if story.facts.prices else "",
            milestone=f"[[{before_last.id}]]",
        ),
        story.say(group, "slack", weeks=_slack(story, plan)),
    )
    return " ".join(text for text in texts if text) or story.say("milestones.resource_plan", "open")


def _slack(story: Story, plan: MilestonePlan) -> str:
    """Return how many weeks lie between the end of the building and the day for which the test was
    announced.
    """
    test = story.facts.test.value
    if not test or not test.begins:
        return ""
    weeks = sums.weeks_until(test.begins, story.today) - plan.ready
    return story.wording.count(weeks, "week") if weeks > 0 else ""


def _day_after(story: Story, weeks: int) -> str:
    """Return the day that lies so many weeks after today, where the plan is tied to a day."""
    return story.wording.day(story.today + timedelta(weeks=weeks)) if story.facts.deadline else ""


def _title(text: str) -> str:
    return shortened(text, TITLE_MAX - 4)
