"""Measurability: what we want to reach and what we accept can be told by anybody who looks."""

from __future__ import annotations

from collections.abc import Iterator
from string import punctuation

from artifacts.checker.context import CheckContext
from artifacts.checker.findings import Location, Severity
from artifacts.checker.rules.registry import Violation, rule, shorten
from artifacts.checker.text import WORD, either, has_number, language
from artifacts.document_types.risk_log.schema import Risk
from artifacts.schemas import ArtifactType
from artifacts.text import fold_title, gettext_noop

_VAGUE_ENGLISH = either("""
    fast
    quick
    quickly
    easy
    easily
    simple
    simply
    intuitive
    intuitively
    user-friendly
    user friendly
    seamless
    seamlessly
    robust
    scalable
    appropriate
    appropriately
    reasonable
    reasonably
    as needed
    smooth
    smoothly
    efficient
    efficiently
    adequate
    adequately
    sufficient
    sufficiently
    nice
    state-of-the-art
    high-quality
    and so on
    etc
    """)
_VAGUE_GERMAN = either("""
    schnell
    schneller
    zügig
    einfach
    leicht
    intuitiv
    intuitive
    intuitiven
    benutzerfreundlich
    benutzerfreundliche
    benutzerfreundlichen
    nutzerfreundlich
    nutzerfreundliche
    nahtlos
    nahtlose
    robust
    robuste
    skalierbar
    angemessen
    angemessene
    angemessenen
    reibungslos
    effizient
    effiziente
    ausreichend
    ausreichende
    bei bedarf
    möglichst
    usw
    und so weiter
    """)
_VAGUE = {"en": _VAGUE_ENGLISH, "de": _VAGUE_GERMAN}


@rule(
    severity=Severity.IMPORTANT,
    among=(ArtifactType.MVP_SCOPE,),
    message=gettext_noop(
        "“%(metric)s” has no number, so we could not tell whether we have reached it."
    ),
    hint=gettext_noop(
        "Say how many or by when; mark the number as an assumption where nobody has given it."
    ),
    good={"mvp_scope.success_metrics": ["5 shops count every Monday"]},
    bad={"mvp_scope.success_metrics": ["The shops are happy with the count"]},
)
def metric_without_number(context: CheckContext) -> Iterator[Violation]:
    """A success metric carries a number with what it counts, or a date."""
    for passage in context.looked_at:
        if (
            passage.place.section == "success_metrics"
            and passage.place.artifact_type is ArtifactType.MVP_SCOPE
        ):
            text = passage.plain
            unmeasured = not has_number(text) and language(text) in _VAGUE
            if unmeasured or (text.strip().isnumeric() and not WORD.search(text)):
                yield Violation(passage.place, fold_title(text), {"metric": shorten(text)})


@rule(
    severity=Severity.MINOR,
    message=gettext_noop("“%(word)s” leaves open when this criterion is met: “%(criterion)s”"),
    hint=gettext_noop("Say what somebody would see, or give a number."),
    good={"mvp_scope.F-1.acceptance_criteria": ["A count of the shelf is saved within 2 seconds"]},
    bad={"mvp_scope.F-1.acceptance_criteria": ["The count of the shelf is saved quickly"]},
)
def criterion_vague(context: CheckContext) -> Iterator[Violation]:
    """Acceptance criteria are free of words that everybody reads differently."""
    for passage in context.looked_at:
        if passage.place.field == "acceptance_criteria" and not has_number(passage.plain):
            pattern = _VAGUE.get(language(passage.own))
            for match in pattern.finditer(passage.own) if pattern else ():
                if not _is_the_founders(context, passage.own, match.start(), match.end()):
                    values = {"word": match[0], "criterion": shorten(passage.text)}
                    yield Violation(passage.place, match[0].casefold(), values)


@rule(
    severity=Severity.MINOR,
    among=(ArtifactType.RISK_LOG,),
    message=gettext_noop("The likelihood of %(risk)s is not given."),
    hint=gettext_noop(
        "Say whether it is high, medium or low; a guess that we look at again is enough."
    ),
    good={"risk_log.R-1.likelihood": "low"},
    bad={"risk_log.R-1.likelihood": None},
)
def risk_without_likelihood(context: CheckContext) -> Iterator[Violation]:
    """A risk says how likely it is."""
    content = context.contents.get(ArtifactType.RISK_LOG)
    for section, item in content.items() if content else ():
        if isinstance(item, Risk) and item.likelihood is None:
            place = Location(ArtifactType.RISK_LOG, section.name, item.id, "likelihood")
            yield Violation(place, "", {"risk": f"{item.id} {shorten(item.title)}"})


def _is_the_founders(context: CheckContext, text: str, start: int, end: int) -> bool:
    """Return whether the founder used the word in the same company, as in the name of a group of
    people.
    """
    before = text[:start].split()[-1:]
    after = text[end:].split()[:1]
    word = text[start:end]
    pairs = ([*before, word], [word, *after])
    return any(
        len(pair) > 1 and " ".join(pair).casefold().strip(punctuation) in context.said
        for pair in pairs
    )
