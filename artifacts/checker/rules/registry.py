"""How a rule is declared: a small function that yields faults, with what to say of them and an
example either way.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, reduce
from operator import or_
from typing import Any

from artifacts.checker.claimed import Wanted
from artifacts.checker.claims import Sentence
from artifacts.checker.context import CheckContext
from artifacts.checker.cues import Cue
from artifacts.checker.findings import Finding, Location, Severity, finding_id, highest_gate
from artifacts.checker.knowledge import Knowledge
from artifacts.checker.passages import Passage
from artifacts.checker.remembered import remembered
from artifacts.facts.grammar.matches import Match
from artifacts.schemas import ArtifactType
from artifacts.schemas.marks import without_marks
from artifacts.text import fold_spaces

Example = Mapping[str, Any]
"""Changes to the sample project, by place: "how_it_works.data_flow", "mvp_scope.F-1.name",
"answers.price".
"""


@dataclass(frozen=True, slots=True)
class Violation:
    """One thing that a rule found.

    `what` tells it from other faults of the rule at the same place.
    """

    place: Location
    what: str = ""
    values: Mapping[str, object] = field(default_factory=dict)
    about: tuple[Location, ...] = ()
    """Other places that the message speaks of or quotes: who may not read them is not told."""
    passage: str = ""
    """The sentence that is wrong, where the rule looks at sentences."""
    told: str = ""
    """What the founder said instead, in their words."""
    derivation: str = ""
    """What the figures of the passage make: "3 × 29 = 87"."""


Check = Callable[[CheckContext], Iterator[Violation]]
_EVERY_CUE = -1


@dataclass(frozen=True, slots=True)
class Rule:
    name: str
    family: str
    summary: str
    """What the rule demands."""
    severity: Severity
    message: str
    hint: str
    good: Example
    bad: Example
    check: Check
    writer_hint: str = ""
    """How a model corrects it, where that differs: it can change its text, and not our answers."""
    compares: bool = False
    """Whether what it finds in one document depends on another one."""
    needs: Collection[Wanted] = ()
    """What a claim has to say or to have for the rule to find anything, one of these; empty if it
    looks at more than claims.
    """
    among: Collection[ArtifactType] = ()
    """The documents that its findings are about; empty for any."""
    told: Callable[[Knowledge], object] | None = None
    """What our answers have to tell if there is anything to find; None if it is not only about
    what these tell.
    """
    cues: int = field(init=False)
    """The bits of the cues that it needs; all if it needs nothing."""
    kinds: frozenset[type[Match]] = field(init=False)
    """The kinds of values that it needs."""

    def __post_init__(self) -> None:
        cues = (one.bit for one in self.needs if isinstance(one, Cue))
        object.__setattr__(self, "cues", reduce(or_, cues, 0) if self.needs else _EVERY_CUE)
        kinds = frozenset(one for one in self.needs if not isinstance(one, Cue))
        object.__setattr__(self, "kinds", kinds)

    def findings(self, context: CheckContext) -> Iterable[Finding]:
        """Return every fault of a context once."""
        if self.told is not None and not self.told(context.knowledge):
            return ()
        return self.findings_of_told(context)

    def findings_of_told(self, context: CheckContext) -> Iterable[Finding]:
        """Return the same, where our answers are known to tell what it needs."""
        faults = list(self.check(context))
        return self._each_once(faults) if faults else ()

    def _each_once(self, faults: Iterable[Violation]) -> Iterator[Finding]:
        seen: set[str] = set()
        for fault in faults:
            identity = finding_id(self.name, fault.place, fault.what)
            if identity not in seen:
                seen.add(identity)
                yield self._finding(identity, fault)

    def _finding(self, identity: str, fault: Violation) -> Finding:
        return Finding(
            id=identity,
            rule=self.name,
            severity=self.severity,
            place=fault.place,
            gate=highest_gate((fault.place, *fault.about)),
            template=self.message,
            values=tuple(
                (n, value if isinstance(value, Location) else str(value))
                for n, value in fault.values.items()
            ),
            hint=self.hint,
            writer_hint=self.writer_hint,
            passage=fault.passage,
            told=fault.told,
            derivation=fault.derivation,
            about=fault.about,
        )


FAMILIES = {
    "integrity": (
        "What points somewhere points at something, and what is computed agrees with what it"
        " follows from."
    ),
    "traceability": "What one document promises can be followed through the others.",
    "completeness": "Every section says something, and says it about this project.",
    "measurability": "What we want to reach and what we accept can be told by anybody who looks.",
    "grounding": "The documents are about this founder's project.",
    "figures": (
        "Every amount is the founder's, follows from theirs by arithmetic, or says that it is an"
        " assumption."
    ),
    "prices": ("Who pays what, from when and where, is what our answers say."),
    "funds": "What money there is, whose it is and what it waits for is what our answers say.",
    "facts": "Dates, spans and hours are those of the fact sheet.",
    "goals": "The test and the numbers that the founder named are repeated as they are.",
    "limits": "It is offered where, how and under the laws that the founder named.",
    "scope": (
        "Nothing is built that the founder left out, and nothing is left out that they asked for."
    ),
    "sources": (
        "No evidence is invented, and every document is about this project and in its language."
    ),
    "consistency": "One quantity has one value, in all documents and in our answers.",
    "voice": (
        "The documents speak as the founder's partner would, and nothing of how they were made"
        " shows."
    ),
    "length": "No text is longer than it will be read, and nothing is said twice.",
}

RULES: dict[str, Rule] = {}
"""Every rule by its name."""


def findings_of(rules: Iterable[Rule], context: CheckContext) -> list[Finding]:
    """Return what some rules find in a context.

    A rule is not asked where our answers or the claims have nothing of what it needs: that is half
    of them for most documents.
    """
    silent = _silent(context.knowledge)
    cues, kinds = context.cues_claimed, context.kinds_claimed
    return [
        finding
        for rule in rules
        if rule.name not in silent and (rule.cues & cues or not rule.kinds.isdisjoint(kinds))
        for finding in rule.findings_of_told(context)
    ]


@remembered
def _silent(known: Knowledge) -> frozenset[str]:
    """Return the names of the rules that our answers tell nothing for."""
    return frozenset(
        one.name for one in RULES.values() if one.told is not None and not one.told(known)
    )


@cache
def rules_about(artifact_type: ArtifactType) -> tuple[Rule, ...]:
    """Return the rules whose findings may be about a document."""
    return tuple(one for one in RULES.values() if not one.among or artifact_type in one.among)


def rule(
    *,
    severity: Severity,
    message: str,
    hint: str,
    good: Example,
    bad: Example,
    writer_hint: str = "",
    compares: bool = False,
    needs: Collection[Wanted] = (),
    among: Collection[ArtifactType] = (),
    told: Callable[[Knowledge], object] | None = None,
) -> Callable[[Check], Check]:
    """Register the decorated function as a rule; its name and the first line of its docstring are
    the rule's. One that `compares` documents sees all of them, any other may see one at a time.
    What it `needs`, which documents its findings are `among` and what has to be `told` spare asking
    it for nothing.
    """

    def register(check: Check) -> Check:
        name = check.__name__
        family = check.__module__.rpartition(".")[2]
        assert name not in RULES, name
        assert family in FAMILIES, family
        assert check.__doc__, f"{name} has no docstring"
        summary = fold_spaces(check.__doc__)
        RULES[name] = Rule(
            name, family, summary, severity, message, hint, good, bad, check, writer_hint, compares,
            needs, among, told,
        )  # fmt: skip
        return check

    return register


def shorten(text: str, limit: int = 80) -> str:
    """Return the beginning of `text` on one line and with its pointers as plain ids, for quoting it
    in a message.
    """
    line = " ".join(without_marks(text[: 2 * limit]).replace("[[", "").replace("]]", "").split())
    return line if len(line) <= limit else line[:limit].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def contradiction(
    passage: Passage, sentence: Sentence, told: str, *, of: str = "", **values: object
) -> Violation:
    """Return the fault that `sentence` is not what the founder `told` us; messages may quote both
    by these names. The fault is the whole sentence, or that part `of` it.
    """
    shown = {**values, "sentence": shorten(sentence.text), "told": shorten(told)}
    return Violation(passage.place, of or sentence.text, shown, passage=sentence.text, told=told)
