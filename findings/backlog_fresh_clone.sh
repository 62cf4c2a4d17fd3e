#!/usr/bin/env bash
# Backlog.md 1.52.0 (npm backlog.md): `backlog task complete` and `backlog task archive` move a task into a folder that
# `backlog init` makes and Git does not keep while it is empty. In a fresh clone both fail, without saying why, until
# somebody makes the folder by hand.
#
# Output seen:
#   in the repository:    Completed task TASK-1.
#   in a clone, complete: Failed to complete task: TASK-2
#   in a clone, archive:  Failed to archive task: TASK-3
#   with the folders:     Completed task TASK-2.
#   with the folders:     Archived task TASK-3
#
# Exits with 0 while Backlog.md behaves so.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --silent --no-audit --no-fund --prefix "$folder/tools" backlog.md@1.52.0 >/dev/null
backlog="$folder/tools/node_modules/.bin/backlog"
export NO_COLOR=1 GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@example.org GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@example.org

say() { { "$backlog" "$@" 2>&1 || true; } | head -1; }

mkdir "$folder/repository"
cd "$folder/repository"
git init --quiet .
"$backlog" init Demo --defaults --integration-mode none >/dev/null 2>&1
for title in One Two Three; do "$backlog" task create "$title" >/dev/null; done
for number in 1 2; do "$backlog" task edit "$number" -s Done >/dev/null; done
git add --all
git commit --quiet --message Tasks
git clone --quiet . "$folder/clone" 2>/dev/null
here=$(say task complete 1)

cd "$folder/clone"
complete=$(say task complete 2)
archive=$(say task archive 3)
mkdir -p backlog/completed backlog/archive/tasks
completed=$(say task complete 2)
archived=$(say task archive 3)

echo "in the repository:    $here"
echo "in a clone, complete: $complete"
echo "in a clone, archive:  $archive"
echo "with the folders:     $completed"
echo "with the folders:     $archived"
[[ $here == "Completed task TASK-1."* && $complete == "Failed to complete task"* && $archive == "Failed to archive task"* ]]
[[ $completed == "Completed task TASK-2."* && $archived == "Archived task TASK-3"* ]]
