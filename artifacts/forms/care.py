"""What staff are asked before they do something to accounts."""

from __future__ import annotations

from django import forms

from artifacts.services.accounts import DAILY_MAX, REASON_MAX
from artifacts.tiers import Tier


class ReasonForm(forms.Form):
    reason = forms.CharField(
        max_length=REASON_MAX,
        widget=forms.Textarea(attrs={"rows": 3, "cols": 60}),
        help_text="For your colleagues: it stands in the history of the account. The founder does not see it.",
    )


class TierForm(ReasonForm):
    field_order = ["tier"]
    tier = forms.TypedChoiceField(choices=[(tier.value, tier.label) for tier in Tier], coerce=Tier)


class AllowanceForm(ReasonForm):
    field_order = ["documents"]
    documents = forms.IntegerField(
        label="Documents a day",
        required=False,
        min_value=0,
        max_value=DAILY_MAX,
        help_text="Instead of what the tier allows. Leave it empty for what the tier allows.",
    )
