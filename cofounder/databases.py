"""How we connect to the database that DATABASE_URL names: engine and options."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote

POSTGRESQL = "cofounder.postgresql"


def connected(database: dict[str, Any], *, pool_size: int, wait_seconds: int) -> dict[str, Any]:
    """Return the settings of `database`, as its URL gives them, with our engine and its options.

    Raises ValueError for a database that we know no engine for.
    """
    match database["ENGINE"]:
        case "django.db.backends.sqlite3":
            return {**database, "ENGINE": "cofounder.sqlite", "OPTIONS": _sqlite_options()}
        case "django.db.backends.postgresql":
            return {
                **database,
                # A socket's folder stands percent-encoded in a URL:
                # postgres://user@%2Fvar%2Frun%2Fpostgresql/name
                "HOST": unquote(database["HOST"]),
                "ENGINE": POSTGRESQL,
                "OPTIONS": {
                    # A server that does not answer is given up as soon as one that refuses; the URL
                    # may say otherwise.
                    "connect_timeout": max(2, wait_seconds),
                    "tcp_user_timeout": wait_seconds * 1000,
                    **database.get("OPTIONS", {}),
                    # A connection goes back to the pool before anything slow, so a few serve many
                    # threads.
                    "pool": {"min_size": 0, "max_size": pool_size, "timeout": wait_seconds},
                },
            }
    raise ValueError(database["ENGINE"])


def _sqlite_options() -> dict[str, Any]:
    # Deferred transactions fail at once when two writers meet; immediate ones wait for each other.
    return {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
