#!/usr/bin/env python
from __future__ import annotations

import os
import sys
from pathlib import Path

from cofounder import __version__


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cofounder.settings")
    if sys.argv[1:] == ["version"]:
        # Django's own command of this name tells Django's version; `--version` still does.
        sys.stdout.write(f"Cofounder {__version__}\n")
        return
    try:
        from django.core.management import execute_from_command_line
    except ImportError as error:
        _run_again_in_venv(error)
    from django.core.exceptions import ImproperlyConfigured

    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:
        if "--traceback" in sys.argv:
            raise
        raise SystemExit(str(error)) from None


def _run_again_in_venv(error: ImportError) -> None:
    """After `make run`, plain `python manage.py` works too: it goes on with the Python that has the
    libraries.
    """
    python = Path(__file__).resolve().parent / ".venv" / "bin" / "python"
    if not python.exists() or Path(sys.prefix) == python.parent.parent:
        raise SystemExit(f"{error}. Run `make run` first; it installs what is needed.")
    os.execv(python, [str(python), *sys.argv])


if __name__ == "__main__":
    main()
