"""Subscription tiers and the gates they open. No Django here."""

from __future__ import annotations

from enum import Enum, StrEnum


class Tier(StrEnum):
    """A founder's subscription. Ordered: `Tier.BOOTSTRAPPER < Tier.PARTNER < Tier.CTO_SCALE`."""

    BOOTSTRAPPER = "bootstrapper"
    PARTNER = "partner"
    CTO_SCALE = "cto_scale"

    @property
    def label(self) -> str:
        return {"cto_scale": "CTO Scale"}.get(self.value, self.value.capitalize())

    @property
    def rank(self) -> int:
        return _RANKS[self._value_]

    # A StrEnum would compare by alphabet, and "cto_scale" < "partner" would lock out those who pay
    # most.
    def __lt__(self, other: str) -> bool:
        return self.rank < Tier(other).rank

    def __le__(self, other: str) -> bool:
        return self.rank <= Tier(other).rank

    def __gt__(self, other: str) -> bool:
        return self.rank > Tier(other).rank

    def __ge__(self, other: str) -> bool:
        return self.rank >= Tier(other).rank


_RANKS: dict[str, int] = {tier.value: rank for rank, tier in enumerate(Tier)}


class Gate(Enum):
    """The lowest tier that may read a section."""

    CORE = Tier.BOOTSTRAPPER
    BUSINESS = Tier.PARTNER
    STRATEGIC = Tier.CTO_SCALE

    @property
    def tier(self) -> Tier:
        # Not `value`, which looks for a member of that name each time.
        tier: Tier = self._value_
        return tier

    @property
    def label(self) -> str:
        return self.name.capitalize()

    def opens_for(self, tier: Tier) -> bool:
        return _RANKS[tier] >= _RANKS[self._value_]
