#!/usr/bin/env bash
# OpenSpec 1.13.2 (npm @fission-ai/openspec): a requirement whose text has a line that begins with `# ` (a heading, or a
# shell's note) passes `openspec validate --all --strict`, and `openspec archive` refuses the same change, because for it
# the requirement ends at that line.
#
# Output seen:
#   validate: Totals: 1 passed, 0 failed (1 items)
#   archive:  Validation errors in rebuilt spec for shelf-count (will not write changes): ... at least one scenario
#
# Exits with 0 while OpenSpec behaves so.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --silent --no-audit --no-fund --prefix "$folder/tools" @fission-ai/openspec@1.13.2 >/dev/null
openspec="$folder/tools/node_modules/.bin/openspec"
export NO_COLOR=1 OPENSPEC_TELEMETRY=0
mkdir -p "$folder/project/openspec/changes/count/specs/shelf-count"
cd "$folder/project/openspec/changes/count"
cat >proposal.md <<'TEXT'
# Count

## Why

Owners count stock on paper every week and still run out of what sells best in their shop.

## What Changes

- **Shelf count**
TEXT
printf '# Tasks\n\n## 1. Shelf count\n\n- [ ] 1.1 Count\n' >tasks.md
cat >specs/shelf-count/spec.md <<'TEXT'
## Purpose

Owners of small shops count what is on a shelf with their phone, even without a connection.

## ADDED Requirements

### Requirement: Count

The product MUST count.

# in every room

#### Scenario: Count

- **WHEN** the owner taps
- **THEN** the count is kept
TEXT

cd "$folder/project"
valid=$("$openspec" validate --all --strict 2>&1 | tail -1) || true
archived=$("$openspec" archive count --yes 2>&1) || true
echo "validate: $valid"
echo "archive:  $(grep -E 'errors|must' <<<"$archived" | head -2 | paste -sd' ')"
[[ $valid == *"1 passed, 0 failed"* && $archived == *"at least one scenario"* && -d openspec/changes/count ]]
