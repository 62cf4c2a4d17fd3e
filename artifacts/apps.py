from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class ArtifactsConfig(AppConfig):
    name = "artifacts"
    verbose_name = "Artifacts"

    def ready(self) -> None:
        from artifacts import checks  # noqa: F401 (registers the system checks)
        from artifacts.monitoring.error_reports import report_errors

        report_errors()
        post_migrate.connect(_prepare_queue, sender=self)
        post_migrate.connect(_make_roles, sender=self)


def _prepare_queue(**_: Any) -> None:
    from artifacts.tasks import prepare_queue

    prepare_queue()


def _make_roles(**kwargs: Any) -> None:
    from artifacts.accounts.roles import make_roles

    make_roles(**kwargs)
