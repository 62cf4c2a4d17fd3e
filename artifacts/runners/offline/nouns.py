"""German nouns in the form in which our sentences need them."""

from __future__ import annotations

_PLURALS_IN_ERN = (
    "bauern",
    "nachbarn",
    "eltern",
    "schwestern",
    "federn",
    "mauern",
    "kammern",
    "leitern",
    "nummern",
    "fasern",
    "ziffern",
    "schultern",
    "klammern",
    "vettern",
    "feiern",
    "steuern",
)
"""Ends of nouns whose plural has the "n" in all cases."""
_DATIVES_IN_EN = (
    "ärzten",
    "betrieben",
    "booten",
    "chören",
    "freunden",
    "geräten",
    "geschäften",
    "gästen",
    "haushalten",
    "heimen",
    "höfen",
    "hunden",
    "kreisen",
    "kursen",
    "märkten",
    "pferden",
    "plätzen",
    "schafen",
    "schiffen",
    "städten",
    "ständen",
    "stücken",
    "tischen",
    "vereinen",
    "werken",
    "wirten",
)
"""Ends of datives whose nominative goes without the "n"; most plurals in "-en" keep it."""


def nominative(noun: str) -> str:
    """Return a German plural that may be a dative, "(mit zwölf) kleinen Kindern", as it stands
    behind a bare number: "kleine Kinder".
    """
    *adjectives, last = noun.split() or [""]
    if not _is_dative(last.casefold()):
        return noun
    bare = (word.removesuffix("n") if word.endswith("en") else word for word in adjectives)
    return " ".join((*bare, last[:-1]))


def _is_dative(noun: str) -> bool:
    if noun.endswith("ern"):
        return not noun.endswith(_PLURALS_IN_ERN)
    return noun.endswith(_DATIVES_IN_EN)
