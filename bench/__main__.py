from __future__ import annotations

import argparse

from bench import admin, chains, coherence, exports, fleet, llm, recovery, startup, uploads, writer

parser = argparse.ArgumentParser(prog="python -m bench")
parser.add_argument("names", nargs="*", metavar="NAME", help="which ones; all of them where none is named")
parser.add_argument("--projects", type=int, default=100_000, help="how many projects the admin is measured with")
options = parser.parse_args()

BENCHMARKS = {
    "admin": lambda: admin.run(options.projects),
    "chains": chains.run,
    "coherence": coherence.run,
    "exports": exports.run,
    "fleet": fleet.run,
    "llm": llm.run,
    "recovery": recovery.run,
    "startup": startup.run,
    "uploads": uploads.run,
    "writer": writer.run,
}

for name in options.names or BENCHMARKS:
    BENCHMARKS[name]()
