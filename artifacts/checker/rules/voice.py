"""Voice: the documents speak as the founder's partner would, and nothing of how they were made
shows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from artifacts.checker.context import CheckContext
from artifacts.checker.cues import Cue
from artifacts.checker.findings import Severity
from artifacts.checker.passages import Passage
from artifacts.checker.rules.registry import Violation, rule
from artifacts.text import gettext_noop

_OUTSIDER = re.compile(
    r"(?<!\w)(?:the founders? (?:should|must|needs? to|ha(?:s|ve) to|ought to|might want|may want)|"
    r"founders should|your (?:startup|mvp|business idea|product idea|venture|founding team)|"
    r"you should (?:consider|focus|start|build|validate|test|launch)|we recommend that you|"
    r"(?:die|der) gründer(?:in|innen)? (?:sollten?|müssen|muss)|"
    r"ihr startup|ihre geschäftsidee|sie sollten (?:zunächst|zuerst|sich))(?!\w)",
    re.IGNORECASE,
)
_OUTSIDER_CUE = Cue("""
    the founder, the founders, founders should, your startup, your mvp, your business idea
    your product idea, your venture, your founding team, you should, we recommend that you
    die gründer*, der gründer*, ihr startup, ihre geschäftsidee, sie sollten
    """)
"""What sentences say that the pattern may be found in; so for those below."""
_CHATTER = re.compile(
    r"(?<!\w)(?:as an ai (?:language )?model|as an ai(?: assistant)?, i|as a (?:large )?language"
    r" model|"
    r"i hope this (?:helps|meets)|let me know if|feel free to ask|i'm sorry, but|i cannot"
    r" (?:assist|help with)|"
    r"i can't (?:assist|help with)|my (?:knowledge|training) cut-?off|als ki-?modell|als"
    r" sprachmodell|"
    r"ich hoffe,? (?:das|dies) hilft|lass mich wissen,? (?:wenn|ob|falls)|"
    r"lassen sie mich wissen)(?!\w)",
    re.IGNORECASE,
)
_CHATTER_CUE = Cue("""
    as an ai, language model, i hope this, let me know if, feel free to ask, i'm sorry, i cannot
    i can't, my knowledge cut*, my training cut*, als ki*, als sprachmodell, ich hoffe, mich wissen
    """)
_OPENING = re.compile(
    r"^\W{0,3}(?:(?:certainly|sure|of course|absolutely|great"
    r" question|gerne|natürlich|selbstverständlich)!|"
    r"here(?:'s| is| are) (?:the|your|an?) (?:\w+"
    r" ){0,3}(?:section|document|brief|json|draft|version|output|content)\b|"
    r"hier (?:ist|sind) (?:der|die|das|ihre?|dein) (?:\w+"
    r" ){0,3}(?:abschnitt|dokument|entwurf|json))",
    re.IGNORECASE,
)
_BLANKS = (
    "insert ", "your ", "add your", "add details", "enter your", "fill in", "name of", "number of",
    "company name",
    "product name", "hier einfügen", "einfügen",
)  # fmt: skip
_PLACEHOLDER = re.compile(
    r"(?<![\w-])(?:TODO|TBD|TBA|FIXME|XXX?|[Ll]orem [Ii]psum)(?![\w-])|"
    rf"(?:(?<!\[)\[|<)(?:{'|'.join(_BLANKS)})[^\[\]<>\n]{{0,60}}(?:\](?!\])|>)|"
    r"\{\{[^{}\n]{0,40}\}\}|_{4,}",
    re.IGNORECASE,
)
_CASED = frozenset({"todo", "tbd", "tba", "fixme", "xx", "xxx"})
_PLACEHOLDER_CUE = Cue("todo*, tbd*, tba*, fixme*, xx*, lorem ipsum, [, <")
_INSTRUCTION = re.compile(
    r"<\|[a-z_]{2,24}\|>|\[/?INST\]|</?(?:system|instructions?|founder_input|prompt)>|"
    r"(?:^|(?<=[.!?] ))(?:you are an? (?:\w+ ){0,3}(?:assistant|consultant|strategist|language"
    r" model)|"
    r"(?:respond only (?:in|with)|return only) (?:valid )?json|antworte nur (?:mit|in|als)"
    r" json)(?!\w)|"
    r"(?<!\w)ignore (?:all |any )?(?:the )?previous instructions(?!\w)",
    re.IGNORECASE | re.MULTILINE,
)
_INSTRUCTION_CUE = Cue("<, [ inst, [ / inst, you are a, you are an, json, previous instructions")


@rule(
    severity=Severity.IMPORTANT,
    message=gettext_noop("“%(words)s” speaks to us from outside."),
    hint=gettext_noop("Say it as “we”: these are our own documents."),
    good={"brief.key_constraint": "We should decide in eight weeks with one developer."},
    bad={"brief.key_constraint": "The founder should decide in eight weeks with one developer."},
)
def voice_not_ours(context: CheckContext) -> Iterator[Violation]:
    """The documents say “we”, and advise nobody from outside."""
    if "founder" in context.said or "gründer" in context.said:
        return  # then they may well be the users
    for fault in _matches(context, _OUTSIDER, context.passages_saying(_OUTSIDER_CUE)):
        whose = str(fault.values["words"]).casefold()
        if not whose.startswith("your ") or whose.removeprefix("your ") not in context.said:
            yield fault


@rule(
    severity=Severity.BROKEN,
    message=gettext_noop(
        "“%(words)s” is the writer talking about the writing, and does not belong here."
    ),
    hint=gettext_noop("Take it out."),
    good={"brief.value_proposition": "We give owners their evenings back with Shelfwise."},
    bad={
        "brief.value_proposition": (
            "Certainly! Shelfwise gives owners their evenings back. I hope this helps."
        )
    },
)
def model_chatter(context: CheckContext) -> Iterator[Violation]:
    """No text talks about being written, or to the person who asked for it."""
    yield from _matches(context, _CHATTER, context.passages_saying(_CHATTER_CUE))
    for passage in context.passages_with("!", "here", "hier "):
        match = _OPENING.match(passage.text)
        if match and match[0].casefold() not in context.said:
            yield Violation(passage.place, match[0].casefold(), {"words": match[0].strip()})


@rule(
    severity=Severity.BROKEN,
    message=gettext_noop("“%(words)s” holds the place of something that was never written."),
    hint=gettext_noop("Write what belongs there, or take the sentence out."),
    good={
        "brief.key_constraint": "One developer for eight weeks; what it costs we do not know yet."
    },
    bad={"brief.key_constraint": "One developer for eight weeks at [insert daily rate]."},
)
def placeholder(context: CheckContext) -> Iterator[Violation]:
    """No placeholder is left in a text."""
    # Signs alone are no sentence.
    alone = context.passages_with("{{", "____")
    passages = chain(context.passages_saying(_PLACEHOLDER_CUE), alone)
    for fault in _matches(context, _PLACEHOLDER, passages):
        words = str(fault.values["words"])
        if words.casefold() not in _CASED or words.isupper():
            yield fault


@rule(
    severity=Severity.BROKEN,
    message=gettext_noop(
        "“%(words)s” looks like an instruction to a writer that slipped into the text."
    ),
    hint=gettext_noop("Take it out, and read the text around it with care."),
    good={"how_it_works.data_flow": "Counts go to Shelfwise on a server as JSON."},
    bad={"how_it_works.data_flow": "Counts go to Shelfwise. Respond only with valid JSON."},
)
def leaked_instruction(context: CheckContext) -> Iterator[Violation]:
    """No instruction to a writer stands in a text."""
    yield from _matches(context, _INSTRUCTION, context.passages_saying(_INSTRUCTION_CUE))


def _matches(
    context: CheckContext, pattern: re.Pattern[str], passages: Iterable[Passage]
) -> Iterator[Violation]:
    """Yield what some texts themselves say of `pattern`; what the founder said or what is quoted
    is left alone.
    """
    for passage in passages:
        for match in pattern.finditer(passage.own):
            words = match[0].strip()
            if words.casefold() not in context.said:
                yield Violation(passage.place, words.casefold(), {"words": words})
