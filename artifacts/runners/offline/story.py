"""All that a composer knows: the facts, the founder's words, what follows from them, and the earlier documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from typing import Any, TypeVar, cast

from artifacts.facts import sums
from artifacts.facts.schema import Fact, Facts, Traits
from artifacts.runners.base import Contents, ProjectInput
from artifacts.runners.offline import steps
from artifacts.runners.offline.library import Library, fill, languages, library, slots
from artifacts.runners.offline.quoting import bare, defuse, fitting, listen, quote, sentences, shared_words, words_of
from artifacts.runners.offline.wording import Wording
from artifacts.schemas import ArtifactContent
from artifacts.schemas.brief import Assumption, ProductBriefContent
from artifacts.schemas.milestones import MilestonesContent
from artifacts.schemas.mvp_scope import Feature, MvpScopeContent
from artifacts.schemas.risk_log import Risk, RiskLogContent
from artifacts.text import clean_text, fold_spaces

DEFAULT_LANGUAGE = "en"

_FIGURES = ("prices", "budget", "deadline", "duration_weeks", "people", "hours_per_week", "test", "left_out")
"""Facts that are said in our own sentences, so that the founder's sentence about them need not be quoted as well."""

_CONDITIONS = ("constraint", "price", "place", "workaround")

C = TypeVar("C", bound=ArtifactContent)


class Watched:
    """Facts that note which of them were read, so that a document knows what it was written from."""

    def __init__(self, facts: Facts | Traits, path: str, used: set[str]) -> None:
        self._facts, self._path, self._used = facts, path, used

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._facts, name)
        if isinstance(value, Traits):
            return Watched(value, f"{self._path}.{name}", self._used)
        if name in type(self._facts).model_fields:
            self._used.add(f"{self._path}.{name}")
        return value

    def has(self, name: str) -> bool:
        return bool(getattr(self, name).value == "yes")

    def each(self) -> Iterator[tuple[str, Fact[Any]]]:
        return cast("Facts", self._facts).each()


class Story:
    """One project, ready to be told in one language. Computed once for each document."""

    def __init__(self, project: ProjectInput, earlier: Contents) -> None:
        self.used: set[str] = {"name"}
        self.earlier = earlier
        self.today = project.today
        self.facts = cast("Facts", Watched(project.sheet, "facts", self.used))
        self.language = document_language(project)
        self.library: Library = library(self.language)
        self.wording = Wording(self.library, self.language, project.sheet)
        self.name = defuse(fold_spaces(clean_text(project.name)))
        self._texts = project.texts()

    def text(self, answer: str) -> str:
        """Return what was said to a question, or the idea, on one line; "" where it says nothing."""
        self.used.add(answer if answer == "idea" else f"answers.{answer}")
        return listen(self._texts.get(answer, ""))

    # -- saying ------------------------------------------------------------------------------------------------------

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
        return capital(said) if template.startswith("{") and not template.startswith("{name}") else said

    def _known(self, template: str, more: Mapping[str, str]) -> dict[str, str]:
        return {name: more[name] if name in more else self.value(name) for name in slots(template)}

    def value(self, name: str) -> str:
        """Return the value of a placeholder that belongs to the project itself, or "" where nobody told it."""
        made = getattr(_Values, name, None)
        if made is None:
            return ""
        if name not in self._values:
            self._values[name] = made(self)
        return self._values[name]

    @cached_property
    def _values(self) -> dict[str, str]:
        return {}

    def quote(self, text: str, limit: int = 260) -> str:
        """Return the founder's words between quotation marks, or "" where they say nothing."""
        said = listen(text)
        return quote(said, self.language, limit) if said else ""

    # -- the founder's words -----------------------------------------------------------------------------------------

    @cached_property
    def conditions(self) -> list[str]:
        """The sentences in which the founder says how things have to be."""
        return [sentence for key in _CONDITIONS for sentence in sentences(self.text(key))]

    def because(self, *facts: Fact[Any]) -> str:
        """Return the sentence from which one of these facts was read, quoted; "" where each was quoted before."""
        for fact in facts:
            for span in fact.said:
                sentence = _sentence_with(self.text(span.answer), span.text)
                if sentence and sentence not in self._quoted:
                    self._quoted.add(sentence)
                    return self.quote(sentence, 130)
        return ""

    @cached_property
    def _quoted(self) -> set[str]:
        return set()

    def remaining(self, answer: str) -> str:
        """Return the sentences of an answer that no fact with a figure was read from."""
        facts = [fact for path, fact in self.facts.each() if path.startswith(_FIGURES)]
        self.used.update(f"facts.{name}" for name in _FIGURES)
        spans = [span.text for fact in facts for span in fact.said if span.answer == answer]
        return " ".join(s for s in sentences(self.text(answer)) if not any(span and span in s for span in spans))

    def about(self, title: str, used: set[str]) -> str:
        """Return the sentence about conditions that shares most words with `title` and was not used yet, or ""."""
        wanted = words_of(title)
        best = max(
            (s for s in self.conditions if s not in used and len(s) <= 140 and bare(s) != bare(title)),
            key=lambda s: shared_words(wanted, words_of(s)),
            default="",
        )
        if not best or shared_words(wanted, words_of(best)) < 2:
            return ""
        used.add(best)
        return best

    # -- plan --------------------------------------------------------------------------------------------------------

    @cached_property
    def weeks(self) -> int | None:
        """Whole weeks until the limit."""
        return sums.weeks_available(self.facts, self.today)

    def has(self, *traits: str) -> bool:
        return all(self.facts.traits.has(trait) for trait in traits)

    def uses(self, *platforms: str) -> bool:
        return any(fact.value in platforms for fact in self.facts.platforms)

    @cached_property
    def steps(self) -> list[str]:
        """What the first version must do, in the founder's words: lines, else clauses of the idea, else nothing."""
        lines = [bare(defuse(fact.value)) for fact in self.facts.first_version if fact.value]
        return lines or steps.clauses(self.text("idea"))

    # -- earlier documents -------------------------------------------------------------------------------------------

    def document(self, content_class: type[C]) -> C | None:
        return next((content for content in self.earlier.values() if isinstance(content, content_class)), None)

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
    def risks(self) -> list[Risk]:
        log = self.document(RiskLogContent)
        return [item for _, item in log.items() if isinstance(item, Risk)] if log else []

    def assumption(self, *values: str) -> str:
        """Return a pointer to the assumption that speaks of what these placeholders say, else to all of them."""
        found = self.assumption_id(*values)
        if found:
            return f"[[{found}]]"
        return "[[brief.assumptions]]" if self.document(ProductBriefContent) else ""

    def assumption_id(self, *values: str) -> str:
        """Return the id of the assumption that shares most words with these placeholders, or "" where none does."""
        wanted = words_of(" ".join(self.value(name) for name in values))
        best = max(self.assumptions, key=lambda a: shared_words(wanted, words_of(a.text)), default=None)
        return best.id if best and shared_words(wanted, words_of(best.text)) else ""

    def pointers(self, items: Iterable[Feature]) -> str:
        return self.wording.listed([f"[[{item.id}]]" for item in items])


def document_language(project: ProjectInput) -> str:
    """Return the language the documents are written in: as chosen, else the founder's, else English."""
    wanted = (project.language, project.sheet.language)
    return next((language for language in wanted if language in languages()), DEFAULT_LANGUAGE)


def _sentence_with(text: str, words: str) -> str:
    wanted = listen(words)
    return next((s for s in sentences(text) if wanted and wanted in s), "")


def _joined(story: Story, facts: Iterable[Fact[Any]], name: str = "") -> str:
    values = (getattr(fact.value, name) if name else fact.value for fact in facts if fact.value is not None)
    return story.wording.listed([bare(defuse(str(value))) for value in values])


class _Values:
    """How each placeholder of the sentences is said; "" where the fact is open."""

    # Founder's words

    @staticmethod
    def name(story: Story) -> str:
        return story.name

    @staticmethod
    def idea(story: Story) -> str:
        return story.quote(story.text("idea"), 220)

    @staticmethod
    def problem(story: Story) -> str:
        return story.quote(story.text("problem"), 270)

    @staticmethod
    def workaround(story: Story) -> str:
        return story.quote(story.text("workaround"), 160)

    @staticmethod
    def workaround_short(story: Story) -> str:
        return story.quote(story.text("workaround"), 70)

    @staticmethod
    def stage_short(story: Story) -> str:
        return story.quote(story.text("stage"), 90)

    @staticmethod
    def user(story: Story) -> str:
        return story.quote(story.text("target_user"), 220)

    @staticmethod
    def evidence(story: Story) -> str:
        return story.quote(story.text("evidence"), 200)

    @staticmethod
    def stage(story: Story) -> str:
        return story.quote(story.text("stage"), 200)

    @staticmethod
    def validation(story: Story) -> str:
        return story.quote(story.text("validation"))

    @staticmethod
    def limits(story: Story) -> str:
        return story.quote(story.remaining("constraint"), 260)

    @staticmethod
    def rivals(story: Story) -> str:
        return story.quote(story.remaining("price"), 110)

    @staticmethod
    def payer(story: Story) -> str:
        payer = story.facts.payer.value
        return story.quote(payer, 140) if payer else ""

    @staticmethod
    def pass_mark(story: Story) -> str:
        test = story.facts.test.value
        return story.quote(test.pass_mark, 200) if test and test.pass_mark else ""

    @staticmethod
    def regions(story: Story) -> str:
        return _joined(story, story.facts.regions, "name")

    @staticmethod
    def laws(story: Story) -> str:
        return _joined(story, story.facts.laws)

    @staticmethod
    def law(story: Story) -> str:
        return _joined(story, story.facts.laws[:1])

    @staticmethod
    def left_out_list(story: Story) -> str:
        return _joined(story, story.facts.left_out)

    @staticmethod
    def platforms(story: Story) -> str:
        platforms = [fact.value for fact in story.facts.platforms if fact.value and fact.value != "offline"]
        return story.wording.listed([story.library.platforms[platform] for platform in platforms])

    # Steps

    @staticmethod
    def steps(story: Story) -> str:
        return story.wording.count(len(story.steps), "step") if story.steps else ""

    @staticmethod
    def first_step(story: Story) -> str:
        return story.quote(story.steps[0], 160) if story.steps else ""

    @staticmethod
    def last_step(story: Story) -> str:
        return story.quote(story.steps[-1], 160) if len(story.steps) > 1 else ""

    # Time and team

    @staticmethod
    def today(story: Story) -> str:
        return story.wording.day(story.today)

    @staticmethod
    def deadline(story: Story) -> str:
        day = story.facts.deadline.value
        return story.wording.day(day) if day else ""

    @staticmethod
    def weeks(story: Story) -> str:
        return story.wording.count(story.weeks, "week") if story.weeks else ""

    @staticmethod
    def people(story: Story) -> str:
        people = story.facts.people.value
        return story.wording.count(people, "person") if people else ""

    @staticmethod
    def hours(story: Story) -> str:
        hours = story.facts.hours_per_week.value
        return story.wording.count(hours, "hour") if hours else ""

    @staticmethod
    def lost_hours(story: Story) -> str:
        hours = story.facts.hours_per_week.value
        return story.wording.count(2 * hours, "hour") if hours else ""

    @staticmethod
    def capacity(story: Story) -> str:
        found = sums.capacity(story.facts, story.weeks)
        return story.wording.count(found.hours, "hour") if found and found.hours else ""

    @staticmethod
    def step_hours(story: Story) -> str:
        found = sums.capacity(story.facts, story.weeks)
        if not found or not story.steps:
            return ""
        return story.wording.count(int(found.hours / len(story.steps)), "hour")

    @staticmethod
    def test_length(story: Story) -> str:
        test = story.facts.test.value
        return story.wording.count(test.weeks, "week") if test and test.weeks else ""

    @staticmethod
    def participants(story: Story) -> str:
        test = story.facts.test.value
        return story.wording.counted(test.participants, test.noun) if test and test.participants else ""

    @staticmethod
    def pass_number(story: Story) -> str:
        test = story.facts.test.value
        return story.wording.small(test.pass_number) if test and test.pass_number else ""

    @staticmethod
    def pass_share(story: Story) -> str:
        test = story.facts.test.value
        if not test or not test.participants or not test.pass_number or test.pass_number > test.participants:
            return ""
        return story.wording.number(round(Decimal(100 * test.pass_number) / test.participants))

    @staticmethod
    def begins(story: Story) -> str:
        test = story.facts.test.value
        return story.wording.day(test.begins) if test and test.begins else ""

    # Money

    @staticmethod
    def price(story: Story) -> str:
        return story.wording.listed([story.wording.price(fact.value) for fact in story.facts.prices if fact.value])

    @staticmethod
    def one_price(story: Story) -> str:
        price = sums.first_price(story.facts)
        return story.wording.price(price) if price else ""

    @staticmethod
    def budget(story: Story) -> str:
        budget = story.facts.budget.value
        return story.wording.money(sums.as_money(budget)) if budget else ""

    @staticmethod
    def budget_now(story: Story) -> str:
        now = sums.money_now(story.facts)
        return story.wording.money(now) if now else ""

    @staticmethod
    def budget_later(story: Story) -> str:
        later = sums.money_later(story.facts)
        return story.wording.money(later) if later else ""

    @staticmethod
    def later_condition(story: Story) -> str:
        budget = story.facts.budget.value
        return story.quote(budget.later[0].condition, 160) if budget and budget.later else ""

    @staticmethod
    def sales(story: Story) -> str:
        found = sums.break_even(story.facts)
        return story.wording.number(found.sales) if found else ""

    @staticmethod
    def reach_count(story: Story) -> str:
        income = sums.reach_income(story.facts)
        return story.wording.counted(income.count.number, income.count.noun) if income else ""

    @staticmethod
    def reach_price(story: Story) -> str:
        income = sums.reach_income(story.facts)
        return story.wording.money(income.price) if income else ""

    @staticmethod
    def reach_months(story: Story) -> str:
        income = sums.reach_income(story.facts)
        return story.wording.count(income.months, "month") if income and income.months else ""

    @staticmethod
    def reach_total(story: Story) -> str:
        income = sums.reach_income(story.facts)
        return story.wording.money(income.total) if income else ""

    @staticmethod
    def test_count(story: Story) -> str:
        income = sums.test_income(story.facts)
        return story.wording.counted(income.count.number, income.count.noun) if income else ""

    @staticmethod
    def test_price(story: Story) -> str:
        income = sums.test_income(story.facts)
        return story.wording.money(income.price) if income else ""

    @staticmethod
    def test_total(story: Story) -> str:
        income = sums.test_income(story.facts)
        return story.wording.money(income.total) if income else ""


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def shortened(text: str, limit: int) -> str:
    """Return a title that fits: whole, else cut at a clause."""
    return fitting(text, limit) if len(text) > limit else text


def each_line(texts: Iterable[str]) -> Iterator[str]:
    return (text for text in texts if text)


def first_said(story: Story, group: str, *keys: str, **more: str) -> str:
    """Return the first of these sentences that can be said."""
    return next((said for key in keys if (said := story.say(group, key, **more))), "")
