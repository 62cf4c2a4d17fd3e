from __future__ import annotations

import argparse
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from bench import (
    admin,
    chains,
    coherence,
    documents,
    exports,
    facts,
    fleet,
    growth,
    leases,
    llm,
    load,
    long_page,
    pages,
    polls,
    recovery,
    saves,
    startup,
    uploads,
    writer,
)
from bench.builds import HERE, build_of

parser = argparse.ArgumentParser(
    prog="python -m bench",
    description=(
        "Measure speed and quality. `against REF [NAME ...]` measures chains, pages and startup of"
        " this build and of that commit side by side, in turns."
    ),
)
parser.add_argument(
    "names", nargs="*", metavar="NAME", help="which ones; all of them where none is named"
)
parser.add_argument(
    "--projects",
    type=int,
    default=100_000,
    help="how many projects the admin and growth are measured with",
)
parser.add_argument(
    "--set", type=Path, help="a file of founders other than ours, for facts and coherence"
)
parser.add_argument(
    "--details", action="store_true", help="also print what was read wrong, missed or refused"
)
parser.add_argument(
    "--rounds", type=int, default=5, help="how many rounds of chains, pages and startup"
)
parser.add_argument(
    "--smoke", action="store_true", help="chains and pages as small as can be, for their results"
)
options = parser.parse_args()

names = options.names
builds = [HERE]
stack = ExitStack()
if names[:1] == ["against"]:
    if len(names) < 2:
        parser.error("against what? Name a commit.")
    builds.insert(0, stack.enter_context(build_of(names[1])))
    names = names[2:] or ["chains", "pages"]
elif options.smoke:
    names = names or ["chains", "pages"]


def _chains() -> None:
    if options.smoke:
        chains.run(builds, chains=1, rounds=1, clients=(1,))
    else:
        chains.run(builds, rounds=options.rounds)


def _pages() -> None:
    if options.smoke:
        pages.run(builds, rounds=1, requests=1)
    else:
        pages.run(builds, rounds=options.rounds)


BENCHMARKS: dict[str, Callable[[], object]] = {
    "admin": lambda: admin.run(options.projects),
    "chains": _chains,
    "coherence": lambda: coherence.run(options.set, details=options.details),
    "documents": lambda: documents.run(options.set or facts.FOUNDERS),
    "exports": exports.run,
    "facts": lambda: facts.run(options.set or facts.FOUNDERS, details=options.details),
    "fleet": fleet.run,
    "growth": lambda: growth.run(options.projects),
    "leases": leases.run,
    "llm": llm.run,
    "load": load.run,
    "long-page": long_page.run,
    "pages": _pages,
    "polls": polls.run,
    "recovery": recovery.run,
    "saves": saves.run,
    "startup": lambda: startup.run(builds, rounds=options.rounds),
    "uploads": uploads.run,
    "writer": writer.run,
}
unknown = [name for name in names if name not in BENCHMARKS]
if unknown:
    parser.error(f"there is no {', '.join(unknown)}; there are {', '.join(BENCHMARKS)}")
with stack:
    for name in names or BENCHMARKS:
        BENCHMARKS[name]()
