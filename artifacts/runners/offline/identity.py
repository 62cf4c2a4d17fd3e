"""How a project is introduced in a sentence."""

from __future__ import annotations

import re

from artifacts.runners.offline import lexicon
from artifacts.runners.offline.context import Context
from artifacts.runners.offline.voice import Words, lower_first, words_of

_VOWEL_SOUND = re.compile(r"(?:[aeio]|u(?!s|ni|til)|(?:[AEFHILMNORSX](?:[A-Z]|s?\b)))")


def introduce(ctx: Context) -> str:
    """Return "Shelfwise is an inventory tracker for small shops." where the idea allows it, else the idea quoted."""
    idea = ctx.words["idea"]
    if not idea:
        return ""
    described = _description(idea)
    if described:
        return ctx.say("{name} is {described}.", described=described)
    if idea.text.casefold().startswith(ctx.name.casefold()):
        return ctx.say("This is what we set out to make: {idea}.", idea=idea.quote(300))
    return ctx.say("{name}, in our own words: {idea}.", idea=idea.quote(300))


def _description(idea: Words) -> str:
    if not idea.phrase:
        return ""
    text = lower_first(idea.text.rstrip(" .,"))
    tokens = [token.casefold() for token in words_of(text)]
    if tokens[0] in ("a", "an", "the"):
        return text
    head = next((tokens[i - 1] for i, token in enumerate(tokens) if token in lexicon.HEAD_ENDS and i), tokens[-1])
    if head in lexicon.UNCOUNTED:
        return text
    if head not in lexicon.PRODUCTS or tokens[0] in lexicon.SINGULAR_OPENERS:
        return ""
    return f"{'an' if _VOWEL_SOUND.match(text) else 'a'} {text}"
