"""Composes the Product Brief."""

from __future__ import annotations

from typing import Any

from artifacts.runners.offline import identity
from artifacts.runners.offline.context import Context
from artifacts.runners.offline.gaps import assumptions, questions
from artifacts.runners.offline.voice import fill, paragraphs, sentences, upper_first

_PROBLEM_QUOTE = 300


def compose(ctx: Context) -> dict[str, Any]:
    assumed = assumptions(ctx)
    points = {known.role: f"[[A-{number}]]" for number, known in enumerate(assumed, 1)}
    return {
        "problem_statement": paragraphs(_problem(ctx, points), _coping(ctx, points)),
        "target_user": paragraphs(sentences(_target(ctx, points), ctx.say(ctx.kind.sign)), ctx.say(ctx.kind.payer)),
        "value_proposition": paragraphs(
            sentences(identity.introduce(ctx), ctx.say(ctx.kind.promise)),
            sentences(ctx.say(ctx.kind.gain), _worth(ctx)),
        ),
        "key_constraint": paragraphs(_limit(ctx, points), _where_we_stand(ctx)),
        "differentiation_points": [ctx.say(edge) for edge in ctx.kind.edges],
        "assumptions": [
            {"id": f"A-{number}", "text": known.text, "basis": known.basis, "confidence": known.confidence}
            for number, known in enumerate(assumed, 1)
        ],
        "open_questions": questions(ctx),
        "market_analysis": paragraphs(
            ctx.say(ctx.kind.reach), ctx.say(ctx.kind.size), _price_in_the_market(ctx, points)
        ),
        "competitive_strategy": paragraphs(
            ctx.say(ctx.kind.rivals), ctx.say(ctx.kind.moat), _strategy_under_limits(ctx, points)
        ),
    }


def _problem(ctx: Context, points: dict[str, str]) -> str:
    problem = ctx.words["problem"]
    if not problem:
        return ctx.say(
            "What goes wrong for {users} has to come from them. Until we hear it we work with a guess of ours "
            f"(see {points['problem']}). {ctx.kind.pain}"
        )
    if problem.phrase:
        lead = fill("This is the problem we start from: {problem}.", {"problem": problem.inline()})
    else:
        lead = fill("This is the problem we start from: {problem}.", {"problem": problem.quote(_PROBLEM_QUOTE)})
    return sentences(lead, ctx.say(ctx.kind.pain))


def _coping(ctx: Context, points: dict[str, str]) -> str:
    workaround = ctx.words["workaround"]
    if not workaround:
        lead = ctx.say(
            "How {users} cope with it today is something we have to see. Until we have watched them, a guess has to do "
            f"(see {points['workaround']})."
        )
    elif workaround.phrase:
        lead = ctx.say("Today {users} make do with this: {workaround}.", workaround=workaround.inline())
    else:
        lead = ctx.say("How they cope with it today, in our own words: {workaround}.", workaround=workaround.quote(300))
    return sentences(lead, ctx.say(ctx.kind.gap))


def _target(ctx: Context, points: dict[str, str]) -> str:
    user = ctx.words["target_user"]
    if user and ctx.is_for_everyone:
        return ctx.say(
            (
                "We said that {name} is for {said}. That may come true later; for the beginning we look for a "
                "group that we can name and call, and until we have chosen it we think of {users}."
            ),
            said=user.quote(),
        )
    if user.phrase:
        return ctx.say("We build {name} first for {user}.", user=user.inline())
    if user:
        return ctx.say("These are the people we build {name} for first: {user}.", user=user.quote(300))
    if ctx.users_from_idea:
        return ctx.say(f"The idea speaks of {{users}}, so we begin there (see {points['user']}).")
    return (
        "Who our first users are is still a question here. Until it is answered, we work with a guess "
        f"(see {points['user']})."
    )


def _worth(ctx: Context) -> str:
    price = ctx.words["price"]
    if ctx.is_free:
        return sentences(
            price.stated("The price we have in mind"),
            "It then has to be worth people's time, which they guard as closely.",
        )
    if price:
        return sentences(
            price.stated("The price we want to test"), "It has to look small beside what the trouble costs today."
        )
    if ctx.has_customers:
        return "What customers pay for it today has not been written down here; it belongs beside this promise."
    return "What that is worth in money we do not know yet, and we ask before we build on it."


def _limit(ctx: Context, points: dict[str, str]) -> str:
    constraint = ctx.words["constraint"]
    if not constraint:
        return ctx.say(
            "A plan without a limit is a wish, and what limits us most is still a question here. Until it is "
            f"answered we plan on a guess (see {points['constraint']}). Whatever uses that up has to earn its place."
        )
    said = f"“{constraint.quote(300)[1:-1]}”" if not constraint.phrase else constraint.inline()
    lead = fill("Everything we plan has to fit this limit: {said}.", {"said": said})
    return sentences(lead, *_consequences(ctx))


def _consequences(ctx: Context) -> list[str]:
    found = []
    if ctx.limit_weeks:
        found.append(
            "The time is fixed, so the scope gives way: when a week is lost, we drop a feature and keep the end."
        )
    if ctx.is_solo:
        found.append("With so few hands, nothing that needs care every day gets in unless the trial depends on it.")
    elif ctx.in_spare_time:
        found.append(
            "Hours that come in small pieces suit small steps, so every step has to end in something finished."
        )
    if ctx.has_no_money:
        found.append("Where there is no money for reach, the first customers come from conversations.")
    elif ctx.limited_by_money:
        found.append("Money goes where it shortens the way to the first proof, and nowhere else until then.")
    if ctx.limited_by_law:
        found.append("What the law asks for is settled with somebody who knows it, before we build on our own reading.")
    return found or [ctx.say(f"We add a caution of our own: ideas of this kind mostly run short of {ctx.kind.scarce}.")]


def _where_we_stand(ctx: Context) -> str:
    stage = ctx.words["stage"]
    if not stage:
        return ctx.say(
            "We have not written down how far {name} is, so the plan begins as if nothing had been built or tried."
        )
    lead = fill(
        "Where we stand: {stage}.", {"stage": upper_first(stage.text.rstrip(" .,")) if stage.phrase else stage.quote()}
    )
    if stage.phrase:
        lead = fill("Where we stand today: {stage}.", {"stage": stage.inline()})
    if ctx.has_customers:
        return sentences(
            lead, "With customers in the house, what they do counts for more than what newcomers say they would do."
        )
    if ctx.has_prototype:
        return sentences(lead, "What exists can be put into hands, so the next step is to watch and not to add.")
    if ctx.has_something:
        return sentences(
            lead, "What is there already teaches us more than a plan can, so we look at it before we add to it."
        )
    if ctx.is_only_an_idea:
        return sentences(lead, "What we need next is evidence, since nothing we could polish has been used in earnest.")
    return sentences(lead, "What we need next is evidence from people who use it in earnest.")


def _price_in_the_market(ctx: Context, points: dict[str, str]) -> str:
    price = ctx.words["price"]
    if not price and ctx.has_customers:
        return (
            "People already pay us, so the invoices speak before any forecast: who paid, how often and for what. We "
            f"check what we assume against them before we look for anybody new (see {points['price']})."
        )
    if not price:
        return (
            "What people pay, or refuse to pay, weighs more than what they say. Each talk therefore ends with the "
            f"question of money, and what we hear replaces what we assume (see {points['price']})."
        )
    if ctx.is_free:
        return (
            "Nobody has to pay, so each talk asks instead what people would give up for it and who else gains when "
            f"they use it. Who carries the costs decides whether that can last (see {points['price']})."
        )
    if ctx.has_customers:
        return ctx.say(
            "The price is part of the test too, {price}: we look at who pays it again without being asked, because it "
            f"has to hold for strangers as well (see {points['price']}).",
            price=price.inline(100),
        )
    return ctx.say(
        (
            "We name the price, {price}, early in each talk and watch the reaction; that it holds is an assumption "
            f"until somebody has paid (see {points['price']})."
        ),
        price=price.inline(100),
    )


def _strategy_under_limits(ctx: Context, points: dict[str, str]) -> str:
    if ctx.has_no_money or ctx.limited_by_money:
        means = "Our [[brief.key_constraint]] rules out winning by spending"
    elif ctx.is_solo or ctx.in_spare_time:
        means = "Our [[brief.key_constraint]] rules out winning by breadth"
    elif ctx.limit_weeks:
        means = "Our [[brief.key_constraint]] rules out winning by completeness"
    else:
        means = "We will not win by size"
    return ctx.say(
        f"{means}, so we choose the ground: we stay close to {{users}}, answer each of them in person and give up "
        f"every field in which a larger rival would have to notice us. All of this rests on a "
        f"belief that we test before anything else (see {points['belief']})."
    )
