"""Word lists the voice goes by. Data only; where a word is in no list the voice takes the careful way and quotes."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


NON_ANSWERS = frozenset(
    phrase.strip()
    for phrase in """
    idk; i don't know; i dont know; i don't know yet; i dont know yet; i do not know; i do not know yet; don't know;
    dont know; don't know yet; dont know yet; do not know; do not know yet; dunno; we don't know; we don't know yet;
    we dont know; we do not know; we do not know yet; not sure; not sure yet; i'm not sure; im not sure; i'm not
    sure yet; i am not sure; i am not sure yet; unsure; no idea; no idea yet; no clue; n a; na; n; none; none yet;
    nothing; nothing yet; nil; null; tbd; tba; to be decided; to be determined; to be defined; unknown; later; no;
    nope; yes; y; ok; not yet; not decided; not decided yet; undecided; open; still open; todo; to do; x; xx; xxx;
    maybe; skip; pass; no answer; no comment; not applicable; not available; not known; not known yet; no
    constraint; no constraints; nothing special; whatever; anything; dk; hmm; hm; weiß nicht; weiss nicht; weiß ich
    nicht; weiss ich nicht; weiß ich noch nicht; weiss ich noch nicht; ich weiß nicht; ich weiss nicht; ich weiß es
    nicht; ich weiß es noch nicht; ich weiß noch nicht; keine ahnung; noch offen; offen; unklar; noch unklar;
    unbekannt; keine; keiner; nichts; nein; ja; noch nicht; noch nichts; k a; ka; keine angabe; je ne sais pas; je
    sais pas; aucune idée; pas encore; rien; no sé; no se; no lo sé; no lo se; ni idea; aún no; nada; non lo so;
    boh; não sei; nao sei; わからない; 分からない; わかりません; 分かりません; 未定; まだわからない; まだ分からない;
    不明; なし; 特になし; 不知道; 还不知道; 不清楚; 没有; 无; لا أعرف; لا اعرف; لا أدري; لا ادري; لا أعلم; لا اعلم;
    لا; لا شيء; не знаю; пока не знаю; нет; 모름; 몰라요; 모르겠어요; 없음; bilmiyorum; weet ik niet; geen idee
    """.replace("\n", " ").split(";")
)

ENGLISH = _words("""
    of the a an and or with who that for to on from by without per no not their between each every at into about
    than whose which where over under near after before during while only small large local busy new young old
    own first people parents people's women men children kids families homes shops owners teachers students free
    cash paper spreadsheet spreadsheets email emails phone calls friends nothing manual manually online word
    mouth
""")
"""Words that show a text to be English, and that may be lower-cased at its start."""

FOREIGN = (
    _words("""
    der das und für fuer mit ein eine einen einem einer eines nicht von zu zum zur im auf ist sind wir ich sie
    es den dem bei ohne oder aus über ueber nach vor durch auch noch nur keine kein alle unsere unser meine mein
    pro je beim vom ihre le la les des du une un pour avec et dans sur sans est sont nous je ils elles aux ou
    par chez qui leur leurs ses mes el los las para con una por del al sin y o que su sus nuestro nuestra mi mis
    es son il lo gli per che di della con het een van voor met niet op bij zonder os as um uma com sem dos das
    nos em ao mais och för att som på med av ve bir ile için na w z do dla i nie oraz från
""")
    - ENGLISH
    - _words("i as do os me die in o e")
)

CLAUSE_OPENERS = _words("""
    i we you they he she it there this these those here i'm i've we're we've they're it's that's there's my our
    me us when if because since as while although though after before once until what why how who whom where
    which let to is are was were am be been has have had do does did can could may might must shall should will
    would not no-one call ask search google use write send look go try drive walk wait hire pay buy rent drop
    make take get find visit build create help give offer keep track manage sell start stop check read book post
    copy paste guess hope just nobody everybody everyone anybody anyone somebody someone
""")
"""First words after which a text is a clause, a command or too vague to stand inside a sentence."""

PERSONAL = _words("""
    i me my mine myself we us our ours ourselves you your yours they he she it them him i'm i've i'd i'll we're
    we've we'd we'll they're they've you're you've it's there's that's what's don't doesn't can't cannot won't
    isn't aren't
""")

RELATIVES = _words("who that which whose where when")

VERBS = _words("""
    is are was were am be been has have had do does did can could may might must shall should will would want
    wants need needs get gets got go goes know knows forget forgets lose loses lost ask asks buy buys sell sells
    write writes keep keeps try tries make makes made take takes pay pays use uses spend spends wait waits send
    sends become becomes struggle struggles happen happens exist exists cost costs hate hates love loves miss
    misses waste wastes prefer prefers don't doesn't can't cannot won't isn't aren't end ends become fail fails
    count counts call build think say says tell tells find finds give gives come comes see sees feel feels rely
    relies look forget arrive arrives throw throws carry carries bring brings sit sits inspect inspects climb climbs
    overlook overlooks
""")
"""Finite verbs that are rarely nouns: with one of them before any relative pronoun a text is a clause."""

COMMON = _words("""
    one two three four five six seven eight nine ten eleven twelve twenty thirty some many most several few all
    both any people parents families households homes shops stores restaurants cafes bakeries schools clinics
    practices companies businesses startups agencies teams groups clubs associations communities neighbours
    neighbors friends children kids teenagers adults seniors pensioners retirees men women mothers fathers mums
    moms dads couples singles nurses doctors students pupils musicians electricians librarians veterinarians
    physicians technicians dietitians freelance freelancers independent solo amateur hobby home indie remote
    digital online mobile manual elderly older younger middle-aged first-time part-time full-time self-employed
    working single low limited little tight strict early late weekly daily monthly yearly personal private
    public professional small-scale medium-sized mid-sized local regional rural urban international foreign
    non-technical technical creative busy new experienced paper pen pencil notebooks notes sticky lists list
    spreadsheet spreadsheets word phone email e-mail chat group groups calling asking searching writing using
    sending driving walking waiting hiring paying buying renting copying reading guessing time money budget
    people law idea prototype working sketch talks interviews landing waiting pilot inventory software hardware
    platform app website tool service marketplace shop game device subscription newsletter community network
    course courses lessons booking budget-conscious health-conscious eco-conscious dog cat pet pets bike car
    garden farm farms farmers office sales marketing product project property real-estate event events wedding
    music video photo language cooking fitness yoga running climbing gaming street food coffee tea wine beer
    about around roughly approximately up between under over less more nothing savings evenings weekends couples
    backend frontend full-stack gift craft kitchen restaurant shop store school hospital law tax energy travel
    sports fashion beauty health startup startups podcast newsletter data security web app everyday ordinary
    frequent regular occasional specialist specialised neighbourhood neighborhood city town village expats
    immigrants refugees migrants commuters cyclists artists journalists therapists psychologists dentists
    pharmacists florists stylists receptionists scientists residents tenants landlords hosts guests patients
    clients employees volunteers consultants accountants assistants agents immigrants apprentices trainees
    coaches nannies babysitters carers caregivers gardeners householders craftspeople tradespeople tradesmen
    shopkeepers bookkeepers
""")

COMMON_ENDINGS = (
    "keepers",
    "workers",
    "makers",
    "owners",
    "sellers",
    "buyers",
    "holders",
    "givers",
    "users",
    "lovers",
    "managers",
    "developers",
    "designers",
    "teachers",
    "leaders",
    "builders",
    "drivers",
    "engineers",
    "trainers",
    "organisers",
    "organizers",
    "photographers",
    "researchers",
    "learners",
    "beginners",
    "collectors",
    "creators",
    "operators",
    "contractors",
    "directors",
    "investors",
    "therapists",
    "ists",
    "ents",
    "ants",
    "ees",
    "ators",
    "ctors",
    "inners",
    "anners",
    "eaners",
    "umbers",
    "enters",
    "armers",
    "unners",
    "ikers",
    "akers",
    "iters",
    "aters",
    "ishers",
    "bers",
    "cers",
    "pers",
    "ers",
    "ners",
)
PROPER = _words("""
    berliners londoners swedes danes poles turks greeks scots finns czechs slovaks serbs croats arabs jews sikhs
    muslims hindus christians catholics thais quakers lakers rangers bavarians swissers hollanders flanders
    yorkers dubliners hamburgers icelanders netherlanders islanders zurichers viennese philippines advents
    covenants vincents laurents yankees pyrenees tennessees michiganders new-yorkers baptists buddhists marxists
    calvinists hinduists protestants
""")

ORDINARY = _words("""
    facility facilities property properties building buildings roof rooftop wind solar turbine maintenance operations
    operation insurance finance financial housing hotel hospitality university municipal council councils charity
    charities church churches farming dairy vineyard vineyards orchard orchards bee hive industrial commercial
    residential safety quality human resource resources fleet warehouse warehouses logistics supply production plant
    factory factories machine mechanical electrical civil engineering construction medical dental veterinary nursing
    social youth primary secondary elementary art arts theatre choir choirs orchestra orchestras sailing rowing skiing
    swimming tennis football parking road street bus train taxi truck boat harbour airport venue venues museum museums
    library libraries bookshop bookshops book flower furniture clothing shoe jewellery toy bicycle motorcycle camping
    hiking mountain forest regulated mobile wedding apartment apartments flat flats house houses landscape water waste
    recycling repair repairs cleaning care catering bakery brewery breweries winery wineries retail wholesale customer
    customers patient student student-run evening weekend night day retired returning busy lonely frail blind deaf
""")
"""Ordinary words that may be lower-cased at the start of a text whose other words are lower-case."""

AFTER_VERBS = _words("""
    the a an each every at their them it its to up down out about after for into no too all more our his her
""")
"""Words that follow a verb more often than a noun, where a plural stands before it."""

SINGULAR_OPENERS = _words("a an one every each any the this that no")
PLURALS = _words("""
    people parents men women children kids folks staff seniors mums moms dads police cattle craftspeople
    tradespeople salespeople businesspeople gps hr youth elderly smes smbs ngos pros diys teens mps phds
""")

NUMBER_WORDS = _words("""
    one two three four five six seven eight nine ten eleven twelve thirteen fifteen twenty thirty forty fifty
    sixty hundred thousand million dozen half ein eine einem einen eins zwei drei vier fünf sechs sieben acht
    neun zehn elf zwölf zwanzig dreißig hundert tausend un une deux trois quatre cinq sept huit neuf dix vingt
    trente cent mille uno dos tres cuatro cinco seis siete ocho nueve diez veinte treinta cien mil
""")
PRODUCTS = _words("""
    app application platform tool service marketplace tracker website site webshop shop store game assistant
    system device subscription box network community newsletter podcast magazine course bot chatbot dashboard
    plugin extension library api kit club school agency directory generator planner manager calendar finder
    kitchen farm cafe bakery bike lamp lock sensor robot drone studio program programme portal database map
    guide scanner reader editor browser machine toy clinic restaurant bar hotel hostel garden workshop company
    startup consultancy practice cli sdk framework checker monitor simulator player recorder organiser organizer
    scheduler exchange hub space blog channel show label brand line backpack bottle helmet watch camera collar
    stroller cart truck van fleet fund bank wallet card account
""")
UNCOUNTED = _words("""
    software hardware equipment furniture advice ai
""")
HEAD_ENDS = _words("""
    for that which where with who to of in on by from at connecting helping using between without
""")
"""Words before which the head of a short description ends."""
POSTMODIFIERS = _words("""
    of with who in that for at on from without whose near between aged under over like and or to which where
    doing running working living selling using
""")
"""Words that follow the head noun of a phrase."""
