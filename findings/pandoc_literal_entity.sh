#!/usr/bin/env bash
# pandoc 3.9 (pypandoc_binary 1.17): a text that shows `&copy;`, written as `\&copy;` in Markdown, is written back as
# `&copy;`, which is the character ©. Reading what pandoc wrote gives another text than reading what it was given,
# in its own Markdown as in gfm, commonmark and commonmark_x; other special characters keep their backslash.
#
# Output seen:
#   markdown      given: Write &copy; or * here.   wrote: Write &copy; or \* here.   read again: Write © or * here.
#   gfm           (the same)
#   commonmark    (the same)
#   commonmark_x  (the same)
#
# Exits with 0 while pandoc behaves so.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pypandoc_binary==1.17

"$folder/venv/bin/python" - <<'PYTHON'
import sys

import pypandoc

TEXT = r"Write \&copy; or \* here."
changed = 0
for name in ("markdown", "gfm", "commonmark", "commonmark_x"):
    given = pypandoc.convert_text(TEXT, "plain", format=name).strip()
    wrote = pypandoc.convert_text(TEXT, name, format=name).strip()
    again = pypandoc.convert_text(wrote, "plain", format=name).strip()
    print(f"{name:<13} given: {given}   wrote: {wrote}   read again: {again}")
    changed += (given, again) == ("Write &copy; or * here.", "Write \N{COPYRIGHT SIGN} or * here.")
print("pandoc", pypandoc.get_pandoc_version())
sys.exit(0 if changed == 4 else 1)
PYTHON
