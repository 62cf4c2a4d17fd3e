"""What a founder's sentence is about, by its words, where no fact tells."""

from __future__ import annotations

import re
from datetime import date, timedelta

from artifacts.facts.grammar import DateMatch, FractionMatch, NumberMatch, scan
from artifacts.facts.grammar.matches import MonthEdge
from artifacts.facts.schema import Facts, Test
from artifacts.facts.sums import same_thing
from artifacts.text import sentences

_PAST = re.compile(
    r"\b(?:(?:for|i was|we were|i spent|we spent) (?:\w+ ){1,2}years|since (?:19|20)\d\d"
    r"|seit (?:19|20)\d\d|seit \w+ jahren"
    r"|(?:pendant|depuis) \w+ ans|(?:lleva|durante) \w+ años|\w+ jaar (?:lang|in|bij)"
    r"|[0-9]+ years an? [a-z]+|[0-9]+ jahre [a-zäöü]+(?:er|erin|ist|istin|eurin|meister|köchin)"
    r"|(?:gelernt|ausgebildet|learned|learnt|trained|qualified)\b.{0,20}\b(?:19|20)\d\d"
    r"|\w+ jahre lang|\w+ years (?:in|at|as|on)"
    r"|(?:in|from|en|im jahr) (?:19\d\d|20[01]\d))\b",
    re.IGNORECASE,
)
"""Words about a life before this project, and not about how things have to be."""

_PLACE = (
    r"at (?:the|our) (?:desk|counter|till|door|gate|stall|shop|bar)"
    r"|am (?:anhänger|stand|tresen|tor|schalter|ofen|wagen)|an der (?:kasse|theke|tür|\w+tür)"
    r"|in die kasse|au (?:comptoir|guichet)|aan de (?:kassa|deur|balie)|en (?:caja|el mostrador)"
)
_IN_PERSON = re.compile(
    rf"\b(?:cash|bar|barzahlung|efectivo|espèces|contant|{_PLACE})\b", re.IGNORECASE
)
_CARD_AT_PLACE = re.compile(
    rf"\b(?:cards?|karte|tarjeta|carte|pin)\b(?=[^.;!?]*\b(?:{_PLACE})\b)"
    rf"|(?<!\w)(?:{_PLACE})\b[^.;!?]*\b(?:cards?|karte|tarjeta|carte|pin)\b",
    re.IGNORECASE,
)
"""A card that is read where somebody stands: "cash or card at the stall"."""
_FROM_AFAR = re.compile(
    r"\b(?:card|cards|online|transfer|debit|paypal|app|karte|überweis\w*|lastschrift|tarjeta"
    r"|transferencia|carte|virement|overschrijving|pin)\b",
    re.IGNORECASE,
)
_AT_MOST = re.compile(
    r"\b(?:at most|no(?:t)? more than|up to|(?:fewer|less) than|höchstens|maximal|bis zu"
    r"|nicht mehr als|weniger als|au plus|pas plus|moins de|hoogstens|niet meer dan|minder dan"
    r"|como máximo|no más de|a lo sumo|menos de)\b",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"^(?:after|before|nach|vor) (?:the|a|an|each|every|der|dem|jeder|jedem|einer|einem) [\w-]+,? ",
    re.IGNORECASE,
)
"""When a step happens: "After the booking both take a photo" is not a booking."""


def names_the_most(said: str) -> bool:
    """Return whether a figure is said to be the most that may be: "no more than two of them"."""
    return bool(_AT_MOST.search(said))


def counts_failures(test: Test, language: str) -> bool:
    """Return whether a pass mark says with how many at most it may go wrong: "no more than two of
    the ten complain".
    """
    for part in _PARTS.split(test.pass_mark):
        matches = scan(part, language) if names_the_most(part) else []
        numbers = [m.part for m in matches if isinstance(m, FractionMatch)]
        numbers += [m.value for m in matches if isinstance(m, NumberMatch)]
        if test.pass_number in numbers:
            return True
    return False


_PARTS = re.compile(r"[,;]| (?:and|und|et|en|y) ")


def counts_others(test: Test, language: str) -> bool:
    """Return whether a pass mark counts as many of another thing as take part: "nine of ten
    breaks" in a test with ten farms.
    """
    parts = [m for m in scan(test.pass_mark, language) if isinstance(m, FractionMatch)]
    nouns = [_NOUN.match(test.pass_mark, m.end) for m in parts if m.whole == test.participants]
    return any(noun and not same_thing(noun[1], test.noun) for noun in nouns)


_NOUN = re.compile(r"\s+([A-ZÄÖÜ][a-zäöüß]{3,}|[a-z]{3,}s\b)")
"""What a share is of, where a noun follows: one with a capital, or an English plural."""


def is_about_the_past(sentence: str) -> bool:
    """Return whether a sentence tells what somebody has done for years."""
    return bool(_PAST.search(sentence))


_BINDS = re.compile(
    r"\b(?:must|may|only|has to|have to|cannot|can't|never|without|needs?|needed"
    r"|muss|müssen|darf|dürfen|nur|nie|ohne|braucht|verlangt|gilt"
    r"|doit|doivent|faut|seulement|sans|jamais|moet|moeten|mag|alleen|zonder"
    r"|debe|deben|hay que|solo|sólo|sin|nunca)\b",
    re.IGNORECASE,
)
_FINANCE = re.compile(
    r"\b(?:(?:hold|keep)s? back|loan|grant|savings|reimburs\w+|kredit|darlehen|zuschuss"
    r"|ersparte?[sn]?|prêt|subvention"
    r"|lening|subsidie|préstamo|crédito)\b",
    re.IGNORECASE,
)
"""Where the money comes from, also where the amounts are in words."""


def is_binding(sentence: str) -> bool:
    """Return whether a sentence says what must or may be, or never."""
    return bool(_BINDS.search(sentence))


def is_about_finance(sentence: str) -> bool:
    """Return whether a sentence tells where the money comes from."""
    return bool(_FINANCE.search(sentence))


_OURS = re.compile(
    r"^(?:we|i|i'm|wir|ich|nous|on|je|wij|we|ik)\b|^(?:[\w-]+ ){1,6}(?:wir|ich)\b", re.IGNORECASE
)
_TROUBLE = re.compile(
    r"^(?:wer|wenn|when|if|whoever|anyone who|most|many|viele|die meisten|quand|si|wie|cuando)\b"
    r"|\b(?:nobody|no one|never|badly|too late|niemand|nie|zu spät|kein\w*|nicht|personne|jamais"
    r"|niemand|nooit|nadie|nunca)\b",
    re.IGNORECASE,
)


_OF_OTHERS = re.compile(
    r"^(?:(?:the|most|many|all|some) )?(?!a |an |one |this |it |there )(?:[a-z-]+ ){0,3}"
    r"(?:[a-z-]{2,}(?:ers|ors|ists)|[a-z-]*(?:men|women|people|folk)|families|parents|schools|clubs"
    r"|shops|farms|choirs)\b(?! (?:for|with|on|to|that|of|from)\b)"
    r"|^(?:die|viele|alle|manche) (?:[\wäöüß-]+ ){1,8}?(?!in\b|den\b|einen\b)[a-zäöüß]{2,}en\b",
    re.IGNORECASE,
)
_WE = re.compile(r"^(?:we|i|wir|ich|nous|on|wij)\b", re.IGNORECASE)


def offer_of(idea: str, name: str) -> str:
    """Return what an idea offers: from the sentence on in which we do something, where it begins
    with the trouble of others or with what they do.
    """
    told = sentences(idea)
    ours = next((n for n, s in enumerate(told) if is_ours(s, name)), 0)
    if not ours:
        return idea
    others = bool(_OF_OTHERS.search(told[0])) and bool(_WE.search(told[ours]))
    return " ".join(told[ours:]) if others or tells_trouble(told[0]) else idea


def is_ours(sentence: str, name: str) -> bool:
    """Return whether a sentence says what we, or the product called `name`, do."""
    return bool(_OURS.search(sentence)) or (bool(name) and sentence.startswith(f"{name} "))


def tells_trouble(sentence: str) -> bool:
    """Return whether a sentence tells what goes wrong for others, by its words."""
    return bool(_TROUBLE.search(sentence))


def is_paid_in_person(said: str) -> bool:
    """Return whether payments are said to be made over a counter, and in no other way."""
    at_hand = bool(_IN_PERSON.search(said))
    return at_hand and not _FROM_AFAR.search(_CARD_AT_PLACE.sub("", said))


_INVOICE = re.compile(
    r"\b(?:invoice[ds]?|bill(?:ed|s)?|rechnung|abgerechnet|monatsende|facture|factur\w*|factura)\b",
    re.IGNORECASE,
)


def tells_payment(said: str) -> bool:
    """Return whether a sentence says how people pay."""
    return any(cue.search(said) for cue in (_IN_PERSON, _FROM_AFAR, _INVOICE))


def quoted_words(facts: Facts, key: str) -> str:
    """Return the words from which the trait behind an assumption was read."""
    trait = {"other": facts.traits.two_sides, "partner": facts.traits.depends_on_partner}.get(key)
    return " ".join(span.text for span in trait.said) if trait else ""


def without_time(step: str) -> str:
    """Return a step without the words that only say when it happens."""
    return _WHEN.sub("", step)


def ends_with_first(said: str, span: str) -> bool:
    """Return whether the sentence with a `span` of time says that it lasts until the first of
    something: "24 weeks until the first delivery", "from the order to the first tin 24 weeks".
    """
    around = next((one for one in sentences(said) if span in one), "")
    return _UNTIL_FIRST.search(around) is not None


_UNTIL_FIRST = re.compile(
    r"\b(?:to|till?|until|bis|bis zum|bis zur|jusqu['’](?:à|au)|tot|hasta)"
    r" (?:(?:the|our|der|dem|den|die|unser\w+|la|le|el|de|het|nuestr\w) )?"
    r"(?:first|erste[nrsm]?|premi(?:er|ère)|eerste|primer|primera)"
    r" (?!test|trial|pilot|probe|essai|proef|prueba|version|fassung)",
    re.IGNORECASE,
)


def month_of_beginning(said: str, language: str, today: date) -> date | None:
    """Return about the day on which something begins of which a month is told: "from early May"."""
    for match in scan(said, language or "en"):
        if not isinstance(match, DateMatch) or match.day is not None:
            continue
        if _BEGINS.search(said[: match.start]):
            return _about(match, today)
    return None


_BEGINS = re.compile(
    r"\b(?:from|starting|beginning|begins|starts|ab|beginnt|startet)\b[^.;:!?\d]{0,30}$",
    re.IGNORECASE,
)
_DAY_OF: dict[MonthEdge, int] = {
    "": 1, "begin": 1, "first week": 1, "second week": 8, "middle": 15, "third week": 15, "end": 21
}  # fmt: skip


def _about(month: DateMatch, today: date) -> date:
    """Return the first day of a month, or of the part of it that is named, from `today` on."""
    year = month.year or today.year + (month.month < today.month)
    if month.edge == "last week":
        return date(year + month.month // 12, month.month % 12 + 1, 1) - timedelta(weeks=1)
    return date(year, month.month, _DAY_OF[month.edge])
