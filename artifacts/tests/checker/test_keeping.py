"""How long something is kept by law, and who begins before a check is there."""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

SCALES = {
    "idea": "We weigh the catch of small boats in Skye and write the slips for the buyers.",
    "price": "£4 a landing from the skipper.",
    "constraint": (
        "Under the Weights and Measures Act 1985 the slips are kept for six years. Every weigher"
        " holds a food hygiene certificate before she starts at the quay."
    ),
}


@pytest.mark.parametrize(
    "text",
    [
        "The slips are deleted after 60 days.",
        "We keep the slips for two years.",
        "A weigher may start at the quay while her food hygiene certificate is still pending.",
    ],
)
def test_what_a_law_asks_is_kept_to(text: str) -> None:
    told = ProjectInput.from_brief({"name": "Creel", **SCALES, "today": date(2026, 12, 1)})
    assert "law_denied" in rules_on(told, "how_it_works.security_compliance", text)


@pytest.mark.parametrize(
    "text",
    [
        "The slips are deleted after six years.",
        "The slips are kept for 72 months.",
        "Pictures are deleted after 60 days, the slips are kept for six years.",
        "Mails to a skipper are deleted after 60 days.",
        "A weigher whose food hygiene certificate is still pending waits ashore.",
    ],
)
def test_what_a_law_says_is_no_fault(text: str) -> None:
    told = ProjectInput.from_brief({"name": "Creel", **SCALES, "today": date(2026, 12, 1)})
    assert "law_denied" not in rules_on(told, "how_it_works.security_compliance", text)
