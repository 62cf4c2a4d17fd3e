"""Words that tell deeds from what only prepares or asks."""

from __future__ import annotations

import re

from artifacts.facts.grammar.sets import word_set

IRREGULAR = word_set(
    "made built cut ran run drove driven sewn sewed wrote written taken took gave given put got"
    " grew grown sold lent held shot sent set swum flown flew sung sang done carried brought"
    " kept dug drew drawn wound ground bound hung laid lent fed bred woven wove spun told taught"
    " shown showed shorn sawn sown hidden hid ridden rode hit split burnt mown dried tied tried"
    " lit read rebuilt caught"
)
NO_VERB = word_set(
    "need indeed seed feed bed red shed speed weed breed hundred kindred naked wicked sacred"
    " exceed proceed instead bored tired interested united talented wooded retired so-called"
)
PREPARES = word_set(
    "counted calculated worked drawn drew sketched planned read looked found thought learned"
    " learnt studied saved ordered registered applied signed bought researched compared filled"
    " started decided joined quit moved hired got had lived waited noticed imagined wanted"
    " priced costed dreamt dreamed wondered googled budgeted estimated scouted emailed phoned"
    " listed"
    " needed loved liked heard seen met known used tried supposed called named based allowed given"
    " told taught asked rang visited invited talked sat gezählt gerechnet ausgerechnet berechnet"
    " gezeichnet skizziert geplant gelesen gefunden gedacht überlegt gelernt studiert gespart"
    " bestellt beantragt angemeldet unterschrieben gekauft verglichen gewartet gehört gesehen"
    " erlebt gewohnt gekannt geredet gesprochen gefragt gesessen besucht getroffen angerufen"
    " geschrieben gesetzt geeinigt gesagt gemacht gegeben gelassen gehabt geblieben geworden"
    " gewesen vorgestellt gezeigt reserved rented leased booked registered insured angeschaut"
    " angesehen reserviert gemietet gepachtet gebucht versichert notiert informiert kalkuliert"
    " interessiert gegründet gefreut gemeldet gewollt geleast zugesagt absolviert bestanden"
)
NO_DEED = word_set(
    "am are was were be been have had has do did don't didn't will would can could may might must"
    " shall should cannot can't couldn't won't wouldn't haven't hadn't aren't weren't want need"
    " know knew think hope wish plan planned mean meant like love feel felt believe guess expect"
    " suppose talk talked speak spoke ask call called ring rang phone phoned write wrote tell say"
    " said show see saw hear look looked watch watched find go went come came drive drove drove"
    " walk walked travel meet met visit sit sat stand stood wait live lived start started begin"
    " began open join own work worked study learn read count counted calculate draw drew sketch"
    " price priced cost costed reckon reckoned buy bought order ordered rent rented hire hired"
    " lease leased book booked save saved spend spent apply applied register registered found get"
    " got keep kept give gave take took put set let leave left lose lost win won move moved stop"
    " stopped quit try tried use used borrow borrowed owe owed earn send sent knock knocked hand"
    " handed drink drank eat ate pass passed and or who all both as in on at to of for with from"
    " with that which where when if because describe described explain explained present presented"
    " pitch pitched email emailed post posted hang around stayed stay attend attended took knew"
    " decide decided agree agreed promise promised sign signed asked told listen listened"
)
"""What the founders do before anything has been made, and words of many meanings."""
NOT_DOING = word_set(
    "habe haben hatte hatten hätte hätten bin sind war waren wäre wären werde werden wurde wurden"
    " würde würden will wolle wollen wollte wollten möchte möchten mag mögen kann können konnte"
    " konnten könnte könnten soll sollen muss müsse müssen mussten darf dürfe dürfen durfte durften"
    " suche suchen warte warten hoffe hoffen plane planen rechne rechnen denke denken glaube"
    " glauben weiß wisse wissen kenne kennen brauche brauchen rede reden spreche sprechen frage"
    " fragen starte starten beginne beginnen fange fangen sehe sehen finde finden gehe gehen ging"
    " gingen komme kommen kam kamen wohne wohnen lebe leben heiße heißen arbeite arbeiten lerne"
    " lernen lese lesen schreibe schreiben kaufe kaufen stehe stehen sitze sitzen überlege"
    " überlegen treffe treffen traf trafen besuche besuchen saß saßen sprach sprachen rief riefen"
    " fragte fragten redete redeten nehme nehmen bekomme bekommen kriege kriegen bleibe bleiben"
    " lasse lassen eine keine meine deine seine ihre unsere alle viele beide diese ohne gerade"
    " heute keinen einen unseren meinen beiden allen vielen neben gegen zwischen eben oben unten"
    " morgen schon ersten zweiten letzten vorigen wegen sie beste ganze ganzen halbe halben solche"
    " andere anderen erste zweite letzte gerne bitte danke solche jede jeden jene welche etliche"
    " einige mehrere wenige wenigen einigen mehreren zuletzt dürften sollten müssten kennt selten"
    " innen zusammen draußen drinnen hinten vorne bisschen dagegen hingegen"
)
NO_GERMAN_DEED = re.compile(
    r"(?:träum|zöger|zeichn|skizzier|zweif|zweifel|grübe?l|sinnier|mein|fühl|freu|fürcht|befürcht"
    r"|erwart|wünsch|lieb|vermiss|beobacht|beschäftig|interessier|recherchier|studier|schau"
    r"|guck|vergleich|verglich|prüf|erkundig|informier|verhande?l|bereit|vorbereit|organisier"
    r"|beantrag|bewerb|bewarb|meld|ruf|telefonier|erzähl|zeig|bitt|bat|spar|miet|pacht|bestell"
    r"|reservier|buch|kalkulier|schätz|plan|überleg|entwerf|entwarf|kümmer|leit|biet|bot|besitz"
    r"|benötig|gehör|heiß|wohn|leb|wart|hoff|such|frag|lern|dach|entschied|entscheid"
    r"|bezweif|bezweifel|ahn|merk|spür|staun|glaub|rechn|versprech|versprach|sorg|trau)"
    r"(?:e|n|en|ern|ere|le|te|ten|ete|eten)?"
)
"""Verbs by which founders think, feel, ask or prepare, in the present and the past of one word."""
ONLY_PREPARED = word_set(
    "antrag anträge angebot angebote plan pläne vertrag verträge genehmigung genehmigungen zusage"
    " zusagen termin termine konzept kalkulation geld konto bank förderung zuschuss kredit halle"
    " grundstück raum räume gewerbe führerschein kurs name idee gedanke rechnung förderantrag"
    " mietvertrag miete wiese werkstatt laden anhänger maschine geschichte frage fragen sache"
    " winter sommer frühling herbst jahr jahre monat woche wochen tag tage zeit rest"
)
"""What somebody has or waits for before there is a product."""
