"""Forms of words by which German texts tell whom it is for, what is known of them, and how they
pay.
"""

from __future__ import annotations

from artifacts.facts.reading.forms.form import WordForm, form

_PARTS = {
    "<gap>": (r"[^.;:!?\n]{0,40}?"),
    "<people>": (
        r"(?:leute|menschen|wer|jemand|familien|nachbarn|nachbarinnen|eltern|frauen|männer|höfe"
        r"|betriebe|vereine|paare|kinder|jugendliche|senioren|ältere|junge|mieter|vermieter"
        r"|studenten|rentner|[a-zäöüß]{3,}(?:innen|leute|wirte|bauern|besitzer|halter|fahrer"
        r"|gärtner|sammler|züchter|suchende|eigentümer|anbieter|geber|nehmer|lehrer|schüler|gäste"
        r"|männer|frauen))"
    ),
}

GERMAN: dict[str, tuple[WordForm, ...]] = {
    "takes_payments": (
        form(
            "zahl|kassier|fällig|geld|eintritt|gebühr|€|euro|franken",
            r"(?:zahlt|zahlen|bezahlt|bezahlen|gezahlt|kassiert|kassieren|fällig"
            r"|zahlbar) <gap>(?:bei(?:m| der)? (?:abhol|liefer|überga|buch|kauf|einsteig|aussteig"
            r"|einstieg|bestell|anmeld|ausleih|rückga|abreis|anreis|betret|verlass|mitnehm|abgeb"
            r"|abgab|einlass|kommen|empfang|zustell)[a-zäöüß]*|an der (?:tür|kasse|haustür|theke"
            r"|pforte|bar|schranke|fähre|station|laderampe)|im (?:laden|voraus|bus|hof|netz|web"
            r"|café|wagen|boot|shop|zug)|am (?:automaten|tor|stand|tresen|eingang|steg|wagen|bus"
            r"|anhänger|schalter|hoftor|fenster|hänger|mobil|auto|ende des|ende der|ende jeder)"
            r"|in der (?:app|werkstatt|hütte|bude)|vorab|vorher|sofort|gleich|in bar|per (?:handy"
            r"|app|qr|karte|twint)|mit (?:dem handy|karte|kredit|der karte|twint|ec)|online"
            r"|danach bar|bevor|wenn (?:sie|er|es|man|die|der))",
            _PARTS,
        ),
        form(
            "bezahlt|gezahlt|kassiert|zahlt|zahlen",
            r"(?:bei der (?:abhol|liefer|überga|buch|bestell|anmeld|ausleih|rückga"
            r"|anreise)[a-zäöüß]*|vorab|online|sofort|gleich|an der (?:tür|kasse|theke)|vor ort"
            r"|in bar|mit karte|am (?:automaten|anhänger|wagen|stand|tresen|bus"
            r"|tor)) <gap>(?:bezahlt|gezahlt|kassiert|zahlt|zahlen)",
            _PARTS,
        ),
        form(
            "geld mit|abgebucht|eingezogen|einzug|vorkasse|eintritt|kasse|münz|automat|barzahl"
            "|trinkgeld|spenden|lastschrift|karte|bar,|bar.|tickets|zehnerkarte|guthaben|pfand",
            r"bring(?:t|en) das geld mit|abgebucht|eingezogen|einzugsermächtigung|vorkasse"
            r"|eintritt(?! frei)|kasse (?:ist|steht|an|am|im|des vertrauens)|vertrauenskasse"
            r"|münzen|münzeinwurf|spendend?ose|spendenbox|spendenkasse|kässchen|(?:fahr|eintritts"
            r"|zehner|tages|monats|mehrfahrten)karten?|guthaben|verkauft (?:die )?(?:tickets"
            r"|karten)|bar oder|oder bar|in bar|karte oder|kartenzahlung|kartengerät",
            _PARTS,
        ),
        form(
            "behalten|nehmen|ziehen|provision|anteil|weiter|auszahl|ausgezahlt|prozent|%",
            r"(?:behalten|behalte|nehmen|nehme|ziehen|ziehe|kassieren) (?:wir |ich "
            r"|uns )?<gap>(?:\d ?%|prozent)|(?:wird|werden|geht|gehen|bekommt|zahlen wir"
            r"|geben wir) [^.;:!?\n]{0,30}?(?:ausgezahlt|ausbezahlt|weitergeleitet)"
            r"|den rest (?:bekommt|kriegt|zahlen|überweisen)|der rest geht an|halten das geld"
            r"|geld (?:liegt|bleibt) [^.;:!?\n]{0,30}?bis",
            _PARTS,
        ),
        form(
            "über uns|über die app|über die seite|über die plattform|in der app|auf der seite"
            "|im web|online",
            r"(?:zahl|bezahl|geld)[a-zäöüß]* (?:läuft |geht |wird |man |wird "
            r"|auch )?(?:alles )?(?:über (?:uns|die (?:app|seite|plattform))|in der app"
            r"|auf der (?:web)?seite|online)",
            _PARTS,
        ),
    ),
    "personal_data": (
        form(
            "namen|adressen|geburts|fotos von|telefonnummern|kontodaten|lohn|gehalt|arbeitszeit"
            "|stundenzettel|ausweis|führerschein|wohnort|aufenthalt",
            r"(?:namen|adressen|geburtstage|telefonnummern|fotos|bilder|daten|akten"
            r"|angaben) (?:der|von|aller|unserer|über) (?:[a-zäöüß]+ )?(?:<people>|bewohner\w*"
            r"|kinder|patient\w*|mitglieder\w*|klient\w*|schüler\w*|mieter\w*|gäste\w*|fahrer\w*"
            r"|teilnehmer\w*|angestellten|beschäftigten|mitarbeiter\w*|kund\w+|spender\w*"
            r"|verstorbenen|angehörigen|helfer\w*)|geburtsdat\w+|kontodaten|lohn(?:abrechnung"
            r"|daten|zettel)\w*|gehälter|arbeitszeit(?:en|konto|erfassung)|stundenzettel"
            r"|ausweis(?:e|kopie|daten|nummer)?\b",
            _PARTS,
        ),
        form(
            "schweigepflicht|vertraulich|datenschutz|einwillig|einverständnis|anonym|wer darf"
            "|darf sehen|dürfen sehen|nicht in die cloud|gelöscht|auftragsverarbeitung"
            "|personenbezogen",
            r"schweigepflicht|vertraulich|einwilligung\w*|einverständnis\w*"
            r"|auftragsverarbeitung\w*|datenschutz\w*|daten (?:der|unserer"
            r"|von) [a-zäöüß]+ (?:dürfen|müssen|bleiben|sollen)"
            r"|nach [^.;:!?\n]{2,25} (?:werden sie |wird alles |alles )?gelöscht",
            _PARTS,
        ),
        form(
            "konto|profil|anmeld|registrier|zugang|login",
            r"(?:jeder?|jedes|die|der|ein|eine) [a-zäöüß-]+ (?:legt|bekommt|hat|richtet|erstellt"
            r"|füllt|öffnet|kriegt) [^.;:!?\n]{0,20}?(?:konto|profil|zugang|login|passwort|akte"
            r"|steckbrief)|profile? (?:an|von|mit|der)",
            _PARTS,
        ),
        form(
            "trägt ein|tragen ein|trägt |notiert|vermerkt|hakt|protokolliert|dokumentiert|erfasst",
            r"(?:trainerin|trainer|betreuerin|betreuer|pflegerin|pfleger|lehrerin|lehrer|leiterin"
            r"|leiter|helferin|helfer|erzieherin|erzieher|hebamme|ärztin|arzt|fahrerin|fahrer"
            r"|koordinatorin|koordinator|patin|pate|mentorin|ausbilder|ausbilderin"
            r"|übungsleiter\w*|begleiterin|begleiter|therapeutin|schichtleiter\w*|meister"
            r"|vorarbeiter\w*|tagesmutter) (?:trägt ein|trägt|notiert|vermerkt|hakt ab|hakt"
            r"|protokolliert|dokumentiert|erfasst|sieht)[^.;:!?\n]{0,20}?(?:wer|was|wie|ob|welche"
            r"|jeden|jedes|jede|namen|anwesen|stunden)",
            _PARTS,
        ),
        form(
            "wer bei|wer mit|wer wen|führen buch|dienstplan|schichtplan|anwesenheit"
            "|teilnehmerliste|mitgliederliste|kartei|register|wer wann|wer da|klassenbuch"
            "|einsatzplan|belegschaft",
            r"dienstpl[aä]n\w*|schichtpl[aä]n\w*|anwesenheit\w*|teilnehmerliste\w*"
            r"|mitglieder(?:liste|verwaltung|kartei|daten)\w*|patientenkartei|wer (?:bei|mit) wem"
            r"|wer wen (?:besucht|fährt|betreut)|wir führen buch|wer wann (?:arbeitet|dienst"
            r"|kommt|fährt|dran)|wer (?:da|dabei|dort) (?:ist|war)|einsatzpl[aä]n\w*|klassenbuch"
            r"|besucherliste|helferliste",
            _PARTS,
        ),
        form(
            "vermittel|zusammenbring|patenschaft|besuchsdienst|mitfahr|begleit|tandem"
            "|nachbarschaftshilfe",
            r"patenschaft\w*|besuchsdienst\w*|mitfahr\w+|sprachtandem\w*|nachbarschaftshilfe"
            r"|(?:vermitteln|vermittelt|bringt|bringen) [^.;:!?\n]{0,20}?(?:ältere|alte|junge"
            r"|einsame|alleinstehende|ehrenamtliche|freiwillige|familien|leute|menschen)",
            _PARTS,
        ),
    ),
    "health_data": (
        form(
            "rheuma|migräne|parkinson|neurodermitis|allergi|asthma|autis|adhs|depress|sucht"
            "|alkohol|demenz|alzheimer|wechseljahr|endometriose|inkontinen|epilep|tinnitus|niere"
            "|insulin|blutzucker|diabet|herz|schlaganfall|sturz|stürz|unverträglich|zöliakie"
            "|krebs|multiple sklerose|ms |fehlgeburt|kinderwunsch|long covid|schmerz",
            r"(?:leute|menschen|kinder|erwachsene|frauen|männer|patient\w+|angehörige\w*"
            r"|betroffene\w*|alle) (?:mit|nach|die|von) (?:[a-zäöüß-]+ ){0,2}?(?:rheuma|migräne"
            r"|parkinson|neurodermitis|asthma|autismus|adhs|depression\w*|sucht|demenz|alzheimer"
            r"|wechseljahr\w*|endometriose|inkontinenz|epilepsie|tinnitus|nieren\w*|diabetes"
            r"|herz\w+|schlaganfall|zöliakie|krebs|multipler sklerose|ms|long covid|schmerzen"
            r"|fehlgeburt)|blutzucker\w*|insulin\w*|sturz(?:melder|alarm|erkennung|sensor)\w*"
            r"|schmerztagebuch|blutdruck\w*",
            _PARTS,
        ),
        form(
            "tabletten|medikament|pillen|dosis|wunde|wund|puls|fieber|diagnos|anamnese"
            "|verband|impf|symptom|laborwert|arztbrief|krankenkasse",
            r"(?:nimmt|nehmen|einnehm\w*|erinnert|gibt|geben|verteil\w*"
            r"|stell\w*) [^.;:!?\n]{0,25}?(?:tabletten|medikament\w*|pillen)|medikamentenplan"
            r"|wund(?:fotos?|dokumentation|verlauf)|foto der wunde|(?:trägt|gibt|notiert"
            r"|misst) [^.;:!?\n]{0,30}?(?:puls|fieber|symptom\w*|blutdruck|schmerz\w*|gewicht und"
            r"|werte) ?(?:ein|an|auf)?|diagnose\w*|anamnese\w*|impf(?:pass|ungen"
            r"|termine|status)|arztbrief\w*|laborwerte",
            _PARTS,
        ),
    ),
    "children": (
        form(
            "klässler|grundschul|schulkind|kita|kindergarten|krippe|hort|ferienlager"
            "|ferienfreizeit|freizeit|jährige|jahre alt|teenager|jugendlich|nachhilfe|schulweg"
            "|laufbus|spielgruppe|pfadfinder|jungschar|kinderchor|musikschul|elterntaxi|schulbus"
            "|kleinkind|krabbel|windel|schulklasse|klassenfahrt|mittagsbetreuung|tagesmutter"
            "|tagesmütter|babysitter|minis|bambini",
            r"(?:erst|zweit|dritt|viert|fünft|sechst|siebt|acht|neunt|zehnt)klässler\w*"
            r"|grundschul(?:kind\w*|klasse\w*|er\w*)|schulkind\w*|kita-?kind\w*"
            r"|kindergartenkind\w*|ferienlager|ferienfreizeit\w*|kinderfreizeit\w*|(?:[2-9]"
            r"|1[0-7]|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf"
            r"|zwölf)-?(?:bis [a-z0-9äöüß]+)?-?jährigen?|nachhilfe|schulweg|laufbus"
            r"|spielgruppe\w*|pfadfinder\w*|jungschar|kinderchor|schulbus|kleinkinder\w*"
            r"|krabbelgruppe\w*|schulklassen?|klassenfahrt\w*|mittagsbetreuung|tagesm(?:utter"
            r"|ütter)\w*|jugendgruppe\w*|teenager\w*|kindergeburtstag\w*|kinderkurs\w*"
            r"|kinderturnen|(?:in|für) (?:kitas|kindergärten|grundschulen)",
            _PARTS,
        ),
        form(
            "eltern|mutter|mütter|vater|väter",
            r"(?:die )?(?:eltern|mütter|mutter|väter|vater) (?:bringen|bringt|melden|meldet|sehen"
            r"|sieht|holen|holt|tragen|trägt|buchen|bucht|geben|gibt|bekommen|bekommt"
            r"|unterschreiben|unterschreibt|bestellen|bestellt"
            r"|zahlen für)[^.;:!?\n]{0,50}?(?:kind|schule|kita|erstklässler|baby|sohn|tochter"
            r"|kurs|gruppe|hort|abholen|essen|bus)|eltern (?:bringen|holen|melden)"
            r" [^.;:!?\n]{0,50}?(?:ab|an)\b",
            _PARTS,
        ),
        form(
            "kind|schüler|jugendliche|baby|mädchen|jungen",
            r"(?:das|ein|jedes|dem) (?:kind|baby|schulkind) (?:[a-zäöüß]+t|[a-zäöüß]+en)(?= )"
            r"|(?:kinder|jugendliche|schüler|schülerinnen|mädchen|jungs) (?:lernen|bauen|kommen"
            r"|basteln|kochen|pflanzen|fahren|lesen|spielen|malen|nähen|schreiben|singen|üben"
            r"|turnen|können|dürfen|leihen|essen|ernten|schwimmen|zwischen|ab|von|bis|unter|mit"
            r"|aus|in|auf)|(?:unterrichten|betreuen|hüten|begleiten|fahren|bringen|trainieren"
            r"|holen|bekochen|beaufsichtigen) (?:wir |ich )?(?:[a-zäöüß]+ ){0,2}?(?:kinder"
            r"|schüler|jugendliche|mädchen|jungen)",
            _PARTS,
        ),
    ),
    "two_sides": (
        form(
            "börse|vermittl|vermittel|marktplatz|tausch|zusammen|finden sich|finden einander"
            "|treffen sich|direkt",
            r"(?:tausch|mitfahr|job|helfer|flächen|garten|land|hof|wohn|leih|arbeits|fahrt|ernte"
            r"|praktikums|lehrstellen|patenschafts|ersatzteil|maschinen"
            r"|geräte)?-?börse\w*(?! (?:in|an der|und gericht))|vermittl(?:ung|er|erin"
            r"|ungsplattform)|vermitteln|vermittelt|(?:finden|treffen) (?:sich|einander"
            r"|zueinander|zusammen)|bringt? [^.;:!?\n]{2,60} zusammen|zusammenbringen"
            r"|zusammenzubringen|beide gruppen|zwei gruppen|direkt (?:vom|beim|von"
            r"|bei) (?:erzeuger|bauern|hof|winzer|imker|züchter|<people>)",
            _PARTS,
        ),
        form(
            "wer |leute|menschen|höfe|betriebe|mit ",
            r"wer [^.;:!?\n]{2,40} hat,? [^.;:!?\n]{2,60}?(?:wer|die|denen|jemand\w*|leute\w*"
            r"|jene\w*|der) [^.;:!?\n]{0,40}?(?:sucht|suchen|braucht|brauchen|keine?n?|will|fehlt"
            r"|möchte)|<people> mit [^.;:!?\n]{2,40} (?:und|treffen|finden|an|leihen"
            r"|vermieten) [^.;:!?\n]{0,20}?<people> (?:mit|ohne|die)|(?:für"
            r"|zwischen) <people> [^.;:!?\n]{0,30}und (?:für )?<people> (?:ohne|die|mit)",
            _PARTS,
        ),
        form(
            "geben|holen|bieten|anbiet|inserier|stellen ein|stellt ein|verleihen|vermieten"
            "|geben ab|abgeben",
            r"<people> (?:bieten|geben|verschenken|inserieren|stellen|verleihen|vermieten"
            r"|verkaufen|geben|teilen|melden|tragen) [^.;:!?\n]{2,60}?(?:,|und|an|für|die|den"
            r"|wo) (?:[a-zäöüß]+ ){0,2}?<people>|[a-zäöüß]{3,} (?:geben|bieten|stellen|inserieren"
            r"|melden|verschenken) [^.;:!?\n]{2,50}?(?:ab|an|ein|online)?, [a-zäöüß]{3,} (?:holen"
            r"|nehmen|buchen|mieten|kaufen|übernehmen|suchen|suchen sich|bewerben)",
            _PARTS,
        ),
        form(
            "auf der einen|auf der anderen|die einen|einerseits|beide seiten|beiden seiten"
            "|zwei seiten",
            r"auf der (?:einen|anderen)|die einen [^.;!?\n]{3,60} die anderen|beiden? seiten"
            r"|zwei seiten",
            _PARTS,
        ),
    ),
}
