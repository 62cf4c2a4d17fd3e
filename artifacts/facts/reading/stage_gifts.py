"""Whether somebody was served for nothing: "it cost the school nothing", "Miete nehmen wir keine".

A verb of charging and a word of denial in one clause tell it, however they are put together.
"""

from __future__ import annotations

import re

_BETWEEN = r"(?: [^ ]+){0,4}"
_FEE = r"(?:money|fee|fees|charge|charges|bill|bills|invoice|rent|fare|pay|payment|penny|cent)"
_SO_FAR = r"(?:of charge |so far |for now |to [^ ]+ )"
_CHARGE = r"(?:charged?|charging|takes?|took|taken|taking|ask|asks|asking|billed?|invoiced?)"
_ENGLISH = (
    rf" {_CHARGE}{_BETWEEN} (?:nothing|no {_FEE})(?: (?:for|off|from) [^ ]+)? [.,;:]",
    r" (?:cost|costs|costing|cost's) (?:[^ ]+ ){1,4}nothing ",
    r" (?:nobody|no one|none|not|never|wasn't|weren't) (?:[^ ]+ ){0,3}(?:charged|billed|invoiced) ",
    r" (?:don't|doesn't|do not|does not|didn't|never) (?:charge|bill|invoice) ",
    r" (?:sen[dt]|sends|wrote|made out) (?:no|not a) (?:bill|invoice)",
    r" never (?:[^ ]+ ){0,2}an? (?:bill|invoice)",
    rf" (?:for|all|still|always|it|both|and|,) free {_SO_FAR}?[.,;:]",
    rf"^ free {_SO_FAR}?[.,;:]? ?$",
    r"^ no money [,.;] (?!no )",
    r" (?:nobody|no one) (?:is|was) out of pocket ",
    r" (?:nothing|none(?: of it)?) (?:came|comes|went|goes|was|is) (?:to|for) (?:me|us) ",
    r" not a (?:penny|cent|pound|dollar) ",
    r" (?:was|were|is) on (?:me|us) ",
    r" (?:for|against|by) (?:a )?(?:small )?donations? ",
    r" (?:for|against) (?:tips|a tip|beer|a beer|cake|a meal|a pint|a cup of tea) ",
    r" for an? (?:carton|crate|bottle|box|slice) of [^ ]+ ",
    r" nothing (?:is|was|has been) (?:charged|billed|paid|asked) ",
)
_GERMAN_FEE = (
    r"(?:geld|[a-zäöüß]*miete|[a-zäöüß]*gebühr|gebühren|honorar|lohn|eintritt|rechnung|rechnungen)"
)
_GERMAN_CHARGE = (
    r"(?:nehmen?|nimmt|nahm(?:en)?|genommen|verlang(?:en?|t|ten?)|berechne(?:n|t|ten?)"
    r"|kassier(?:en?|t|ten?)|gestellt|geschrieben)"
)
_GERMAN_NOTHING = r"(?:nichts|nix|keine?[nsr]?)"
_GERMAN = (
    rf" {_GERMAN_FEE}{_BETWEEN} {_GERMAN_CHARGE}{_BETWEEN} {_GERMAN_NOTHING} ",
    rf" {_GERMAN_NOTHING} {_GERMAN_FEE} {_GERMAN_CHARGE} ",
    rf" {_GERMAN_CHARGE}{_BETWEEN} (?:nichts|nix|keine?[ns]? {_GERMAN_FEE}) ",
    rf" nichts (?:dafür )?{_GERMAN_CHARGE} ",
    rf" {_GERMAN_FEE} (?:gab|gibt) es (?:dafür )?(?:keine?[ns]?|nicht) ",
    r" geld (?:ist|wurde) (?:dafür )?(?:noch )?keine?s? geflossen ",
    r" (?:gekostet|kostet|kostete)(?: [^ ]+){0,4} (?:nichts|nix) ",
    r" (?:gegen|für) nichts | aus gefälligkeit | geld haben wir (?:nie|nicht|keines?) gesehen ",
    r" (?:kuchen|brot|bier|wein|eier|schnaps) gegeben | gekostet hat es (?:keinen|niemanden) ",
    r" (?:bezahlt|gezahlt) hat (?:es|das|dafür) (?:keiner|niemand) ",
    r" ohne (?:einen |jeden )?(?:cent|groschen|rappen|lohn|gage|eintritt|gebühr) ",
    r" ohne (?:honorar|vergütung|entgelt) ",
    r" (?:gegen|für) (?:eine )?spenden? | auf spendenbasis ",
    r" (?:gegen|für) (?:ein |einen |eine )?(?:trinkgeld|bier|kasten bier|kaffee|kuchen|essen) ",
)
_FRENCH = (
    r" sans (?:rien )?(?:payer|facturer|faire payer) ",
    r" (?:n'|ne |n' )(?:[^ ]+ ){0,4}(?:facturé|coûté|coûte|demandé|encaissé) (?:rien|personne) ",
    r" rien (?:facturé|coûté|encaissé) ",
    r" contre (?:un don|des dons) ",
)
_DUTCH = (
    r" (?:zonder (?:te betalen|rekening)|ni(?:ets|ks) (?:gerekend|gekost|gevraagd)) ",
    r" (?:kost|kostte)(?: [^ ]+){1,4} niets ",
)
_SPANISH = (
    r" no (?:[^ ]+ ){0,3}(?:cobr[^ ]+|cost[^ ]+) (?:[^ ]+ ){0,2}nada ",
    r" sin (?:pagar|cobrar)[a-z]* ",
)
_CHARGED_NOTHING = re.compile("|".join((*_ENGLISH, *_GERMAN, *_FRENCH, *_DUTCH, *_SPANISH)))

_MONEY = (
    r"(?:cash|full|advance|time|instalments|installments|euros?|dollars?|pounds|sterling|person"
    r"|card|transfer|karte|überweisung|lastschrift|bargeld|paypal|ec-karte|espèces|carte|virement"
    r"|contant|pin|efectivo|tarjeta|20\d\d|(?:the|a|an|der|dem|einer|einem) [^ ]+"
    r"|january|february|march|april|may|june|july|august|september|october|november|december)"
)
_IN_KIND = re.compile(
    rf" (?:paid|pay|pays|bezahlt|gezahlt|zahlen|zahlt|bezahlen|payé|paient|betaald|betalen|pagan"
    rf"|pagaron)(?: (?:us|me|uns|mir|it|him|hat|haben|hatte|sie|er|man|sie|nous|ons)){{0,3}}"
    rf" (?:in|with|mit|en|met|con) (?!{_MONEY} )[^ ]+ "
)


_MATERIAL = (
    r"(?:petrol|diesel|fuel|gas|flour|wood|parts|material|materials|seed|seeds|feed|yarn|thread"
    r"|postage|power|electricity|water|benzin|sprit|diesel|mehl|holz|teile|ersatzteile|material"
    r"|saatgut|futter|garn|porto|strom|wasser|shipping|versand|envío|gasolina|materiales|port"
    r"|essence|matériel|verzendkosten|benzine|materiaal)"
)
_ONLY_MATERIAL = re.compile(
    rf" (?:pay|pays|paid) (?:for )?the {_MATERIAL} only "
    rf"| only (?:pay|pays|paid) for the {_MATERIAL} "
    rf"| (?:pay|pays|paid) only for the {_MATERIAL} "
    rf"| (?:zahlen|zahlt|bezahlen|bezahlt|gezahlt) nur (?:das|den|die) {_MATERIAL} "
    rf"| (?:paient|payé) (?:seulement|que) (?:le |la |l')?{_MATERIAL} "
    rf"| betaal(?:d|den|t) alleen (?:de |het )?{_MATERIAL} "
    rf"| alleen (?:de |het )?{_MATERIAL} betaald "
    rf"| pagaron (?:sólo|solo|solamente) (?:el |la |los )?{_MATERIAL} "
)
"""The price is not paid, only what was used up: "they pay for the petrol only"."""


def is_in_kind(words: str) -> bool:
    """Whether somebody paid with something else than money, "bezahlt hat sie mit Käse", or only
    for the material.
    """
    return _IN_KIND.search(words) is not None or _ONLY_MATERIAL.search(words) is not None


def is_gift(words: str) -> bool:
    """Whether `words`, a clause with a space on either side of each word, tell of a service for
    which nothing was taken.
    """
    return _CHARGED_NOTHING.search(words) is not None or is_in_kind(words)
