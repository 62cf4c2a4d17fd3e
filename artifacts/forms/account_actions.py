"""What staff are asked before they do something to accounts."""

from __future__ import annotations

from django import forms

from artifacts.accounts.staff_actions import DAILY_MAX
from artifacts.forms.reasons import AccountReasonForm
from artifacts.models.plan_request import WORD_MAX
from artifacts.tiers import Tier


class TierForm(AccountReasonForm):
    field_order = ["tier"]
    tier = forms.TypedChoiceField(choices=[(tier.value, tier.label) for tier in Tier], coerce=Tier)


class AllowanceForm(AccountReasonForm):
    field_order = ["documents"]
    documents = forms.IntegerField(
        label="Documents a day",
        required=False,
        min_value=0,
        max_value=DAILY_MAX,
        help_text="Instead of what the tier allows. Leave it empty for what the tier allows.",
    )


class PlanAnswerForm(forms.Form):
    """What staff say to a founder with the answer to a request."""

    word = forms.CharField(
        label="A word to the founder",
        required=False,
        max_length=WORD_MAX,
        widget=forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField", "dir": "auto"}),
        help_text="The founder reads it, by email and on the next page. It may be left out.",
    )
