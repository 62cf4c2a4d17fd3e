"""Whether it is open how much money there is."""

from __future__ import annotations

import re

from artifacts.runners.offline.story import Story

_MONEY = (
    r"(?:money|cash|capital|funding|funds|budget|geld|kapital|startkapital|eigenkapital|argent"
    r"|dinero)"
)
_NO_MONEY = re.compile(
    rf"\b(?:needs?|have|has|requires?|takes?|is|'s) (?:got )?no {_MONEY}\b"
    rf"|\b(?:do not|don't|does not|doesn't) (?:need|have|require) (?:any )?{_MONEY}\b"
    rf"|\b(?:no|not any) {_MONEY} (?:is )?(?:needed|required|necessary)\b"
    rf"|\b{_MONEY} is (?:not|n't) (?:needed|required|necessary)\b|\b{_MONEY}:? none\b"
    rf"|\b(?:brauch|benötig|hab)\w*(?: wir| ich| es)? (?:dafür |dazu |hierfür )?kein {_MONEY}\b"
    rf"|\b(?:brauch|benötig|hab)\w* (?:wir|ich|es) (?:dafür |dazu |hierfür )?keine? "
    rf"(?:budget|mittel)\b"
    rf"|\b{_MONEY} (?:brauch|benötig|hab)\w* (?:wir|ich|es) (?:dafür |dazu |hierfür )?"
    r"(?:keine?s|keines|nicht|keine)\b"
    rf"|\bkein {_MONEY} (?:nötig|notwendig|erforderlich)\b|\bes braucht kein {_MONEY}\b"
    rf"|\b{_MONEY} (?:ist|wird) (?:nicht|keine?s) (?:nötig|notwendig|erforderlich|gebraucht"
    r"|benötigt)\b"
    r"|\bpas besoin d['’]argent\b|\bno (?:necesitamos|necesito) dinero\b",
    re.IGNORECASE,
)
"""That no money is needed, or that there is none."""
_ONLY_SOME = re.compile(
    r" (?:from|for|to|until|before|in|left|of|von|vom|für|bis|vor|mehr|auf|aus|als|pour|para|de)\b"
)
"""What makes it hold for one source or one purpose: "we need no money from a bank"."""
_ANSWERS = ("constraint", "stage", "price")


def asks_for_budget(story: Story) -> bool:
    """Return whether nobody told how much money there is, nor that none is needed."""
    if story.facts.budget:
        return False
    return not any(_needs_none(story.text(answer)) for answer in _ANSWERS)


def _needs_none(said: str) -> bool:
    return any(
        not _ONLY_SOME.match(said, found.end())
        for found in _NO_MONEY.finditer(said.replace("’", "'"))
    )
