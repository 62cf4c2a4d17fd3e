"""How well and how fast the reader of facts reads: precision and recall by kind against founders
with the truth.

A file of founders is a JSON list; each has an idea, answers, the lines of a first version, and the
facts that a careful reader would find. Places and laws count as found where one name contains the
other.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from artifacts.facts.reading import read_facts
from artifacts.facts.schema import TRAITS, Facts
from bench.measure import milliseconds, print_worst_growth

FOUNDERS = Path(__file__).with_name("founders.json")
TODAY = date(2026, 11, 29)
PROMISED_MS = 5.0
LONGEST = 10_000
HOSTILE = (
    "1",
    "1 ",
    "1.",
    "(",
    "$",
    "a",
    "a ",
    "A ",
    "5 € ",
    "10 hours a week and my brother 5, ",
    "1 of ",
    "§ ",
    "No ",
    "- ",
    "'",
    "5 May ",
    "Act of ",
)

Found = tuple[list[Any], list[Any]]
"""What was read and what is true, as values to be compared."""


@dataclass
class Score:
    right: int = 0
    read: int = 0
    true: int = 0
    wrong: list[str] = field(default_factory=list)

    def add(
        self,
        founder: str,
        read: Iterable[Any],
        true: Iterable[Any],
        same: Callable[[Any, Any], bool],
    ) -> None:
        """Count what was read, each true value at most once."""
        left = list(true)
        self.true += len(left)
        for value in read:
            self.read += 1
            match = next((other for other in left if same(value, other)), None)
            if match is None:
                self.wrong.append(f"{founder}: read {value}")
            else:
                left.remove(match)
                self.right += 1
        self.wrong += [f"{founder}: missed {value}" for value in left]

    @property
    def line(self) -> str:
        precision = self.right / self.read if self.read else 1.0
        recall = self.right / self.true if self.true else 1.0
        counts = f"{self.right} right, {self.read} read, {self.true} true"
        return f"precision {precision:5.2f}   recall {recall:5.2f}   ({counts})"


def _pooled(scores: Iterable[Score]) -> Score:
    """Return one score for facts of several kinds."""
    every = list(scores)
    return Score(*(sum(getattr(one, name) for one in every) for name in ("right", "read", "true")))


def _said(value: Any) -> list[Any]:
    return [] if value is None else [value]


def _prices(sheet: Facts, truth: Mapping[str, Any]) -> Found:
    read = [(fact.value.amount, fact.value.currency) for fact in sheet.prices if fact.value]
    return read, [(Decimal(price["amount"]), price["currency"]) for price in truth["prices"]]


def _budget(sheet: Facts, truth: Mapping[str, Any]) -> Found:
    said, true = sheet.budget.value, truth["budget"]
    read = [(said.amount, said.currency)] if said else []
    return read, [(Decimal(true["amount"]), true["currency"])] if true else []


def _test(key: str) -> Callable[[Facts, Mapping[str, Any]], Found]:
    def pick(sheet: Facts, truth: Mapping[str, Any]) -> Found:
        test = sheet.test.value
        return _said(getattr(test, key) if test else None), _said((truth["test"] or {}).get(key))

    return pick


def _team(name: str, key: str) -> Callable[[Facts, Mapping[str, Any]], Found]:
    return lambda sheet, truth: (
        _said(getattr(sheet, name).value),
        _said((truth["team"] or {}).get(key)),
    )


def _mark(sheet: Facts, truth: Mapping[str, Any]) -> Found:
    """The numbers of the pass mark: in the truth those in its words, in the sheet those we read
    from it.
    """
    test = sheet.test.value
    read = (
        [number for number in (test.pass_number, test.pass_share) if number is not None]
        if test
        else []
    )
    words = (truth["test"] or {}).get("pass_mark", "")
    true = [Decimal(number) for number in re.findall(r"[0-9]+", words.replace(".", ""))]
    return [Decimal(number) for number in read], true


NOT_IN_ALL = ("regions", "laws", "language")
"""Kinds whose names have many spellings, or that are settled by a choice on the page."""

KINDS: dict[str, Callable[[Facts, Mapping[str, Any]], Found]] = {
    "prices": _prices,
    "deadline": lambda sheet, truth: (
        [day.isoformat() for day in _said(sheet.deadline.value)],
        _said(truth["deadline"]),
    ),
    "duration_weeks": lambda sheet, truth: (
        _said(sheet.duration_weeks.value),
        _said(truth["duration_weeks"]),
    ),
    "people": _team("people", "people"),
    "hours": _team("hours_per_week", "hours_per_week"),
    "budget": _budget,
    "test weeks": _test("weeks"),
    "participants": _test("participants"),
    "platforms": lambda sheet, truth: (
        [fact.value for fact in sheet.platforms],
        truth["platforms"],
    ),
    "stage": lambda sheet, truth: (
        _said(sheet.stage.value and sheet.stage.value.stage),
        _said(truth["stage"]),
    ),
    "regions": lambda sheet, truth: (
        [fact.value.code or fact.value.name for fact in sheet.regions if fact.value],
        truth["regions"],
    ),
    "laws": lambda sheet, truth: ([fact.value for fact in sheet.laws], truth["laws"]),
    "language": lambda sheet, truth: (_said(sheet.language or None), [truth["language"]]),
}


def _equal(read: Any, true: Any) -> bool:
    return bool(read == true)


def _overlap(read: Any, true: Any) -> bool:
    """Whether two names share most of their words: "Registrierung als Unternehmer" and "die
    Registrierung".
    """
    one, other = (set(re.findall(r"\w+", str(name).lower())) for name in (read, true))
    return bool(one & other) and (one <= other or other <= one or len(one & other) >= 2)


def texts_of(founder: Mapping[str, Any]) -> dict[str, str]:
    """Return what a founder of the file told, as the reader takes it."""
    first_version = (
        {"first_version": "\n".join(founder["first_version"])} if founder["first_version"] else {}
    )
    return {"idea": founder["idea"], **founder["answers"], **first_version}


def measure(
    founders: Iterable[Mapping[str, Any]],
) -> tuple[dict[str, Score], dict[str, int], list[str]]:
    """Return the score of each kind, how traits were preselected, and which traits were wrong."""
    scores = {kind: Score() for kind in KINDS}
    traits = {"right": 0, "wrong": 0, "open": 0}
    wrong = []
    for founder in founders:
        sheet = read_facts(texts_of(founder), today=TODAY)
        truth = {**founder["facts"], "language": founder["language"]}
        for kind, pick in KINDS.items():
            read, true = pick(sheet, truth)
            scores[kind].add(
                founder["id"], read, true, _overlap if kind in ("regions", "laws") else _equal
            )
        for trait in TRAITS:
            verdict = getattr(sheet.traits, trait).value
            right = "yes" if truth["traits"][trait] else "no"
            outcome = (
                "open" if verdict in (None, "unknown") else "right" if verdict == right else "wrong"
            )
            traits[outcome] += 1
            if outcome == "wrong":
                wrong.append(f"{founder['id']}: {trait} read {verdict}")
            elif outcome == "open":
                wrong.append(f"{founder['id']}: {trait} open, is {right}")
    return scores, traits, wrong


def run(path: Path = FOUNDERS, *, details: bool = False) -> None:
    """Print how well the founders at `path` are read; with `details` every fact that was not."""
    founders = json.loads(path.read_text(encoding="utf-8"))
    scores, traits, wrong = measure(founders)
    print(f"\nFacts of {len(founders)} founders ({path.name})")
    for kind, score in scores.items():
        print(f"{kind:<15} {score.line}")
        for line in score.wrong if details else ():
            print(f"    {line}")
    wanted = _pooled(score for kind, score in scores.items() if kind not in NOT_IN_ALL)
    print(f"{'all of these':<15} {wanted.line}  without {', '.join(NOT_IN_ALL)}")
    every = sum(traits.values()) or 1
    print(
        "traits          "
        + ", ".join(f"{count / every:.0%} {outcome}" for outcome, count in traits.items())
    )
    for line in wrong if details else ():
        print(f"    {line}")
    _print_speed([texts_of(founder) for founder in founders])


def _print_speed(told: list[dict[str, str]]) -> None:
    each = milliseconds(lambda: [read_facts(texts, today=TODAY) for texts in told], rounds=5) / len(
        told
    )
    print(f"one project     {each:>8.2f} ms; {PROMISED_MS:.0f} ms are promised")

    def prepare(text: str, length: int) -> Callable[[], object]:
        long = (text * (length // len(text) + 1))[:length]
        answers = dict.fromkeys(
            ("idea", "price", "constraint", "validation", "first_version", "stage", "team"), long
        )
        return lambda: read_facts(answers, today=TODAY)

    print_worst_growth(HOSTILE, prepare, LONGEST)
