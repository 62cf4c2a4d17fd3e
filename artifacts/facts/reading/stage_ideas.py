"""What tells that there is no more than an idea: paper, what is owned, and what is not begun."""

from __future__ import annotations

import re

from artifacts.facts.reading.context import says
from artifacts.facts.reading.cues import Cues
from artifacts.facts.reading.stage_words import STAGE_CUES, SURE_NEGATIONS

NOT_BEGUN = re.compile(
    r" (?:no (?:steps|work|start)|nothing) (?:is |has been |was )?(?:taken|done|begun|started|made)"
    r" (?:so far |yet |[.,;])"
    r"| (?:angefangen|begonnen|losgelegt) (?:haben wir|habe ich|ist|wurde) (?:noch )?nicht(?:s)? "
    r"| (?:haben|habe) (?:wir|ich)? ?(?:noch )?nicht (?:angefangen|begonnen|losgelegt) "
    r"| (?:rien n'est|on n'a pas|nous n'avons pas) (?:encore )?commencé "
)
NOT_MADE = re.compile(
    r" (?:have|has|'ve) not (?:made|built|sewn|baked|tried|done) (?:one|any|a single one|anything)"
    r"(?: of them)?(?: yet| so far)? [.,;]"
    r"| (?:haven't|hasn't) (?:made|built|sewn|baked|tried|done) (?:one|any|a single one|anything)"
    r"(?: of them)?(?: yet| so far)? [.,;]"
    r"| (?:habe|haben) (?:ich|wir) (?:noch )?(?:keine?[nsr]?|nichts) (?:gebaut|gemacht|genäht) "
)
"""That not a single one exists, whatever was made before."""

ALL = Cues(
    "that is all; that's all; that's it; nothing more; no more than that; das ist alles; das war's;"
    " mehr nicht; c'est tout; dat is alles; meer niet; eso es todo; nada más"
)
"""Behind what there is: there is nothing else."""


def is_paper(words: str) -> bool:
    """Return whether a clause names what is only thought, written or drawn."""
    return says(words, STAGE_CUES["idea"]) or says(words, _PAPERS)


def owns(words: str) -> bool:
    """Return whether a clause only says what the founders have: "I own the van"."""
    return says(words, _OWNS) and not SURE_NEGATIONS & set(words.split())


_OWNS = Cues(
    "is ours; are ours; hab ich; i have; we have; i've got; we've got; i own; we own; there is;"
    " there are; es gibt; habe ich; haben wir; hätten wir; hätte ich; wir hätten; ich hätte;"
    " vorhanden; il y a; nous avons; er is; er zijn; we hebben; hay; tenemos; tengo"
)
_PAPERS = Cues(
    "a map; the map; maps; the maps; on the back of; a price from; eine karte; datei; dokument; un"
    " dessin; un nom; un tableau; tekening; een naam; een plan; plano; un plano; unos planos; un"
    " nombre"
)
"""What is only written or drawn; the product may be a map, so that it tells nothing else."""
