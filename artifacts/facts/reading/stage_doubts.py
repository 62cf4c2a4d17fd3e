"""What leaves a stage open: only the form of a clause tells it, or something else in the answer
speaks for another one.
"""

from __future__ import annotations

import re

from artifacts.facts.grammar.matches import NumberMatch
from artifacts.facts.grammar.sets import word_set
from artifacts.facts.reading.actors import LASTS, is_outsider, names_own_kin, outsiders_act
from artifacts.facts.reading.context import Told, says
from artifacts.facts.reading.cues import Cues
from artifacts.facts.reading.stage_tells import SINCE
from artifacts.facts.reading.stage_words import OWN_BODY, SURE_NEGATIONS, UNPAID
from artifacts.facts.schema import Stage


def is_sure(told: Told, part: tuple[int, int], words: str, whole: str, stage: Stage) -> bool:
    """Whether `words`, one clause of the sentence `whole`, tell a stage, and nothing beside them
    another one: people who only looked at it, or who are the founders' own, are no pilot.
    """
    if stage == "pilot":
        return _is_sure_pilot(told, part, words, whole)
    if stage == "prototype":
        return not (says(words, SINCE) and _COUNTS_PEOPLE.search(whole))
    return True


def _is_sure_pilot(told: Told, part: tuple[int, int], words: str, whole: str) -> bool:
    if says(words, UNPAID) or says(words, OWN_BODY):
        return True
    lasts = says(words, LASTS)
    if says(words, _ONLY_LOOKED) or (names_own_kin(told, *part) and not lasts):
        return False
    if lasts and _COUNTS_PEOPLE.search(whole):
        return True
    return says(words, _CALLED_SO) or outsiders_act(told, *part) or says(words, _USED)


_ONLY_LOOKED = Cues(
    "watched; seen; saw; looked; looking; look; heard; listened; listening; shown; showed; clicked;"
    " click; read; tasted; made up; made-up; invented; asked; asks; asking; gesehen; angesehen;"
    " angeschaut; sahen; gehört; angehört; gezeigt; vorgeführt; durchgeklickt; geklickt;"
    " durchgegangen; gelesen; probiert; gekostet; erfundene; erfundenen;"
    " vu; vue; vus; regardé; écouté; entendu; montré; montrée; lu; gezien;"
    " bekeken; gehoord; beluisterd; getoond; visto; vieron; mirado; escuchado; oído; enseñado;"
    " mostrado"
)
_CALLED_SO = Cues(
    "a pilot; the pilot; our pilot; pilots; trial run; ein probelauf; der probelauf; unser"
    " probelauf; einen probelauf; ein pilotbetrieb; pilotphase; un pilote; phase pilote;"
    " proefdraaien; un piloto; una prueba piloto"
)
"""The founder's own word for it, as the choice of the interview says it."""
_USED = Cues(
    "has used; have used; been using; nutzt; nutzen; benutzen; utilise; utilisent; gebruiken; usan;"
    " lent; loan; loans; borrowed; geliehen; verliehen; ausgeliehen; leihweise; prêté; emprunté;"
    " geleend; uitgeleend; prestado; prestamos; favour; favor; gefälligkeit; service rendu"
)
_COUNTS_PEOPLE = re.compile(
    r" (?:people|members|children|pupils|kinder|schüler|leute|leut|mitglieder|personnes|membres"
    r"|mensen|leden|personas|socios) "
)
"""So many may have it, and nothing else is said of them."""


def was_paid(text: str) -> bool:
    """Whether somebody paid something in an answer that else only tells that people were met."""
    return _PAID.search(text) is not None


_PAID = re.compile(
    r" (?:they|who|all|each|he|she) paid | (?:bezahlt|gezahlt) (?:hat|haben) "
    r"| (?:ont|a) payé | (?:pagaron|pagó) | (?:hebben|heeft) betaald "
)


def counts_outsiders(told: Told, first: int, last: int, whole: str) -> bool:
    """Whether a clause of the sentence `whole` counts people outside, and denies nothing of them:
    beside a thing that was made they may be those who use it.
    """
    if (SURE_NEGATIONS | _MY) & set(told.padded(first, last).split()) or says(whole, _ONLY_LOOKED):
        return False
    return any(
        match.value > 1
        and told.source.word(match.first - 1) not in _WITH
        and is_outsider(told, match.first + 1)
        for match in told.within(NumberMatch, first, last - 1)
    )


_MY = word_set("my our mein meine meiner meines meinem unser unserer mon ma notre mijn onze mi")
_WITH = word_set("with of for on in ersten mit von für auf in avec de pour met van voor con para")
"""In front of a number: it counts what a thing is made for or holds."""


def is_paid_to_others(text: str) -> bool:
    """Whether the money that was paid went to somebody else: "the riders paid the barn, nothing
    came to me".
    """
    return _NOT_TO_US.search(text) is not None


_NOT_TO_US = re.compile(
    r" (?:nothing|none(?: of (?:it|that))?) (?:(?:came|comes|went|goes|was|is|has gone) )?"
    r"(?:to|for) (?:me|us) "
    r"| (?:davon|bei (?:mir|uns)) (?:ist |kam |blieb |ging )?nichts (?:bei (?:mir|uns)|an (?:mich"
    r"|uns)|angekommen|geblieben) "
    r"| (?:ich|wir) (?:habe|haben) (?:selbst )?nichts davon (?:bekommen|gesehen|gehabt) "
)


def is_ours_alone(text: str) -> bool:
    """Whether nobody but the founders has it: "nobody else has it yet"."""
    return _NOBODY_ELSE.search(text) is not None


_NOBODY_ELSE = re.compile(
    r" (?:nobody|no one|no other person|not anybody) else (?:has|have|uses|had|'s|was) "
    r"| (?:sonst (?:hat|nutzt|benutzt) (?:es |sie |ihn )?(?:noch )?(?:niemand|keiner)"
    r"|(?:niemand|keiner) sonst) "
    r"| personne d'autre (?:ne )?l'[^ ]+ | niemand anders heeft | nadie más (?:lo|la) "
)


UNUSED = re.compile(
    r" (?:nobody|no one|none|niemand|keiner|niemandem|personne|nadie)(?: [^ .,;:]+){0,4}"
    r" (?:borrowed|used|tried|rented|hired|worn|tested|ridden|ausgeliehen|geliehen|benutzt|getragen"
    r"|ausprobiert|getestet|emprunté|utilisé|essayé|geleend|gebruikt|geprobeerd|usado|probado) "
    r"| (?:rien|nothing|nichts|niets|nada)(?: [^ .,;:]+){0,3} (?:loué|rented|lent|verliehen"
    r"|ausgeliehen|vermietet|verhuurd|alquilado) "
)
"""That nobody has used anything yet, so that whatever else is told is no more than made."""
