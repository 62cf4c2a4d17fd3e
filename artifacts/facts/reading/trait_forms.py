"""What tells a trait by words that stand apart: "without their fridge there is no business"."""

from __future__ import annotations

import re

FORMS = {
    "two_sides": re.compile(
        r"(?<!\w)(?:bring(?:s|t|en)?|puts?) [^.,;!?]{3,60} (?:and|with|und|mit) [^.,;!?]{3,60}"
        r" (?:together|zusammen)(?!\w)"
        r"|(?<!\w)the ones? [^.;!?]{0,60} the others?(?!\w)"
        r"|(?<!\w)die einen [^.;!?]{3,60} die anderen"
        r"|(?<!\w)connects? [^.;!?]{3,60} (?:with|and|to) "
        r"|(?<!\w)verbinde(?:n|t) [^.;!?]{3,60} (?:mit|und) "
    ),
    "takes_payments": re.compile(r"(?<=[,;:€] )bar(?= auf\b|[.,;]|$)"),
    "children": re.compile(
        r"(?<!\w)(?:children|kids|pupils|girls|boys)(?: aged| of)? (?:[5-9]|1[0-5])"
        r" (?:to|and|-) 1?[0-9](?!\w)"
        r"|(?<!\w)(?:kinder|schüler|mädchen|jungen) (?:von|zwischen) (?:[3-9]|1[0-5]) (?:bis|und) "
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
