"""Forms of words by which German texts tell what is made, handed over or done."""

from __future__ import annotations

from artifacts.facts.reading.forms.form import WordForm, form

_PARTS = {
    "<thing>": (
        r"(?:kasten|kästchen|gerät|halsband|knopf|box|klammer|stecker|lampe|sensor|sender|fühler"
        r"|anhänger|armband|uhr|schalter|waage|zähler|boje|matte|stab|ring|plakette|chip|ventil"
        r"|schloss|riegel|melder|wächter|kamera|platte|dose|deckel|pfosten|clip|marke|band"
        r"|schwimmer|klappe|falle)"
    ),
    "<signals>": (
        r"(?:meldet|misst|zählt|piept|warnt|sagt|sendet|funkt|blinkt|leuchtet|klingelt|wiegt"
        r"|öffnet|schließt|spricht|merkt|schickt|zeigt|hört|erkennt|alarmiert|summt|vibriert"
        r"|schaltet|schlägt|spürt|registriert|aufzeichnet|überwacht)"
    ),
}

GERMAN: dict[str, tuple[WordForm, ...]] = {
    "physical_goods": (
        form(
            "wir |ich |aus ",
            r"(?:wir|ich) (?:auch )?(?:weben|webe|stricken|stricke|schnitzen|schnitze|schmieden"
            r"|schmiede|töpfern|töpfere|rösten|röste|mahlen|mahle|räuchern|räuchere|trocknen"
            r"|trockne|kochen|koche ein|keltern|keltere|destillieren|brennen|brenne|tischlern"
            r"|schreinern|schweißen|drechseln|drechsle|filzen|filze|färben|färbe|spinnen|spinne"
            r"|binden|binde|polstern|imkern|züchten|züchte|ernten|ernte|ziehen|pflücken)(?= )"
            r"|(?:machen|mache|bauen|baue|fertigen|fertige|stellen|nähen|produzieren|drucken"
            r"|gießen) (?:wir |ich )?(?:[a-zäöüß]+ ){0,3}?(?:aus (?:alte[nmr]|alten"
            r"|gebrauchte[nmr]|ausgedienten|heimische[mnr]|regionale[mnr]|resten"
            r"|[a-zäöüß]*(?:holz|wolle|leder|stahl|ton|glas|stoff|papier|wachs|leinen|filz|obst"
            r"|milch|hafer|lehm|hanf|resten|planen|schläuchen|segeln|altpapier|treber|trester"
            r"|molke)))",
            _PARTS,
        ),
        form(
            "handgemacht|handgefertigt|hausgemacht|selbst gemacht|selbstgemacht|aus holz"
            "|aus eiche|aus lärche|aus wolle|aus leder|maßgefertigt|gebraucht|generalüberholt"
            "|pfandglas|mehrweg|automat|im glas|sauerteig|unverpackt|refill|nachfüll|second",
            r"handgemacht\w*|handgefertigt\w*|hausgemacht\w*|selbst ?gemachte\w*"
            r"|aus (?:[a-zäöüß]+ )?(?:holz|eiche|lärche|fichte|buche|esche|zirbe|wolle|schurwolle"
            r"|leder|leinen|filz|ton|stahl|kupfer|glas|pappe|lehm|hanf|stroh|weide|loden|wachs"
            r"|beton|altholz|gerüstholz)|maßgefertigt\w*|pfandgl[aä]s\w*|mehrweg\w*"
            r"|warenautomat\w*|hofautomat\w*|verkaufsautomat\w*|im (?:pfand)?glas|sauerteig\w*"
            r"|unverpackt\w*|nachfüll\w*|second-?hand",
            _PARTS,
        ),
        form(
            "leih|verleih|miet|ausleih|bücherei|bibliothek",
            r"(?:leih|verleih)(?:en|e|t|stelle|station|laden|rad|räder|geräte|kiste|kisten|paket"
            r"|system|service)|bibliothek der dinge|(?:wir|ich) (?:vermieten|vermiete) (?!zimmer"
            r"|räume|plätze|stellplätze|wohnung|parkpl|büro|probe|ferien|die halle)[a-zäöüß]+"
            r"|zum (?:ausleihen|mieten|leihen)|mieträder|leihräder|lastenräder|mietgeräte",
            _PARTS,
        ),
        form(
            "kiste|kisten|abo-kiste|paket|tüte|strauß|sträuße|bund |beutel|sack|säcke|laib|glas"
            "|gläser|flasche|bausatz|set |sets|kasten|eimer",
            r"(?:gemüse|obst|bio|abo|brot|käse|fleisch|ernte|genuss|koch|back|bastel|bau|lern"
            r"|saat|spiel)-?(?:kisten?|box|boxen|pakete?|sets?|sätze|satz|körbe|tüten?)"
            r"|baus(?:atz|ätze)\w*|sträuße|(?:eine|pro|je|die|jede) (?:kiste|flasche|tüte|steige"
            r"|dose|packung)|(?:ein|pro|je|das|jedes) (?:glas|laib|bund|paket|kilo|fass|brot)"
            r"|säcke",
            _PARTS,
        ),
        form(
            "herstell|produktion|manufaktur|werkstatt|brauerei|bäckerei|rösterei|imkerei|käserei"
            "|mosterei|gärtnerei|hofladen|kelterei|weberei|töpferei|näherei|druckerei|schreinerei",
            r"(?:(?:klein|haus|hof|schau|mini|mikro|eigene|mobile)-?)?(?:brauerei|rösterei"
            r"|imkerei|käserei|mosterei|kelterei|weberei|töpferei|manufaktur|seifensiederei"
            r"|brennerei|ölmühle|nudelmanufaktur|backstube|metzgerei|schlachterei)(?= (?:für|in"
            r"|auf|mit|am|im|,))",
            _PARTS,
        ),
    ),
    "on_site_service": (
        form(
            "mobil|rollend|fahrend|auf rädern|wander|unterwegs",
            r"(?:mobile[rsn]?|rollende[rsn]?|fahrende[rsn]?|wandernde[rsn]?) (?!app|daten|netz"
            r"|zahlung|website|webseite|gerät|geräte|version|zahlungen|bezahlung|endgerät"
            r"|internet|seite)[a-zäöüß-]+|auf (?:vier )?rädern",
            _PARTS,
        ),
        form(
            "hausbesuch|hofbesuch|vor ort|anfahrt|bei den leuten|bei ihnen|nach hause|zu hause"
            "|daheim|haustür|von hof zu|von haus zu|von dorf zu|tour|runde|einsatz",
            r"(?:machen|mache|mit|per|zu|als) (?:haus|hof)besuche?n?|vor ort|anfahrt\w*"
            r"|bei den leuten|von (?:hof|haus|dorf|tür|garten|stall) zu|(?:bei|zu) (?:ihnen|ihr"
            r"|ihm) (?:nach hause|zu hause|daheim|auf den hof|in den garten)|(?:kommt|kommen"
            r"|komme|bringt|bringen|holt|holen) [^.;:!?\n]{0,40}?(?:nach hause|ins haus"
            r"|an die (?:haus)?tür|vor die (?:haus)?tür|auf den hof|in den garten"
            r"|in die (?:wohnung|küche|schule|klasse|kita|firma|dörfer)|ins dorf|ins heim"
            r"|in den stall|auf die höfe|zu den leuten|zum kunden|zur kundin|auf die baustelle"
            r"|in die betriebe|an den zaun|ans tor|auf die alm|aufs feld)",
            _PARTS,
        ),
        form(
            "hält in|hält an|hält vor|halten in|macht halt|steht jeden|steht montags|steht auf"
            "|parkt|stellen uns|stelle mich|fährt durch|fährt über|klappert",
            r"(?:hält|halten|macht halt|parkt) (?:[a-zäöüß]+ )?(?:in|an|vor|auf"
            r"|bei) [^.;:!?\n]{0,30}?(?:dörfern|orten|höfen|schulen|weilern|gemeinden|plätzen"
            r"|haltestellen|betrieben|firmen|dorfplatz|parkplatz|heimen|häusern|altenheimen)"
            r"|(?:stellen uns|stelle mich|steht) [^.;:!?\n]{0,60}?(?:bei (?:firmen|betrieben"
            r"|höfen|schulen)|auf (?:den|dem) (?:parkplatz|dorfplatz|hof|schulhof"
            r"|firmenparkplatz)|vor (?:dem|der|die|das) (?:werkstor|schule|heim|haus|firma))",
            _PARTS,
        ),
        form(
            "schneid|reinig|mäh|putz|reparier|montier|bau|install|wart|stimm|schleif|pfleg|räum"
            "|fäll|streich|dämm|schor|scher|beschneid|vermess|prüf|beweid|back|koch|wasch|fahr"
            "|trag|hol|bring|press|dresch|impf|besuch|begleit|unterricht|aufstell|stell",
            r"(?:wir|ich|die|der|das|und) [^.;:!?\n]{0,70}?(?:schneid|reinig|mäh|putz|reparier"
            r"|montier|install|wart|stimm|schleif|pfleg|räum|fäll|streich|dämm|scher|vermess|prüf"
            r"|press|koch|wasch|back|dresch|besuch|unterricht|bau|impf|kehr|entleer|säuber|hüt"
            r"|beschlag)[a-zäöüß]* [^.;:!?\n]{0,50}?(?:bei den (?:leuten|kunden|bauern|familien"
            r"|höfen)|im (?:garten|stall|keller|heim|haus|hof|dorf) (?:der|des|von|bei|ihrer)?"
            r"|auf (?:den|dem|ihrem|deren) (?:dächern|dach|hof|höfen|feld|feldern|friedhof"
            r"|grundstück|balkon|parkplatz)|in (?:den|ihren|deren|der) (?:häusern|wohnungen"
            r"|küchen|gärten|ställen|schulen|heimen|betrieben|kitas|kirchen|wohnung|küche)"
            r"|an (?:der|den) (?:haustür|häusern|fassaden))|(?:bei den (?:leuten|kunden|bauern"
            r"|familien)|(?:auf|in) (?:den|ihren) (?:dächern|gärten|häusern|ställen|wohnungen"
            r"|höfen)) [^.;:!?\n]{0,30}?(?:schneid|reinig|mäh|putz|reparier|montier|install|wart"
            r"|schleif|pfleg|prüf|bau|koch)[a-zäöüß]*",
            _PARTS,
        ),
        form(
            "komm|daheim|zu hause|holt|holen|hole|abhol|bringt|bringen|fährt|fahren",
            r"(?:kommen|komme|fahren|fahre|ziehen|rollen) (?:wir |ich )?mit (?:der|dem|unserer"
            r"|unserem|einer|einem|meiner|meinem) [^.;:!?\n]{2,40} (?:auf|in|zu|an|vor) "
            r"|(?:älteren?|alten) (?:leuten|menschen) (?:daheim|zu hause)|(?:holen|holt"
            r"|hole) [^.;:!?\n]{0,50}?(?:\bab\b|von (?:zu hause|der haustür|daheim|den höfen)"
            r"|vom hof|beim (?:kunden|bauern))|(?:fährt|fahren|fahre|bringt|bringen|bringe"
            r"|begleiten|begleitet) [^.;:!?\n]{0,40}?(?:zum arzt|ins krankenhaus|in die klinik"
            r"|zur schule|zum einkaufen|zur dialyse|heim|zum bahnhof|zur kirche|zum friedhof"
            r"|zur arbeit)",
            _PARTS,
        ),
    ),
    "hardware": (
        form(
            "kasten|kästchen|gerät|halsband|knopf|box|klammer|stecker|lampe|sensor|sender|fühler"
            "|armband|schalter|waage|zähler|boje|matte|stab|ring|plakette|chip|ventil|schloss"
            "|riegel|melder|wächter|kamera|clip|marke|klappe|falle|anhänger|deckel",
            r"(?:ein|eine|einen|das|der|die|jedes|jede|kleiner?|kleines"
            r"|einem) (?:[a-zäöüß-]+ ){0,2}?[a-zäöüß-]{0,20}<thing>(?: (?:am|im|an|in|auf|für"
            r"|unter|um|beim) [^.;:!?\n,]{2,40})?,? (?:das|der|die|den|und|es"
            r"|er) [^.;:!?\n]{0,60}?<signals>|(?:ein|eine|unser|unsere|der"
            r"|das) [a-zäöüß]{0,15}<thing> (?:am|im|an|in|auf|unter"
            r"|beim) [^.;:!?\n,]{2,30} <signals>",
            _PARTS,
        ),
        form(
            "batterie|akku|platine|gehäuse|antenne|sim-karte|sim |bluetooth|lora|funk|nfc|rfid"
            "|solarzelle|mikrocontroller|arduino|raspberry|löt|motor|elektronik|firmware"
            "|spritzguss|sensor|sender",
            r"(?:batterien?|akkus?) (?:hält|halten|muss|müssen|soll|reicht|reichen|für)|platinen?"
            r"|gehäuse|sim-karten?|bluetooth|lorawan|nfc|rfid|mikrocontroller|arduino|raspberry"
            r"|gelötet\w*|firmware|spritzguss\w*|sensor(?:en|ik|box)?|elektronik|temperaturfühler"
            r"|funk(?:sender|modul|sensor|chip)\w*",
            _PARTS,
        ),
    ),
    "ai_output": (
        form(
            "foto|aufnahme|bild|kamera|stimme|sprach|scan",
            r"(?:foto|fotos|bild|aufnahme|kamera|fotografier\w*|fotografiert"
            r"|scan)[^.;:!?\n]{0,60}?(?:erkennt|bestimmt|liest|schlägt vor|sagt (?:das programm"
            r"|die app)|errechnet|schätzt|übersetzt)|(?:erkennt|bestimmt|erkennen|zählt"
            r"|liest) [^.;:!?\n]{0,30}?(?:auf|aus|an|von|per) (?:dem |der |einem |einer )?(?:foto"
            r"|bild|fotos|bildern|aufnahme|kamera|stimme|gesang)",
            _PARTS,
        ),
        form(
            "daraus wird|wird von selbst|von selbst|automatisch|sprachmodell|übersetz"
            "|zusammenfass|schreibt das|schlägt vor|vorschlag|trainiert|modell|transkri"
            "|vorformulier",
            r"(?:daraus|aus der aufnahme|aus dem gespräch|aus den stichworten|aus stichworten"
            r"|aus dem gesprochenen) (?:wird|werden|macht|entsteht"
            r"|schreibt)[^.;:!?\n]{0,40}?(?:bericht|protokoll|text|brief|liste|plan|angebot"
            r"|entwurf|zusammenfassung|mail)|(?:wird|werden) (?:automatisch|maschinell"
            r"|von selbst) (?:übersetzt|zusammengefasst|geschrieben|erstellt|formuliert|erkannt"
            r"|transkribiert|ausgewertet)|(?:programm|app|software|computer|rechner|maschine"
            r"|system|modell) (?:schreibt|formuliert|übersetzt|erkennt|fasst|schlägt|verfasst"
            r"|antwortet|transkribiert|sagt voraus)|spracherkennung|bilderkennung"
            r"|trainiertes? modell",
            _PARTS,
        ),
    ),
}
