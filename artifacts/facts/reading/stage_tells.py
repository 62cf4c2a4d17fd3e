"""Whether one clause tells a stage by its words: who pays, who has it, what was made.

What only the form of a clause tells is in `stage_forms`.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from artifacts.facts.grammar.matches import NumberMatch
from artifacts.facts.grammar.sets import word_set
from artifacts.facts.reading.actors import is_outsider, names_own_kin, outsiders_act
from artifacts.facts.reading.context import Told, says
from artifacts.facts.reading.cues import Cues
from artifacts.facts.reading.stage_speech import speaks
from artifacts.facts.reading.stage_words import (
    AT_OURS,
    BY_HAND,
    CAME,
    CONTACT,
    HAVE_IT,
    MAKING,
    ON_CONDITION,
    OTHER_MEANINGS,
    OWN,
    PAID,
    PLACES,
    STAGE_CUES,
    STATES,
    THROUGH_OWN,
)
from artifacts.facts.schema import Stage

ONE_CLAUSE = 80
"""How many tokens of a clause are looked at."""


def tells(told: Told, part: tuple[int, int], words: str, stage: Stage) -> bool:
    words = _TRIAL_THING.sub(" sample ", OTHER_MEANINGS.removed_from(words))
    if stage in ("customers", "pilot") and says(words, _ANIMALS) and not outsiders_act(told, *part):
        return False
    if says(words, STAGE_CUES[stage]):
        return not (stage == "customers" and says(words, CONTACT))
    return _TELLS_OTHERWISE[stage](told, part, words)


_TRIAL_THING = re.compile(
    r" trial (?!(?:run|session|lesson|class|day|week|month|period|phase|basis|season|term|contract"
    r"|with|at|in|on|by|for|of|is|was|has|had|since|and|so|from)s? )[a-z-]+ "
)
"""What is made for a trial is a sample: "three trial numbers"."""
_ANIMALS = Cues(
    "cattle; cow; cows; sheep; goat; goats; dog; dogs; cat; cats; horse; horses; pig; pigs; hens;"
    " mice; rats; marten; fox; foxes; badger; deer; birds; crows; gulls; bees; kühe; kuh; rinder;"
    " schafe; ziegen; hund; hunde; katze; katzen; pferd; pferde; schweine; hühner; mäuse; marder;"
    " fuchs; dachs; reh; rehe; vögel; krähen; specht; bienen; wespen"
)
"""They are nobody whom the product is tried by."""


def _tells_customers(told: Told, part: tuple[int, int], words: str) -> bool:
    return _pays(told, *part) or _they_pay(told, part, words)


def _tells_pilot(told: Told, part: tuple[int, int], words: str) -> bool:
    served = says(words, BY_HAND) and not says(words, MAKING)
    return served or _is_held(told, part, words) or _came(told, part)


def _is_held(told: Told, part: tuple[int, int], words: str) -> bool:
    """Whether people outside have it, and not the founders' own, or a list."""
    if not says(words, HAVE_IT) or names_own_kin(told, *part):
        return False
    return not any(says(words, cues) for cues in (_OURSELVES, OWN, _ON_LISTS))


def _tells_prototype(told: Told, part: tuple[int, int], words: str) -> bool:
    if says(words, _ON_LISTS):
        return False
    since, there = says(words, SINCE), says(words, PLACES) or says(words, _SOMEWHERE)
    if says(words, STAGE_CUES["idea"]) and not since:
        return False
    if _is_there(told, part, words):
        return True
    return (since and there) or (says(words, STATES) and (since or there))


def _is_there(told: Told, part: tuple[int, int], words: str) -> bool:
    """Whether things stand at the founders' home, were used up by them, or one stands anywhere."""
    if says(words, AT_OURS) and _counts_things(told, part):
        return True
    return _consumed_by_us(words) or _STANDS_ONE.search(words) is not None


_STANDS_ONE = re.compile(
    r" (?:steht|liegt|hängt|läuft|schwimmt) (?:schon |bereits )?(?:einer|eine|eins|der erste"
    r"|die erste|das erste|ein erster|eine erste|ein erstes)(?: aus [^ ]+)? [.,;] ?$"
)
_ON_LISTS = Cues(
    "auf der liste; auf einer liste; auf den listen; im protokoll; im heft; auf der tagesordnung;"
    " on the list; on a list; in the minutes; in its minutes; in their minutes; on the agenda; on"
    " its agenda; on their agenda; sur la liste; op de lijst; en la lista"
)
"""Where names and promises stand, and no things."""
_CONSUMED = word_set(
    "ate eaten drank drunk worn wore burnt burned supper gegessen getrunken verbraucht verheizt"
    " verfüttert mangé mangés mangée mangées bu bus opgegeten comido comimos"
)
_BY_US = word_set(
    "our ours my own ourselves myself us we i selbst selber uns wir ich eigenen eigene nous famille"
    " ons wij zelf nosotros familia"
)


def _consumed_by_us(words: str) -> bool:
    """Whether the founders ate or used up what they had made: "most of it on my own supper"."""
    told = set(words.split())
    return not told.isdisjoint(_CONSUMED) and not told.isdisjoint(_BY_US)


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
    if says(words, PAID) or _SETTLED.search(words):
        return True
    return says(_without_figures(told, *part), _PAY)


_SETTLED = re.compile(r" (?:who|all|each|both|every one|they|of them) (?:\w+ )?settled? ")


def _without_figures(told: Told, first: int, last: int) -> str:
    """Return the words without "Zahlen", which with a capital are figures and no payments."""
    tokens = told.source.tokens[first:last]
    return f" {' '.join(token.lower for token in tokens if token.text != 'Zahlen')} "


def _came(told: Told, part: tuple[int, int]) -> bool:
    """Whether so many came: "58 came, then 71", and not only to look or to ask."""
    if speaks(told.source.tokens[slice(*part)], told.source.lexicon.language):
        return False
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
    words = _without_figures(told, first, min(last, first + ONE_CLAUSE))
    if any(first <= index < last for index in told.money_begins):
        return says(words, _PAY)
    # What follows a later count follows the first one too.
    count = next(told.within(NumberMatch, first, last), None)
    others = count is not None or outsiders_act(told, first, last)
    bought = others and says(words, _BUY) and not says(words, CONTACT)
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
    "kopen; kochten; hebben gekocht; heeft gekocht; gekocht hebben; gekocht heeft; al gekocht;"
    " pay; pays; paying; paid; bought; buy; ordered; order; renewed;"
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
SINCE = Cues("since; seit; depuis; sinds; desde")
