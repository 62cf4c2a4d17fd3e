"""The form of what founders choose for themselves."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from artifacts.accounts.notices import Notice
from artifacts.models import User
from artifacts.services.accounts.preferences import NAME_MAX, REGIONS, time_zones
from artifacts.text import gettext_noop
from artifacts.translation import translated

UNCHOSEN = "-"
"""Leaves it to the browser, or to the installation."""

_REGION_LABELS = {
    "Africa": gettext_noop("Africa"),
    "America": gettext_noop("America"),
    "Antarctica": gettext_noop("Antarctica"),
    "Arctic": gettext_noop("Arctic"),
    "Asia": gettext_noop("Asia"),
    "Atlantic": gettext_noop("Atlantic"),
    "Australia": gettext_noop("Australia"),
    "Europe": gettext_noop("Europe"),
    "Indian": gettext_noop("Indian Ocean"),
    "Pacific": gettext_noop("Pacific"),
}


CHOOSE = {name: _("Please choose one of these.") for name in ("required", "invalid_choice")}


class PreferencesForm(forms.Form):
    """One field for each thing; `mail_...` for each kind of mail."""

    name = forms.CharField(
        label=_("Name"),
        required=False,
        max_length=NAME_MAX,
        help_text=_("What we call you here, in emails and on your notes."),
        widget=forms.TextInput(attrs={"autocomplete": "name", "dir": "auto"}),
        error_messages={
            "max_length": _(
                "Please shorten this to %(limit_value)d characters; it has %(show_value)d now."
            )
        },
    )
    language = forms.ChoiceField(
        label=_("Language"),
        help_text=_(
            "Of pages and emails, on every device. Your documents stay in the language they were"
            " written in."
        ),
        error_messages=CHOOSE,
    )
    time_zone = forms.ChoiceField(
        label=_("Time zone"),
        help_text=_(
            "Type the first letters of a large city near you. Behind each is what its clocks say"
            " now."
        ),
        error_messages=CHOOSE,
    )

    def __init__(self, user: User, data: Any = None) -> None:
        super().__init__(data, initial=_initial(user))
        now = timezone.now()
        self.fields["language"].choices = [  # type: ignore[attr-defined]
            (UNCHOSEN, _("As my browser asks for")),
            *settings.LANGUAGES,
        ]
        self.fields["time_zone"].choices = _zones(now)  # type: ignore[attr-defined]
        for notice in Notice:
            self.fields[notice.column] = forms.BooleanField(
                label=translated(notice.label), required=False
            )

    @property
    def mail_fields(self) -> list[forms.BoundField]:
        return [self[notice.column] for notice in Notice]

    def chosen(self) -> dict[str, Any]:
        """Return the arguments of `save_preferences`, of a form that was validated."""
        values = self.cleaned_data
        return {
            "name": values["name"],
            **{name: values[name].removeprefix(UNCHOSEN) for name in ("language", "time_zone")},
            "mails": {notice: values[notice.column] for notice in Notice},
        }


def _initial(user: User) -> dict[str, Any]:
    return {
        "name": user.name,
        "language": user.language or UNCHOSEN,
        "time_zone": user.time_zone or UNCHOSEN,
        **{notice.column: notice.is_wanted_by(user) for notice in Notice},
    }


def _zones(now: datetime) -> list[Any]:
    """Return the time zones by part of the world, each named by its city, so that typing finds
    it.
    """
    of_region: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for name in sorted(time_zones() - {"UTC"}):
        region, _slash, city = name.partition("/")
        of_region[region].append((name, f"{_city(city)} · {_clock(now, name)}"))
    default = gettext("Not chosen: %(zone)s") % {"zone": settings.TIME_ZONE}
    groups = [
        (translated(_REGION_LABELS[region]), sorted(of_region[region], key=lambda one: one[1]))
        for region in REGIONS
    ]
    return [(UNCHOSEN, default), ("UTC", f"UTC · {_clock(now, 'UTC')}"), *groups]


def _city(name: str) -> str:
    """Return the city first: "Buenos Aires, Argentina" of "Argentina/Buenos_Aires"."""
    return ", ".join(reversed(name.replace("_", " ").split("/")))


def _clock(now: datetime, zone: str) -> str:
    return f"{now.astimezone(ZoneInfo(zone)):%H:%M}"
