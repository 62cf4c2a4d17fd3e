"""What decides what a report says: what a check is told, what it remembers, and whom it tells."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import translation

from artifacts.checker import broken_by, check_documents, handbook
from artifacts.checker.context import CheckContext
from artifacts.checker.contradictions import contradiction_findings
from artifacts.checker.findings import Location, Severity, location_fingerprint
from artifacts.checker.messages import message_of
from artifacts.checker.readings import DocumentRead, Readings
from artifacts.checker.sample import check_sample, sample
from artifacts.documents.retired import RetiredItem
from artifacts.documents.testing import AssumptionOutcome, Result
from artifacts.interview.questions import ProjectInput
from artifacts.schemas import ArtifactType
from artifacts.tests.checker.test_checker import described, written
from artifacts.tiers import Gate
from artifacts.translation import translated

BRIEF, SCOPE, PLAN = ArtifactType.BRIEF, ArtifactType.MVP_SCOPE, ArtifactType.MILESTONES
WRONG_KIND = {"milestones.M-2.delivers": ["F-2", "M-1"]}


def outcome(statement: str, key: str = "brief.A-1") -> AssumptionOutcome:
    return AssumptionOutcome(key, Result.FAILED, date(2026, 12, 1), statement)


def test_a_test_disproves_the_assumption_that_it_was_about() -> None:
    project, contents, _ = sample({})
    readings = Readings()
    found = [
        check_documents(project, contents, outcomes=[one], readings=readings).evidence
        for one in (
            outcome("Owners will keep counting"),
            outcome("Owners will keep counting", "brief.A-2"),
            outcome("Owners will begin to count"),
        )
    ]
    assert [one and (one.assumptions, one.assumptions_disproved) for one in found] == [
        (1, 1),
        (1, 0),
        (1, 0),
    ]
    assert "knowledge" in vars(readings.told(project))


def test_what_the_founder_confirmed_is_counted() -> None:
    project, contents, _ = sample({})
    sheet = project.sheet
    prices = tuple(one.model_copy(update={"state": "confirmed"}) for one in sheet.prices)
    facts = sheet.model_copy(update={"prices": prices})
    settled = ProjectInput(
        name=project.name, idea=project.idea, answers=project.answers, facts=facts
    )
    evidence = check_documents(settled, contents).evidence
    assert evidence is not None
    assert evidence.facts_confirmed == 1 < evidence.facts


def test_what_was_dropped_is_known_to_what_looks_for_breaks() -> None:
    project, standing, _ = sample({})
    new = sample({"milestones.M-2.delivers": ["F-2", "F-7"]})[1][PLAN]
    dropped = {SCOPE: {"F-7": RetiredItem(title="Barcode scan", version=1)}}
    readings = Readings()
    found = broken_by(project, standing, PLAN, new, superseded=dropped, readings=readings)
    assert [finding.rule for finding in found] == ["link_superseded"]
    assert "knowledge" in vars(readings.told(project))


def test_a_message_is_in_the_language_of_its_reader() -> None:
    (finding,) = check_sample(WRONG_KIND).findings
    with translation.override("de"):
        assert message_of(finding) == (
            "„Liefert“ nennt M-1, und das ist nicht von der richtigen Art (Funktion)."
        )
        assert translated(Severity.BROKEN.label) == "Schwerwiegend"


def test_a_finding_that_is_ignored_stays_with_its_documents() -> None:
    report = check_sample(WRONG_KIND)
    (finding,) = report.findings
    ignoring = report.ignoring([finding.id])
    assert ignoring.of(PLAN).ignored == (finding,)
    elsewhere = ignoring.of(SCOPE)
    assert (elsewhere.ignored, elsewhere.covered) == ((), ())


def test_a_section_that_we_do_not_know_has_its_own_name_and_is_for_everybody() -> None:
    unknown = Location(SCOPE, "of_a_later_version")
    assert (unknown.label, unknown.gate) == ("of_a_later_version", Gate.CORE)


def test_a_document_is_not_named_twice_where_its_main_section_has_its_name() -> None:
    assert str(Location(PLAN, "milestones", "M-2")) == "Milestones, M-2"
    assert str(Location(PLAN, "resource_plan")) == "Milestones, Resource plan"


def test_a_field_of_an_item_that_is_gone_has_no_fingerprint() -> None:
    _, contents, _ = sample({})
    gone, there, named, whole = (
        location_fingerprint(contents, Location(SCOPE, "core_features", item, field))
        for item, field in (("F-9", "name"), ("F-1", "description"), ("F-1", "name"), ("F-1", ""))
    )
    assert gone == ""
    assert len({gone, there, named, whole}) == 4


def test_a_page_of_rules_is_renewed_below_its_first_mark() -> None:
    page = f"Top\n{handbook.MARK}old\n{handbook.MARK}older\n"
    assert handbook.renew(page) == f"Top\n{handbook.MARK}{handbook.render()}"


def test_an_example_fits_into_a_cell_of_the_page() -> None:
    assert handbook._shown(["Größe | <b>"]) == '["Größe \\| &lt;b>"]'
    assert handbook._shown("x" * 160) == "x" * 160
    assert handbook._shown(f" {'x' * 158} yy") == f" {'x' * 158}…"


WORDS = "Counting stock takes every owner a morning of each week, in every one of the shops there."


@pytest.mark.parametrize("length", [7, 8, 120, 600, 601])
def test_a_quotation_has_some_length(length: int) -> None:
    text = (f"We count. {WORDS} " * 7)[:length].rstrip().ljust(length, ".")
    contents = sample({"brief.market_analysis": text, "mvp_scope.scalability_plan": WORDS})[1]
    one = {"document": "brief", "section": "market_analysis", "quote": text}
    other = {"document": "mvp_scope", "section": "scalability_plan", "quote": WORDS}
    found = contradiction_findings([{"one": one, "other": other}], contents)
    shown = [(values["one"], values["other"]) for values in (dict(one.values) for one in found)]
    if 8 <= length <= 160:
        assert shown == [(text, WORDS)]
    assert len(shown) == (8 <= length <= 600)


def test_a_document_that_was_never_written_is_quoted_by_nothing() -> None:
    contents = sample({})[1]
    quotations = {
        "one": {
            "document": "brief",
            "section": "assumptions",
            "quote": "Owners will keep counting",
        },
        "other": {"document": "mvp_scope", "section": "out_of_scope", "quote": "Invoices"},
    }
    assert contradiction_findings([quotations], contents)
    assert not contradiction_findings([quotations], {BRIEF: contents[BRIEF]})


ENGLISH = {"name": "Night Ferry", "idea": "A rowing boat takes walkers across the river at night."}
GERMAN = {"name": "Nachtfähre", "idea": "Ein Ruderboot bringt nachts Wanderer über den Fluss."}


@pytest.mark.parametrize(
    ("told", "german", "language"),
    [
        (ENGLISH, 1, "en"),
        (ENGLISH, 3, "de"),
        (GERMAN, 2, "de"),
        (ENGLISH, 2, "en"),
        (GERMAN, 1, "en"),
    ],
)
def test_the_language_is_that_of_most_documents(
    told: dict[str, str], german: int, language: str
) -> None:
    """And that of the founder where there are as many of each."""
    theirs = list(written(described(GERMAN)).items())
    ours = list(written(described(ENGLISH)).items())
    documents = dict([*theirs[:german], *ours[german:4]])
    assert CheckContext(described(told), documents).main_language == language


def test_what_was_made_of_a_document_is_made_again_for_other_words() -> None:
    readings = Readings()
    made: list[DocumentRead] = []
    contents = {BRIEF: sample({})[1][BRIEF]}

    def note(_: CheckContext, read: DocumentRead) -> None:
        made.append(read)

    for idea in ("A list of stock.", "A list of shops."):
        project = sample({"answers.idea": idea})[0]
        for _ in range(2):
            context = CheckContext(project, contents, readings=readings)
            context.of_each(note)
    assert made == [readings.document(BRIEF, contents[BRIEF])] * 2
