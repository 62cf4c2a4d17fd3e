"""Founders who need no money are not asked how much there is."""

from __future__ import annotations

import pytest

from artifacts.document_types.brief.schema import ProductBriefContent
from artifacts.document_types.risk_log.schema import RiskLogContent
from artifacts.tests.support.offline_documents import contents_of

IDEAS = {
    "en": "We lend the tools of our street to everybody who lives in it, from one shed.",
    "de": "Wir verleihen das Werkzeug unserer Straße an alle, die dort wohnen, aus einem Schuppen.",
}
QUESTIONS = ("How much money", "Wie viel Geld")
RISKS = ("We do not know how far the money goes", "Wir wissen nicht, wie weit das Geld reicht")


def asks(said: str, language: str) -> bool:
    brief = {"name": "Toolshed", "idea": IDEAS[language], "constraint": said}
    contents = contents_of(brief)
    product = next(c for c in contents.values() if isinstance(c, ProductBriefContent))
    risks = next(c for c in contents.values() if isinstance(c, RiskLogContent))
    question = any(one.startswith(QUESTIONS) for one in product.open_questions)
    risk = any(one.title in RISKS for one in risks.financial_risks or ())
    assert question == risk
    return question


@pytest.mark.parametrize(
    ("said", "language"),
    [
        ("We need no money, all tools are ours.", "en"),
        ("We don’t need any money.", "en"),
        ("No money is needed; 6 hours a week.", "en"),
        ("It takes no capital.", "en"),
        ("There is no budget and we have no money.", "en"),
        ("Geld brauchen wir keins, das Werkzeug haben wir.", "de"),
        ("Geld brauchen wir dafür keines.", "de"),
        ("Wir brauchen kein Geld.", "de"),
        ("Kein Geld nötig; 6 Stunden pro Woche.", "de"),
        ("Ein Budget haben wir nicht.", "de"),
    ],
)
def test_who_needs_no_money_is_not_asked_for_it(said, language):
    assert not asks(said, language)


@pytest.mark.parametrize(
    ("said", "language"),
    [
        ("Six hours a week.", "en"),
        ("We need no money from a bank.", "en"),
        ("We have no money for a second shed.", "en"),
        ("Sechs Stunden in der Woche.", "de"),
        ("Wir brauchen kein Geld von der Bank.", "de"),
        ("Bis Mai brauchen wir kein Geld für den Schuppen.", "de"),
    ],
)
def test_who_needs_none_from_somebody_is_still_asked(said, language):
    assert asks(said, language)
