"""What the other traits decide where words only hint at a trait."""

from __future__ import annotations

import re

from artifacts.facts.grammar.sets import word_set
from artifacts.facts.reading.context import Reading
from artifacts.facts.reading.trait_patterns import WHAT_IT_DOES, is_denied, pattern
from artifacts.facts.reading.trait_words import TRAIT_WORDS
from artifacts.facts.schema import Fact, Verdict

Found = dict[str, Fact[Verdict]]

_OFFER = ("idea", "target_user", "price", "constraint", "first_version")
_YES = Fact[Verdict](value="yes", state="read")
_NO = Fact[Verdict](value="no", state="read")
_SELLING = pattern(
    "sell sells sold selling hire hires rent~out rents~out lend lends verkauf* verleih*"
    " vermiet* vend* vente* louer loue louons louées loués verkop* verhur* alquil*"
)
_NO_THING = re.compile(
    r" (?:no|kein\w*|pas de|geen|ningun\w*) | (?:[^ .,;]+ )?(?:courses?|lessons?|kurse?|cours)\b"
)
"""Behind a verb of selling: it is denied, or no thing."""
_WE_HIRE = re.compile(r"(?<!\w)(?:we|i) hires?$")
"""What we hire ourselves."""
_FETCHED = re.compile(r"(?:holen|holt|hole)\b.*\bab")


def settle(reading: Reading, found: Found, *, digital: bool) -> Found:
    """Return the traits with those that the others decide.

    `digital` says that people use it on a screen or by text messages.
    """
    settled = found | _device(reading, found)
    settled |= _goods(reading, settled, digital=digital)
    settled |= _at_theirs(reading, settled, digital=digital)
    settled |= _people(reading, settled)
    return settled | _too_little_said(settled, digital=digital)


def _too_little_said(found: Found, *, digital: bool) -> Found:
    """Leave open what silence says too little of: whether those who pay in person are written
    down, where no permit tells what is done, and whether organisations get a thing with what is
    no software. Of founders with the truth one in three and one in four had it.
    """
    doubtful: set[str] = set()
    others = (found[key].value for key in ("physical_goods", "needs_permit"))
    if found["takes_payments"].value == "yes" and "yes" not in others:
        doubtful.add("personal_data")
    if found["sells_to_organisations"].value == "yes" and not digital:
        doubtful.add("physical_goods")
    unsaid = (key for key in doubtful if found[key].value == "no" and not found[key].said)
    return dict.fromkeys(unsaid, Fact())


def is_posted(reading: Reading) -> bool:
    """Whether something is printed or sent by post, whatever people see on a screen besides."""
    return any(_POSTED.search(told.lower) for told in reading.pick(WHAT_IT_DOES))


_POSTED = re.compile(
    r"(?<!\w)(?:by post|in the post|per post|mit der post|par la poste|per post|por correo postal"
    r"|(?:is|are|gets?|ist|sind|wird|werden|est|sont) (?:printed|gedruckt|imprimée?s?))(?!\w)"
)


def _device(reading: Reading, found: Found) -> Found:
    """What is told by two words of a device where it is told what it does is one, and a thing."""
    if found["hardware"].value is not None or len(_hints(reading, "hardware")) < _SEVERAL:
        return {}
    goods = found["physical_goods"]
    return {"hardware": _YES, "physical_goods": _YES if goods.value is None else goods}


_SEVERAL = 2


def _goods(reading: Reading, found: Found, *, digital: bool) -> Found:
    """Who comes to people or brings others together and sells nothing has no goods; what is
    sold otherwise is a thing.
    """
    if found["physical_goods"].value is not None:
        return {}
    if found["on_site_service"].value == "yes" or found["two_sides"].value == "yes":
        return {} if _sells(reading, _OFFER) else {"physical_goods": _NO}
    sold = not digital and _sells(reading, ("idea", "price", "first_version"))
    return {"physical_goods": _YES} if sold else {}


def _at_theirs(reading: Reading, found: Found, *, digital: bool) -> Found:
    """Goods are sent or fetched, and neither a screen nor a go-between comes to people."""
    service, goods = found["on_site_service"], found["physical_goods"].value == "yes"
    if goods and service.value == "yes" and _is_fetched(service):
        return {"on_site_service": Fact()} if service.said else {}
    if service.value is not None:
        return {}
    if goods or digital or found["two_sides"].value == "yes":
        return {} if goods and _is_fitted(reading) else {"on_site_service": _NO}
    return {"on_site_service": _YES} if _is_hinted_at_theirs(reading) else {}


def _is_fetched(service: Fact[Verdict]) -> bool:
    return all(_FETCHED.match(span.text.lower()) for span in service.said)


def _is_hinted_at_theirs(reading: Reading) -> bool:
    hinted = _hints(reading, "on_site_service", ("idea",)) - _BY_THE_WAY
    return bool(hinted) and not _is_brought(reading) and not is_record(reading)


_BY_THE_WAY = word_set(
    "round rounds drive driver drivers village villages dorf dorfes dörfer dörfern market markets"
    " seat bus fahrt rit trajet visit visits course courses workshop workshops kurs kurse"
)
"""What is on the way of others, too, and hints at nothing alone."""


def is_record(reading: Reading) -> bool:
    """Return whether it is a book or a list of what others do, wherever they go."""
    return any(_RECORD.match(told.lower) for told in reading.pick(("idea",)))


_RECORD = re.compile(
    r"(?:an? |the |ein |eine |un |une |een )?(?:[\w-]+ ){0,2}?(?:\w*log|log ?books?|round ?books?"
    r"|books?|registers?|lists?|rotas?|diar(?:y|ies)|programs?|\w*buch|\w*bücher|\w*liste|\w*plan"
    r"|\w*programm|\w*heft|carnet|registre|logboek|registro)(?!\w)"
)


def _is_fitted(reading: Reading) -> bool:
    """Whether the price names a fitting: somebody may come for it."""
    return any(_FITTED.search(told.lower) for told in reading.pick(("price",)))


_FITTED = re.compile(
    r"(?<!\w)(?:fitting|installation|installing|einbau|montage|anschluss|pose|instalación)(?!\w)"
)


def _is_brought(reading: Reading) -> bool:
    """Whether people bring it to us: they are not come to, whatever drives there."""
    return any(_BRING.search(told.lower) for told in reading.pick(("idea",)))


_BRING = re.compile(
    r"(?<!\w)(?:you|man|wer|people|customers|owners|families|patients|die leute|leute|kunden"
    r"|la gente|les clients|les gens|mensen|klanten) (?:[^ .,;]+ )?(?:brings?|drops?|bringen"
    r"|kommen|recogen?|traen?|apportent|déposent|brengen|come to us)(?!\w)"
)


def _people(reading: Reading, found: Found) -> Found:
    """People who are named both in the idea and in what it does are its subject, where they do not
    only buy a thing.
    """
    if found["personal_data"].value is not None or found["physical_goods"].value != "no":
        return {}
    named = all(_hints(reading, "personal_data", (key,)) for key in WHAT_IT_DOES)
    return {"personal_data": _YES} if named else {}


def _hints(reading: Reading, trait: str, keys: tuple[str, ...] = WHAT_IT_DOES) -> set[str]:
    """Return the different words in the answers `keys` that hint at a trait."""
    words = pattern(TRAIT_WORDS[trait].hints)
    return {match.group() for told in reading.pick(keys) for match in words.finditer(told.lower)}


def _sells(reading: Reading, keys: tuple[str, ...]) -> bool:
    """Whether something is said to be sold or lent."""
    return any(
        not is_denied(told, match.start())
        and not _NO_THING.match(told.lower, match.end())
        and not _WE_HIRE.search(told.lower, 0, match.end())
        for told in reading.pick(keys)
        for match in _SELLING.finditer(told.lower)
    )
