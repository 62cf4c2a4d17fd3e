"""Runs the mutants of one package in a copy of the project, which is the working directory:
`python -m bench.mutants.in_copy SAMPLE SEED`.

A process of its own for each package, since mutmut keeps what it knows in modules.
"""

from __future__ import annotations

import json
import random
import sys
from collections import Counter
from pathlib import Path

from mutmut import __main__ as mutmut
from mutmut.mutation.data import SourceFileMutationData
from mutmut.mutation.diff_apply import find_mutant, get_diff_for_mutant
from mutmut.stats import status_by_exit_code

from bench.mutants.decorated import change_decorated_functions

RESULT = Path("mutants.json")


def main(sample: int, seed: int) -> None:
    """Run `sample` mutants, drawn with `seed`, and write down in RESULT what came of them."""
    change_decorated_functions()
    names = _all_mutants()
    drawn = sorted(random.Random(seed).sample(names, min(sample, len(names))))
    # More children at once would share one database.
    mutmut.run.callback(mutant_names=drawn, max_children=1)
    outcomes = {name: _outcome(name) for name in drawn}
    told = {
        "mutants": len(names),
        "outcomes": Counter(outcomes.values()),
        "survivors": {
            name: get_diff_for_mutant(name)
            for name, outcome in outcomes.items()
            if outcome not in ("killed", "timeout")
        },
    }
    RESULT.write_text(json.dumps(told))


def _all_mutants() -> list[str]:
    """Make the mutants, which a run does only where they are missing, and return their names."""
    Path("mutants").mkdir(exist_ok=True)
    mutmut.copy_src_dir()
    mutmut.copy_also_copy_files()
    mutmut.create_mutants(max_children=1)
    found, _ = mutmut.collect_source_file_mutation_data(mutant_names=())
    return sorted(name for _, name, _ in found)


def _outcome(name: str) -> str:
    file: SourceFileMutationData = find_mutant(name)
    return str(status_by_exit_code[file.exit_code_by_key[name]])


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
