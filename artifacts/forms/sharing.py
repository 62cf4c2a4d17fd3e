"""Forms for share links, and for what guests type on their pages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from artifacts.documents.presentation import DocumentView
from artifacts.exceptions import InvalidEdit
from artifacts.models import ShareLink
from artifacts.models.share import GUEST_NAME_MAX, GUEST_NOTE_MAX, LABEL_MAX
from artifacts.schemas import GENERATION_ORDER, ArtifactType
from artifacts.services.sharing.links import LIFETIMES
from artifacts.tiers import Tier
from artifacts.translation import translated

DAYS = 30
"""For how long a link is open unless the founder says otherwise."""

PASSWORD_MIN = 6

TIERS = {
    Tier.BOOTSTRAPPER: (_("The core"), _("The sections that every plan has.")),
    Tier.PARTNER: (
        _("The core and the business sections"),
        _("With the market, the money and the resources."),
    ),
    Tier.CTO_SCALE: (_("Everything"), _("The strategic sections too.")),
}
"""What the tiers are called where it is guests who read."""

_TOO_LONG = _("Please shorten this to %(limit_value)d characters; it has %(show_value)d now.")


class ShareForm(forms.Form):
    """Make a link, or change the one that is given."""

    documents = forms.TypedMultipleChoiceField(
        label=_("Which documents?"),
        coerce=ArtifactType,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": _("Please choose at least one document."),
            "invalid_choice": _("Please choose among these documents."),
        },
    )
    tier = forms.TypedChoiceField(
        label=_("How much of them?"),
        coerce=Tier,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Please choose one."),
            "invalid_choice": _("Please choose one of these."),
        },
    )
    days = forms.TypedChoiceField(
        label=_("Open for how long?"),
        coerce=int,
        empty_value=None,
        error_messages={
            "required": _("Please choose one."),
            "invalid_choice": _("Please choose one of these."),
        },
    )
    password = forms.CharField(
        label=_("Password"),
        required=False,
        min_length=PASSWORD_MIN,
        max_length=128,
        strip=False,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "spellcheck": "false", "autocapitalize": "none"}
        ),
        error_messages={"min_length": _("Please use %(limit_value)d characters or more.")},
    )
    remove_password = forms.BooleanField(label=_("Stop asking for a password"), required=False)
    allows_notes = forms.BooleanField(label=_("Let guests leave notes"), required=False)
    label = forms.CharField(
        label=_("Who is it for?"),
        help_text=_("A word for yourself, to tell your links apart. Guests do not see it."),
        required=False,
        max_length=LABEL_MAX,
        widget=forms.TextInput(attrs={"autocomplete": "off", "dir": "auto"}),
        error_messages={"max_length": _TOO_LONG},
    )

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        tier: Tier,
        written: Iterable[ArtifactType],
        link: ShareLink | None = None,
    ) -> None:
        super().__init__(data, initial=_initial(link, tier, list(written)))
        self.link = link
        _choices(self, "documents", [(t.value, translated(t.label)) for t in GENERATION_ORDER])
        _choices(self, "tier", [(one.value, TIERS[one][0]) for one in Tier if one <= tier])
        lifetimes = [(str(days), _days(days)) for days in LIFETIMES]
        _choices(self, "days", [("", gettext("As it is now")), *lifetimes] if link else lifetimes)
        self.fields["days"].required = link is None
        if link is None:
            del self.fields["remove_password"]

    def values(self) -> dict[str, Any]:
        """What `make_link` or `change_link` is told."""
        values = dict(self.cleaned_data)
        if self.link and values.pop("remove_password"):
            values["password"] = ""
        elif self.link:
            values["password"] = values["password"] or None
        return values


class SharePasswordForm(forms.Form):
    password = forms.CharField(
        label=_("Password"),
        strip=False,
        max_length=128,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
        error_messages={"required": _("Please type the password.")},
    )


class GuestNoteForm(forms.Form):
    """A note of somebody without an account on what `document` shows."""

    name = forms.CharField(
        label=_("Your name"),
        max_length=GUEST_NAME_MAX,
        widget=forms.TextInput(attrs={"autocomplete": "name", "dir": "auto"}),
        error_messages={"required": _("Please give your name."), "max_length": _TOO_LONG},
    )
    section = forms.ChoiceField(
        label=_("What is it about?"),
        required=False,
        error_messages={"invalid_choice": _("Please choose one of these.")},
    )
    text = forms.CharField(
        label=_("Your note"),
        max_length=GUEST_NOTE_MAX,
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
        error_messages={"required": _("Please write something here."), "max_length": _TOO_LONG},
    )

    def __init__(self, data: QueryDict | None = None, *, document: DocumentView) -> None:
        super().__init__(data, auto_id="id_guest_%s")
        sections = [(view.section.name, view.section.title) for view in document.sections]
        _choices(self, "section", [("", gettext("The whole document")), *sections])

    def refuse(self, error: InvalidEdit) -> None:
        """Put the sentences of `error` beside the fields they are about."""
        for name, sentences in error.errors.items():
            for sentence in sentences:
                self.add_error(name, sentence)


class EvidenceForm(forms.Form):
    """What somebody without an account knows about one of our weakest assumptions."""

    assumption = forms.ChoiceField(
        label=_("Which of these do you know something about?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Please choose one of these."),
            "invalid_choice": _("Please choose one of these."),
        },
    )
    text = forms.CharField(
        label=_("What you know about it"),
        help_text=_("For example: “I know ten such cafés, and three of them would try it.”"),
        max_length=GUEST_NOTE_MAX,
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
        error_messages={"required": _("Please write something here."), "max_length": _TOO_LONG},
    )
    name = forms.CharField(
        label=_("Your name"),
        max_length=GUEST_NAME_MAX,
        widget=forms.TextInput(attrs={"autocomplete": "name", "dir": "auto"}),
        error_messages={"required": _("Please give your name."), "max_length": _TOO_LONG},
    )

    def __init__(self, data: QueryDict | None = None, *, choices: list[tuple[str, str]]) -> None:
        super().__init__(data, auto_id="id_evidence_%s")
        _choices(self, "assumption", choices)

    def refuse(self, error: InvalidEdit) -> None:
        """Put the sentences of `error` beside the fields they are about."""
        for name, sentences in error.errors.items():
            for sentence in sentences:
                self.add_error(name if name in self.fields else None, sentence)


def _initial(link: ShareLink | None, tier: Tier, written: list[ArtifactType]) -> dict[str, Any]:
    if link is None:
        return {
            "documents": [t.value for t in written],
            "tier": Tier.BOOTSTRAPPER.value,
            "days": str(DAYS),
        }
    return {
        "documents": [chosen.value for chosen in link.chosen()],
        "tier": min(link.get_tier(), tier).value,
        "allows_notes": link.allows_notes,
        "label": link.label,
    }


def _choices(form: forms.Form, name: str, choices: list[tuple[Any, Any]]) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    field.choices = choices


def _days(days: int) -> str:
    if days >= 365:
        return gettext("A year")
    return ngettext("%(days)d day", "%(days)d days", days) % {"days": days}
