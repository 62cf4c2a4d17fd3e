"""Composes How It Works."""

from __future__ import annotations

from typing import Any

from artifacts.runners.offline.context import Context
from artifacts.runners.offline.voice import defuse, excerpt, listed, paragraphs, sentences
from artifacts.schemas.mvp_scope import Feature
from artifacts.text import fold_spaces

_NAME_MAX = 60


def compose(ctx: Context) -> dict[str, Any]:
    return {
        "user_journey": _journey(ctx),
        "architecture": paragraphs(_parts(ctx), _simplicity(ctx)),
        "data_flow": paragraphs(ctx.say(ctx.kind.flow), _promise_about_data(ctx)),
        "integration_points": paragraphs(ctx.say(ctx.kind.links), _order_of_connections(ctx)),
        "security_compliance": paragraphs(ctx.say(ctx.kind.guard), _first_danger(ctx)),
    }


def _journey(ctx: Context) -> list[dict[str, Any]]:
    steps: list[dict[str, Any]] = []
    for move in ctx.kind.journey:
        uses = ctx.ids(move.uses)
        if uses or not move.uses:
            steps.append({"title": move.title, "description": ctx.say(move.text), "uses": uses})
    used = {item_id for step in steps for item_id in step["uses"]}
    steps[-1:-1] = _own_steps([feature for feature in ctx.features if feature.id not in used])
    steps[0]["description"] = sentences(_occasion(ctx), steps[0]["description"])
    return [{"id": f"J-{number}", "step_number": number, **step} for number, step in enumerate(steps, 1)]


def _own_steps(features: list[Feature]) -> list[dict[str, Any]]:
    """Return steps for features of the founder's own, a few in each."""
    steps = []
    for start in range(0, len(features), 3):
        group = features[start : start + 3]
        names = listed([excerpt(defuse(fold_spaces(feature.name)), _NAME_MAX) for feature in group])
        pointers = listed([f"[[{feature.id}]]" for feature in group])
        steps.append(
            {
                "title": f"Goes on with {names}",
                "description": (
                    f"Here {pointers} {'come' if len(group) > 1 else 'comes'} in. The trial has to show at which "
                    "moment people reach for it, so we watch this step more closely than the others."
                ),
                "uses": [feature.id for feature in group],
            }
        )
    return steps


def _occasion(ctx: Context) -> str:
    problem = ctx.words["problem"]
    if problem.phrase:
        return ctx.say("It begins with this: {problem}.", problem=problem.inline())
    if problem:
        return ctx.say("It begins with a day like this: {problem}.", problem=problem.quote(90))
    return ctx.say("It begins with somebody among {users} who needs what we set out to make: {motto}.")


def _parts(ctx: Context) -> str:
    known = ctx.say(ctx.kind.parts)
    added = ctx.added_features if ctx.known_features else ctx.features
    if not added:
        return known
    pointers = listed([f"[[{feature.id}]]" for feature in added[:6]])
    own = (
        f"{pointers} {'stand' if len(added) > 1 else 'stands'} beside that as a part of its own, with its own "
        "data, so that it can be changed without touching the rest."
    )
    if len(added) > 1:
        own = (
            f"{pointers} stand beside that as parts of their own, each with its own data, so that any of them can "
            "be changed without touching the rest."
        )
    return sentences(known, own.replace(" beside that", "") if not known else own)


def _simplicity(ctx: Context) -> str:
    if ctx.is_solo or ctx.in_spare_time:
        return (
            "All of it has to be understood and repaired by whoever is there, as our [[brief.key_constraint]] "
            "demands; so the parts stay few, and a part is split off only when it keeps failing for a reason of "
            "its own."
        )
    if ctx.limit_weeks or ctx.has_no_money:
        return ctx.say(
            "The parts were cut along our [[brief.key_constraint]]: each can be shown to {users} as soon as it "
            "stands, and {name} works, with less comfort, while a part is missing."
        )
    return ctx.say(
        "Each part is there for a step above; a part that no step needs is left out. What {users} see first "
        "follows the [[brief.value_proposition]], not the order in which it was convenient to build."
    )


def _promise_about_data(ctx: Context) -> str:
    user = ctx.words["target_user"]
    if user.phrase and not ctx.is_for_everyone:
        return ctx.say(
            "The yardstick is a sentence we could say to the face of {users}: {name} keeps what our "
            "[[brief.value_proposition]] needs, and we can tell you where it is."
        )
    return ctx.say(
        "The yardstick: {name} keeps what our [[brief.value_proposition]] needs, and we can tell everybody where their "
        "part of it is."
    )


def _order_of_connections(ctx: Context) -> str:
    workaround = ctx.words["workaround"]
    money = "a connection is built when people in the trial have copied something by hand so often that they complain"
    if workaround:
        return (
            ctx.say(
                f"The rule for all of them: {money}. What people use today, {{way}}, gets a way in before anything "
                "else does, so that nobody has to start from nothing."
            )
            if workaround.phrase
            else f"The rule for all of them: {money}. What people use today gets a way in before anything else."
        )
    return f"The rule for all of them: {money}. Our [[brief.key_constraint]] forbids building them on suspicion."


def _first_danger(ctx: Context) -> str:
    log = ctx.risk_log
    risk = next((risk for risk in log.technical_risks if risk.severity == "high"), None) if log else None
    if log and not risk and log.technical_risks:
        risk = log.technical_risks[0]
    trial = ctx.slots["pilot"]
    if risk:
        return (
            f"The danger we take most seriously here is [[{risk.id}]]. What it asks for is done before {trial} "
            "begins, whatever else has to wait."
        )
    return (
        f"Before {trial} begins, somebody who did not build it tries to see what they should not see, and we mend "
        "what they find."
    )
