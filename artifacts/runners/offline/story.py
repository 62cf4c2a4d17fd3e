"""All that a composer knows: the facts, the founder's words, what follows from them, and the
earlier documents.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import Any, TypeVar, cast

from artifacts.document_types.brief.schema import Assumption, ProductBriefContent
from artifacts.document_types.milestones.schema import MilestonesContent
from artifacts.document_types.mvp_scope.schema import Feature, MvpScopeContent
from artifacts.document_types.risk_log.schema import Risk, RiskLogContent
from artifacts.facts import sums
from artifacts.facts.conflict_kinds import start_of
from artifacts.facts.grammar import MoneyMatch, NumberMatch, scan
from artifacts.facts.schema import Fact, Facts, Span
from artifacts.facts.sheet import comparable
from artifacts.runners.base import Contents, ProjectInput
from artifacts.runners.offline import cues, permits, steps
from artifacts.runners.offline.library import Library, fill, library, slots
from artifacts.runners.offline.payers import pays_for_others
from artifacts.runners.offline.quoting import (
    around,
    bare,
    capital,
    listen,
    quote,
    shared_words,
    words_of,
)
from artifacts.runners.offline.values import MESSAGES, VALUES
from artifacts.runners.offline.watched import Watched
from artifacts.runners.offline.wording import Wording
from artifacts.schemas import ArtifactContent
from artifacts.text import defuse, fold_title, one_line, sentences
from artifacts.tiers import Gate

_FIGURES = (
    "prices",
    "budget",
    "deadline",
    "duration_weeks",
    "people",
    "hours_per_week",
    "test",
    "left_out",
)
"""Facts that are said in our own sentences, as messages are, so that the founder's sentence about
them need not be quoted as well.
"""

PROVEN = frozenset({"pilot", "customers"})
"""Stages in which somebody outside the team has used it."""

_SUM_MAX = 24
"""Characters of a sum of money, with a word or two behind it."""
_CONDITIONS = ("constraint", "place")
_LINES = ("first_version", "left_out")
_NOT_SPARE = frozenset({"warn", "pay"})

C = TypeVar("C", bound=ArtifactContent)


class Story:
    """One project, ready to be told in one language. Computed once for each document."""

    facts: Facts
    library: Library
    wording: Wording
    name: str
    today: date
    """The day from which weeks count: that of writing, or the earliest start that was told."""

    def __init__(self, project: ProjectInput, earlier: Contents) -> None:
        self.used: set[str] = {"name", "language"}
        self.earlier = earlier
        self.facts = cast("Facts", Watched(project.sheet, "facts", self.used))
        start = start_of(self.facts, project.today)
        limit = self.facts.deadline.value
        self.today = start if limit is None or start < limit else project.today
        self.language = project.document_language
        self.library = library(self.language)
        self.wording = Wording(self.library, self.language, project.sheet)
        self.name = defuse(one_line(project.name))
        self._project = project
        self._texts = project.texts()

    def text(self, answer: str) -> str:
        """Return what was said to a question, or the idea, on one line; "" where it says
        nothing.
        """
        self.used.add(answer if answer == "idea" else f"answers.{answer}")
        return listen(self._texts.get(answer, ""), self.name if answer == "idea" else "")

    def is_corrected(self, name: str) -> bool:
        """Return whether the founder has corrected the fact `name`, so that their words about it no
        longer hold.
        """
        fact = getattr(self.facts, name)
        if fact.state != "confirmed":
            return False
        return bool(
            comparable(fact.value) != comparable(getattr(self._project.reading, name).value)
        )

    # -- saying
    # ----------------------------------------------------------------------------------------------

    def say(self, group: str, *keys: str, **more: str) -> str:
        """Return the sentences of a section that can be said, one after the other."""
        texts = self.library.sentences[group]
        return " ".join(said for key in keys if (said := self.filled(texts[key], **more)))

    def lines(self, group: str, *keys: str, **more: str) -> list[str]:
        """Return the sentences of a list section that can be said, one line each."""
        return [said for key in keys if (said := self.say(group, key, **more))]

    def filled(self, template: str, **more: str) -> str:
        """Return `template` with this project's values, or "" where one is missing."""
        said = fill(template, self._known(template, more))
        return (
            capital(said)
            if template.startswith("{") and not template.startswith("{name}")
            else said
        )

    def _known(self, template: str, more: Mapping[str, str]) -> dict[str, str]:
        return {name: more[name] if name in more else self.value(name) for name in slots(template)}

    def value(self, name: str) -> str:
        """Return the value of a placeholder that belongs to the project itself, or "" where nobody
        told it.
        """
        if name not in self._values:
            self._values[name] = VALUES[name](self) if name in VALUES else ""
        return self._values[name]

    @cached_property
    def _values(self) -> dict[str, str]:
        return {}

    def quote(self, text: str, limit: int = 260) -> str:
        """Return the founder's words between quotation marks, or "" where they say nothing."""
        said = listen(text)
        return quote(said, self.language, limit) if said else ""

    # -- the founder's words
    # -----------------------------------------------------------------------------------------

    @cached_property
    def conditions(self) -> list[str]:
        """The sentences in which the founder says how things have to be, not who does them when."""
        facts: list[Fact[Any]] = [self.facts.people, self.facts.hours_per_week]
        facts += [self.facts.duration_weeks, self.facts.deadline]
        plan = [span.text for fact in facts for span in fact.said if span.text]
        told = (sentence for key in _CONDITIONS for sentence in sentences(self.text(key)))
        told = (s for s in told if not (self._names_money(s) or cues.is_about_the_past(s)))
        return [s for s in told if not any(words in s for words in plan)]

    def because(self, *facts: Fact[Any]) -> str:
        """Return the sentence from which one of these facts was read, quoted; "" if each was quoted
        before, or names money: what something costs tells no trait.
        """
        for fact in facts:
            # A step of the first version says what happens, and seldom why.
            for span in sorted(fact.said, key=lambda span: span.answer in _LINES):
                sentence = self._sentence_with(span)
                if sentence and sentence not in self._quoted and not self._names_money(sentence):
                    self._quoted.add(sentence)
                    part = next((p for p in sentence.split("; ") if span.text in p), sentence)
                    return self.quote(around(part, listen(span.text), 110), 160)
        return ""

    def _sentence_with(self, span: Span) -> str:
        """Return the sentence, or in a list the line, from which a fact was read."""
        self.text(span.answer)
        said = self._texts.get(span.answer, "")
        lines = said.splitlines() if span.answer in _LINES else [said]
        wanted = listen(span.text)
        return next(
            (s for line in lines for s in sentences(listen(line)) if wanted and wanted in s), ""
        )

    @cached_property
    def _quoted(self) -> set[str]:
        return set()

    def sentences_of(self, *facts: Fact[Any]) -> str:
        """Return the sentences from which facts were read, each once and in their order."""
        found = (self._sentence_with(span) for fact in facts for span in fact.said)
        return " ".join(dict.fromkeys(sentence for sentence in found if sentence))

    def with_sum(self, answer: str, words: str) -> str:
        """Return `words` of an answer with the sum of money right in front of them."""
        text = self.text(answer)
        at = text.find(listen(words))
        sums_before = [
            match
            for match in scan(text, self.facts.language or "en")
            if isinstance(match, MoneyMatch | NumberMatch) and match.start < at
        ]
        if not sums_before:
            return words
        start = sums_before[-1].start
        return text[start:at] + words if len(text[start:at]) <= _SUM_MAX else words

    def remaining(self, answer: str) -> str:
        """Return the sentences of an answer that no fact with a figure was read from.

        One that names money all the same is left out: it is about what others ask, or about money
        that may not come, and holds neither for our price nor for what we decide. So is one that
        tells what somebody has done for years.
        """
        kept = (s for s in sentences(self.text(answer)) if not self._tells_figure(answer, s))
        return " ".join(s for s in kept if not (self._names_money(s) or cues.is_about_the_past(s)))

    def _tells_figure(self, answer: str, sentence: str) -> bool:
        # "20" hours are no part of the year 2004
        return any(
            re.search(rf"(?<!\w){re.escape(words)}(?!\w)", sentence)
            for words in self._words_of_figures(answer)
        )

    def _words_of_figures(self, answer: str) -> list[str]:
        """Return the words of an answer from which facts with a figure were read."""
        facts = [fact for path, fact in self.facts.each() if path.startswith(_FIGURES)]
        facts += [fact for fact in self.facts.platforms if fact.value in MESSAGES]
        self.used.update(f"facts.{name}" for name in (*_FIGURES, "platforms"))
        spans = [span for fact in facts for span in fact.said if span.answer == answer]
        return [span.text for span in spans if span.text]

    def _names_money(self, sentence: str) -> bool:
        found = scan(sentence, self.facts.language or "en")
        return cues.is_about_finance(sentence) or any(isinstance(m, MoneyMatch) for m in found)

    def about(self, title: str, used: set[str]) -> str:
        """Return the sentence about conditions that shares most words with `title` and was not used
        yet, or "".
        """
        wanted = words_of(title)
        told = (s for s in self.conditions if s not in used and len(s) <= 140)
        told = (s for s in told if bare(s) != bare(title))
        best = max(told, key=lambda s: shared_words(wanted, words_of(s)), default="")
        if shared_words(wanted, words_of(best)) < max(2, shared_words(wanted, wanted) * 2 // 5):
            return ""
        used.add(best)
        return best

    def way_of_paying(self, used: set[str]) -> str:
        """Return the sentence about how people pay that names no amount, if not used yet."""
        told = (s for s in sentences(self.text("price")) if len(s) <= 80 and s not in used)
        said = next((s for s in told if cues.tells_payment(s) and not self._names_money(s)), "")
        used.add(said)
        return said

    # -- plan
    # ----------------------------------------------------------------------------------------------

    @cached_property
    def weeks(self) -> int | None:
        """Whole weeks until the limit."""
        return sums.weeks_available(self.facts, self.today)

    @cached_property
    def permit_sentences(self) -> frozenset[str]:
        """The founder's sentences about laws and permits."""
        facts: list[Fact[Any]] = [*self.facts.laws, self.facts.traits.needs_permit]
        return frozenset(self._sentence_with(span) for fact in facts for span in fact.said)

    @cached_property
    def laws_ahead(self) -> list[Fact[Any]]:
        """The laws and permits of which the founder does not say that they are met already."""
        laws = (law for law in self.facts.laws if law.value)
        return [law for law in laws if not permits.is_met(self.sentences_of(law), law.value or "")]

    @cached_property
    def wait_weeks(self) -> int:
        """How many weeks a law or permit keeps us waiting; 0 where the founder does not say."""
        return permits.wait_weeks(self.permit_sentences, self.facts.language or "en")

    def has(self, *traits: str) -> bool:
        return all(self.facts.traits.has(trait) for trait in traits)

    @cached_property
    def is_paid_from_afar(self) -> bool:
        """Whether payments go through the product, and not only over a counter."""
        return (
            self.has("takes_payments") and self.uses("web", "phone") and not self.is_paid_in_person
        )

    @cached_property
    def is_paid_in_person(self) -> bool:
        """Whether money changes hands where the thing does, so that no payment fails later."""
        return cues.is_paid_in_person(f"{self.text('price')} {self.text('first_version')}")

    @cached_property
    def is_paid_by_others(self) -> bool:
        """Whether those who pay are others than those who use it."""
        payer = self.facts.payer.value or ""
        return bool(payer) and pays_for_others(payer, self.text("target_user"), self.text("price"))

    def uses(self, *platforms: str) -> bool:
        return any(fact.value in platforms for fact in self.facts.platforms)

    @cached_property
    def steps(self) -> list[str]:
        """What the first version must do, in the founder's words: lines, else clauses of the idea,
        else nothing.
        """
        lines = [bare(defuse(fact.value)) for fact in self.facts.first_version if fact.value]
        lines = list({fold_title(line): line for line in reversed(lines)}.values())[::-1]
        return lines or steps.clauses(cues.offer_of(self.text("idea"), self.name))

    # -- earlier documents
    # -------------------------------------------------------------------------------------------

    def document(self, content_class: type[C]) -> C | None:
        for artifact_type, content in self.earlier.items():
            if isinstance(content, content_class):
                self.used.add(artifact_type.value)
                return content
        return None

    @cached_property
    def features(self) -> list[Feature]:
        """The features as the scope has them now, with every edit of the founder."""
        scope = self.document(MvpScopeContent)
        return scope.core_features if scope else []

    @cached_property
    def assumptions(self) -> list[Assumption]:
        brief = self.document(ProductBriefContent)
        return brief.assumptions if brief else []

    @cached_property
    def plan(self) -> MilestonesContent | None:
        return self.document(MilestonesContent)

    @cached_property
    def open_risks(self) -> list[Risk]:
        """The risks that every tier may read."""
        log = self.document(RiskLogContent)
        sections = tuple(s for s in RiskLogContent.sections() if s.gate is Gate.CORE)
        return [item for _, item in log.items(sections) if isinstance(item, Risk)] if log else []

    def assumption(self, key: str) -> str:
        """Return a pointer to the assumption of that key in the brief's sentences, else to all of
        them.
        """
        found = self.assumption_id(key)
        if found:
            return f"[[{found}]]"
        return "[[brief.assumptions]]" if self.document(ProductBriefContent) else ""

    def assumption_id(self, key: str) -> str:
        """Return the id of the assumption that says what that key says, or most of it; "" where
        none does.
        """
        because = cues.quoted_words(self.facts, key)
        wanted = words_of(self.say("brief.assumptions", key, because=because or self.name))
        best = max(
            self.assumptions, key=lambda a: shared_words(wanted, words_of(a.text)), default=None
        )
        return (
            best.id
            if best and shared_words(wanted, words_of(best.text)) * 2 > shared_words(wanted, wanted)
            else ""
        )

    @cached_property
    def spare(self) -> str:
        """A pointer to the feature that can wait longest: the last one that neither warns nor takes
        money.
        """
        spare = next(
            (f for f in reversed(self.features) if kind_of(self, f.name) not in _NOT_SPARE), None
        )
        last = spare or next(reversed(self.features), None)
        return f"[[{last.id}]]" if last else ""

    def pointers(self, items: Iterable[Feature]) -> str:
        return self.wording.listed([f"[[{item.id}]]" for item in items])


def kind_of(story: Story, step: str) -> str:
    """Return what kind of step this is ("pay", "message" ...) by its words, or "other"."""
    words = words_of(cues.without_time(step))
    for kind, beginnings in story.library.kinds_of_steps.items():
        if any(word.startswith(beginnings) for word in words):
            return kind
    return "other"


def first_said(story: Story, group: str, *keys: str, **more: str) -> str:
    """Return the first of these sentences that can be said."""
    return next((said for key in keys if (said := story.say(group, key, **more))), "")
