"""Things of which only new ones are left out: "we sell no new beds"."""

from __future__ import annotations

from artifacts.checker import cues
from artifacts.checker.claims import Clause, Sentence
from artifacts.checker.comparisons.compounds import told_in_compounds
from artifacts.checker.comparisons.ruled_out import RuledOut
from artifacts.checker.kinds import TERMS
from artifacts.checker.stems import stems_of, terms_of


def is_of_another_kind(part: Sentence | Clause, item: RuledOut, shared: frozenset[str]) -> bool:
    """Return whether only new things are left out and a text names none: "no new clothes" is no
    ban on shirts, nor "no new beds" on washing beds in "new covers".
    """
    if not item.clause.says(_NEW):
        return False
    if not part.says(_NEW):
        return not shared - TERMS
    return not (is_new(part, item) or part.says(_SELLS))


def is_new(part: Sentence | Clause, item: RuledOut) -> bool:
    """Return whether only new things of a kind are left out, and a text calls one new."""
    if not (item.is_thing and item.clause.says(_NEW) and part.says(_NEW)):
        return False
    language = item.clause.sentence.source.lexicon.language
    words = part.words.split()
    for index, word in enumerate(words):
        if _NEW(f" {word} "):
            near = words[max(index - 1, 0) : index] + words[index + 1 : index + _OF_ADJECTIVE]
            named = terms_of(" ".join(near), language) | stems_of(" ".join(near), language)
            if item.nouns & (named | told_in_compounds(item.words, near, language)):
                return True
    return False


_OF_ADJECTIVE = 3
"""Words from "new" on that name what is new."""
_SELLS = cues.Cue("""
    sell*, sold, sale, sales, buy*, bought, verkauf*, kauf*, gekauft, vend*, achet*, achat*, verko*
    koop*, gekocht, compr*
    """)
_NEW = cues.Cue("""
    new, brand-new, neu, neue, neuem, neuen, neuer, neues, neuf, neufs, neuve, neuves, nouveau
    nouveaux, nouvelle, nouvelles, nieuw, nieuwe, nuevo, nuevos, nueva, nuevas
    """)
