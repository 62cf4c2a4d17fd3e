#!/usr/bin/env bash
# Task Master 0.43.1 (npm task-master-ai): `task-master validate-dependencies` says FAILED where a task depends on one that
# does not exist, and exits with 0 all the same, so a script that asks for the exit code takes it for passed.
#
# Output seen:
#   exit code 0: Dependency Validation FAILED
#
# Exits with 0 while Task Master behaves so.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --silent --no-audit --no-fund --prefix "$folder/tools" task-master-ai@0.43.1 >/dev/null
mkdir -p "$folder/project/.taskmaster/tasks"
cat >"$folder/project/.taskmaster/tasks/tasks.json" <<'JSON'
{"master": {"tasks": [
  {"id": 1, "title": "One", "description": "One", "status": "pending", "dependencies": [9], "priority": "high",
   "details": "", "testStrategy": "", "subtasks": []}
], "metadata": {"created": "2026-11-29T12:00:00.000Z", "updated": "2026-11-29T12:00:00.000Z", "description": "Tasks"}}}
JSON

cd "$folder/project"
code=0
said=$(NO_COLOR=1 TASKMASTER_SKIP_AUTO_UPDATE=1 "$folder/tools/node_modules/.bin/task-master" validate-dependencies 2>&1) || code=$?
found=$(grep -o "Dependency Validation FAILED" <<<"$said")
echo "exit code $code: $found"
[[ $code == 0 ]]
