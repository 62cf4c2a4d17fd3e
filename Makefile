# `make run` and `make test` are all that a fresh clone needs; the rest are the steps of .ci/run by name.

PYTHON ?= python3.11
PORT ?= 8000
VENV ?= .venv
BIN := $(VENV)/bin
PYTEST = $(BIN)/python -m pytest -n auto

.PHONY: run test lint format typecheck migrations-check bench clean

run: $(VENV)/run.stamp .env
	$(BIN)/python manage.py migrate --verbosity 0
	$(BIN)/python manage.py demo
	@echo "Open http://localhost:$(PORT)/ (Ctrl-C stops the web server and the worker)"
	@$(BIN)/python manage.py run_huey & worker=$$!; \
	trap 'kill $$worker 2>/dev/null; wait $$worker 2>/dev/null' EXIT INT TERM; \
	$(BIN)/python manage.py runserver --noreload $(PORT)

# Runs the whole suite twice: on SQLite, and on a real PostgreSQL (see .ci/with_postgres.py for which one).
test: $(VENV)/dev.stamp
	@echo "== SQLite"
	TEST_RUN_DATABASE_URL= $(PYTEST)
	@echo "== PostgreSQL"
	$(BIN)/python .ci/with_postgres.py $(PYTEST)

lint: $(VENV)/dev.stamp
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

format: $(VENV)/dev.stamp
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

typecheck: $(VENV)/dev.stamp
	$(BIN)/mypy .

migrations-check: $(VENV)/dev.stamp
	DEBUG=on $(BIN)/python manage.py makemigrations --check --dry-run

bench: $(VENV)/dev.stamp
	$(BIN)/python .ci/with_postgres.py $(BIN)/python -m bench

clean:
	rm -rf $(VENV) staticfiles db.sqlite3* queue.sqlite3*

# For development only: deployments set their own environment.
.env:
	@umask 077; printf 'DEBUG=on\nLOG_LEVEL=WARNING\nSECRET_KEY=%s\n' "$$($(BIN)/python -c 'import secrets; print(secrets.token_urlsafe(50))')" > .env

$(BIN)/python:
	@command -v $(PYTHON) >/dev/null || { echo "Python 3.11 is needed, as $(PYTHON); or name yours: make PYTHON=/path/to/python3.11"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/run.stamp: requirements.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/dev.stamp: requirements.txt requirements-dev.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@
