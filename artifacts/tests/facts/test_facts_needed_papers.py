"""Papers and rules that are named by what is said of them, and what is no law."""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.facts.reading import read_facts

IDEAS = {
    "en": "We make a thing for people who need it and they use it every week at home.",
    "de": "Wir machen etwas für Leute, die es jede Woche zu Hause brauchen und nicht haben.",
    "fr": "Nous faisons une chose pour des gens qui en ont besoin chaque semaine à la maison.",
    "nl": "Wij maken iets voor mensen die het elke week thuis nodig hebben en het niet vinden.",
    "es": "Hacemos una cosa para la gente que la necesita y la usa cada semana en su casa.",
}
TOLD = """
en | We need a mooring consent from Natural Resources Wales. | mooring consent
en | The fire needs the B2 burning exemption from the county. | B2 burning exemption
en | Under the Vermont maple grading law each can has a mark. | Vermont maple grading law
en | We follow the Code of Practice of the Pony Society. | Code of Practice of the Pony Society
en | Part 43 wants a book of each lift. | Part 43
en | We wait until the Marine Agency has licensed us. | Marine Agency licence
en | We register with the Grain Office first. | registration with Grain Office
en | The fitter has to be Gas Safe registered. | Gas Safe registration
en | Nobody may fly without a CAA operator ID. | CAA operator ID
en | We have a loan from Lloyds and a shed from Tom. |
en | We follow the river to the weir. |
de | Ohne Ausnahme der oberen Forstbehörde geht nichts. | Ausnahme der oberen Forstbehörde
de | Wir müssen beim Zuchtamt registriert sein. | Registrierung beim Zuchtamt
de | Wir müssen uns beim Zuchtamt anmelden. | Anmeldung beim Zuchtamt
de | Jedes Tier braucht den Equidenpass. | Equidenpass
de | Dazu kommt der Eintrag in die Handwerksrolle. | Eintrag in die Handwerksrolle
de | Das Forstamt hat den Weg noch nicht genehmigt. | Genehmigung durch das Forstamt
de | Wir wohnen bei der Gemeinde und fahren mit dem Kompass. |
fr | Il faut l'avis de la zone de police. | avis de la zone de police
nl | Wij houden ons aan de Wet op de dierproeven. | Wet op de dierproeven
es | Hay que cumplir la Ley 1178. | Ley 1178
"""


@pytest.mark.parametrize(
    ("language", "said", "name"),
    [[part.strip() for part in line.split(" |")] for line in TOLD.strip().splitlines()],
)
def test_a_paper_is_named_by_what_is_said_of_it(language, said, name):
    told = {"idea": IDEAS[language], "constraint": said}
    found = [fact.value for fact in read_facts(told, today=date(2026, 11, 29)).laws]
    assert found == ([name] if name else [])
