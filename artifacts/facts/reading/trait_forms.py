"""What tells a trait by words that stand apart: "without their fridge there is no business"."""

from __future__ import annotations

import re

from artifacts.facts.reading.forms import BY_LANGUAGE

_TRAVEL = (
    r"(?:come|go|drive|travel|cycle|walk|sail|komme?n?|fahren?|gehe?n?|radeln?|komen|rijden|gaan"
    r"|venons|allons|passons|viens|vais|vamos|voy)"
)
FORMS = {
    "on_site_service": re.compile(
        rf"(?<!\w)(?:we|i|who|that|wir|ich|die|wij|ik|nous|je) {_TRAVEL}s? (?:[^.,;!?\n]{{1,40}} )?"
        r"(?:to|along|round|around|zu|nach|naar|langs|bij|chez) "
        r"|(?<!\w)(?:from|von) (?!when\b|time\b|day\b|week\b|month\b|year\b|start\b|person\b|zeit\b"
        r"|tag\b|woche\b|jahr\b|mal\b|wann\b|mensch\b)(?P<place>[\w-]{3,}) (?:to|zu)"
        r" (?P=place)(?!\w)"
        r"|(?<!\w)de (?P<lieu>[\w-]{3,}) en (?P=lieu)(?!\w)"
        r"|(?<!\w)van (?P<plek>[\w-]{3,}) (?:naar|tot) (?P=plek)(?!\w)"
    ),
    "two_sides": re.compile(
        r"(?<!\w)(?:bring(?:s|t|en)?|puts?) [^.,;!?\n]{3,60} (?:and|with|und|mit) [^.,;!?\n]{3,60}"
        r" (?:together|zusammen)(?!\w)"
        r"|(?<!\w)the ones? [^.;!?\n]{0,60} the others?(?!\w)"
        r"|(?<!\w)die einen [^.;!?\n]{3,60} die anderen"
        r"|(?<!\w)connects? [^.;!?\n]{3,60} (?:with|and|to) "
        r"|(?<!\w)verbinde(?:n|t) [^.;!?\n]{3,60} (?:mit|und) "
    ),
    "takes_payments": re.compile(r"(?<=[,;:€] )bar(?= auf\b| beim? |[.,;]|$)"),
    "children": re.compile(
        r"(?<!\w)(?:children|kids|pupils|girls|boys)(?: aged| of)? (?:[5-9]|1[0-5])"
        r" (?:to|and|-) 1?[0-9](?!\w)"
        r"|(?<!\w)(?:kindern?|schülern?|mädchen|jungen) (?:von|zwischen) (?:[3-9]|1[0-5])"
        r" (?:bis|und) "
        r"|(?:^|[.;] )(?:the )?(?:children|kids|pupils) (?:learn|weld|build|come|use|play|read|swim"
        r"|pay|get|bring|cook|paint|sew|write|ride|sing|practise|practice|make)(?!\w)"
    ),
    "depends_on_partner": re.compile(
        r"(?<!\w)without (?:the|their|them|his|her|that|it)"
        r" (?!licen|permit|certif|label|approv|paper|app|browser)"
        r"[^.;]{0,40}?(?<!\w)(?:no|nobody|nothing|empty|cannot|can't|stands still|stops)(?!\w)"
        r"|(?<!\w)ohne (?:die|den|das|sie|ihn|ihren?|ihr|deren|dessen)"
        r" (?!genehm|erlaub|zulass|bewill|schein|app)"
        r"[^.;]{0,40}?(?<!\w)(?:nichts|niemand|keiner?|leer|steht|stehen|geht es nicht)(?!\w)"
        r"|(?<!\w)sans (?:eux|elle|lui|elles|leur) [^.;]{0,40}?"
        r"(?<!\w)(?:rien|personne|vide)(?!\w)"
        r"|(?<!\w)zonder (?:hen|hun|hem|haar) [^.;]{0,40}?(?<!\w)(?:niets|niemand|geen)(?!\w)"
        r"|(?<!\w)sin (?:ellos|ellas|ella|él|su) [^.;]{0,40}?(?<!\w)(?:nada|nadie|no)(?!\w)"
    ),
}
"""A form by trait; the caller says in which answers it counts."""

MARKS = {
    "on_site_service": (
        *(
            " " + verb
            for verb in ("come", "go", "drive", "travel", "cycle", "walk", "sail", "komm")
        ),
        *(" " + verb for verb in ("fahr", "geh", "radel", "kom", "rijd", "gaan", "ven", "allons")),
        *("passons", "viens", "vais", "vamos", "voy", " from ", "from ", "von ", "de ", "van "),
    ),
    "two_sides": ("bring", "put", "the one", "die einen", "connect", "verbinde"),
    "takes_payments": ("bar",),
    "children": (
        "child",
        "kids",
        "pupils",
        "girls",
        "boys",
        "kinder",
        "schüler",
        "mädchen",
        "jungen",
    ),
    "depends_on_partner": ("without ", "ohne ", "sans ", "zonder ", "sin "),
}
"""Letters without which a text has no such form: forms are slow to look for."""


_ABOUT_USE = frozenset({"idea", "target_user", "price", "first_version"})
_ABOUT_RULES = frozenset({"idea", "target_user", "constraint", "place", "deadline"})
_TOLD_IN = {
    "takes_payments": _ABOUT_USE,
    "personal_data": _ABOUT_USE | {"constraint", "place"},
    "health_data": _ABOUT_USE | {"constraint", "place"},
    "children": frozenset({"idea", "target_user", "first_version"}),
    "physical_goods": frozenset({"idea", "price", "first_version"}),
    "on_site_service": frozenset({"idea", "first_version"}),
    "two_sides": frozenset({"idea", "target_user"}),
    "hardware": frozenset({"idea", "constraint", "first_version"}),
    "ai_output": frozenset({"idea", "first_version", "constraint"}),
    "works_offline": frozenset({"idea", "constraint", "first_version", "place"}),
    "depends_on_partner": frozenset({"idea", "constraint", "place", "deadline"}),
    "needs_permit": _ABOUT_RULES,
    "seasonal": frozenset({"idea", "target_user", "price", "constraint"}),
}
"""Answers in which a form tells a trait."""


def form_in(text: str, trait: str, key: str, language: str) -> re.Match[str] | None:
    """Return the first form of a trait in `text`, the answer `key` in lower case."""
    if key not in _TOLD_IN.get(trait, ()):
        return None
    forms = BY_LANGUAGE.get(language, {}).get(trait, ())
    return next((match for form in forms if (match := form.search(text))), None)
