"""The caches: counters, computed results, and text that is being written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from cofounder import __version__

_IN_THE_PROCESS = ".LocMemCache"


def caches(shared: dict[str, Any], *, live_folder: Path, kept_entries: int) -> dict[str, Any]:
    """Return the CACHES setting, given what CACHE_URL stands for."""
    is_of_process = shared["BACKEND"].endswith(_IN_THE_PROCESS)
    # A cache that is away is no reason to answer nobody.
    default = {
        **shared,
        "BACKEND": "artifacts.caching.PatientCache",
        # What an older build has kept may be of classes that this one does not have.
        "KEY_PREFIX": __version__,
        "OPTIONS": {**shared.get("OPTIONS", {}), "BACKEND": shared["BACKEND"]},
    }
    # What was computed or rendered, under keys of all that it was made from: apart from what is
    # counted, which it would otherwise push out of a cache that is full.
    kept = {
        **default,
        "BACKEND": "artifacts.caching.KeptCache",
        "LOCATION": "kept" if is_of_process else shared.get("LOCATION", ""),
        "KEY_PREFIX": f"{__version__}:kept",
        "OPTIONS": (
            {"MAX_ENTRIES": kept_entries, **default["OPTIONS"]}
            if is_of_process
            else default["OPTIONS"]
        ),
    }
    # What a worker has written so far, for the web processes to show. Without a cache that
    # processes share it goes through files; counts do not, because nothing in a file cache is
    # counted in one step.
    files = {
        "BACKEND": "artifacts.caching.LiveFiles",
        "LOCATION": live_folder,
    }
    return {"default": default, "kept": kept, "live": files if is_of_process else default}
