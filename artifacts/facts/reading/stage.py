"""How far it is: an idea, talks, a prototype, a pilot or customers, with the count that was
told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from artifacts.facts.grammar.matches import DateMatch, NumberMatch
from artifacts.facts.reading.actors import names_own_kin, served_kin
from artifacts.facts.reading.context import Reading, Told, read, says
from artifacts.facts.reading.cues import Cues
from artifacts.facts.reading.stage_doubts import (
    UNUSED,
    counts_outsiders,
    is_ours_alone,
    is_paid_to_others,
    is_sure,
    was_paid,
)
from artifacts.facts.reading.stage_gifts import is_gift
from artifacts.facts.reading.stage_ideas import ALL, NOT_BEGUN, NOT_MADE, is_paper, owns
from artifacts.facts.reading.stage_parts import limited, parts_of
from artifacts.facts.reading.stage_ranks import CUSTOMERS, MET, ORDER, PILOT, PROTOTYPE, rank_of
from artifacts.facts.reading.stage_speech import is_first_to_come
from artifacts.facts.reading.stage_tells import ONE_CLAUSE
from artifacts.facts.reading.stage_words import CONTACT, SURE_NEGATIONS, TOOK_NOTHING
from artifacts.facts.schema import Fact, Stage, StageReached


class _Best(NamedTuple):
    """What one clause tells."""

    rank: int
    """The place of its stage in `ORDER`."""
    sentence: tuple[int, int]
    is_sure: bool = True
    """Whether more than the form of the clause tells it."""


def read_stage(reading: Reading) -> Fact[StageReached]:
    """Return how far it is, from the answer about it, else from what speaks for it so far and from
    whom it is for.
    """
    for told in reading.pick(("stage", "evidence")):
        found = _of(told, reading.today)
        if found is not None:
            return found
        if told.key == "stage" and (bare := _bare(told)):
            return bare
    if "stage" in reading.told:
        return Fact()
    for told in reading.pick(("validation", "target_user", "constraint")):
        if talked := _talked(told):
            return talked
    return Fact()


def _of(told: Told, today: date) -> Fact[StageReached] | None:
    """Return the stage that an answer proves, open if only the form of its words tells it or
    something else competes; None if it proves nothing.
    """
    text = told.padded(0, 5 * ONE_CLAUSE)
    for_nothing, paid_to_others = _is_gift(told), is_paid_to_others(text)
    gift = for_nothing or paid_to_others
    found = list(_each_rank(told, today, gift=gift))
    if paid_to_others:
        found = _as_pilots(found)
    found = _left_standing(told, text, found)
    best = _best(told, found, gift=gift)
    if best is None:
        return None
    stage = ORDER[best.rank]
    sure = gift or any(other.is_sure for other in found if other.rank == best.rank)
    if not sure or _competes(told, stage, text, gift=for_nothing and not _is_for_own_kin(told)):
        return Fact()
    return _made(told, stage, best.sentence)


def _as_pilots(found: list[_Best]) -> list[_Best]:
    """Return what the clauses tell where what is paid goes to others: those who pay are no
    customers yet.
    """
    return [_Best(PILOT, *best[1:]) if best.rank == CUSTOMERS else best for best in found]


def _left_standing(told: Told, text: str, found: list[_Best]) -> list[_Best]:
    """Return what the clauses tell without what the answer takes back: that nobody has used it,
    that only the founders have, or that there is not a single one.
    """
    if _tells(told, UNUSED):
        found = [best for best in found if best.rank >= PROTOTYPE or _is_paid(told, best)]
    if is_ours_alone(text):
        found = [best for best in found if best.rank >= PROTOTYPE]
    if _tells(told, NOT_MADE):
        found = [best for best in found if best.rank != PROTOTYPE]
    return found


def _best(told: Told, found: list[_Best], *, gift: bool) -> _Best | None:
    """Return the furthest that the clauses tell: a pilot where somebody was served for nothing and
    they tell no more than that people met, None for nothing.
    """
    best = min(found, default=None)
    if gift and (best is None or best.rank == MET):
        counted = (one for one in told.sentences if any(told.within(NumberMatch, *one)))
        return _Best(PILOT, next(counted, told.sentences[0]))
    return best


def _is_for_own_kin(told: Told) -> bool:
    """Whether the answer names the founders' own people."""
    return names_own_kin(told, 0, len(told.source.tokens))


def _competes(told: Told, stage: Stage, text: str, *, gift: bool) -> bool:
    """Whether something else in an answer speaks for a higher stage than the one it tells."""
    if stage == "talks":
        return gift or was_paid(text)
    if stage != "prototype":
        return False
    return gift or any(
        counts_outsiders(told, *part, told.padded(*limited(*sentence)))
        for sentence in told.sentences
        for part in parts_of(told, *limited(*sentence))
    )


def _tells(told: Told, form: re.Pattern[str]) -> bool:
    """Whether one of the sentences has a form."""
    return any(form.search(told.padded(*limited(*sentence))) for sentence in told.sentences)


def _is_paid(told: Told, best: _Best) -> bool:
    """Whether customers pay, even if nobody has used it yet, or nothing of another kind was."""
    return best.rank == CUSTOMERS and says(told.padded(*limited(*best.sentence)), _PAY)


_PAY = Cues(
    "pay us; pays us; pay me; pays me; paid us; paid me; have paid; has paid; zahlen; bezahlen;"
    " zahlt; gezahlt; bezahlt; paient; paie; payé; betalen; betaald; pagan; paga; pagado"
)


def _is_gift(told: Told) -> bool:
    """Whether somebody but the founders' own people was served for nothing."""
    words = [told.padded(*limited(*sentence)) for sentence in told.sentences]
    if not any(says(each, TOOK_NOTHING) or is_gift(each) for each in words):
        return False
    return not any(served_kin(told, *sentence) for sentence in told.sentences)


def _each_rank(told: Told, today: date, *, gift: bool) -> Iterator[_Best]:
    ahead = _days_ahead(told, today)
    for sentence in told.sentences:
        whole = told.padded(*limited(*sentence))
        for part in parts_of(told, *sentence):
            if any(part[0] <= index < part[1] for index in ahead) or is_first_to_come(
                told, *limited(*part)
            ):
                continue
            rank = rank_of(told, part, whole, gift=gift)
            if rank is not None:
                words = told.padded(*limited(*part))
                yield _Best(rank, sentence, is_sure(told, part, words, whole, ORDER[rank]))


def _days_ahead(told: Told, today: date) -> list[int]:
    """Return where days are named that have not come yet: what is told of them is a plan."""
    return [
        match.first
        for match in told.each(DateMatch)
        if match.year is not None and (match.year, match.month) > (today.year, today.month)
    ]


def _bare(told: Told) -> Fact[StageReached] | None:
    """Return "idea" where the answer says so, or only says what there is and what there is not
    yet.
    """
    clauses = [
        (told.padded(*limited(*part)), sentence)
        for sentence in told.sentences
        for part in parts_of(told, *sentence)
    ]
    paper = (ends for words, ends in clauses if is_paper(words))
    begun = (ends for words, ends in clauses if NOT_BEGUN.search(words))
    found = next(paper, None) or next(_only_there(clauses), None) or next(begun, None)
    return _made(told, "idea", found) if found else None


def _only_there(clauses: list[tuple[str, tuple[int, int]]]) -> Iterator[tuple[int, int]]:
    """Yield the sentences of `clauses`, each with its own, that only say what there is: something
    is denied, or "that is all" follows.
    """
    is_all = any(says(words, ALL) for words, _ in clauses[1:])
    if is_all or any(SURE_NEGATIONS & set(words.split()) for words, _ in clauses):
        yield from (ends for words, ends in clauses if owns(words))
    if is_all:
        yield clauses[0][1]


def _talked(told: Told) -> Fact[StageReached] | None:
    for sentence in told.sentences:
        for part in parts_of(told, *sentence):
            words = told.padded(*limited(*part))
            if SURE_NEGATIONS & set(words.split()) or _OUR_LIST.search(words):
                continue
            if told.key != "validation" and says(words, _SHOWN):
                return _made(told, "prototype", sentence)
            if says(words, CONTACT):
                return _made(told, "talks", sentence, counted=part)
    return None


_OUR_LIST = re.compile(
    r" (?:haben wir|wir haben|habe ich|i have|we have|i've|we've)(?: [^ ]+){0,2} (?:on the list"
    r"|auf der liste) | on (?:my|our) list | auf (?:meiner|unserer) liste "
)
"""People whom the founders would go to, and have not met by that."""
_SHOWN = Cues(
    "my prototype; our prototype; a prototype; mock-up; ein prototyp; einen prototyp; probeversion;"
    " un prototype; une maquette; een prototype; proefversie; un prototipo; una maqueta"
)
"""What has been made already, where the answer about the stage is empty."""


def _made(
    told: Told, stage: Stage, sentence: tuple[int, int], counted: tuple[int, int] | None = None
) -> Fact[StageReached]:
    """Return the stage that a sentence tells, with the first count in the part `counted`, else in
    all of it.
    """
    first, last = sentence
    count, noun = _count_in(told, *counted) if counted else (None, "")
    if count is None:
        count, noun = _count_in(told, first, last)
    span = told.span(told.source.tokens[first].start, told.source.tokens[last - 1].end)
    return read(StageReached(stage=stage, count=count, noun=noun), span)


def _count_in(told: Told, first: int, last: int) -> tuple[int | None, str]:
    """Return the first count between two tokens, and what it counts."""
    for match in told.within(NumberMatch, first, last):
        if match.value == int(match.value) and 0 < match.value <= 10**9 and not match.measure:
            return int(match.value), match.noun[:80]
    return None, ""
