"""Which rules of the checker object to a changed sample project."""

from __future__ import annotations

from artifacts.checker.sample import check_sample


def rules_found(**changes: object) -> set[str]:
    """Return the rules that object to the sample project with these changes; `__` in the name of a
    place is a point.
    """
    report = check_sample({place.replace("__", "."): value for place, value in changes.items()})
    return {finding.rule for finding in report.findings}
