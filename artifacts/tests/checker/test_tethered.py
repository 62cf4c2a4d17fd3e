"""Work that waits for a connection, and what is only sent when there is one."""

from __future__ import annotations

import pytest

from artifacts.checker.claims import read_text
from artifacts.checker.comparisons.reach import needs_connection


def is_found(language: str, text: str) -> bool:
    return any(map(needs_connection, read_text(text, language, "EUR")))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "An entry is checked against the server before it is saved."),
        ("en", "A picker has to walk back to where there is a signal before anything is saved."),
        ("en", "Without a signal the app asks the driver to come back later."),
        ("en", "If the network is down the scan is turned away."),
        ("en", "When there is no network, the entry is lost."),
        ("en", "The phone has to be connected before a load can be opened."),
        ("en", "Nothing can be saved until the phone has a connection."),
        ("en", "Entries go to the server, which has to be reachable all the time."),
        ("en", "Offline use is planned for the second version."),
        ("en", "Pickers need live coverage: the form locks the moment it is gone."),
        ("de", "Zum Speichern muss das Telefon online sein."),
        ("de", "Fehlt die Verbindung, bleibt das Formular gesperrt."),
        ("de", "Der Besuch kann erst gespeichert werden, wenn das Tablet verbunden ist."),
        ("de", "Ohne Netz wird der Besuch erst abends am Schreibtisch eingetragen."),
        ("fr", "Sans réseau, le conducteur doit attendre."),
        ("es", "Sin conexión, el chofer tiene que esperar."),
    ],
)
def test_work_that_waits_for_a_connection_is_found(language: str, text: str) -> None:
    assert is_found(language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "An entry is checked on the phone before it is saved, and sent when there is one."),
        ("en", "Without a signal the entry waits on the phone."),
        ("en", "Pickers do not need live coverage."),
        ("en", "Nobody has to wait where there is no signal."),
        ("en", "Nothing is sent until the phone has a connection."),
        ("en", "The server is not asked before an entry is saved."),
        ("en", "Entries that are made offline can be corrected later."),
        ("en", "The offline mode is there from the start; later a map is added."),
        ("en", "Entries are not lost: they are saved even when the phone is not connected."),
        ("en", "Cannot wait: each entry is saved at once, even when there is no network."),
        ("de", "Zum Speichern braucht es keine Verbindung."),
        ("de", "Beim Speichern ist kein Netz nötig."),
        ("de", "Die Kasse läuft ohne Netz und überträgt die Verkäufe erst abends."),
        ("de", "Die Rechnung geht erst hinaus, wenn das Telefon wieder online ist."),
        ("de", "Fehlt die Verbindung, bleibt die Eingabe auf dem Telefon."),
        ("fr", "Sans réseau, la saisie attend sur le téléphone."),
    ],
)
def test_what_is_only_sent_later_is_none(language: str, text: str) -> None:
    assert not is_found(language, text)
