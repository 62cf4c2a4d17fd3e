"""Who acts in a clause about how far it is: people and bodies outside, the founders and their kin,
or a thing.

Words about what was done are without number; that somebody outside did it is told by far fewer.
"""

from __future__ import annotations

import re

from artifacts.facts.grammar.sets import word_set
from artifacts.facts.grammar.tokens import Token
from artifacts.facts.reading.context import NEAR, Told
from artifacts.facts.reading.cues import Cues
from artifacts.facts.reading.trait_patterns import pattern
from artifacts.facts.reading.trait_payer_words import ORGANISATIONS, PEOPLE_PAY

_PEOPLE = word_set(
    "shift bergwacht"
    " leute leuten scouts pfadfinder pfadfindern landladies tagesmütter tagesmüttern zoo quarry"
    " guesthouse nursery nurseries landlord landlords landlady board troop stranger hospice charity"
    " firm hotel shop farmhouse household buyer hebamme verlag verlage dienst amt rat praxis verein"
    " vet vets farmer baker teacher nurse doctor matron master officer officers rep reps owner"
    " keeper grower skipper captain mayor priest pastor vicar warden head heads headteacher"
    " principal principals boss neighbour neighbor colleague colleagues chef chefs cook cooks"
    " dentist pharmacist midwife midwives tenant tenants guest guests pupil pupils student"
    " apprentice apprentices volunteer resident residents pensioner pensioners driver woman man"
    " person lady ladies class classes group groups crew crews team teams band bands ward wards"
    " household vineyard farm school clinic council club family village villages street station"
    " brewery bakery library libraries port harbour operator operators agent agents chairman"
    " chairwoman secretary treasurer sexton foreman clerk clerks curator curators conductor choirs"
    " regiment brigade estate estates rider surgery surgeries practice practices aunts mums dads"
    " nachbar nachbarn nachbarin freundeskreis gruppe gruppen klasse klassen familie frau mann"
    " kollege kollegen kollegin kolleginnen wirt wirtin bauer bauern bäuerin winzer winzern jäger"
    " jägern tierarzt tierärzte tierärzten arzt ärzte ärzten ärztin lehrer lehrern lehrerin bäcker"
    " bäckern metzger metzgern fahrer fahrern schüler schülern rentner rentnern rentnerin mieter"
    " mietern vermieter vermietern züchter züchtern imker imkern schäfer schäfern gärtner gärtnern"
    " fischer fischern förster förstern handwerker handwerkern pfarrer pfarrerin rektor rektorin"
    " bürgermeister bürgermeisterin ortsvorsteher vorstand vorstände vorständen gemeinderat"
    " stadtrat bauhof bauamt station stationen feuerwehr feuerwehren innung kammer hof höfen"
    " kindergarten kindergärten crew besatzung besatzungen kapitän kapitäne kapitänen leiter"
    " leiterin leiterinnen chef chefin chefs hausmeister küster wärter hebammen gemeinden dorf"
    " dörfer straße kita kitas heim senioren stammtisch elternabend kund kunde voisin voisine"
    " agriculteur agriculteurs maire boulanger mairie buurman buurvrouw boer boeren burgemeester"
    " vecino vecina vecinos alcalde alcaldesa tenderos"
)
_PLURAL_PEOPLE = re.compile(r"[a-z-]{3,}(?:ers|ors|ists|ians|men|women|folk|nants|dents|ees)")
_GERMAN_PEOPLE = re.compile(
    r"(?:stadt|gemeinde|wasser|klär|säge|kraft|heiz|gas|elektrizitäts|stahl|stein)werken?"
    r"|[a-zäöüß-]{2,}(?:innen|leute|leuten|frauen|männer|männern|kinder|kindern|eltern|wirte|wirten"
    r"|bauern|ärzte|ärzten|meister|meistern|vereine?n?|schulen?|klassen?|gemeinden?|pflegerin"
    r"|heime?n?|hospize?|kliniken?|kirchen?|kapellen?|wehr|wehren|büros?|verbände?n?|verband"
    r"|museen|museum|hotels?|pensionen|zentrum|zentren|theater|bibliotheken?|apotheken?|läden|laden"
    r"|verlags?|fabriken?|speditionen|spedition|agenturen|agentur|erei|ereien|kitas?|hort|horte"
    r"|kindergarten|krankenhaus|gasthaus|rathaus|wirtshaus|pfarrhaus|krankenkassen?"
    r"|redaktionen|redaktion|stiftungen|stiftung|sozialstation|sozialstationen|polizei|wirtschaft"
    r"|rat|räte|räten|amt|ämter|ämtern|praxis|praxen|betriebe?n?|höfen?|warte|warten|gruppen?|erin|istin|eurin|orin|entin|antin|ärztin|hebammen?|dienste?n?|verlage?n?)"
)
_ENGLISH_BODIES = re.compile(
    r"(?:bak|(?:micro)?brew|nurs|surg|groc|gall|monast|distill|cream|win|cann|fish|eat|refin|tann"
    r"|hatch|roast|smok|cid|patiss|chocolat|presbyt)er(?:y|ies)"
)
"""Bakeries, breweries, surgeries: most of what has the same ending is a thing, as jewellery is."""
_TITLES = word_set(
    "mr mrs ms miss dr frau herr herrn madame monsieur mevrouw señora señor doña don"
)
_THINGS = word_set(
    "pottery joinery geheimen heimen malerei spielerei schererei stickerei töpferei schusterei"
    " tischlerei werkstatt fensterladen fensterläden klappläden rollläden schubladen bleiberei"
    " sauerei letters numbers papers orders drawers posters stickers covers timers meters filters"
    " containers trailers rollers computers sensors motors doors floors colours colors errors"
    " mirrors winters summers quarters dinners corners others offers answers readers printers"
    " cookers burners boilers freezers showers flowers towers rivers borders shutters gutters"
    " counters matters dollars pointers layers fingers shoulders specimen rafters chargers trackers"
    " loggers scanners speakers heaters coolers propellers sliders fees trees bees coffees degrees"
    " knees accidents incidents documents students' rudders feeders planters letters' triggers"
    " vectors reactors indoors outdoors headers folders binders rulers hammers planers mixers"
    " fasteners"
)
_KIN = word_set(
    "mother father mum mam mom dad brother brothers sister sisters wife husband partner daughter"
    " daughters son sons nephew nephews niece nieces aunt uncle cousin cousins grandmother"
    " grandfather gran grandad friend friends mother-in-law father-in-law brother-in-law"
    " sister-in-law flatmate mutter vater bruder brüder schwester schwestern frau mann tochter"
    " töchter sohn söhne neffe nichte tante onkel cousine oma opa freund freundin freunde freunden"
    " cousins cousinen cousin famille familia famiglia"
    " freundinnen schwager schwägerin schwiegermutter schwiegervater familie family mère père frère"
    " sœur femme mari moeder vader broer zus madre padre hermano hermana"
)
_OWN = word_set(
    "my our mein meine meiner meinem meinen unser unsere unserer unserem unseren mon ma mes notre"
    " nos mijn ons onze mi mis nuestro nuestra nuestros nuestras"
)
_PLACE = word_set("in on at behind outside inside im auf am an hinter vor dans à op en")
_WITH = word_set(
    "with to from by bei mit an von beim zu zum of among between unter aux avec met bij con"
)
_DETERMINERS = word_set(
    "the a an one two three each every both his her their its same old new former first second"
    " der die das dem den des ein eine einen einem einer eines zwei drei jede jeder le la les l' un"
    " une leur het een el los las"
)
_NOT_ACTING = word_set("for für that who which where pour voor para whom deren wo per je")


def is_outsider(told: Told, index: int) -> bool:
    """Whether token `index` names people or a body outside, by its form or as one of those known,
    and not the place where something stands or lies.
    """
    token = told.source.tokens[index]
    if told.source.word(index - 1) in _TITLES and token.text.istitle():
        return True
    if token.kind != "word" or not _names_people(token, told.source.lexicon.language):
        return False
    if told.source.word(told.source.back(index - 1, _OF_OURS)) in _OWN:
        return False
    at = _noun_phrase_begins(told, index) - 1
    if told.source.word(at) in _GENITIVE:
        at = _noun_phrase_begins(told, at - 1) - 1
    return told.source.word(at) not in _PLACE


def _noun_phrase_begins(told: Told, index: int) -> int:
    """Return where the words begin that lead to the noun at `index`: "our old baker"."""
    at = index
    while at > index - 4 and _leads_to_noun(told.source.word(at - 1)):
        at -= 1
    return at


_GENITIVE = word_set("of du des vom van del")
"""Between a place and whose it is: "dans le four du boulanger"."""


def _leads_to_noun(word: str) -> bool:
    return word in _DETERMINERS or word in _OWN or word in _OF_OURS or word.endswith("'s")


_OF_OURS = word_set("own eigene eigenen eigener eigenem eigenes propre eigen propio propia")


def _names_people(token: Token, language: str) -> bool:
    word = token.lower
    if word in _KIN or word in _THINGS or word in _ANYBODY[language == "de"]:
        return False
    by_form = _GERMAN_PEOPLE if language == "de" else _PLURAL_PEOPLE
    if language == "en" and _ENGLISH_BODIES.fullmatch(word):
        return True
    if language == "de" and not token.text[0].isupper():
        return False
    known = word in _PEOPLE or word.removesuffix("s") in _PEOPLE
    return known or bool(by_form.fullmatch(word)) or _is_listed(word)


_ANYBODY = (frozenset({"people"}), frozenset({"people", "man"}))
"""Words for nobody in particular, in other languages and in German."""


def _is_listed(word: str) -> bool:
    return bool(pattern(ORGANISATIONS).fullmatch(word) or pattern(PEOPLE_PAY).fullmatch(word))


def outsiders_act(told: Told, first: int, last: int) -> bool:
    """Whether people outside act in the tokens from `first` to `last`, or something is done with
    them: "two crews have been on it", "coffee with nine headteachers".
    """
    if told.source.words(first, first + 2) in _THERE_IS:
        return False
    for index in range(first, last):
        word = told.source.word(index)
        if word in _NOT_ACTING:
            return False
        if is_outsider(told, index):
            return True
    return _counts_outsiders(told, first, last)


def _counts_outsiders(told: Told, first: int, last: int) -> bool:
    """Whether a clause opens with a number alone that stands for people named in front of it:
    "I went to see seven growers, four nodded".
    """
    number = told.source.number(first)
    if number is None or number.last >= last:
        return False
    following = told.source.tokens[number.last]
    if following.lower in _ADVERBS and number.last + 1 < last:
        return any(is_outsider(told, index) for index in range(max(first - NEAR, 0), first))
    counts_thing = following.text[0].isupper() or following.kind != "word"
    if counts_thing or (told.source.lexicon.language != "de" and following.lower not in _VERBS):
        return False
    return any(is_outsider(told, index) for index in range(max(first - NEAR, 0), first))


_ADVERBS = word_set("still already now noch schon inzwischen")
_VERBS = word_set(
    "of have has had would will want wanted said say like liked are were agreed nodded came signed"
    " asked took keep kept use used"
)


def names_kin(told: Told, first: int, last: int) -> bool:
    """Whether the founders' own people are named: "my nephew", and not "3 Partner"."""
    return any(
        told.source.word(index) in _KIN and not told.source.word(index - 1).isdigit()
        for index in range(first, last)
    )


def names_own_kin(told: Told, first: int, last: int) -> bool:
    """Whether somebody is named as the founder's own: "meiner Frau", not "three partners"."""
    return any(
        told.source.word(index) in _KIN and told.source.word(index - 1) in _OWN
        for index in range(first, last)
    )


def served_kin(told: Told, first: int, last: int) -> bool:
    """Whether something is done for the founders' own people: "bei unserer Tante"."""
    return any(
        told.source.word(index) in _KIN
        and not _FOR.isdisjoint(told.source.word(at) for at in range(max(index - 3, first), index))
        for index in range(first, last)
    )


_FOR = word_set("for at für bei beim pour chez voor para")


def outsiders_met(told: Told, first: int, last: int) -> bool:
    """Whether people outside stand behind a word of meeting: "with nine headteachers"."""
    if told.source.words(first, first + 2) in _THERE_IS:
        return False
    for index in range(first, last):
        if told.source.word(index) in _WITH:
            ahead = range(index + 1, min(index + 6, last))
            if any(is_outsider(told, at) for at in ahead):
                return True
    return False


_THERE_IS = frozenset({"there is", "there are", "es gibt", "il y", "hay una"})

LASTS = Cues(
    "still; immer noch; noch immer; toujours; nog steeds; todavía; twice; times; zweimal;"
    " dreimal; viermal; fünfmal; sechsmal; mehrmals; since; every; each; for a week; for a"
    " month; for a year; for weeks; for months; all summer; all winter; all spring; all autumn;"
    " all season; through the winter; through the summer; through the term; so far this year;"
    " daily; weekly; seit; jeden; jede; jedes; wöchentlich; täglich; sommer lang; winter lang;"
    " wochen lang; monate lang; wochenlang; monatelang; tage lang; depuis; chaque; sinds; elke;"
    " iedere; desde; cada; until; bis ende"
)
"""How long or how often something goes on."""


_ENGLISH_TIME = r"(?:days?|weeks?|months?|years?|quarters?|terms?|seasons?|weekends?|fortnights?"
_LONG = re.compile(
    rf" (?:for|over|all|throughout|through|during) (?:[^ ]+ ){{0,3}}?{_ENGLISH_TIME}"
    r"|summers?|winters?|spring|autumn|holidays|evenings?) "
    r"| (?:den|die|das|einen|eine|ein) (?:ganzen?|halben?|gesamten?|vollen?) [^ ]+ "
    r"| (?:tout l'|toute l'|tout le|toute la|hele|todo el|toda la) ?[^ ]+ "
)


def lasts(words: str) -> bool:
    """Whether a length of time is told by a season or a part of the year: "for the holidays", "den
    ganzen Juli".
    """
    return _LONG.search(words) is not None
