from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from artifacts.document_types.mvp_scope.schema import MvpScopeContent
from artifacts.document_types.risk_log.schema import RiskLogContent
from artifacts.documents.identity import assign_ids, number_apart
from artifacts.documents.retired import RetiredItem
from artifacts.schemas import ArtifactContent


def scope(*features: tuple[str, str], note: str = "Nothing else.") -> MvpScopeContent:
    return MvpScopeContent.model_validate(
        {
            "core_features": [
                {"id": item_id, "name": name, "description": "We build it.", "priority": "low"}
                for item_id, name in features
            ],
            "out_of_scope": [note],
            "success_metrics": ["1 customer"],
        }
    )


def names(content: ArtifactContent) -> dict[str, str]:
    return {item.id: item.label for _, item in content.items()}


def test_a_first_version_keeps_the_order_of_its_items() -> None:
    assert names(assign_ids(scope(("F-1", "A"), ("F-2", "B")), None, {}, version=0).content) == {
        "F-1": "A",
        "F-2": "B",
    }


def test_the_same_title_continues_an_item_wherever_it_moved() -> None:
    old = scope(("F-1", "Shelf count"), ("F-2", "Alerts"))
    new = scope(("F-1", "alerts "), ("F-2", "New thing"))
    result = assign_ids(new, old, {}, version=1)
    assert names(result.content) == {"F-2": "alerts", "F-3": "New thing"}
    assert result.superseded == {"F-1": {"title": "Shelf count", "version": 1}}


def test_the_same_id_continues_an_item_that_was_renamed() -> None:
    result = assign_ids(
        scope(("F-1", "Count shelves")), scope(("F-1", "Shelf count")), {}, version=1
    )
    assert names(result.content) == {"F-1": "Count shelves"}
    assert result.superseded == {}


def test_a_very_similar_title_continues_an_item_under_whatever_id_it_came() -> None:
    old = scope(("F-1", "Counting of shelves"), ("F-2", "Reorder list by supplier"))
    new = scope(("F-1", "Reorder lists by supplier"), ("F-2", "Payment by card"))
    result = assign_ids(new, old, {}, version=1)
    assert names(result.content) == {"F-2": "Reorder lists by supplier", "F-3": "Payment by card"}
    assert result.superseded == {"F-1": {"title": "Counting of shelves", "version": 1}}


def test_the_most_similar_title_comes_first() -> None:
    old = scope(("F-1", "Reorder list by suppliers"))
    new = scope(("F-2", "Reorder list per supplier"), ("F-3", "Reorder list by supplier"))
    assert names(assign_ids(new, old, {}, version=1).content) == {
        "F-1": "Reorder list by supplier",
        "F-2": "Reorder list per supplier",
    }


def test_titles_with_other_numbers_are_not_similar() -> None:
    old = scope(("F-1", "Import of 100 articles"))
    new = scope(("F-2", "Import of 200 articles"))
    assert names(assign_ids(new, old, {}, version=1).content) == {"F-2": "Import of 200 articles"}


def test_a_lost_id_is_never_used_again() -> None:
    gone = {"F-7": RetiredItem(title="Old", version=1)}
    result = assign_ids(scope(("F-1", "A"), ("F-2", "B")), scope(("F-1", "A")), gone, version=2)
    assert names(result.content) == {"F-1": "A", "F-8": "B"}


def test_pointers_and_links_follow_their_items() -> None:
    old = scope(("F-1", "A"), ("F-2", "B"))
    new = scope(("F-1", "B"), ("F-2", "C"), note="Not before [[F-1]] and [[F-2]].")
    result = assign_ids(new, old, {}, version=1).content
    assert isinstance(result, MvpScopeContent)
    assert result.out_of_scope == ["Not before [[F-2]] and [[F-3]]."]


def test_links_and_pointers_to_other_documents_stay() -> None:
    def log(risk: dict[str, Any]) -> RiskLogContent:
        return RiskLogContent.model_validate(
            {"technical_risks": [risk], "market_risks": [], "execution_risks": []}
        )

    words = {"description": "See [[F-1]].", "mitigation": "As in [[brief.key_constraint]]."}
    hail, fog = (
        {"id": "R-1", "title": title, "severity": "low", "affects": ["F-1", "R-1"], **words}
        for title in ("Hail", "Fog in 2026")
    )
    found = assign_ids(log(fog), log(hail), {"R-4": RetiredItem(title="Old", version=1)}, version=1)
    assert found.content == log({**fog, "id": "R-1"})
    rows: Any = assign_ids(
        log({**fog, "id": "R-7", "affects": ["F-1", "R-7"]}), log(hail), {}, version=1
    ).content
    (item,) = rows.technical_risks
    assert (item.id, item.affects) == ("R-2", ["F-1", "R-2"])
    assert (item.description, item.mitigation) == tuple(words.values())


def test_kept_sections_keep_their_items_and_others_cannot_take_their_ids() -> None:
    def risk(title: str) -> dict[str, Any]:
        return {
            "title": title,
            "description": "x",
            "severity": "low",
            "likelihood": "low",
            "mitigation": "x",
        }

    def log(technical: list[str], market: list[str]) -> RiskLogContent:
        return RiskLogContent.model_validate(
            {
                "technical_risks": [risk(title) for title in technical],
                "market_risks": [risk(title) for title in market],
                "execution_risks": [],
            }
        )

    result = assign_ids(
        log(["A"], ["Mine", "B"]), log(["Mine"], ["B"]), {}, version=1, keep=["technical_risks"]
    )
    assert names(result.content) == {"R-1": "Mine", "R-3": "Mine", "R-2": "B"}
    assert [(item["id"], item["title"]) for item in result.replaced["technical_risks"]] == [
        ("R-1", "A")
    ]


def test_the_ids_of_what_a_kept_section_put_aside_are_never_used_again() -> None:
    new = scope(("F-1", "A"), ("F-2", "B"))
    result = assign_ids(new, scope(("F-1", "Mine")), {}, version=1, keep=["core_features"])
    assert [item["id"] for item in result.replaced["core_features"]] == ["F-1", "F-2"]
    assert result.superseded == {"F-2": {"title": "B", "version": 1}}


@given(
    st.lists(
        st.lists(st.tuples(st.integers(1, 6), st.sampled_from("ABCDEFG")), min_size=1, max_size=6),
        max_size=6,
    )
)
def test_over_any_sequence_no_id_is_given_twice_and_none_comes_back(
    versions: list[list[tuple[int, str]]],
) -> None:
    current: ArtifactContent | None = None
    superseded: dict[str, RetiredItem] = {}
    owners: dict[str, int] = {}
    for number, drawn in enumerate(versions):
        features = {f"F-{n}": title for n, title in drawn}
        before = set(names(current)) if current else set()
        result = assign_ids(scope(*features.items()), current, superseded, version=number)
        current, superseded = result.content, result.superseded
        ids = names(current)
        assert len(ids) == len(features)
        assert not set(ids) & set(superseded)
        for item_id in set(ids) - before:
            assert item_id not in owners, "an id that had been used was given to a new item"
            owners[item_id] = number
        assert before <= set(ids) | set(superseded)


def risk(item_id: str, title: str, mitigation: str, *affects: str) -> dict[str, Any]:
    return {"id": item_id, "title": title, "mitigation": mitigation, "affects": list(affects)}


def test_sections_that_are_each_numbered_from_1_are_numbered_on_and_their_pointers_follow() -> None:
    written = {
        "technical_risks": [
            risk("R-1", "It rusts", "Paint."),
            risk("R-2", "It leaks", "See [[R-1]]."),
        ],
        "market_risks": [
            risk("R-1", "Nobody comes", "Ask."),
            risk("R-2", "They wait", "As in [[R-1]], [[F-1]].", "R-1"),
        ],
        "execution_risks": [risk("R-3", "We are late", "See [[R-1]].")],
    }
    number_apart(RiskLogContent, written)
    ids = [item["id"] for section in written.values() for item in section]
    assert ids == ["R-1", "R-2", "R-4", "R-5", "R-3"]
    assert written["technical_risks"][1]["mitigation"] == "See [[R-1]]."
    assert written["market_risks"][1]["mitigation"] == "As in [[R-4]], [[F-1]]."
    assert written["market_risks"][1]["affects"] == ["R-4"]
    assert written["execution_risks"][0]["mitigation"] == "See [[R-1]]."


def test_numbering_apart_leaves_alone_what_nobody_can_read() -> None:
    for entries in (
        None,
        "text",
        [None, {"title": "x"}, {"id": 7}, {"id": "x"}],
        [{"id": "R-1"}, {"id": "R-1"}],
    ):
        written: dict[str, Any] = {
            "technical_risks": entries,
            "market_risks": [{"id": "x"}, {"id": 7}],
        }
        number_apart(RiskLogContent, written)
        assert written == {"technical_risks": entries, "market_risks": [{"id": "x"}, {"id": 7}]}
