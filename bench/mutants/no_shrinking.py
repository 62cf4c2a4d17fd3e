"""A plugin of pytest: properties draw the same again, and one that fails is not made smaller, which
takes minutes and says nothing of whether a change was noticed.
"""

from __future__ import annotations

from hypothesis import Phase, settings


def pytest_configure() -> None:
    settings.register_profile(
        "mutants",
        settings(),
        derandomize=True,
        database=None,
        phases=[Phase.explicit, Phase.generate],
    )
    settings.load_profile("mutants")
