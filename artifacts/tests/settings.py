"""The settings of a test run: those of the product, in an environment that does not depend on the
shell.

TEST_RUN_DATABASE_URL names the database server; without it, SQLite in a temporary file.
"""

from __future__ import annotations

import atexit
import os
import shutil
import sys
import tempfile

os.environ.update(
    DEBUG="on",  # development defaults; pytest-django turns settings.DEBUG itself off
    SECRET_KEY="a-key-for-tests-only-that-is-long-enough-to-satisfy-the-system-checks",
    ALLOWED_HOSTS="testserver,localhost,127.0.0.1",
    QUEUE_URL=os.environ.get("TEST_RUN_QUEUE_URL", "memory"),
    RUNNER="fake",
    LLM_MODEL=os.environ.get("TEST_RUN_LLM_MODEL", ""),
    LOG_LEVEL="INFO",
    # Playwright's event loop runs in the thread of the tests; the tests themselves are not
    # asynchronous.
    DJANGO_ALLOW_ASYNC_UNSAFE="true",
    DATABASE_URL=os.environ.get("TEST_RUN_DATABASE_URL") or "sqlite:///:memory:",
)

from cofounder.settings import *  # noqa: F403
from cofounder.settings import CACHES, DATABASES

# What is compiled is kept: every worker of a run, and every program that its tests start, would
# compile the product once more.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

if DATABASES["default"]["ENGINE"] == "cofounder.sqlite":
    # A file, so that other threads and other processes meet the same database, as they do in
    # production.
    _folder = tempfile.mkdtemp(prefix="cofounder-test-")
    atexit.register(shutil.rmtree, _folder, ignore_errors=True)
    DATABASES["default"]["TEST"] = {"NAME": f"{_folder}/test.sqlite3"}
else:
    # What a test has written need not outlast a server that stops: no commit waits for the disk.
    _options = DATABASES["default"]["OPTIONS"]
    _options["options"] = f"{_options.get('options', '')} -c synchronous_commit=off".strip()

CACHES["live"] = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "live"}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
