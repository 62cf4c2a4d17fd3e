"""Whether somebody looks at a page, or a program fetches it: for previews of links, search and
monitoring.
"""

from __future__ import annotations

import re

from django.http import HttpRequest

# What every browser of the last fifteen years begins with, and the engine that it names.
_BROWSER = re.compile(
    r"Mozilla/5\.0 \((?!compatible)[^)]*\).*\b(?:AppleWebKit|Gecko|Trident|Presto)/", re.IGNORECASE
)
# A program that says it is a browser says somewhere what it is as well, or where to read about it.
_PROGRAM = re.compile(
    r"bot\b|bot[/;_-]|crawl|spider|slurp|preview|fetch|scan|monitor|headless|lighthouse|prerender|embed|facebookexternalhit"
    r"|whatsapp|telegram|discord|slack|skype|teams/|ms-office|outlook|python|java/|curl|wget|go-http|axios|okhttp"
    r"|https?://|\+?www\.|@\w",
    re.IGNORECASE,
)


def is_page_view(request: HttpRequest) -> bool:
    """Return whether a browser asks for a page to show it: not ahead of time, not as a part of
    another page.

    All browsers say which languages and types they want; newer ones say what for (Fetch Metadata).
    """
    headers = request.headers
    if request.method != "GET" or headers.get("Sec-Purpose") or headers.get("Purpose"):
        return False
    agent = headers.get("User-Agent", "")
    if not _BROWSER.match(agent) or _PROGRAM.search(agent):
        return False
    if not headers.get("Accept-Language") or "text/html" not in headers.get("Accept", ""):
        return False
    return headers.get("Sec-Fetch-Mode", "navigate") == "navigate" and headers.get(
        "Sec-Fetch-Dest", "document"
    ) in {
        "document",
        "iframe",
    }
