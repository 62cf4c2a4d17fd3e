"""How a rule is declared: a small function that yields faults, with what to say of them and an
example either way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from artifacts.checker.claims import Sentence
from artifacts.checker.context import CheckContext
from artifacts.checker.findings import Finding, Location, Severity, finding_id, highest_gate
from artifacts.checker.passages import Passage
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

    def findings(self, context: CheckContext) -> Iterable[Finding]:
        """Return every fault of a context once."""
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


def rule(
    *,
    severity: Severity,
    message: str,
    hint: str,
    good: Example,
    bad: Example,
    writer_hint: str = "",
    compares: bool = False,
) -> Callable[[Check], Check]:
    """Register the decorated function as a rule; its name and the first line of its docstring are
    the rule's. One that `compares` documents sees all of them, any other may see one at a time.
    """

    def register(check: Check) -> Check:
        name = check.__name__
        family = check.__module__.rpartition(".")[2]
        assert name not in RULES, name
        assert family in FAMILIES, family
        summary = fold_spaces((check.__doc__ or "").partition("\n\n")[0])
        assert summary, f"{name} has no docstring"
        RULES[name] = Rule(
            name, family, summary, severity, message, hint, good, bad, check, writer_hint, compares
        )
        return check

    return register


def shorten(text: str, limit: int = 80) -> str:
    """Return the beginning of `text` on one line and with its pointers as plain ids, for quoting it
    in a message.
    """
    line = " ".join(without_marks(text[: 2 * limit]).replace("[[", "").replace("]]", "").split())
    return line if len(line) <= limit else line[:limit].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def contradiction(
    passage: Passage, sentence: Sentence, what: str, told: str, **values: object
) -> Violation:
    """Return the fault that `sentence` is not what the founder `told` us; messages may quote both
    by these names.
    """
    shown = {**values, "sentence": shorten(sentence.text), "told": shorten(told)}
    return Violation(passage.place, what or sentence.text, shown, passage=sentence.text, told=told)
