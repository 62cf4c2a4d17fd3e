"""All settings, driven by the environment and a `.env` file beside manage.py.

README.md lists the variables.
"""

from __future__ import annotations

import os
from email.utils import parseaddr
from functools import partial
from pathlib import Path
from typing import Any

import django_stubs_ext
import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from cofounder import garbage
from cofounder.account_settings import *  # noqa: F403 (settings are names of this module)
from cofounder.caches import caches
from cofounder.databases import connected
from cofounder.environment import Environment
from cofounder.imports import as_if_missing
from cofounder.queue_storage import queue_storage, unused_clients

# What a process of any kind does next is to import.
garbage.start()

# Lets classes such as ModelAdmin be written with their type parameters at run time too.
django_stubs_ext.monkeypatch()

BASE_DIR = Path(__file__).resolve().parent.parent

env = Environment.read(BASE_DIR / ".env")


def needed_when_deployed(name: str, development: Any, value: Any, *, hint: str) -> Any:
    """Return `value`; where there is none the `development` value, or a refusal to start when DEBUG
    is off.
    """
    if value:
        return value
    if DEBUG:
        return development
    raise ImproperlyConfigured(
        f"Set {name}: {hint} For development set DEBUG=on instead (`make run` does)."
    )


# Core

DEBUG = env.switch("DEBUG", default=False)
SECRET_KEY = needed_when_deployed(
    "SECRET_KEY",
    "development-only-key-that-signs-nothing-of-value-and-is-known-to-everybody",
    env.text("SECRET_KEY"),
    hint=(
        "a long random text that signs sessions and queue messages (python -c 'import secrets; "
        "print(secrets.token_urlsafe(50))')."
    ),
)
ALLOWED_HOSTS = needed_when_deployed(
    "ALLOWED_HOSTS",
    ["localhost", "127.0.0.1", "[::1]", "testserver"],
    env.texts("ALLOWED_HOSTS"),
    hint="the names under which the site is reached, separated by commas.",
)
CSRF_TRUSTED_ORIGINS = env.texts("CSRF_TRUSTED_ORIGINS")
ROOT_URLCONF = "cofounder.urls"
WSGI_APPLICATION = "cofounder.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "csp",
    "django_htmx",
    "huey.contrib.djhuey",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "artifacts",
]

MIDDLEWARE = [
    "artifacts.middleware.RequestMiddleware",
    "artifacts.middleware.ProbesMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "artifacts.web.looks.LooksMiddleware",
    "cofounder.compression.CompressTexts",
    "cofounder.content_policy.ContentPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "artifacts.web.signed_in.SignedInMiddleware",
    "artifacts.middleware.PreferencesMiddleware",
    "artifacts.middleware.ClosedAccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "artifacts.middleware.StaffFactorMiddleware",
    "artifacts.middleware.CountsMiddleware",
]

if not DEBUG:
    # In development `runserver` serves static files as they are on disk.
    MIDDLEWARE.insert(3, "whitenoise.middleware.WhiteNoiseMiddleware")

# A folder whose templates come before ours, as for the texts of the public pages.
TEMPLATES_FOLDER = env.folder("TEMPLATES_FOLDER")
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [*([TEMPLATES_FOLDER] if TEMPLATES_FOLDER else []), BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]

# Database

DATABASES: dict[str, dict[str, Any]] = {
    "default": env.url(
        "DATABASE_URL",
        f"sqlite:///{BASE_DIR / 'db.sqlite3'}",
        environ.Env.db_url_config,
        examples="postgres://user:password@host:5432/name or sqlite:///path",
    )
}
DATABASE_POOL_SIZE = env.whole("DATABASE_POOL_SIZE", 16, least=1)
# How long a request waits for a connection before it is answered with 503.
DATABASE_WAIT_SECONDS = env.whole("DATABASE_WAIT_SECONDS", 5, least=1)
try:
    DATABASES["default"] = connected(
        DATABASES["default"], pool_size=DATABASE_POOL_SIZE, wait_seconds=DATABASE_WAIT_SECONDS
    )
except ValueError:
    raise ImproperlyConfigured(
        f"{env.place('DATABASE_URL')} must begin with sqlite:/// or postgres://."
    ) from None

# Queue

WORKERS = env.whole("WORKERS", 16, least=1)
# How long a worker that is told to stop may go on with the documents in progress.
SHUTDOWN_SECONDS = env.whole("SHUTDOWN_SECONDS", 20, least=1)

with as_if_missing(*unused_clients(env.text("QUEUE_URL"), database=DATABASES["default"])):
    from huey.serializer import SignedSerializer

HUEY: dict[str, Any] = {
    "name": "cofounder",
    "immediate": False,
    "results": False,
    "serializer": SignedSerializer(secret=SECRET_KEY),
    # A short back-off: an embedded queue is asked often, a server's one rings by itself.
    "consumer": {
        "workers": WORKERS,
        "worker_type": "thread",
        "initial_delay": 0.05,
        "max_delay": 0.5,
        "shutdown_timeout": SHUTDOWN_SECONDS,
    },
    **env.url(
        "QUEUE_URL",
        f"sqlite:///{BASE_DIR / 'queue.sqlite3'}",
        partial(queue_storage, workers=WORKERS, database=DATABASES["default"]),
        examples="sqlite:///path, redis://host:port/0, or postgres with a PostgreSQL DATABASE_URL",
    ),
}

# Writing

# A writing service that asks us to come back within so many seconds is waited for; else the
# document has failed.
RETRY_AFTER_LIMIT_SECONDS = env.whole("RETRY_AFTER_LIMIT_SECONDS", 900, least=1)
# The language models; artifacts/runners/llm/settings.py says what each means and looks whether they
# can work.
LLM: dict[str, Any] = {
    "model": env.text("LLM_MODEL"),
    "models": env.text("LLM_MODELS"),
    "fallback_models": env.texts("LLM_FALLBACK_MODELS"),
    "temperature": env.number("LLM_TEMPERATURE"),
    "request_seconds": env.whole("LLM_REQUEST_SECONDS", 180, least=1),
    "total_seconds": env.whole("LLM_TOTAL_SECONDS", 600, least=1),
    "retries": env.whole("LLM_RETRIES", 2),
    "retry_after_seconds": env.whole("LLM_RETRY_AFTER_SECONDS", 20),
    "repair_rounds": env.whole("LLM_REPAIR_ROUNDS", 2),
    "max_output_tokens": env.whole("LLM_MAX_OUTPUT_TOKENS", 16_000, least=1),
    "budget_usd": env.usd("LLM_BUDGET_USD"),
    "unpriced": env.one_of("LLM_UNPRICED", ("guess", "free", "refuse")),
    "last_pass": env.text("LLM_LAST_PASS", "off"),
}
RUNNER = env.text("RUNNER", "llm" if LLM["model"] else "fake")
# How many documents a founder may have written in a day, by tier.
DAILY_DOCUMENTS = {
    "bootstrapper": env.whole("DAILY_DOCUMENTS_BOOTSTRAPPER", 25, least=1),
    "partner": env.whole("DAILY_DOCUMENTS_PARTNER", 100, least=1),
    "cto_scale": env.whole("DAILY_DOCUMENTS_CTO_SCALE", 400, least=1),
}
# How many projects a founder may have, by tier; deleted ones do not count.
PROJECTS = {
    "bootstrapper": env.whole("PROJECTS_BOOTSTRAPPER", 25, least=1),
    "partner": env.whole("PROJECTS_PARTNER", 100, least=1),
    "cto_scale": env.whole("PROJECTS_CTO_SCALE", 500, least=1),
}
# How often a founder may do something in an hour.
HOURLY_LIMITS = {
    "projects": env.whole("HOURLY_PROJECTS", 30, least=1),
    "imports": env.whole("HOURLY_IMPORTS", 60, least=1),
    "exports": env.whole("HOURLY_EXPORTS", 300, least=1),
    "notes": env.whole("HOURLY_NOTES", 300, least=1),
    "plan_requests": env.whole("HOURLY_PLAN_REQUESTS", 10, least=1),
}
# What the plans cost, by tier: amount, currency and period; without one, on request.
PLAN_PRICES = {
    "bootstrapper": env.price("PRICE_BOOTSTRAPPER"),
    "partner": env.price("PRICE_PARTNER"),
    "cto_scale": env.price("PRICE_CTO_SCALE"),
}
# The class that is told of requests for a larger plan; docs/plans.md.
PLAN_SALES = env.text("PLAN_SALES", "artifacts.services.accounts.plans.AskStaff")
# How many files may be made at once for one founder, or by one share link; each holds a thread of
# the web server.
FILES_AT_ONCE = env.whole("FILES_AT_ONCE", 3, least=1)
# What may be spent on writing in a day; unset is no limit.
FOUNDER_DAY_BUDGET_USD = env.usd("FOUNDER_DAY_BUDGET_USD")
INSTALLATION_DAY_BUDGET_USD = env.usd("INSTALLATION_DAY_BUDGET_USD")

# Accounts

AUTH_USER_MODEL = "artifacts.User"
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "project_list"
LOGOUT_REDIRECT_URL = "home"
# With "mandatory" nobody gets in before the mail is read, so that signing up tells nothing about
# who has an account.
ACCOUNT_EMAIL_VERIFICATION = env.one_of("EMAIL_VERIFICATION", ("optional", "mandatory"))
# Browsers give passkeys to pages on localhost without HTTPS, too.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = DEBUG
# Whether the admin opens only to those who have shown a second factor.
STAFF_SECOND_FACTOR = env.switch("STAFF_SECOND_FACTOR", default=False)

# Email and cache

vars().update(
    env.url(
        "EMAIL_URL",
        "consolemail://",
        environ.Env.email_url_config,
        examples="smtp+tls://user:password@host:587 or consolemail://",
    )
)
EMAIL_TIMEOUT = 10
# Where the site is, for links in mails that no request has ordered.
SITE_URL = env.text(
    "SITE_URL",
    "http://localhost:8000" if DEBUG else f"https://{(ALLOWED_HOSTS or ['localhost'])[0]}",
).rstrip("/")
DEFAULT_FROM_EMAIL = env.text("DEFAULT_FROM_EMAIL", "Cofounder <cofounder@localhost>")
SUPPORT_EMAIL = env.text("SUPPORT_EMAIL", parseaddr(DEFAULT_FROM_EMAIL)[1])
# Rate limits count in the cache: more than one web process needs one that they share.
_CACHE = env.url(
    "CACHE_URL",
    "locmemcache://",
    environ.Env.cache_url_config,
    examples="rediscache://host:6379/1 or locmemcache://",
)
KEPT_ENTRIES = 1_000
CACHES: dict[str, dict[str, Any]] = caches(
    _CACHE, live_folder=BASE_DIR / ".live", kept_entries=KEPT_ENTRIES
)

# Language and time

LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", "English"), ("de", "Deutsch")]
# Before the catalogues of other applications, some of which translate the same words otherwise.
LOCALE_PATHS = [BASE_DIR / "artifacts" / "locale"]
TIME_ZONE = "UTC"
USE_I18N = True
USE_TZ = True

# Static files

STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": (
            "django.contrib.staticfiles.storage.StaticFilesStorage"
            if DEBUG
            else "whitenoise.storage.CompressedManifestStaticFilesStorage"
        )
    },
}

# Security

HTTPS = env.switch("HTTPS", default=not DEBUG)
SECURE_SSL_REDIRECT = HTTPS
SESSION_ENGINE = "artifacts.web.sessions"
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
SECURE_HSTS_SECONDS = env.whole("HSTS_SECONDS", 31_536_000 if HTTPS else 0)
SECURE_HSTS_INCLUDE_SUBDOMAINS = env.switch("HSTS_SUBDOMAINS", default=HTTPS)
SECURE_HSTS_PRELOAD = env.switch("HSTS_PRELOAD", default=HTTPS)
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "artifacts.views.errors.csrf_failure"
BEHIND_PROXY = env.switch("BEHIND_PROXY", default=False)
if BEHIND_PROXY:
    # Only for a proxy that always sets this header itself; otherwise anybody could claim HTTPS.
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    # Rate limits per address are of the visitor's, not of the proxy's.
    ALLAUTH_TRUSTED_PROXY_COUNT = 1

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "font-src": [SELF],
        "img-src": [SELF, "data:"],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

# For how many days data is kept that nobody needs any longer; 0 keeps it for ever.

RETENTION_DAYS = {
    "deleted_projects": env.whole("KEEP_DELETED_PROJECTS_DAYS", 30, least=1),
    "attempts": env.whole("KEEP_ATTEMPTS_DAYS", 0),
    "drafts": env.whole("KEEP_DRAFTS_DAYS", 0),
    # How long a founder who deletes the account can bring it back; 0 erases it at once.
    "closed_accounts": env.whole("DELETE_ACCOUNT_DAYS", 14),
    "guest_notes": env.whole("KEEP_HIDDEN_NOTES_DAYS", 0),
}

# Probes and metrics

# Who may ask: anybody, who knows OPERATIONS_TOKEN, or nobody.
HEALTHZ = env.one_of("HEALTHZ", ("open", "token", "off"))
READYZ = env.one_of("READYZ", ("open", "token", "off"))
METRICS = env.one_of("METRICS", ("off", "token", "open"))
OPERATIONS_TOKEN = env.text("OPERATIONS_TOKEN")
if "token" in (HEALTHZ, READYZ, METRICS) and not OPERATIONS_TOKEN:
    raise ImproperlyConfigured(
        "Set OPERATIONS_TOKEN: a long random text that those send who may ask for the probes."
    )
# Where the processes of one machine add up what they count; prometheus_client reads the variable
# when it is imported.
METRICS_FOLDER = "" if METRICS == "off" else env.text("METRICS_FOLDER", str(BASE_DIR / ".metrics"))
if METRICS_FOLDER:
    Path(METRICS_FOLDER).mkdir(parents=True, exist_ok=True)
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = METRICS_FOLDER
# Host and port under which a worker answers /healthz and /metrics: it serves no pages.
WORKER_METRICS_ADDRESS = env.address("WORKER_METRICS_ADDRESS")

# Logging

LOG_LEVELS = ("INFO", "DEBUG", "WARNING", "ERROR", "CRITICAL")
LOG_FORMATS = {"text": "TextFormatter", "json": "JsonFormatter"}
LOG_FORMAT = env.one_of("LOG_FORMAT", tuple(LOG_FORMATS))
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"()": f"artifacts.monitoring.formatters.{LOG_FORMATS[LOG_FORMAT]}"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "artifacts": {"level": env.one_of("LOG_LEVEL", LOG_LEVELS)},
        "huey": {"level": "WARNING", "handlers": ["stderr"], "propagate": False},
        # Django gives it a handler of its own, which masks nothing.
        "django.server": {"level": "INFO", "handlers": ["stderr"], "propagate": False},
    },
}
# Errors go to a service that speaks Sentry's protocol where this names one;
# artifacts/monitoring/error_reports.py.
SENTRY_DSN = env.text("SENTRY_DSN")
