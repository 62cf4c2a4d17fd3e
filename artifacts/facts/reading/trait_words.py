"""Words that tell, or hint at, what kind of product it is. "~" stands for a space, "*" for any
ending or " "beginning."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TraitWords:
    strong: str
    """Words that mean little else."""
    hints: str
    """Words that leave it open."""


TRAIT_WORDS = {
    "takes_payments": TraitWords(
        "tap~a~card taps~a~card paid~on~the~web* paid~on~the~site paid~through pays~through"
        " on~the~spot zahlt~vor~ort gleich~bezahlt sofort~bezahlt m-pesa mobile~money payment~link"
        " paiement~par paiement~mobile mit~twint bezahlt~wird~bei bezahlt~wird~im zahlt~mit"
        " con~tarjeta by~card pay~by~card paid~by~card pays~online pay~online paid~online in~cash"
        " credit~card card~number at~the~desk at~the~counter and~pays paypal stripe direct~debit"
        " paystack flutterwave razorpay klarna mollie google~pay apple~pay gpay paytm phonepe gcash"
        " alipay bancontact payconiq mercado~pago card~or~transfer card~or~check check~or~card"
        " takes~the~money hold~the~money checkout per~karte mit~karte bar~im bar~am lastschrift"
        " an~der~kasse zahlt~am bezahlt~wird~gleich und~zahlt par~carte en~espèces prélèvement"
        " et~paie paie~en~ligne paiement~en~ligne met~een~betaallink met~pin pinnen contant ideal"
        " betaalt~online abendkasse tageskasse en~efectivo paga~en~línea cobra~en pays~the~miles"
        " cash eftpos upi twint card~reader card~machine pays~on~the~web pays~at~the pay~at~the"
        " pays~by~card direct~debit~or with~twint karte~oder~bar bar~oder barzahlung bargeld"
        " kartenleser sumup karte~geht in~coins in~münzen vipps swish mobilepay zelle venmo"
        " de~contado al~contado card~at comptant au~comptant pays~on~the~spot efectivo espèces"
        " contante",
        "pay pays paid payer payment payments charge fee zahl* bezahl* zahlung* geld paie paient"
        " tikkie betaalverzoek bizum payé* paiement* betaal* betalen betaalt paga pagan pagar"
        " pago* cobra* cobro*",
    ),
    "personal_data": TraitWords(
        "signs~a~release sign~a~release release~form consent~form bank~details kontodaten"
        " personal~data gdpr dsgvo rgpd avg data~protection their~names child's~name residents"
        " members~join consent signs~the~waiver uploads~the~license profile profiles"
        " gesundheitsdaten personenbezogen* einwilligung profil données~personnelles consentement"
        " persoonsgegevens datos~personales the~owner's~name passengers accompagn* die~familie~an"
        " noteert~naam hipaa pipeda popia kdg uk~gdpr consent~of kids'~names names~and~addresses"
        " names~and~numbers a~name~and member~signs the~member passagier* card~index"
        " data~protection~act coppa ferpa",
        "mitglied* member* rota profile* calendar drivers passenger* students register registers"
        " register~of vrijwilliger* patient* singer* chor* choir* interpreter* caretaker* rezept*"
        " pharmac* apothek* commuter* senior* ältere* elderly tutor* tenant* mieter* foster*"
        " kinder kindern bewoner* freundeskreis usuario* parents eltern coach* trainer*"
        " teilnehmer* guest~list pupils schüler* leerlingen leerling élève* alumno* pflegegrad"
        " pflegebedürftig* signs signature unterschreib* unterschrift account accounts konto"
        " zugang* access~code private~feed eigenen~feed own~feed marks exam exams prüfling* prüfung"
        " login log~in examen* examens first~name phone~number* date~of~birth handynummer*"
        " geburtsdatum telefonnummer* krankheitstage* sick~days akte akten noten fehlzeiten"
        " absences grades",
    ),
    "health_data": TraitWords(
        "health~data patient~data gesundheitsdaten patientendaten diagnosis diagnoses"
        " medical~record* medical~data symptoms blood~pressure patientenakte dossier~médical"
        " données~de~santé medische~gegevens historia~clínica hebamme hebammen midwife midwives"
        " wochenbett eye~values teeth blood~values medication~plan medikamentenplan",
        "dementia demenz wheelchair* disab* allerg* diabet* pregnan* rehab* hospice* dental"
        " dentist* physio* nurse* nursing~home* care~plan carers pain sleep~apnoea dialysis"
        " rollstuhl* behinder* schwanger* hospiz* pflegebedürftig* pflegedienst* pflegekasse*"
        " kranke krankheit* schmerz* dialyse handicap* malade* infirmi* zwanger* discapacidad"
        " diálisis eyes eyesight hearing~test sehtest* hörtest* augen dementia demenz therap*"
        " patient* rezept* prescription* medikament* medicines~list diagnos* stroke symptom*"
        " health~record pills pill~box tabletten"
        " dosis* doses befund* betriebsarzt* hearing gehör hörgerät* hearing~aid*"
        " audiogram* audiometer ouïe oído"
        " gehoor pflegegrad"
        " krankenakte asthma asthme astma epilep* cancer krebs* kanker cáncer chemo*"
        " chimio* illness* ziekte* enfermedad* eye~test wound wunde* soin* patiënt* paciente*",
    ),
    "children": TraitWords(
        "for~children our~children schoolchildren their~child the~child a~child's child's"
        " für~kinder les~enfants pour~enfants élèves voor~kinderen leerlingen"
        " para~niños alumnos our~kids the~pupils our~pupils to~kids kids~are kids~between"
        " children~from children~aged children~between children~who kinder~von kinder~zwischen"
        " kindern~von kindern~zwischen kindern~ab kinder~ab kinder~bis"
        " die~schüler unsere~schüler schülern grundschüler* grundschulkinder* kleinkinder*"
        " vorschulkinder* kindergartenkinder* erstklässler* zweitklässler* viertklässler*",
        "young~people under~18 under~16 minors minderjährig* unter~18 jugendliche* mineurs"
        " menores year-olds teen* under-16s under-18s nursery nurseries kindergart* crèche*"
        " schulkind* kita kitas schulklasse* spielplatz ferienlager jugendgruppe* toddler*"
        " grundschul* child children child's kids kid's pupils jugend* baby babies kinder"
        " kindern kindes das~kind ein~kind dem~kind deren~kind enfant* kinderen niño* niña* hijo*"
        " eltern~kaufen",
    ),
    "physical_goods": TraitWords(
        "nous~cousons cousons fabriquons tissons brassons nous~pressons prensamos cosemos"
        " horneamos tejemos fabricamos we~naaien ik~naai we~bakken ik~bak wir~nähen ich~nähe"
        " wir~backen ich~backe wir~brauen ich~braue wir~pressen wir~gießen schnittblumen"
        " jar jars bottle bottles cups pellets we~bake we~brew we~press we~sew we~lend lend tools"
        " boxes resole resoling spare~part* parcel parcels shipped boxes~of scales beutel flaschen"
        " gläser paket pakete wachs ersatzteil* lastenrad saft~wird gießen ware waren bocaux bocal"
        " pots livraison~de~colis luiers pakket pakketten boeken garrafones garrafón a~bag~of"
        " bags~of lends lending lent~out lend~hard verleih* leihen ausleihen ausgeliehen"
        " zum~leihen hire~out~whole packets packet packages crates jars~of a~jar glasses~of"
        " im~glas spectacles wreath* flowers boots suitcases loaves shirts uniforms clothing"
        " dienstkleidung kleidung seed~of seeds saatgut kompost compost honig honey mushrooms"
        " pilze cheese käse bread brot furniture möbel toys spielzeug pianos klavier*"
        " violins geigen instrumente candles soap seife wool wolle textiles stoff* tools~what"
        " tool~library werkzeug* schuhe shoes costumes kostüme sensors fühler kartons",
        "vermiet* mietet miete rent renting hire hired hires gemietet wagen sauna boat boats trees"
        " tree blumen plants machine machines maschine* möbel box boxes ofen öfen anhänger"
        " product* goods produkt* ware* verkauf* herstell* produit* fabri* produc* locker* kasten"
        " kiste* crate* bike* rad räder vélo* fiets* device* equipment fruit obst food essen"
        " drink* milk milch eggs eier fleisch meat fish fisch medikament* kit~with drucken printed"
        " sack sacks tub tubs loads logs timber firewood brennholz laib laibe soup suppe glasses"
        " frame lenses brille* kästchen kästen deliver* sell~* sells shop kg kilo* litre* liter*"
        " *blumen strauß sträuße bouquet* wig wigs perücke* perruque* pruik* haarwerk*"
        " stück paper~kit books bücher postcards playing~cards kit kits tool* materials glass*"
        " rent*"
        " package* paket* candle* cider beer wine juice jam chutney sauce vinegar flour pasta"
        " sausages"
        " biscuits pies chocolate herbs spices hay straw kekse saft wein bier"
        " marmelade mehl nudeln wurst schinken schokolade kräuter gewürze bags"
        " blankets scarves socks hats knives pots plates cups mugs rugs cushions gloves jackets"
        " notebooks lamps chairs tables shelves stairs baskets brushes bricks tiles ropes nets"
        " tents tag tags stickers"
        " skis skates snowshoes kayaks canoes helmets prams urn urns stühle tische regale lampen"
        " körbe bürsten decken taschen messer teller tassen kissen handschuhe jacken zelte ski"
        " schneeschuhe schlitten helme kinderwagen hefte notizbücher *kekse *saft *bier *wein",
    ),
    "on_site_service": TraitWords(
        "from~farm~to~farm go~to~their we~go~to go~to~care come~to~your we~come~to visits~them"
        " we~visit fetch~them pick~up~and drive~people in~the~yard at~their~home at~your~home"
        " mobile~unit portable~unit lend~hard wash~them vor~ort wir~fahren fahren~mit zu~ihnen"
        " fährt~durch in~die~dörfer wir~fliegen hausbesuch~machen qui~va~chez va~chez à~domicile"
        " sur~place on~emmène we~halen halen~bij aan~huis ter~plaatse rijdt~langs en~el~domicilio"
        " vamos~a~su floating~sauna comes~to~the~house to~your~door at~the~door~and"
        " brings~them~to call-out call-outs a~van~with in~a~van the~van~is~to a~trailer~to"
        " on~a~trailer a~trailer~for where~people~live im~anhänger auf~dem~anhänger anhänger~steht"
        " von~einem~ort~zum vor~der~tür vor~dem~haus we~carry wir~tragen trägt~hinauf come~by~and"
        " besucht~sie komme~vorbei kommen~vorbei kommt~vorbei mobile~workshop"
        " travels~to comes~to~the~village at~your~place on~your~farm in~den~stall",
        "at~the~gate i~come i~visit kommt~zu wir~kommen ich~komme bus kleinbus minibus seat"
        " drives~* steht~an steht~am we~bring i~bring wir~bringen ich~bringe wir~holen ich~hole"
        " bringen~sie holen~sie einbau* eingebaut montage montier* geschraubt screwed~to fitted~to"
        " fit~it installier* aufbau* gestellt aufgestellt does~the~rounds back~door at~their~place"
        " nach~hause zu~hause bei~ihnen besuch~* hang~it hängen~es wir~stellen wir~gehen i~go"
        " we~go grab gräber graves classroom in~the~schools put~up~the we~put~up move~on losfahren"
        " fahrt rit trajet visit visits hausbesuch* a~van the~van our~van trailer anhänger anfahrt"
        " einsatz einsätze fetch* abhol* lleva~* transport* chauffeur* domicilio tür door~to"
        " we~come wir~kommen on~site wash mow* limpieza nettoy* répare on~reçoit fahr~*"
        " repartimos llevamos dejamos"
        " travel* drive driver* market* village* dörfer* dorf round rounds collect we~fetch drives"
        " fährt fahren besuch* bring~it bring~them bringt~sie abholung hearings on~the~day"
        " schools~come halls clean* install* repair* pflegt putzt mäht schleift garden* lawn*"
        " rasen ramass* tournée* tuin* jardin* grazing grazes walk~the einkaufen elderly ältere"
        " evenings~for mornings~for afternoons~for course courses sessions lessons workshop"
        " workshops"
        " kurs kurse treffen rooftop* park~behind parks~behind",
    ),
    "two_sides": TraitWords(
        "two~sides both~sides on~one~side on~the~one~side bring~the~two~together"
        " two~kinds~of~people marketplace matching~platform both~of~them zwei~seiten beide~seiten"
        " marktplatz~für auf~der~anderen~seite auf~der~einen~seite vermitteln"
        " vermittlung deux~côtés mise~en~relation place~de~marché twee~kanten marktplaats"
        " bemiddel* dos~lados intermedia* on~the~other~side the~other~side we~match matched~with"
        " matches~them the~other~gets~paid bring~them~together bringen~beide bringen~sie~zusammen"
        " the~one~who~gives bringen~die~beiden bring~the~two bring~both brengen~beide"
        " met~en~relation hold~the~money~until is~paid~out~less two~lots~of~people",
        "commission provision vermittlungsgebühr between~neighbours unter~nachbarn tauschbörse"
        " landlord* vermieter* marketplace* plattform~für volunteers~drive lend~their"
        " hire~out~their rent~out~their host~famil* gastgeber* proveedor* interpreter* dolmetsch*"
        " freelancer* tutor* babysitter* dogsitter* renter* lenders providers anbieter*"
        " artist* künstler* whoever~wants put~in~what rents~a~shelf mietet~ein~fach seller*"
        " verkäufern buyers käufern",
    ),
    "hardware": TraitWords(
        "sensor sensors firmware circuit solder* electronics device~that by~radio radio~module"
        " gateway scale~that microcontroller chip~that mit~funk funkt sensoren platine gehäuse"
        " elektronik lanze batterie~hält capteur capteurs boîtier électronique elektronica"
        " electrónica sonde fühler messfühler messgerät logger~that tracker~that coin~cell"
        " knopfzelle circuit~board measures~every misst~alle battery~lasts akku~hält"
        " microphone~that gehäuse~aus drehgeber lora bluetooth~tag",
        "transmitter* receiver* thermometer* antenna* radio solar* pump* meter~* camera* sender*"
        " empfänger* antenne* pumpe* kamera* steuerung* emisor* émetteur* siren sirene alarm"
        " shackled bolted clamped measures~the misst~jede misst~den hängt~im gadget* locker*"
        " dispositivo* electronic* gerät~das box~that device~that elektr* sensor* automat* gps"
        " funk* akku battery batteries",
    ),
    "ai_output": TraitWords(
        "language~model ai~model artificial~intelligence ai chatbot gpt llm machine~learning"
        " neural sprachmodell ki künstliche~intelligenz modèle~de~langage"
        " intelligence~artificielle ia taalmodel inteligencia~artificial",
        "model~asks by~a~model vom~modell von~einem~modell automatic~text generated"
        " generates erkennt~automatisch bilderkennung"
        " reconnaissance",
    ),
    "works_offline": TraitWords(
        "offline without~signal without~a~signal no~signal without~internet no~network"
        " without~network ohne~netz ohne~internet ohne~empfang hors~ligne sans~réseau"
        " sans~internet sans~connexion zonder~internet zonder~bereik sin~internet sin~señal"
        " sin~conexión",
        "signal network netz empfang réseau bereik señal connection verbindung cobertura coverage"
        " reception mobilfunk funkloch tunnel tunnels stollen one~bar two~bars offshore",
    ),
    "depends_on_partner": TraitWords(
        "good~will goodwill at~their~mercy at~the~mercy lend~us lends~us~the leihen~uns"
        " lässt~uns~in depends~on rely~on relies~on hängt~ab hängen~ab angewiesen~auf dépend~de"
        " afhankelijk depende~de only~through~their if~they~stop can~take~them~away"
        " can~take~it~away as~long~as~they for~as~long~as lends~us stellt~uns überlässt~uns"
        " spendet~uns solange~sie wenn~die~aufhören without~them~we ohne~sie~geht"
        " gives~us~the~room gives~us~the~space gives~us~the~desk",
        "as~long~as belongs~to belong~to gehört~dem gehört~der gehören~dem gehören~der lets~us"
        " lent~by on~loan~from borrowed~from data~from~the daten~vom daten~der lässt~uns"
        " lassen~uns leiht~uns app~store etsy ebay amazon nous~prête nos~presta give~us~notice"
        " toelaten zulassen~muss stellt~die is~the~city's gehört~der gehört~dem"
        " belongs~to gives~us gibt~uns nous~donne geeft~ons nos~da spendet wave orange~money"
        " spedition* carrier* api~of aggregator* host~organisation library~gives"
        " pays~the~rent mensajero courier partenariat convenio wholesaler~takes rely"
        " churches university* ministry* transit* apothek* pharmac* venue*"
        " collects gemeinde~zahlt city~pays council~pays gym~collects their~van wholesaler*"
        " großhändler* bäckerei~stellt partner* a~lab the~lab laboratory das~labor ein~labor"
        " dem~labor vom~hersteller the~manufacturer's of~a~brewery of~the~brewery brauerei supplier"
        " lieferant* fournisseur* leverancier* proveedor lends~the lends~its let~us~in"
        " have~to~nod has~to~nod",
    ),
    "needs_permit": TraitWords(
        "licence~to permit~from approval~from",
        "permit* licen* certif* inspect* authori* genehmig* erlaubnis* zulass* zertifi* behörd*"
        " abnahme autoris* agrément déclar* vergunning* keuring permiso* licencia* aviso* mag~niet"
        " interdit",
    ),
    "sells_to_organisations": TraitWords(
        "business~customers b2b firmenkunden purchase~order purchase~orders sammelrechnung",
        "",
    ),
    "seasonal": TraitWords(
        "season seasons seasonal fall~round harvest saison saisonal ernte erste~schnitt"
        " ersten~schnitt presstag mahd saison~des récolte in~het~seizoen seizoen oogst temporada"
        " cosecha in~term holidays~only every~spring every~summer every~autumn every~fall"
        " every~winter every~april every~may jedes~frühjahr jeden~sommer jeden~herbst jeden~winter"
        " term~time in~term~time low~season high~season off-season mud~season lambing swarm~season"
        " schwarmzeit brutzeit weidezeit almauftrieb vegetationszeit badesaison erntezeit jagdzeit"
        " frost~comes sobald~es~friert when~it~freezes holiday~season summer~holidays~only",
        "easter ostern pfingsten whitsun christmas weihnacht* noël navidad pâques siembra cosech*"
        " heating~season heizperiode sowing planting pflanzzeit heatwave hitze ice~cream eisdiele"
        " holiday~makers"
        " urlaub* season* saison* temporada* seizoen* harvest ernte* récolte* oogst* cosecha*"
        " festival* ski christmas~market weihnachtsmarkt advent semester* halbjahr* garden~centre*"
        " bees imker* ferien* vacances kerst navidad boote bootsverleih* boat boats tourist*"
        " camping garden* gärt*"
        " planted planting seedlings pflanz* rainy rains regen frost snow schnee walkers sheep"
        " school~year schuljahr weather wetter",
    ),
}

GIVING = (
    "sell sells sold selling make makes made bake bakes brew brews press presses pressed sew sews"
    " lend lends lent rent rents rented hire hired hires deliver* bring* ship* grow* build* print*"
    " bottle bottled cook* fetch* collect* swap* repair* resole* wash* shred* supply supplies box"
    " boxes verkauf* herstell* back* brau* press* näh* verleih* leih* vermiet* miet* liefer*"
    " bring* holen druck* bau* koch* züchte* pflanz* repar* wasch* tausch* gießen gegossen vend*"
    " fabriqu* lou* livr* lav* verkop* maken halen brengen wassen was~* huur* verhur* lever* vend*"
    " leen* lenen uitleen* uitlen* hand~over hands~over alquil* entreg*"
    " hech* cousons tissons brassons pressons prensamos cosemos horneamos tejemos"
    " naaien naai bakken bak"
)
PERMITS = (
    "*bewilligung *bewilligungen meldung~beim meldung~bei~der sign~off~on has~to~sign~off licence"
    " licences license licenses permit permits approval approve approved registered"
    " registration~as registration~with registration~under"
    " registration~by registration~of registration~from registration~number"
    " certification certificate inspected passed~inspection accredited haccp food~business"
    " radio~equipment ce~mark* authorisation *genehmigung *genehmigungen *erlaubnis *erlaubnisse"
    " *zulassung *zulassungen *berechtigung *führungszeugnis *führungszeugnisse registrierung"
    " bio-zertifizierung zertifizierung gewerbeanmeldung konzession funkanlagenrichtlinie*"
    " drohnenverordnung* eu-drohnenverordnung agrément agréments déclaration autorisation permis"
    " habilitation vergunning* erkenning keurmerk toelating* licencia licencias"
    " patente~municipal patente~comercial permiso permisos"
    " autorización aviso~de *gewerbeschein *gewerbeberechtigung *vorführrecht* registro~sanitario"
    " comply~with~as zugelassen abgenommen anerkannt"
    " anerkennen anerkennung plant~passport* registro~del registro~de passport~for permission"
    " permissions planning~permission bewilligen genehmigen zulassen anzeige~nach anzeigepflicht*"
    " type~approval typgenehmigung certified~by zertifikat* konformitätserklärung trading~consent"
    " planning~consent building~consent resource~consent *erkenning sign-off certificar certify"
    " zertifizieren certifier certificeren pflanzenpass register~under"
    " eintragen~lassen registrieren~lassen"
)
SOFTWARE = (
    "app apps software calendar log web~app online~tool platform rota programm anwendung"
    " webanwendung kalender application logiciel plateforme appli podcast newsletter"
    " language~model applicatie aplicación plataforma in~the~browser im~browser spreadsheet"
    " buchungskalender terminkalender belegungskalender"
)
TEACHING = "teach teaches teaching tutor tutors tutoring unterrichten unterrichtet nachhilfe"
"""What is done with people and brings them no thing."""
PRIVACY = (
    "gdpr dsgvo rgpd avg hipaa pipeda popia kdg dsg coppa ferpa ccpa lgpd *datenschutz*"
    " *data~protection* *privacy* *personal~data* *personal~information* *datenschutzgesetz*"
)
THEIRS = "his her their ihre ihren seine seinen ses leurs zijn haar hun sus"
MINORS = (
    "under~18 under~16 under-16s under-18s minors pupils teen* year-olds minderjährig* unter~18"
    " schüler* jugendliche* mineurs élèves menores leerlingen alumnos"
)
"""Words for the young that hint at them even where it is only told whom it is for."""
