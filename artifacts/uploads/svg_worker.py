"""Draws the SVG on standard input to a PNG on standard output.

Run as a process of its own, by `artifacts.uploads.svg`.

Some shapes keep a renderer busy for minutes, or bring the process down. Here that is all that
they stop. Imports nothing of ours: it has to start fast.
"""

from __future__ import annotations

import json
import sys

SECONDS = 5
MEMORY = 2 << 30
_TEMPLATE = b"""#let size = json(bytes(sys.inputs.at("size")))
#set page(width: size.at(0) * 1pt, height: size.at(1) * 1pt, margin: 0pt, fill: none)
#image(bytes(sys.inputs.at("svg")), format: "svg", width: 100%, height: 100%, fit: "contain")
"""


def main() -> None:
    """The arguments are width and height in pixels."""
    _limit()
    import typst

    made = typst.compile(
        _TEMPLATE,
        format="png",
        ppi=72.0,
        font_paths=typst.Fonts(include_system_fonts=False, include_embedded_fonts=False),
        sys_inputs={
            "svg": sys.stdin.buffer.read().decode(),
            "size": json.dumps([float(side) for side in sys.argv[1:]]),
        },
    )
    sys.stdout.buffer.write(bytes(made))


def _limit() -> None:
    try:
        import resource
    except ImportError:  # not on Windows
        return
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
