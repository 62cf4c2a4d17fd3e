"""Composes the MVP Scope."""

from __future__ import annotations

import re
from typing import Any

from artifacts.runners.offline.context import METRIC_QUOTE, Context
from artifacts.runners.offline.kinds import Capability
from artifacts.runners.offline.voice import paragraphs, sentences
from artifacts.schemas import ArtifactType
from artifacts.schemas.mvp_scope import Feature, MvpScopeContent

_READ_MAX = 3_000
_PAID_LATER = re.compile(
    r"(?<!\w)(?:free|gratis|kostenlos\w*|umsonst|gratuit\w*|trial|probe\w*|first (?:year|month|week)|"
    r"ersten? (?:jahr|monat|woche)|"
    r"later|after|afterwards|then|nach|danach|dann|später)(?!\w)"
)


def compose(ctx: Context) -> dict[str, Any]:
    chosen = _chosen(ctx)
    # The texts of this document point at its own features, so they have to be known before it is written.
    features = [_feature(ctx, number, known) for number, known in enumerate(chosen, 1)]
    draft = MvpScopeContent(core_features=features, out_of_scope=[], success_metrics=[])
    ctx = ctx.with_document(ArtifactType.MVP_SCOPE, draft)
    return {
        "core_features": [feature.model_dump() for feature in ctx.features],
        "out_of_scope": _out_of_scope(ctx, chosen),
        "success_metrics": _metrics(ctx),
        "technical_architecture": paragraphs(ctx.say(ctx.kind.blocks), _built_within_limits(ctx), _built_upon(ctx)),
        "scalability_plan": paragraphs(ctx.say(ctx.kind.breaks), ctx.say(ctx.kind.grows), _when_to_grow(ctx)),
    }


def _chosen(ctx: Context) -> tuple[Capability, ...]:
    """A very short time takes fewer features; those that matter least wait."""
    weeks = ctx.limit_weeks or 0
    room = 3 if 0 < weeks <= 3 else 4 if 0 < weeks <= 5 else len(ctx.kind.features)
    return ctx.kind.features[:room]


def _feature(ctx: Context, number: int, known: Capability) -> Feature:
    answer = _answer_to_the_problem(ctx) if number == 1 else ""
    return Feature(
        id=f"F-{number}",
        name=known.name,
        description=sentences(ctx.say(known.text), answer),
        priority=known.priority,
        acceptance_criteria=[ctx.say(criterion) for criterion in known.criteria],
    )


def _answer_to_the_problem(ctx: Context) -> str:
    if not ctx.words["problem"]:
        return "It answers the [[brief.problem_statement]] most directly, as far as we know it."
    return ctx.say(
        "It answers the [[brief.problem_statement]] most directly: {problem}.", problem=ctx.words["problem"].quote(110)
    )


def _out_of_scope(ctx: Context, chosen: tuple[Capability, ...]) -> list[str]:
    lines = [ctx.say(later) for later in ctx.kind.later]
    lines += [
        f"{waiting.name}: our [[brief.key_constraint]] leaves no room for it in the first version."
        for waiting in ctx.kind.features[len(chosen) :]
    ]
    if ctx.has_no_money:
        lines.append("Paid advertising: our [[brief.key_constraint]] leaves no money for it, and talks teach us more.")
    lines.append(
        ctx.say(
            "Wishes of people other than our [[brief.target_user]]: {name} is not for everybody, so we note them "
            "and build none of them yet."
        )
    )
    return lines


def _metrics(ctx: Context) -> list[str]:
    ours = f"(our threshold, see {ctx.assumption('threshold')})"
    lines = [_own_test(ctx, ours)]
    # Where the founder has set figures, ours only stand for what is left: use, and money.
    metrics = ctx.kind.metrics[:1] if ctx.has_own_target else ctx.kind.metrics
    lines += [f"At least {ctx.say(metric)} {ours}." for metric in metrics]
    lines.append(_paid(ctx, ours))
    return lines


def _own_test(ctx: Context, ours: str) -> str:
    validation = ctx.words["validation"]
    if not validation:
        return ctx.say(
            f"At least 1 person outside our circle tells somebody else what {{name}} did for them, and means what "
            f"we mean: {{motto}} {ours}."
        )
    shown = validation.quote(METRIC_QUOTE)
    if ctx.has_own_target:
        return ctx.say("Our own test, passed or failed as we wrote it: {test}.", test=shown)
    return ctx.say(
        f"At least 1 of the people we build for passes the test we set ourselves, {{test}} {ours}.", test=shown
    )


def _paid(ctx: Context, ours: str) -> str:
    price = ctx.words["price"]
    if not price and ctx.has_customers:
        return f"At least 1 customer who is new to us pays before the trial ends {ours}."
    if not price:
        return f"At least 1 user names a sum and leaves a deposit for it before the trial ends {ours}."
    said = price.inline(120)
    if ctx.is_free:
        return ctx.say(
            f"At least 1 user goes on using {{name}} in the week after the trial without a reminder {ours}.",
            said=said,
        )
    if _PAID_LATER.search(price.text[:_READ_MAX].casefold()):
        return ctx.say(f"At least 1 customer agrees to the price in writing: {{said}} {ours}.", said=said)
    return ctx.say(
        f"At least 1 customer accepts the price and pays it before the trial ends: {{said}} {ours}.", said=said
    )


def _built_within_limits(ctx: Context) -> str:
    first = ctx.features[0].id
    if ctx.is_solo or ctx.in_spare_time:
        return (
            "Our [[brief.key_constraint]] speaks for few parts: nothing is split off until somebody can say what "
            f"that would gain. Whatever can be rented or borrowed is, and our own hours go into [[{first}]]."
        )
    if ctx.has_no_money or ctx.limited_by_money:
        return (
            "Our [[brief.key_constraint]] decides between building and renting: we take what is free, open or "
            f"borrowed where it carries the trial, and pay only for what [[{first}]] cannot do without."
        )
    if ctx.limit_weeks:
        return (
            "Our [[brief.key_constraint]] leaves no time for technology we would have to learn. We take what we "
            f"know, and put the first days into a path through [[{first}]] from end to end."
        )
    reason = (
        "Our [[brief.key_constraint]] asks for care more than for speed"
        if ctx.words["constraint"]
        else "As long as our [[brief.key_constraint]] is still a question, we do not bind ourselves"
    )
    return (
        f"{reason}: [[{first}]] is built so that a part of it can be replaced in a day, and "
        "nothing is signed for a year. Every choice that cannot be taken back waits until the "
        "trial."
    )


def _built_upon(ctx: Context) -> str:
    last = ctx.features[-1].id
    if ctx.has_customers:
        return (
            "Customers are already there, so changes reach them in small steps that can be taken back, and "
            f"[[{last}]] comes last."
        )
    if ctx.has_prototype:
        return (
            "Of what exists we keep what people have used and rewrite what was only shown. "
            f"[[{last}]] waits until the rest is in use."
        )
    if ctx.has_something:
        return (
            "What runs already is where we begin: it is kept as long as it does its work, and "
            f"[[{last}]] is added last."
        )
    freedom = "Nothing stands yet, which is a freedom" if ctx.is_only_an_idea else "The order keeps us free"
    return f"{freedom}: [[{last}]] is planned for, but its place stays empty until the rest is in use."


def _when_to_grow(ctx: Context) -> str:
    price = ctx.words["price"]
    first = ctx.features[0].id
    lead = (
        f"None of this is built now. We begin with it when repairs to [[{first}]] take more of our week than talks "
        "with users do"
    )
    if price and not ctx.is_free:
        return ctx.say(
            f"{lead}, and when what each customer pays, {{price}}, covers what each customer costs.",
            price=price.inline(100),
        )
    return (
        f"{lead}, and not before we know what a customer costs us; the [[brief.value_proposition]] has to hold first."
    )
