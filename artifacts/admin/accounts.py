"""Founders and staff."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from allauth.account.adapter import get_adapter
from allauth.core import context
from django.contrib import admin
from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db.models import ManyToManyField
from django.forms import CheckboxSelectMultiple, ModelMultipleChoiceField
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString

from artifacts.accounts.adapter import display_name
from artifacts.accounts.roles import groups_to_give, may_change_account
from artifacts.accounts.second_factor import has_second_factor
from artifacts.admin import badges
from artifacts.admin.account_actions import AccountActionsAdmin
from artifacts.admin.base import ChangedColumnsAdmin
from artifacts.admin.changelists import COUNTED, FastListAdmin, link_to, link_to_list, links
from artifacts.admin.filters import ClosedFilter
from artifacts.admin.search import NEWEST, Search
from artifacts.forms.staff_accounts import AddAccountForm, ChangeAccountForm
from artifacts.models import Artifact, Project, ShareLink, User

RANK = ("is_superuser", "user_permissions")
"""What only a superuser gives."""

OWN_RANK = ("is_staff", "groups", *RANK)
"""What nobody else changes of their own account."""


class SignInForm(AdminAuthenticationForm):
    """Signs staff in by email, or by the user name of an account of the command line, under the
    same limits as founders: one count for both doors.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].label = "Email"

    def clean(self) -> dict[str, Any]:
        name, password = self.cleaned_data.get("username"), self.cleaned_data.get("password")
        if not name or not password:
            return self.cleaned_data
        request = self.request or context.request
        user = get_adapter(request).authenticate(request, username=name, password=password)
        if user is None:
            raise self.get_invalid_login_error()
        self.confirm_login_allowed(user)
        if has_second_factor(user):
            raise ValidationError(
                "This account has a second factor. Sign in on the founders' page, which asks for"
                " it: %(address)s",
                params={"address": f"{reverse('account_login')}?next={reverse('admin:index')}"},
            )
        self.user_cache = user
        return self.cleaned_data


admin.site.login_form = SignInForm


@admin.register(User)
class UserAdmin(AccountActionsAdmin, FastListAdmin, ChangedColumnsAdmin, DjangoUserAdmin[User]):
    list_display = ["account", "tier", "state", "elsewhere", "date_joined"]
    list_display_links = None
    list_filter = ["tier", "is_staff", "is_active", ClosedFilter, "date_joined"]
    ordering = ["-date_joined", "-id"]
    sortable_by = ["date_joined"]
    date_hierarchy = "date_joined"
    filter_horizontal = ["user_permissions"]
    search = Search(owner="pk", texts=("username",), followed=COUNTED + 1)
    search_help_text = (
        f"How an email address begins. Where none begins so, the newest {NEWEST:,} accounts are"
        " searched."
    )
    form = ChangeAccountForm
    add_form = AddAccountForm
    add_fieldsets = [(None, {"fields": ["email", "usable_password", "password1", "password2"]})]
    fieldsets = [
        (
            None,
            {"fields": ["email", "password", "state", "tier", "daily_documents", "elsewhere"]},
        ),
        ("Person", {"fields": ["first_name", "language", "time_zone", "other_user_name"]}),
        ("Permissions", {"fields": ["is_staff", "is_superuser", "groups", "user_permissions"]}),
        ("Dates", {"fields": ["last_login", "date_joined"]}),
    ]
    readonly_fields = [
        "state",
        "tier",
        "daily_documents",
        "elsewhere",
        "language",
        "time_zone",
        "other_user_name",
        "last_login",
        "date_joined",
    ]

    @admin.display(description="User name", empty_value="the email")
    def other_user_name(self, user: User) -> str | None:
        return None if user.username == user.email else user.username

    @admin.display(description="Email")
    def account(self, user: User) -> SafeString:
        return link_to(user, display_name(user))

    @admin.display(description="State")
    def state(self, user: User) -> SafeString:
        return badges.as_html(_account_badges(user))

    @admin.display(description="See also")
    def elsewhere(self, user: User) -> SafeString:
        return links(
            link_to_list(Project, "Projects", owner__id__exact=user.pk),
            link_to_list(Artifact, "Documents", project__owner__id__exact=user.pk),
            link_to_list(ShareLink, "Share links", project__owner__id__exact=user.pk),
        )

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        """Django asks this for the password's page too."""
        allowed = super().has_change_permission(request, obj)
        return allowed and (obj is None or may_change_account(_actor(request), obj))

    def get_readonly_fields(
        self, request: HttpRequest, obj: User | None = None
    ) -> list[str] | tuple[str, ...]:
        names = tuple(super().get_readonly_fields(request, obj))
        actor = _actor(request)
        if actor.is_superuser:
            return names
        return (*names, *(OWN_RANK if obj is not None and obj.pk == actor.pk else RANK))

    def formfield_for_manytomany(
        self, db_field: ManyToManyField[Any, Any], request: HttpRequest, **kwargs: Any
    ) -> ModelMultipleChoiceField[Any] | None:
        if db_field.remote_field.model is Group:
            kwargs |= {
                "queryset": groups_to_give(_actor(request)),
                "widget": CheckboxSelectMultiple(),
            }
        return super().formfield_for_manytomany(db_field, request, **kwargs)


def _account_badges(user: User) -> Iterator[badges.Badge]:
    yield ("good", "active") if user.is_active else ("bad", "suspended")
    if user.erase_at is not None:
        yield "bad", f"deleted, goes for good on {timezone.localtime(user.erase_at):%-d %b %Y}"
    if user.is_superuser:
        yield "busy", "superuser"
    elif user.is_staff:
        yield "busy", "staff"
    if user.daily_documents is not None:
        yield "quiet", f"{user.daily_documents} a day"


def _actor(request: HttpRequest) -> User:
    """Return who is signed in; pages of the admin have nobody else."""
    assert isinstance(request.user, User)
    return request.user
