"""The noun that a number counts, and the measures among such nouns."""

from __future__ import annotations

from artifacts.facts.grammar.sets import word_set
from artifacts.facts.grammar.source import Source

MEASURES = word_set(
    "kg g mg t ton tons tonne tonnen tonnes tonnen km m cm mm mi mile miles meile meilen l liter"
    " litre litres liters litros litro ml acre acres hectare hectares hektar ha hectáreas hectaren"
    " ° c °c w kw kwh watt mb gb pound pounds lb lbs oz feet ft inches inch metres meters meter"
    " mètres metros m² qm grad degrees mbit dpi gramm grams grammes gramos kilo kilos kilometer"
    " kilometers kilometres kilomètres kilómetros toneladas"
)
_NOT_NOUNS = word_set(
    "of the a an and or to in on at by for from with is are was were be has have had do does"
    " did not no but if so then than that which who when as it its they we i you he she more"
    " less per each every all will would can could may must should out up still yet only also"
    " even just over under after before since because although while until into weil obwohl damit"
    " car puisque porque omdat want von der die das den dem des und oder"
    " zu im in an am auf bei für mit ist sind war waren hat haben hatte nicht aber wenn so"
    " dann als dass wer wie es sie wir ich er mehr weniger je pro alle wird werden kann können"
    " noch nur auch erst ab bis aus nach vor seit über unter durch vom zum zur beim ans ins"
    " ein eine einen de la le les des du et ou à au aux en dans sur pour par avec est sont a"
    " ont ne pas mais si que qui il elle nous je plus moins chaque sera het een en of te op"
    " bij voor met is zijn was waren heeft hebben niet maar als dan dat die er wij ik meer per"
    " van om uit naar el los las y o con por para es son no pero que se lo más cada del al"
    " entre ourselves myself themselves selbst nous-mêmes moi-même zelf nosotros nosotras propios"
    " propias fürs chacun chacune jeweils elk ieder apiece"
)
_IRREGULAR = word_set("people children men women sheep mice staff police salespeople craftspeople")


def noun_after(source: Source, index: int) -> tuple[str, int]:
    """Return the noun that a number in front of `index` counts, with the words between, and the
    index behind it.
    """
    language, sentence = source.lexicon.language, source.sentence(index - 1)
    found: list[str] = []
    at = source.skip_hyphen(index)
    for step in range(at, min(at + 4, len(source.tokens))):
        if _ends_noun(source, step, sentence, begun=bool(found)):
            break
        token = source.tokens[step]
        found.append(token.text)
        if token.lower in MEASURES and step == at:
            return token.text, step + 1
        if _is_head(token.text, language):
            return " ".join(found)[:80], step + 1
    if not found or language == "de":
        return "", index
    return found[0][:80], at + 1


def _ends_noun(source: Source, index: int, sentence: int, *, begun: bool) -> bool:
    """Whether token `index` cannot go on with a noun of `sentence`: it is no word of one, leads to
    a price, or, behind a noun that has begun, to the next count.
    """
    token = source.tokens[index]
    if token.kind != "word" or token.lower in _NOT_NOUNS or token.sentence != sentence:
        return True
    if token.text in ("Fr", "SFr", "CHF") and _is_number_behind(source, index):
        return True  # "ein halber Fr. 160"
    return begun and token.lower in source.lexicon.numbers


def _is_number_behind(source: Source, index: int) -> bool:
    behind = index + 1 + (source.word(index + 1) == ".")
    return behind < len(source.tokens) and source.tokens[behind].kind == "number"


def _is_head(word: str, language: str) -> bool:
    if language == "de":
        return word.rpartition("-")[2][:1].isupper()
    if language == "en":
        is_plural = word.endswith("s") and not word.endswith(("ss", "'s", "’s"))
        return is_plural or word.lower() in _IRREGULAR
    if language == "nl":
        return word.endswith(("en", "s"))
    return True
