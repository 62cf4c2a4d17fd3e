"""Whether a clause only tells what was said, shown, asked or wished: what people outside do before
there is a product.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from artifacts.facts.grammar.matches import DateMatch
from artifacts.facts.grammar.sets import word_set
from artifacts.facts.grammar.tokens import Token
from artifacts.facts.reading.context import Told

_ENGLISH = (
    r"(?:ask|answer|talk|nod|offer|phone|email|e-mail|mail|listen|chat|interview|discuss|visit"
    r"|explain|pitch|mention|suggest|welcom|consider|question|poll|survey|request|wonder|look"
    r"|recommend|encourag|introduc|describ|approach|contact|consult)(?:e?d|e?s|ing|e)?"
    r"|say|says|said|saying|tell|tells|told|telling|speak|speaks|spoke|spoken|speaking|agree[sd]?"
    r"|repl(?:y|ies|ied)|promis(?:e|es|ed|ing)|pledge[sd]?|want(?:s|ed)?|hopes?|hoped|wish(?:es|ed)"
    r"|invite[sd]?|writes?|wrote|rang|rung|met|meets?|sat|vot(?:e|es|ed)|see|hear|heard"
    r"|shown|showed|shows|know|wait(?:s|ed|ing)|minuted|support(?:s|ed)?|endorsed?|backed|resolved"
    r"|fill(?:s|ed)?"
)
_GERMAN_STEM = (
    r"(?:frag|sag|red|sprech|sproch|sprach|spräch|telefonier|antwort|schreib|schrieb|nick|hör"
    r"|versprech|versproch|erzähl|zeig|erklär|besuch|treff|troff|wünsch|biet|bot|wink|bericht|lob"
    r"|interessier|überleg|unterhalt|lad|nenn|schilder|äußer|stimm|ruf|rief|gemeld)"
)
_GERMAN = (
    r"(?:an|ab|zu|nach|be|vor|ein|aus|mit|um|bei|wieder|zurück|durch|herum|er)?(?:ge|zu)?"
    rf"{_GERMAN_STEM}(?:e|st|t|en|te|ten|et|ete|eten)?"
    r"|will|wollen|wollten|möchten?|würden?|wären?|hätten?|fänden?|find(?:e|en|et)|warten|wartet"
    r"|gewartet|mögen|vorgeführt|vorführen|unterstütz(?:en|t)|begrüß(?:en|t)"
)
_FRENCH = (
    r"(?:parl|demand|rencontr|appel|interrog|contact|écout|propos|accept|discut|invit|visit|montr"
    r"|expliqu|intéress|questionn)(?:é|ée|és|ées|er|e|ent|ons)|dit|dits|dire|disent|veut|veulent"
    r"|répondu|reçus?|reçues?|écrit|promis|vu|vus|attend|attendent|voudrai(?:t|ent)"
)
_DUTCH = (
    r"zeg|zegt|zeggen|zei|zeiden|gezegd|vraagt|vragen|vroeg|vroegen|gevraagd|praten|gepraat|gesproken"
    r"|spreken|sprak|spraken|bellen|belden|gebeld|antwoordden|geantwoord|beloofd|beloven|wil|willen"
    r"|wilden|bezocht|ontvangen|uitgenodigd|luister(?:d?en|t)|knikten|getoond|laten zien|mailden"
)
_SPANISH = (
    r"(?:habl|pregunt|llam|visit|entrevist|escuch|respond|invit|mostr|enseñ|cont|convers)"
    r"(?:é|ó|amos|aron|ado|ieron|ió|ido|an|a)|di(?:jo|jeron|cho|cen|ce)|quier[ea]n?|recibi(?:ó|eron)"
    r"|prometi(?:ó|eron)|ver|gustaría"
)
_SPEECH = {
    language: re.compile(verbs)
    for language, verbs in {
        "en": _ENGLISH,
        "de": _GERMAN,
        "fr": _FRENCH,
        "nl": _DUTCH,
        "es": _SPANISH,
    }.items()
}

_US = word_set("me us mir uns mij ons nous m' nos")
_GIVES = word_set(
    "gave gives given showed shown shows sent sends left told tells handed lets let allowed read"
    " gegeben mitgegeben gezeigt gelassen genannt überlassen geschickt offengelegt gereicht"
    " eingeladen empfangen begrüßt invited received welcomed laissé donné montré envoyé reçu reçus"
    " gegeven getoond gestuurd dado dieron mostraron"
)
_PASSIVE = re.compile(
    r" (?:i|we) (?:was|were|am|are|have been|had been|got|'ve been) (?:\w+ ){0,2}?"
    r"(?:shown|told|asked|invited|received|welcomed|allowed|given|introduced|heard|promised) "
    r"| (?:durften?|wurden?) (?:ich|wir) | (?:ich|wir) (?:durften?|wurden?) "
    r"| (?:i've|we've) been (?:shown|told|asked|invited|received|welcomed|allowed|given|promised) "
    r"| (?:on nous a|nous avons été|j'ai été) (?:reçus?|invités?|montré|accueillis?) "
)


def speaks(tokens: Sequence[Token], language: str) -> bool:
    """Whether one of `tokens` is a verb of saying, asking, showing or wishing."""
    verbs = _SPEECH.get(language, _SPEECH["en"])
    if language in ("fr", "es") and is_conditional(f" {' '.join(t.lower for t in tokens)} "):
        return True
    return any(
        (token.text.islower() or index == 0) and verbs.fullmatch(token.lower) is not None
        for index, token in enumerate(tokens)
    )


def is_done_to_us(tokens: Sequence[Token], words: str) -> bool:
    """Whether others showed, told or gave something to the founders: "she gave me her figures",
    "we were shown round".

    `words` are those of the tokens, with a space on either side of each.
    """
    if _PASSIVE.search(words):
        return True
    lower = [token.lower for token in tokens]
    return not _US.isdisjoint(lower) and not _GIVES.isdisjoint(lower)


_VISITS = re.compile(
    r" (?:been|went|gone|drove|driven|walked|cycled|travelled) (?:to|round|around|into|through|over"
    r" to) "
    r"| (?:war|waren|gewesen|fuhr|fuhren|ging|gingen) (?:ich |wir )?(?:schon )?(?:bei|zu|zum|zur"
    r"|durch) "
    r"| (?:bei|beim|zu|zum|zur) (?:[^ ]+ ){1,6}(?:war|waren) (?:ich|wir) "
    r"| (?:allée?s?|passée?s?) (?:chez|voir) | fait le tour "
    r"| (?:geweest|langsgegaan) | (?:fui|fuimos) a "
)


def visits(words: str) -> bool:
    """Whether `words` tell that somebody went to see others."""
    return _VISITS.search(words) is not None


_CONDITIONAL = re.compile(r" [a-zàâçéèêëîïôûùœ]{2,}(?:erai(?:en)?t|irai(?:en)?t|rían?) ")


def is_conditional(words: str) -> bool:
    """Whether a verb has the form of what somebody would do: "treize essaieraient"."""
    return _CONDITIONAL.search(words) is not None


_IS_SEEN = re.compile(
    r" (?:seen|watched|listened to|clicked through|clicked on|clicked|looked at|had a look at"
    r"|tapped on|heard)"
    r" (?:it|them|all of (?:it|them)|the [^ ]+) "
    r"| (?:sie|es|ihn|das|den|die)(?: [^ ]+){0,3} (?:gesehen|angeschaut|angesehen|durchgeklickt"
    r"|angeklickt|gehört|begutachtet|bestaunt) "
    r"| (?:vorgeführt|gezeigt) (?:habe ich|haben wir|hab ich) (?:sie|es|ihn) "
    r"| l' (?:ont|a) vue?s? | (?:l'ont|l'a) vue?s? | hebben (?:het|hem) gezien "
    r"| lo (?:han|ha) visto "
)


def is_seen(words: str) -> bool:
    """Whether `words` tell that people have looked at what there is, which is no use of it."""
    return _IS_SEEN.search(words) is not None


def is_first_to_come(told: Told, first: int, last: int) -> bool:
    """Whether the first of its kind is told of a month and in no form of the past: "Wir schreiben
    die erste Rechnung im Mai".
    """
    if all(day.year is not None for day in told.within(DateMatch, first, last)):
        return False
    words = told.padded(first, last)
    return (
        _FIRST.search(words) is not None
        and _TOLD_OF.search(words) is None
        and _IN_THE_PAST.isdisjoint(words.split())
    )


_IN_THE_PAST = word_set(
    "wrote won found bought took became brought sent said told met led began ran kept held left"
    " lent lost built did saw knew stood heard signed schrieb schrieben fanden fand gewann gewannen"
    " kaufte kauften zahlte zahlten bezahlte bezahlten bekam bekamen erhielt erhielten verkaufte"
    " verkauften war waren hatte hatten schickte schickten nahm nahmen gab gaben wurde wurden"
)
"""Irregular forms, and those of German verbs, by which something has happened."""


_FIRST = re.compile(r" (?:first|erste[nrs]?|premi(?:er|ère|ers|ères)|eerste|primer|primer[ao]s?) ")
_TOLD_OF = re.compile(
    r" (?:was|were|had|has|have|went|sent|came|paid|sold|got|took|gave|made|began|since|ago|last"
    r"|\w{3,}ed|war|waren|hat|haben|hatte|hatten|wurde|wurden|ging|gingen|kam|kamen|seit|ge\w{2,}t"
    r"|ge\w{2,}en|a|ont|avons|ai|était|étaient|depuis|heeft|hebben|had|hadden|was|waren|sinds"
    r"|\w+(?:ó|aron|ieron|imos|amos)|hubo|desde) "
)
"""What tells of something as past."""
