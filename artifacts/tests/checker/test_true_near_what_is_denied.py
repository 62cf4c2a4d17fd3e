"""True sentences that have words of what would be wrong, and wrong ones beside them."""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

SHED = {
    "name": "Boat Bench",
    "idea": "We hire out workbenches in a boat shed in Oban.",
    "target_user": "Boat owners in Oban.",
    "price": (
        "£35 a day per bench, £60 each when three owners book a whole bay. Six weeks in a rack"
        " cost £54. A hull wash is £120. Varnish is £30 a tin. A key costs £10."
    ),
    "constraint": "Three of us, 60 hours a week: Ann 20, Bob 25 and I 15. £20,000.",
}
FLOCK = {
    "name": "Schafhof",
    "idea": "Wir scheren Schafe in der Rhön und verkaufen die Wolle.",
    "target_user": "Schäfer in der Rhön.",
    "price": "9 € je Schaf, eine Ziege kostet 12 €.",
    "left_out": "Keine Lieferung. Keine Buchungen. Keine Zucht.",
    "constraint": "Zu zweit, 25 Stunden in der Woche, 14.000 €. Die Wolle geht nie an Händler.",
}

KILN = {
    "name": "Kiln Share",
    "idea": "Potters in Leeds book a shelf in our kiln and we fire their pots.",
    "price": "£14 per shelf. A glaze firing is £22. VAT is included.",
    "left_out": "No delivery. No reservations.",
}
HONEY = {
    "name": "Honighof",
    "idea": "Wir imkern im Odenwald und verkaufen Honig auf dem Markt.",
    "target_user": "Familien im Odenwald.",
    "price": "7 € je Glas, sechs Gläser 39 €.",
    "left_out": "Keine Lieferung.",
}
BIKES = {
    "name": "Atelier Vélo",
    "idea": "Un atelier à Lyon où nous réparons des vélos.",
    "target_user": "Cyclistes de Lyon.",
    "left_out": "Pas de livraison.",
}
BREAD = {
    "name": "Horno",
    "idea": "Un horno en Vigo donde hacemos pan para las familias.",
    "target_user": "Familias de Vigo.",
    "left_out": "No hay reparto.",
}
SWEEP = {
    "name": "Chimney Round",
    "idea": "We sweep chimneys in Bath and log each sweep on a phone.",
    "price": "£48 per chimney, £60 for a stove. A visit with camera is £90.",
}
LOG = {
    "name": "Reed Log",
    "idea": "A log on the web for reed cutters in Norfolk. It works without a connection.",
    "target_user": "Reed cutters in Norfolk. The cutter pays.",
    "price": "£12 a month. The first two months are free. A paper copy costs £5.",
}
LESSONS = {
    "name": "Kursheft",
    "idea": "Ein Heft im Web, in dem Schwimmlehrer ihre Kurse führen, auch ohne Netz.",
    "left_out": "Keine Buchungen.",
}


def rules(told: dict[str, str], text: str, section: str = "brief.market_analysis") -> set[str]:
    project = ProjectInput.from_brief({**told, "today": date(2026, 12, 1)})
    return rules_on(project, section, text)


@pytest.mark.parametrize(
    "text",
    [
        "Wir fahren zu acht Höfen am Tag.",
        "Zu acht kleinen Höfen fahren wir mit dem Rad.",
    ],
)
def test_places_that_somebody_goes_to_are_no_company(text: str) -> None:
    assert rules(FLOCK, text, "milestones.resource_plan") == set()


def test_more_of_us_than_there_are_is_found() -> None:
    assert rules(FLOCK, "Zu acht scheren wir.", "milestones.resource_plan") == {"people_differ"}


@pytest.mark.parametrize(
    "text",
    [
        "There is no rack outside.",
        "We have no key to the sea gate.",
        "We have no key left.",
        "There is no better hull wash.",
    ],
)
def test_what_is_not_there_in_one_case_is_not_denied(text: str) -> None:
    assert rules(SHED, text) == set()


@pytest.mark.parametrize("text", ["There is no rack.", "We have no hull wash at all."])
def test_a_thing_with_a_price_is_not_denied(text: str) -> None:
    assert rules(SHED, text) == {"price_terms_differ"}


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (SHED, "A bench and a rack stand together in one bay, the bench at £35."),
        (SHED, "Both bench and key can be booked on the phone, the bench at £35."),
        (FLOCK, "Beide, Schaf und Ziege, werden im Frühjahr geschoren, ein Schaf für 9 €."),
    ],
)
def test_what_two_things_do_together_is_not_their_price(told: dict[str, str], text: str) -> None:
    assert rules(told, text) == set()


def test_two_things_are_not_had_for_the_price_of_one() -> None:
    assert rules(SHED, "Both the key and the bench are £35.") == {"price_terms_differ"}


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (HONEY, "Ein Fahrer bringt uns die Gläser."),
        (HONEY, "Der Bote bringt die Deckel."),
        (FLOCK, "Der Schäfer bringt die Wolle ins Haus."),
        (KILN, "A driver brings the clay once a month."),
        (BIKES, "Les clients apportent leur vélo chez nous."),
        (BREAD, "Las familias llevan el pan a casa."),
    ],
)
def test_what_is_brought_to_us_is_no_delivery(told: dict[str, str], text: str) -> None:
    assert rules(told, text) == set()


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (KILN, "A driver brings the pots to the potter."),
        (HONEY, "Ein Fahrer bringt die Gläser zu den Familien."),
        (FLOCK, "Wir bringen die Wolle ins Haus."),
        (BIKES, "Nous apportons le vélo chez le client."),
    ],
)
def test_what_is_brought_by_us_is_one(told: dict[str, str], text: str) -> None:
    assert rules(told, text) == {"left_out_promised"}


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (FLOCK, "Gezüchtet wird auf anderen Höfen."),
        (FLOCK, "Das Geld wird auf das Konto des Vereins gebucht."),
        (FLOCK, "Händler sehen die Wolle nur auf dem Markt."),
        (KILN, "The potter reserves an hour for the glaze."),
        (LESSONS, "Gebucht wird am Telefon beim Verein, nicht im Heft."),
        (LESSONS, "Kurse werden beim Verein gebucht."),
        (LESSONS, "Die Kurse sind gebucht."),
    ],
)
def test_what_others_do_is_not_promised(told: dict[str, str], text: str) -> None:
    assert rules(told, text) == set()


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (FLOCK, "Gezüchtet wird auf dem Hof."),
        (FLOCK, "Händler sehen die Wolle."),
        (LESSONS, "Gebucht wird im Heft."),
        (LESSONS, "Kurse werden im Heft gebucht."),
    ],
)
def test_what_is_left_out_is_not_done(told: dict[str, str], text: str) -> None:
    assert rules(told, text) == {"left_out_promised"}


@pytest.mark.parametrize(
    "text",
    [
        "Wir bleiben unter 14.000 €, auch wenn alles bezahlt ist.",
        "Was gekauft wird, bleibt unter 14.000 €.",
        "14.000 € bleiben unser Rahmen, auch wenn die Maschine bezahlt ist.",
    ],
)
def test_a_limit_that_is_kept_is_not_left_over(text: str) -> None:
    assert rules(FLOCK, text, "milestones.resource_plan") == set()


def test_all_of_the_money_is_not_left_when_something_is_bought() -> None:
    text = "Wenn die Maschine bezahlt ist, bleiben noch 14.000 €."
    assert rules(FLOCK, text, "milestones.resource_plan") == {"budget_differs"}


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (LOG, "If the wifi fails, nothing is added twice."),
        (LOG, "When the signal is gone, nobody has to enter anything twice."),
        (LOG, "When the internet is down, the log is not changed by anybody else."),
        (LESSONS, "Wenn das WLAN ausfällt, muss nichts noch einmal eingegeben werden."),
        (LESSONS, "Ohne Netz muss nichts noch einmal eingegeben werden."),
    ],
)
def test_work_that_nobody_has_to_do_twice_goes_on_offline(told: dict[str, str], text: str) -> None:
    assert rules(told, text) == set()


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (LOG, "When the signal is gone, an entry can be read but not changed."),
        (LOG, "When the signal is gone, nothing can be entered."),
        (LESSONS, "Wenn das WLAN ausfällt, muss alles noch einmal eingegeben werden."),
    ],
)
def test_work_that_stops_without_a_signal_is_found(told: dict[str, str], text: str) -> None:
    assert rules(told, text) == {"offline_denied"}


@pytest.mark.parametrize(
    "text",
    [
        "There is no trial longer than two months.",
        "There is no trial for the paper copy.",
        "No trial is as long as ours: two months.",
    ],
)
def test_a_trial_that_is_not_longer_is_not_denied(text: str) -> None:
    assert rules(LOG, text) == set()


@pytest.mark.parametrize("text", ["There is no trial.", "Without a trial, a cutter pays £12."])
def test_a_trial_that_was_told_is_not_denied(text: str) -> None:
    assert rules(LOG, text) == {"price_terms_differ"}


def test_everything_is_included_in_the_price_of_one_thing() -> None:
    text = "Everything is included in the £14: loading, firing and VAT."
    assert rules(KILN, text) == set()


def test_what_has_a_price_of_its_own_is_not_included() -> None:
    text = "Everything is included in the £14, also the glaze firing."
    assert rules(KILN, text) == {"price_terms_differ"}


def test_several_have_the_sum_of_their_hours() -> None:
    text = "I do 15 hours a week, Ann and Bob the other 45."
    assert rules(SHED, text, "milestones.resource_plan") == set()


@pytest.mark.parametrize(
    "text",
    [
        "I do 15 hours a week, Ann and Bob the other 50.",
        "I do 15 hours a week, Ann and Bob 45 each.",
    ],
)
def test_several_have_no_other_sum(text: str) -> None:
    assert rules(SHED, text, "milestones.resource_plan") == {"hours_differ"}


def test_a_price_for_one_kind_is_not_for_either() -> None:
    text = "Whether for a stove or a chimney, we bring our own brushes, and a chimney is £48."
    assert rules(SWEEP, text) == set()


def test_one_price_for_either_of_two_kinds_is_found() -> None:
    text = "Whether for a stove or a chimney, we bring our own brushes, and a visit is £48."
    assert rules(SWEEP, text) == {"price_condition_dropped"}


def test_a_total_of_another_period_is_not_that_of_the_count() -> None:
    text = "At £14 a shelf, 20 shelves a week make £1,120 a month."
    assert rules(KILN, text) == set()


def test_a_total_of_the_same_period_is_that_of_the_count() -> None:
    text = "At £14 a shelf, 20 shelves a week make £290 a week."
    assert "sum_wrong" in rules(KILN, text)


def test_each_of_so_many_may_have_a_thing_of_their_own() -> None:
    text = "Three owners each pay £35 a day for a bench of their own."
    assert rules(SHED, text) == set()


def test_each_of_so_many_has_the_price_for_as_many() -> None:
    found = rules(SHED, "Three owners each pay £35 a day for a bay.")
    assert found & {"price_terms_differ", "payer_differs"}


def test_what_something_will_cost_is_our_own_price() -> None:
    told = {**KILN, "price": "The kit will cost £40. A refill costs £6."}
    assert rules(told, "The kit costs £40 with us.") == set()


def test_what_somebody_wants_is_not_our_price() -> None:
    told = {**FLOCK, "price": "9 € je Schaf. Der Scherer in Fulda will 14 € für ein Schaf."}
    assert rules(told, "Bei uns kostet ein Schaf 14 €.") == {"price_of_another_case"}
