"""A scratch database for one campaign, and what is looked at after each of its steps."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from django.utils import timezone


@contextmanager
def scratch(*, postgres: bool) -> Iterator[None]:
    """Set Django up on an empty database of its own, and drop it afterwards.

    Uses the settings of the tests; TEST_RUN_DATABASE_URL names the server.
    """
    if not postgres:
        os.environ["TEST_RUN_DATABASE_URL"] = ""
    elif not os.environ.get("TEST_RUN_DATABASE_URL"):
        raise SystemExit("PostgreSQL: run this by .ci/with_postgres.py, as the Makefile does.")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "artifacts.tests.settings")
    import django

    django.setup()
    # What is logged of a thousand faults is of no use; what is wrong is printed.
    logging.disable(logging.CRITICAL)
    from django.db import connections
    from django.test.utils import setup_databases, setup_test_environment, teardown_databases

    if postgres:
        # Several campaigns may share a server.
        connections["default"].settings_dict["TEST"]["NAME"] = f"campaign_{os.getpid()}"
    setup_test_environment(debug=False)
    made = setup_databases(verbosity=0, interactive=False)
    try:
        yield
    finally:
        connections.close_all()
        if postgres:
            _end_connections()
        teardown_databases(made, verbosity=0)


def breaches() -> list[str]:
    """Return what `manage.py audit` would find in all that is stored."""
    from artifacts.services.operations.audit import audit_projects, audit_tables

    found = [*audit_tables()]
    for _, more in audit_projects(now=timezone.now() + timedelta(seconds=1)):
        found += more
    return [f"{one.rule} {one.document} {one.what}" for one in found]


def _end_connections() -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
    connection.close()
