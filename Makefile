# `make run` and `make test` are all that a fresh clone needs; the rest are the steps of .ci/run by name.

PYTHON ?= python3.11
PORT ?= 8000
VENV ?= .venv
BIN := $(VENV)/bin
FONTS := artifacts/exporters/fonts/extra
PYTEST = $(BIN)/python -m pytest -n auto --dist worksteal

.PHONY: run test coverage browser builder-tools lint format layers templates-check typecheck migrations-check audit messages screenshots bench bench-peers bench-smoke faults races fuzz access reliability mutants validate fonts clean

run: $(VENV)/run.stamp .env
	$(BIN)/python manage.py migrate --verbosity 0
	$(BIN)/python manage.py demo
	@echo "Open http://localhost:$(PORT)/ (Ctrl-C stops the web server and the worker)"
	@$(BIN)/python manage.py run_huey & worker=$$!; \
	trap 'kill $$worker 2>/dev/null; wait $$worker 2>/dev/null' EXIT INT TERM; \
	$(BIN)/python manage.py runserver --noreload $(PORT)

# Runs the whole suite twice: on SQLite, and on a real PostgreSQL (see .ci/with_postgres.py for which one).
# The pages are driven in a real Chromium on both. The second run leaves out what asks no database, what says the same on
# every one of them (the marker one_database), and what is done in a smaller window or without JavaScript, too.
test: $(VENV)/dev.stamp browser
	@echo "== SQLite"
	TEST_RUN_DATABASE_URL= $(PYTEST)
	@echo "== PostgreSQL"
	$(BIN)/python .ci/with_postgres.py $(PYTEST) --database-only

# Says which lines no test runs. No figure is demanded: a line that is run is not yet a line that is tested.
coverage: $(VENV)/dev.stamp browser
	TEST_RUN_DATABASE_URL= $(PYTEST) --cov=artifacts --cov=cofounder --cov-report=term:skip-covered --cov-report=html

# Installs a Chromium for the tests where there is none, or fails and says what to do.
browser: $(VENV)/dev.stamp
	$(BIN)/python -m artifacts.tests.browser.chromium

# Installs the tools that read what is handed over to builders, for the tests that are skipped without them.
HANDED_OVER := artifacts/tests/support/builder_tools
builder-tools:
	mkdir -p .builder-tools
	cp $(HANDED_OVER)/package.json .builder-tools/
	npm install --prefix .builder-tools --no-audit --no-fund
	$(PYTHON) -m venv .builder-tools/venv
	.builder-tools/venv/bin/pip install --quiet -r $(HANDED_OVER)/requirements.txt

# djade cannot tell a fragment without a final line break from one with it, and would change what pages say.
TEMPLATES = $(shell find templates -name '*.html' | sort | grep -vE '_(weeks|crumbs|tick|impact_[a-z]+)\.html$$')

lint: $(VENV)/dev.stamp layers templates-check
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

templates-check: $(VENV)/dev.stamp
	@$(BIN)/djade --check --target-version 5.2 $(TEMPLATES)

# Which package may import which: see docs/architecture.md.
layers: $(VENV)/dev.stamp
	$(BIN)/lint-imports

format: $(VENV)/dev.stamp
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	-@$(BIN)/djade --target-version 5.2 $(TEMPLATES)

typecheck: $(VENV)/dev.stamp
	$(BIN)/mypy .

migrations-check: $(VENV)/dev.stamp
	DEBUG=on $(BIN)/python manage.py makemigrations --check --dry-run

# Brings the catalogues in step with the strings in the code, compiles them, and names what wants a translation.
messages: $(VENV)/dev.stamp
	$(BIN)/python -m artifacts.tests.support.messages

# Retakes the pictures in docs/screenshots.
screenshots: $(VENV)/dev.stamp browser
	$(BIN)/python -m pytest -q artifacts/tests/browser/screenshots.py

# Asks the package index for known vulnerabilities of what is pinned; says so where it is out of reach.
audit: $(VENV)/dev.stamp
	$(BIN)/python .ci/audit.py

bench: $(VENV)/dev.stamp
	$(BIN)/python .ci/with_postgres.py $(BIN)/python -m bench

# Runs chains and pages as small as can be, for what they assert of their results; it says nothing of times.
bench-smoke: $(VENV)/dev.stamp
	$(BIN)/python .ci/with_postgres.py $(BIN)/python -m bench --smoke

# What must always hold, under faults, races and hostile input: see docs/reliability.md. SEED=... does the same again.
SECONDS ?= 120
CAMPAIGN = -m bench.campaigns
CAMPAIGN_OPTIONS = --seconds $(SECONDS) $(if $(SEED),--seed $(SEED)) $(KEEP)
WITH_POSTGRES = $(BIN)/python .ci/with_postgres.py $(BIN)/python

faults: $(VENV)/dev.stamp
	$(BIN)/python $(CAMPAIGN) faults $(CAMPAIGN_OPTIONS)
	$(WITH_POSTGRES) $(CAMPAIGN) faults --postgres $(CAMPAIGN_OPTIONS)
	$(BIN)/python $(CAMPAIGN) processes $(CAMPAIGN_OPTIONS)
	$(WITH_POSTGRES) $(CAMPAIGN) processes --postgres $(CAMPAIGN_OPTIONS)

races: $(VENV)/dev.stamp
	$(WITH_POSTGRES) $(CAMPAIGN) races --postgres $(CAMPAIGN_OPTIONS)

fuzz access: $(VENV)/dev.stamp
	$(BIN)/python $(CAMPAIGN) $@ $(CAMPAIGN_OPTIONS)

# All of them, into docs/reliability.md.
reliability: KEEP = --keep
reliability: faults races fuzz access

# Changes one line after another in a copy of the product, and lists the changes that no test notices. SAMPLE of each package
# are drawn; SEED=... draws the same again, ONLY="facts diff" those of these packages.
SAMPLE ?= 40
mutants: $(VENV)/mutants.stamp
	$(BIN)/python -m bench.mutants --sample $(SAMPLE) $(if $(SEED),--seed $(SEED)) $(if $(ONLY),--only $(ONLY)) $(if $(COMPARE),--compare) --keep

$(VENV)/mutants.stamp: requirements-mutants.txt $(VENV)/dev.stamp
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-mutants.txt
	@touch $@

# Installs what the benchmarks need beside the product, in an environment of its own: LangGraph, DBOS, Celery, and a tokenizer.
bench-peers: .venv-bench/bench.stamp

.venv-bench/bench.stamp: requirements-bench.txt
	$(PYTHON) -m venv .venv-bench
	.venv-bench/bin/python -m pip install --quiet --disable-pip-version-check -r requirements-bench.txt
	@touch $@

# Asks the validators of other people that are installed about pages and PDFs, and names those that are not.
validate: $(VENV)/dev.stamp
	$(BIN)/python -m bench.validators

# Lets PDFs show Chinese, Japanese and Korean (50 MB, from Debian's or Ubuntu's package). Elsewhere put any TTF, OTF or TTC
# files into that folder.
fonts:
	@command -v apt-get >/dev/null || { echo "No apt-get here: put fonts for Chinese, Japanese and Korean into $(FONTS)/"; exit 1; }
	@set -e; folder=$$(mktemp -d); trap 'rm -rf "$$folder"' EXIT; cd "$$folder"; apt-get download -qq fonts-noto-cjk; \
	dpkg-deb -x fonts-noto-cjk_*.deb .; cd - >/dev/null; mkdir -p $(FONTS); \
	cp "$$folder"/usr/share/fonts/opentype/noto/NotoSerifCJK-*.ttc "$$folder"/usr/share/doc/fonts-noto-cjk/copyright $(FONTS)/
	@echo "Fonts are in $(FONTS)/; running processes use them after a restart."

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
