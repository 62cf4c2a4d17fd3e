from __future__ import annotations

import argparse
import random
import sys
import time

from bench.campaigns.ground import scratch
from bench.campaigns.report import Report, keep, write_page

parser = argparse.ArgumentParser(prog="python -m bench.campaigns", description=__doc__)
parser.add_argument(
    "name", choices=["faults", "processes", "races", "fuzz", "access", "page"],
    help="which campaign; `page` only makes docs/reliability.md of what is kept",
)  # fmt: skip
parser.add_argument("--seed", type=int, help="by default another one each time; it is printed")
parser.add_argument("--runs", type=int, default=1_000_000, help="at most so many")
parser.add_argument("--seconds", type=float, default=60.0, help="at most so long")
parser.add_argument("--only", default="", help="of faults of processes those with that in the name")
parser.add_argument("--postgres", action="store_true", help="on the server of .ci/with_postgres.py")
parser.add_argument("--keep", action="store_true", help="put the result into docs/reliability.md")
options = parser.parse_args()


def main() -> int:
    if options.name == "page":
        write_page()
        return 0
    seed = random.SystemRandom().randrange(1 << 32) if options.seed is None else options.seed
    report = Report(options.name, "PostgreSQL" if options.postgres else "SQLite", seed)
    print(f"{options.name} on {report.database}, seed {seed}", flush=True)
    began = time.monotonic()
    with scratch(postgres=options.postgres):
        _run(report)
    report.seconds = time.monotonic() - began
    report.show()
    if options.keep:
        keep(report, command=f"python -m bench.campaigns {' '.join(sys.argv[1:])}")
        write_page()
    return 1 if report.violations else 0


def _run(report: Report) -> None:
    import importlib

    campaign = importlib.import_module(f"bench.campaigns.{options.name}")
    more = {"only": options.only} if options.only else {}
    campaign.run(report, runs=options.runs, seconds=options.seconds, **more)


if __name__ == "__main__":
    sys.exit(main())
