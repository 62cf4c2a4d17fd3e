"""What earlier checks have read and found changes nothing in what a check finds."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest
from pydantic import ValidationError

from artifacts.checker import alone, readings
from artifacts.checker.breaking import broken_by
from artifacts.checker.check import check
from artifacts.checker.context import CheckContext, Edited
from artifacts.checker.cues import Cue
from artifacts.checker.findings import Finding, reading_order
from artifacts.checker.readings import Readings, SharedReadings
from artifacts.checker.rules import RULES
from artifacts.checker.rules.registry import Example, rules_about
from artifacts.checker.sample import sample
from artifacts.documents.retired import Superseded
from artifacts.facts.grammar.matches import Match, MoneyMatch, NumberMatch
from artifacts.interview.questions import ProjectInput
from artifacts.schemas import ArtifactType, Contents

EDITS = 150
EXAMPLES = [example for rule in RULES.values() for example in (rule.bad, rule.good)]
OF_SEVERAL_TEXTS = {"price_differs", "team_size_differs", "scope_crossed"}
"""Rules that compare what documents say, and so need to look at more than one."""


def changed(example: Example) -> tuple[ProjectInput, Contents, Superseded]:
    """Return the sample project with an example, as somebody would change it: what it does not
    speak of stays the same object.
    """
    told, documents, _ = SAMPLE
    project, contents, superseded = sample(example)
    same = {t: c if c != documents[t] else documents[t] for t, c in contents.items()}
    return (told if project == told else project), same, superseded


SAMPLE = sample({})


def edited_at_random(seed: int) -> Iterator[tuple[ProjectInput, Contents, Superseded, Edited]]:
    """Yield a project after each of many edits by hand and changes of its answers; one in four is
    the first of a new project.
    """
    dice = random.Random(seed)
    changes: dict[str, object] = {}
    for _ in range(EDITS):
        if dice.random() < 1 / 4:
            changes = {}
        changes |= dice.choice(EXAMPLES)
        edited = {
            artifact_type: dice.sample([s.name for s in artifact_type.content_class.sections()], 2)
            for artifact_type in dice.sample(list(ArtifactType), 2)
        }
        try:
            project, contents, superseded = sample(changes)
        except (StopIteration, ValidationError):
            changes = {}  # an example is about an item that an edit before it has taken away
            continue
        yield project, contents, superseded, edited


def found_by_all(
    project: ProjectInput, contents: Contents, superseded: Superseded, edited: Edited
) -> list[Finding]:
    """Return what all rules find that see all documents, whatever was read or found before."""
    context = CheckContext(project, contents, superseded, edited)
    found = [finding for rule in RULES.values() for finding in rule.findings(context)]
    return sorted(found, key=reading_order)


@pytest.mark.parametrize("seed", range(4))
def test_a_check_after_an_edit_finds_what_a_check_of_everything_finds(seed: int) -> None:
    found = 0
    for project, contents, superseded, edited in edited_at_random(seed):
        report = check(project, contents, superseded=superseded, edited=edited)
        assert list(report.findings) == found_by_all(project, contents, superseded, edited)
        found += len(report.findings)
    assert found > EDITS


def test_a_rule_that_does_not_compare_finds_the_same_in_each_document_alone() -> None:
    for example in EXAMPLES:
        project, contents, superseded = changed(example)
        together = CheckContext(project, contents, superseded)
        each = [
            CheckContext(project, {t: content}, language=together.main_language)
            for t, content in contents.items()
        ]
        for rule in RULES.values():
            if not rule.compares:
                found = [finding for one in each for finding in rule.findings(one)]
                assert set(found) == set(rule.findings(together)), rule.name


def test_after_an_edit_only_the_document_that_it_touches_is_looked_at(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked_at: list[list[ArtifactType]] = []
    look_at = alone._look_at

    def look(context: CheckContext, types: list[ArtifactType]) -> object:
        looked_at.append(types)
        return look_at(context, types)

    monkeypatch.setattr(alone, "_look_at", look)
    monkeypatch.setattr(alone, "_kept", alone._KeptFindings())
    for changes in (
        {},
        {},
        {"brief.key_constraint": "One developer for eight weeks, and no more."},
        {"answers.price": "39 euros a month per shop"},
    ):
        project, contents, _ = sample(changes)
        check(project, contents)
    assert looked_at == [list(ArtifactType), [], [ArtifactType.BRIEF], list(ArtifactType)]


def test_only_so_many_findings_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(alone, "_KEPT_MOST", 7)
    monkeypatch.setattr(alone, "_kept", alone._KeptFindings())
    for name in ("One", "Two", "Three"):
        project, contents, _ = sample({"answers.name": name})
        check(project, contents)
    assert len(alone._kept._found) == 7


@pytest.mark.parametrize("kind", [Readings, SharedReadings])
def test_a_check_finds_the_same_whatever_was_read_before(kind: type[Readings]) -> None:
    read, spoilt = kind(), 0
    for example in EXAMPLES:
        project, contents, superseded = changed(example)
        for only in (None, *ArtifactType):
            known = check(project, contents, superseded=superseded, only=only, readings=read)
            assert known == check(project, contents, superseded=superseded, only=only)
            spoilt += bool(known.findings)
    assert spoilt > len(RULES)


def test_a_rule_that_is_not_asked_would_have_found_nothing() -> None:
    spared = 0
    for example in EXAMPLES:
        project, contents, superseded = changed(example)
        for only in ArtifactType:
            context = CheckContext(project, contents, superseded, only=only)
            found = [finding for rule in RULES.values() for finding in rule.findings(context)]
            touching = sorted((one for one in found if one.touches(only)), key=reading_order)
            report = check(project, contents, superseded=superseded, only=only)
            assert list(report.findings) == touching
            spared += len(RULES) - len(rules_about(only))
    assert spared


def test_a_report_about_one_document_says_of_it_what_the_whole_one_says() -> None:
    said = 0
    for example in EXAMPLES:
        project, contents, superseded = changed(example)
        whole = check(project, contents, superseded=superseded).findings
        whole = tuple(one for one in whole if one.rule not in OF_SEVERAL_TEXTS)
        for only in {one.place.artifact_type for one in whole}:
            found = check(project, contents, superseded=superseded, only=only).findings
            found = tuple(one for one in found if one.rule not in OF_SEVERAL_TEXTS)
            assert set(found) == {one for one in whole if one.touches(only)}
            said += len(found)
    assert said > len(RULES)


def test_projects_with_the_same_documents_are_read_each_by_its_own_words() -> None:
    read = SharedReadings()
    _, contents, _ = SAMPLE
    told = [
        sample({"answers.constraint": text})[0]
        for text in ("Two of us until May.", "Nine of us until May.", "Zwei von uns bis Mai.")
    ]
    for project in told * 2:
        assert check(project, contents, readings=read) == check(project, contents)


def test_a_check_of_one_document_writes_out_no_words_to_tell_them_from_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    project, contents, _ = SAMPLE

    def refuse(*_: object) -> str:
        raise AssertionError

    monkeypatch.setattr(ProjectInput, "model_dump_json", refuse)
    read = Readings()
    for artifact_type in contents:
        assert check(project, contents, only=artifact_type, readings=read) == check(
            project, contents, only=artifact_type
        )


def test_claims_are_found_by_the_kinds_of_their_values() -> None:
    project, contents, _ = SAMPLE
    context = CheckContext(project, contents)
    for kinds in ((Match,), (MoneyMatch,), (NumberMatch,), (MoneyMatch, NumberMatch)):
        found = [claim for claim in context.claims if any(map(claim[1].has, kinds))]
        assert context.claims_with(*kinds) == found


@pytest.mark.parametrize("kind", [Readings, SharedReadings])
def test_what_was_read_is_not_read_again(kind: type[Readings]) -> None:
    read, (project, contents, _) = kind(), SAMPLE
    assert read.told(project) is read.told(project)
    for artifact_type, content in contents.items():
        assert read.document(artifact_type, content) is read.document(artifact_type, content)


def test_only_so_much_of_what_was_read_is_shared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readings, "_SHARED_MOST", 7)
    read = SharedReadings()
    for name in ("One", "Two", "Three"):
        project, contents, _ = sample({"answers.name": name})
        check(project, contents, readings=read)
    assert len(read._known) == 7


def test_a_new_version_breaks_the_same_whatever_was_read_before() -> None:
    read, breaking = Readings(), 0
    documents = SAMPLE[1]
    for example in EXAMPLES:
        project, contents, _ = changed(example)
        for artifact_type, content in contents.items():
            found = broken_by(project, documents, artifact_type, content, readings=read)
            assert found == broken_by(project, documents, artifact_type, content)
            breaking += bool(found)
    assert breaking


def test_a_comma_inside_a_phrase_belongs_to_it() -> None:
    cue = Cue("gut , wenn, reicht")
    assert cue(" es ist gut , wenn sie kommen ")
    assert not cue(" das sind gut 15 % , wenn alle kommen ")
    assert cue(" das reicht ")
