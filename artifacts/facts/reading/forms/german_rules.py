"""Forms of words by which German texts tell what it hangs on: permits, partners, a season."""

from __future__ import annotations

from artifacts.facts.reading.forms.form import WordForm, form

_PARTS = {
    "<body>": (
        r"(?:gesundheitsamt|veterinäramt|bauamt|ordnungsamt|gewerbeamt|jugendamt|landratsamt"
        r"|forstamt|amtstierärztin|amtstierarzt|wasserwirtschaftsamt|gemeinde|stadt|kreis"
        r"|landkreis|kanton|behörde|feuerwehr|brandschutz|denkmalschutz|denkmalamt"
        r"|kantonstierarzt|tüv|dekra|naturschutzbehörde|untere naturschutzbehörde|hafenmeister"
        r"|förster|kammer|handwerkskammer|statiker|prüfer|prüferin|prüfstelle|kontrollstelle"
        r"|lebensmittelkontrolle|lebensmittelkontrolleur|lebensmittelinspektorat|kantonschemiker"
        r"|ministerium|regierungspräsidium|bezirkshauptmannschaft|zulassungsstelle|heimaufsicht"
        r"|schornsteinfeger|kaminfeger|luftfahrtbehörde|magistrat)"
    ),
    "<office>": (
        r"(?:bau|amts|gesundheits|ordnungs|gewerbe|jugend|landrats|forst|veterinär|denkmal"
        r"|straßen|schul|umwelt|wasser|eich|zoll|finanz|arbeits)[a-zäöü]*(?:amt|behörde)"
    ),
}

GERMAN: dict[str, tuple[WordForm, ...]] = {
    "works_offline": (
        form(
            "funkloch|funklöcher|empfang|netz|internet|verbindung|signal|flugmodus|mobilfunk|wlan",
            r"(?:im|durchs|in einem|bei|trotz) funkl(?:och|öchern)|funklöcher\w*|(?:kein|ohne"
            r"|selten|kaum|wenig|schlechte[rns]?|schlechtem|null) (?:[a-zäöüß]+ ){0,2}?(?:empfang"
            r"|netz|internet|verbindung|signal|handynetz|mobilfunk|wlan)|(?:empfang|netz|internet"
            r"|verbindung|signal|wlan)[a-zäöüß]* (?:gibt es|ist|hat man|haben wir|reicht|geht"
            r"|fällt|bricht|haben sie)[^.;:!?\n]{0,30}?(?:nicht|keins|keinen|weg|aus|ab|nirgends"
            r"|selten|kaum|schlecht|nur)|flugmodus|(?:sobald|bis"
            r"|wenn) [^.;:!?\n]{0,30}?(?:wieder )(?:netz|empfang|verbindung|internet|online|wlan)"
            r"|netzunabhängig|ohne handynetz",
            _PARTS,
        ),
    ),
    "depends_on_partner": (
        form(
            "wenn|falls|sobald|solange|sagt nein|abspring|aussteig|kündig",
            r"(?:wenn|falls|sobald|solange) (?:die|der|das|sie|er|es|eine?r?|unser\w*|uns die"
            r"|uns der|uns das|mir der|mir die) [^.;:!?\n]{0,40}?(?:nein sagt|nein sagen"
            r"|abspringt|abspringen|aussteigt|aussteigen|kündigt|kündigen|zumacht|zumachen"
            r"|nicht mitmacht|nicht mitmachen|nicht mehr will|nicht mehr mitspielt|mitmacht"
            r"|mitmachen|mitspielt|mitspielen|abdreht|den hahn zudreht|schließt|pleite geht"
            r"|rauswirft|sich anders überlegt|es sich anders überlegt|ausfällt|wegfällt"
            r"|nicht liefert|nicht mehr liefert|mehr gibt|nicht mehr gibt|aufhört|uns lässt"
            r"|uns lassen)",
            _PARTS,
        ),
        form(
            "einzigen|nur einem|nur einer|muss uns|steht und fällt|stehen und fallen|hängt an"
            "|hängt alles|hängt davon|angewiesen|abhängig|auf gedeih|gnade|ausgeliefert"
            "|nur zu gast|zu gast|wohlwollen|kulanz|goodwill|gunst|entgegenkommen",
            r"(?:kommt|kommen|stammt|beziehen wir"
            r"|bekommen wir) [^.;:!?\n]{0,20}?von (?:einer einzigen|einem einzigen|nur einer"
            r"|nur einem|der einen)|muss uns [^.;:!?\n]{0,30}?(?:lassen|geben|überlassen"
            r"|mitnehmen|reinlassen)|steht und fällt|stehen und fallen|(?:hängt|hängen) (?:alles "
            r"|wir |das ganze |es |davon |ganz |vollständig )*(?:an|von|am|beim|ab)|angewiesen"
            r"|abhängig|auf gedeih|gnade|ausgeliefert|(?:nur )?zu gast|wohlwollen|kulanz|gunst"
            r"|entgegenkommen",
            _PARTS,
        ),
        form(
            "kann|können|könnte|kündbar|kündigungsfrist|jederzeit|darf|dürfen",
            r"(?:kann|können|könnte|könnten|darf|dürfen) (?:uns |mir |die |den |das |es |sie "
            r"|ihn |jederzeit |jeden monat |auch |morgen "
            r"|wieder )*(?:[a-zäöüß]+ ){0,3}?(?:kündigen|abstellen|abschalten|rauswerfen"
            r"|hinauswerfen|vor die tür setzen|zudrehen|zurückziehen|zurückfordern|zurückholen"
            r"|wegnehmen|beenden|sperren|ändern|widerrufen|absagen)|kündbar|kündigungsfrist"
            r"|auf widerruf|jederzeit (?:kündigen|widerrufen|beenden|abgestellt)",
            _PARTS,
        ),
        form(
            "nur über|nur mit|nur wenn|nur solange|nur weil|einzige|nur eine|allein",
            r"geht nur (?:mit|wenn|über|solange|weil)|nur (?:wenn|solange|weil) (?:uns )?(?:die"
            r"|der|das) [^.;:!?\n]{2,40}? (?:mitmacht|mitspielt|zustimmt|lässt|gibt|erlaubt"
            r"|liefert|überlässt|mitziehen|mitmachen)|(?:der|die"
            r"|das) einzige [^.;:!?\n]{2,30} (?:die|der|das) (?:es|das|noch|so)",
            _PARTS,
        ),
        form(
            "gehört|gehören|leiht|überlässt|stellt uns|gibt uns|lässt uns|lassen uns"
            "|bekommen wir von|kommen vom|kommen von|kommt vom|daten|schnittstelle|zulieferer"
            "|lieferant",
            r"(?:raum|räume|halle|küche|hof|fläche|flächen|acker|wiese|scheune|boot|bus|wagen"
            r"|presse|saal|platz|gebäude|keller|grundstück|maschine|ofen|werkstatt|garten|turm"
            r"|see|teich|steg) (?:ist|sind|gehört|gehören|leiht|stellt|überlässt"
            r"|bekommen)[^.;:!?\n]{0,50}?(?:gemeinde|kirche|pfarrei|pfarrer|verein|stadt|schule"
            r"|bauern|genossenschaft|brauerei|molkerei|bahn|förster|wirt|klinik|heim|firma"
            r"|nachbarn|kloster|forst|stiftung|eigentümer|besitzer|onkel|schwiegervater)|(?:daten"
            r"|werte|fahrpläne|preise|zahlen|pegel|karten) (?:kommen|kommt|bekommen wir"
            r"|kriegen wir|liefert|stammen) (?:vom|von der|von den|von|aus der|aus dem)|(?:deren"
            r"|seine|ihre) (?:schnittstelle|api|daten)",
            _PARTS,
        ),
    ),
    "needs_permit": (
        form(
            "amt|behörde|gemeinde|stadt|kreis|kanton|tüv|kammer|feuerwehr|prüf|kontroll"
            "|ministerium|förster|hafenmeister|magistrat|aufsicht|tierarzt|tierärztin|präsidium"
            "|chemiker|inspektorat",
            r"(?:<body>|<office>|[a-zäöüß]+amt)(?: [a-zäöüß]+){0,3}? (?:muss|müssen|will|wollen"
            r"|hat|soll)(?: [a-zäöüß]+){0,6}? (?:abnehmen|zustimmen|genehmigen|erlauben"
            r"|bewilligen|prüfen|freigeben|ansehen|anschauen|unterschreiben|besichtigen|ja sagen"
            r"|zulassen|anerkennen|kontrollieren|begehen|abgenommen|zugestimmt|durchwinken|sehen"
            r"|einverstanden|absegnen|abstempeln|erteilen)|(?:vom|von der|durch (?:das|die|den)"
            r"|beim|bei der) (?:<body>|<office>|[a-zäöüß]+amt)(?: [a-zäöüß]+){0,3}? (?:abgenommen"
            r"|genehmigt|zugelassen|geprüft|anerkannt|freigegeben|registriert|angemeldet|gemeldet"
            r"|angezeigt|eingetragen|bewilligt|abnehmen|genehmigen|anmelden|eintragen|melden)",
            _PARTS,
        ),
        form(
            "nutzungsänderung|bauantrag|baugenehm|schankerlaubnis|gaststätten|konzession"
            "|sondernutzung|gewerbeschein|reisegewerbe|meisterbrief|handwerksrolle|hygiene"
            "|belehrung|ce-zeichen|ce-kennz|ce |konformität|abnahme|zulassung|prüfzeichen|eichung"
            "|geeicht|anzeige|anmeldung|eintrag|ausnahme|sachkunde|jagdschein|waffenschein"
            "|fischereischein|pflanzenschutz|bio-kontroll|bio-siegel|eu-bio|schlacht|veterinär"
            "|personenbeförder|p-schein|güterkraft|baubewilligung|patent|betriebsbewilligung"
            "|gewerbeberechtigung|pflegevertrag|versorgungsvertrag|heilmittel|medizinprodukt"
            "|aufstieg|aufstiegs|drohnen",
            r"nutzungsänderung\w*|bauantrag|baugenehmigung|schank(?:erlaubnis|bewilligung"
            r"|konzession)|gaststätten(?:erlaubnis|konzession|gesetz)|konzession|sondernutzung\w*"
            r"|reisegewerbe\w*|meisterbrief|(?:eintrag\w*|eingetragen) (?:nach|in|im|bei"
            r"|in die) (?:der |die |das )?(?:handwerks\w+|gewerbe\w+|register)|handwerksrolle"
            r"|ce-(?:zeichen|kennzeichnung|kennzeichen|konformität|prüfung|erklärung)\w*"
            r"|konformitäts\w+|geeicht\w*|eichung|(?:braucht|brauchen|brauche|ohne|fehlt|bis zur"
            r"|nach der|vor der|erst) [^.;:!?\n]{0,25}?(?:abnahme|zulassung|anmeldung|eintragung"
            r"|eintrag|meldung)\b|ausnahme(?:genehmigung|bewilligung)|sachkunde(?:nachweis"
            r"|prüfung)?|bio-kontroll\w*|personenbeförderung\w*|p-schein|gewerbeberechtigung"
            r"|(?:schlacht|betriebs|bau|gastro)(?:zulassung|bewilligung|erlaubnis)"
            r"|aufstiegs?(?:genehmigung|erlaubnis)\w*|medizinproduk\w+",
            _PARTS,
        ),
        form(
            "dürfen wir|darf ich|dürfen erst|darf erst|darf nur|dürfen nur|erlaubt|verboten",
            r"(?:dürfen wir|darf ich|darf man|darf keiner|darf niemand"
            r"|dürfen sie) (?:[a-zäöüß]+ ){0,6}?(?:erst|nur|nicht)(?: [a-zäöüß]+){0,4}? (?:wenn"
            r"|nach|mit|ohne|sobald)|(?:erst dann|vorher|ohne das|ohne die|ohne den"
            r"|bevor) (?:dürfen wir|darf ich|darf nichts|darf keiner|darf niemand)",
            _PARTS,
        ),
    ),
    "seasonal": (
        form(
            "saison|von mai|von april|von märz|von juni|von oktober|von september|bis oktober"
            "|bis september|rest des jahres|übrige jahr|wochen im|monate im|monaten im|im jahr"
            "|ernte|spargel|beeren|lese|weinlese|lammzeit|ablamm|heuzeit|brunft|almzeit|alm|blüte"
            "|pilz|kürbis|christbaum|faschings|karneval|adventsmarkt|freibad|skigebiet|ferienzeit"
            "|allerheiligen|schnee|frost|balz|brut|laich|zugzeit|gartenzeit|grillzeit|radlzeit",
            r"(?:den |im )?rest des jahres|das übrige jahr|(?:nur |bloß )?(?:[2-9]|zwei|drei|vier"
            r"|fünf|sechs|sieben|acht|neun) (?:wochen|monate|monaten) (?:im|pro|des) (?:jahr"
            r"|jahres|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november"
            r"|dezember)|(?:spargel|beeren|erdbeer|wein|trauben|apfel|obst|lamm|ablamm|heu|pilz"
            r"|kürbis|christbaum|alm|bade|ski|wander|garten|hochzeits|jagd|brut|schon|pflanz"
            r"|schul|ferien|fest|freibad|winter|sommer|heiz|mäh|weide|ernte|haupt|angel|segel"
            r"|camping|reise|kletter|bienen|honig|gras|schwamm)-?saison|(?:wein|obst|trauben"
            r"|apfel|oliven|kastanien)(?:lese|ernte)|zwischen (?:ostern|pfingsten|mai|april|märz"
            r"|juni|oktober|november|september) und|(?:nur|bloß|lediglich) (?:von|zwischen|im"
            r"|in den) (?:märz|april|mai|juni|juli|august|september|oktober|november|dezember"
            r"|januar|februar|frühjahr|sommer|herbst|winter|sommermonaten|wintermonaten|ferien)"
            r"|pro saison|je saison|die saison|in der saison|außerhalb der saison|nebensaison"
            r"|hauptsaison",
            _PARTS,
        ),
    ),
}
