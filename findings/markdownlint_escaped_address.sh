#!/usr/bin/env bash
# markdownlint-cli 0.48.0, rule MD034 (no bare URLs) with --fix: an address with a backslash escape in it is put between
# angle brackets as it is. Between those a backslash is no escape (CommonMark, section 6.5), so a text that CommonMark
# shows without the backslash has one afterwards, and the link leads to another address.
#
# Output seen:
#   before: <p>See https://shop.example/a?x=1&amp;y=2 there.</p>
#   fixed:  See <https://shop.example/a?x=1\&y=2> there.
#   after:  <p>See <a href="https://shop.example/a?x=1%5C&amp;y=2">https://shop.example/a?x=1\&amp;y=2</a> there.</p>
#
# Exits with 0 while the rule behaves so.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes > /dev/null
npm install --silent --no-audit --no-fund markdownlint-cli@0.48.0 commonmark@0.31.2 > /dev/null

cat > page.md <<'MARKDOWN'
# A page

See https://shop.example/a?x=1\&y=2 there.
MARKDOWN

before=$(npx commonmark page.md | grep '<p>')
npx markdownlint --fix page.md
after=$(npx commonmark page.md | grep '<p>')
printf 'before: %s\nfixed:  %s\nafter:  %s\n' "$before" "$(grep '^See' page.md)" "$after"

[[ "$before" == *'x=1&amp;y=2'* && "$after" == *'x=1\&amp;y=2'* ]]
