"""Who is signed in, as Django tells it, read by a statement that is built once: every page asks."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.conf import settings
from django.contrib import auth
from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare
from django.utils.functional import SimpleLazyObject

from artifacts.models import User
from artifacts.models.compiled import CompiledQuery, Parameter


class SignedInMiddleware(AuthenticationMiddleware):
    """Sets `request.user` to what Django's own would."""

    def process_request(self, request: HttpRequest) -> None:
        super().process_request(request)
        request.user = SimpleLazyObject(lambda: _cached_user(request))  # type: ignore[assignment]


def known_user(request: HttpRequest) -> AbstractBaseUser | AnonymousUser:
    """Return who is signed in. From now on `request.user` is that row.

    What stands there before looks for the row at each access, of which a page has hundreds.
    """
    user: Any = request.user
    if type(user) is SimpleLazyObject:
        bool(user)  # reads it
        request.user = user = vars(request).get("_cached_user", user)
    known: AbstractBaseUser | AnonymousUser = user
    return known


def _cached_user(request: HttpRequest) -> AbstractBaseUser | AnonymousUser:
    """Return the user of this request, read once, where Django keeps it too."""
    known = vars(request)
    if "_cached_user" not in known:
        known["_cached_user"] = _usual_user(request) or auth.get_user(request)
    user: AbstractBaseUser | AnonymousUser = known["_cached_user"]
    return user


def _usual_user(request: HttpRequest) -> User | None:
    """Return whose session it is; None for what is unusual, on which Django decides: nobody, a
    session that was signed with another password or key, an account that is closed or gone.
    """
    session = request.session
    backend, key = session.get(auth.BACKEND_SESSION_KEY), session.get(auth.SESSION_KEY)
    if backend not in settings.AUTHENTICATION_BACKENDS or not _reads_by_key(backend):
        return None
    rows = _BY_KEY.rows(pk=User._meta.pk.to_python(key))
    user = rows[0] if rows else None
    if user is None or not user.is_active:
        return None
    signed = session.get(auth.HASH_SESSION_KEY) or ""
    return user if constant_time_compare(signed, user.get_session_auth_hash()) else None


@cache
def _reads_by_key(path: str) -> bool:
    """Whether a backend reads users as Django's own does."""
    backend = type(auth.load_backend(path))
    return (
        getattr(backend, "get_user", None) is ModelBackend.get_user
        and getattr(backend, "user_can_authenticate", None) is ModelBackend.user_can_authenticate
    )


_BY_KEY = CompiledQuery(lambda: User.objects.filter(pk=Parameter("pk", User._meta.pk)))
