"""The founder's own test: how long, with whom, and what counts as passed."""

from __future__ import annotations

from decimal import Decimal

from artifacts.facts.grammar.matches import (
    FractionMatch,
    Match,
    NumberMatch,
    ShareMatch,
)
from artifacts.facts.grammar.sets import word_set
from artifacts.facts.reading.context import Reading, Told, cut, read, says
from artifacts.facts.reading.cues import Cues
from artifacts.facts.reading.trial_length import PASSES, length_of
from artifacts.facts.schema import Fact, Span, Test

_PEOPLE = word_set(
    "people persons passengers families children users customers keepers growers testers"
    " participants patients students pupils parents members guests owners readers listeners"
    " teachers households drivers tenants residents shops homes schools farms clinics companies"
    " teams clubs couples buyers sellers cooks subscribers clients nurses gardeners tuners farmers"
    " dealers volunteers bands musicians choirs leute personen familien kinder nutzer nutzerinnen"
    " kunden kundinnen teilnehmer teilnehmerinnen testerinnen tester patienten patientinnen schüler"
    " eltern mitglieder gäste haushalte höfe betriebe läden schulen praxen vereine hebammen firmen"
    " bewohner kundschaft testhaushalte personnes familles enfants utilisateurs clients clientes"
    " participants patients élèves parents membres foyers fermes magasins écoles producteurs"
    " maraîchers clubs mensen gezinnen kinderen gebruikers klanten deelnemers patiënten leerlingen"
    " ouders leden huishoudens bedrijven winkels scholen personas familias niños usuarios clientes"
    " participantes pacientes alumnos padres socios hogares tiendas escuelas tienditas talleres"
)
_NOT_PARTICIPANTS = word_set(
    "shares anteile anteilen märkte märkten marchés mercados"
    " times mal fois keer veces days tage rounds visits bookings orders words pages weeks saturdays"
    " sundays samstage units pence euros stars points sterne hours evenings nights weekends"
    " mornings afternoons abende nächte soirs soirées avonden noches tardes buchungen bestellungen"
    " termine einsätze reviews prozent percent"
)
_BOTH = word_set("both beide beiden les deux allebei ambos ambas")
_RHYTHM = word_set("every each jeden jede jedes chaque elke iedere cada")


def read_test(reading: Reading) -> Fact[Test]:
    """Return the test, from the answer about it; open where that is empty or names nothing of a
    test.
    """
    for told in reading.pick(("validation",)):
        passing = _passing_sentence(told)
        length = length_of(told, reading.today)
        participants, noun, counted = _participants(told, passing)
        mark, mark_span = _mark(told, passing)
        number, share = _asked(told, passing, participants)
        test = Test(
            weeks=length.weeks,
            rhythm=_rhythm(told),
            participants=participants,
            noun=noun[:80],
            pass_mark=mark,
            pass_number=number,
            pass_share=share,
            begins=length.begins,
            ends=length.ends,
        )
        if test != Test():
            spans = [span for span in (counted, mark_span) if span]
            return read(test, *(spans or [told.span(0, len(told.source.text))]))
    return Fact()


def _passing_sentence(told: Told) -> set[int]:
    found: set[int] = set()
    for first, last in told.sentences:
        if says(told.padded(first, min(last, first + 80)), PASSES):
            found.add(told.source.sentence(first))
    if found:
        return found
    for match in told.matches:
        if isinstance(match, FractionMatch | ShareMatch):
            return {told.source.sentence(match.first)}
    if len(told.sentences) > 1:
        first, last = told.sentences[-1]
        if any(first <= match.first < last for match in told.matches):
            return {told.source.sentence(first)}
    return set()


def _participants(told: Told, passing: set[int]) -> tuple[int | None, str, Span | None]:
    wholes = {match.whole for match in told.each(FractionMatch)}
    candidates = _candidates(told, passing)
    if not candidates:
        return _of_a_fraction(told, passing, wholes)
    if total := _total(told, candidates, wholes):
        return total
    chosen = _choose(_enough(told, candidates, passing, wholes), wholes)
    return int(chosen.value), chosen.noun, told.span(chosen.start, chosen.end)


def _candidates(told: Told, passing: set[int]) -> list[NumberMatch]:
    """Return the counts that may be those who take part: places only where nothing else is."""
    found = [
        match
        for match in told.each(NumberMatch)
        if _can_be_participants(match)
        and not (told.source.sentence(match.first) in passing and _is_threshold(told, match))
    ]
    return [match for match in found if not _PLACES & set(match.noun.lower().split())] or found


def _of_a_fraction(
    told: Told, passing: set[int], wholes: set[Decimal]
) -> tuple[int | None, str, Span | None]:
    """Return those that the pass mark is a fraction of, where nothing else counts who takes part
    and no other whole competes.
    """
    fraction = next(told.each(FractionMatch), None)
    if fraction is None:
        return _some_of_ours(told, passing)
    if len(wholes) > 1 or wholes & _uncounted(told):
        return None, "", None
    return int(fraction.whole), "", told.span(fraction.start, fraction.end)


def _some_of_ours(told: Told, passing: set[int]) -> tuple[int | None, str, Span | None]:
    """Return how many of those we know take part: "three of the directors keep a sample set"."""
    for match in told.each(NumberMatch):
        of, noun = told.source.word(match.last), match.last + 2
        named = of in _OF and told.source.word(match.last + 1) in _THE and told.source.is_word(noun)
        if not named or match.noun or match.value != int(match.value):
            continue
        if told.source.sentence(match.first) in passing and _is_threshold(told, match):
            continue
        thing = told.source.tokens[noun]
        if not _is_no_participant(thing.lower) and 1 <= match.value <= 10**6:
            return int(match.value), thing.text, told.span(match.start, thing.end)
    return None, "", None


_OF = word_set("of von unter de van")
_THE = word_set("the our my den unseren unserer meinen meiner nos mes les de onze mijn los las")


def _total(
    told: Told, candidates: list[NumberMatch], wholes: set[Decimal]
) -> tuple[int, str, Span] | None:
    """Return all who take part where they are counted by kind, and the whole is named: "14 to
    start with, five shops and nine customers", "ten potters and two schools ... nine of the 12".
    """
    whole = sum((match.value for match in candidates), Decimal(0))
    if len(candidates) < 2 or any(match.value in wholes for match in candidates):
        return None
    first, last = candidates[0], candidates[-1]
    opening = next(told.each(NumberMatch))
    if opening.value == whole and not opening.noun and opening.first < first.first:
        return int(whole), "", told.span(opening.start, opening.end)
    if joined := _joined_by_and(told, candidates):
        return joined
    return (int(whole), "", told.span(first.start, last.end)) if whole in wholes else None


def _joined_by_and(told: Told, candidates: list[NumberMatch]) -> tuple[int, str, Span] | None:
    """Return all of two kinds that are joined by "and": "six houses and 20 groups"."""
    one, other, *more = candidates
    between = told.source.words(one.last, other.first).split()
    if more or len(between) != 1 or between[0] not in _AND:
        return None
    return int(one.value + other.value), "", told.span(one.start, other.end)


_AND = word_set("and und et en y")
_PLACES = word_set(
    "villages towns places rooms sites streets stops dörfer dörfern räume räumen orte orten straßen"
    " salles lieux rues dorpen plaatsen kamers zalen straten pueblos lugares salas calles"
)
"""Those who take part are counted beside where they do."""


def _enough(
    told: Told, candidates: list[NumberMatch], passing: set[int], wholes: set[Decimal]
) -> list[NumberMatch]:
    """Return those of `candidates` that are as many as have to pass of them, and not only what the
    others have, unless the mark is of them: "two halls, 60 dancers. If 40 of them ...", "four
    houses with together 80 shutters", "two courses with together 20 children, 15 of the 20".
    """
    least = max(
        (_of_them(told, match, passing) for match in told.each(NumberMatch)), default=Decimal(0)
    )
    own = [
        m for m in candidates if m.value in wholes or told.source.word(m.first - 1) not in _IN_ALL
    ]
    return [match for match in own if match.value >= least] or own or candidates


def _of_them(told: Told, match: NumberMatch, passing: set[int]) -> Decimal:
    is_mark = told.source.sentence(match.first) in passing
    return match.value if is_mark and says(told.after(match, 3), _OF_THEM) else Decimal(0)


_IN_ALL = word_set("zusammen insgesamt together altogether ensemble samen totaal total juntos")


def _can_be_participants(match: NumberMatch) -> bool:
    if match.value != int(match.value) or not 1 <= match.value <= 10**6:
        return False
    if match.high is not None or match.measure or not match.noun:
        return False
    return not _is_no_participant(match.noun.lower())


def _is_no_participant(noun: str) -> bool:
    return bool(set(noun.split()) & _NOT_PARTICIPANTS) or noun.endswith(
        ("tage", "tagen", "abende", "abenden", "termine", "terminen", "fahrten")
    )


def _uncounted(told: Told) -> set[Decimal]:
    """Return the numbers of what is no participant: "ten evenings"."""
    return {
        match.value for match in told.each(NumberMatch) if _is_no_participant(match.noun.lower())
    }


def _is_threshold(told: Told, match: NumberMatch) -> bool:
    """Whether a count in the sentence of the pass mark is part of the mark: behind "if", or with
    "at least".
    """
    before = told.before(match)
    return says(before, PASSES) or told.source.sentence(match.first) != told.source.sentence(0)


def _choose(candidates: list[NumberMatch], wholes: set[Decimal]) -> NumberMatch:
    for match in candidates:
        others = [other.value for other in candidates if other is not match]
        if len(others) > 1 and sum(others) == match.value:
            return match
    for match in candidates:
        if match.value in wholes:
            return match
    people = [match for match in candidates if set(match.noun.lower().split()) & _PEOPLE]
    return people[0] if people else candidates[0]


def _mark(told: Told, passing: set[int]) -> tuple[str, Span | None]:
    for first, last in told.sentences:
        if told.source.sentence(first) in passing:
            start, end = told.source.tokens[first].start, told.source.tokens[last - 1].end
            return cut(told.source.text[start:end]), told.span(start, end)
    return "", None


def _asked(
    told: Told, passing: set[int], participants: int | None
) -> tuple[int | None, Decimal | None]:
    """Return how many have to pass, and which share of them."""
    number: int | None = None
    share: Decimal | None = None
    for match in told.matches:
        if told.source.sentence(match.first) not in passing:
            continue
        if isinstance(match, ShareMatch):
            if share is None and match.percent <= 100:
                share = match.percent
        elif number is None:
            number = _asked_by(told, match, participants)
    if number is None and participants == 2 and _names_both(told, passing):
        number = 2
    return number, share


def _asked_by(told: Told, match: Match, participants: int | None) -> int | None:
    """Return how many a fraction or a count in the sentence of the pass mark asks for."""
    if isinstance(match, FractionMatch):
        return int(match.part) if participants in (None, int(match.whole)) else None
    if not isinstance(match, NumberMatch) or not participants:
        return None
    if match.value != int(match.value) or match.value > participants:
        return None
    if _NONE_OF.end(told.before(match)):
        return None
    of_them = says(told.after(match, 3), _OF_THEM)
    is_mark = of_them or (_counts_participants(told, match) and says(told.before(match), PASSES))
    return int(match.value) if is_mark else None


_NONE_OF = Cues(
    "none of the; none of; not one of the; no one of the; keine der; keiner der; keines der; keins"
    " der; keine von den; aucun des; aucune des; geen van de; ninguno de los; ninguna de las"
)
"""In front of a number that nobody has to reach: "none of the four leaves"."""


def _counts_participants(told: Told, match: NumberMatch) -> bool:
    thing = told.source.word(match.last + 2) if _names_whole(told, match) else match.noun.lower()
    return not thing or bool(set(thing.split()) & _PEOPLE)


def _names_whole(told: Told, match: NumberMatch) -> bool:
    """Whether a number is a part of the noun behind "of the": "three of the dishes"."""
    behind = told.source.word(match.last), told.source.word(match.last + 1)
    return not match.noun and behind[0] in _OF and behind[1] in _THE


_OF_THEM = ("of them", "von ihnen", "davon", "d' entre eux", "van hen", "de ellos", "de ellas")


def _names_both(told: Told, passing: set[int]) -> bool:
    return any(
        _BOTH & set(told.padded(first, min(last, first + 80)).split())
        for first, last in told.sentences
        if told.source.sentence(first) in passing
    )


def _rhythm(told: Told) -> str:
    for index, token in enumerate(told.source.tokens[:2000]):
        if token.lower in _RHYTHM and told.source.word(index + 1) in told.source.lexicon.weekdays:
            return told.text_of(index, index + 2)
    return ""
