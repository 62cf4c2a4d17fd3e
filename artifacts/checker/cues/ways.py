"""Phrases by which a way to reach something is closed, replaced or the only one."""

from __future__ import annotations

import re

from artifacts.checker.cues.cue import Cue

CLOSED = Cue("""
    is not answered, are not answered, is no longer answered, are no longer answered
    is not monitored, are not read, is not read, are not processed, is closed, are closed
    is switched off, is turned off, is for information only, is only for information, for show only
    is not planned, are not planned, is not foreseen, is not intended, is not part of
    are not part of, is not offered, are not offered, is not provided, is dropped, are dropped
    was dropped, were dropped, has been dropped, have been dropped, is scrapped, are scrapped
    was scrapped, were scrapped, has been scrapped, have been scrapped, is cut, are cut
    has been cut, have been cut, was given up, were given up, is given up, are given up
    has been given up, was abandoned, were abandoned, has been abandoned, are gone, is gone
    has been taken out, have been taken out, was taken out, were taken out
    gestrichen, fallen gelassen, weggefallen, weggelassen, aufgegeben, flog raus, fliegt raus
    a été supprimé*, ont été supprimé*, est abandonné*, geschrapt, se ha suprimido
    is discontinued, are discontinued, are no longer used, is no longer used, is no longer needed
    are no longer needed, are no longer taken, are no longer sent, are no longer mailed
    falls away, fall away, is retired, is abolished, plays no part, is not an option
    serves for reminders only, is only used for reminders
    nicht vorgesehen, nicht geplant, nicht angeboten, nicht zum einsatz, nicht bearbeitet
    nicht beantwortet, nicht gelesen, nicht mehr, entfällt, entfallen, fällt weg, fallen weg
    braucht niemand, braucht es nicht, geht niemand, geht keiner, nimmt niemand, gibt es nicht
    gibt es keine, gibt es keinen, wird abgeschafft, wird eingestellt, werden eingestellt
    abgeschaltet, nur zur information, nur der information, spielt keine rolle
    n' est pas prévu*, ne sont pas prévu*, est fermée, is niet voorzien, is gesloten
    no está previst*, está cerrad*
    """)
"""What follows a way that is not there."""
NOT_BY = re.compile(r" (?:not|no longer|never|nicht|nicht mehr|nie) (?:be |been )?$")
"""What stands right in front of a verb of sending: "not emailed"."""
IN_PLACE_OF = re.compile(
    r" (?:instead of|rather than|replaces?|replacing|in place of|no longer by|no longer over"
    r"|no longer via|not by|not over the|not via|statt|anstatt|anstelle|ersetzt|ersetzen"
    r"|löst|nicht per|nicht über|nicht mehr per|nicht mehr über|nicht auf|nicht mehr auf|nicht am"
    r"|au lieu d'|remplace|in plaats van|vervangt|en vez de|sustituye)"
    r" (?:(?:the|a|an|any|of|by|via|on|das|die|den|dem|der|des|eine|einen|einem|von|auf|per|über"
    r"|am|im) ){0,2}$"
)
"""What stands right in front of a way that something else takes the place of."""
GIVEN_UP = re.compile(
    r" (?:gave up|gave up on|given up on|dropped|scrapped|abandoned|does without|do without"
    r"|goes without|gets by without|get by without|verzichten auf|verzichtet auf|streichen|strichen"
    r"|renonçons à|zien af van|renunciamos a) (?:(?:the|a|an|any|das|die|den|eine|einen|le|la|les"
    r"|de|het|el) )?$"
)
"""What stands right in front of a way that is given up."""
ONLY_BY = re.compile(
    r" (?:only|solely|exclusively|ausschließlich|nur noch|allein|uniquement|exclusivement"
    r"|uitsluitend|exclusivamente)"
    r" (?:(?:by|via|over|on|in|through|the|a|an|per|über|am|im|auf|das|die|den|dem|einer|einem"
    r"|par|per|por) ){0,3}[^ ]+ $"
)
"""A way with words in front by which it is the only one."""
ACTS = Cue("""
    book, books, booked, booking, bookings, reserve*, order, orders, ordered, sign up, signs up
    log in, logs in, log on, logged in, register, registers, choose, chooses, choosing
    pick their, picks a, pays, pay, buy, buys, bought, fill in, fills in, filled in, download*
    install*, open the, opens the, check in, checks in, checked in, submit*, enter the, enters
    type, types, upload*, subscribe*, place an order, placed in, placed on, played, tick, ticks
    buch*, bucht, gebucht, reservier*, bestell*, meldet sich, melden sich, anmelden, angemeldet
    anmeldung, einloggen, loggt, loggen, registrier*, wählt, wählen, aussuchen, gekauft, kauft
    kaufen, zahlt, zahlen, bezahlt, ausgefüllt, füllt, füllen, herunterlad*, heruntergeladen
    installier*, eintragen, eingetragen, tippt, tippen, hochlad*, hochgeladen, abgehakt, erfasst
    réserve*, commande*, inscri*, paie*, paye*, boek*, bestel*, betaal*, reserva*, pide*, paga*
    """)
"""What people do in the way in which they reach something."""
