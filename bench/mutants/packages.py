"""What is changed, and which tests are asked about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

TESTS = "artifacts/tests"

CHANGED = "MUTANTS_CHANGED"
"""The environment variable with patterns of the modules to change: they are imported before there
is an option to ask for.
"""


@dataclass(frozen=True)
class Package:
    """Modules that are changed together, with their nearest tests: those that would be run first
    after a change of them.
    """

    name: str
    modules: tuple[str, ...]
    """Patterns of paths; an asterisk takes in the folders below."""

    tests: tuple[str, ...]
    """Paths below `artifacts/tests`."""


def modules_of(patterns: Iterable[str]) -> list[str]:
    """Return the paths of the modules that fit one of `patterns`, below the working directory."""
    wanted = tuple(patterns)
    paths = sorted(map(str, Path("artifacts").rglob("*.py")))
    return [path for path in paths if any(fnmatch(path, pattern) for pattern in wanted)]


PACKAGES = (
    Package("tiers", ("artifacts/tiers.py",), ("schemas/test_tiers.py",)),
    Package(
        "schemas",
        ("artifacts/schemas/base.py",),
        (
            "schemas/test_kinds.py",
            "schemas/test_schema_versions.py",
            "schemas/test_schemas.py",
            "schemas/test_specification.py",
            "schemas/test_units.py",
            "documents",
            "services/editing/test_editing.py",
        ),
    ),
    Package(
        "models",
        ("artifacts/models/*.py",),
        (
            "models",
            "exporters/test_branding.py",
            "facts/test_facts_service.py",
            "generation/test_claims.py",
            "generation/test_leases.py",
            "generation/test_recovery.py",
            "services/editing/test_editing.py",
            "services/documents/test_fitting.py",
            "services/documents/test_notes.py",
            "services/accounts/test_plans.py",
            "services/sharing/test_sharing.py",
            "services/assumptions/test_testing.py",
            "usage",
            "views/test_kept_pages.py",
            "views/test_looks.py",
            "views/test_project_list.py",
            "views/test_shared_evidence.py",
            "views/test_week_pages.py",
        ),
    ),
    Package(
        "generation",
        ("artifacts/generation/*.py",),
        (
            "generation/test_breaking.py",
            "generation/test_cancel.py",
            "generation/test_claims.py",
            "generation/test_clock.py",
            "generation/test_decided_ids.py",
            "generation/test_decided_versions.py",
            "generation/test_deleting.py",
            "generation/test_idempotency.py",
            "generation/test_interrupted.py",
            "generation/test_last_pass.py",
            "generation/test_leases.py",
            "generation/test_live_text.py",
            "generation/test_lost_connections.py",
            "generation/test_operator_lines.py",
            "generation/test_orders.py",
            "generation/test_postponing.py",
            "generation/test_proposal_items.py",
            "generation/test_proposal_links.py",
            "generation/test_proposal_reading.py",
            "generation/test_proposals.py",
            "generation/test_purge.py",
            "generation/test_receipts.py",
            "generation/test_recovery.py",
            "generation/test_regenerate.py",
            "generation/test_shutdown.py",
            "generation/test_streaming.py",
            "generation/test_tasks.py",
            "generation/test_wishes.py",
            "generation/test_writer.py",
            "generation/test_writer_failures.py",
            "admin/test_generation.py",
            "admin/test_release.py",
            "monitoring/test_logs.py",
            "monitoring/test_probes.py",
            "views/test_polls.py",
        ),
    ),
    Package("facts", ("artifacts/facts/*.py",), ("facts",)),
    Package(
        "checker",
        ("artifacts/checker/*.py",),
        (
            "checker",
            "charts/test_pictures.py",
            "generation/test_breaking.py",
            "generation/test_last_pass.py",
            "views/test_findings_pages.py",
        ),
    ),
    Package(
        "sharing",
        ("artifacts/services/sharing/*.py",),
        (
            "services/sharing",
            "views/test_share_pages.py",
            "views/test_shared_evidence.py",
            "views/test_shared_notes.py",
            "views/test_shared_pages.py",
            "views/test_shared_password.py",
        ),
    ),
    Package(
        "diff",
        ("artifacts/diff/*.py",),
        ("diff", "generation/test_proposal_items.py", "generation/test_proposal_links.py"),
    ),
    Package("importing", ("artifacts/importing/*.py",), ("importing",)),
)
