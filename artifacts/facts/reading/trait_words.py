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
        " con~tarjeta by~card pays~by pay~by~card paid~by~card pays~online pay~online paid~online"
        " in~cash credit~card card~number at~the~desk at~the~counter and~pays paypal stripe"
        " direct~debit takes~the~money hold~the~money checkout per~karte mit~karte bar~im bar~am"
        " lastschrift an~der~kasse zahlt~am bezahlt~wird~gleich und~zahlt par~carte en~espèces"
        " prélèvement et~paie paie~en~ligne paiement~en~ligne met~pin pinnen contant ideal"
        " betaalt~online en~efectivo con~tarjeta paga~en~línea cobra~en pays~the~miles",
        "pay pays paid payer payment payments charge fee zahl* bezahl* zahlung* geld paie paient"
        " payer payé* paiement* betaal* betalen betaalt paga pagan pagar pago* cobra* cobro*",
    ),
    "personal_data": TraitWords(
        "personal~data gdpr dsgvo rgpd avg data~protection their~names child's~name patients"
        " patient residents members~join consent signs~the~waiver uploads~the~license profile"
        " profiles accounts account gesundheitsdaten personenbezogen* einwilligung profil"
        " données~personnelles consentement persoonsgegevens datos~personales the~owner's~name"
        " passengers accompagn* die~familie~an noteert~naam",
        "app account* customer* member* mitglied* subscription* user* data daten kunden kundin*"
        " name names nutzer* client* klant* naam usuario* données datos software calendar rota"
        " profile* people families drivers passenger* students pupils register registriert liste"
        " list e-mail email mail phone telefon* book* buch* termin* réserv* bewoner* vrijwilliger*"
        " patient* kinder* children enfants choir* singer* chor* interpreter* caretaker* household*"
        " haushalt* medik* medicine* prescription* rezept* pharmac* apothek* commuter* visitor*"
        " guest* gäste teacher* coach* trainer* lehr* staff owner* besitzer* erwachsene* senior*"
        " ältere* elderly",
    ),
    "health_data": TraitWords(
        "health~data patient~data patients gesundheitsdaten patientendaten diagnosis diagnoses"
        " medical~record* medical~data teeth therapy symptoms blood~pressure patientenakte"
        " dossier~médical données~de~santé medische~gegevens historia~clínica hebamme hebammen"
        " midwife midwives wochenbett zahnarzt",
        "patient* medical medic* health clinic* hospital* nurse* nursing therap* doctor* care"
        " carer* pflege* arzt ärzt* gesundheit* krank* santé médec* soin* infirm* zorg* ziek* arts"
        " salud médic* audífono* pregnan* diet* sleep medik* medicine* medication* prescription*"
        " rezept* pharmac* apothek* pill* tablette* allerg* hör* dialys* rehab* disab* behinder*"
        " blind* deaf hearing~aid*",
    ),
    "children": TraitWords(
        "for~children our~children pupils schoolchildren their~child the~child a~child's child's"
        " für~kinder schüler schülerinnen kindergarten les~enfants pour~enfants élèves"
        " voor~kinderen leerlingen para~niños alumnos for~kids our~kids",
        "child* kid* pupil* school* teen* parent* baby babies kind kinder* jugend* schul* eltern"
        " enfant* école* crèche* kinderen kinder* ouder* school* niño* niña* escuela* padres hijo*"
        " student*",
    ),
    "physical_goods": TraitWords(
        "bag bags jar jars bottle bottles cups pellets trailer kg~bag we~bake we~brew we~press"
        " we~sew we~lend lend tools boxes pluck chill resole resoling repair repairs spare~part*"
        " parcel parcels shipped boxes~of scale scales beutel flaschen gläser paket pakete wachs"
        " gerät geräte ersatzteil* lastenrad saft~wird gießen ware waren lanze bocaux bocal pots"
        " livraison~de~colis luiers pakket pakketten boeken garrafones garrafón taller triciclo"
        " aparato",
        "product* goods produce* deliver* ship* sell* verkauf* liefer* produkt* herstell* vend*"
        " livr* fabri* produit* verkop* lever* produc* entreg* kg kilo* litre* liter* food water"
        " eat drink* boat towel* machine* device* materi* device* bike* rad räder vélo* fiets*"
        " drone* drohne* card cards equipment paper kit* book books loaf loaves bread brot*"
        " mushroom* pilz* fruit obst juice honey honig instrument* geige* violin* guitar* fleisch"
        " meat fish fisch cheese käse egg* eier clothes kleid* shoe* schuh* glass* glas furniture"
        " möbel tool* werkzeug* medik* medicine* locker* kasten kiste* crate* seed* saat* wood holz"
        " stein* rent* rental* verleih* box package* candle* kerze* stück pièce pieza stuk* radio",
    ),
    "on_site_service": TraitWords(
        "from~farm~to~farm go~to~their we~go~to go~to~care come~to~your we~come~to visits~them"
        " we~visit fetch~them we~fetch pick~up~and drive~people in~the~yard on~site at~their~home"
        " at~your~home mobile~unit portable~unit lend~hard wash~them vor~ort wir~fahren fahren~mit"
        " zu~ihnen fährt~durch in~die~dörfer wir~fliegen hausbesuch~machen wir~kommen qui~va~chez"
        " va~chez à~domicile sur~place on~emmène we~halen halen~bij aan~huis ter~plaatse"
        " rijdt~langs en~el~domicilio vamos~a~su floating~sauna",
        "court* gericht* hearing* interpreter* dolmetsch* locker* market* markt* village* dorf"
        " dörfer* street* haustür* tür door* bicycle* velo visit* travel* drive* driver* van truck"
        " bus trailer fetch* haul* collect* site deliver* round rounds appointment* fahr* besuch*"
        " anfahrt einsatz einsätze abhol* hol* camion déplac* tourn* visite* bring* rijd* rit"
        " ritten bezoek* haal* ophal* domicilio visita* recog* lleva* clean* install* bakfiets desk"
        " shop laden boat deck wash* mow* sharpen* repair* pfleg* gärtn* putz* reinig* mäh*"
        " schleif* nettoy* entreti* jardin* schoonma* onderhoud* limpi* repara*",
    ),
    "two_sides": TraitWords(
        "two~sides both~sides on~one~side on~the~one~side bring~the~two~together"
        " two~kinds~of~people marketplace matches matching~platform both~of~them zwei~seiten"
        " beide~seiten marktplatz~für vermieter auf~der~anderen~seite vermitteln vermittlung"
        " deux~côtés mise~en~relation place~de~marché twee~kanten marktplaats bemiddel* dos~lados"
        " intermedia* volunteers~drive growers~use~it",
        "provider* seller* landlord* host hosts matching connect* volunteers anbieter* gastgeber*"
        " verbind* plattform partenaire* hôte* aanbieder* proveedor* anfitri* marketplace* platform"
        " lend* borrow* leih* verleih* leent uitleen* lenen prête* prêter presta* zusammen"
        " volunteer* ehrenamt* freiwillig* bénévol* vrijwillig* voluntari* interpreter* dolmetsch*"
        " freelancer* tutor* coach* student* driver* fahrer* farmer* grower* artist* künstler*"
        " renter* tenant* mieter* supplier* buyer* käufer* helper* helfer* sitter* agent* broker*",
    ),
    "hardware": TraitWords(
        "sensor sensors battery batteries firmware circuit solder* electronics device~that by~radio"
        " radio~module gateway scale~that microcontroller chip~that mit~funk funkt sensoren"
        " akku~und platine gehäuse elektronik lanze batterie~hält capteur capteurs boîtier"
        " électronique sensoren batterij elektronica batería electrónica sonde",
        "device* hardware sensor* gerät* machine* maschine* appareil* apparaat* aparato*"
        " dispositivo* electr* elektr* trailer* locker* mill press* presse* anlage* motor* pump*"
        " filter* kasten automat* vending printer* drucker* meter* zähler* lamp* lampe* rack*"
        " stand* cart* battery camera* drone* drohne* radio",
    ),
    "ai_output": TraitWords(
        "language~model ai~model artificial~intelligence ai chatbot gpt llm machine~learning neural"
        " sprachmodell ki künstliche~intelligenz modèle~de~langage intelligence~artificielle ia"
        " taalmodel inteligencia~artificial",
        "model~asks automatic~text generated generates erkennt~automatisch bilderkennung"
        " reconnaissance",
    ),
    "works_offline": TraitWords(
        "offline without~signal without~a~signal no~signal without~internet no~network"
        " without~network ohne~netz ohne~internet ohne~empfang hors~ligne sans~réseau sans~internet"
        " sans~connexion zonder~internet zonder~bereik sin~internet sin~señal sin~conexión",
        "signal network netz empfang réseau bereik señal basement cellar connection verbindung"
        " cobertura coverage reception mobilfunk funkloch keller cave kelder sótano",
    ),
    "depends_on_partner": TraitWords(
        "depends~on rely~on relies~on hängt~ab hängen~ab angewiesen~auf dépend~de afhankelijk"
        " depende~de only~through~their",
        "wholesaler* großhändler* grossiste* groothand* mayorist* council* gemeinde* gemeente*"
        " commune* mairie* ayuntamiento* municip* hotel* landowner* grundbesitz* verwaltung*"
        " behörde* reviewer* prüf* ranger* the~city der~stadt operator* betreiber* from~the~bank"
        " gives~us gibt~uns nous~donne geeft~ons nos~da wave orange~money payment* zahlungs*"
        " carrier* spedition* warehouse* lager* partner* api supplier* aggregator* landlord* lease"
        " reseller* vermieter* propriétaire bail verhuurder* lieferant* fournisseur* leverancier*"
        " stiftung foundation fondation rink* venue* agency agentur* framework* ministry*"
        " ministerium* universit* hospital* court* church* kirche* pharmac* apothek* transit*"
        " railway* bahn cooperat* kooperation* host~organisation spendet sponsor* library~gives"
        " pays~the~rent by~post collects courier mensajero partenariat convenio",
    ),
    "needs_permit": TraitWords(
        "licence~to permit~from approval~from",
        "permit* licen* approv* registr* certif* inspect* authori* law legal genehmig* erlaubnis*"
        " zulass* zertifi* gesetz* recht verordnung* richtlinie* behörd* amt abnahme autoris*"
        " agrément déclar* loi règlement* norme* vergunning* wet keuring richtlijn* permiso*"
        " licencia* ley norma* aviso* regulat* directive act check comply label allowed darf dürfen"
        " interdit mag~niet",
    ),
    "sells_to_organisations": TraitWords("business~customers b2b firmenkunden", ""),
    "seasonal": TraitWords(
        "season seasons seasonal in~the~summer of~the~summer in~the~winter in~the~spring"
        " in~the~fall fall~round harvest saison saisonal im~frühjahr im~sommer im~herbst im~winter"
        " ernte erste~schnitt ersten~schnitt presstag mahd en~été en~hiver saison~des récolte"
        " surplus in~het~seizoen seizoen oogst temporada cosecha in~term holidays~only",
        "summer winter spring autumn fall season* christmas easter holiday* term sommer* winter*"
        " frühjahr* herbst* ernte* saison* weihnacht* ostern ferien* été hiver printemps automne"
        " récolte* noël vacances zomer* winter* lente herfst seizoen* kerst oogst* verano invierno"
        " primavera otoño navidad temporada* cosecha* weather wetter garden* snow ice heat frost"
        " drought monsoon rain* dry schnee eis hitze frost regen* trocken* neige gel pluie*"
        " sécheresse sneeuw ijs hitte vorst droogte nieve hielo calor lluvia* sequía halbjahr"
        " semester* boat* boot* bateau* camping tourist* touris* festival* plant* bees bee beekeep*"
        " bienen* imker* apples äpfel",
    ),
}

ORGANISATIONS = (
    "school schools clinic clinics company companies dealer dealers council councils committee"
    " committees festival festivals shop shops restaurant restaurants hotel hotels municipality"
    " municipalities parish~council* hospital hospitals home~books care~home* homes nursing~homes"
    " gym gyms garden~centre* garden~center* church churches insurer* insurance farms growers club"
    " clubs agencies office~teams businesses firms employers bakeries contractors altenheim*"
    " pflegeheim* träger häuser heime gemeinde gemeinden samtgemeinde* verein vereine vereinen"
    " obst-~und~gartenbauvereine gartenbauvereine firmen betriebe schulen schule praxen kliniken"
    " versicherung versicherungen jagdgenossenschaft* unternehmen hotels restaurants läden"
    " handwerksbetriebe musikschulen bio-imker commune communes mairie mairies école écoles"
    " entreprise entreprises artisans couvreurs maraîchers producteur producteurs hôtels magasins"
    " crèches~paient gemeente gemeenten scholen school kinderdagverblijven bedrijven winkels huis"
    " huizen verzorgingshuizen *genossenschaft* *betrieb *betriebe *betrieben *verein *vereine"
    " *vereinen *verband *verbände *firma *firmen *schule *schulen *praxis *praxen *verwaltung"
    " *verwaltungen *gesellschaft *gesellschaften *vereniging *verenigingen *bedrijf *bedrijven"
    " *scholen commission commissions pharmacy pharmacies ayuntamiento* escuela escuelas empresa"
    " empresas tienditas tiendas clínicas ópticas óptica hoteles restaurantes comité"
)
PERMITS = (
    "licence licences license licenses permit permits approval approve approved registered"
    " registration certification certificate inspected passed~inspection accredited haccp"
    " food~business radio~equipment ce~mark* authorisation *genehmigung *genehmigungen *erlaubnis"
    " *erlaubnisse *zulassung *zulassungen *berechtigung *führungszeugnis *führungszeugnisse"
    " registrierung bio-zertifizierung zertifizierung gewerbeanmeldung konzession"
    " funkanlagenrichtlinie* drohnenverordnung* eu-drohnenverordnung agrément agréments déclaration"
    " autorisation permis habilitation vergunning* erkenning keurmerk licencia licencias permiso"
    " permisos autorización aviso~de registro~sanitario comply~with~as"
)
SOFTWARE = (
    "app apps software calendar log web~app online~tool platform rota programm anwendung"
    " webanwendung kalender application logiciel plateforme appli podcast newsletter language~model"
    " applicatie aplicación plataforma in~the~browser im~browser spreadsheet"
)
INVOICED = (
    "invoice invoices billed gets~a~bill send~the~bill the~bill~to a~bill bank~transfer rechnung"
    " rechnungen überweisung überwiesen facture factures on~facture virement factuur factura"
    " facturas transferencia"
)
PEOPLE_PAY = (
    "families family parents couple couples people kids children women men patients hirer hirers"
    " tourists visitors private~customers households neighbours neighbors students familien eltern"
    " leute paare frauen männer angehörige privatkunden privatpersonen haushalte kinder touristen"
    " familles parents couples gens femmes particuliers voisins gezinnen ouders mensen"
    " particulieren bewoners familias padres gente personas vecinos mujeres"
)
NOT_OUR_MONEY = (
    "we~do~not~touch we~don't~touch between~the~two between~them between~themselves"
    " among~themselves unter~sich untereinander geld~nehmen~wir onderling entre~eux entre~ellos"
)
THEIRS = "his her their ihre ihren seine seinen ses leurs zijn haar hun sus"
