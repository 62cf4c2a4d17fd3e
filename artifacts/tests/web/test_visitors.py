"""A view of a share link is one of a person: programs that look at links are many and say so in
many ways.
"""

from __future__ import annotations

import pytest
from django.test import RequestFactory

from artifacts.tests.support.visitors import FIREFOX, navigation
from artifacts.web.visitors import is_page_view

KIT = "AppleWebKit/537.36 (KHTML, like Gecko)"
CHROME = f"Mozilla/5.0 (Windows NT 10.0; Win64; x64) {KIT} Chrome/143.0.0.0 Safari/537.36"

BROWSERS = [
    FIREFOX,
    CHROME,
    f"{CHROME} Edg/143.0.0.0",
    f"{CHROME} OPR/120.0.0.0",
    (
        f"Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) {KIT} Version/18.5 Mobile/15E148"
        " Safari/604.1"
    ),
    (
        f"Mozilla/5.0 (Linux; Android 14; SM-S921B) {KIT} SamsungBrowser/27.0 Chrome/125.0 Mobile"
        " Safari/537.36"
    ),
    f"Mozilla/5.0 (Linux; Android 14; K) {KIT} Chrome/143.0.0.0 Mobile Safari/537.36",
    f"Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) {KIT} Version/15.6 Safari/605.1.15",
    "Mozilla/5.0 (Android 14; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0",
    f"Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) {KIT} Chrome/143.0.0.0 Safari/537.36",
    f"Mozilla/5.0 (Linux; Android 14; moto g (2024)) {KIT} Chrome/143.0.0.0 Mobile Safari/537.36",
    (
        f"Mozilla/5.0 (Linux; Android 15; CPH2557; wv) {KIT} Version/4.0 Chrome/142.0 Mobile"
        " Safari/537.36 Instagram 406.0.0.58.159 Android (35/15; 480dpi; OPPO; en_GB)"
    ),
]

PROGRAMS = [
    "",
    "Mozilla/5.0",
    "Googlebot/2.1 (+http://www.google.com/bot.html)",
    f"Mozilla/5.0 {KIT} (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm) Chrome/143.0",
    (
        f"Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5X) {KIT} Chrome/143.0 Mobile (compatible;"
        " Googlebot/2.1)"
    ),
    "Mozilla/4.0 (compatible; ms-office; MSOffice 16)",
    "Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.17928; Pro)",
    (
        "Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5"
        " skype-url-preview@microsoft.com"
    ),
    "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
    "Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)",
    "TelegramBot (like TwitterBot)",
    "WhatsApp/2.23.20.0",
    "facebookexternalhit/1.1",
    "Mozilla/5.0 (compatible; Embedly/0.2; +http://support.embed.ly/)",
    "Iframely/1.3.1 (+https://iframely.com/docs/about)",
    "mattermost-9.5.0",
    "Mozilla/5.0 (compatible; NotionEmbedder/1.0)",
    f"Mozilla/5.0 (X11; Linux x86_64) {KIT} HeadlessChrome/143.0.0.0 Safari/537.36",
    f"{CHROME} Chrome-Lighthouse",
    f"{CHROME} GTmetrix",
    f"{CHROME} Silktide/2.0",
    f"{CHROME} (Wellington Agent)",
    CHROME.replace("like Gecko)", "like Gecko; Finder)"),
    CHROME + " " * 600,
    (
        f"Mozilla/5.0 (Macintosh; Intel Mac OS X 10_10_1) {KIT} Version/8.0.2 Safari/600.2.5"
        " (Applebot/0.1)"
    ),
    "LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)",
    "Mozilla/5.0 (compatible; UptimeRobot/2.0; http://www.uptimerobot.com/)",
    "python-requests/2.32.3",
    "curl/8.5.0",
    "Go-http-client/2.0",
    "node-fetch/1.0 (+https://github.com/bitinn/node-fetch)",
    "axios/1.7.2",
    "okhttp/4.12.0",
]


def is_counted(headers: dict[str, str], method: str = "GET") -> bool:
    return is_page_view(RequestFactory().generic(method, "/", headers=headers))


@pytest.mark.parametrize("agent", BROWSERS)
def test_browsers_count(agent: str) -> None:
    assert is_counted(navigation(agent))


@pytest.mark.parametrize("agent", PROGRAMS)
def test_programs_do_not_count_whatever_else_they_send(agent: str) -> None:
    assert not is_counted(navigation(agent))


def test_a_browser_that_says_nothing_of_what_for_counts() -> None:
    headers = {name: value for name, value in navigation().items() if not name.startswith("Sec-")}
    assert is_counted(headers)


@pytest.mark.parametrize(
    "headers",
    [
        navigation(**{"Accept-Language": ""}),
        navigation(Accept="*/*"),
        navigation(Accept="image/avif,image/webp,*/*"),
        navigation(**{"Sec-Fetch-Dest": "image"}),
        navigation(**{"Sec-Fetch-Mode": "cors", "Sec-Fetch-Dest": "empty"}),
        navigation(**{"Sec-Purpose": "prefetch;prerender"}),
        navigation(Purpose="prefetch"),
    ],
)
def test_what_does_not_ask_for_a_page_to_show_it_does_not_count(headers: dict[str, str]) -> None:
    assert not is_counted(headers)


def test_only_a_get_counts() -> None:
    assert not is_counted(navigation(), "HEAD")
    assert not is_counted(navigation(), "POST")
