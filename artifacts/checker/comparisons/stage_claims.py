"""How far the project is, and whether a text has more happen than the founder says."""

from __future__ import annotations

import re

from artifacts.checker import cues
from artifacts.checker.claims import Clause, Sentence
from artifacts.checker.comparisons.paying import SAY_LITTLE
from artifacts.checker.knowledge import Knowledge
from artifacts.facts.grammar.matches import NumberMatch

_BEFORE_CUSTOMERS = frozenset({"idea", "talks", "prototype"})
_DONE = r"(?:paid|prepaid|signed|ordered|pre-ordered|subscribed|bought|booked|committed|enrolled)"
_GETAN = r"(?:bestellt|vorbestellt|bezahlt|unterschrieben|unterzeichnet|gekauft|gebucht|abonniert)"
_HAPPENED = re.compile(
    rf" (?:have|has) (?:already |now |all |both |since )*{_DONE} "
    rf"| already (?:pay|pays|use it|uses it|subscribe|subscribes|buy|buys|{_DONE}) "
    r"| (?:pay|pays|subscribe|subscribes|uses? it|use the [^ ]+|uses the [^ ]+)"
    r" (?:[^ .;]+ ){0,4}already "
    r"| (?:use|uses) (?:it|the [^ ]+) (?:[^ .;]+ ){0,3}(?:every|each) (?:day|week|month|morning) "
    r"| (?:are|is) (?:already |now )+(?:[^ .;]+ ){0,2}customers? | paying customers "
    r"| we (?:have )?(?:already )?sold (?:[^ .;]+ ){1,4}(?:last|since|so far) "
    rf"| (?:haben|hat) (?:[^ .;]+ ){{0,7}}(?:schon|bereits) (?:[^ .;]+ ){{0,5}}{_GETAN} "
    r"| (?:sind|ist) (?:[^ .;]+ ){0,2}(?:schon|bereits|längst) (?:[^ .;]+ ){0,3}kund(?:en|in|e) "
    r"| (?:zahlen|zahlt|nutzen|nutzt|arbeiten|arbeitet|rechnen|rechnet|verwenden|verwendet)"
    r" (?:[^ .;]+ ){0,3}(?:schon|bereits|täglich|seit) (?:[^ .;]+ )"
)
"""What only somebody with customers can say."""
_NOT_OF_THEM = re.compile(
    r" (?:we|i|who|that|which|founders?|ourselves|wir|ich|die|der|das|denen|gründer(?:in)?)"
    r" (?:have|has|haben|hat) "
)
"""What we have done, and what those are told by who have done it."""
_SOME_DAY = re.compile(
    r" (?:after|once|when|as soon as|until|before|if|unless|nach|nachdem|sobald|wenn|bis|bevor"
    r"|falls|nobody|none|no|not|become|becomes|could|might|keine?|kein|niemand|nicht|noch) "
)
_IN_THE_PAST = {
    "de": re.compile(r" (?:haben|hat|hatte|hatten|wurden?|waren?|bereits|schon) "),
    "": re.compile(
        r" (?:had|was|were|did|already) "
        r"| (?:have|has) (?:(?:already|now|all|both|since|been) )*"
        r"(?:[^ ]+(?:ed|en|ght|wn|ne|nt|lt|pt|ld|ut|un|ung|ood)|made|paid|become|come|met|read) "
    ),
}
"""Verbs of what has happened, by language; in German "was" is "what". A door that has a lock has
done nothing.
"""
_ONLY_IDEA = cues.Cue("""
    only an idea, just an idea, no more than an idea, nothing but an idea, nur eine idee
    bloß eine idee, nicht mehr als eine idee, qu' une idée, slechts een idee, sólo una idea
    """)


def stage_differs(known: Knowledge, sentence: Sentence) -> str:
    """Return what the founder said of how far they are, where a sentence has more happen, or has
    nothing be there yet; else "".
    """
    reached = known.sheet.stage
    if not reached.value:
        return ""
    stage = reached.value.stage
    told = " ".join(s.text for s in known.told["stage"]) or reached.said[0].text
    if stage != "idea" and sentence.says(_ONLY_IDEA) and not sentence.negated:
        return told
    if _is_no_deed_of_theirs(sentence):
        return ""
    if stage in _BEFORE_CUSTOMERS and _happened_unsaid(known, sentence):
        return told
    return _happened_though_denied(known, sentence)


def _is_no_deed_of_theirs(sentence: Sentence) -> bool:
    """Whether a sentence tells what we have done, or what is to happen some day."""
    if sentence.says(cues.CONDITIONAL) or sentence.says(cues.LATER):
        return True
    if _WHOEVER.begin(sentence.words):
        return True
    words = sentence.words
    return bool(_SOME_DAY.search(words) or _NOT_OF_THEM.search(words))


_WHOEVER = cues.Cue("whoever, wer, quiconque, wie, quien, quienes")
"""Who begins a sentence on anybody: "wer 25 Stück hat, zahlt ..."."""


def _happened_unsaid(known: Knowledge, sentence: Sentence) -> bool:
    """Whether a sentence has somebody pay, sign or use it, which the founder says of nobody."""
    found = _HAPPENED.search(sentence.words)
    if found is None:
        return False
    done = sentence.stems_of(found.group())
    told = [s for key in ("stage", "evidence") for s in known.told[key]]
    counted = {n.value for n in sentence.each(NumberMatch)}
    if any(n.value in counted for s in told if not s.negated for n in s.each(NumberMatch)):
        return False  # so many have done something, in whatever words
    return not any(done & s.stems for s in told if not s.negated)


def _happened_though_denied(known: Knowledge, sentence: Sentence) -> str:
    """Return where the founder says that it has not happened: "not one lift yet"."""
    language = sentence.source.lexicon.language
    in_the_past = _IN_THE_PAST.get(language, _IN_THE_PAST[""])
    if sentence.negated or not in_the_past.search(sentence.words):
        return ""
    for told in known.told["stage"]:
        for clause in told.clauses:
            denied = _denied_in(clause)
            if denied & sentence.stems and not denied - sentence.stems - _SAME_DEED:
                return told.text
    return ""


_SAME_DEED = SAY_LITTLE
_SHORT = 7
"""Most words of a clause that does nothing but deny a deed."""


def _denied_in(clause: Clause) -> frozenset[str]:
    """Return the stems of what a short clause says has not happened."""
    is_short = clause.last - clause.first <= _SHORT
    if not is_short or not clause.says(cues.NEGATION):
        return frozenset()
    return clause.stems
