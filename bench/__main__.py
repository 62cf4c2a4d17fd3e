from __future__ import annotations

import argparse
from pathlib import Path

from bench import (
    admin,
    chains,
    coherence,
    documents,
    exports,
    facts,
    fleet,
    llm,
    pages,
    recovery,
    startup,
    uploads,
    writer,
)
from bench.builds import HERE

parser = argparse.ArgumentParser(prog="python -m bench")
parser.add_argument(
    "names", nargs="*", metavar="NAME", help="which ones; all of them where none is named"
)
parser.add_argument(
    "--projects", type=int, default=100_000, help="how many projects the admin is measured with"
)
parser.add_argument(
    "--set", type=Path, help="a file of founders other than ours, for facts and coherence"
)
parser.add_argument(
    "--details", action="store_true", help="also print what was read wrong, missed or refused"
)
options = parser.parse_args()

BENCHMARKS = {
    "admin": lambda: admin.run(options.projects),
    "chains": chains.run,
    "coherence": lambda: coherence.run(options.set, details=options.details),
    "documents": lambda: documents.run(options.set or facts.FOUNDERS),
    "exports": exports.run,
    "facts": lambda: facts.run(options.set or facts.FOUNDERS, details=options.details),
    "fleet": fleet.run,
    "llm": llm.run,
    "pages": lambda: pages.run([HERE]),
    "recovery": recovery.run,
    "startup": startup.run,
    "uploads": uploads.run,
    "writer": writer.run,
}

for name in options.names or BENCHMARKS:
    BENCHMARKS[name]()
