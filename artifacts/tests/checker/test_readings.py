"""What earlier checks have read changes nothing in what a check finds."""

from __future__ import annotations

from collections.abc import Iterator

from artifacts.checker.breaking import broken_by
from artifacts.checker.check import check
from artifacts.checker.readings import Readings
from artifacts.checker.rules import RULES
from artifacts.checker.sample import sample
from artifacts.documents.retired import Superseded
from artifacts.interview.questions import ProjectInput
from artifacts.schemas import ArtifactType, Contents


def projects_in_turn() -> Iterator[tuple[ProjectInput, Contents, Superseded]]:
    """Yield the sample project with the examples of all rules, as somebody would change it: what an
    example does not speak of stays the same object.
    """
    told, documents, _ = sample({})
    for one in RULES.values():
        for example in (one.bad, one.good):
            project, contents, superseded = sample(example)
            same = {t: c if c != documents[t] else documents[t] for t, c in contents.items()}
            yield (told if project == told else project), same, superseded


def test_a_check_finds_the_same_whatever_was_read_before() -> None:
    readings, spoilt = Readings(), 0
    for project, contents, superseded in projects_in_turn():
        for only in (None, *ArtifactType):
            known = check(project, contents, superseded=superseded, only=only, readings=readings)
            assert known == check(project, contents, superseded=superseded, only=only)
            spoilt += bool(known.findings)
    assert spoilt > len(RULES)


def test_a_new_version_breaks_the_same_whatever_was_read_before() -> None:
    readings, breaking = Readings(), 0
    _, documents, _ = sample({})
    for project, contents, _ in projects_in_turn():
        for artifact_type, content in contents.items():
            found = broken_by(project, documents, artifact_type, content, readings=readings)
            assert found == broken_by(project, documents, artifact_type, content)
            breaking += bool(found)
    assert breaking
