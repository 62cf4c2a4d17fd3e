"""Composes the Risk Log from the kind's dangers and from those that lie in the founder's own answers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from artifacts.runners.offline.context import Context
from artifacts.runners.offline.kinds import Hazard
from artifacts.runners.offline.voice import listed

_MOST = 3


def compose(ctx: Context) -> dict[str, Any]:
    kind = ctx.kind
    sections = {
        "technical_risks": (*kind.technical, *_added_features(ctx), *_shown_too_early(ctx)),
        "market_risks": (*kind.market[:1], *_wrong_people(ctx), *kind.market[1:]),
        "execution_risks": (*_limits(ctx), *kind.execution),
        "financial_risks": (*kind.financial, *_price(ctx)),
        "strategic_risks": (*kind.strategic, *_no_test(ctx)),
    }
    content: dict[str, Any] = {}
    number = 0
    for section, hazards in sections.items():
        content[section] = []
        for risk in _risks(ctx, hazards):
            number += 1
            content[section].append({"id": f"R-{number}", **risk})
    return content


def _risks(ctx: Context, hazards: Iterable[Hazard]) -> list[dict[str, Any]]:
    risks = [risk for hazard in hazards if (risk := _risk(ctx, hazard))]
    return risks[:_MOST] or [_unforeseen(ctx)]


def _risk(ctx: Context, hazard: Hazard) -> dict[str, Any] | None:
    """Return the risk, or None where it speaks only of features that the scope no longer holds."""
    text, mitigation = ctx.say(hazard.text), ctx.say(hazard.mitigation)
    if not text or not mitigation:
        return None
    named = [role for role in hazard.affects.split() if role[1:].isdigit()]
    added = [role for role in hazard.affects.split() if role.startswith("F-")]
    if named and ctx.features and not any(role in ctx.known_features for role in named) and not added:
        return None
    return {
        "title": ctx.say(hazard.title),
        "description": text,
        "severity": hazard.severity,
        "likelihood": hazard.likelihood,
        "mitigation": mitigation,
        "affects": (ctx.ids(hazard.affects) + added) or _anything(ctx),
    }


def _anything(ctx: Context) -> list[str]:
    return [ctx.features[0].id] if ctx.features else ctx.ids("core pilot")


def _unforeseen(ctx: Context) -> dict[str, Any]:
    return {
        "title": "What we have not seen yet",
        "description": ctx.say(
            "The scope has changed since we last thought about dangers of this sort for {name}, and we have no "
            "finding yet."
        ),
        "severity": "medium",
        "likelihood": "medium",
        "mitigation": ctx.say(
            "We go through the [[mvp_scope.core_features]] together before {core} begins, and replace this entry "
            "by what we find."
        ),
        "affects": _anything(ctx),
    }


def _added_features(ctx: Context) -> list[Hazard]:
    added = ctx.added_features
    if not added or not ctx.known_features:
        return []
    ids = [feature.id for feature in added]
    names = listed([f"[[{item_id}]]" for item_id in ids[:4]])
    return [
        Hazard(
            "Additions have not been thought through to the end",
            "medium",
            "medium",
            " ".join(ids),
            f"We added {names} to the scope ourselves. How it works together with the rest has not been tried.",
            (
                "Before {core} ends we walk through each addition on paper with somebody from our "
                "[[brief.target_user]], and write its acceptance criteria together."
            ),
        )
    ]


def _shown_too_early(ctx: Context) -> list[Hazard]:
    if not ctx.has_prototype:
        return []
    return [
        Hazard(
            "The prototype is taken for the product",
            "medium",
            "medium",
            "f1 core",
            (
                "What we have was made to be shown. If {core} is built on it without a look inside, its shortcuts "
                "become ours."
            ),
            (
                "We name in writing which parts of the prototype survive, and rewrite the others before {users} rely "
                "on them."
            ),
        )
    ]


def _wrong_people(ctx: Context) -> list[Hazard]:
    if ctx.words["target_user"] and not ctx.is_for_everyone:
        return []
    return [
        Hazard(
            "We listen to the wrong people",
            "high",
            "medium",
            "user talks",
            (
                "As long as our [[brief.target_user]] is not settled, whoever answers first decides what we build, and "
                "may not be who pays later."
            ),
            (
                "In {talks} we speak with people from several groups, compare how recently each had the problem, and "
                "choose the group with the freshest stories before {core} begins."
            ),
        )
    ]


def _limits(ctx: Context) -> list[Hazard]:
    found: list[Hazard] = []
    if not ctx.words["constraint"]:
        found.append(
            Hazard(
                "A limit we do not know of",
                "medium",
                "medium",
                "constraint core",
                (
                    "The plan for {name} assumes that time and money suffice. How much there is of either decides "
                    "whether it can be carried out."
                ),
                "We answer that among the [[brief.open_questions]] before {core} begins, and cut the plan to it.",
            )
        )
    if ctx.is_solo:
        found.append(
            Hazard(
                "Everything hangs on the same person",
                "high",
                "medium",
                "core rest pilot",
                _LIMIT.format("If that person is ill, the work stops and nobody else knows how things stand."),
                (
                    "Notes, accounts and whatever we build lie where somebody else can get at them, each week ends in "
                    "a state that works, and another person has done the set-up with us before {pilot}."
                ),
            )
        )
    if ctx.limit_weeks:
        found.append(
            Hazard(
                "The time runs out before the trial",
                "high",
                "medium",
                "rest pilot",
                _LIMIT.format(
                    "A build that takes longer eats the trial, and without the trial we have learned nothing."
                ),
                (
                    "At the end of {core} we compare with the plan and strike features of low priority; the days of "
                    "{pilot} are not touched."
                ),
            )
        )
    if ctx.limited_by_law:
        found.append(
            Hazard(
                "The law asks for more than we think",
                "high",
                "medium",
                "talks core",
                (
                    "A rule that we read wrongly can stop us when the work has been done."
                    if found
                    else _LIMIT.format("A rule that we read wrongly can stop us when the work has been done.")
                ),
                "We put our plan before the office in charge or somebody who knows the law, in writing, before {core} "
                "begins, and keep the answer.",
            )
        )
    elif ctx.words["constraint"] and not ctx.is_solo and not ctx.limit_weeks:
        found.append(
            Hazard(
                "The limit tightens on the way",
                "medium",
                "medium",
                "core pilot",
                _LIMIT.format("What is just enough at the beginning is too little after a surprise."),
                (
                    "After each milestone we compare what is left with what is ahead, and drop the feature of the "
                    "lowest priority first."
                ),
            )
        )
    return found[: _MOST - 1]


_LIMIT = "The limit for {{name}} is plain: {{limit}}. {}"


def _price(ctx: Context) -> list[Hazard]:
    price = ctx.words["price"]
    if not price and ctx.has_customers:
        return [
            Hazard(
                "Today's customers are not the next ones",
                "medium",
                "medium",
                "price pilot",
                (
                    "Those who pay us already may have come for reasons that will not repeat: a "
                    "favour, a first price, a friend."
                ),
                (
                    "In {talks} we ask each of them why they paid and whether they would again, and "
                    "let strangers pay the same during {pilot}."
                ),
            )
        ]
    if not price:
        return [
            Hazard(
                "We do not know what it is worth",
                "medium",
                "high",
                "price pilot",
                ("A price tells us something once it can be refused. Interest that has cost nothing tells us little."),
                "From {talks} on, each conversation ends with a sum and a pause; during {pilot} we take deposits.",
            )
        ]
    if ctx.is_free:
        return [
            Hazard(
                "Free of charge is not free for us",
                "medium",
                "high",
                "price pilot",
                "Somebody has to carry the costs of each user, and users who pay nothing leave without a word.",
                (
                    "We write down what a user costs per month from {pilot} on, and ask the most active what they "
                    "would miss enough to pay for."
                ),
            )
        ]
    return [
        Hazard(
            "The price does not hold",
            "medium",
            "medium",
            "price pilot",
            (
                "We set out with this price: {price}. It may be refused, or accepted and still too low for what a "
                "customer costs us."
            ),
            (
                "We name it in every talk from {talks} on, note refusals word for word, and keep a sheet of hours and "
                "fees per customer during {pilot}."
            ),
        )
    ]


def _no_test(ctx: Context) -> list[Hazard]:
    if ctx.words["validation"]:
        return []
    return [
        Hazard(
            "We never find out that we are wrong",
            "high",
            "medium",
            "threshold pilot",
            (
                "Without a result that would make us stop {name}, drawn as a line beforehand, every outcome of the "
                "trial can be read as a success."
            ),
            (
                "Before {pilot} begins we write down, for each of our [[mvp_scope.success_metrics]], the result at "
                "which we change course."
            ),
        )
    ]
