"""What is told without a word of a trait that makes it likely all the same, so that silence says
nothing: two groups of whom one pays, a card that is tapped, an animal that a law protects.
"""

from __future__ import annotations

import re

from artifacts.facts.reading.context import Reading
from artifacts.facts.schema import Fact, Verdict

_IDEA = ("idea",)
_OFFER = ("idea", "target_user", "price", "first_version")

_LIKELY: dict[str, tuple[tuple[str, ...], re.Pattern[str]]] = {
    "takes_payments": (
        ("price",),
        re.compile(r"(?<!\w)bar (?:an|im|am|in)(?!\w)|(?<!\w)(?:in cash|cash at|cash on)(?!\w)"),
    ),
    "two_sides": (
        _OFFER,
        re.compile(
            r"(?<!\w)(?:(?:use|uses|have|has|get|gets) (?:it|them) (?:for )?(?:free|nothing)"
            r"|(?:nutzen|haben|bekommen|kriegen) (?:sie|es|das) (?:umsonst|kostenlos|gratis)"
            r"|volunteers? (?:go|do|come|visit|drive|help|sit|walk|fetch\w*|comes|goes)"
            r"|ehrenamtliche (?:gehen|kommen|besuchen|helfen|fahren)"
            r"|agency|agentur|in touch|miteinander in (?:kontakt|verbindung)"
            r"|in somebody(?: else)?'s|in someone(?: else)?'s|host|hosts|gastgeber\w*"
            r"|(?:owners|people|those|anyone|whoever|somebody) [^.;!?\n]{2,50} (?:meets?|finds?)"
            r" (?:people|those|somebody|someone|others?|one)"
            r"|wer [^.;!?\n]{2,50} (?:trifft|findet) (?:leute|jemand\w*|die|andere))(?!\w)"
        ),
    ),
    "on_site_service": (
        _IDEA,
        re.compile(
            r"(?:^|[.!?] )(?:we|i|wir|ich|wij|ik|nous|je|volunteers|ehrenamtliche)"
            r" (?:also )?(?:test|look after|care for|come|go|clean|mow|put up|set up|install|visit"
            r"|teach|brengen bij|leveren bij|verzorgen|komen|kommen|siedeln|pflegen|reinigen"
            r"|putzen|mähen|bauen [^.;]{2,60} auf"
            r"|stellen [^.;]{2,60} auf|nettoyons|entretenons)(?!\w)"
            r"|(?<!\w)(?:put|set|hang) (?:them|it|these) up(?!\w)"
            r"|(?<!\w)(?:der|die|das)(?: [^ .,;]+){0,4} (?:ins|in die|in den|zum|zur|auf den)"
            r" [^.,;]{2,24} (?:kommt|kommen|fährt|fahren|geht)(?!\w)"
        ),
    ),
    "personal_data": (
        _IDEA,
        re.compile(
            r"(?<!\w)(?:(?:famil\w+|members?|guests?|anyone|anybody|neighbou?rs|jeder|jede|gast|gäste"
            r"|mitglieder|familien|nachbarn|leute)[^.;!?\n]{0,40}"
            r" (?:borrow\w*|take home|ausleih\w*)"
            r"|ausleihen (?:kann|können|darf|dürfen)|(?:lends?|lending)[^.;!?\n]{0,30} (?:to|for)"
            r" (?:families|members|people|neighbou?rs|anyone)"
            r"|lending (?:room|library|shed|wardrobe)"
            r"|(?:lists?|registers?) (?:of|for) (?!timers|boilers|meters|flowers|papers|towers)"
            r"[a-z-]{3,}(?:ers|ors|ists|ants|ees|guards|folk|women|men)"
            r"|(?:liste|kartei|verzeichnis) (?:der|von|für) [a-zäöüß]*(?:innen|amtlichen|mitglieder"
            r"|helfer|pfleger|fahrer|lehrer|schüler|trainer)"
            r"|tests? (?:the|their|her|his|everyone|people)|volunteers go|who live alone"
            r"|in somebody(?: else)?'s)(?!\w)"
        ),
    ),
    "physical_goods": (
        ("idea", "first_version"),
        re.compile(
            r"(?<!\w)(?:scans?|taps?|tippt|scannt|hält|scanne)(?!\w)[^.,;\n]{0,30}(?<!\w)(?:cards?"
            r"|wristbands?|tags?|stickers?|chips?|badges?|karte|armband|aufkleber|chip|plakette)(?!\w)"
        ),
    ),
    "hardware": (
        _IDEA,
        re.compile(
            r"(?<!\w)(?:a|an|our|the) (?:[a-z-]+ ){0,2}(?:tag|box|button|clip|sender|lamp|bell|disc"
            r"|pendant|float|stick|plug|collar) (?:on|in|at|under|around|inside) [^.;,]{2,30}"
            r" (?:tells|rings|texts|warns|beeps|calls|shows|counts|measures|knows)(?!\w)"
        ),
    ),
    "needs_permit": (
        _IDEA,
        re.compile(
            r"(?<!\w)(?:wasps?|hornets?|toads?|frogs?|bats?|hedgehogs?|badgers?|swifts?|beavers?"
            r"|\w*kröten\w*|\w*wespen\w*|hornissen\w*|fledermäuse\w*|igel\w*|biber\w*"
            r"|\w*friedh[oö]f\w*|cemeter\w+|churchyards?|gräber\w*|graven|begraafplaats\w*|tombes"
            r"|cimetières?|court interpreters?"
            r"|slaughter\w*|schlacht\w+|drones?|drohnen?|fireworks|feuerwerk\w*|asbestos|asbest"
            r"|pesticides?|scaffold\w*|explosives?|firearms?|fertili[sz]ers?)(?!\w)"
        ),
    ),
}
"""By trait, the answers in which something makes it likely, and what."""


def likely(reading: Reading, trait: str) -> bool:
    """Return whether something is told that makes a trait likely which no word names."""
    if trait not in _LIKELY:
        return False
    keys, words = _LIKELY[trait]
    return any(words.search(told.lower) for told in reading.pick(keys))


def without_likely(reading: Reading, found: dict[str, Fact[Verdict]]) -> dict[str, Fact[Verdict]]:
    """Return the traits, with those left open that only silence denies though they are likely."""
    denied = (key for key, fact in found.items() if fact.value == "no" and not fact.said)
    return found | {key: Fact[Verdict]() for key in denied if likely(reading, key)}
