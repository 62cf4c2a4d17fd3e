"""Where something is offered is told by what leads to a name as much as by the name.

The sentences are nobody's in the sets of founders that the reader is measured on.
"""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.facts.reading import read_facts

TOLD = """
en | Devon, Barnstaple | Nets from harbours in Devon, from Barnstaple and Ilfracombe.
en | Clare, Ennistymon | A mobile hearing clinic for the west of Clare, starting in Ennistymon.
en | Upper Hudson Valley | Cider presses to rent in the Upper Hudson Valley.
en | Dales, Hawes | Walling courses across the Yorkshire Dales, held around Hawes.
en | Wexford, Waterford | For dairy farmers between Wexford and Waterford.
en | Leith, Portobello | We collect glass in two parts of Edinburgh: Leith and Portobello.
en | Thames | For boats that lie on the Thames.
en | NZ-OTA | Shearers' gangs and the sheds of Otago.
en | US-VT | A sugarhouse directory for Vermont.
en | Lewis, Harris | Weavers on Lewis and Harris share one warping frame.
en | Hackney | Bike lessons for grown women in Hackney.
en | Cork | Every crèche within ten miles of Cork.
en | Keswick, Penrith | We clean gutters. Keswick first, then Penrith.
en | GB-WLS, IE | In Kerry too, for daughters who live in Wales or Ireland.
en | Isle of Wight | Rock pool walks, Isle of Wight only.
en | Kisumu | Water kiosks run by women's groups in and around Kisumu.
en | Whanganui | For beekeepers along the Whanganui River.
en | MY-01 | Batik workshops all over Johor.
en | NG-OY | Palm oil mills in Oyo State.
en | NZ-BOP | Kiwifruit packers in the Bay of Plenty.
de | CH-GR | Wir bringen Brot in Bündner Dörfer.
de | Halle | Ein Fahrradkurier in Halle.
de | Grafschaft Glatz | Wir sammeln Lieder aus der Grafschaft Glatz.
de | Celle, Uelzen | Für Schäfereien zwischen Celle und Uelzen.
de | Hunsrück | Wir vermieten Rückezüge im Hunsrück.
de | Rhön | Schafwolle aus der Rhön.
de | Elbe, Torgau | Für Fährleute an der Elbe bei Torgau.
de | Bregenzerwald | Käsekeller im Bregenzerwald.
de | Husum | Rund um Husum holen wir Netze ab.
de | Oberlausitz | Umgebindehäuser in der Oberlausitz.
de | Salzkammergut | Für Wirte im Salzkammergut.
de | Emmental | Für Höfe im Emmental.
de | Eimsbüttel, Altona | Für Tagesmütter in Eimsbüttel und Altona.
de | Gotha | Wir fahren durch die Dörfer nördlich von Gotha.
de | Zwickau | Für Pflegedienste im Raum Zwickau.
de | Markgräflerland | Winzer im Markgräflerland.
de | Kreis Steinfurt | Für Landfrauen aus dem Kreis Steinfurt.
de | Ammersee | Für Bootsbesitzer am Ammersee.
de | Graz-Umgebung | Hofläden in Graz-Umgebung.
de | Hameln, Minden | Wir waschen Segel. Erst Hameln, dann Minden.
fr | Brest, Quimper | Pour les voiliers entre Brest et Quimper.
fr | Nantes, Vannes | Pour les maraîchers de Nantes et de Vannes.
es | CUS, PUN, Santa Rosa | Para las panaderías de Cusco, Puno y Santa Rosa.
de | Neukölln | Ein Reparaturcafé in Berlin-Neukölln.
de | Nordeifel, Hinterharz | Wir mosten in der Nordeifel und im Hinterharz.
de | Brakel, Nieheim | Für Alte in Brakel, Nieheim und auf den Dörfern.
de | Bad Doberan | Wir liefern nach Bad Doberan.
de | Steinhuder Meer, Lüneburger Heide | Für Höfe am Steinhuder Meer und in der Lüneburger Heide.
de | CH-ZG, CH-SZ | Für Winzer im Kanton Zug und im Kanton Schwyz.
de | Genf, Nyon | Für Zahnärzte in Genf und in Nyon.
en | Rhondda, Cynon Valley | A lending shed in the Rhondda and the Cynon Valley.
en | Tweed, Till | Walks along the banks of the Tweed and the Till.
en | Kent | Hop gardens in the Weald of Kent.
en | Norfolk, Cambridgeshire | For growers in the Fens of Norfolk and Cambridgeshire.
fr | Cantal, Aubrac | Pour les éleveurs du Cantal et de l'Aubrac.
fr | Sables-d'Olonne, Vendée | Un atelier aux Sables-d'Olonne et en Vendée.
nl | Achterhoek, Betuwe | Voor boeren in de Achterhoek en de Betuwe.
nl | BE-VWV | Voor bakkers in West-Vlaanderen.
es | Bierzo, Maragatería | Para los pueblos del Bierzo y de la Maragatería.
es | CL-LL | Secamos leña en Los Lagos.
"""
BEGINNINGS = {
    "en": "We make a thing for people who need it and they use it every week at home.",
    "de": "Wir machen etwas für Leute, die es jede Woche zu Hause brauchen und nicht haben.",
    "fr": "Nous faisons une chose pour les gens qui en ont besoin chaque semaine à la maison.",
    "es": "Hacemos una cosa para la gente que la necesita cada semana en su casa y no la tiene.",
    "nl": "Wij maken iets voor mensen die het elke week thuis nodig hebben en het niet hebben.",
}


def places_in(language: str, said: str) -> list[str]:
    idea = f"{BEGINNINGS[language]} {said}"
    sheet = read_facts({"idea": idea}, today=date(2026, 11, 29))
    return [fact.value.code or fact.value.name for fact in sheet.regions if fact.value]


@pytest.mark.parametrize(
    ("language", "names", "said"),
    [line.split(" | ") for line in TOLD.strip().splitlines()],
)
def test_names_are_found_by_what_leads_to_them(language, names, said):
    found = places_in(language, said)
    assert all(any(name in place for place in found) for name in names.split(", "))


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "We read the English, Maths and Science books aloud for Mondays and Fridays."),
        ("en", "Lessons in British Sign Language for people with a house in the Villages."),
        ("en", "Patterns drawn in the Book of Kells style, and names in the Register of Members."),
        ("en", "We follow what is in the Code of Practice and in the Journal of Botany."),
        ("fr", "Des recettes de Marie pour les clients de Paul."),
        ("de", "Im Sommer und im Winter stehen wir im Stall und am Herd."),
        ("de", "Wir arbeiten mit Holz, Papier und Leim, und es geht um Geld und um Ruhe."),
        ("de", "Für Leute, die am Abend in der Küche sitzen und im Wald spazieren."),
        ("de", "Wir verkaufen an Gemeinden und Straßenmeistereien, was beim Gießen bleibt."),
        ("de", "Unser See ist ein großer See, und dieser Wald ist ein alter Wald."),
    ],
)
def test_other_words_with_capitals_are_no_places(language, said):
    assert places_in(language, said) == []


def test_where_payers_sit_is_not_where_it_is_offered():
    said = "Wir pflegen Gräber in Kassel für Leute. Die Kinder, die in Bremen sitzen, zahlen."
    assert places_in("de", said) == ["Kassel"]


OPENINGS = {
    "en": " People need it and they use it every week.",
    "de": " Die Leute brauchen es jede Woche und haben es nicht.",
    "fr": " Les gens en ont besoin chaque semaine.",
    "es": " La gente la necesita cada semana en su casa.",
    "nl": " Mensen hebben het elke week nodig.",
}


@pytest.mark.parametrize(
    ("language", "idea", "expected"),
    [
        (
            "en",
            "A pedal mill going from farm to farm in Mpika and Serenje districts, Zambia.",
            "ZM,Mpika,Serenje",
        ),
        (
            "en",
            "Lunches for the B&Bs of Arran, cooked in a shed in Lamlash.",
            "Arran,Lamlash",
        ),
        (
            "en",
            "Tuition for pupils in Tobago who failed maths twice.",
            "TT",
        ),
        (
            "en",
            "Nets for fishers near El Nido, Palawan, in the Philippines.",
            "El Nido,PH-PLW",
        ),
        (
            "en",
            "A choir bus between Hawick and Kelso in the Scottish Borders, Scotland.",
            "Hawick,Kelso,Scottish Borders,GB-SCT",
        ),
        (
            "en",
            "A mobile sawmill for the villages round Whakatane, New Zealand.",
            "Whakatane,NZ",
        ),
        (
            "en",
            "Walks through French Quarter and Old Town for the deaf, in Louisiana, USA.",
            "French Quarter,Old Town,US-LA",
        ),
        (
            "en",
            "Seed library for allotments in Spanish Town and Portmore.",
            "Spanish Town,Portmore",
        ),
        (
            "en",
            "Recycled candles for churches in County Clare and Limerick, Ireland.",
            "IE,County Clare,Limerick",
        ),
        (
            "de",
            "Ein Radkurier für Apotheken in den Landkreisen Celle und Verden.",
            "Celle,Verden",
        ),
        (
            "de",
            "Ein Chorbus für die Gemeinden Trogen, Wald und Speicher.",
            "Trogen,Wald,Speicher",
        ),
        (
            "de",
            "Wir bringen Brot auf die Höfe im Puschlav und in Samedan.",
            "Puschlav,Samedan",
        ),
        (
            "de",
            "Eine Werkstatt auf Rädern zwischen Mals und Latsch in Südtirol.",
            "IT-BZ,Mals,Latsch",
        ),
        (
            "de",
            "Kinderwagen zum Leihen in Graz und Leoben, Steiermark, Österreich.",
            "AT-6,Graz,Leoben",
        ),
        (
            "fr",
            "Des paniers pour les marins entre Saint-Malo et Cancale, en Bretagne.",
            "Saint-Malo,Cancale,FR-BRE",
        ),
        (
            "es",
            "Pan para las escuelas de Tlacolula y Mitla, en Oaxaca, México.",
            "Tlacolula,Mitla,MX-OAX",
        ),
        (
            "nl",
            "Een bakfiets voor ouders in Zutphen en Deventer.",
            "Zutphen,Deventer",
        ),
    ],
)
def test_places_are_read_all_over_the_world(language, idea, expected):
    sheet = read_facts({"idea": idea + OPENINGS[language]}, today=date(2026, 11, 29))
    found = {fact.value.code or fact.value.name for fact in sheet.regions if fact.value}
    assert found == set(expected.split(","))


def test_where_owners_live_says_nothing_where_a_place_is_named():
    idea = "A lock for huts in Otago, New Zealand, whose owners live in Auckland or Hamilton."
    sheet = read_facts({"idea": idea}, today=date(2026, 11, 29))
    assert [fact.value.code for fact in sheet.regions if fact.value] == ["NZ-OTA"]


@pytest.mark.parametrize(
    "idea",
    [
        "Bilder von Gräbern in Kusel, für Angehörige, die in Hamburg oder sonst wo wohnen.",
        "Pictures of graves in Kusel, for relatives who live in Hamburg or somewhere else.",
    ],
)
def test_a_place_that_is_only_an_example_is_none(idea: str) -> None:
    sheet = read_facts({"idea": idea}, today=date(2026, 11, 29))
    assert "Hamburg" not in [fact.value.name for fact in sheet.regions if fact.value]


def test_who_works_alone_or_speaks_a_dialect_names_no_place() -> None:
    said = {
        "idea": "Old folks in Singapore dial a number and hear a story in Hokkien.",
        "constraint": "Working alone, 48 hours a week.",
    }
    regions = read_facts(said, today=date(2026, 11, 29)).regions
    assert [fact.value.name for fact in regions if fact.value] == ["Singapore"]
