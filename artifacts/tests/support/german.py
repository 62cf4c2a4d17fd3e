"""Documents in German, and the English that may be left in what is made of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from django.utils.translation import override

from artifacts.models import Project
from artifacts.schemas import ArtifactType
from artifacts.tests.support.factories import PLAIN, make_project, make_user
from artifacts.tiers import Tier
from artifacts.translation import translated

GERMAN = {"Accept-Language": "de"}


def in_german(text: str) -> str:
    with override("de"):
        return translated(text)


@cache
def declared_words() -> frozenset[str]:
    """Every title, purpose, label and noun that is declared with the documents, and that German
    says otherwise.
    """
    words = set()
    for artifact_type in ArtifactType:
        words |= {artifact_type.label, artifact_type.content_class.purpose}
        for section in artifact_type.content_class.sections():
            words.add(section.title)
            for field in section.item_class.fields() if section.item_class else ():
                words.add(field.label)
    words |= {
        "Strategy package",
        "Contents",
        "Known gaps",
        "Timeline",
        "Risks at a glance",
        "In this package",
    }
    return frozenset(word for word in words if in_german(word) != word)


def german_contents() -> Mapping[ArtifactType, Mapping[str, Any]]:
    """PLAIN as it would be written in German: every text of it is the same German word."""

    def translate(value: Any, key: str = "") -> Any:
        if isinstance(value, dict):
            return {name: translate(entry, name) for name, entry in value.items()}
        if isinstance(value, list):
            return [translate(entry, key) for entry in value]
        is_ours = key in {
            "priority",
            "severity",
            "likelihood",
            "basis",
            "confidence",
        } or re.fullmatch(r"[A-Z]-\d", str(value))
        return value if is_ours or not isinstance(value, str) else "Zählung"

    return {t: {**translate(content), "_language": "de"} for t, content in PLAIN.items()}


def english_in(text: str) -> list[str]:
    return sorted(
        word for word in declared_words() if re.search(rf"(?<![\w>]){re.escape(word)}(?!\w)", text)
    )


def words_of(page: str) -> str:
    """Return what the sheet of a document says to somebody who looks at it, and to somebody who
    hears it.
    """
    sheet = page.partition("<article")[2].partition("</article>")[0]
    assert sheet
    spoken = " ".join(re.findall(r'(?:aria-label|title)="([^"]*)"', sheet))
    return f"{re.sub(r'<[^>]*>', ' ', sheet)} {spoken}"


def languages(project: Project) -> dict[ArtifactType, str]:
    return {
        t: content.language for t, content in Project.objects.get(pk=project.pk).contents().items()
    }


def german_project() -> Project:
    return make_project(make_user(Tier.CTO_SCALE), language="de", written=True)
