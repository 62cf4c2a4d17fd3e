"""Composes the MVP Scope: the founder's own steps, what tells that each works, and what stays
out.
"""

from __future__ import annotations

import re
from typing import Any

from artifacts.runners.offline.devices import works_offline_on_device
from artifacts.runners.offline.quoting import bare, shortened
from artifacts.runners.offline.story import Story, kind_of
from artifacts.schemas.fields import TITLE_MAX
from artifacts.text import defuse, fold_title

_NO = re.compile(
    r"^(?:no|not|kein(?:e|en|er)?|nicht|pas de|geen|sin|ni)\s+|^pas d['’]", re.IGNORECASE
)
_JOINT = re.compile(
    r",\s+|\s+(?=(?:and|or|und|oder|et|ou|en|of|y|o)\s+(?:no|kein(?:e|en|er)?|pas|geen|sin)\s)|\s+(?=ni\s)"
)
_AND = re.compile(r"^(?:and|or|nor|und|oder|et|ou|en|of|y|o|ni)\s+(?:de\s+)?", re.IGNORECASE)
_OR = re.compile(r"(?:or|oder|ou|of|o)\s", re.IGNORECASE)
_SO = re.compile(r"(?:so|also|daher|deshalb|donc|dus|así que)\s", re.IGNORECASE)
_THING_MAX = 6
"""Words that name a thing; more of them are a sentence, such as "No fish goes in before the
certificate is there".
"""
_WEAK = re.compile(r"([Kk]eine [a-zäöü]+e)n (?=[A-ZÄÖÜ])")
_HIGH_SHARE = 2
"""Of three steps two are what the test needs most: the first ones, since nobody reaches the others
without them.
"""


def compose(story: Story) -> dict[str, Any]:
    group = "mvp_scope."
    return {
        "core_features": _features(story) or [_question(story)],
        "out_of_scope": _left_out(story),
        "success_metrics": _metrics(story),
        "technical_architecture": (
            _architecture(story) or story.say(f"{group}technical_architecture", "open")
        ),
        "scalability_plan": _growth(story) or story.say(f"{group}scalability_plan", "open"),
    }


def _features(story: Story) -> list[dict[str, Any]]:
    steps = story.steps
    high = max(1, len(steps) * _HIGH_SHARE // 3)
    used: set[str] = set()
    said: set[str] = set()
    return [
        {
            "name": shortened(step, TITLE_MAX),
            "description": _about(story, step, used),
            "priority": "high" if number < high else "medium",
            "acceptance_criteria": [_criterion(story, step, said)],
        }
        for number, step in enumerate(steps)
    ]


def _about(story: Story, step: str, used: set[str]) -> str:
    """Say what the founder said about a step elsewhere, else what its kind needs, else what any
    step needs; each once, and nothing where all of it was said.
    """
    group, kind = "mvp_scope.core_features", kind_of(story, step)
    words = story.about(step, used) or (story.way_of_paying(used) if kind == "pay" else "")
    said = story.say(group, "about", because=story.quote(words, 140))
    if said or len(story.steps) == 1:
        return said or story.say(group, "only")
    needs = story.library.sentences["mvp_scope.needs"]
    keys = [key for of in (kind, "other") for key in needs if key.partition("_")[0] == of]
    key = next((key for key in keys if key not in used), keys[-1])
    used.add(key)
    return story.say("mvp_scope.needs", key)


def _criterion(story: Story, step: str, said: set[str]) -> str:
    """Return what tells that a step works: of its kind what was not said of another step yet, if
    there is such.
    """
    criteria = story.library.criteria
    texts = [text for kind in (kind_of(story, step), "other") for text in criteria[kind]]
    possible = [filled for text in texts if (filled := story.filled(text))]
    chosen = next((text for text in possible if text not in said), possible[0])
    said.add(chosen)
    return chosen


def _question(story: Story) -> dict[str, Any]:
    group = "mvp_scope.core_features"
    return {
        "name": story.say(group, "question"),
        "description": story.say(group, "question_text"),
        "priority": "high",
        "acceptance_criteria": [_criterion(story, "", set())],
    }


def _left_out(story: Story) -> list[str]:
    said = [
        line
        for fact in story.facts.left_out
        if fact.value
        for line in _things(bare(defuse(fact.value)), story.facts.language)
    ]
    steps = {fold_title(step) for step in story.steps}
    said = [line for line in said if fold_title(line) not in steps]
    group = "mvp_scope.out_of_scope"
    return [*(said or story.lines(group, "open")), *story.lines(group, "regions", "limit")]


def _things(line: str, language: str) -> list[str]:
    """Return what is left out as things: "No app and no lock, they break" stands as "App" and
    "Lock" in our list.

    A line that is no such list is repeated as it is: without its "no" it would say the opposite.
    """
    line = _capitalised(_AND.sub("", line))
    first, *others = _JOINT.split(_WEAK.sub(r"\1 ", line))
    if not _denies_things(first, others, language):
        return [line]
    listed = any(map(_OR.match, others))
    parts = [part for part in others if listed or _is_denied(part)]
    things = [_NO.sub("", _AND.sub("", part)) for part in (first, *parts)]
    if _goes_on(others, parts) or any(len(thing.split()) > _THING_MAX for thing in things):
        return [line]
    return [_capitalised(thing) for thing in things if thing.strip()]


def _goes_on(others: list[str], parts: list[str]) -> bool:
    """Whether a part of a line that names no thing is joined to those that do."""
    return any(_AND.match(other) for other in others if other not in parts)


def _capitalised(thing: str) -> str:
    return thing[:1].upper() + thing[1:]


def _is_denied(part: str) -> bool:
    return bool(_NO.match(part) or _NO.match(_AND.sub("", part)))


def _denies_things(first: str, others: list[str], language: str) -> bool:
    """Whether a line begins with "no" and a thing, and gives no reason behind it that begins with
    "so".
    """
    denies_verb = language == "es" and first.casefold().startswith("no ")
    return bool(_NO.match(first)) and not denies_verb and not any(map(_SO.match, others))


def _metrics(story: Story) -> list[str]:
    group = "mvp_scope.success_metrics"
    test = next(
        (k for k in ("pass_mark", "pass_mark_weeks", "pass_mark_only") if story.say(group, k)),
        "open",
    )
    price = "share" if story.value("share") else "price"
    income = "test_income_months" if story.value("test_months") else "test_income"
    if story.value("pass_total"):
        income = "pass_income"
    return story.lines(group, test, "pass_share", income, price) or story.lines(group, "open")


def _architecture(story: Story) -> str:
    has = story.has
    keys = ["platforms"]
    keys += ["offline"] if works_offline_on_device(story) else []
    keys += ["hardware"] if has("hardware") else []
    keys += ["service"] if has("on_site_service") else []
    keys += ["ai"] if has("ai_output") else []
    keys += ["payments"] if story.is_paid_from_afar else []
    because = story.because(story.facts.traits.ai_output)
    group = "mvp_scope.technical_architecture"
    return story.say(group, *keys, because=because) or story.say(group, "order")


def _growth(story: Story) -> str:
    keys = ["service"] if story.has("on_site_service") else ["hours"]
    keys += ["goods"] if story.has("physical_goods") else []
    return story.say("mvp_scope.scalability_plan", *keys, "counts")
