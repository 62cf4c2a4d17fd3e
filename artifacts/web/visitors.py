"""Tell people who look at a page from programs that fetch it."""

from __future__ import annotations

import re

from django.http import HttpRequest

# What every browser of the last fifteen years begins with, and the engine that it names.
_BROWSER = re.compile(
    r"Mozilla/5\.0 \((?!compatible).*?\).*"
    r"\b(?:AppleWebKit/[\d.+]+ \(KHTML, like Gecko\)|(?:Gecko|Trident|Presto)/)",
    re.IGNORECASE,
)
# Besides, a browser names what it is made from, and the app that shows it.
_NAMES = """
    mozilla applewebkit khtml like gecko goanna presto chrome chromium crios safari version
    mobile firefox fxios focus klar edge edg edga edgios opr opera opt opx opios vivaldi
    brave yabrowser yowser samsungbrowser ucbrowser miuibrowser huaweibrowser heytapbrowser
    vivobrowser oppobrowser ddg duckduckgo ecosia whale naver silk puffin avast avg adg
    avira norton ccleaner maxthon qqbrowser mqqbrowser metasr 360se coc_coc_browser
    qtwebengine epiphany falkon konqueror palemoon seamonkey waterfox librewolf iceweasel
    icecat android iphone ubuntu fedora gsa bingsapphire sa instagram twitter for fban fbav
    fb_iab linkedinapp line micromessenger snapchat pinterest tiktok musical_ly
    bytedancewebview reddit
"""
_PRODUCTS = frozenset(_NAMES.split())
_LONGEST = 600
"""Characters of a User-Agent; those of browsers have some 250."""
_COMMENT = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
# A program that says it is a browser says somewhere what it is as well, or where to read about it.
_PROGRAM = re.compile(
    r"bot\b|bot[/;_-]|crawl|spider|slurp|preview|fetch|scan|monitor|headless|lighthouse|prerender|embed|facebookexternalhit"
    r"|whatsapp|telegram|discord|slack|skype|teams/|ms-office|outlook|python|java/|curl|wget|go-http|axios|okhttp"
    r"|\(compatible|\bagent\b|https?://|\+?www\.|@\w",
    re.IGNORECASE,
)


def names_browser(agent: str) -> bool:
    """Return whether a User-Agent is one of a browser, and names nothing that is none."""
    if len(agent) > _LONGEST or not _BROWSER.match(agent) or _PROGRAM.search(agent):
        return False
    inside = 1
    while inside:  # comments stand in comments: "(moto g (2022) Build/...)"
        agent, inside = _COMMENT.subn(" ", agent)
    names = [word.partition("/")[0].lower() for word in agent.split()]
    return all(name in _PRODUCTS or name[0].isdigit() for name in names)


def is_page_view(request: HttpRequest) -> bool:
    """Return whether a browser asks for a page to show it: not ahead of time, not as a part of
    another page.

    All browsers say which languages and types they want; newer ones say what for (Fetch Metadata).
    """
    headers = request.headers
    if request.method != "GET" or headers.get("Sec-Purpose") or headers.get("Purpose"):
        return False
    if not names_browser(headers.get("User-Agent", "")):
        return False
    if not headers.get("Accept-Language") or "text/html" not in headers.get("Accept", ""):
        return False
    return headers.get("Sec-Fetch-Mode", "navigate") == "navigate" and headers.get(
        "Sec-Fetch-Dest", "document"
    ) in {
        "document",
        "iframe",
    }
