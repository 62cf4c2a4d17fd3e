"""Amounts that are no price: what a thing costs us or anybody, or what is ruled out."""

from __future__ import annotations

import re

from artifacts.facts.reading.context import says
from artifacts.facts.reading.cues import Cues
from artifacts.facts.reading.price_advice import without_included
from artifacts.facts.reading.price_words import BUYS, COST, LIMITED, OURSELVES, RESALE, RULED_OUT


def is_spent(before: str, following: str) -> bool:
    """Whether an amount is what a thing costs us or anybody, or is ruled out."""
    if _MARKET.end(before) or _NEW.begin(before):
        return True
    if _PAID_BY_US.begin(following.removeprefix(" ,")):
        return True
    # Who "comes to us" is a customer and no cost, and so is who "gets them for" so much.
    paid = BUYS.removed_from(without_included(before).replace(" to us ", " "))
    says_we = bool(OURSELVES & set(before.rpartition(" , ")[2].split()))
    if _ALREADY.begin(following) or (_THEY_SELL.end(before) and not says_we):
        return True
    if says(before, RESALE) or says(paid, COST):
        return True
    in_front = " " + before.rpartition(" , ")[2].lstrip()
    behind = _IN_PLACE_OF.split(following.partition(" ; ")[0])[0] + " "
    if any(says(LIMITED.removed_from(words), RULED_OUT) for words in (in_front, behind)):
        return True
    return says(
        following.partition(",")[0] + " ", ("from the wholesaler", "apiece from", "in material")
    )


_NEW = Cues("a new; ein neuer; eine neue; ein neues; un nouveau; een nieuwe; un nuevo; una nueva")
_MARKET = Cues("zahlt man; gibt es; bekommt man; kriegt man; you get; one gets; on trouve; hay")
_ALREADY = Cues(
    "are already; is already there; they already have; they have already; sind schon; sind bereits;"
    " haben sie schon; ist schon da; sont déjà; zijn al; hebben ze al; ya están; ya tienen"
)
"""Behind the price of a thing: nobody has to buy it from us."""
_PAID_BY_US = Cues(
    "bezahlen wir; zahlen wir; bezahle ich; zahle ich; tragen wir; trage ich; we pay; i pay; that"
    " we pay; which we pay; comes out of our; nous payons; nous payons nous-mêmes; betalen we;"
    " betaal ik; lo pagamos; la pagamos"
)
"""Behind an amount and its comma: it is a cost of ours."""
_THEY_SELL = Cues(
    "la vende a; lo vende a; la venden a; lo venden a; los vende a; los venden a; le vend à;"
    " les vend à; la vend à; sells it at; sells it for; sells them at; sells them for; sell it at;"
    " sell it for; verkauft sie für; verkauft es für; verkauft ihn für; verkoopt het voor"
)
"""The seller is somebody else: our own are "we" in front of it."""
_IN_PLACE_OF = re.compile(
    r" (?:instead of|rather than|statt|anstatt|au lieu|in plaats van|en vez de|en lugar de)(?= )"
)
"""What stands behind that is ruled out, and not the price in front of it."""
