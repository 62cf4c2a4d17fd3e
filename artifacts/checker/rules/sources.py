"""Sources: no evidence is invented, and every document is about this project and in its
language.
"""

from __future__ import annotations

from collections.abc import Iterator

from artifacts.checker import cues
from artifacts.checker.comparisons import stage_claims
from artifacts.checker.context import CheckContext
from artifacts.checker.findings import Location, Severity
from artifacts.checker.readings import DocumentRead, paragraph_language
from artifacts.checker.rules.registry import Violation, contradiction, rule, shorten
from artifacts.schemas import ArtifactType
from artifacts.text import gettext_noop
from artifacts.tiers import Gate

_TELLING, _ENOUGH = 200, 800
"""Characters of a document below which its language is not judged, and so many that tell it."""
_TEXT = 100
"""The same for one text."""


@rule(
    severity=Severity.BROKEN,
    needs=(cues.EVIDENCE,),
    message=gettext_noop("“%(sentence)s” names evidence that nobody told us of."),
    hint=gettext_noop("Take it out, or say in our answers where it comes from."),
    writer_hint="Take it out: name no customer, partner or study that the interview does not name.",
    good={"brief.market_analysis": "We have talked to owners, and none of them has signed."},
    bad={"brief.market_analysis": "A chain of 12 shops has already signed with us."},
)
def evidence_without_source(context: CheckContext) -> Iterator[Violation]:
    """No customer, partner, quotation or study is invented."""
    for passage, sentence in context.claims_with(cues.EVIDENCE):
        if sentence.mark or sentence.negated or sentence.says(cues.CONDITIONAL):
            continue
        found = sentence.find(cues.EVIDENCE)
        if found and found[0].strip() not in context.said:
            yield Violation(
                passage.place,
                sentence.text,
                {"sentence": shorten(sentence.text)},
                passage=sentence.text,
            )


@rule(
    severity=Severity.BROKEN,
    message=gettext_noop("“%(sentence)s” is not how far we are: “%(told)s”"),
    hint=gettext_noop("Say what has happened as our answers do, or change that there."),
    writer_hint="Say what has happened as the interview does, and nothing beyond it.",
    good={
        "answers.stage": "We have talked to four shop owners. Nobody has paid.",
        "brief.market_analysis": "Four owners have talked to us.",
    },
    bad={
        "answers.stage": "We have talked to four shop owners. Nobody has paid.",
        "brief.market_analysis": "Two owners have already paid for a year.",
    },
)
def stage_differs(context: CheckContext) -> Iterator[Violation]:
    """What has happened so far is what our answers say."""
    known = context.knowledge
    for passage, sentence in context.claims:
        if sentence.mark or passage.item or passage.section.name in _ON_WHAT_IS_TO_COME:
            continue
        if sentence.says(cues.EVIDENCE):
            continue  # then `evidence_without_source` tells it
        if told := stage_claims.stage_differs(known, sentence):
            yield contradiction(passage, sentence, told)


_ON_WHAT_IS_TO_COME = frozenset({"problem_statement", "success_metrics", "out_of_scope"})
"""Sections on how things are without us, and on what is to come."""


@rule(
    severity=Severity.IMPORTANT,
    compares=True,
    message=gettext_noop(
        "The %(document)s is written in another language than the other documents."
    ),
    hint=gettext_noop("Write it in the language of the project."),
    good={},
    bad={
        "how_it_works.architecture": (
            "Ein Telefon, das die Zählungen für Shelfwise behält, und ein Server. Wenn das Telefon"
            " kein Netz hat, werden die Zählungen auf dem Gerät gespeichert und später geschickt."
        ),
        "how_it_works.data_flow": (
            "Die Zählungen gehen vom Telefon zum Server und von dort in die Liste."
        ),
        "how_it_works.integration_points": (
            "Wir schicken eine E-Mail an den Lieferanten, wenn ein Artikel fehlt."
        ),
        "how_it_works.security_compliance": (
            "Die Zahlen sieht nur der Laden, und auch wir sehen sie nicht ohne Grund."
        ),
    },
)
def language_differs(context: CheckContext) -> Iterator[Violation]:
    """All documents of a project are in one language."""
    if len(context.contents) < 2:
        return
    for artifact_type in _foreign(context):
        place = Location(artifact_type, context.contents[artifact_type].lead)
        yield Violation(place, "", {"document": artifact_type.label})


@rule(
    severity=Severity.IMPORTANT,
    message=gettext_noop("“%(text)s” is in another language than the document."),
    hint=gettext_noop("Write it in the language of the project."),
    good={
        "brief.market_analysis": (
            "We meet owners at the wholesaler, and ask what they count on Mondays."
        )
    },
    bad={
        "brief.market_analysis": (
            "Wir treffen die Leute beim Großhandel und fragen sie, was sie am Montagabend zählen, "
            "wie lange es dauert und was sie dafür zahlen würden."
        )
    },
)
def text_in_other_language(context: CheckContext) -> Iterator[Violation]:
    """A text is in the language of its document."""
    foreign = _foreign(context)
    for passage in context.looked_at:
        if (
            passage.is_prose
            and passage.place.artifact_type not in foreign
            and _is_foreign(context, passage.own, _TEXT)
        ):
            yield Violation(passage.place, "", {"text": shorten(passage.text)})


def _foreign(context: CheckContext) -> list[ArtifactType]:
    """Return the documents that are looked at whose opening is in another language."""
    return [one for one in context.of_each(_foreign_type) if one]


def _foreign_type(context: CheckContext, read: DocumentRead) -> ArtifactType | None:
    is_foreign = _is_foreign(context, _core_prose(read), _TELLING)
    return read.artifact_type if is_foreign else None


def _core_prose(read: DocumentRead) -> str:
    """Return what tells the language of a document to everybody: that of a gated text would show to
    the others.
    """
    texts = (p.own for p in read.passages if p.section.gate is Gate.CORE and p.is_prose)
    return "\n".join(texts)[:_ENOUGH]


def _is_foreign(context: CheckContext, text: str, least: int) -> bool:
    """Whether `text` has `least` characters or more, and is in no language of the documents or of
    the founder.
    """
    language = paragraph_language(text) if len(text) >= least else ""
    known = (context.main_language, context.project.language, context.knowledge.language)
    return bool(language) and language not in known
