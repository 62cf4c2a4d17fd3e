"""Draws mutants of each package and lists those that no test notices."""

from __future__ import annotations

import argparse
import random
import sys

from bench.mutants.packages import PACKAGES
from bench.mutants.report import keep, show, write_page
from bench.mutants.sampling import TestsFail, run

parser = argparse.ArgumentParser(prog="python -m bench.mutants", description=__doc__)
parser.add_argument(
    "--sample", type=int, default=40, help="at most so many of each package; 0 only makes the page"
)
parser.add_argument("--seed", type=int, help="by default another one each time; it is printed")
parser.add_argument(
    "--only", nargs="+", default=[], choices=[package.name for package in PACKAGES],
    help="of these packages alone",
)  # fmt: skip
parser.add_argument(
    "--most-seconds", type=float, default=60,
    help="of the processor, for the tests of one change: most are noticed within one or two, and"
    " what is not noticed by then has survived",
)  # fmt: skip
parser.add_argument(
    "--compare", action="store_true",
    help="run the tests once beforehand to see in which of them each change makes a difference",
)  # fmt: skip
parser.add_argument("--keep", action="store_true", help="put the score into docs/reliability.md")


def main() -> int:
    options = parser.parse_args()
    seed = random.SystemRandom().randrange(1 << 32) if options.seed is None else options.seed
    chosen = [one for one in PACKAGES if not options.only or one.name in options.only]
    for package in chosen if options.sample else ():
        print(f"{package.name}: {options.sample} mutants, seed {seed}", flush=True)
        try:
            result = run(
                package,
                sample=options.sample,
                seed=seed,
                most_seconds=options.most_seconds,
                compare=options.compare,
            )
        except TestsFail as error:
            print(f"No test of {error} could be asked.")
            return 1
        show(result)
        if options.keep:
            keep(result)
    if options.keep:
        write_page()
    return 0


if __name__ == "__main__":
    sys.exit(main())
