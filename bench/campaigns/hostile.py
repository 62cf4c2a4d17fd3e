"""Values that no form hopes for, and files that are none, from one seeded generator."""

from __future__ import annotations

import io
import json
import random
import zipfile
from typing import Any

from artifacts.tests.support.logo_files import png_that_says, raster, svg

ODD = (
    "\x00", "\u202e", "\ufeff", "\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16"),
    "\u0301" * 40, "é", "İ", "ß", "\u2028", "\x1b[31m", "\x7f", "\ufffe", "𝕏" * 50, "\u200d" * 30,
    "ﷺ" * 40, "\r\n\r\n", "\t", "\x0b\x0c", "１２３", "١٢٣", "½", "−5",
)  # fmt: skip
MARKUP = (
    "<script>alert(1)</script>", "{{ 7*7 }}", "{% load x %}", "[[F-1]]", "[[mvp_scope.F-99]]",
    "[[", "]]", "[[brief.problem_statement]]", "((assumption: x", "{#assumption#}", "A-1", "F-0",
    "F-99999999999999999999", "# F-1 Title", "- [ ] task", "---\nid: x\n---", "```", "| a | b |",
    "$$x$$", "\\input{/etc/passwd}", "#import \"x\"", "=cmd|' /C calc'!A0", "@SUM(1)", "%s%n%x",
    "%(name)s", "{0.__class__}", "../../../etc/passwd", "C:\\nul", "'; DROP TABLE x; --", "\\",
    "javascript:alert(1)", "http://[", "//evil", "data:text/html,x", "&#0;", "&lt;", "<!--", "]]>",
)  # fmt: skip
NUMBERS = (
    "0", "-1", "1e309", "-1e309", "NaN", "Infinity", "9" * 40, "0x10", "1_000", "1.5", "１",
    "2147483648", "9223372036854775808", "-9223372036854775809", "1e5", "", " ", "+1", "00", "1,5",
)  # fmt: skip
TYPED = (
    "null", "true", "[]", "{}", "[[[[]]]]", '{"a": 1}', "on", "off", "None", "undefined",
    "0001-01-01", "9999-12-31", "2026-02-30", "10000-01-01", "12:60", "2026-13-45T99:99",
    "00000000-0000-0000-0000-000000000000", "not-a-uuid", "a@b", "@", "a@" + "b" * 300 + ".de",
)  # fmt: skip


def value(rng: random.Random) -> str:
    """Return one hostile value."""
    kind = rng.randrange(8)
    if kind == 0:
        return rng.choice(ODD) * rng.randint(1, 3)
    if kind == 1:
        return rng.choice(MARKUP)
    if kind == 2:
        return rng.choice(NUMBERS)
    if kind == 3:
        return rng.choice(TYPED)
    if kind == 4:
        return ""
    if kind == 5:
        return rng.choice(("x", "word ", "line\n", "€", "[[F-1]] ", "<b>")) * rng.choice(
            (10, 300, 3_000, 30_000)
        )
    if kind == 6:
        return "".join(chr(_character(rng)) for _ in range(rng.randint(1, 60)))
    return "\n".join(rng.choice(MARKUP + ODD + NUMBERS) for _ in range(rng.randint(2, 30)))


def _character(rng: random.Random) -> int:
    """Any code point but a surrogate, which no request can carry."""
    while 0xD800 <= (point := rng.choice((rng.randrange(128), rng.randrange(0x110000)))) < 0xE000:
        pass
    return point


def part(rng: random.Random) -> str:
    """Return one hostile part of an address: it has a character, and no slash."""
    return value(rng).replace("/", "_")[:200] or "."


def spoiled(rng: random.Random, text: str) -> str:
    """Return a text in which some lines are dropped, doubled, swapped, cut or replaced."""
    lines = text.split("\n")
    for _ in range(rng.randint(1, 12)):
        at = rng.randrange(len(lines))
        kind = rng.randrange(6)
        if kind == 0 and len(lines) > 1:
            del lines[at]
        elif kind == 1:
            lines.insert(at, lines[rng.randrange(len(lines))])
        elif kind == 2:
            other = rng.randrange(len(lines))
            lines[at], lines[other] = lines[other], lines[at]
        elif kind == 3:
            lines[at] = lines[at][: rng.randint(0, len(lines[at]))]
        elif kind == 4:
            lines[at] = lines[at] + value(rng)[:300]
        else:
            lines.insert(at, value(rng)[:3_000])
    return "\n".join(lines)


def file(rng: random.Random, genuine: bytes = b"") -> bytes:
    """Return one hostile file; sometimes a genuine one with some bytes changed."""
    kind = rng.randrange(9)
    if kind == 0:
        return b""
    if kind == 1:
        return rng.randbytes(rng.choice((1, 50, 5_000)))
    if kind == 2:
        return value(rng).encode()
    if kind == 3:
        return png_that_says(rng.choice((0, 1, 60_000)), rng.choice((0, 1, 60_000)))
    if kind == 4:
        return _damaged(rng, raster(rng.choice(("PNG", "JPEG", "GIF"))))
    if kind == 5:
        return _damaged(rng, svg(rng.choice(MARKUP) + f"<!ENTITY a '{rng.choice(ODD)}'>"))
    if kind == 6:
        return archive(rng, genuine)
    if kind == 7:
        return json.dumps(json_value(rng)).encode("utf-8", "surrogatepass")
    return _damaged(rng, genuine or svg())


def archive(rng: random.Random, genuine: bytes = b"") -> bytes:
    """Return a ZIP with odd names and contents, sometimes a damaged one."""
    made = io.BytesIO()
    names = ("openspec/changes/a/tasks.md", "backlog/tasks/task-1.md", "../x", "/etc/x", "a" * 300)
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        for number in range(rng.randint(0, 4)):
            name = rng.choice(names) + str(number)
            content = rng.choice((genuine, value(rng).encode(), b"0" * 100_000, b"\xff\xfe"))
            packed.writestr(name, content)
    return _damaged(rng, made.getvalue()) if rng.random() < 0.5 else made.getvalue()


def json_value(rng: random.Random, depth: int = 0) -> Any:
    """Return something that JSON can say, of any type."""
    kind = rng.randrange(8 if depth < 4 else 5)
    if kind < 3:
        return value(rng)
    if kind == 3:
        return rng.choice((0, -1, 1e308, 10**30, 1.5, float("nan")))
    if kind == 4:
        return rng.choice((None, True, False))
    if kind == 5:
        return [json_value(rng, depth + 1) for _ in range(rng.randint(0, 4))]
    return {value(rng)[:40]: json_value(rng, depth + 1) for _ in range(rng.randint(0, 4))}


def _damaged(rng: random.Random, data: bytes) -> bytes:
    changed = bytearray(data)
    if rng.random() < 0.2:
        return data
    for _ in range(rng.randint(0, 8)):
        if changed:
            changed[rng.randrange(len(changed))] = rng.randrange(256)
    return bytes(changed[: rng.randint(len(changed) // 2, len(changed))])
