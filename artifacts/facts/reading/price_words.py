"""Words around an amount that tell whether it is a price of ours."""

from __future__ import annotations

from artifacts.facts.grammar.sets import word_set
from artifacts.facts.reading.cues import Cues

OTHERS = Cues(
    "vendor; vendors; auf der messe; at the fair; at the trade fair; nobody out here buys;"
    " nobody here buys; kauft hier keiner; kauft hier niemand;  downtown; across town; down"
    " the road; in town; at the big; from the big; the big ones; of the others; der anderen;"
    " die anderen; they have now; have now; have today; they pay now; pay today; today pay;"
    " zahlen heute; zahlen jetzt; gekaufte; gekauftes; gekaufter; zu kaufen gibt; gibt es zu"
    " kaufen; im baumarkt; im netz; im internet; in the shops; a new one; new ones; neu"
    " kostet; brand new; sonst bei; sonst kostet; on the market; am markt; auf dem markt; the"
    " next best; dealer gives; händler gibt; händler zahlt; by a friend; big firms; big"
    " companies; großen firmen; großen firma; großen konzern; big firm; big company; grande"
    " entreprise; gran empresa; groot bedrijf; grote firma; agency; dans le commerce; in de"
    " winkel; en la tienda; bei anderen; andere nehmen; others take; others charge;"
    " second-hand; gebraucht kostet; im verleih; rental firm; hire firm; hire shop; somebody"
    " in; someone in; somebody else; someone else; does it for; do it for; macht es für;"
    " machen es für; le fait pour; le font pour; doet het voor; lo hace por; großen anbieter;"
    " beim anbieter; ein anbieter; andere anbieter; großer anbieter; un autre; een ander; pay"
    " their; pays their; pay his; pays his; pays her; paying their; zahlen ihrem; zahlen"
    " ihrer; zahlt seinem; zahlt ihrem; paient leur; paie son; betalen hun; pagan a su;"
    " nothing to do with us; nichts mit uns zu tun; mit uns nichts zu tun; rien à voir avec"
    " nous; niets met ons te maken; nada que ver con nosotros; somewhere else; buy those; buy"
    " their own; kaufen sie selbst; besorgen sie selbst; kopen ze zelf; les achètent ailleurs;"
    " elsewhere; competitor; competitors; competition; supermarket; supermarkets; discounter;"
    " wholesaler; agencies; konkurrenz; wettbewerber; im fachgeschäft; beim fachhändler;"
    " woanders; anderswo; supermarkt; großhändler; handel; agentur; concurrent; concurrents;"
    " ailleurs; supermarché; concurrence; concurrentie; elders; concurrenten; competencia;"
    " supermercado; otros; otras; others; rival; rivals; brand; marca; marque; merk; the"
    " merchant; im laden kostet; der großen kostet; der großen verlangt; die großen verlangen;"
    " die großen nehmen; les grands demandent; de groten vragen; los grandes cobran"
)
TAKERS = word_set(
    "verrechnet verrechnen verkauft verkaufen invoices bills quote want wollen ask keeps keep"
    " behält behalten garde gardent houdt se~queda takes take charges charge asks wants"
    " demands sells wanted asked quoted quotes took charged demanded liegt lag wollte"
    " verlangte nahm berechnete demandait demandaient prenait vroeg vroegen rekende pedía"
    " cobraba sell costs nimmt verlangt berechnet nehmen verlangen prend demande facture"
    " prennent demandent facturent vraagt rekent vragen rekenen cobra cobran pide vende"
)
OURSELVES = word_set("we'd i'd we'll i'll we i wir ich nous on je wij we ik nosotros yo us ours")
RESALE = Cues(
    "im regal; on the shelf; en rayon; in het schap; en el estante; they sell; resell;"
    " resells; resold; weiterverkaufen; verkaufen sie; sie verkaufen; revendent; vendent;"
    " revend; venden; revenden; verkopen ze; doorverkopen; they charge; they take; sie nehmen;"
    " they set; own rate; own rates; own price; own prices; legen selbst fest; fixent; bepalen"
    " zelf; fijan; on the shelf at; on the shelf for; retail price; ladenpreis; market price;"
    " marktpreis"
)
PAST = Cues(
    "in the beginning; at the beginning; anfangs; al principio; au début;"
    " let go for; let it go for; let them go for; went for; we took; i took; wir nahmen; ich nahm;"
    " genommen haben; nous prenions; cobraba; cobrábamos; vroegen we; versucht; geprobeerd; that"
    " was; was only; das war; läuft aus; lief aus; c' était; c'était; dat was; eso era; last year;"
    " used to; until now; so far; in the past; previously; earlier; back then; at first we; im"
    " vorigen jahr; voriges jahr; letztes jahr; im letzten jahr; früher; bisher; bislang; damals;"
    " zuvor; l'an dernier; l' an dernier; l' année dernière; avant; jusqu'ici; auparavant; vorig"
    " jaar; vroeger; tot nu toe; el año pasado; antes; hasta ahora; paid us; charged; nicht mehr;"
    " no longer; not any more; plus maintenant; ya no; niet meer; in 2023; in 2024; in 2025"
)
RULED_OUT = Cues(
    "by the by; by the way; nebenbei; on the side; my own worry; our own worry; unsere sache; not"
    " our price; da machen wir nicht; da stehen wir nicht; too cheap; zu billig; would like; would"
    " prefer; would rather; hoped for; hätten lieber; hätte lieber; möchten lieber; too much; too"
    " expensive; too high; decided against; rather not; not worth; thought about; thought of; zu"
    " teuer; zu viel; wollten wir nicht; lehnen ab; trop cher; te duur; te veel; demasiado;"
    " instead of; rather than; statt; anstatt; au lieu; in plaats van; en vez de; en lugar de;"
    " compared with; compared to; verglichen; cheaper than; günstiger als; billiger als; nobody"
    " pays; niemand zahlt; nobody would pay; would not pay; gave up on; dropped; verworfen; i"
    " tried; we tried; habe ich versucht; haben wir versucht; abandonné; instead; never; nie;"
    " jamais; nooit; nunca"
)
DEPOSIT = Cues(
    "returned in full; given back; get it back; money back; zurückgegeben; gibt es zurück; bekommt"
    " man zurück; deposit; deposits; pfand; kaution; caution; consigne; borg; statiegeld;"
    " depósito; fianza; refundable; refund; erstattet"
)
COST = Cues(
    "mich kostet; uns kostet; zahlen wir; zahle ich; bezahlen wir; bezahle ich; kommt uns"
    " auf; kommt mich auf; druck kommt; kommen uns auf; druck kostet; costs me; cost me;"
    " kostet mich; kosten mich; me coûte; kost mij; me cuesta; parts are; material is; parts"
    " cost; teile kosten; electricity; strom; fuel; diesel; petrol; benzin; kommt aus; kommen"
    " aus; comes from; come from; if i order; wenn ich; bought for; buy in; we buy; i buy; wir"
    " kaufen; ich kaufe; eingekauft; postage; porto; lab charges; labor nimmt; fine of; we"
    " give; i give; we hand; wir geben; ich gebe; geben wir; nous donnons; je donne; wij"
    " geven; we geven; le damos; les damos; costs us; cost us; kostet uns; kosten uns; nous"
    " coûte; nous coûtent; kost ons; kosten ons; kosten mij; nos cuesta; nos cuestan; we pay;"
    " i pay; wir zahlen; ich zahle; wir bezahlen; nous payons; on paie; wij betalen; we"
    " betalen; pagamos; the parts; printing; making one; producing; to print; to produce;"
    " herzustellen; à fabriquer; parts come; materials; material; herstellung;"
    " herstellungskosten; einkauf; im einkauf; ingredients; zutaten; production cost; our"
    " cost; our costs; purchase; wages; rent is; miete; matériel; matière; inkoop; materiaal;"
    " materiales; nos sale; to make; comes to; come to; selbstkosten; buy it for; buy them"
    " for; margin; marge; stays with us; bleiben uns; gets; bekommt davon; goes to; geht an;"
    " gehen an; of which; davon; dont; waarvan; de los cuales; payment provider; stripe;"
    " zahlungsanbieter; we credit; i credit; vergüten wir; wir vergüten; nous créditons;"
    " crediteren wij; abonamos; saves; save them; spart; lose; worth; get from us; gets from"
    " us; receive from us; bekommen von uns; bekommt von uns; kriegen von uns; reçoivent de"
    " nous; reçoit de nous; krijgen van ons; krijgt van ons; reciben de nosotros"
)
TAX = Cues(
    "vat; mwst; ust; mehrwertsteuer; umsatzsteuer; tva; btw; iva; tax; taxes; discount; rabatt;"
    " remise; korting; descuento; nachlass; cheaper; günstiger; off; skonto"
)
CUT = Cues("commission; commissions; fee; provision; gebühr; commissie; comisión; courtage; frais")
CUT_AFTER = Cues(
    "auf den; on top of the; sur le; sobre el; op de;"
    " of the; from the; of each; of every; of the booking; of the sale; of the price; of the rent;"
    " of the fee; of the order; of what; of all; of sales; of turnover; of any; per booking; per"
    " sale; per order; vom; von jedem; von jeder; je; pro; des; der; de chaque; du; sur chaque;"
    " par; van elke; van het; van de; per; de cada; del; sobre; from the; from each"
)


KEPT = Cues("is ours; are ours; for us; to us; für uns; an uns; behalten wir; bleiben bei uns")
"""Of a price that somebody else is paid, that share is what we take."""

WE_TAKE = Cues(
    "pays us; pay us; zahlt uns; zahlen uns; goes to us; geht an uns; we take; we keep; we charge;"
    " we get; i take; i keep; i charge; our cut; our share; wir nehmen; wir behalten; nehmen wir;"
    " behalten wir; ich nehme; ich behalte; nous prenons; on prend; nous gardons; je prends; on"
    " garde; wij nemen; we nemen; wij houden; we houden; ik neem; nos quedamos; me quedo;"
    " cobramos; cobro; tomamos"
)
OUT_OF_IT = Cues("of it; of that; of this; davon; hiervon; dont; waarvan; ervan; de eso; de ello")
"""What makes an amount a part of the price before it, paid on to somebody."""
OF_WHICH = Cues("of which; wovon; von denen; dont; waarvan; de los cuales; de las cuales")
TO_OTHERS = Cues(
    "goes to; go to; goes on to; bekommt; bekommen; geht an; gehen an; kriegt; kriegen; we pass; is"
    " for the; are for the; va à; vont à; revient; reviennent; gaat naar; gaan naar; va a; van a"
)
"""Behind "of which" these say that others get it."""
INSTALMENT = Cues(
    "when; on ordering; on order; on delivery; up front; upfront; down; in advance; before;"
    " at once; bei; im voraus; vorab; à la commande; d'avance; d' avance; bij; vooraf; al; por"
    " adelantado"
)
"""Behind a share of the price that is paid then, which is no share of ours."""
OTHERS_GET = Cues(
    "gets; get; receives; receive; bekommt; bekommen; kriegt; kriegen; erhält; erhalten; reçoit;"
    " reçoivent; krijgt; krijgen; recibe; reciben"
)
"""In front of a share these say that somebody else has it."""
PASSED_ON = Cues("goes to the; go to the; goes to his; geht an den; geht an die; gehen an die")
DIVIDED = Cues(
    "half of it; half goes; half is; keep half; get half; gets half; rest goes; rest is; remainder"
    " goes; passed on to; pass on; die hälfte; der rest geht; den rest bekommt; den rest bekommen;"
    " geben wir weiter; wird weitergegeben; la moitié; le reste va; le reste revient; reversons; de"
    " helft; de rest gaat; la mitad; el resto va; el resto es"
)
"""Behind a price these say that others get a part of it."""
PAYER_NAMED = Cues(
    "invoiced to; billed to; charged to; paid by; in rechnung; bezahlt von; gezahlt von; payé par;"
    " facturé à; betaald door; gefactureerd aan; pagado por; facturado a"
)
LIMITED = Cues(
    "never less than; never under; never below; never more than; never over; never above; nie"
    " weniger als; nie unter; nie mehr als; nie über; niemals mehr als; jamais moins de; jamais"
    " plus de; nooit minder dan; nooit meer dan; nunca menos de; nunca más de"
)
"""What sets a price its least or its most, though it denies something."""
NONE_OF_IT = Cues(
    "davon haben wir nichts; davon sehen wir nichts; davon bekommen wir nichts; we get none of it;"
    " we see none of it; we get nothing of it; none of it is ours; none of that is ours; nous n' en"
    " touchons rien; daar krijgen wij niets van; de eso no vemos nada"
)
"""Behind an amount that somebody else is paid."""
NOT_OURS = Cues(
    "regelen ze zelf; arrange themselves; arrange that themselves; arrange it themselves;"
    " organisieren sie selbst; regeln sie selbst; s'en occupent eux-mêmes; lo organizan ellos;"
    " reckoned i should; reckons i should; reckoned we should; reckons we should; thinks i should;"
    " thinks we should; thought i should; thought we should; said i should; says i should; said we"
    " should; says we should; meinte ich soll; meint ich soll; meinte wir sollten; meint wir"
    " sollten;"
    " and not a price; und kein preis; et pas un prix; en geen prijs; y no un precio;"
    " para que compare; para que compares; just so you know; just for scale; can't help that;"
    " cannot help that; dafür können wir nichts; nur so zum vergleich; to compare;"
    " for comparison; by comparison; by way of comparison; zum vergleich; à titre de"
    " comparaison; pour comparer; ter vergelijking; para comparar; a modo de comparación; not"
    " through us; not via us; not by us; nicht über uns; nicht durch uns; nicht bei uns; pas par"
    " nous; pas chez nous; niet via ons; niet door ons; no pasa por nosotros; that is another;"
    " that's another; that is someone; that is somebody; das ist jemand; das macht jemand; das"
    " machen andere; das ist ein anderer; das ist eine andere; c' est un autre; c' est une autre;"
    " dat is iemand; dat doet iemand; eso es de otro; eso es de otra; eso lo hace otro"
)
"""Phrases by which a sentence says of its amounts that others ask for them."""
AT_LEAST = Cues(
    "never less than; never under; never below; nie weniger als; nie unter; jamais moins de; nooit"
    " minder dan; nunca menos de; at least; minimum; a minimum of; minimum of; no less than; not"
    " less than; mindestens;"
    " mindestens aber; mindestens jedoch; wenigstens; au moins; au minimum; minimum de; minstens;"
    " minimaal; ten minste; al menos; como mínimo; mínimo;"
    " mínimo de; un mínimo de"
)
BUYS = Cues(
    "gets them for; gets it for; gets one for; gets them at; gets it at; get them for; get it for;"
    " get them at; get it at; gets free; get free; bekommt sie für; bekommt es für;"
    " bekommen sie für; bekommen es für"
)
"""What makes who gets something a buyer and no cost."""
