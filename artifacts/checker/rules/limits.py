"""Limits: it is offered where, how and under the laws that the founder named."""

from __future__ import annotations

import re
from collections.abc import Iterator

from artifacts.checker import cues
from artifacts.checker.claims import Clause, Sentence
from artifacts.checker.comparisons.duties import class_denied, open_to_others
from artifacts.checker.comparisons.keeping import kept_otherwise
from artifacts.checker.comparisons.laws_denied import broken_law
from artifacts.checker.comparisons.order import needless_though_told, turned_round
from artifacts.checker.comparisons.others import (
    belongs_to_others,
    denies_what_came_before,
    is_about_others,
)
from artifacts.checker.comparisons.permits import permit_not_waited_for
from artifacts.checker.comparisons.place_lists import places_beside_ours
from artifacts.checker.comparisons.reach import (
    is_other_program,
    needs_connection,
    told_otherwise,
    ways_told,
    who_says,
    works_offline,
)
from artifacts.checker.comparisons.rhythms import rhythm_differs
from artifacts.checker.comparisons.waived import waived
from artifacts.checker.comparisons.ways import ON_WAYS, ways_against
from artifacts.checker.comparisons.where import (
    denies_region,
    is_on_places,
    is_ours_elsewhere,
    narrowed_to,
    places_but_in,
    regions_told,
    widened,
)
from artifacts.checker.context import CheckContext
from artifacts.checker.cues.places import AS_THINGS_ARE
from artifacts.checker.findings import Location, Severity
from artifacts.checker.knowledge import Knowledge
from artifacts.checker.rules.registry import Violation, contradiction, rule, shorten
from artifacts.checker.stems import stems_of
from artifacts.facts.grammar.matches import PlaceMatch, PlatformMatch
from artifacts.schemas import ArtifactType
from artifacts.text import gettext_noop


@rule(
    severity=Severity.BROKEN,
    told=lambda known: known.sheet.regions,
    message=gettext_noop("%(region)s is not where we said we offer it: “%(told)s”"),
    hint=gettext_noop("Name the places of our answers, or add this one there."),
    writer_hint="Name the places of the interview only.",
    good={
        "answers.target_user": "Owners of small shops in Bavaria",
        "brief.market_analysis": "Our first customers are in Bavaria.",
    },
    bad={
        "answers.target_user": "Owners of small shops in Bavaria",
        "brief.market_analysis": "Our first customers are in Scotland.",
    },
)
def region_differs(context: CheckContext) -> Iterator[Violation]:
    """It is offered where our answers say, and not somewhere else."""
    known = context.knowledge
    said = "; ".join(dict.fromkeys(regions_told(known)))
    for passage, sentence in context.claims:
        places = list(places_but_in(context.project.name, sentence))
        if not is_on_places(sentence, places):
            continue
        if elsewhere := _not_our_extent(known, sentence, passage.section.name):
            yield contradiction(passage, sentence, said, of=elsewhere, region=elsewhere)
            continue
        if sentence.says(cues.CONDITIONAL):
            continue
        for match in places:
            if _is_wrong_place(known, sentence, match, passage.section.name):
                yield contradiction(passage, sentence, said, of=match.name, region=match.name)
        for name in _places_in_lists(known, sentence):
            yield contradiction(passage, sentence, said, of=name, region=name)


def _not_our_extent(known: Knowledge, sentence: Sentence, section: str) -> str:
    """Return the place that is left out at first, alone served, or more than we said; "" if none
    is.
    """
    return (
        denies_region(known, sentence)
        or narrowed_to(known, sentence)
        or widened(known, sentence, section)
    )


def _places_in_lists(known: Knowledge, sentence: Sentence) -> Iterator[str]:
    """Yield the places that are served beside ours, by the list that they stand in."""
    if sentence.says(cues.SERVE) and sentence.is_certain and not sentence.says(cues.LATER):
        found = {match.name for match in sentence.each(PlaceMatch)}
        if not sentence.says(cues.NOT_HERE):
            yield from (name for name in places_beside_ours(known, sentence) if name not in found)


_ON_THE_OFFER = frozenset({"target_user", "value_proposition"})
"""Sections in which a place is where something is offered, unless they say otherwise."""


def _is_wrong_place(known: Knowledge, sentence: Sentence, match: PlaceMatch, section: str) -> bool:
    """Whether a place is served that is not ours, or is ours and is said not to be served."""
    clause = sentence.clause_of(match)
    if _is_excluded(known, match):
        return not sentence.negated and _is_offered_there(sentence, clause, match)
    if _is_said(known, match):
        return clause.says(cues.NEGATION) and clause.says(cues.SERVE)
    return _is_served_elsewhere(known, sentence, match, section)


def _is_served_elsewhere(
    known: Knowledge, sentence: Sentence, match: PlaceMatch, section: str
) -> bool:
    """Whether a sentence offers something in a place that is none of ours."""
    clause = sentence.clause_of(match)
    if clause.says(AS_THINGS_ARE) or denies_what_came_before(sentence):
        return False
    if _is_for_a_later_year(known, clause):
        return False
    if is_ours_elsewhere(known, sentence, match, section):
        return True
    if clause.says(cues.NEGATION) or _is_of_others(sentence, match):
        return False
    if belongs_to_others(known, sentence, match):
        return False
    if section in _ON_THE_OFFER and _is_sure(match):
        return True
    return _is_served(sentence, clause)


def _is_for_a_later_year(known: Knowledge, clause: Clause) -> bool:
    """Whether a clause says that something begins in a year behind that of the deadline."""
    deadline, found = known.sheet.deadline.value, _FROM_YEAR.search(clause.words)
    return bool(deadline and found and int(found["year"]) > deadline.year)


_FROM_YEAR = re.compile(r" (?:from|ab|dès|vanaf|desde|à partir de) (?P<year>20[0-9]{2}) ")


def _is_served(sentence: Sentence, clause: Clause) -> bool:
    """Whether a sentence serves the place in one of its clauses."""
    serves = any(c.says(cues.SERVE) and not c.says(cues.NEGATION) for c in sentence.clauses)
    return serves or clause.says(cues.FIRST_ONES)


def _is_offered_there(sentence: Sentence, clause: Clause, match: PlaceMatch) -> bool:
    is_offered = clause.says(cues.SERVE) or clause.says(cues.FIRST_ONES)
    return is_offered and not _is_of_others(sentence, match)


def _is_sure(match: PlaceMatch) -> bool:
    """Whether a name has a code, or the form of a place: "Mendocino County"."""
    return bool(match.code) or match.name.casefold().endswith(_PLACES)


_PLACES = (
    " county", " parish", " district", " borough", " valley", "shire", " island", " islands"
)  # fmt: skip


def _is_of_others(sentence: Sentence, match: PlaceMatch) -> bool:
    """Whether somebody or something else is from a place, by the words between its commas."""
    tokens = sentence.source.tokens
    first, last = match.first, match.last
    while first > sentence.first and tokens[first - 1].text not in _COMMAS:
        first -= 1
    while last < sentence.last and tokens[last].text not in _COMMAS:
        last += 1
    words = sentence.padded(first, last)
    if cues.FIRST_ONES(words):
        words = _COME_FROM.sub(" ", words)
    return cues.NOT_HERE(words)


_COME_FROM = re.compile(
    r" (?:come from|comes from|kommen aus|kommt aus|viennent de|viennent d'|komen uit"
    r"|vienen de)(?= )"
)
"""Where the first of those come from whom we serve."""


_COMMAS = ",;:()–—"


def _is_excluded(known: Knowledge, match: PlaceMatch) -> bool:
    """Whether our answers leave a place out, and name it nowhere else among those served."""
    name = match.name.casefold().removeprefix("stadt ")
    return any(name == other or name == f"{other}er" for other in known.places_left_out)


def _is_said(known: Knowledge, match: PlaceMatch) -> bool:
    """Whether a place is one of those named, part of one, or holds one; by its code, else by its
    name.
    """
    name = match.name.casefold()
    for place in known.own_places:
        if match.code and place.code:
            short, long = sorted((match.code, place.code), key=len)
            if long == short or long.startswith(f"{short}-"):
                return True
        other = place.name.casefold()
        if name in other or other in name:
            return True
    told = (s for key, all_of_it in known.told.items() for s in all_of_it if key != "workaround")
    return any(name in sentence.words for sentence in told)


@rule(
    severity=Severity.BROKEN,
    needs=ON_WAYS,
    message=gettext_noop("“%(sentence)s” is not how people reach it, as we said: “%(told)s”"),
    hint=gettext_noop("Name the ways of our answers, or change them there."),
    writer_hint="Name the ways of the interview only.",
    good={
        "answers.constraint": "One developer for eight weeks. No app, only a web page.",
        "how_it_works.data_flow": "Counts go from the web page to Shelfwise.",
    },
    bad={
        "answers.constraint": "One developer for eight weeks. No app, only a web page.",
        "how_it_works.data_flow": "Counts go from the app for Android to Shelfwise.",
    },
)
def platform_differs(context: CheckContext) -> Iterator[Violation]:
    """People reach it by the means our answers name, and by none that they rule out."""
    known = context.knowledge
    name = context.project.name
    for passage, sentence in context.claims_with(*ON_WAYS):
        if passage.section.name == "out_of_scope":
            continue
        if sentence.says(cues.LATER) or sentence.mark in ("+", "?"):
            continue
        if is_other_program(known, sentence):
            yield contradiction(passage, sentence, ways_told(known), of="desktop")
            continue
        against = dict(_ways_told_otherwise(known, sentence, name))
        if against and not is_about_others(known, sentence, passage.section.name, name):
            for way, told in against.items():
                yield contradiction(passage, sentence, told, of=way)


def _ways_told_otherwise(
    known: Knowledge, sentence: Sentence, name: str
) -> Iterator[tuple[str, str]]:
    """Yield the ways by which a sentence goes against what the founder told, with those words."""
    for match in sentence.each(PlatformMatch):
        if sentence.source.text[match.start : match.end] not in name:
            told = told_otherwise(known, sentence, match)
            if told is not None:
                yield match.platform, told
    for way in ways_against(known, sentence):
        yield way, ways_told(known)


@rule(
    severity=Severity.BROKEN,
    told=works_offline,
    message=gettext_noop("“%(sentence)s” needs a connection, and we said: “%(told)s”"),
    hint=gettext_noop("Say how it works without a connection, or change that in our answers."),
    writer_hint="Say how it works without a connection.",
    good={
        "answers.constraint": "One developer for eight weeks. It has to work without a connection.",
        "how_it_works.data_flow": "Without a connection Shelfwise keeps every count on the phone.",
    },
    bad={
        "answers.constraint": "One developer for eight weeks. It has to work without a connection.",
        "how_it_works.data_flow": "Without a connection no count can be entered in Shelfwise.",
    },
)
def offline_denied(context: CheckContext) -> Iterator[Violation]:
    """What has to work without a connection does."""
    known = context.knowledge
    told = who_says(known, "offline", negated=False)
    for passage, sentence in context.claims:
        if sentence.mark != "+" and needs_connection(sentence):
            yield contradiction(passage, sentence, told)


# -- laws
# --------------------------------------------------------------------------------------------------


@rule(
    severity=Severity.BROKEN,
    told=lambda known: known.permits or known.requirement_stems,
    message=gettext_noop("“%(sentence)s” does not go with what we said of %(law)s."),
    hint=gettext_noop("Say that it holds, and what comes only after it; or change our answers."),
    writer_hint="Say that it holds, and what comes only after it.",
    good={
        "answers.constraint": "One developer for eight weeks. We need the GDPR to be kept.",
        "how_it_works.security_compliance": "The GDPR holds for the names that a shop enters.",
    },
    bad={
        "answers.constraint": "One developer for eight weeks. We need the GDPR to be kept.",
        "how_it_works.security_compliance": "As we only count stock, the GDPR does not apply.",
    },
)
def law_denied(context: CheckContext) -> Iterator[Violation]:
    """A law that our answers name holds, and nothing begins before the permit that has to come
    first.
    """
    known = context.knowledge
    for passage, sentence in context.claims:
        if permit := permit_not_waited_for(known, sentence):
            kind, word = permit
            yield contradiction(passage, sentence, known.permits[kind].text, law=word)
        elif name := broken_law(known, sentence):
            told = next((s.text for s in known.sentences if name in s.text), name)
            yield contradiction(passage, sentence, told, law=name)
        elif said := _duty_told(known, sentence):
            yield contradiction(passage, sentence, said.text, law=f"“{shorten(said.text)}”")
        elif one := waived(known, sentence):
            yield contradiction(passage, sentence, one.told.text, law=one.word)
        else:
            law, told = kept_otherwise(known, sentence)
            if not law:
                law, told = rhythm_differs(known, sentence)
            if law:
                yield contradiction(passage, sentence, told, law=law)


def _duty_told(known: Knowledge, sentence: Sentence) -> Sentence | None:
    """Return the founder's sentence on what has to be, which a text turns round or denies."""
    return (
        turned_round(known, sentence)
        or needless_though_told(known, sentence)
        or class_denied(known, sentence)
        or open_to_others(known, sentence)
    )


@rule(
    severity=Severity.MINOR,
    compares=True,
    among=(ArtifactType.HOW_IT_WORKS,),
    told=lambda known: any(fact.value for fact in known.sheet.laws),
    message=gettext_noop(
        "Neither our risks nor our rules of security speak of %(law)s, which we named."
    ),
    hint=gettext_noop("Say there what it asks of us."),
    good={
        "answers.constraint": "One developer for eight weeks. The GDPR holds.",
        "how_it_works.security_compliance": "The GDPR asks us to delete names.",
    },
    bad={"answers.constraint": "One developer for eight weeks. The GDPR holds."},
)
def law_missing(context: CheckContext) -> Iterator[Violation]:
    """Every law that our answers name is spoken of where risks and security are."""
    documents = (ArtifactType.RISK_LOG, ArtifactType.HOW_IT_WORKS)
    known = context.knowledge
    laws = [fact.value for fact in known.sheet.laws if fact.value]
    if any(t not in context.contents for t in documents):
        return
    reads = context.document_reads.values()
    spoken = frozenset().union(*(read.stems(known.language) for read in reads))
    for name in laws:
        stems = stems_of(name, known.language)
        if stems and not stems & spoken:
            place = Location(ArtifactType.HOW_IT_WORKS, "security_compliance")
            yield Violation(place, name, {"law": shorten(name)}, told=name)
