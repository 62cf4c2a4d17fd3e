#!/usr/bin/env bash
# PyStemmer 3.1.0 (Snowball's "dutch", Kraaij-Pohlmann since 3.0, and "dutch_porter"): the plural of a noun in -ie or -ee
# takes -ën, and neither stemmer removes that ending, so "kopie" and "kopieën" have two stems. A search for the one does not
# find the other, while plurals in -en and -s are brought together, and "ë" inside of a word is no obstacle.
#
# Output seen:
#   dutch         kopie kopieën    kopie kopieën   apart
#   dutch         idee ideeën      idee ideeën   apart
#   dutch         kolonie koloniën kolonie koloniën   apart
#   dutch         patiënt patiënten patiënt patiënt   together
#   dutch         dorp dorpen      dorp dorp   together
#   (dutch_porter: the same three apart, the same two together)
#
# Exits with 0 while the stemmers behave so.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check PyStemmer==3.1.0

"$folder/venv/bin/python" - <<'PYTHON'
import sys

import Stemmer

APART = [("kopie", "kopieën"), ("idee", "ideeën"), ("kolonie", "koloniën")]
TOGETHER = [("patiënt", "patiënten"), ("dorp", "dorpen")]
as_described = True
for algorithm in ("dutch", "dutch_porter"):
    stemmer = Stemmer.Stemmer(algorithm)
    for pair in APART + TOGETHER:
        one, many = stemmer.stemWords(pair)
        print(f"{algorithm:<13} {' '.join(pair):<16} {one} {many}  ", "together" if one == many else "apart")
        as_described &= (one == many) == (pair in TOGETHER)
sys.exit(not as_described)
PYTHON
