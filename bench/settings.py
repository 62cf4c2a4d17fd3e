"""The product's settings for measuring pages in a process, with a bare view beside its own pages.

Static files are served under hashed names, as deployed, from a folder of the benchmark's own.
"""

from __future__ import annotations

import os
from pathlib import Path

from cofounder.settings import *  # noqa: F403

ROOT_URLCONF = "bench.urls"
STATIC_ROOT = Path(os.environ["BENCH_STATIC_ROOT"])
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"},
}
