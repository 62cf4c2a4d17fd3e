from __future__ import annotations

import pytest

from artifacts.tiers import Gate, Tier


def test_tiers_are_ordered_by_what_they_open_and_not_by_alphabet() -> None:
    assert Tier.BOOTSTRAPPER < Tier.PARTNER < Tier.CTO_SCALE
    assert max(Tier) is Tier.CTO_SCALE
    assert Tier.PARTNER >= Tier.PARTNER >= Tier.BOOTSTRAPPER


@pytest.mark.parametrize("tier", Tier)
def test_no_tier_is_below_or_above_itself(tier: Tier) -> None:
    assert not tier < tier
    assert not tier > tier
    assert tier <= tier
    assert tier >= tier


def test_tiers_and_gates_have_the_names_that_pages_show() -> None:
    assert [tier.label for tier in Tier] == ["Bootstrapper", "Partner", "CTO Scale"]
    assert [gate.label for gate in Gate] == ["Core", "Business", "Strategic"]


def test_a_gate_knows_the_lowest_tier_that_it_opens_for() -> None:
    assert [gate.tier for gate in Gate] == list(Tier)
    assert [min(filter(gate.opens_for, Tier)) for gate in Gate] == list(Tier)


@pytest.mark.parametrize(
    ("tier", "gates"),
    [
        (Tier.BOOTSTRAPPER, {Gate.CORE}),
        (Tier.PARTNER, {Gate.CORE, Gate.BUSINESS}),
        (Tier.CTO_SCALE, {Gate.CORE, Gate.BUSINESS, Gate.STRATEGIC}),
    ],
)
def test_a_tier_opens_its_gate_and_all_below(tier: Tier, gates: set[Gate]) -> None:
    assert {gate for gate in Gate if gate.opens_for(tier)} == gates
