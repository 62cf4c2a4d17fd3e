"""Scope: nothing is built that the founder left out, and nothing is left out that they asked
for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from artifacts.checker import cues
from artifacts.checker.claims import Sentence
from artifacts.checker.comparisons.compounds import told_in_compounds
from artifacts.checker.comparisons.others import is_about_others
from artifacts.checker.comparisons.promises import does_what_is_left_out
from artifacts.checker.comparisons.ruled_out import RuledOut
from artifacts.checker.comparisons.step_words import step_terms
from artifacts.checker.comparisons.steps import (
    SAYS_WHEN,
    head_of_line,
    main_noun,
    repeated_step,
    stems_of_head,
    stems_of_step,
)
from artifacts.checker.comparisons.telling import has_telling_word, is_of_somebody
from artifacts.checker.comparisons.withheld import hands_over_what_is_withheld, kept_from_some
from artifacts.checker.context import CheckContext
from artifacts.checker.cues.scope import DONE_OTHERWISE, NEXT_RELEASE
from artifacts.checker.findings import Severity
from artifacts.checker.knowledge import Knowledge
from artifacts.checker.passages import Passage
from artifacts.checker.readings import DocumentRead
from artifacts.checker.rules.registry import Violation, contradiction, rule
from artifacts.checker.stems import stems_of, terms_of
from artifacts.checker.text import WORD, without
from artifacts.facts.grammar.matches import LawMatch
from artifacts.schemas import ArtifactType
from artifacts.text import gettext_noop

_HALF = 0.5
_MOST = 2 / 3
_ON_THE_PRODUCT = frozenset(
    {
        "core_features",
        "technical_architecture",
        "milestones",
        "user_journey",
        "architecture",
        "data_flow",
    }
    | {"integration_points", "value_proposition"}
)
"""Sections that say what we build, and not how things are today."""
_ON_WHAT_WE_DO = _ON_THE_PRODUCT | {
    "scalability_plan",
    "differentiation_points",
    "target_user",
    "resource_plan",
}
"""Sections on what we do, and for whom."""


@rule(
    severity=Severity.BROKEN,
    told=lambda known: known.ruled_out or kept_from_some(known),
    message=gettext_noop("“%(sentence)s” promises what we left out: “%(told)s”"),
    hint=gettext_noop("Take it out, or take it into what we build in our answers."),
    writer_hint="Take it out: the founder does not build it.",
    good={
        "answers.left_out": "Invoices to suppliers",
        "how_it_works.data_flow": "Counts go to Shelfwise, without invoices.",
    },
    bad={
        "answers.left_out": "Invoices to suppliers",
        "how_it_works.data_flow": "Shelfwise also writes invoices to suppliers.",
    },
)
def left_out_promised(context: CheckContext) -> Iterator[Violation]:
    """Nothing is built, sold or done that our answers leave out."""
    known = context.knowledge
    for passage, sentence in context.claims:
        if sentence.mark or not _promises(passage, sentence):
            continue
        name = context.project.name
        if told := hands_over_what_is_withheld(known, sentence):
            yield contradiction(passage, sentence, told)
            continue
        is_on_us = passage.section.name in _ON_WHAT_WE_DO
        if not is_on_us and is_of_somebody(sentence):
            continue
        item = _left_out_item(known, sentence, name, is_on_us=is_on_us)
        if item is None:
            continue
        if not is_about_others(known, sentence, passage.section.name, name, done=item.stems):
            yield contradiction(passage, sentence, item.clause.sentence.text)


def _promises(passage: Passage, sentence: Sentence) -> bool:
    if passage.section.name == "out_of_scope" or passage.is_title:
        return False
    # "Ready with [[M-2]]" says nothing without what it points at.
    points = bool(passage.pointers) and len(sentence.stems) <= 1
    return not points and _speaks_of_first_version(sentence)


def _left_out_item(
    known: Knowledge, sentence: Sentence, project_name: str, *, is_on_us: bool
) -> RuledOut | None:
    """Return the first thing that a sentence does though it is left out, if it does more than to
    name a law or the project; a weaker sign is enough where a section is about what we do.
    """
    done = (
        item
        for item in known.ruled_out
        if does_what_is_left_out(sentence, item, known)
        or (is_on_us and has_telling_word(sentence, item, known))
    )
    item = next((item for item in done if not _names_a_law(sentence, item)), None)
    if item is None:
        return None
    rest = _beside_names(known, sentence, project_name)
    is_in_names = rest != sentence.text and not _does_in(
        rest.casefold(), item, sentence.source.lexicon.language
    )
    return None if is_in_names else item


def _beside_names(known: Knowledge, sentence: Sentence, project_name: str) -> str:
    """Return the text of a sentence without the names of the project and of the founder's laws."""
    laws = [fact.value for fact in known.sheet.laws if fact.value]
    return _without_names(_without_names(sentence.text, [project_name]), laws, re.IGNORECASE)


def _without_names(text: str, names: list[str], flags: int = 0) -> str:
    """Return a text without names, which may well have words of what is left out: "Needle & Thread"
    sells no needles. A project is told from a common word by its capitals alone.
    """
    either = "|".join(re.escape(name) for name in names if name)
    return re.sub(rf"(?<!\w)(?:{either})(?!\w)", " ", text, flags=flags) if either else text


def _does_in(words: str, item: RuledOut, language: str) -> bool:
    """Whether a word of what is left out is among `words`, or begins or ends one of them."""
    parts = told_in_compounds(item.words, WORD.findall(words), language)
    return bool((terms_of(words, language) | parts) & item.stems)


def _names_a_law(sentence: Sentence, item: RuledOut) -> bool:
    """Whether what is left out is only a word in the name of a law, which may leave it to
    others.
    """
    named = frozenset().union(
        *(sentence.terms_between(law.first, law.last) for law in sentence.each(LawMatch))
    )
    return bool(named & item.stems) and not (sentence.terms - named) & item.stems


def _speaks_of_first_version(sentence: Sentence) -> bool:
    is_for_later = cues.LATER(without(_ASKED_FOR, sentence.words)) and not sentence.says(cues.NOW)
    return not is_for_later and not sentence.says(cues.CONDITIONAL)


_ASKED_FOR = re.compile(r" danach (?=(?:ge)?(?:frag|such|verlang|schau))")
"""German for what is asked for, which is also the word for later."""


@rule(
    severity=Severity.IMPORTANT,
    compares=True,
    message=gettext_noop("“%(sentence)s” promises what our scope leaves out: “%(told)s”"),
    hint=gettext_noop("Take it out here, or out of what we leave out."),
    good={
        "mvp_scope.out_of_scope": ["Invoices to suppliers: they come by mail today"],
        "how_it_works.data_flow": "Counts go to Shelfwise.",
    },
    bad={
        "mvp_scope.out_of_scope": ["Invoices to suppliers: they come by mail today"],
        "how_it_works.data_flow": "Shelfwise writes the invoices and sends them to suppliers.",
    },
)
def scope_crossed(context: CheckContext) -> Iterator[Violation]:
    """No document promises what our scope leaves out."""
    heads = list(chain.from_iterable(context.of_all(_heads_of_scope)))
    for passage, sentence in context.claims if heads else ():
        if passage.section.name not in _ON_THE_PRODUCT or passage.is_title or sentence.mark:
            continue
        if not sentence.is_certain or sentence.says(cues.LATER):
            continue
        line = next((line for line, head in heads if _shares_head(context, sentence, head)), None)
        if line:
            fault = contradiction(passage, sentence, line.text)
            yield replace(fault, about=(line.place,))


def _heads_of_scope(
    context: CheckContext, read: DocumentRead
) -> list[tuple[Passage, frozenset[str]]]:
    """Return the lines of a document that leave something out for certain, and the stems of
    that.
    """
    # The project's name is nothing that is left out, even if its "!" ends a sentence.
    name = stems_of(context.project.name, context.knowledge.language)
    found = []
    for line in read.passages:
        if line.section.name != "out_of_scope" or line.pointers:
            continue
        sentence = next(iter(context.sentences(line)), None)
        head = _head(sentence) - name if sentence and not sentence.mark else frozenset()
        if len(head) > 1:
            found.append((line, head))
    return found


def _shares_head(context: CheckContext, sentence: Sentence, head: frozenset[str]) -> bool:
    """Whether a sentence has most words of what is left out, and not only in names."""
    if len(head & sentence.stems) < _MOST * len(head):
        return False
    rest = _beside_names(context.knowledge, sentence, context.project.name)
    return len(head & sentence.stems_of(rest)) >= _MOST * len(head)


@rule(
    severity=Severity.BROKEN,
    told=lambda known: any(fact.value for fact in known.sheet.first_version),
    among=(ArtifactType.MVP_SCOPE,),
    message=gettext_noop(
        "“%(sentence)s” is left out here, and we said that we begin with it: “%(told)s”"
    ),
    hint=gettext_noop("Take the line out, or take the step out of our first version."),
    writer_hint="Take the line out: the first version has to do it.",
    good={
        "answers.first_version": "The owner counts a shelf\nThe owner sees what runs out",
        "mvp_scope.out_of_scope": ["Invoices to suppliers"],
    },
    bad={
        "answers.first_version": "The owner counts a shelf\nThe owner sees what runs out",
        "mvp_scope.out_of_scope": ["Counting a shelf; this comes later"],
    },
)
def core_step_left_out(context: CheckContext) -> Iterator[Violation]:
    """Nothing that the first version has to do is out of scope."""
    known = context.knowledge
    lines = [fact.value for fact in known.sheet.first_version if fact.value]
    for passage, sentence in _lines_out_of_scope(context):
        head = stems_of_head(_head(sentence), sentence.clauses[0].words, known.language)
        if _denies_first(sentence) or _is_left_out_by_founder(head, known):
            continue
        if line := _line_left_out(sentence, head, lines, known.language):
            yield contradiction(passage, sentence, line)


def _line_left_out(
    sentence: Sentence, head: frozenset[str], lines: list[str], language: str
) -> str:
    """Return the first of the founder's lines on the first version that a line of our scope leaves
    out, in words of its own too; else "".
    """
    steps = [(line, stems_of_step(line, language), _content_words(line)) for line in lines]
    whole = stems_of(head_of_line(sentence.text), language)
    found = (
        _step_left_out(sentence, head, steps)
        or _step_with(main_noun(sentence), sentence, steps)
        or _step_left_out(sentence, whole, steps)
        or repeated_step(sentence, lines)
    )
    if found:
        return found
    steps = [(line, step_terms(line, language), words) for line, _, words in steps]
    head = step_terms(head_of_line(sentence.text), language) - SAYS_WHEN
    return _step_left_out(sentence, head, steps)


_Steps = list[tuple[str, frozenset[str], frozenset[str]]]
"""Lines on the first version, each with its stems and words."""


def _step_left_out(sentence: Sentence, head: frozenset[str], steps: _Steps) -> str:
    """Return the first of `steps` that a line leaves out; else ""."""
    own = _content_words(_BEHIND_HEAD.split(sentence.text)[0])
    together = frozenset().union(*(stems for _, stems, _ in steps))
    is_spread = _is_for_now(sentence) and len(head) > 1 and head <= together
    for line, stems, words in steps:
        if head & stems and (is_spread or _shares_words(own, words)):
            return line
        if _is_step(head, stems, speaks_of_first=sentence.says(cues.FIRST_VERSION)):
            return line
    return ""


def _is_for_now(sentence: Sentence) -> bool:
    """Whether a line says that something is not there yet, or how it is done without."""
    return any(map(sentence.says, _FOR_NOW))


_FOR_NOW = (
    cues.FIRST_VERSION,
    cues.FIRST_PERIOD,
    cues.LATER,
    cues.SECOND_YEAR,
    NEXT_RELEASE,
    DONE_OTHERWISE,
)


def _step_with(noun: str, sentence: Sentence, steps: _Steps) -> str:
    """Return the one step that has the noun of a line on what is done later; "" where none does, or
    several do.
    """
    found = [line for line, stems, _ in steps if noun in stems and _is_for_now(sentence)]
    return found[0] if len(found) == 1 else ""


def _content_words(text: str) -> frozenset[str]:
    """Return the words of a text as they are, "before" and "after" too, without articles."""
    return frozenset(w for w in WORD.findall(text.casefold()) if len(w) > _ARTICLE)


_ARTICLE = 3
_BEHIND_HEAD = re.compile(r"[;:,(]")


def _shares_words(own: frozenset[str], step: frozenset[str]) -> bool:
    shared = own & step
    return len(shared) > _FEW and len(shared) > _MOST * len(own)


_FEW = 2


def _lines_out_of_scope(context: CheckContext) -> Iterator[tuple[Passage, Sentence]]:
    """Yield what our scope leaves out for certain, each with its first sentence."""
    for passage in context.looked_at:
        if passage.section.name == "out_of_scope":
            sentence = next(iter(context.sentences(passage)), None)
            if sentence and not sentence.mark:
                yield passage, sentence


def _denies_first(sentence: Sentence) -> bool:
    return sentence.clauses[0].says(cues.NEGATION)


def _is_left_out_by_founder(head: frozenset[str], known: Knowledge) -> bool:
    """Whether most of what a line leaves out is left out in our answers too, or all of it denied
    there in one clause.
    """
    if any(len(head & stems) * 2 > len(head) for stems in _all_left_out(known)):
        return True
    told = (found for key, found in known.told.items() if key != "first_version")
    clauses = (
        clause for sentences in told for sentence in sentences for clause in sentence.clauses
    )
    return any(head <= clause.stems and clause.says(cues.NEGATION) for clause in clauses)


def _all_left_out(known: Knowledge) -> Iterator[frozenset[str]]:
    """Yield the stems of each thing that our answers or the facts leave out."""
    yield from (item.stems for item in known.ruled_out)
    yield from (sentence.terms for sentence in known.told["left_out"])
    lines = (fact.value for fact in known.sheet.left_out if fact.value)
    yield from (stems_of(line, known.language) for line in lines)


def _is_step(head: frozenset[str], step: frozenset[str], *, speaks_of_first: bool) -> bool:
    """Whether a step has what a line leaves out; less is enough where the line itself speaks of the
    first version.
    """
    shared = len(head & step)
    least = 1 if speaks_of_first else min(2, len(head))
    return bool(head) and shared >= least and shared >= _HALF * len(head)


def _head(sentence: Sentence) -> frozenset[str]:
    """Return the stems of what a line leaves out: the part before its first semicolon, colon or
    comma.
    """
    return sentence.clauses[0].stems
