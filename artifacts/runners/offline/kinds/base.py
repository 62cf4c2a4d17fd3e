"""What the library says about one kind of idea. Texts are templates for `Context.say`; they hold no figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Degree = Literal["high", "medium", "low"]


@dataclass(frozen=True, slots=True)
class Capability:
    """A feature of the first version."""

    name: str
    priority: Degree
    text: str
    criteria: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Move:
    """A step of the user's journey; `uses` names features by their number in the kind, such as "f1 f3"."""

    title: str
    text: str
    uses: str


@dataclass(frozen=True, slots=True)
class Hazard:
    """A risk; `affects` names features ("f1"), milestones by role ("pilot") and assumptions by role ("belief")."""

    title: str
    severity: Degree
    likelihood: Degree
    affects: str
    text: str
    mitigation: str


@dataclass(frozen=True, slots=True)
class Kind:
    key: str
    words: str
    """Keywords: `word` whole, `stem*` as a beginning, `two_words`, a leading + for those that count double."""
    users: str
    trouble: str
    """A clause: "people cannot see what is left"."""
    pain: str
    usual: str
    gap: str
    sign: str
    payer: str
    promise: str
    gain: str
    scarce: str
    edges: tuple[str, ...]
    belief: str
    price_question: str
    questions: tuple[str, ...]
    reach: str
    size: str
    rivals: str
    moat: str
    features: tuple[Capability, ...]
    later: tuple[str, ...]
    metrics: tuple[str, ...]
    """Each says what 1 of something does; the pointer to the threshold follows it."""
    blocks: str
    breaks: str
    grows: str
    core_why: str
    observe: str
    buys: str
    technical: tuple[Hazard, ...]
    market: tuple[Hazard, ...]
    execution: tuple[Hazard, ...]
    financial: tuple[Hazard, ...]
    strategic: tuple[Hazard, ...]
    journey: tuple[Move, ...]
    parts: str
    flow: str
    links: str
    guard: str
    pace: tuple[int, int] = (3, 2)
    """Weeks for the features that matter most and for the others, when nothing presses."""
