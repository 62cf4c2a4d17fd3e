"""What all names of places have in common: capitals, and the lists they stand in."""

from __future__ import annotations

from artifacts.facts.grammar.matches import PlaceMatch
from artifacts.facts.grammar.sets import word_set
from artifacts.facts.grammar.source import Source

AND = word_set("and und et en y e or oder , & / du")
NOT_PLACES = word_set(
    "january february march april may june july august september october november december monday"
    " tuesday wednesday thursday friday saturday sunday christmas easter i i'm i've i'd i'll we've"
    " we're they've english german french dutch spanish welsh whatsapp google excel apple android"
    " facebook instagram internet web net etsy ebay amazon shopify zoom airbnb youtube tiktok"
    " slack teams linux windows iphone"
)
LONGEST_LIST = 8
"""How many names a list of places may have in front of the one that is looked at."""


def place_match(source: Source, first: int, last: int, code: str) -> PlaceMatch:
    start, end = source.tokens[first].start, source.tokens[last - 1].end
    return PlaceMatch(
        start=start, end=end, first=first, last=last, name=source.text[start:end], code=code
    )


def capital(source: Source, index: int) -> bool:
    if not 0 <= index < len(source.tokens):
        return False
    token = source.tokens[index]
    return token.kind == "word" and token.text[0].isupper() and token.lower not in NOT_PLACES
