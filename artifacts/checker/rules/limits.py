"""Limits: it is offered where, how and under the laws that the founder named."""

from __future__ import annotations

import re
from collections.abc import Iterator

from artifacts.checker import cues
from artifacts.checker.claims import Sentence
from artifacts.checker.context import CheckContext
from artifacts.checker.findings import Location, Severity
from artifacts.checker.knowledge import Knowledge
from artifacts.checker.needs import permit_words
from artifacts.checker.rules.registry import Violation, contradiction, rule, shorten
from artifacts.checker.stems import stems_of
from artifacts.facts.grammar.matches import LawMatch, PlaceMatch, PlatformMatch, SpanMatch
from artifacts.facts.grammar.sets import word_set
from artifacts.schemas import ArtifactType
from artifacts.text import gettext_noop

_CERTAIN_KINDS = ("kreis ", "landkreis ", "bezirk ", "kanton ")
_DENIED_APART = re.compile(
    r" (?:gilt|gelten|fällt|fallen|greift|greifen|betrifft|betreffen|braucht|brauchen)"
    r" (?:[^ .;:]+ ){1,12}(?:nicht|keine|keinen)(?: unter)? "
)
"""A German denial that holds the verb and its "not" apart."""
_ONLY_ONLINE = re.compile(
    r" (?:only|erst|nur) (?:[^ .;:]+ ){0,6}"
    r"(?:where|when|if|with|while|wenn|wo|bei|mit|as long as|solange)"
    r" (?:[^ .;:]+ ){0,6}(?:signal|connection|network|reception|netz|empfang|verbindung|internet) "
    r"| (?:fehlt|ohne) (?:das |ein )?(?:netz|empfang|signal|internet)"
    r" (?:[^.;:]+ )?(?:leer|nichts|nicht|keine?|gesperrt) "
)
"""What works only with a connection."""
_APP_WORDS = word_set("""
    app apps appli android iphone ios application aplicación smartphone
    """)


# -- places and platforms
# ----------------------------------------------------------------------------------------------


@rule(
    severity=Severity.BROKEN,
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
def region_differs(dossier: CheckContext) -> Iterator[Violation]:
    """It is offered where our answers say, and not somewhere else."""
    known = dossier.knowledge
    if not known.sheet.regions:
        return
    said = "; ".join(dict.fromkeys(fact.value.name for fact in known.sheet.regions if fact.value))
    for passage, sentence in dossier.claims:
        if (
            sentence.mark == "+"
            or sentence.says(cues.CONDITIONAL)
            or any(True for _ in sentence.each(LawMatch))
        ):
            continue
        if denied := _denies_region(known, sentence):
            yield contradiction(passage, sentence, denied, said, region=denied)
            continue
        for match in sentence.each(PlaceMatch):
            certain = match.name.casefold().startswith(_CERTAIN_KINDS)
            clause = sentence.clause_of(match)
            if _is_excluded(known, match):
                wrong = clause.says(cues.SERVE) or clause.says(cues.FIRST_ONES)
                wrong = wrong and not sentence.negated and not sentence.says(cues.NOT_HERE)
            elif _is_said(known, match):
                wrong = clause.says(cues.NEGATION) and clause.says(cues.SERVE)
            else:
                served = sentence.says(cues.SERVE) or clause.says(cues.FIRST_ONES)
                wrong = (certain or served) and not clause.says(cues.NEGATION)
                wrong = wrong and not sentence.says(cues.NOT_HERE)
            if wrong:
                yield contradiction(passage, sentence, match.name, said, region=match.name)


def _denies_region(known: Knowledge, sentence: Sentence) -> str:
    """Return the place of our answers that a clause says is not served; "" where there is none."""
    for fact in known.sheet.regions:
        name = fact.value.name if fact.value else ""
        if not name or f" {name.casefold()} " not in sentence.words:
            continue
        for clause in sentence.clauses:
            if f" {name.casefold()} " not in clause.words:
                continue
            denied = clause.says(cues.NEGATION) and clause.says(cues.SERVE)
            if (denied and not clause.says(cues.UNTIL)) or clause.says(cues.SECOND_YEAR):
                return name
    return ""


def _is_excluded(known: Knowledge, match: PlaceMatch) -> bool:
    """Whether our answers leave a place out, and name it nowhere else among those served."""
    name = match.name.casefold().removeprefix("stadt ")
    return any(name == other or name == f"{other}er" for other in known.places_left_out)


def _is_said(known: Knowledge, match: PlaceMatch) -> bool:
    """Whether a place is one of those named, part of one, or holds one; by its code, else by its
    name.
    """
    name = match.name.casefold()
    for place in known.places:
        if match.code and place.code:
            short, long = sorted((match.code, place.code), key=len)
            if long == short or long.startswith(f"{short}-"):
                return True
        other = place.name.casefold()
        if name in other or other in name:
            return True
    return any(name in sentence.words for sentence in known.sentences)


@rule(
    severity=Severity.BROKEN,
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
def platform_differs(dossier: CheckContext) -> Iterator[Violation]:
    """People reach it by the means our answers name, and by none that they rule out."""
    known = dossier.knowledge
    used = {fact.value for fact in known.sheet.platforms}
    for passage, sentence in dossier.claims:
        if (
            passage.section.name == "out_of_scope"
            or sentence.mark in ("+", "?")
            or sentence.says(cues.LATER)
        ):
            continue
        for match in sentence.each(PlatformMatch):
            if sentence.source.text[match.start : match.end] in dossier.project.name:
                continue
            if _is_other_app(known, sentence, match):
                yield contradiction(passage, sentence, match.platform, _ways(known))
                continue
            denied = _denied_behind(sentence, match)
            if (
                match.platform in known.ruled_out_platforms - used
                and not denied
                and not match.negated
                and _is_itself(sentence, match)
            ):
                if not cues.NEGATION(sentence.clause_of(match).words) and not sentence.says(
                    cues.CONDITIONAL
                ):
                    yield contradiction(
                        passage,
                        sentence,
                        match.platform,
                        _who_says(known, match.platform, negated=True),
                    )
            elif (
                denied
                and match.platform in used
                and match.platform not in known.ruled_out_platforms
            ):
                yield contradiction(
                    passage,
                    sentence,
                    match.platform,
                    _who_says(known, match.platform, negated=False),
                )


def _is_other_app(known: Knowledge, sentence: Sentence, match: PlatformMatch) -> bool:
    """Whether people would need an app where our answers name a page or messages and speak of no
    app at all.
    """
    used = {fact.value for fact in known.sheet.platforms}
    clause = sentence.clause_of(match)
    if (
        match.platform != "phone"
        or "phone" in used
        or not used & {"web", "sms", "whatsapp"}
        or not clause.says(cues.APP)
    ):
        return False
    if cues.NEGATION(clause.words) or cues.CONDITIONAL(clause.words) or match.negated:
        return False
    return not any(m.platform == "phone" for s in known.sentences for m in s.each(PlatformMatch))


def _ways(known: Knowledge) -> str:
    """Return the founder's words on how people reach it."""
    for fact in known.sheet.platforms:
        for span in fact.said:
            return next((s.text for s in known.sentences if span.text in s.text), span.text)
    return ""


def _is_itself(sentence: Sentence, match: PlatformMatch) -> bool:
    """Whether the words name an app, and not a phone that somebody has in the hand."""
    words = set(sentence.source.words(match.first, match.last).replace("-", " ").split())
    return match.platform != "phone" or bool(words & _APP_WORDS)


def _denied_behind(sentence: Sentence, match: PlatformMatch) -> bool:
    after = sentence.padded(match.last, match.last + 5)
    return match.platform != "offline" and cues.NOT_USED(after)


def _who_says(known: Knowledge, platform: str, *, negated: bool) -> str:
    for sentence in known.sentences:
        if any(
            m.platform == platform and m.negated is negated for m in sentence.each(PlatformMatch)
        ):
            return sentence.text
    return platform


@rule(
    severity=Severity.BROKEN,
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
def offline_denied(dossier: CheckContext) -> Iterator[Violation]:
    """What has to work without a connection does."""
    known = dossier.knowledge
    offline = any(fact.value == "offline" for fact in known.sheet.platforms)
    if not offline and not known.sheet.traits.has("works_offline"):
        return
    told = _who_says(known, "offline", negated=False)
    for passage, sentence in dossier.claims:
        matches, rest = _without_offline(sentence)
        streamed = (
            sentence.says(cues.STREAMED)
            and not cues.NEGATION(rest)
            and not sentence.says(cues.CONDITIONAL)
        )
        kept = sentence.says(cues.LOSSLESS) or sentence.says(cues.STREAMED)
        if sentence.mark == "+" or (kept and not streamed):
            continue
        if (
            streamed
            or _ONLY_ONLINE.search(sentence.words)
            or (matches and cues.NEGATION(rest))
            or (sentence.says(cues.ONLINE_ONLY) and not sentence.negated)
        ):
            yield contradiction(passage, sentence, "", told)


def _without_offline(sentence: Sentence) -> tuple[list[PlatformMatch], str]:
    """Return what says that there is no connection, and the words of the sentence without it."""
    matches = [m for m in sentence.each(PlatformMatch) if m.platform == "offline"]
    rest = sentence.words
    for match in matches:
        rest = rest.replace(f" {sentence.source.words(match.first, match.last)} ", " ")
    return matches, rest


# -- laws
# --------------------------------------------------------------------------------------------------


@rule(
    severity=Severity.BROKEN,
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
def law_denied(dossier: CheckContext) -> Iterator[Violation]:
    """A law that our answers name holds, and nothing begins before the permit that has to come
    first.
    """
    known = dossier.knowledge
    laws = known.law_stems
    for passage, sentence in dossier.claims:
        if permit := _postponed(known, sentence) or _done_without(known, sentence):
            kind, word = permit
            yield contradiction(passage, sentence, "", known.permits[kind].text, law=word)
            continue
        denied = sentence.says(cues.DENIED) or _DENIED_APART.search(sentence.words) is not None
        early = sentence.says(cues.PENDING) and sentence.says(cues.BEGINS) and not _waits(sentence)
        if not denied and not early:
            continue
        for name, stems in laws:
            if early and not denied and not _begins_beside(sentence, stems):
                continue
            if _names(sentence, name, stems):
                told = next((s.text for s in known.sentences if name in s.text), name)
                yield contradiction(passage, sentence, "", told, law=name)
                break


def _postponed(known: Knowledge, sentence: Sentence) -> tuple[str, str] | None:
    """Return the permit, kind and word, that a sentence puts behind the beginning though it has to
    come first.
    """
    if not known.permits:
        return None
    if _waits(sentence) or sentence.says(cues.RENEWAL) or sentence.says(cues.CONDITIONAL):
        return None
    for clause in sentence.clauses:
        named = [(kind, word) for kind, word in permit_words(clause) if kind in known.permits]
        late = clause.says(cues.POSTPONED) or (
            clause.says(cues.WITHIN) and any(m.weeks is not None for m in clause.each(SpanMatch))
        )
        begins = any(
            c.says(cues.SOON) or c.says(cues.BEGINS)
            for c in sentence.clauses
            if c.first != clause.first
        )
        if (
            named
            and late
            and begins
            and clause.says(cues.OBTAINED)
            and not clause.says(cues.NEGATION)
        ):
            return named[0]
    return None


def _done_without(known: Knowledge, sentence: Sentence) -> tuple[str, str] | None:
    """Return the permit that is said not to be needed, or that something does not wait for, though
    it has to.
    """
    if not known.permits or sentence.says(cues.CONDITIONAL):
        return None
    for clause in sentence.clauses:
        named = [(kind, word) for kind, word in permit_words(clause) if kind in known.permits]
        if named and clause.says(cues.NEGATION) and clause.says(cues.NEEDED):
            return named[0]
    before = cues.BEFORE_IT.search(sentence.words)
    if before is None or sentence.negated:
        return None
    first_words = sentence.words[before.end() :][:_SUBJECT]
    behind = [
        (kind, word)
        for kind, word in permit_words(sentence)
        if kind in known.permits and word in first_words
    ]
    return behind[0] if behind and sentence.words[: before.start()].strip() else None


_SUBJECT = 40
"""Characters behind "before" that say what comes later than the rest."""


def _begins_beside(sentence: Sentence, stems: frozenset[str]) -> bool:
    """Whether something begins in a part of a sentence that does not speak of the law: not the
    asking for it.
    """
    return (
        any(c.says(cues.BEGINS) for c in sentence.clauses if not stems & c.stems)
        or len(sentence.clauses) == 1
    )


def _names(sentence: Sentence, name: str, stems: frozenset[str]) -> bool:
    """Whether a sentence names a law: by the words that tell it, or as the grammar reads it."""
    if stems and (stems <= sentence.stems or len(stems & sentence.stems) > 1):
        return True
    name = name.casefold()
    return any(
        name in (other := m.name.casefold()) or other in name for m in sentence.each(LawMatch)
    )


def _waits(sentence: Sentence) -> bool:
    """Whether a sentence says that something does not happen before."""
    denied = [c for c in sentence.clauses if c.says(cues.BEGINS) and c.says(cues.NEGATION)]
    return bool(denied) or sentence.says(cues.UNTIL)


@rule(
    severity=Severity.MINOR,
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
def law_missing(dossier: CheckContext) -> Iterator[Violation]:
    """Every law that our answers name is spoken of where risks and security are."""
    documents = (ArtifactType.RISK_LOG, ArtifactType.HOW_IT_WORKS)
    known = dossier.knowledge
    laws = [fact.value for fact in known.sheet.laws if fact.value]
    if not laws or any(t not in dossier.contents for t in documents):
        return
    spoken: set[str] = set()
    for passage in dossier.passages:
        spoken |= stems_of(passage.text, known.language)
    for name in laws:
        stems = stems_of(name, known.language)
        if stems and not stems & spoken:
            place = Location(ArtifactType.HOW_IT_WORKS, "security_compliance")
            yield Violation(place, name, {"law": shorten(name)}, told=name)
