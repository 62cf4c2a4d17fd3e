"""The phrases that tell how many people work on it, in five languages."""

from __future__ import annotations

import re

from artifacts.facts.grammar.sets import word_set
from artifacts.facts.reading.cues import Cues

_RELATIVES = {
    "en": (
        "brother sister wife husband father mother dad mum mom partner friend colleague nephew"
        " niece cousin son daughter uncle aunt co-founder cofounder neighbour neighbor flatmate"
        " brother-in-law sister-in-law father-in-law mother-in-law"
    ),
    "de": (
        "bruder schwester frau mann vater mutter partner partnerin freund freundin kollege kollegin"
        " neffe nichte cousin cousine sohn tochter onkel tante schwager schwägerin mitgründer"
        " mitgründerin nachbar nachbarin schwiegervater schwiegermutter mitbewohner mitbewohnerin"
        " verlobte verlobter"
    ),
    "fr": (
        "frère sœur soeur femme mari père mère associé associée ami amie collègue neveu nièce"
        " cousin cousine fils fille oncle tante compagnon compagne beau-frère belle-sœur conjoint"
        " conjointe voisin voisine"
    ),
    "nl": (
        "broer zus vrouw man vader moeder vriend vriendin collega neef nicht zoon dochter oom tante"
        " compagnon zwager schoonzus buurman buurvrouw partner"
    ),
    "es": (
        "hermano hermana esposa esposo marido mujer padre madre papá mamá socio socia amigo amiga"
        " colega primo prima hijo hija tío tía cuñado cuñada sobrino sobrina vecino vecina"
        " compañero compañera pareja novio novia"
    ),
}
_OF = {language: f"(?:{'|'.join(words.split())})" for language, words in _RELATIVES.items()}
_DOES = {
    "en": r"(?:does|keeps|packs|drives|codes|writes|handles|runs|makes|answers|cooks|sews|draws)",
    "de": r"(?:macht|packt|fährt|schreibt|programmiert|kocht|näht|zeichnet|führt|kümmert)",
}
"""What somebody does of the work."""
_ME_AND_ONE = (
    r"(?:it is|it's|that is|that's) (?:just |only )?me and (?!my|the \w+s\b|a lot|two|three|four"
    r"|five|some)(?:an? )?(?:\w+ )?\w+(?= ?[.,;:]|$)"
)
"""The teller and one more: "it's me and Jase"."""
PAIR = re.compile(
    r"(?<!\w)(?:"
    + "|".join(
        (
            rf"my (?:\w+ ){{0,2}}{_OF['en']} (?:\w+ ){{0,3}}and (?:i|me|myself)",
            rf"(?:i|me) and my (?:\w+ ){{0,2}}{_OF['en']}",
            _ME_AND_ONE,
            rf"meine? (?:\w+ )?{_OF['de']} und ich",
            rf"ich und meine? (?:\w+ )?{_OF['de']}",
            rf"meine? {_OF['de']} ist [^.,;:]{{3,30}} und ich bin",
            rf"(?:i|i'm|i'll) [^.;:]{{3,60}}?(?:,| and|, and) my {_OF['en']} {_DOES['en']}",
            rf"ich [^.;:]{{3,60}}?(?:,| und|, und) meine? {_OF['de']} {_DOES['de']}",
            rf"my {_OF['en']} is [^.,;:]{{3,30}} and (?:i am|i'm)",
            rf"(?:mon|ma) {_OF['fr']} et moi",
            rf"moi et (?:mon|ma) {_OF['fr']}",
            rf"mijn {_OF['nl']} en ik",
            rf"ik en mijn {_OF['nl']}",
            rf"mi {_OF['es']} y yo",
            rf"yo y mi {_OF['es']}",
        )
    )
    + r")(?!\w)"
)
_N = r"([\w-]{1,15})"
TEAM = re.compile(
    r"(?<!\w)(?:"
    + "|".join(
        (
            rf"only {_N} (?:of us )?(?:work|do|are on)",
            rf"(?:between|among) (?:the|us|all) {_N}(?: of us)?",
            rf"{_N} of us",
            rf"we(?: are|'re) (?:a team of |about )?{_N}",
            rf"us {_N}(?! [a-z])",
            rf"a team of {_N}",
            rf"(?:so|thus|that makes|making) {_N} (?:people|persons)",
            rf"{_N} (?:people|persons) (?:in all|altogether|all told|in total)",
            rf"{_N} (?:leute|personen) insgesamt",
            rf"wir sind (?:zu |ein team von |ein team aus )?{_N}",
            rf"{_N} sind wir",
            r"zu (zweit|dritt|viert|fünft|sechst)",
            r"wir (zwei|drei|vier|fünf)(?! [A-ZÄÖÜ])",
            r"uns (zweien|dreien|vieren|fünfen|drei|vier|fünf)(?! [a-zäöü])",
            rf"(?:die )?arbeit machen {_N}",
            rf"(?:arbeiten|machen) tun (?:es |das |nur |davon )*{_N}",
            rf"the work is done by (?:only )?{_N}",
            rf"{_N} (?:of them |of us )?do the work",
            rf"{_N} (?:font|d'entre nous font) le travail",
            rf"het werk doen (?:er )?{_N}",
            rf"el trabajo lo hacen {_N}",
            rf"nous sommes (?:une équipe de )?{_N}",
            rf"on est {_N}",
            r"nous (deux|trois|quatre)",
            r"à (deux|trois|quatre)",
            rf"(?:wij|we) zijn (?:met |met z'n |met zijn )?{_N}",
            rf"met (?:z'n|zijn) {_N}",
            r"(?:wij|ons) (twee|drie|vier|vijf|drieën|vieren|vijven)",
            rf"somos (?:un equipo de )?{_N}",
        )
    )
    + r")(?!\w)"
)
NAMED = re.compile(
    r"(?<!\w)(?!(?:You|They|He|She|And|But|Then|Both|So)\b)(?:[A-Z]\w{1,20}, ){0,4}[A-Z]\w{1,20}"
    r" (?:and (?:I|me)|und ich|et moi|en ik|y yo)(?!\w)"
)
BOTH = re.compile(
    r"(?<!\w)(?:we both|both of us|the pair of us|us two|wir beide|uns beide|nous deux|wij beiden"
    r"|nosotros dos|nosotras dos)(?!\w)"
)
COUNTED_AND_I = re.compile(
    rf"(?<!\w){_N} (?P<noun>[^\W\d_]{{3,20}}(?: [^\W\d_]{{2,20}}){{0,2}})"
    r" (?:and me|and myself|et moi"
    r"|(?:and i|und ich|en ik|y yo)"
    r"(?=[.,;:]|$| together| each| zusammen| je | samen| juntos))(?!\w)"
)
"""So many others and the teller: "two riders and me", "zwei Meister im Ruhestand und ich"."""
ONE_LISTED = r"(?:an?|eine?|une?|een|una?) [^\W\d_]{3,20}(?: [^\W\d_]{3,20})?"
_TOGETHER = (
    r"(?:together|zusammen|gemeinsam|ensemble|samen|juntos|juntas)"
    r" (?=[0-9]{1,3} (?:hours|stunden|heures|uur|horas))"
)
COUNTED_AND_ONE = re.compile(
    rf"(?<!\w){_N} (?P<noun>[^\W\d_]{{3,20}})(?:, [^.;:,]{{3,40}},)? (?:and|und|et|en|y)"
    rf" {ONE_LISTED}(?: [^.,;:]{{2,30}})?, {_TOGETHER}"
)
"""So many of one kind and one more: "drei Fahrer und eine Lehrerin, zusammen 38 Stunden"."""
LISTED_TOGETHER = re.compile(
    rf"(?<!\w)(?P<list>{ONE_LISTED}(?:, {ONE_LISTED}){{0,4}},? (?:and|und|et|en|y)"
    rf" {ONE_LISTED}), {_TOGETHER}"
)
"""Those who have their hours together: "a potter, an electrician and a student, together 32"."""
SINGLE = re.compile(
    r"(?<!\w)(?:one|a single|ein|eine|un|une|een|una)"
    r" (?:developer|person|founder|entwickler|entwicklerin|développeur"
    r"|développeuse|ontwikkelaar|persona)(?!\w)"
)
ORDINAL = {"zweit": 2, "dritt": 3, "viert": 4, "fünft": 5, "sechst": 6}
ALONE = Cues(
    "niemand außer mir; keiner außer mir; nobody but me; nobody except me; no one but me; no"
    " employees; nobody else; no one else; niemand sonst; sonst niemand; personne d'autre; niemand"
    " anders; nadie más; alone; by myself; on my own; one-person; one-man; one-woman; just me;"
    " only me; solo; single-handed; allein; alleine; ganz allein; seul; seule; toute seule; tout"
    " seul; alleen ik; in mijn eentje; helemaal alleen; sola"
)
OPENS_ALONE = Cues(
    "alone ,; working alone; on my own; all alone; by myself; allein ,; alleine ,; ganz allein;"
    " seul ,; seule ,; tout seul; toute seule; alleen ,; helemaal alleen; solo ,; sola ,"
)
"""What opens a sentence about the teller, who need not be named."""
FOUNDERS = word_set(
    "founders gründer gründerinnen fondateurs fondatrices oprichters fundadores fundadoras"
)
ALL_RELATIVES = frozenset(word for group in _RELATIVES.values() for word in group.split())
