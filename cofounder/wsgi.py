from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cofounder.settings")

application = get_wsgi_application()

from cofounder.catalogues import drop_empty_catalogues  # noqa: E402 (needs the settings)
from cofounder.garbage import settle  # noqa: E402
from cofounder.loading import load_late, load_views  # noqa: E402 (needs the settings)

drop_empty_catalogues()
load_views()
load_late()
settle()
