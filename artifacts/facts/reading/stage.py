"""How far it is: an idea, talks, a prototype, a pilot or customers, with the count that was
told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise

from artifacts.facts.grammar.matches import DateMatch, NumberMatch
from artifacts.facts.grammar.sets import word_set
from artifacts.facts.reading.actors import LASTS, is_outsider, outsiders_act
from artifacts.facts.reading.context import Reading, Told, read, says
from artifacts.facts.reading.cues import Cues
from artifacts.facts.reading.deeds import tells_deed
from artifacts.facts.reading.stage_forms import stage_by_form
from artifacts.facts.reading.stage_words import (
    AT_OURS,
    BY_HAND,
    CAME,
    CONTACT,
    FREE,
    HAVE_IT,
    MAKING,
    ON_CONDITION,
    ONLY_ME,
    OTHER_MEANINGS,
    OWN,
    OWN_BODY,
    PAID,
    PAST_OTHERS,
    PLACES,
    PLANS,
    STAGE_CUES,
    STATES,
    SURE_NEGATIONS,
    THROUGH_OWN,
    TOOK_NOTHING,
    UNPAID,
    WISHES,
)
from artifacts.facts.schema import Fact, Stage, StageReached

_ORDER: tuple[Stage, ...] = ("customers", "pilot", "prototype", "talks", "talks")
_CUSTOMERS, _PILOT, _PROTOTYPE, _TALKS, _MET = range(5)
"""Somebody whom only the form of a clause names may have been served for nothing, too."""
_ONE_CLAUSE = 80
"""How many tokens of a clause are looked at."""

_Best = tuple[int, tuple[int, int]]
"""The rank of a stage in `_ORDER`, and the sentence that tells it."""


def read_stage(reading: Reading) -> Fact[StageReached]:
    """Return how far it is, from the answer about it, else from what speaks for it so far and from
    whom it is for.
    """
    for told in reading.pick(("stage", "evidence")):
        if found := _of(told, reading.today):
            return found
        if told.key == "stage" and (found := _bare(told)):
            return found
    if "stage" in reading.told:
        return Fact()
    for told in reading.pick(("validation", "target_user", "constraint")):
        if talked := _talked(told):
            return talked
    return Fact()


def _of(told: Told, today: date) -> Fact[StageReached] | None:
    gift = any(says(told.padded(*_limited(*ends)), TOOK_NOTHING) for ends in told.sentences)
    best = min(_each_rank(told, today, gift=gift), default=None)
    if gift and (best is None or best[0] == _MET):
        best = (_PILOT, told.sentences[0])
    return _made(told, _ORDER[best[0]], best[1]) if best else None


def _each_rank(told: Told, today: date, *, gift: bool) -> Iterator[_Best]:
    ahead = _days_ahead(told, today)
    for sentence in told.sentences:
        whole = told.padded(*_limited(*sentence))
        for part in _parts(told, *sentence):
            if any(part[0] <= index < part[1] for index in ahead):
                continue
            rank = _rank(told, part, whole, gift=gift)
            if rank is not None:
                yield rank, sentence


def _limited(first: int, last: int) -> tuple[int, int]:
    return first, min(last, first + _ONE_CLAUSE)


def _days_ahead(told: Told, today: date) -> list[int]:
    """Return where days are named that have not come yet: what is told of them is a plan."""
    return [
        match.first
        for match in told.each(DateMatch)
        if match.year is not None and (match.year, match.month) > (today.year, today.month)
    ]


def _rank(told: Told, part: tuple[int, int], whole: str, *, gift: bool) -> int | None:
    """Return the place in `_ORDER` of what one clause tells, None for nothing.

    `gift` says that somebody was served for nothing.
    """
    words = told.padded(*_limited(*part))
    if says(words, UNPAID):
        return _PILOT
    if says(words, ONLY_ME):
        return _PROTOTYPE
    if says(words, PAST_OTHERS) or says(words, PLANS):
        return None
    if gift and says(words, _SINCE) and not says(words, OWN):
        return _PILOT
    rank = _happened(told, part, words)
    if rank is None or (rank == _CUSTOMERS and says(whole, FREE)):
        return None
    return _served(rank, words, whole, gift=gift)


def _happened(told: Told, part: tuple[int, int], words: str) -> int | None:
    """Return the place in `_ORDER` of what a clause says that happened, and did not only not happen
    or is wished for.
    """
    denied = bool(SURE_NEGATIONS & set(words.split()))
    wished = says(words, WISHES) or ON_CONDITION.begin(words)
    ranks = {_TALKS} if wished else set(range(len(_ORDER)))
    if denied:
        ranks &= {_PROTOTYPE} if _opens_denied(words) else set()
    by_words = next((r for r in sorted(ranks) if _tells(told, part, words, _ORDER[r])), None)
    if denied:
        return by_words
    if wished:
        return _MET if by_words is None and outsiders_act(told, *_limited(*part)) else by_words
    return _by_form(told, part, words, by_words)


def _by_form(told: Told, part: tuple[int, int], words: str, by_words: int | None) -> int | None:
    """Return what the form of a clause tells if that is more than its words, else what they do."""
    form = stage_by_form(told, _limited(*part), words)
    if form == "prototype" and says(words, STAGE_CUES["idea"]):
        # "I have done the sums"
        form = None
    rank = None if form is None else _MET if form == "talks" else _ORDER.index(form)
    if rank is not None and (by_words is None or rank < by_words):
        return rank
    if by_words is not None or says(words, STAGE_CUES["idea"]):
        return by_words
    tokens = told.source.tokens[slice(*_limited(*part))]
    return _PROTOTYPE if tells_deed(tokens, told.source.lexicon.language) else None


def _served(rank: int, words: str, whole: str, *, gift: bool) -> int:
    """Return the rank, which is that of a pilot where somebody else was served for nothing, and not
    where only the family was, or where
    it has not left the founders' home.
    """
    if rank == _PILOT:
        own = says(words, BY_HAND) and says(whole, OWN)
        return _PROTOTYPE if own or (not gift and says(words, AT_OURS)) else rank
    if rank != _PROTOTYPE:
        return rank
    given = gift and not says(words, OWN) and not says(words, MAKING)
    return _PILOT if given or _serves_own_body(words) else rank


def _serves_own_body(words: str) -> bool:
    """Whether it goes on in a school or a club of the founders, and does not only stand there."""
    lasts = says(words, OWN_BODY) and says(words, LASTS)
    return lasts and not says(words, _ONLY_THERE)


_ONLY_THERE = Cues(
    "stands; stand; stood; hangs; hang; lies; lie; in front of; outside; behind; steht; stehen;"
    " hängt; hängen; liegt; liegen; vor; hinter; neben; devant; derrière; staat; staan; hangt"
)


def _tells(told: Told, part: tuple[int, int], words: str, stage: Stage) -> bool:
    words = OTHER_MEANINGS.removed_from(words)
    if says(words, STAGE_CUES[stage]):
        return not (stage == "customers" and says(words, CONTACT))
    return _TELLS_OTHERWISE[stage](told, part, words)


def _tells_customers(told: Told, part: tuple[int, int], words: str) -> bool:
    return _pays(told, *part) or _they_pay(told, part, words)


def _tells_pilot(told: Told, part: tuple[int, int], words: str) -> bool:
    held = says(words, HAVE_IT) and not says(words, _OURSELVES)
    served = says(words, BY_HAND) and not says(words, MAKING)
    return held or served or _came(told, part)


def _tells_prototype(told: Told, part: tuple[int, int], words: str) -> bool:
    since, there = says(words, _SINCE), says(words, PLACES) or says(words, _SOMEWHERE)
    if says(words, STAGE_CUES["idea"]) and not since:
        return False
    if says(words, AT_OURS) and _counts_things(told, part):
        return True
    return (since and there) or (says(words, STATES) and (since or there))


def _counts_things(told: Told, part: tuple[int, int]) -> bool:
    """Whether a clause opens with so many things: "14 lamps in my cellar"."""
    match = next(told.within(NumberMatch, *part), None)
    if match is None or match.first != part[0] or not match.noun or match.measure:
        return False
    return not any(is_outsider(told, index) for index in range(part[0], match.last + 1))


def _tells_talks(_told: Told, _part: tuple[int, int], words: str) -> bool:
    return says(words, CONTACT)


_TELLS_OTHERWISE: dict[Stage, Callable[[Told, tuple[int, int], str], bool]] = {
    "customers": _tells_customers,
    "pilot": _tells_pilot,
    "prototype": _tells_prototype,
    "talks": _tells_talks,
}
"""What tells a stage without one of its phrases."""


def _they_pay(told: Told, part: tuple[int, int], words: str) -> bool:
    """Whether others pay already, and do not only promise to: "every owner settled the bill"."""
    if says(words, _OURSELVES) or says(words, ON_CONDITION) or says(words, STAGE_CUES["idea"]):
        return False
    return says(words, PAID) or says(_without_figures(told, *part), _PAY)


def _without_figures(told: Told, first: int, last: int) -> str:
    """Return the words without "Zahlen", which with a capital are figures and no payments."""
    tokens = told.source.tokens[first:last]
    return f" {' '.join(token.lower for token in tokens if token.text != 'Zahlen')} "


def _came(told: Told, part: tuple[int, int]) -> bool:
    """Whether so many came: "58 came, then 71"."""
    return any(
        says(told.padded(match.first, match.last + 2), CAME)
        and not says(told.padded(match.first, match.last + 3), _LASTED)
        for match in told.within(NumberMatch, *part)
    )


_LASTED = Cues("came through; came back; came out; kamen durch; kamen zurück")
"""Of things that lasted, and not of people: "nine came through green"."""


def _pays(told: Told, first: int, last: int) -> bool:
    """Whether somebody pays there, or so many buy: "eleven households pay $20 a month", "three
    firms have " "ordered"."""
    words = _without_figures(told, first, min(last, first + _ONE_CLAUSE))
    if any(first <= index < last for index in told.money_begins):
        return says(words, _PAY)
    # What follows a later count follows the first one too.
    count = next(told.within(NumberMatch, first, last), None)
    bought = count is not None and says(words, _BUY) and not says(words, CONTACT)
    return (
        bought
        and not says(words, _OURSELVES)
        and not says(words, THROUGH_OWN)
        and not says(words, BY_HAND)
    )


_PAY = Cues(
    "pay; pays; paying; paid; zahlen; zahlt; bezahlen; paient; paie; betalen; betaalt; pagan; paga"
)
_BUY = Cues(
    "kopen; kochten; gekocht; pay; pays; paying; paid; bought; buy; ordered; order; renewed;"
    " rented; zahlen; zahlt; bezahlen; gekauft; bestellt; kaufen; bestellen; gemietet;"
    " abonniert; paient; acheté; achètent; commandé; commandent; loué; betalen; betaalden;"
    " besteld; bestellen; gehuurd; pagan; pagaron; compran; compraron; pidieron; comprado"
)
_OURSELVES = Cues(
    "i; we; i've; we've; ich; wir; j'; nous; on a; ik; wij; yo; he comprado; hemos comprado; to"
    " pay; to buy; zu zahlen"
)
_SOMEWHERE = Cues(
    "on the; in the; auf der; auf dem; im; in der; sur la; dans le; op de; en el; en la"
)
_SINCE = Cues("since; seit; depuis; sinds; desde")


def _opens_denied(words: str) -> bool:
    """Whether the first denial comes late, as in "a thing that stores a piano and nothing else"."""
    told = words.split()
    return next((place for place, word in enumerate(told) if word in SURE_NEGATIONS), 0) > 5


_BUTS = ("but", "aber", "mais", "maar", "pero")
_TURNS = word_set("took did do does would never wanted asked")
_ANDS = ("and", "und", "et", "en", "y")


def _parts(told: Told, first: int, last: int) -> list[tuple[int, int]]:
    """Split a sentence at its commas and semicolons, because "three asked, nobody has paid" says
    two things.
    """
    cuts = [first]
    for index in range(first, last):
        token = told.source.tokens[index]
        behind = told.source.word(index + 1)
        joins = token.lower in _ANDS and (
            behind in SURE_NEGATIONS | _TURNS or told.source.word(index + 2) in SURE_NEGATIONS
        )
        if token.text in ",;:" or token.lower in _BUTS or joins:
            cuts.append(index + 1)
    cuts.append(last)
    return [(start, end) for start, end in pairwise(cuts) if end > start]


def _bare(told: Told) -> Fact[StageReached] | None:
    """Return "idea" where the answer says so, or only says what there is not yet."""
    for first, last in told.sentences:
        words = told.padded(first, min(last, first + 80))
        if says(words, STAGE_CUES["idea"]):
            return _made(told, "idea", (first, last))
    return None


def _talked(told: Told) -> Fact[StageReached] | None:
    for sentence in told.sentences:
        for part in _parts(told, *sentence):
            words = told.padded(*_limited(*part))
            if SURE_NEGATIONS & set(words.split()):
                continue
            if told.key != "validation" and says(words, _SHOWN):
                return _made(told, "prototype", sentence)
            if says(words, CONTACT):
                return _made(told, "talks", sentence)
    return None


_SHOWN = Cues(
    "my prototype; our prototype; a prototype; mock-up; ein prototyp; einen prototyp; probeversion;"
    " un prototype; une maquette; een prototype; proefversie; un prototipo; una maqueta"
)
"""What has been made already, where the answer about the stage is empty."""


def _made(told: Told, stage: Stage, sentence: tuple[int, int]) -> Fact[StageReached]:
    first, last = sentence
    count, noun = None, ""
    for match in told.within(NumberMatch, first, last):
        if match.value == int(match.value) and 0 < match.value <= 10**9 and not match.measure:
            count, noun = int(match.value), match.noun[:80]
            break
    span = told.span(told.source.tokens[first].start, told.source.tokens[last - 1].end)
    return read(StageReached(stage=stage, count=count, noun=noun), span)
