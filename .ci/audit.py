"""Ask the package index which pinned requirements have known vulnerabilities; exit with 1 if some
have.

Where the index cannot be asked, say so and exit with 0: a machine without a way out must not fail
for that.
"""

from __future__ import annotations

import json
import subprocess
import sys

COMMAND = [
    *(
        sys.executable,
        "-m",
        "pip_audit",
        "--requirement",
        "requirements.txt",
        "--no-deps",
        "--disable-pip",
    ),
    *("--format", "json", "--progress-spinner", "off", "--timeout", "20"),
]


def main() -> int:
    done = subprocess.run(COMMAND, capture_output=True, text=True, check=False)
    try:
        found = json.loads(done.stdout)["dependencies"]
    except (ValueError, KeyError):
        print(
            "Skipped: the requirements could not be audited"
            f" ({(done.stderr.strip().splitlines() or ['?'])[-1]})"
        )
        return 0
    audited = [one for one in found if "vulns" in one]
    if not audited:
        print("Skipped: the index that knows of vulnerabilities is out of reach.")
        return 0
    vulnerable = [one for one in audited if one["vulns"]]
    for one in vulnerable:
        for hole in one["vulns"]:
            fixed = ", ".join(hole["fix_versions"]) or "no version yet"
            print(f"{one['name']} {one['version']}: {hole['id']}, fixed in {fixed}")
    print(
        f"Audited {len(audited)} of {len(found)} requirements: {len(vulnerable)} with known"
        " vulnerabilities."
    )
    return 1 if vulnerable else 0


if __name__ == "__main__":
    sys.exit(main())
