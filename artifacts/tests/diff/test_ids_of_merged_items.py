"""An item that becomes two by what was chosen: the new one gets an id that no item has ever had."""

from __future__ import annotations

import pytest

from artifacts.diff.three_way import Choice, Plan, merge
from artifacts.documents.identity import assign_ids
from artifacts.documents.retired import RetiredItem
from artifacts.tests.diff.test_three_way import risks


@pytest.mark.parametrize(
    ("titles", "gone"),
    [
        pytest.param(["A"], {"R-2": RetiredItem(title="Old", version=1)}, id="dropped before"),
        pytest.param(["A", "B"], {}, id="dropped by this choice"),
    ],
)
def test_the_id_of_an_item_that_is_gone_is_not_given_again(
    titles: list[str], gone: dict[str, RetiredItem]
) -> None:
    stands = risks([("technical_risks", title) for title in titles])
    proposed = assign_ids(risks([("market_risks", "A")]), stands, gone, version=1).content
    kept_once: dict[str, Choice] = {"R-1": "mine", "R-2": "new"}
    plan: Plan = {"technical_risks": kept_once, "market_risks": {"R-1": "new"}}
    merged = merge(stands, proposed, gone, version=1, plan=plan)
    assert [item.id for _, item in merged.content.items()] == ["R-1", "R-3"]
    assert "R-2" in merged.superseded
