"""Whether a text promises what the founder leaves out."""

from __future__ import annotations

import re
from itertools import takewhile
from operator import eq

from artifacts.checker import cues
from artifacts.checker.claims import Clause, Sentence
from artifacts.checker.comparisons.compounds import LANGUAGES, told_in_compounds
from artifacts.checker.comparisons.only_new import is_new, is_of_another_kind
from artifacts.checker.comparisons.others import denies_what_came_before
from artifacts.checker.comparisons.paying import SAY_LITTLE
from artifacts.checker.comparisons.ruled_out import NOT_OF_US, RuledOut
from artifacts.checker.cues.others import LEFT_TO_OTHERS
from artifacts.checker.irregular import is_compound_of
from artifacts.checker.kinds import TERMS
from artifacts.checker.knowledge import Knowledge
from artifacts.checker.stems import stem, stems_of, terms_of
from artifacts.checker.text import without
from artifacts.facts.grammar.sets import word_set


def does_what_is_left_out(sentence: Sentence, item: RuledOut, known: Knowledge) -> bool:
    """Return whether a sentence does what is ruled out: it shares its words, and does not deny
    them.
    """
    if denies_what_came_before(sentence) or _is_denied_too(sentence, item):
        return False
    if _is_done_elsewhere(sentence, known):
        return False
    parts: list[Sentence | Clause] = [sentence, *sentence.clauses]
    for part in parts:
        shared = item.stems & _stems_promised(part) | _in_compounds(part, item)
        if _denies(part) or not (shared or _is_compound_told(part, item)):
            continue
        if not is_of_another_kind(part, item, shared) and _tells(part, item, shared, known):
            return True
    if not item.stems & _DELIVERY:
        return False
    return _brings_home(sentence, known) or _by_courier(sentence, known)


def _by_courier(sentence: Sentence, known: Knowledge) -> bool:
    """Whether somebody whose trade it is brings what the founder speaks of, or brings it to those
    whom it is for, and not to us.
    """
    found = _COURIER.search(sentence.words)
    if found is None or sentence.negated:
        return False
    behind = sentence.words[found.end() :].split()[:_OBJECT]
    if _TO_US.intersection(behind):
        return False
    told = frozenset().union(*(s.stems for key in _OURS for s in known.told[key]))
    is_ours = stems_of(" ".join(behind), known.language) & told - SAY_LITTLE
    return bool(is_ours) or not _PRONOUNS.isdisjoint(behind)


_OBJECT = 6
"""Words behind a verb that say what is brought, and to whom."""
_OURS = ("idea", "target_user", "price", "first_version")
"""Answers that name what we make, and for whom."""
_TO_US = word_set("us uns nous ons nos")
_PRONOUNS = word_set("it them es sie ihn le la les het ze lo los las everything alles tout todo")
"""Words for what a sentence before it names."""
_COURIER = re.compile(
    r" (?:driver|courier|fahrer|fahrerin|kurier|bote|chauffeur|livreur|coursier|koerier|bezorger"
    r"|repartidor|mensajero) (?:[^ .,;]+ ){0,2}(?:brings?|takes|drops|carries|bringt|fährt|holt"
    r"|apporte|dépose|brengt|lleva) "
    r"| (?:bringt|fährt) (?:[^ .,;]+ ){0,2}(?:fahrer|fahrerin|kurier|bote) "
)


def _tells(
    part: Sentence | Clause, item: RuledOut, shared: frozenset[str], known: Knowledge
) -> bool:
    return (
        is_new(part, item)
        or _shares_most(part, item, shared)
        or _names_thing(part, item)
        or _tells_which(part, item, shared)
        or _shares_what_tells(part, item, shared, known)
    )


def _tells_which(part: Sentence | Clause, item: RuledOut, shared: frozenset[str]) -> bool:
    """Whether a text names a thing and what the founder says of it, and is not about paying: "no
    map on which somebody watches the lorry".
    """
    is_told = item.nouns <= shared and bool(item.context & part.stems)
    return is_told and not part.says(cues.PAYS)


def _is_denied_too(sentence: Sentence, item: RuledOut) -> bool:
    """Whether a part of a sentence leaves the same thing out, or to others: "..., the press itself
    sells none".
    """
    if sentence.says(LEFT_TO_OTHERS):
        return True
    return any(item.stems & clause.terms and _denies(clause) for clause in sentence.clauses)


def _is_done_elsewhere(sentence: Sentence, known: Knowledge) -> bool:
    """Whether a sentence that does not speak of us has a thing done by others ("auf anderen
    Höfen"), on an account, or not in what we make: "gebucht wird am Telefon, nicht im Heft".
    """
    if sentence.says(cues.OURSELVES):
        return False
    if _ELSEWHERE.search(sentence.words) or _OTHER_SENSE.search(sentence.words):
        return True
    found = _NOT_IN_IT.search(sentence.words)
    made = frozenset().union(*(s.stems for s in known.told["idea"]))
    return found is not None and bool(stems_of(found["what"], known.language) & made)


_ELSEWHERE = re.compile(
    r" (?:elsewhere|somewhere else|anderswo|woanders|ailleurs|elders|en otro lugar"
    r"|(?:at|in|on) other|(?:auf|in|bei) anderen"
    r"|(?:dans|chez) d' autres|(?:in|bij) andere|en otr[oa]s)"
    r"(?! (?:days?|times?|weeks?|months?|words|tagen|zeiten|wochen|monaten|worten)) "
)
"""Words by which something is done where we are not."""
_OTHER_SENSE = re.compile(
    r" auf (?:[^ .,;]+ ){0,3}konto (?:[^ .,;]+ ){0,4}gebucht "
    r"| (?:bucht|buchen) (?:[^ .,;]+ ){0,4}auf (?:[^ .,;]+ ){0,3}konto "
    r"| (?:ist|sind|war|waren) (?:[^ .,;]+ ){0,2}gebucht "
    r"| (?:beim|bei der|bei dem|bei den) [^ .,;]+ gebucht "
    r"| (?:reserves?|books?) (?:an|half an|one|two|a few) (?:hours?|day|days|evening|morning) "
)
"""Words by which money is booked, something is booked already or with others, or time is kept
free.
"""
_NOT_IN_IT = re.compile(
    r" , (?:nicht|not|pas|niet) (?:im|in|in der|in dem|auf der|on|in the|on the|dans|sur|op)"
    r" (?P<what>(?:[^ .,;]+ ){1,2})"
)
"""A clause by which something is done, but not in something."""


def _brings_home(sentence: Sentence, known: Knowledge) -> bool:
    """Whether something is brought to somebody's door by others than those whom it is for, and is
    not denied right before.
    """
    found = sentence.find(cues.BRINGS_HOME)
    if found is None:
        found = _TO_A_HOME.search(sentence.words)
        if found and _are_customers(sentence.words[: found.start()], known):
            return False
    if found is None:
        return False
    before = sentence.words[: found.start()].split()[-_NEAR:]
    return not cues.NEGATION(f" {' '.join(before)} ")


def _are_customers(before: str, known: Knowledge) -> bool:
    """Whether those whom it is for stand in front of a verb, as the ones who bring something."""
    subject = f" {before.rpartition(',')[2].strip()} "
    theirs = frozenset().union(*(s.stems for s in known.told["target_user"])) - SAY_LITTLE
    is_theirs = _CUSTOMERS(subject) or stems_of(subject, known.language) & theirs
    return bool(is_theirs) and not cues.OURSELVES(subject)


_CUSTOMERS = cues.Cue("""
    customer*, client*, buyers, they, kunden, kundin, kundinnen, der kunde, sie, ils, elles
    klant*, ze, ellos, ellas
    """)
_NEAR = 6
"""Words in front of a phrase in which it may be denied."""
_TO_A_HOME = re.compile(
    r" (?:brings?|brought|delivers?|delivered|drops?|dropped)(?: [^ .,;]+){0,6} (?:to|at)"
    r"(?: [^ .,;]+){0,3} (?:homes?|doors?|doorsteps?|houses?|address) "
    r"| (?:bringt|bringen|liefert|liefern)(?: [^ .,;]+){0,6} (?:ins haus|vor die tür|zum kunden"
    r"|zur kundin|zu den kunden) "
    r"| (?:livre|livrent|livrons|apporte|apportent|apportons)(?: [^ .,;]+){0,6} chez (?!nous )"
    r"| (?:brengt|brengen|levert|leveren)(?: [^ .,;]+){0,6} (?:thuis|naar huis|bij de klant) "
    r"| (?:lleva|llevan|llevamos|entrega|entregamos)(?: [^ .,;]+){0,6} a (?:casa|su casa) "
)
"""Words by which something is brought to where somebody lives."""


_INSTEAD = re.compile(
    r" (?:instead of|rather than|statt|anstatt|anstelle|au lieu d[eu']|in plaats van|en vez de) .*"
)


def _stems_promised(part: Sentence | Clause) -> frozenset[str]:
    """Return the stems of a text without those of what it puts something else in the place of."""
    behind = _INSTEAD.search(part.words)
    if behind is None:
        return part.terms | part.stems
    source = part.sentence.source if isinstance(part, Clause) else part.source
    promised = part.words[: behind.start()]
    language = source.lexicon.language
    return terms_of(promised, language) | stems_of(promised, language)


def _in_compounds(part: Sentence | Clause, item: RuledOut) -> frozenset[str]:
    """Return the stems of the item that compounds of a text hold."""
    language = item.clause.sentence.source.lexicon.language
    if language not in LANGUAGES:
        return frozenset()
    promised = without(_INSTEAD, part.words).split()
    return item.stems & told_in_compounds(item.words, promised, language)


def _denies(part: Sentence | Clause) -> bool:
    return part.says(cues.NEGATION) and cues.NEGATION(
        without(_NOT_THE_THING, without(_INSTEAD, part.words))
    )


_NOT_THE_THING = re.compile(
    r" (?:so as|in order) not to | um (?:[^ .,;]+ ){0,4}nicht zu | pour ne pas | om niet te "
    r"| para no (?=[^ .,;]+[aei]r )"
    r"| (?:that|which|who) (?:[^ .,;]+ ){0,3}(?:does not|do not|doesn't|don't) (?:want|need) "
    r"| (?:dont|que) (?:[^ .,;]+ ){1,4}ne (?:veut|veulent) pas "
    r"| que (?:[^ .,;]+ ){0,3}no (?:quiere|quieren|necesita|necesitan) "
)
"""Denials of what something is done for, or of who wants it: "the boards that nobody wants"."""


def _shares_most(part: Sentence | Clause, item: RuledOut, shared: frozenset[str]) -> bool:
    """Whether a text has most words of the item, or of the founder's sentence around it."""
    if len(shared) > 1 and (item.nouns <= shared or len(shared) * 2 >= len(item.stems)):
        return True
    whole = item.stems | item.clause.sentence.terms
    return len(whole & part.terms) > 2 and len(whole & part.terms) * 2 > len(whole)


def _names_thing(part: Sentence | Clause, item: RuledOut) -> bool:
    """Whether a text names a thing in the founder's words or in forms of all of them."""
    if not item.is_thing:
        return False
    if len(item.stems) > 1 and all(_begins_one(one, part.terms) for one in item.stems):
        return True
    return _has_its_phrase(part, item) or _is_compound_told(part, item)


def _is_compound_told(part: Sentence | Clause, item: RuledOut) -> bool:
    """Whether a text takes apart a compound that names the thing, or makes one of its words."""
    if item.clause.sentence.source.lexicon.language not in ("de", "nl"):
        return False
    if any(is_compound_of(word, part.stems) for word in item.words):
        return True
    words = part.words.split()
    return len(item.stems) > 1 and any(is_compound_of(word, item.stems) for word in words)


def _shares_what_tells(
    part: Sentence | Clause, item: RuledOut, shared: frozenset[str], known: Knowledge
) -> bool:
    """Whether the one word that a text shares with the item is enough to tell it."""
    is_named = item.is_thing and item.nouns <= shared and not _lacks_its_kind(item, shared)
    if not is_named and not part.says(cues.ALSO):
        return False
    if not _has_its_word(part, item, shared):
        return False
    return _rare(shared, item, known) or _repeats_rare_word(part, item, known)


def _lacks_its_kind(item: RuledOut, shared: frozenset[str]) -> bool:
    """Whether a text has a thing without the adjective that tells which is left out: "no electronic
    lock" is no ban on locks.
    """
    if item.clause.sentence.source.lexicon.language != "de":
        return False
    words = [word for word in item.words if word.isalpha()]
    is_short = len(words) <= _ADJECTIVE_AND_NOUN and len(item.stems) == _ADJECTIVE_AND_NOUN - 1
    return is_short and len(item.nouns) == 1 and len(shared) == 1


_ADJECTIVE_AND_NOUN = 3
"""Words of "kein elektronisches Schloss"."""


def _repeats_rare_word(part: Sentence | Clause, item: RuledOut, known: Knowledge) -> bool:
    """Whether a text has a word of the item as it is that the founder has nowhere else: who does
    not "winterize" may well speak of the winter.
    """
    own = {word for word in item.words if len(word) >= _RARE_LEAST}
    return any(
        item.clause.sentence.names_of(word) & item.stems
        and sum(_has_word(sentence, word) for sentence in known.sentences) == 1
        for word in own.intersection(part.words.split())
    )


def _has_word(sentence: Sentence, word: str) -> bool:
    """Whether a sentence has a word, or one of which it is the plural."""
    return f" {word} " in sentence.words or (
        word.endswith("s") and f" {word[:-1]} " in sentence.words
    )


_RARE_LEAST = 6
"""The least letters of a word that alone names what is left out."""


def _begins_one(stem: str, others: frozenset[str]) -> bool:
    """Whether a stem is one of others or begins one: who sharpens no skates serves no skaters."""
    return stem in others or (
        len(stem) >= _TELLS and any(other.startswith(stem) for other in others)
    )


_TELLS = 5
"""Letters of a stem that may begin another one."""
_DELIVERY = frozenset(("delivery",))


def _has_its_word(part: Sentence | Clause, item: RuledOut, shared: frozenset[str]) -> bool:
    """Whether a word of the item stands in the text, or a kind of what it names, and not only one
    whose stem begins alike.
    """
    own = [word for word in item.words if len(word) >= _WORD_LEAST]
    words = [word for word in part.words.split() if len(word) >= _WORD_LEAST]
    if any(_are_forms(one, other) for one in words for other in own):
        return True
    if item.clause.sentence.source.lexicon.language == "de" and _has_its_verb(words, own):
        return True
    return bool(shared & TERMS or _in_compounds(part, item))


def _has_its_verb(words: list[str], own: list[str]) -> bool:
    """Whether a German text has the participle of a verb in the item, or of its noun: "kein
    Röntgen", "wird geröntgt"; "Füllungen", "gefüllt".
    """
    roots = {stem(word, "de") for word in own}
    return any(stem(word, "de") in roots for word in words if "ge" in word[:_PARTICIPLE])


_PARTICIPLE = 8
"""Letters in which the "ge" of a participle stands, behind its prefix: "zurückgegeben"."""


def _are_forms(one: str, other: str) -> bool:
    """Whether two words differ in their endings alone."""
    alike = len(list(takewhile(bool, map(eq, one, other))))
    if alike >= _ROOT and {one[alike:], other[alike:]} & (_OF_DOING | _OF_PEOPLE):
        return True
    return alike >= max(_WORD_LEAST, max(len(one), len(other)) - _ENDING)


_WORD_LEAST = 3
_ROOT = 5
_OF_DOING = frozenset(("ation", "ations", "tion", "ung", "ungen"))
"""What makes a noun of doing something: "répare", "réparation"."""
_OF_PEOPLE = frozenset(("leute", "leuten", "kunden", "person", "personen", "haushalte", "lui"))
"""What makes those of a word: "Private", "Privatleute"."""
_ENDING = 4
"""Letters in which two forms of a word may differ at their end."""


def _has_its_phrase(part: Sentence | Clause, item: RuledOut) -> bool:
    """Whether the words of the item stand in the text as they are: "no time sheets", "the time
    sheets".
    """
    words = item.clause.words.split()
    if words and cues.NO_THING.begin(f" {words[0]} "):
        words = words[1:]
    return len(words) > 1 and f" {' '.join(words)} " in part.words


def _rare(shared: frozenset[str], item: RuledOut, known: Knowledge) -> bool:
    """Whether a single word tells what was ruled out: the founder uses it for nothing else."""
    if not shared - SAY_LITTLE:
        return False
    uses = [
        clause
        for key, sentences in known.told.items()
        if key not in NOT_OF_US
        for sentence in sentences
        for clause in sentence.clauses
        if shared & clause.terms
        and not clause.says(cues.NEGATION)
        and not clause.sentence.says(cues.NEGATION)
        and not (clause.sentence is item.clause.sentence and clause.stems <= item.stems)
    ]
    return not uses
