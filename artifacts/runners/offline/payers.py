"""Whether somebody else pays than those who use it, by the words in which a founder tells of
both.
"""

from __future__ import annotations

import re

from artifacts.text import sentences

_PAYS_NOTHING = re.compile(
    r"\b(?:do|does|will|would) not pay\b|\b(?:do|does|wo|would)n['’]t pay\b|\bnever pays?\b"
    r"|\bpays? (?:us )?nothing\b|\b(?:it is|it's|is|are) free (?:of charge )?for\b"
    r"|\bfor (?:the|their|our) [\w-]+ it(?: is|['’]s) free\b|\bcosts? (?:the [\w-]+|them) nothing\b"
    r"|\b(?:zahl|bezahl)(?:t|en) (?:[\w-]+ ){0,3}nichts?\b|\b(?:gratis|kostenlos|umsonst) für\b"
    r"|\bfür (?:die|den|das) [\w-]+ (?:ist (?:es|das) )?(?:gratis|kostenlos|umsonst)\b"
    r"|\bkostet (?:sie|die [\w-]+|den [\w-]+) nichts\b"
    r"|\bthey buy nothing\b|\b(?:die|sie) kaufen nichts\b"
    r"|\bne pai(?:e|ent) (?:rien|pas)\b|\bgratuit pour\b|\bbetal(?:en|t) (?:niets|niks|niet)\b"
    r"|\bgratis (?:voor|para)\b|\bno pagan?\b",
    re.IGNORECASE,
)
_CHILDREN = re.compile(
    r"\b(?:kids|child\w*|pupils|kind\w*|schüler\w*|enfants?|niñ[oa]s|under \w+|unter \w+)\b",
    re.IGNORECASE,
)
"""Who comes along for nothing where others pay for themselves."""
_HELPS = re.compile(
    r"\b(?:lends?|hands?|gives?|leih(?:t|en)|schenk(?:t|en)|gibt|geben|geeft|geven)"
    r" (?:us|uns|ons)\b"
    r"|\bnous (?:prêt|donn)e(?:nt)?\b|\bnos (?:presta|da)n?\b",
    re.IGNORECASE,
)
"""Who gives us something for nothing need not pay, and is no user."""
_US = re.compile(r"\b(?:me|us|mir|mich|uns|nous|moi|mij|ons|nos|mí)\b", re.IGNORECASE)

_PAYS = re.compile(
    r"\b(?:pays?|buys?|zahl(?:t|en)|bezahl(?:t|en)|kauf(?:t|en)|pai(?:e|ent)|payent|betaa?l(?:t|en)"
    r"|pagan?)\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"(?:(?i:the|an?|nobody who|le|la|les|de|het|el|los|las) [\w'’-]+|[Ll]['’]\w+"
    r"|(?:[Dd](?:er|ie|as)|[Ee]ine?) [A-ZÄÖÜ]"
    r"|(?:[\w'’-]+ ){1,4}(?:uses?|nutz(?:t|en)|benutz(?:t|en)|utilisent|gebruiken|usan)\b"
    r"|[\w'’-]+ tu(?:t|n) (?:der|die|das)"
    r"|[A-Z]\w+s (?!(?:of|with|in|at|from|who|that|and|or|over|past|without|on|for|near)\b)[a-z])"
)
"""How a clause begins that tells of others than those who pay."""

_ONE_AND_THE_SAME = re.compile(
    r"\b(?:they|themselves|own|each|whoever|everyone|everybody|that \w+"
    r"|who (?:takes?|uses?|brings?)"
    r"|wer|selber|selbst|jeder|chacun|ceux|iedereen|cada|also|too|sometimes|otherwise|else|except"
    r"|unless|auch|sonst|außer|nur beim|aussi|sauf|sinon|ook|behalve|también|salvo)\b",
    re.IGNORECASE,
)
"""Words by which those who pay use it as well, or are only some of those who pay."""


def pays_for_others(payer: str, user: str, price: str) -> bool:
    """Return whether the words say that those who pay are others than those who use it.

    `payer` is what was told of who pays, `user` and `price` are the answers. Either somebody is
    said to pay nothing, or one sentence sets the two against each other: "Nurses use it, the home
    pays". A payer who is only named may well be the user, called by another name.
    """
    denied = any(_denies_payment(answer) for answer in (user, price))
    return denied or _sets_against(payer)


def _denies_payment(answer: str) -> bool:
    return any(
        _PAYS_NOTHING.search(sentence)
        and not (_CHILDREN.search(sentence) or _HELPS.search(sentence))
        for sentence in sentences(answer)
    )


def _sets_against(payer: str) -> bool:
    clauses = [clause.strip() for clause in re.split(r"[,;:–]| but | aber | mais | pero ", payer)]
    paying = [clause for clause in clauses if _PAYS.search(clause)]
    others = [c for c in clauses if c not in paying and _OTHERS.match(c) and not _US.search(c)]
    return bool(others) and len(paying) == 1 and not _ONE_AND_THE_SAME.search(payer)
