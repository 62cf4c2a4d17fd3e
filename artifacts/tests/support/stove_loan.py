"""Founders who lend stoves, in English and in German, and their documents with changed answers."""

from __future__ import annotations

from datetime import date
from typing import Any

from artifacts.interview.questions import Answers, ProjectInput
from artifacts.runners.offline.composing import compose
from artifacts.schemas import GENERATION_ORDER, ArtifactContent, ArtifactType, load_content

TODAY = date(2026, 12, 1)
ENGLISH = {
    "name": "Hearth Loan",
    "idea": (
        "We lend wood stoves to families in Bangor and Penobscot County, Maine, for a winter."
        " A member brings the stove and takes it back in spring."
    ),
    "target_user": "Families who heat with oil, about 900 of them.",
    "problem": "Oil went up twice last winter and forty families went without heat.",
    "price": "$60 a month, in the first winter $45 a month.",
    "constraint": (
        "We have $30,000: $20,000 is a state loan that is only paid out after the fire inspection,"
        " and $10,000 is ours. I mended stoves for 14 years. It has to be ready by 1 October 2027."
    ),
    "validation": "Ten families for 8 weeks. Good if eight of them keep the stove.",
}
GERMAN = {
    "name": "Ofenleihe",
    "idea": "Wir verleihen Holzöfen an Familien im Kreis Hof für einen Winter.",
    "target_user": "Familien, die mit Öl heizen, etwa 900.",
    "problem": "Öl wurde im letzten Winter zweimal teurer, und vierzig Familien froren.",
    "price": "60 € im Monat, höchstens 200 € je Winter.",
    "constraint": (
        "Wir haben 30.000 €: 20.000 € vom Land, davon 60 % sofort und 40 % nach der Abnahme, und"
        " 10.000 € von uns. Bis zum 1. Oktober 2027 muss es fertig sein."
    ),
    "validation": "Zehn Familien, 8 Wochen. Gut, wenn acht den Ofen behalten.",
}


def documents(brief: dict[str, str], **changes: str) -> dict[str, Any]:
    said = {**brief, **changes}
    project = ProjectInput(
        name=said.pop("name"), idea=said.pop("idea"), answers=Answers(**said), today=TODAY
    )
    written: dict[ArtifactType, ArtifactContent] = {}
    for artifact_type in GENERATION_ORDER:
        content = compose(project, artifact_type, dict(written))
        written[artifact_type] = load_content(artifact_type, content)
    return {artifact_type.value: content.model_dump() for artifact_type, content in written.items()}
