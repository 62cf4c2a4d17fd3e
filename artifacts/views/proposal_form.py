"""What the page of a new version sends: the choices, and what its founder saw."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from artifacts.diff.three_way import Choice
from artifacts.generation.proposals import Choices
from artifacts.schemas.base import Section
from artifacts.tiers import Tier


@dataclass(frozen=True, slots=True)
class ProposalForm:
    """The form, as it was sent now or before a session ended; empty if it was only opened."""

    data: Mapping[str, str]

    def choice(self, section: str) -> Choice | None:
        """Return what was chosen for a whole section; None if each item has its own choice."""
        return _as_choice(self.data.get(f"choice-{section}", ""))

    def item_choice(self, section: str, item_id: str) -> Choice | None:
        return _as_choice(self.data.get(f"choice-{section}-{item_id}", ""))

    def item_choices(self, section: str) -> dict[str, Choice]:
        """Return what was chosen for the items of a section, by their ids."""
        start = f"choice-{section}-"
        ids = [key.removeprefix(start) for key in self.data if key.startswith(start)]
        chosen = {item_id: self.item_choice(section, item_id) for item_id in ids}
        return {item_id: choice for item_id, choice in chosen.items() if choice}

    def choices(self, sections: Iterable[Section]) -> Choices:
        """Return the decisions; items count where no choice was made for their whole section."""
        names = [section.name for section in sections]
        whole = {name: choice for name in names if (choice := self.choice(name))}
        single = {name: self.item_choices(name) for name in names if name not in whole}
        return Choices(
            whole, {name: chosen for name, chosen in single.items() if chosen}, self.tier
        )

    def everything_new(self, sections: Iterable[Section]) -> Choices:
        """Return the decision to take the new text of every section."""
        return Choices({one.name: "new" for one in sections if not one.computed}, {}, self.tier)

    @property
    def tier(self) -> Tier | None:
        """The tier for which the page was made; None if it does not say."""
        return next((tier for tier in Tier if tier.value == self.data.get("seen-by")), None)

    def is_of_other_tier(self, tier: Tier) -> bool:
        return self.data.get("seen-by", tier.value) != tier.value

    def has_seen(self, section: str, fingerprint: str) -> bool:
        """Whether the page showed the texts of a section that have this fingerprint now."""
        return self.data.get(f"seen-{section}", fingerprint) == fingerprint


def _as_choice(text: str) -> Choice | None:
    return "mine" if text == "mine" else "new" if text == "new" else None
