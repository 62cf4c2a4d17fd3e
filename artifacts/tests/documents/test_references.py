from __future__ import annotations

import pytest

from artifacts.documents.references import (
    ProsePiece,
    ReferenceIndex,
    pointers,
    rewrite,
    shorten,
    split,
)
from artifacts.documents.retired import RetiredItem
from artifacts.schemas import ArtifactType, load_content
from artifacts.tests.support.factories import PLAIN
from artifacts.tiers import Tier

CONTENTS = {
    artifact_type: load_content(artifact_type, PLAIN[artifact_type])
    for artifact_type in ArtifactType
}


def test_pointers_are_found_in_the_order_in_which_they_stand() -> None:
    assert pointers("From [[brief.key_constraint]] to [[F-2]], not [[F]] or [F-1].") == [
        "brief.key_constraint",
        "F-2",
    ]


def test_a_text_is_split_without_losing_anything() -> None:
    text = "[[F-1]] and [[F-2]]."
    assert list(split(text)) == [
        ProsePiece(pointer="F-1"),
        ProsePiece(" and "),
        ProsePiece(pointer="F-2"),
        ProsePiece("."),
    ]


def test_pointers_are_rewritten() -> None:
    assert (
        rewrite("[[F-1]] [[M-1]]", lambda pointer: {"F-1": "F-9"}.get(pointer, pointer))
        == "[[F-9]] [[M-1]]"
    )


def test_sections_and_items_are_named_by_their_titles() -> None:
    index = ReferenceIndex(CONTENTS, Tier.BOOTSTRAPPER)
    section, item = index.find("brief.key_constraint"), index.find("F-1")
    assert section is not None
    assert section.label == "key constraint"
    assert item is not None
    assert item.label == "F-1 Shelf count"


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Ready up to “The owner is paid”", "Ready up to “The owner…”"),
        ("Fertig bis „Die Bäckerei bekommt es“", "Fertig bis „Die…“"),
        ("Ready for everyone “The owner is paid”", "Ready for everyone…"),
        ("“Ready” for everyone who pays", "“Ready” for everyone…"),
    ],
)
def test_a_cut_closes_the_quotation_it_falls_into(text: str, short: str) -> None:
    assert shorten(text, 24) == short


@pytest.mark.parametrize(
    ("tier", "found"),
    [(Tier.BOOTSTRAPPER, []), (Tier.PARTNER, ["R-2"]), (Tier.CTO_SCALE, ["R-2", "R-3"])],
)
def test_what_is_gated_above_the_reader_is_not_in_the_index(tier: Tier, found: list[str]) -> None:
    index = ReferenceIndex(CONTENTS, tier)
    assert [item_id for item_id in ("R-2", "R-3") if index.find(item_id)] == found


@pytest.mark.parametrize("pointer", ["F-99", "brief.nothing", "nothing.key_constraint", ""])
def test_an_unknown_pointer_leads_nowhere(pointer: str) -> None:
    assert ReferenceIndex(CONTENTS, Tier.CTO_SCALE).find(pointer) is None


def test_a_long_hostile_text_is_split_in_no_time() -> None:
    assert pointers("[[" * 200_000 + "F-1]]") == ["F-1"]


def test_an_item_that_is_gone_is_named_and_cannot_be_led_to() -> None:
    superseded = {ArtifactType.MVP_SCOPE: {"F-9": RetiredItem(title="Barcode scan", version=2)}}
    index = ReferenceIndex(CONTENTS, Tier.BOOTSTRAPPER, superseded, taken_out="taken out")
    assert index.plain_text("Not before [[F-9]].") == "Not before F-9 Barcode scan (taken out)."
    assert [(target.item_id, target.last_version) for target in index.gone()] == [("F-9", 2)]
    assert "F-9" not in {target.item_id for target in index.targets()}


def test_an_item_that_came_back_is_not_called_gone() -> None:
    living = next(item.id for _, item in CONTENTS[ArtifactType.MVP_SCOPE].items())
    superseded = {ArtifactType.MVP_SCOPE: {living: RetiredItem(title="As it was", version=2)}}
    target = ReferenceIndex(CONTENTS, Tier.BOOTSTRAPPER, superseded).find(living)
    assert target is not None
    assert not target.is_gone


@pytest.mark.parametrize(("tier", "is_named"), [(Tier.BOOTSTRAPPER, False), (Tier.CTO_SCALE, True)])
def test_a_gone_item_that_may_have_stood_in_a_locked_section_is_not_named(
    tier: Tier, is_named: bool
) -> None:
    superseded = {
        ArtifactType.RISK_LOG: {"R-9": RetiredItem(title="SECRET-BUSINESS money", version=1)}
    }
    assert (ReferenceIndex(CONTENTS, tier, superseded).find("R-9") is not None) == is_named
