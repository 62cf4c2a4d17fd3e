"""What the founder said and did not say: the questions that follow from it, and what we assume meanwhile."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from artifacts.runners.offline.context import Context
from artifacts.runners.offline.voice import fill

Basis = Literal["answer", "inferred", "guess"]
Confidence = Literal["high", "medium", "low"]


@dataclass(frozen=True, slots=True)
class Assumed:
    """An assumption of the brief, with the role under which other texts look it up."""

    role: str
    text: str
    basis: Basis
    confidence: Confidence


def assumptions(ctx: Context) -> list[Assumed]:
    """Return what the documents take for granted, in the order in which the brief lists it.

    The texts end without a full stop: they are shown as titles wherever a pointer names them.
    """
    return [
        _user(ctx),
        *_problem(ctx),
        *_workaround(ctx),
        _price(ctx),
        *_constraint(ctx),
        Assumed("belief", ctx.say(ctx.kind.belief), "guess", "low"),
        Assumed(
            "weeks", "The week estimates in our plan are planning assumptions of ours, not promises", "guess", "medium"
        ),
        Assumed(
            "threshold",
            "For what our own test does not measure, a threshold of 1 is ours"
            if ctx.has_own_target
            else "Where nobody has set a target, a threshold of 1 is ours",
            "guess",
            "low",
        ),
    ]


def _user(ctx: Context) -> Assumed:
    user = ctx.words["target_user"]
    if user:
        return Assumed(
            "user",
            fill("Our first users: {user}", {"user": user.inline(140)}),
            "answer",
            "low" if ctx.is_for_everyone else "medium",
        )
    basis: Basis = "inferred" if ctx.users_from_idea else "guess"
    return Assumed("user", f"Our first users are {ctx.users}", basis, "low")


def _problem(ctx: Context) -> list[Assumed]:
    if ctx.words["problem"]:
        text = ctx.say("The problem comes up often enough that {users} would change a habit to be rid of it")
        return [Assumed("problem", text, "inferred", "medium")]
    return [Assumed("problem", ctx.say(f"The problem worth solving is that {ctx.kind.trouble}"), "guess", "low")]


def _workaround(ctx: Context) -> list[Assumed]:
    if ctx.words["workaround"]:
        return []
    return [Assumed("workaround", f"People cope today with {ctx.kind.usual}", "guess", "low")]


def _price(ctx: Context) -> Assumed:
    price = ctx.words["price"]
    if ctx.is_free:
        return Assumed("price", "We can offer it free of charge and still carry its costs", "answer", "low")
    if price:
        said = fill("The price works as we put it: {price}", {"price": price.inline(140)})
        return Assumed("price", said, "answer", "medium" if ctx.has_customers else "low")
    if ctx.has_customers:
        return Assumed("price", "What customers pay today is what the next ones will accept", "inferred", "medium")
    return Assumed("price", "Somebody will pay for this, at a price we have yet to find", "guess", "low")


def _constraint(ctx: Context) -> list[Assumed]:
    if ctx.words["constraint"]:
        return []
    return [Assumed("constraint", f"What we are shortest of is {ctx.kind.scarce}", "guess", "low")]


def questions(ctx: Context) -> list[str]:
    """Return what we have to find out, most pressing first."""
    asked = [ctx.say(question) for key, question in _QUESTIONS.items() if not ctx.words[key]]
    if ctx.words["target_user"] and ctx.is_for_everyone:
        asked.insert(
            0, ctx.say("Which group do we win first? A product for everybody gives us nobody to call tomorrow.")
        )
    if not ctx.words["price"]:
        asked.append(ctx.say(ctx.kind.price_question))
    if ctx.trial_is_cut:
        asked.append(
            "Does the time for our own test count towards our limit? The test as we describe it does not fit into "
            "the plan."
        )
    return asked + [ctx.say(question) for question in ctx.kind.questions]


_QUESTIONS = {
    "target_user": "Who exactly are the first people we build {name} for, and where do we meet them?",
    "problem": "What went wrong the last time {users} needed something like {name}, and what did it cost them?",
    "workaround": "What do {users} do today instead, and what keeps them there?",
    "constraint": "What limits us most: time, money, people or law? The plan can only fit a limit that we know.",
    "validation": "Which result would tell us that {name} works, and which would tell us to stop?",
    "stage": "How far are we with {name}: an idea, something to click on, or people who already use it?",
}
