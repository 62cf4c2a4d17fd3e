"""How far it is: an idea, talks, a prototype, a pilot or customers, with the count that was
told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from artifacts.facts.grammar.matches import DateMatch, NumberMatch
from artifacts.facts.reading.actors import LASTS, names_own_kin, outsiders_act, served_kin
from artifacts.facts.reading.context import Reading, Told, read, says
from artifacts.facts.reading.cues import Cues
from artifacts.facts.reading.deeds import tells_deed
from artifacts.facts.reading.stage_careers import is_career
from artifacts.facts.reading.stage_doubts import (
    UNUSED,
    counts_outsiders,
    is_ours_alone,
    is_paid_to_others,
    is_sure,
    was_paid,
)
from artifacts.facts.reading.stage_forms import counted_speak, is_conversation, stage_by_form
from artifacts.facts.reading.stage_gifts import is_gift, is_in_kind
from artifacts.facts.reading.stage_ideas import ALL, NOT_BEGUN, NOT_MADE, is_paper, owns
from artifacts.facts.reading.stage_parts import limited, parts_of
from artifacts.facts.reading.stage_speech import is_conditional, is_first_to_come, speaks
from artifacts.facts.reading.stage_tells import ONE_CLAUSE, SINCE, tells
from artifacts.facts.reading.stage_words import (
    AT_OURS,
    BY_HAND,
    CONTACT,
    FREE,
    MAKING,
    ON_CONDITION,
    ONLY_ME,
    OWN,
    OWN_BODY,
    PAST_OTHERS,
    PLANS,
    STAGE_CUES,
    SURE_NEGATIONS,
    TOOK_NOTHING,
    UNPAID,
    WISHES,
)
from artifacts.facts.schema import Fact, Stage, StageReached

_ORDER: tuple[Stage, ...] = ("customers", "pilot", "prototype", "talks", "talks")
_CUSTOMERS, _PILOT, _PROTOTYPE, _TALKS, _MET = range(5)
"""Somebody whom only the form of a clause names may have been served for nothing, too."""


class _Best(NamedTuple):
    """What one clause tells."""

    rank: int
    """The place of its stage in `_ORDER`."""
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
    text = told.padded(0, min(len(told.source.tokens), 5 * ONE_CLAUSE))
    paid_to_others = is_paid_to_others(text)
    gift = _is_gift(told) or paid_to_others
    found = list(_each_rank(told, today, gift=gift))
    if paid_to_others:
        found = [_Best(_PILOT, *best[1:]) if best.rank == _CUSTOMERS else best for best in found]
    if _tells(told, UNUSED):
        found = [best for best in found if best.rank >= _PROTOTYPE or _is_paid(told, best)]
    if is_ours_alone(text):
        found = [best for best in found if best.rank >= _PROTOTYPE]
    if _tells(told, NOT_MADE):
        found = [best for best in found if best.rank != _PROTOTYPE]
    best = min(found, default=None)
    if gift and (best is None or best.rank == _MET):
        best = _Best(_PILOT, told.sentences[0])
    if best is None:
        return None
    sure = gift or any(other.is_sure for other in found if other.rank == best.rank)
    if not sure or _competes(
        told,
        _ORDER[best.rank],
        text,
        gift=_is_gift(told) and not names_own_kin(told, 0, len(told.source.tokens)),
    ):
        return Fact()
    return _made(told, _ORDER[best.rank], best.sentence)


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
    return best.rank == _CUSTOMERS and says(told.padded(*limited(*best.sentence)), _PAY)


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
            rank = _rank(told, part, whole, gift=gift)
            if rank is not None:
                words = told.padded(*limited(*part))
                yield _Best(rank, sentence, is_sure(told, part, words, whole, _ORDER[rank]))


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
    words = told.padded(*limited(*part))
    if is_career(told, *limited(*part), words):
        return None
    if says(words, UNPAID):
        return _PILOT
    if says(words, ONLY_ME):
        return _PROTOTYPE
    if _is_elsewhere(words):
        return None
    if gift and says(words, SINCE) and not says(words, OWN):
        return _PILOT
    rank = _happened(told, part, words)
    if rank is None or (rank == _CUSTOMERS and (says(whole, FREE) or is_in_kind(words))):
        return None
    return _served(rank, words, whole, gift=gift)


def _is_elsewhere(words: str) -> bool:
    """Whether a clause tells of others, of a time to come or of what the founders wish."""
    return says(words, PAST_OTHERS) or says(words, PLANS) or _WE_WISH.search(words) is not None


def _happened(told: Told, part: tuple[int, int], words: str) -> int | None:
    """Return the place in `_ORDER` of what a clause says that happened, and did not only not happen
    or is wished for.
    """
    ranks = _possible(words)
    by_words = next((r for r in sorted(ranks) if tells(told, part, words, _ORDER[r])), None)
    if SURE_NEGATIONS & set(words.split()):
        return by_words
    ends = limited(*part)
    if ranks == {_TALKS}:
        others = outsiders_act(told, *ends) or counted_speak(told, *ends)
        return _MET if by_words is None and others else by_words
    if _says_nothing(told, ends, words, by_words):
        return None
    if by_words == _PROTOTYPE and is_conversation(told, ends, words):
        by_words = _MET
    return _by_form(told, part, words, by_words)


def _says_nothing(told: Told, ends: tuple[int, int], words: str, by_words: int | None) -> bool:
    """Whether a word of a table stands beside what takes its meaning: it is paper so far, or only
    the founders' own people talk.
    """
    if by_words == _PROTOTYPE:
        return _is_called_paper(words)
    among_kin = names_own_kin(told, *ends) and not outsiders_act(told, *ends)
    return by_words == _TALKS and among_kin


def _possible(words: str) -> set[int]:
    """Return the places in `_ORDER` that a clause can tell: of wishes only the talks, and of what
    is denied nothing.
    """
    wished = says(words, WISHES) or is_conditional(words)
    wished = wished or ON_CONDITION.begin(words) or says(words, _IF)
    ranks = {_TALKS} if wished else set(range(len(_ORDER)))
    if SURE_NEGATIONS & set(words.split()):
        ranks &= {_PROTOTYPE} if _opens_denied(words) else set()
    return ranks


_WE_WISH = re.compile(
    r" (?:i|we) (?:only |just |really )?(?:want|hope|plan|intend|mean|would like|wish|aim) to "
    r"| (?:ich|wir) (?:will|wollen|möchte|möchten|würde|würden) (?:[^ ]+ ){0,6}(?:anfangen|beginnen"
    r"|starten|loslegen|eröffnen|bauen) "
)
"""What the founders wish themselves."""
_IF = Cues("if; falls; sobald; as soon as; à condition que; mits; con tal de que")
"""On a condition, which a sentence need not begin with."""


def _is_called_paper(words: str) -> bool:
    """Whether a clause says that it is a drawing or a sheet so far, whatever else was done."""
    match = _IT_IS.search(words)
    return match is not None and says(f" {match[1]} ", STAGE_CUES["idea"])


_IT_IS = re.compile(
    r" (?:is|it's|ist|c'est|es|is het) (?:only |just |nur |bisher |solo )?"
    r"((?:an?|eine?|une?|una|een) (?:[^ ]+ ?){1,3})"
)


def _by_form(told: Told, part: tuple[int, int], words: str, by_words: int | None) -> int | None:
    """Return what the form of a clause tells if that is more than its words, else what they do."""
    form = stage_by_form(told, limited(*part), words)
    if form == "prototype" and says(words, STAGE_CUES["idea"]):
        # "I have done the sums"
        form = None
    rank = None if form is None else _MET if form == "talks" else _ORDER.index(form)
    if rank is not None and (by_words is None or rank < by_words):
        return rank
    if by_words is not None or says(words, STAGE_CUES["idea"]):
        return by_words
    return _by_deed(told, part, words)


def _by_deed(told: Told, part: tuple[int, int], words: str) -> int | None:
    """Return the place of a deed that nobody is named for; what they only say are talks."""
    tokens, language = told.source.tokens[slice(*limited(*part))], told.source.lexicon.language
    if says(words, _THEY) and speaks(tokens, language):
        return _MET
    return _PROTOTYPE if tells_deed(tokens, language) else None


_THEY = Cues("they; he; she; sie; er; ils; elles; zij; ze; ellos; ellas")


def _served(rank: int, words: str, whole: str, *, gift: bool) -> int:
    """Return the rank, which is that of a pilot where somebody else was served for nothing, and not
    where only the family was, or where it has not left the founders' home.
    """
    if rank == _PILOT:
        return _PROTOTYPE if _is_at_home(words, whole, gift=gift) else rank
    if rank != _PROTOTYPE:
        return rank
    made = says(words, MAKING) and not says(words, _TRIED)
    given = gift and not says(words, OWN) and not made
    return _PILOT if given or _serves_own_body(words) else rank


def _is_at_home(words: str, whole: str, *, gift: bool) -> bool:
    """Whether what is used or served has not left the founders' own people."""
    own = _is_for_kin(words) or (says(words, BY_HAND) and says(whole, OWN))
    return own or (not gift and says(words, AT_OURS))


_FOR_KIN = re.compile(
    r" (?:my|our|mein|meine|meiner|unser|unsere|unserer) (?:own )?(?:daughter|son|wife|husband"
    r"|mother|father|mum|dad|sister|brother|tochter|sohn|frau|mann|mutter|vater|schwester|bruder)"
    r" (?:[^ ]+ ){0,5}(?:benutzt|nutzt|verwendet|uses|plays|tries|has used|has tried)(?: it| es)? "
)


def _is_for_kin(words: str) -> bool:
    """Whether only the founder's own child or partner uses it."""
    return _FOR_KIN.search(words) is not None


def _serves_own_body(words: str) -> bool:
    """Whether it goes on in a school or a club of the founders, and does not only stand there."""
    lasts = says(words, OWN_BODY) and says(words, LASTS)
    return lasts and not says(words, _ONLY_THERE)


_TRIED = Cues("tried; tested; tried out; probiert; ausprobiert; getestet; erprobt")
_ONLY_THERE = Cues(
    "stands; stand; stood; hangs; hang; lies; lie; in front of; outside; behind; steht; stehen;"
    " hängt; hängen; liegt; liegen; vor; hinter; neben; devant; derrière; staat; staan; hangt"
)


def _opens_denied(words: str) -> bool:
    """Whether the first denial comes late, as in "a thing that stores a piano and nothing else"."""
    told = words.split()
    return next((place for place, word in enumerate(told) if word in SURE_NEGATIONS), 0) > 5


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
