"""How far it is: an idea, talks, a prototype, a pilot or customers, with the count that was
told.
"""

from __future__ import annotations

from itertools import pairwise

from artifacts.facts.grammar.matches import NumberMatch
from artifacts.facts.grammar.sets import word_set
from artifacts.facts.reading.context import Reading, Told, read, says
from artifacts.facts.reading.cues import Cues
from artifacts.facts.schema import Fact, Stage, StageReached

_CUES: dict[Stage, Cues] = {
    "customers": Cues(
        "been selling; we sell; i sell; we're selling; i'm selling; stock it; stocks it; have"
        " subscribed; regulars; paid-up; wir verkaufen; ich verkaufe; verkaufen wir; verkaufe ich;"
        " nous vendons; je vends; we verkopen; ik verkoop; vendemos; vendo; vendí; vendió; paid us;"
        " paid me; payé; payés; payées; cobré; cobramos; pay us; pay me; paying; have paid; has"
        " paid; paid for; customers; paying customers; sold; revenue; turnover; subscribers;"
        " invoiced; bezahlt; gezahlt; zahlen uns; zahlt uns; zahlende; kunden; kundinnen; verkauft;"
        " umsatz; stammkunden; abonnenten; zahlen bereits; zahlen schon; ont payé; a payé; nous"
        " paient; clients; clientes; vendu; vendus; vendues; abonnés; chiffre d'affaires; betaald;"
        " betalen ons; klanten; verkocht; omzet; abonnees; han pagado; pagaron; nos pagan; vendido;"
        " vendimos; vendidos; clientas"
    ),
    "pilot": Cues(
        "through my own; through our own; über mein eigenes; über unser eigenes; par mon propre;"
        " via mijn eigen; por mi propio; did it for; done it for; made it for; for friends; for"
        " neighbours; für freunde; für nachbarn; for free; pilot; running it; running on it; taster"
        " session; trial session; people came; took part; watch it; watch them; read it; schauen"
        " sie; lesen sie; hören sie; schnupperstunde; probestunde; teilgenommen; kamen; sont venus;"
        " sont venues; ont participé; meegedaan; kwamen; vinieron; participaron; trial; trial run;"
        " in use; using it; use it; uses it; been using; by hand; beta; lending; test group; have"
        " used it; has used it; tested with; tested it with; umsonst; kostenlos; gratis; probelauf;"
        " probebetrieb; pilotbetrieb; testlauf; im einsatz; nutzen es; nutzen sie; benutzen;"
        " testen; von hand; getestet mit; testphase; verleihen; gratuitement; essai en cours;"
        " l'utilisent; utilisent; à la main; phase pilote; en test chez; testent; proefdraaien;"
        " proef; used it; have used; has used; benutzt; genutzt; getragen; utilisé; l'ont utilisé;"
        " gebruikt; hebben gebruikt; usaron; han usado; lo usaron; have had it; has had it; had it"
        " at home; trying it; trying it out; are trying; try it; probieren es; probieren; s' en"
        " servent; s'en servent; s'en sert; essaient; essaie; proberen; uitproberen; la prueban; lo"
        " prueban; went live; is live; ist live; gebruiken het; in gebruik; testen het; met de"
        " hand; prueba piloto; piloto; lo usan; la usan; usan; en uso; a mano; lo están probando"
    ),
    "prototype": Cues(
        "hung; mounted; installed; still works; still runs; still sends; still going; läuft noch;"
        " marche encore; werkt nog; todavía funciona; eine fassung; erste fassung; rohfassung; un"
        " brouillon; un borrador; prototype; prototypes; mock-up; mockup; mock-ups; demo; click"
        " through; clickable; runs on my; working version; first version runs; sample; samples;"
        " built; recorded; we rented; borrowed; stood in; half-finished; test batch; batch;"
        " batches; works on my; first draft of the app; printed; sewed; brewed; baked; welded;"
        " soldered; wired; tried it; tried out; test run; runs on; programmed; coded; grown; grew;"
        " made; we built; sewn; cooked; filmed; wrote the; wrote a; wrote it; knitted; carved;"
        " sawed; glued; drew; rough version; early version; a version; crude; crashes; out of"
        " plywood; out of cardboard; on my own phone; in my garage; on the bench; gesägt; geklebt;"
        " geschweißt; zugeschnitten; geschnitzt; geschrieben; découpé; collé; soudé; modèle;"
        " exemplaire; gezaagd; gelijmd; gelast; cortado; pegado; soldado; una versión; une version;"
        " een versie; eine version; assembled; tested; tried; pressed; test print; dummy; it runs;"
        " prototyp; prototypen; muster; durchklicken; klickdummy; klickprototyp; gebaut; gebastelt;"
        " testgerät; probestück; versuchsaufbau; läuft auf meinem; läuft bei mir; erste version"
        " läuft; ausprobiert; gedreht; gefilmt; gekocht; gebraut; aufgenommen; getestet; gepresst;"
        " gegossen; gepflanzt; entwurf zum; probeweise; funktionsmuster; programmiert;"
        " probegebacken; genäht; gedruckt; gelötet; nullserie; standen im garten; den ganzen"
        " letzten sommer; den ganzen winter; maquette; essai; essais; échantillon; échantillons;"
        " construit; fabriqué; tourne sur; version de démonstration; démo; bricolé; cousu; tourné;"
        " filmé; enregistré; testé; produit; cuit; gefilmd; opgenomen; getest; uitgeprobeerd;"
        " genaaid; gebakken; grabado; grabé; probé; probamos; las probé; horneado; prototipo;"
        " maqueta; muestra; muestras; construido; hecho a mano; probado en; proefversie;"
        " proefmodel; gebouwd; gemaakt; proefopstelling; draait op; klikbaar; werkend model;"
        " cosido; funciona en mi; armado; armé; armamos; construimos; hicimos; hice; journées"
        " d'essai; essayé; finished; is ready; are ready; have done; i've done; we've done; läuft"
        " auf; läuft schon; ist fertig; sind fertig; fertig ist; est prêt; est prête; sont prêts;"
        " sont prêtes; terminé; terminée; terminés; is klaar; zijn klaar; está listo; está lista;"
        " terminado; terminada; designed; put together; hand-made; set up; zusammengebaut;"
        " aufgebaut; monté; montée; installé; installée; in elkaar gezet; montado; montada;"
        " montamos"
    ),
    "talks": Cues(
        "in favour; in favor; on board; are for it; is for it; verbally; sind dafür; ist dafür;"
        " mündlich; einverstanden; per handschlag; d'accord; mondeling; de acuerdo; a favor; de"
        " palabra; rang; phoned; i called; we called; have called; visited; emailed; e-mailed;"
        " wrote to; wrote back; answered; replied; sat with; left their; willing to; would come;"
        " they'd; angerufen; besucht; angeschrieben; geantwortet; gemeldet; mitmachen; dabei sein;"
        " wollen; möchten; appelé; visité; écrit à; répondu; partants; partantes; gebeld; bezocht;"
        " geantwoord; gezeten; meedoen; llamé; llamado; llamamos; visitado; visitamos;"
        " respondieron; quieren; talked; talked to; spoke; spoken; asked; said yes; say yes; would"
        " use; would buy; interested; interviewed; interviews; promised; shook hands; handshake;"
        " handschlag; waiting list; on a list; signed up; signed a letter; letter of intent;"
        " letters of intent; conversations; met with; told me; told us; chats; chatted; survey;"
        " agreed; minutes; want to; would like; a conversation; conversation with; talked it over;"
        " talked over; gespräch; besprochen; entretien; gesprek; conversación; gesprochen; geredet;"
        " gespräche; gefragt; befragt; zugesagt; zusage; zusagen; interesse; interessiert; auf"
        " einer liste; warteliste; würden; absichtserklärung; absichtserklärungen; umfrage;"
        " vorgemerkt; parlé; discuté; rencontré; interrogé; entretiens; intéressés; intéressées;"
        " accord; promis; liste d'attente; sondage; sont d'accord; ont dit oui; prêts à; veulent;"
        " gesproken; gepraat; toegezegd; gevraagd; gesprekken; wachtlijst; aan tafel; zeiden ja;"
        " willen; zou willen; intentieverklaring; hablado; hablamos; hablé; preguntado;"
        " entrevistas; entrevistado; interesados; interesadas; dijeron que sí; lista de espera;"
        " encuesta; prometido; apuntado; apuntadas; conversaciones"
    ),
    "idea": Cues(
        "idea; only an idea; just an idea; an idea; a plan; the plan; notebook; sketch; drawing;"
        " drawings; envelope; napkin; thinking; zettel; serviette; enveloppe; kladje; servilleta;"
        " nothing yet; nothing; haven't started; have not started; not started; in my head; on"
        " paper; spreadsheet; idee; nur eine idee; skizze; skizzen; noch nichts; im kopf; nichts;"
        " konzept; auf dem papier; entwurf; zeichnung; idée; carnet; esquisse; rien; sur le papier;"
        " croquis; projet; schets; nog niets; op papier; in mijn hoofd; cuaderno; boceto; nada; en"
        " papel; proyecto"
    ),
}
_ORDER: tuple[Stage, ...] = ("customers", "pilot", "prototype", "talks")
_NEGATIONS = word_set(
    "no not nobody none nothing never neither nor without hasn't haven't didn't isn't yet nicht"
    " kein keine keiner keinen niemand nichts nie ohne noch pas aucun aucune personne jamais rien"
    " sans ni niet geen niemand nooit niets zonder nog nadie ningún ninguna nunca nada sin todavía"
)
_SURE_NEGATIONS = _NEGATIONS - {"yet", "noch", "nog", "todavía"}
_PAST_OTHERS = Cues("competitor; konkurrenz; concurrent; someone else; elsewhere")
_UNPAID = Cues(
    "no charge; at no charge; sin cobrar; without charging; without pay; ohne geld; ohne bezahlung;"
    " sans faire payer; zonder betaling; free of charge; for nothing; voor niks; voor niets; pour"
    " rien; de balde"
)
_WISHES = Cues(
    "would; could; want; wants; plan; will; würden; würde; wollen; möchten; könnten; aimeraient;"
    " veulent; voudraient; zouden; willen; quieren; querrían"
)
_FREE = Cues(
    "took nothing; for nothing; directly; no money; took no money; nichts genommen; tous donnés;"
    " weggegeven; regalado; given away; verschenkt"
)


def read_stage(reading: Reading) -> Fact[StageReached]:
    """Return how far it is, from the answer about it, else from what speaks for it so far and from
    whom it is for.
    """
    for told in reading.pick(("stage", "evidence")):
        if found := _of(told):
            return found
        if told.key == "stage" and (found := _bare(told)):
            return found
    for told in reading.pick(("validation", "target_user", "constraint")):
        talked = _talked(told)
        if talked and "stage" not in reading.told:
            return talked
    return Fact()


def _of(told: Told) -> Fact[StageReached] | None:
    best: tuple[int, Stage, tuple[int, int]] | None = None
    for first, last in told.sentences:
        for part_first, part_last in _parts(told, first, last):
            words = told.padded(part_first, min(part_last, part_first + 80))
            if says(words, _UNPAID):
                best = (
                    min(best, (1, "pilot", (first, last))) if best else (1, "pilot", (first, last))
                )
                continue
            if says(words, _PAST_OTHERS):
                continue
            denied = bool(_SURE_NEGATIONS & set(words.split()))
            wished = says(words, _WISHES)
            whole = told.padded(first, min(last, first + 80))
            for rank, stage in enumerate(_ORDER):
                if best and best[0] <= rank:
                    break
                if (wished and stage != "talks") or (
                    denied and not (stage == "prototype" and _opens_denied(words))
                ):
                    continue
                told_so = (
                    says(words, _CUES[stage])
                    or (stage == "customers" and _pays(told, part_first, part_last))
                    or (stage == "prototype" and says(words, _OWN_THINGS) and says(words, _SINCE))
                )
                if told_so and not (stage == "customers" and says(whole, _FREE)):
                    best = (rank, stage, (first, last))
                    break
    return _made(told, best[1], best[2]) if best else None


def _pays(told: Told, first: int, last: int) -> bool:
    """Whether somebody pays there, or so many buy: "eleven households pay $20 a month", "three
    firms have " "ordered"."""
    words = told.padded(first, min(last, first + 80))
    if any(first <= index < last for index in told.money_begins):
        return says(words, _PAY)
    # What follows a later count follows the first one too.
    count = next((match for match in told.each(NumberMatch) if first <= match.first < last), None)
    bought = count is not None and says(told.padded(count.last, last), _BUY)
    return bought and not says(words, _OURSELVES) and not says(words, _BY_HAND)


_PAY = Cues(
    "pay; pays; paying; paid; zahlen; zahlt; bezahlen; paient; paie; betalen; betaalt; pagan; paga"
)
_BUY = Cues(
    "pay; pays; paying; paid; bought; buy; ordered; order; renewed; rented; zahlen; zahlt;"
    " bezahlen; gekauft; bestellt; kaufen; bestellen; gemietet; abonniert; paient; acheté;"
    " achètent; commandé; commandent; loué; betalen; betaalden; besteld; bestellen; gehuurd; pagan;"
    " pagaron; compran; compraron; pidieron; comprado"
)
_BY_HAND = Cues(
    "through my own; through our own; by hand; on my own phone; über mein eigenes; über unser"
    " eigenes; von hand; par mon propre; à la main; via mijn eigen; met de hand; por mi propio; a"
    " mano"
)
_OURSELVES = Cues(
    "i; we; i've; we've; ich; wir; je; j'; nous; on; ik; wij; yo; he comprado; hemos comprado; to"
    " pay; to buy; zu zahlen"
)
_OWN_THINGS = Cues(
    "our own; my own; unseren eigenen; unserem eigenen; unserer eigenen; meinem eigenen; meinen"
    " eigenen; notre propre; nos propres; mon propre; onze eigen; mijn eigen; nuestro propio;"
    " nuestra propia; mi propio; mi propia"
)
_SINCE = Cues("since; seit; depuis; sinds; desde")


def _opens_denied(words: str) -> bool:
    """Whether the first denial comes late, as in "a thing that stores a piano and nothing else"."""
    told = words.split()
    return next((place for place, word in enumerate(told) if word in _SURE_NEGATIONS), 0) > 5


def _parts(told: Told, first: int, last: int) -> list[tuple[int, int]]:
    """Split a sentence at its commas and semicolons, because "three asked, nobody has paid" says
    two things.
    """
    cuts = [first]
    for index in range(first, last):
        token = told.source.tokens[index]
        if token.text in ",;:" or token.lower in ("but", "aber", "mais", "maar", "pero"):
            cuts.append(index + 1)
    cuts.append(last)
    return [(start, end) for start, end in pairwise(cuts) if end > start]


def _bare(told: Told) -> Fact[StageReached] | None:
    """Return "idea" where the answer says so, or only says what there is not yet."""
    for first, last in told.sentences:
        words = told.padded(first, min(last, first + 80))
        if says(words, _CUES["idea"]):
            return _made(told, "idea", (first, last))
    return None


def _talked(told: Told) -> Fact[StageReached] | None:
    for first, last in told.sentences:
        words = told.padded(first, min(last, first + 80))
        strong = (
            "talked to",
            "spoke to",
            "spoken to",
            "spoken with",
            "gesprochen",
            "parlé avec",
            "rencontré",
            "gesproken",
            "aan tafel",
            "hablado con",
            "interviewed",
        )
        if says(words, strong) and not _SURE_NEGATIONS & set(words.split()):
            return _made(told, "talks", (first, last))
    return None


def _made(told: Told, stage: Stage, sentence: tuple[int, int]) -> Fact[StageReached]:
    first, last = sentence
    count, noun = None, ""
    for match in told.each(NumberMatch):
        if (
            first <= match.first < last
            and match.value == int(match.value)
            and 0 < match.value <= 10**9
            and not match.measure
        ):
            count, noun = int(match.value), match.noun[:80]
            break
    span = told.span(told.source.tokens[first].start, told.source.tokens[last - 1].end)
    return read(StageReached(stage=stage, count=count, noun=noun), span)
