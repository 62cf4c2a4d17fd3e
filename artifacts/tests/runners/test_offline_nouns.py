"""German nouns that the founder used in another case than our sentences need."""

from __future__ import annotations

import pytest

from artifacts.runners.fake import RunnerFake
from artifacts.runners.offline.nouns import nominative
from artifacts.schemas import ArtifactType


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Vereinen", "Vereine"),
        ("kleinen Landwirten", "kleine Landwirte"),
        ("Gräbern", "Gräber"),
        ("Händlern", "Händler"),
        ("Friedhöfen", "Friedhöfe"),
    ],
)
def test_a_dative_becomes_the_nominative(said: str, shown: str) -> None:
    assert nominative(said) == shown


@pytest.mark.parametrize(
    "said", ["Weinbauern", "Familien", "Kunden", "Werkstätten", "Sorten", "Stunden", "Betriebe", ""]
)
def test_a_plural_that_ends_so_in_all_cases_stays(said: str) -> None:
    assert nominative(said) == said


def test_participants_are_counted_in_the_nominative_though_the_test_is_with_them() -> None:
    written = RunnerFake().generate_artifacts(
        {
            "name": "Zeltnachbar",
            "idea": "Vereine leihen sich gegenseitig Festzelt, Bühne und Garnituren.",
            "validation": "Wir testen 12 Wochen lang mit 15 Vereinen, zehn müssen dabeibleiben.",
        }
    )
    metrics = written[ArtifactType.MVP_SCOPE]["success_metrics"]
    assert any("15 Vereine:" in line for line in metrics)
