"""The form in which staff correct what kind of product a project is.

The admin is in English only.
"""

from __future__ import annotations

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from artifacts.facts.labels import VERDICTS
from artifacts.facts.naming import title_of
from artifacts.facts.schema import TRAITS, Facts

OPEN = ""
"""A trait that nobody has settled; it cannot be chosen again."""


class TraitsForm(forms.Form):
    """A verdict for each trait, and beside it the one that was seen."""

    def __init__(self, facts: Facts, data: QueryDict | None = None) -> None:
        super().__init__(data)
        choices = [(key, _(words)) for key, words in VERDICTS.items()]
        for trait in TRAITS:
            now = getattr(facts.traits, trait).value or OPEN
            offered = choices if now else [(OPEN, pgettext("an answer", "Open")), *choices]
            self.fields[trait] = forms.ChoiceField(
                label=_(title_of(f"traits.{trait}")), choices=offered, initial=now, required=False
            )
            self.fields[f"seen-{trait}"] = forms.CharField(
                initial=now, required=False, widget=forms.HiddenInput
            )

    def wanted(self) -> dict[str, str]:
        return {trait: self.cleaned_data[trait] for trait in TRAITS}

    def seen(self) -> dict[str, str]:
        return {trait: self.cleaned_data[f"seen-{trait}"] for trait in TRAITS}

    def rebase(self, facts: Facts) -> list[str]:
        """Carry on what is stored now; return the titles of what another one changed."""
        said, changed = dict(self.data.items()), []
        for trait in TRAITS:
            now = getattr(facts.traits, trait).value or OPEN
            if said.get(f"seen-{trait}", "") != now:
                said[f"seen-{trait}"] = now
                changed.append(f"{self.fields[trait].label}: {_(VERDICTS.get(now, 'Open'))}")
        self.data = said
        return changed
