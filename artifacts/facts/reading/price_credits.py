"""Money that goes from us to those who pay: it is no price of ours."""

from __future__ import annotations

import re

from artifacts.facts.grammar.matches import Match
from artifacts.facts.reading.context import Told, says
from artifacts.facts.reading.cues import Cues


def is_given_by_us(before: str, following: str) -> bool:
    """Whether somebody gets it from us: "the men get $40 a session from us", "schreiben wir 55 Cent
    gut".
    """
    if _CREDITED.begin(following) and says(before, _WE_WRITE):
        return True
    near, behind = before.rpartition(" , ")[2], f"{following.partition(',')[0]} "
    return says(f" {near.lstrip()}", _GET) and says(behind, _FROM_US)


_GET = Cues(
    "get; gets; earn; earns; receive; receives; bekommen; bekommt; kriegen; kriegt;"
    " erhalten; erhält; reçoit; reçoivent; touche; touchent; krijgen; krijgt; reciben; recibe"
)
_WE_WRITE = Cues("schreiben wir; schreibe ich; wir schreiben; ich schreibe")
_CREDITED = Cues("gut")
_FROM_US = Cues(
    "from us; from me; von uns; von mir; de nous; de moi; van ons; van mij; de nosotros"
)


def is_credited(told: Told, match: Match) -> bool:
    """Whether the words behind an amount say that it is taken off what people pay later."""
    behind = told.part_behind(match).partition(",")[0]
    return _CREDITED_BEHIND.search(f"{behind} ") is not None


_CREDITED_BEHIND = re.compile(
    r" (?:schreib(?:en|e|t)|rechn(?:en|e|et)) (?:[^ .,;]+ ){1,4}(?:gut|an) "
    r"| gutgeschrieben | gutzuschreiben | gutschrift "
    r"| (?:is|are|gets|get|we|i) credit(?:ed)? "
)
