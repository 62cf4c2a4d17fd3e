from __future__ import annotations

import sys

from bench import chains, coherence, exports, fleet, recovery, startup

BENCHMARKS = {
    "chains": chains.run,
    "coherence": coherence.run,
    "exports": exports.run,
    "fleet": fleet.run,
    "recovery": recovery.run,
    "startup": startup.run,
}

if __name__ == "__main__":
    for name in sys.argv[1:] or BENCHMARKS:
        BENCHMARKS[name]()
