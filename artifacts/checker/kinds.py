"""General terms: words for the thing itself, and words for kinds of it or for doing it.

Who sells no meat sells no sausages; who sells no sausages may sell ham. Only words that mean little
else, whatever somebody's trade is. "de:" stands before a word that means it in German alone.
"""

from __future__ import annotations

import re

_TABLE = """
    meat = meat meats fleisch viande viandes vlees carne carnes | beef pork lamb lambs hog hogs
        bacon ham sausage sausages poultry steak steaks chicken turkey veal mutton venison wurst
        würste schinken speck hähnchen geflügel rillettes terrine terrines pâté jambon saucisse
        saucisses charcuterie poulet canard volaille porc bœuf boeuf agneau worst spek kip
        varken rund jamón chorizo pollo cerdo cordero ternera
    fish = fish fisch fische poisson poissons nl:vis pescado | salmon trout cod tuna mackerel
        herring shrimp prawns lachs forelle hering thunfisch garnelen saumon truite thon zalm
        haring kabeljauw atún salmón trucha gambas
    alcohol = alcohol alcoholic alkohol alcool alcools | beer beers wine wines spirits gin
        whisky whiskey vodka rum cider cocktail cocktails liquor champagne prosecco bier biere
        wein weine schnaps sekt likör rotwein weißwein bière bières vin vins cidre wijn jenever
        cerveza vino licor apfelwein
    cake = cake cakes kuchen gâteau gâteaux taart taarten pastel pasteles | torte torten tarte
        tartes tarta muffin muffins cupcake cupcakes brownies sponge pastries
    video = video videos film films movie movies footage vidéo vidéos vídeo vídeos película |
        clip clips filmed filming filmchen filmaufnahmen gefilmt filmen filmée filmé filmer
        filmpje filmpjes livestream livestreams
    wedding = wedding weddings hochzeit hochzeiten mariage mariages bruiloft bruiloften boda
        bodas | bride brides bridal bridesmaids bridegroom braut brautpaar brautpaare
        brautstrauß mariée mariés bruid novia
    funeral = funeral funerals beerdigung beerdigungen begräbnis bestattung bestattungen
        enterrement enterrements begrafenis begrafenissen entierro entierros | burial burials
        trauerfeier trauerfeiern obsèques
    advertising = advertising ad ads advert adverts advertisement advertisements werbung reklame
        inserat inserate inseraten annonce annoncen
        publicité publicités reclame advertenties publicidad anuncios | advertisers sponsored
        werbeanzeigen werbebanner banner banners
    parcel = parcel parcels posting shipping versand paket pakete colis expédition pakket
        pakketten envío envíos paquete paquetes | posted shipped courier couriers versandt
        verschickt verschicken verzending
    delivery = delivery deliveries lieferung lieferungen zustellung lieferdienst livraison
        livraisons bezorging levering leveringen entrega entregas reparto zugestellt geliefert
        bezorgd | deliver delivers delivered delivering doorstep liefern liefert ausgeliefert
        zustellen livrer livré livrée livrées livrés livrent bezorgen bezorgt leveren levert
        geleverd entregar repartir repartidor
    pesticide = pesticide pesticides pestizid pestizide pflanzenschutzmittel spritzmittel
        bestrijdingsmiddelen plaguicida plaguicidas | herbicide herbicides weedkiller glyphosate
        insecticide fungicide herbizide herbizid unkrautvernichter glyphosat désherbant
        onkruidverdelger herbicida
    fertilizer = fertilizer fertilizers fertiliser fertilisers dünger düngemittel engrais
        kunstmest meststof meststoffen abono abonos fertilizante fertilizantes | fr:fumier
        es:urea potash
    bicycle = bicycle bicycles bike bikes fahrrad fahrräder fahrrads vélo vélos fiets fietsen
        bicicleta bicicletas bici | lastenrad lastenräder e-bike e-bikes pedelec pedelecs
    course = course courses lesson lessons workshop workshops kurs kurse unterricht lehrgang
        cours cursus lessen cursos clases taller talleres | class classes training trainings
        seminar seminars seminare schulung schulungen fortbildung tutorial tutorials formation
        formations opleiding opleidingen capacitación
    insurance = insurance insurances versicherung versicherungen assurance assurances
        verzekering verzekeringen seguro seguros | insure insures insured insuring versichert
        versichern assurer
    machine = machine machines maschine maschinen máquina máquinas ai ki künstliche künstlich
        artificial artificielle kunstmatige | synthetic synthesised synthesized robot robots
        robotic automated computer-generated chatgpt llm sprachmodell roboter
        synthetische synthétique sintética tts
        speech
    booking = booking bookings reservation reservations buchung buchungen reservierung
        reservierungen réservation réservations boeking boekingen reservering reserveringen
        reserva reservas | reserve reserves reserved reserving reservieren reserviert réserver
        réserve réservent réservée reserveren reserveert gereserveerd reservar reservan reservado
        buchen bucht gebucht boeken boekt geboekt book booked
    chat = chat chats chatten chatroom | chatrooms messenger messaging nachrichtenfunktion
    accommodation = accommodation accommodations lodging overnight übernachtung übernachtungen
        unterkunft unterkünfte hébergement overnachting alojamiento hospedaje | hotel hotels
        hostel bed-and-breakfast zimmervermietung logies
    nutrition = nutrition nutritional nährwert nährwerte nährwertangaben voedingswaarde
        voedingswaarden nutricional | nutrient nutrients calorie calories kcal carbohydrate
        carbohydrates kalorien brennwert kohlenhydrate calorique valeurs-nutritives calorieën
        koolhydraten calorías
    clothing = clothing clothes garment garments kleidung vêtement vêtements kleding ropa |
        jacket jackets trousers dress dresses shirt shirts t-shirt t-shirts skirt skirts
        waistcoat jacke jacken hosen kleider hemd hemden mantel mäntel veste vestes blouson
        blousons pantalon pantalons robe robes chemise chemises jas jassen broeken jurk jurken
        chaqueta chaquetas pantalones vestido vestidos
    furniture = furniture möbel meuble meubles meubels mueble muebles | chair chairs tables
        stool stools armchair armchairs bench benches sofa sofas stühle hocker tische sessel
        chaise chaises fauteuil tabouret stoel stoelen silla sillas
    breakfast = breakfast breakfasts frühstück petit-déjeuner ontbijt desayuno desayunos |
    invoice = invoice invoices rechnung rechnungen facture factures factuur facturen factura
        facturas | invoicing invoiced rechnungsstellung fakturierung faktura facturation
        facturer facturatie facturación facturar
    bookkeeping = bookkeeping accounting buchhaltung buchführung comptabilité boekhouding
        contabilidad | ledger ledgers accounts accountancy kontierung grootboek
    tracking = tracking gps geolocation ortung géolocalisation plaatsbepaling rastreo
        geolocalización | tracker trackers track tracked whereabouts geortet orten
        standortverfolgung positionsdaten gps-tracker localizar
    camera = camera cameras kamera kameras caméra caméras cámara cámaras | webcam webcams cctv
        videoüberwachung
    photo = photo photos photograph photographs picture pictures foto fotos bilder foto's |
        photographed photography snapshot snapshots fotografiert fotografieren photographier
        gefotografeerd
    login = login logins log-in account accounts konto benutzerkonto nutzerkonto kundenkonto
        inlog | password passwords sign-in passwort passwörter zugangsdaten mot-de-passe
        identifiants wachtwoord wachtwoorden contraseña contraseñas
    cloud = cloud nuage nube | server servers servern serveur serveurs servidor servidores
        rechenzentrum online-speicher datacenter backend
    cash = cash bargeld espèces contant contanten efectivo | coins banknotes münzen münzgeld
        pièces muntgeld monedas
    subscription = subscription subscriptions abo abos abonnement abonnements suscripción
        suscripciones | subscriber subscribers subscribe monthly-fee abonnieren abonniert
        abonnenten monatsgebühr
    job = job jobs employment arbeitsvermittlung jobvermittlung stellenvermittlung emploi
        emplois vacature vacatures empleo empleos | placement placements recruitment recruiting
        recruits recruit vacancies vermittelt vermittlung recrutement
    repair = repair repairs repairing reparatur reparaturen reparieren réparation réparations
        réparer reparatie reparaties repareren herstelling herstellingen reparación reparaciones
        reparar | repaired repairer mended fixing fixes repariert instandsetzung instandgesetzt
        dépannage répare réparent gerepareerd repara reparan
    medication = medication medications medicine medicines medikament medikamente arznei
        arzneimittel médicament médicaments medicijn medicijnen geneesmiddel geneesmiddelen
        medicamento medicamentos | drugs pharmaceuticals tablets pills antibiotics painkillers
        tabletten pillen antibiotika
    radiography = x-ray x-rays rays ray röntgen röntgenaufnahmen radiographie radiographies
        röntgenfoto röntgenfoto's radiografía radiografías | radiography radiograph radiographs
        radiological röntgenbild röntgenbilder
    filling = filling fillings zahnfüllung zahnfüllungen plombages vulling vullingen empaste
        empastes | cavity cavities amalgam plombe plomben karies drilling drill
    chainsaw = chainsaw chainsaws motorsäge motorsägen kettensäge kettensägen tronçonneuse
        tronçonneuses kettingzaag kettingzagen motosierra motosierras | felling limbing
    wheat = wheat weizen blé tarwe trigo | wheaten wheatflour spelt weizenmehl froment
        tarwebloem
    dairy = dairy milchprodukte laitages zuivel lácteos | milk cheese cheeses butter yoghurt
        yogurt cream milch käse joghurt sahne lait fromage fromages yaourt yaourts melk kaas
        leche queso
    juice = juice juices saft säfte nl:sap zumo zumos jugo jugos fr:jus | de:most apfelsaft
    ice = ice nl:ijs hielo glaçons eiswürfel | ice-cubes cubes
    sell = sell sells selling sale sales verkaufen verkauf verkauft verkaufe vendre vendons
        vente verkopen verkoop vender vendemos venta | sold retail retails resale resell vend
        vendent vendu vendus vertreibt vertreiben vermarktet vermarkten angeboten verkocht vende
        venden vendido comercializa
    rent = verleih vermietung verhuur alquiler rental rentals | rents hire verleihen verleiht
        vermieten vermietet verhuren verhuurt alquilar alquila
    export = export exports exporting ausfuhr exportation exportations exportación | exported
        overseas exportieren exportiert exporter exporteren
        exportar
    download = download downloads téléchargement téléchargements descarga descargas | downloaded
        downloadable downloading herunterladen heruntergeladen télécharger downloaden descargar
    race = race races racing wettkampf wettkämpfe wedstrijd wedstrijden carreras | gala galas
        regatta competitions tournament tournaments turnier turniere compétitions toernooi
        torneo
    discount = discount discounts rebate rebates rabatt rabatte remise remises korting kortingen
        descuento descuentos | ermäßigung ermäßigungen nachlass réduction réductions
    deposit = deposit deposits pfand kaution consigne fr:caution statiegeld waarborg depósito
        fianza | deposit-free
    weekend = weekend weekends wochenende wochenenden week-end week-ends | saturday saturdays
        sunday sundays samstag samstags sonntag sonntags samedi samedis dimanche dimanches
        zaterdag zondag sábado sábados domingo domingos
    emergency = emergency emergencies notfall notfälle notdienst urgence urgences spoedgeval
        noodgeval urgencia urgencias emergencia emergencias | urgent callout callouts eilfälle
    installation = installation installations einbau montage instalación instalaciones
        installatie | installing installed einbauen montieren montiert installieren installiert
        installer installeren instalar
    translation = translation translations übersetzung übersetzungen traduction traductions
        vertaling vertalingen traducción traducciones | translate translates translated
        translator übersetzen übersetzt traduire traduit vertalen traducir
    wholesale = wholesale großhandel groothandel mayorista mayoristas | wholesaler wholesalers
        großhändler grossiste grossistes groothandelaar
    chain = chain chains franchise franchises kette ketten filialisten keten ketens cadena
        cadenas | supermarket supermarkets supermarkt supermärkte supermarché supermarchés
        supermercado
    heating = heating heizung heizungen chauffage verwarming calefacción | heater heaters boiler
        boilers radiator radiators wärmepumpe heizkörper chaudière
    rating = rating ratings bewertung bewertungen beoordeling beoordelingen valoración
        valoraciones | stars sterne reseñas star-rating
    diagnosis = diagnosis diagnoses diagnose diagnosen diagnostik diagnostic diagnóstico |
        diagnosed diagnostiziert diagnostiquer diagnosticar befund befunde
    electronic = electronic elektronisch elektronisches elektronische elektronischen
        elektronischer électronique électroniques electrónico electrónica | digital digitales
        digitale digitalen smart bluetooth numérique digitaal
    pet = pet pets haustier haustiere haustieren huisdier huisdieren mascota mascotas | dog
        dogs puppy puppies cat cats kitten kittens hund hunde hunden katze katzen hamster
        kaninchen chien chiens hond honden katten perro perros gato gatos
    cattle = cattle rinder rindern bétail ganado | cow cows calf calves steers heifer
        heifers bulls kuh kühe kühen kälber vache vaches veaux vacas terneros
    horse = horse horses pferd pferde pferden cheval chevaux paard paarden caballo caballos
        | pony ponies ponys foal foals mare mares stallion stallions fohlen stuten
    pig = pig pigs schweine schweinen cochon cochons | sow sows piglet piglets ferkel
    metric = metric metrisch metrische metrischen métrique métriques métrico | centimetre
        centimetres centimeter centimeters zentimeter millimetre millimetres millimeter
        millimeters kilometres kilometers kilogram kilograms centimètres millimètres
        centímetros milímetros
    legal = legal juristisch juristische juristischer juristischen rechtsberatung juridique
        juridiques | solicitor solicitors lawyer lawyers attorney attorneys barrister anwalt
        anwälte anwältin rechtsanwalt rechtsanwältin juristin abogado abogada
    payroll = payroll lohnabrechnung lohnabrechnungen gehaltsabrechnung lohnbuchhaltung
        nómina nóminas | payslip payslips lohnzettel gehaltszettel
    shoe = shoe shoes schuh schuhe schuhen chaussure chaussures schoen schoenen zapato
        zapatos | boot boots sneaker sneakers sandals stiefel sandalen turnschuhe bottes
        laarzen botas
    knife = knife knives messer messern couteau couteaux cuchillo cuchillos | cleaver
        cleavers
    motorcycle = motorcycle motorcycles motorbike motorbikes motorrad motorräder motorrädern
        moto motos | moped mopeds
    therapy = therapy therapies therapie therapien thérapie thérapies terapia terapias |
        therapist therapists psychotherapy counselling counsellor counsellors psychotherapie
        therapeut therapeutin therapeuten
    vaccination = vaccination vaccinations vaccine vaccines impfung impfungen vaccin vaccins
        vacuna vacunas | vaccinated jab jabs geimpft impfstoff impft
    injection = injection injections injektion injektionen injecties inyección inyecciones |
        botox syringe syringes spritzen gespritzt
    massage = massage massages massagen masaje masajes | masseur masseuse masseurin
    dyeing = colouring coloring dyeing färben färbungen coloration teinture | dye dyes dyed
        balayage gefärbt färbt strähnchen tönung
    exam = exam exams examination examinations prüfung prüfungen examen examens examens |
        klausur klausuren abschlussprüfung
    certificate = certificate certificates zertifikat zertifikate | diploma diplomas urkunde
        urkunden
    homework = homework hausaufgabe hausaufgaben huiswerk deberes | assignments
    drink = drink drinks beverage beverages getränk getränke getränken boisson boissons
        bebida bebidas | lemonade soda coffee espresso cappuccino limonade kaffee koffie
    sweets = sweets candy süßigkeit süßigkeiten snoep | chocolate chocolates lollipops
        schokolade bonbons
    tobacco = tobacco tabak tabac tabaco | cigarette cigarettes cigars vapes zigaretten
        zigarren
    music = music musik musique muziek música | songs playlist playlists lieder
    party = party parties partys feier feiern fête fêtes feest feesten fiesta fiestas |
        birthday birthdays geburtstag geburtstage kindergeburtstag kindergeburtstage
        anniversaires
    baby = baby babies babys säugling säuglinge bébé bébés bebé bebés | infant infants
        newborn newborns neugeborene
    lawn = lawn lawns rasen gazon pelouse pelouses césped | mow mows mowing mowed rasenmähen
    hedge = hedge hedges hecke hecken haie haies heggen setos | topiary
    mending = mending mend mends alteration alterations flicken ausbessern änderungsschneiderei
        raccommodage retouches verstelwerk arreglos | shorten shortens shortened hem hems hemming
        darn darning seamstress kürzen gekürzt kürzt ourlet ourlets zoom zomen dobladillo
    scenery = scenery bühnenbild kulisse kulissen décor décors decorado decorados | backdrop
        backdrops bühnenbilder
    outdoor = outdoor outdoors open-air openair freiluft freiluftkino plein-air openlucht
        openluchtbioscoop | draußen extérieur buiten
    avatar = avatar avatars avatare avatares | animated animation animations animiert animierte
        animierter animierten animé animée
    ironing = ironing bügeln repassage planchado | ironed bügelt gebügelt bügelwäsche
    removal = removal removals umzug umzüge umzügen déménagement déménagements verhuizing
        verhuizingen mudanza mudanzas | relocation relocations
    voucher = voucher vouchers gutschein gutscheine gutscheinen cadeaubon vale vales |
        coupon coupons geschenkgutschein geschenkkarte
    loyalty = loyalty treueprogramm bonusprogramm fidélité | rewards cashback bonuspunkte
        treuepunkte
    donation = donation donations spende spenden donatie donaties donación donaciones |
        donate donates donated donor donors gespendet spender spenderin
    sponsor = sponsor sponsors sponsoring sponsoren patrocinador | sponsorship gesponsert
    forum = forum forums foren | threads diskussionsforum
    statistics = statistics statistik statistiken statistiques statistieken estadísticas
        analytics | dashboard dashboards diagramme kennzahlen
    notification = notification notifications benachrichtigung benachrichtigungen | push
        push-nachricht push-nachrichten
    forecast = forecast forecasts prognose prognosen prévisions pronóstico pronósticos |
        predicts predicted predict prediction predictions vorhersage vorhersagen
    nut = nuts nüsse nüssen noix | almond almonds hazelnut hazelnuts walnut walnuts cashew
        cashews peanut peanuts mandeln haselnüsse walnüsse erdnüsse
    vegetable = vegetable vegetables gemüse légumes groenten verduras | carrots potatoes
        tomatoes cabbage onions lettuce karotten kartoffeln tomaten zwiebeln
    fruit = fruit fruits obst früchte fruta frutas | apples pears cherries strawberries
        plums äpfel birnen kirschen erdbeeren pflaumen
    flower = flower flowers blume blumen fleur fleurs bloemen flores | roses tulips bouquet
        bouquets rosen tulpen blumenstrauß
    jewellery = jewellery jewelry schmuck bijoux sieraden joyas | necklace necklaces
        earrings bracelet bracelets ohrringe halsketten armbänder
    toy = toy toys spielzeug spielzeuge jouet jouets speelgoed juguete juguetes | dolls
        puzzles lego bauklötze
    drone = drone drones drohne drohnen | quadcopter quadcopters multicopter
    newsletter = newsletter newsletters rundbrief rundbriefe | mailings
    """
"""Each term with words for it and, behind the bar, for its kinds and for what is done with it, in
the languages of the reader.
"""
_ALSO = {
    "red": "beef pork lamb lambs hog hogs veal mutton venison",
    "rot": "rind schwein lamm rindfleisch schweinefleisch lammfleisch",
    "voic": "speech tts",
}
"""What words say beside their term, as a stem: beef is red meat."""


def _entries() -> list[tuple[str, str, str]]:
    """Return each term with its words and those for its kinds."""
    parts = [part.partition("|") for part in re.split(r"(?=\b\w+ = )", _TABLE)]
    heads = [(first.partition(" = "), rest) for first, _, rest in parts]
    return [(term.strip(), names, rest) for (term, is_entry, names), rest in heads if is_entry]


NAME_OF = {word: term for term, names, _ in _entries() for word in (term, *names.split())}
"""The general term of each word for the thing itself."""
KIND_OF = {word: term for term, _, kinds in _entries() for word in kinds.split()} | NAME_OF
"""The general term of each word for the thing or a kind of it."""
TERMS = frozenset(NAME_OF.values())
SAYS_ALSO = {word: stem for stem, words in _ALSO.items() for word in words.split()}
