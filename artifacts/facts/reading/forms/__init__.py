"""Forms of words that tell traits, by language and trait."""

from __future__ import annotations

from artifacts.facts.reading.forms import (
    english_people,
    english_rules,
    english_things,
    german_people,
    german_rules,
    german_things,
)

BY_LANGUAGE = {
    "en": english_people.ENGLISH | english_things.ENGLISH | english_rules.ENGLISH,
    "de": german_people.GERMAN | german_things.GERMAN | german_rules.GERMAN,
}
