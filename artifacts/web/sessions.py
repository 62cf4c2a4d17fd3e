"""Sessions as Django keeps them in the database, read by a statement that is built once.

Nearly every request reads one. Tables, cookies and signatures are Django's own.
"""

from __future__ import annotations

from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.utils import timezone

from artifacts.models.compiled import CompiledQuery, Parameter


class SessionStore(db.SessionStore):
    """Keep the name: what a session holds is signed with it."""

    def _get_session_from_db(self) -> Session | None:
        """Return the row of a session that has not expired, else forget its key."""
        rows = _VALID.rows(key=self.session_key, now=timezone.now())
        if rows:
            return rows[0]
        self._session_key = None
        return None


_VALID = CompiledQuery(
    lambda: Session.objects.filter(
        session_key=Parameter("key", Session._meta.get_field("session_key")),
        expire_date__gt=Parameter("now", Session._meta.get_field("expire_date")),
    )
)
