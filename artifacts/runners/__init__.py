"""Choose the runner that writes.

A runner is named by a string: `fake`, `fake:<scenario>`, `replay:<file>` or `llm`.
"""

from __future__ import annotations

from artifacts.exceptions import RunnerUnavailable
from artifacts.runners.base import Runner
from artifacts.runners.fake import RunnerFake
from artifacts.runners.llm import RunnerLLM
from artifacts.runners.replay import RunnerReplay

RUNNER_NAMES = ("fake", "replay", "llm")


def asks_a_model(name: str) -> bool:
    """Return whether the runner called `name` asks a language model: that costs money, and writes
    in any language.
    """
    return name.partition(":")[0] == "llm"


def get_runner(name: str) -> Runner:
    """Return a new runner for one cascade. Raises RunnerUnavailable, whose text says what to do."""
    kind, _, scenario = name.partition(":")
    if kind == "fake":
        try:
            return RunnerFake(scenario or "happy_path")
        except ValueError as error:
            raise RunnerUnavailable(f"Runner {name!r}: {error}") from error
    if kind == "replay":
        try:
            return RunnerReplay(scenario)
        except ValueError as error:
            raise RunnerUnavailable(f"Runner {name!r}: {error}.") from error
    if kind == "llm":
        return RunnerLLM()
    raise RunnerUnavailable(
        f"There is no runner called {name!r}. Use one of: {', '.join(RUNNER_NAMES)}."
    )
