"""All words together: what they speak against is left open, and what they tell is decided."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from artifacts.facts.reading import read_facts, trait_weights
from artifacts.facts.reading.trait_weights import Weights, stems_of, weights
from artifacts.facts.schema import TRAITS, Facts
from bench.trait_weights import LEARNED_FROM, Example, examples, learn, write

TODAY = date(2026, 11, 30)
GARDENS = {
    "idea": (
        "Twice a year we prune old apple trees in gardens around the valley, where nobody climbs"
        " ladders any more. We bring saws, poles and a small chipper, leave tidy branches behind"
        " and write down which tree was cut when, so that the next cut comes in time. What lies"
        " around afterwards feeds stoves; thick wood we stack beside some fence or barn, where its"
        " owner finds it dry two years later."
    ),
    "target_user": "Owners of large gardens who cannot reach their crowns themselves.",
    "price": "Forty pounds for each tree, whichever size it has.",
    "first_version": "Somebody rings\nWe look at the trees\nWe prune them\nThey pay",
}


def read(likelihood: float, trait: str, monkeypatch: pytest.MonkeyPatch, **told: str) -> Facts:
    """Read the gardens, with what is told besides, where all words make `trait` so likely."""
    texts = GARDENS | told
    stems = stems_of({key: text.lower() for key, text in texts.items()})
    z = math.log(likelihood / (1 - likelihood))
    bias = tuple(z if name == trait else 0.0 for name in TRAITS)
    known = {stem: (1.0, *(0.0 for _ in TRAITS)) for stem in stems}
    monkeypatch.setattr(trait_weights, "weights", lambda: Weights(tuple(TRAITS), bias, known))
    return read_facts(texts, today=TODAY)


@pytest.mark.parametrize(
    ("likelihood", "verdict"), [(0.76, "yes"), (0.74, None), (0.26, None), (0.24, "no")]
)
def test_what_was_open_is_decided_where_all_words_are_sure(
    likelihood: float, verdict: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    seasonal = read(likelihood, "seasonal", monkeypatch).traits.seasonal
    assert (seasonal.value, seasonal.said) == (verdict, ())


@pytest.mark.parametrize(("likelihood", "verdict"), [(0.41, "yes"), (0.39, None), (0.01, None)])
def test_a_word_is_left_open_where_all_others_speak_against_it(
    likelihood: float, verdict: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = "Only in summer, from June to August."
    assert (
        read(likelihood, "seasonal", monkeypatch, constraint=told).traits.seasonal.value == verdict
    )


@pytest.mark.parametrize(("likelihood", "verdict"), [(0.59, "no"), (0.61, None), (0.99, None)])
def test_silence_is_left_open_where_all_words_speak_against_it(
    likelihood: float, verdict: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert read(likelihood, "needs_permit", monkeypatch).traits.needs_permit.value == verdict


def test_what_is_denied_in_words_stays_denied(monkeypatch: pytest.MonkeyPatch) -> None:
    sheet = read(0.99, "takes_payments", monkeypatch, constraint="They get an invoice afterwards.")
    assert sheet.traits.takes_payments.value == "no"
    assert sheet.traits.takes_payments.said


def test_a_few_words_weigh_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trait_weights, "ENOUGH_STEMS", 200)
    assert read(0.99, "needs_permit", monkeypatch).traits.needs_permit.value == "no"


def test_words_count_once_by_their_first_letters_in_answers_about_the_product() -> None:
    texts = {
        "idea": "gardens, gardeners and a garden; bäume",
        "price": "40 € for it",
        "problem": "ladders",
    }
    assert stems_of(texts) == ["and", "bäume", "for", "garde"]


def test_a_likelihood_is_that_of_a_logistic_regression() -> None:
    learned = Weights(("seasonal",), (0.5,), {"apple": (3.0, 2.0), "prune": (4.0, -1.0)})
    # The rarities 3 and 4 make a vector of length 5.
    expected = 1 / (1 + math.exp(-(0.5 + 3 / 5 * 2.0 - 4 / 5 * 1.0)))
    assert learned.likelihoods(["apple", "prune", "unknown"]) == {
        "seasonal": pytest.approx(expected)
    }
    assert learned.likelihoods(["unknown"]) == {"seasonal": pytest.approx(1 / (1 + math.exp(-0.5)))}


def test_what_is_stored_weighs_every_trait() -> None:
    assert weights().traits == tuple(TRAITS)
    assert len(weights().bias) == len(TRAITS)
    assert {len(row) for row in weights().stems.values()} == {1 + len(TRAITS)}


def test_what_is_stored_tells_nearly_all_whom_it_was_learned_from() -> None:
    founders = [one for path in LEARNED_FROM for one in examples(path)]
    wrong = sum(
        (likelihood > 0.5) != one.traits[trait]
        for one in founders
        for trait, likelihood in weights().likelihoods(one.stems).items()
    )
    assert wrong < 0.02 * len(founders) * len(TRAITS)


def _traits(*there: str) -> Mapping[str, bool]:
    return {trait: trait in there for trait in TRAITS}


def test_words_are_learned_that_those_with_a_trait_use(tmp_path: Path) -> None:
    summer = Example(["boats", "lake", "summe"], _traits("seasonal"))
    office = Example(["excel", "lake", "offic"], _traits("takes_payments"))
    rare = Example(["onlyx"], _traits("seasonal")), Example(["onlyy"], _traits("takes_payments"))
    learned = learn([*[summer, office] * 3, *rare])
    assert set(learned.stems) == {"boats", "excel", "lake", "offic", "summe"}
    place = 1 + list(TRAITS).index("seasonal")
    assert learned.stems["boats"][place] > 1 > -1 > learned.stems["excel"][place]
    assert abs(learned.stems["lake"][place]) < 0.5
    likely = learned.likelihoods(summer.stems)
    assert likely["seasonal"] > 0.9
    assert likely["takes_payments"] < 0.1

    write(learned, tmp_path / "weights.json")
    stored = json.loads((tmp_path / "weights.json").read_text())
    assert stored["stems"]["boats"][place] == round(100 * learned.stems["boats"][place])
    assert stored["bias"] == [round(100 * one) for one in learned.bias]
