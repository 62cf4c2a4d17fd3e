"""How many contradictions the checker finds, and how many true sentences it refuses, by class and
by language.

A file of founders is a JSON list; each has an idea, answers, contradictions and harmless sentences
with the section each belongs in. Every sentence is added to its section of the offline writer's
documents, once as the founder's edit and once as a model's text; it counts as found where the
checker then says something that it did not say before.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

CONTRADICTIONS = Path(__file__).with_name("contradictions.json")
TODAY = date(2026, 11, 29)
HARMLESS = "harmless"


@dataclass
class Tally:
    """What was found of all, by class and by language, in one way of adding sentences."""

    found: Counter[str] = field(default_factory=Counter)
    of: Counter[str] = field(default_factory=Counter)
    details: list[str] = field(default_factory=list)

    def add(
        self, founder: Mapping[str, Any], sentence: Mapping[str, str], rules: list[str]
    ) -> None:
        kind = sentence.get("against", HARMLESS)
        language = founder["language"]
        keys = (kind, f"{HARMLESS} {language}") if kind == HARMLESS else (kind, "all", language)
        for key in keys:
            self.of[key] += 1
            self.found[key] += bool(rules)
        if bool(rules) == (kind == HARMLESS):
            sign = "refused" if kind == HARMLESS else "missed"
            self.details.append(
                f"{sign} {founder['id']}/{kind}: {sentence['text']} {' '.join(rules)}"
            )


def print_accuracy(path: Path, *, details: bool) -> None:
    """Print the table of one file of founders."""
    founders = json.loads(path.read_text())
    edits, texts, base = Tally(), Tally(), 0
    for founder in founders:
        base += try_founder(founder, edits, texts)
    print(f"\n{path.name}: {len(founders)} founders, {base} findings in documents as written")
    print(f"{'':<16}{'as an edit':>12}{'by a model':>12}")
    for key in sorted(
        edits.of, key=lambda key: (key == "all", len(key) == 2, key.startswith(HARMLESS), key)
    ):
        cells = (f"{tally.found[key]}/{tally.of[key]}" for tally in (edits, texts))
        print(f"{key:<16}{''.join(f'{cell:>12}' for cell in cells)}")
    for line in dict.fromkeys([*edits.details, *texts.details]) if details else ():
        print(line)


def try_founder(founder: Mapping[str, Any], edits: Tally, texts: Tally) -> int:
    """Try all sentences of one founder, and return how many findings the documents have without
    them.
    """
    from artifacts.checker.check import check
    from artifacts.interview.questions import ProjectInput
    from artifacts.runners.offline.composing import compose
    from artifacts.schemas import GENERATION_ORDER, ArtifactType

    answers = {**founder["answers"], "first_version": founder["first_version"]}
    project = ProjectInput.from_brief(
        {"name": founder["name"], "idea": founder["idea"], "answers": answers, "today": TODAY}
    )
    contents: dict[ArtifactType, Any] = {}
    for artifact_type in GENERATION_ORDER:
        written = compose(project, artifact_type, dict(contents))
        contents[artifact_type] = artifact_type.content_class.model_validate(written)
    known = {finding.id for finding in check(project, contents).findings}
    for artifact_type, section, sentence in _sentences(founder):
        changed = {
            **contents,
            artifact_type: with_text(contents[artifact_type], section, sentence["text"]),
        }
        for tally, edited in ((edits, {artifact_type: (section,)}), (texts, {})):
            report = check(project, changed, edited=edited)
            rules = [finding.rule for finding in report.findings if finding.id not in known]
            tally.add(founder, sentence, rules)
    return len(known)


def _sentences(founder: Mapping[str, Any]) -> Iterator[tuple[Any, str, Mapping[str, str]]]:
    from artifacts.schemas import ArtifactType

    for sentence in (*founder["contradictions"], *founder["harmless"]):
        yield ArtifactType(sentence["document"]), sentence["section"], sentence


def with_text(content: Any, section: str, text: str) -> Any:
    """Return a copy of `content` with `text` at the end of a section, or of its first item's
    description.
    """
    data = content.model_dump()
    value = data[section]
    if isinstance(value, str):
        data[section] = f"{value}\n\n{text}"
    elif value and isinstance(value[0], dict):
        value[0]["description"] = f"{value[0]['description']}\n{text}"
    else:
        data[section] = [*(value or ()), text]
    return type(content).model_validate(data)
