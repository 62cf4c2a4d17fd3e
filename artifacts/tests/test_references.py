from __future__ import annotations

import pytest

from artifacts.coherence.references import ReferenceIndex, pointers, rewrite, split
from artifacts.schemas import ArtifactType, load_content
from artifacts.tests.factories import PLAIN
from artifacts.tiers import Tier

CONTENTS = {artifact_type: load_content(artifact_type, PLAIN[artifact_type]) for artifact_type in ArtifactType}


def test_pointers_are_found_in_the_order_in_which_they_stand() -> None:
    assert pointers("From [[brief.key_constraint]] to [[F-2]], not [[F]] or [F-1].") == ["brief.key_constraint", "F-2"]


def test_a_text_is_split_without_losing_anything() -> None:
    text = "[[F-1]] and [[F-2]]."
    assert list(split(text)) == [("", ""), ("", "F-1"), (" and ", ""), ("", "F-2"), (".", "")]


def test_pointers_are_rewritten() -> None:
    assert rewrite("[[F-1]] [[M-1]]", lambda pointer: {"F-1": "F-9"}.get(pointer, pointer)) == "[[F-9]] [[M-1]]"


def test_sections_and_items_are_named_by_their_titles() -> None:
    index = ReferenceIndex(CONTENTS, Tier.BOOTSTRAPPER)
    section, item = index.find("brief.key_constraint"), index.find("F-1")
    assert section is not None
    assert section.label == "key constraint"
    assert item is not None
    assert item.label == "F-1 Shelf count"


@pytest.mark.parametrize(
    ("tier", "found"), [(Tier.BOOTSTRAPPER, []), (Tier.PARTNER, ["R-2"]), (Tier.CTO_SCALE, ["R-2", "R-3"])]
)
def test_what_is_gated_above_the_reader_is_not_in_the_index(tier: Tier, found: list[str]) -> None:
    index = ReferenceIndex(CONTENTS, tier)
    assert [item_id for item_id in ("R-2", "R-3") if index.find(item_id)] == found


@pytest.mark.parametrize("pointer", ["F-99", "brief.nothing", "nothing.key_constraint", ""])
def test_an_unknown_pointer_leads_nowhere(pointer: str) -> None:
    assert ReferenceIndex(CONTENTS, Tier.CTO_SCALE).find(pointer) is None


def test_a_long_hostile_text_is_split_in_no_time() -> None:
    assert pointers("[[" * 200_000 + "F-1]]") == ["F-1"]
