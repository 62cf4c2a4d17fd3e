"""Composes the Milestones: a plan that fits the founder's limit, with what can run side by side."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from artifacts.runners.offline.context import Context, has_figure
from artifacts.runners.offline.voice import defuse, excerpt, fill, listed, paragraphs, sentences, upper_first
from artifacts.schemas import ArtifactType, schedule
from artifacts.schemas.base import TITLE_MAX
from artifacts.schemas.milestones import Milestone, MilestonesContent
from artifacts.schemas.mvp_scope import Feature
from artifacts.text import fold_spaces

_TRIAL_WEEKS = 2
_TRIAL_MAX = 12
_NAME_MAX = 50
_TITLE = TITLE_MAX - 4
_ROOMY = 6
"""Weeks from which a plan has room for as many milestones as there are when a team divides the work."""
_TALKS = re.compile(r"(?<!\w)(?:talk(?:s|ed)|interview(?:s|ed)?|conversations?|spoken|gespräche|interviewt)(?!\w)")


@dataclass(frozen=True, slots=True)
class Weeks:
    """How long each part of the plan may take; a part of no weeks does not exist."""

    talks: int
    core: int
    rest: int
    trial: int
    prepare: int

    @property
    def total(self) -> int:
        return self.talks + self.core + self.rest + self.trial


def compose(ctx: Context) -> dict[str, Any]:
    planned = _plan(ctx)
    ctx = ctx.with_document(ArtifactType.MILESTONES, MilestonesContent(milestones=planned))
    return {
        "milestones": [milestone.model_dump() for milestone in planned],
        "resource_plan": paragraphs(_hands(ctx), _purchases(ctx), _time(ctx)),
        "risk_mitigation_timeline": _doubts(ctx),
    }


def _split(features: list[Feature]) -> tuple[list[Feature], list[Feature]]:
    """Return what comes first and what comes after; where nothing stands out, the first half comes first."""
    first = [feature for feature in features if feature.priority == "high"]
    if not first or len(first) == len(features):
        first = features[: (len(features) + 1) // 2]
    chosen = {feature.id for feature in first}
    return first, [feature for feature in features if feature.id not in chosen]


def _weeks(ctx: Context, *, has_rest: bool) -> Weeks:
    core, rest = ctx.kind.pace
    trial = min(ctx.trial_weeks or _TRIAL_WEEKS, _TRIAL_MAX)
    weeks = Weeks(talks=1, core=core, rest=rest if has_rest else 0, trial=trial, prepare=0)
    limit = ctx.limit_weeks
    if limit is None:
        return replace(weeks, prepare=_TRIAL_WEEKS)
    if limit < 4:
        # The plan has fewer milestones than weeks at its disposal: what is missing is done inside the others.
        weeks = replace(weeks, talks=int(limit > 2), core=1, rest=0)
        return replace(weeks, trial=max(0, min(trial, limit - weeks.talks - weeks.core)))
    weeks = _shrink(weeks, limit)
    return replace(weeks, prepare=min(_TRIAL_WEEKS, weeks.core + weeks.rest) if limit > 4 else 0)


def _shrink(weeks: Weeks, limit: int) -> Weeks:
    """Take weeks away until the plan fits: from the build first, from the founder's own test last."""
    while weeks.total > limit:
        if weeks.rest > 1 and weeks.rest >= weeks.core - 1:
            weeks = replace(weeks, rest=weeks.rest - 1)
        elif weeks.core > 1:
            weeks = replace(weeks, core=weeks.core - 1)
        else:
            weeks = replace(weeks, trial=weeks.trial - 1)
    return weeks


def _plan(ctx: Context) -> list[Milestone]:
    first, after = _split(ctx.features)
    weeks = _weeks(ctx, has_rest=bool(after))
    if not weeks.rest:
        first, after = ctx.features, []
    groups = (
        [after[: (len(after) + 1) // 2], after[(len(after) + 1) // 2 :]] if ctx.is_team and len(after) > 1 else [after]
    )
    if not weeks.prepare or (ctx.limit_weeks or _ROOMY) < _ROOMY:
        groups = [after]
    plan: list[Milestone] = []

    def add(milestone: Milestone | None) -> list[str]:
        if milestone is None:
            return []
        plan.append(milestone.model_copy(update={"id": f"M-{len(plan) + 1}"}))
        return [plan[-1].id]

    talks = add(_talks(ctx, weeks))
    core = add(_core(ctx, weeks, first, talks))
    prepare = add(_prepare(ctx, weeks, talks))
    rest = [
        milestone
        for group in groups
        for milestone in add(_rest(ctx, weeks, group, core, may_be_cut=group is groups[-1]))
    ]
    add(_trial(ctx, weeks, prepare + (rest or core)))
    return plan


def _talks(ctx: Context, weeks: Weeks) -> Milestone | None:
    if not weeks.talks:
        return None
    return Milestone(
        title=f"Talks with {ctx.users_in_title}",
        description=ctx.say(
            f"Before we build, we check the [[brief.problem_statement]] where it happens: {ctx.kind.observe}."
            f"{_talked_before(ctx)} What contradicts us is worth most and is written down first."
        ),
        success_criteria=[
            (
                "At least 1 person outside our circle describes the problem without our having named it (our "
                f"threshold, see {ctx.assumption('threshold')})."
            ),
            (
                "What we believe is confirmed, changed or dropped, in writing and with the reason "
                f"(see {ctx.assumption('belief')})."
            ),
        ],
        estimated_weeks=weeks.talks,
    )


def _core(ctx: Context, weeks: Weeks, features: list[Feature], after: list[str]) -> Milestone:
    everything = not weeks.rest
    names = _names(features)
    title = f"Smallest complete version: {names}" if everything else f"First working version: {names}"
    reason = ctx.kind.core_why
    limits = (
        " Our [[brief.key_constraint]] leaves {name} no room for anything around it."
        if everything and ctx.limit_weeks
        else ""
    )
    if not weeks.trial:
        limits += " Within the same days somebody we build for uses it while we watch."
    return Milestone(
        title=excerpt(title, _TITLE),
        description=ctx.say(f"We build {_pointers(features)}, because {reason}.{limits}"),
        success_criteria=[
            *(f"Every acceptance criterion of [[{feature.id}]] is met." for feature in features[:3]),
            (
                "A person outside the team gets from the beginning to the end with a case of their own while we only "
                "watch."
            ),
        ],
        estimated_weeks=weeks.core,
        delivers=[feature.id for feature in features],
        depends_on=after,
    )


def _prepare(ctx: Context, weeks: Weeks, after: list[str]) -> Milestone | None:
    if not weeks.prepare:
        return None
    price = ctx.words["price"]
    money = (
        fill("we name the price in the same talk: {price}.", {"price": price.inline(120)})
        if price
        else f"we ask what it would be worth to them, so that a guess can be replaced (see {ctx.assumption('price')})."
    )
    return Milestone(
        title=f"Trial agreed with {ctx.users_in_title}",
        description=ctx.say(
            "While the build goes on, we agree with people from our [[brief.target_user]] who takes part, on "
            f"which days and with what in return; {money}"
        ),
        success_criteria=[
            _participants(ctx),
            "Each participant knows what we measure, and has been told the price or asked for it.",
        ],
        estimated_weeks=weeks.prepare,
        depends_on=after,
    )


def _participants(ctx: Context) -> str:
    if has_figure(ctx.words["validation"].text):
        return "As many participants as our own test asks for have agreed to their dates in writing."
    return f"At least 1 participant has agreed to a date in writing (our threshold, see {ctx.assumption('threshold')})."


def _talked_before(ctx: Context) -> str:
    return (
        " We have talked before; this time we watch." if _TALKS.search(ctx.words["stage"].text[:400].casefold()) else ""
    )


def _rest(
    ctx: Context, weeks: Weeks, features: list[Feature], after: list[str], *, may_be_cut: bool
) -> Milestone | None:
    if not features or not weeks.rest:
        return None
    if may_be_cut:
        loss = f"If a week has been lost by then, [[{features[-1].id}]] is the first to be left out."
    else:
        loss = "It is built beside the other additions and needs nothing from them."
    return Milestone(
        title=excerpt(f"Ready for the trial: {_names(features)}", _TITLE),
        description=ctx.say(
            f"Now {_pointers(features)} {'join' if len(features) > 1 else 'joins'} what already works. {loss}"
        ),
        success_criteria=[
            *(f"Every acceptance criterion of [[{feature.id}]] is met." for feature in features[:3]),
            "What the earlier milestones delivered still meets its criteria.",
        ],
        estimated_weeks=weeks.rest,
        delivers=[feature.id for feature in features],
        depends_on=after,
    )


def _trial(ctx: Context, weeks: Weeks, after: list[str]) -> Milestone | None:
    if not weeks.trial:
        return None
    validation = ctx.words["validation"]
    if validation:
        text = ctx.say("This is the test we set ourselves: {test}.", test=validation.quote(240))
    else:
        text = ctx.say(
            "We hand {name} to {users} for their own use and keep out of the way. The question is whether they "
            "find in it what we promised: {motto}."
        )
    if ctx.trial_is_cut:
        text = sentences(
            text, "The plan has less time than that, so we begin the test inside it and read what we have at its end."
        )
    return Milestone(
        title=excerpt(f"Trial of {ctx.name} with {ctx.users_in_title}", _TITLE),
        description=text,
        success_criteria=[
            "The result for each of our [[mvp_scope.success_metrics]] is written down beside its target.",
            "We decide in writing whether we go on, change course or stop, and name the result that decided it.",
        ],
        estimated_weeks=weeks.trial,
        depends_on=after,
    )


def _names(features: list[Feature]) -> str:
    shown = [excerpt(defuse(fold_spaces(feature.name)), _NAME_MAX) for feature in features[:3]]
    return ", ".join([*shown[:2], "and more"] if len(features) > 3 else shown)


def _pointers(features: list[Feature]) -> str:
    return listed([f"[[{feature.id}]]" for feature in features])


def _hands(ctx: Context) -> str:
    building, talking = ctx.roles["core"].id, ctx.roles["talks"].id
    beside = next(
        (milestone.id for milestone in ctx.milestones if not milestone.delivers and milestone.id != talking), ""
    )
    if building == talking:
        return (
            f"With so little time, [[{building}]] is building, asking and watching in the same "
            "days. Whoever is not at work on it sits beside the person who tries it and writes "
            "down what happens."
        )
    if ctx.is_solo:
        text = (
            "The same person talks, builds and runs the trial. That is slow, but nothing gets lost between heads: "
            f"what is heard in [[{talking}]] is in [[{building}]] the next morning."
        )
        if beside in {m.id for m in ctx.milestones} and beside != ctx.milestones[-1].id:
            text += (
                f" [[{beside}]] takes place between the building, by phone and in the evening, and waits when the "
                "work is stuck."
            )
        return text
    if ctx.is_team:
        return (
            f"Whoever builds [[{building}]] sits in on the talks of [[{talking}]] too, or we will build what was "
            "retold. After that we divide the work by features and not by trades, so that each of us can show "
            "something finished."
        )
    spare = (
        " The hours come in small pieces, so each step is cut to fit into such a piece." if ctx.in_spare_time else ""
    )
    # Who does what may stand anywhere in the founder's words, so nothing is claimed about whether it is settled.
    lead = (
        "Who does which part follows from our [[brief.key_constraint]], and the plan has to fit it."
        if ctx.words["constraint"]
        else "The plan does not depend on who does which part."
    )
    return (
        f"{lead} It holds if the same people do [[{talking}]] and [[{building}]] after each other; whoever has hours "
        f"to spare gives them to the talks first and to building afterwards.{spare}"
    )


def _purchases(ctx: Context) -> str:
    if ctx.has_no_money:
        money = (
            "Since our [[brief.key_constraint]] leaves no budget, each purchase needs a free or borrowed "
            "alternative that we have looked at."
        )
    elif ctx.words["constraint"]:
        money = "What we buy is weighed against our [[brief.key_constraint]] before it is ordered."
    else:
        money = (
            "How much we may spend belongs to the [[brief.open_questions]]; until that is answered we buy what can "
            "be cancelled by the month."
        )
    return sentences(ctx.say(ctx.kind.buys), money)


def _time(ctx: Context) -> str:
    total = schedule.plan(ctx.milestones).total_weeks
    text = (
        "The [[milestones.total_duration_weeks]] follows from the [[milestones.critical_path]] and from estimates "
        f"of ours (see {ctx.assumption('weeks')})."
    )
    if ctx.limit_weeks and total < ctx.limit_weeks:
        return sentences(text, "It ends before our time does; what is left is reserve, not room for wishes.")
    if ctx.limit_weeks:
        last = next(milestone.id for milestone in reversed(ctx.milestones) if milestone.delivers)
        return sentences(
            text, f"It uses our time to the last week, so a delay is paid for with features from [[{last}]]."
        )
    return sentences(
        text,
        "What the plan fixes is the order; at each milestone we count how far the estimate was off.",
    )


def _doubts(ctx: Context) -> str:
    roles = ctx.roles
    steps = []
    if roles["talks"].id != roles["core"].id:
        steps.append(
            f"The largest doubt goes first. [[{roles['talks'].id}]] tells us whether the problem is as we describe "
            f"it (see {ctx.assumption('problem')}). If it is not, the rest of the plan is written anew, and little is "
            "lost."
        )
    core = (
        f"[[{roles['core'].id}]] answers whether it can be built and understood at all. Its risk is ours to carry "
        "and can be seen early, because it ends with a person outside the team."
    )
    if roles["rest"].id not in (roles["core"].id, roles["pilot"].id):
        core += f" [[{roles['rest'].id}]] adds little doubt, which is why it is the first place where we save."
    steps.append(core)
    if roles["pilot"].id != roles["core"].id:
        steps.append(
            f"Only [[{roles['pilot'].id}]] can settle what we believe (see {ctx.assumption('belief')}) and what it is "
            f"worth to people (see {ctx.assumption('price')}). We therefore invite for it long before it begins and do "
            "not shorten it to win time for features."
        )
    else:
        steps.append(
            "There is no time for a trial of its own. We can only watch somebody who uses it while we are still "
            f"building, to see what we believe (see {ctx.assumption('belief')}) and what it is worth (see "
            f"{ctx.assumption('price')}), and we go on only if that person asks for it again."
        )
    return upper_first(paragraphs(*steps))
