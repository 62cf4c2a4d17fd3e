"""German names of towns, rivers and landscapes, and what tells a name from a common noun, which
has a capital, too.
"""

from __future__ import annotations

from artifacts.facts.grammar.sets import word_set

GERMAN_ENDINGS = (
    "burg",
    "berg",
    "stadt",
    "dorf",
    "heim",
    "hausen",
    "kreis",
    "furt",
    "brück",
    "ingen",
    "bach",
    "hafen",
    "münster",
    "kirchen",
    "rode",
    "leben",
    "tal",
    "wald",
    "mark",
    "land",
    "gau",
    "see",
    "witz",
    "haven",
    "tz",
    "ow",
    "büttel",
    "hagen",
    "stedt",
    "städt",
    "stetten",
    "weiler",
    "bronn",
    "brunn",
    "hofen",
    "feld",
    "felden",
    "born",
    "rath",
    "scheid",
    "gebirge",
    "allgäu",
    "viertel",
)
GERMAN_NAMES = word_set(
    "köln bonn essen dortmund leipzig dresden hannover nürnberg stuttgart münchen mainz kiel"
    " lübeck rostock erfurt jena halle kassel ulm trier aachen bochum münster graz linz salzburg"
    " basel bern luzern zürich genf solothurn neuenburg mannheim karlsruhe passau görlitz chemnitz"
    " fulda gera potsdam worms speyer konstanz schwerin uckermark allgäu eifel harz lausitz pfalz"
    " rügen usedom ostfriesland oldenburg innsbruck bozen bremerhaven braunschweig magdeburg"
    " osnabrück augsburg wiesbaden krefeld herne solingen leverkusen paderborn ingolstadt heilbronn"
    " pforzheim göttingen reutlingen koblenz siegen gütersloh hildesheim gießen marburg celle"
    " uelzen lüneburg verden cuxhaven emden aurich husum flensburg neumünster eutin plön gotha"
    " weimar eisenach suhl greiz zwickau plauen bautzen zittau pirna meißen torgau dessau"
    " wittenberg stendal halberstadt stralsund greifswald wismar güstrow anklam prenzlau templin"
    " neuruppin tübingen ravensburg lindau kempten memmingen rosenheim landshut straubing"
    " deggendorf bayreuth bamberg coburg ansbach würzburg aschaffenburg darmstadt offenbach limburg"
    " saarbrücken kaiserslautern landau pirmasens bitburg daun ahrweiler altona eimsbüttel neukölln"
    " kreuzberg ottensen barmbek villach klagenfurt bregenz dornbirn leoben steyr wels krems zwettl"
    " chur thun biel winterthur schaffhausen olten aarau davos brixen meran bruneck elbe weser"
    " rhein mosel donau spree neckar isar saale lahn werra havel peene schlei eider enns aare"
    " limmat ruhr iller unstrut mulde neiße ammersee chiemsee bodensee müritz wattenmeer nordsee"
    " ostsee hunsrück rhön spessart taunus odenwald schwarzwald westerwald sauerland siegerland"
    " münsterland emsland wendland oberlausitz niederlausitz erzgebirge vogtland frankenwald"
    " fichtelgebirge oberpfalz hallertau oberallgäu unterallgäu ostallgäu kraichgau hegau breisgau"
    " markgräflerland kaiserstuhl ortenau hohenlohe ostalb altmark prignitz havelland fläming"
    " spreewald barnim oderbruch dithmarschen nordfriesland angeln wagrien teufelsmoor ammerland"
    " artland weserbergland solling kellerwald vogelsberg wetterau rheingau rheinhessen saargau"
    " niederrhein salzkammergut mühlviertel waldviertel weinviertel mostviertel innviertel hausruck"
    " pinzgau pongau lungau tennengau zillertal ötztal pustertal vinschgau bregenzerwald montafon"
    " walgau emmental engadin prättigau toggenburg seeland fricktal entlebuch oberwallis hameln"
    " minden kempen geldern kalkar xanten dülmen ahlen lünen unna verl werl soest aalen backnang"
    " winnenden meppen lingen jever varel rheine bocholt borken coesfeld ahaus warendorf beckum"
    " lippstadt brilon arnsberg olpe gummersbach düren jülich eschweiler euskirchen wesel kleve"
    " goch emmerich viersen neuss velbert ratingen hattingen witten hilden erkelenz heinsberg moers"
    " dinslaken bottrop dorsten haltern recklinghausen herten remscheid wuppertal mettmann dormagen"
    " hürth frechen brühl bergheim troisdorf siegburg hennef iserlohn schwerte lüdenscheid altena"
    " plettenberg attendorn höxter detmold lemgo herford bünde löhne bielefeld stade buxtehude"
    " zeven soltau walsrode nienburg diepholz vechta cloppenburg papenburg nordhorn gifhorn peine"
    " goslar einbeck northeim duderstadt holzminden bremervörde itzehoe elmshorn pinneberg"
    " rendsburg eckernförde kappeln schleswig niebüll meldorf preetz ratzeburg mölln parchim"
    " ludwigslust neustrelitz malchin demmin pasewalk ueckermünde perleberg wittenberge kyritz"
    " nauen rathenow luckenwalde jüterbog lübben lübbenau cottbus guben spremberg senftenberg"
    " finsterwalde schwedt angermünde eberswalde bernau strausberg fürstenwalde beeskow"
    " eisenhüttenstadt salzwedel gardelegen haldensleben zerbst köthen bernburg aschersleben"
    " quedlinburg wernigerode sangerhausen eisleben merseburg naumburg zeitz riesa döbeln grimma"
    " wurzen oschatz delitzsch freiberg annaberg löbau kamenz hoyerswerda sömmerda mühlhausen"
    " sondershausen nordhausen arnstadt ilmenau saalfeld rudolstadt schleiz meiningen"
    " hildburghausen sonneberg apolda hanau gelnhausen schlüchtern büdingen butzbach wetzlar"
    " dillenburg herborn korbach eschwege witzenhausen melsungen alsfeld lauterbach hersfeld bingen"
    " alzey bad-kreuznach idar-oberstein simmern boppard mayen andernach neuwied montabaur wittlich"
    " prüm gerolstein merzig neunkirchen völklingen zweibrücken germersheim bruchsal bretten"
    " mosbach sinsheim weinheim rastatt baden-baden offenburg kehl emmendingen lörrach waldshut"
    " tuttlingen rottweil villingen donaueschingen radolfzell überlingen biberach riedlingen"
    " leutkirch isny nagold calw horb freudenstadt balingen albstadt sigmaringen nürtingen"
    " esslingen göppingen künzelsau crailsheim öhringen ellwangen heidenheim nördlingen donauwörth"
    " dillingen günzburg neu-ulm krumbach mindelheim kaufbeuren füssen sonthofen immenstadt"
    " starnberg weilheim murnau garmisch tölz miesbach ebersberg erding freising dachau"
    " fürstenfeldbruck traunstein mühldorf altötting burghausen eggenfelden pfarrkirchen dingolfing"
    " kelheim schwandorf amberg tirschenreuth wunsiedel kulmbach kronach lichtenfels forchheim"
    " erlangen fürth weißenburg gunzenhausen dinkelsbühl kitzingen schweinfurt haßfurt lohr"
    " marktheidenfeld miltenberg bruck kapfenberg weiz hartberg gleisdorf feldbach leibnitz"
    " judenburg murau liezen wolfsberg spittal lienz hallein bischofshofen gmunden vöcklabruck"
    " braunau schärding freistadt amstetten melk tulln mistelbach hollabrunn waidhofen eisenstadt"
    " oberwart kufstein schwaz imst landeck reutte feldkirch bludenz lustenau frauenfeld arbon"
    " rorschach uster wetzikon zofingen burgdorf langenthal fribourg murten visp surselva domleschg"
    " puschlav bergell misox albula goms lötschental saastal mattertal simmental kandertal haslital"
    " glarnerland appenzell appenzellerland obwalden nidwalden schwyz thusis ilanz disentis scuol"
    " samedan mals schlanders latsch naturns glurns sterzing toblach innichen ahrntal passeier"
    " ultental eppan kaltern leifers gadertal sarntal eisacktal wipptal lechtal stubaital paznaun"
    " montafon bregenzerwald kleinwalsertal gailtal lavanttal lesachtal ausseerland esens wittmund"
    " leer papenburg weener hooksiel büsum tondern tönning garding"
)
NOT_GERMAN = word_set(
    "umfeld arbeitsfeld spielfeld sportfeld laubwald nadelwald mischwald regenwald bergwald"
    " stadtwald stadtviertel wohnviertel heimatland herkunftsland nachbarland bundesland ackerland"
    " weideland grünland flachland neuland festland badesee baggersee stausee waldsee umkreis"
    " freundeskreis arbeitskreis stromkreis wald land tal berg see stadt dorf kreis ausland inland"
    " umland verband deutschland"
)
NOUN_ENDINGS = (
    "n", "s", "el", "ung", "heit", "keit", "ion", "schaft", "tät", "ie", "ik", "zeit", "form", "er",
    "isch", "nis",
    "ment",
    "raum", "buch", "arbeit", "weise", "größe", "pflege", "ze", "ße", "richtung", "system",
    "betrieb", "reihe", "app",
)  # fmt: skip
BARE_NOUNS = word_set(
    "woche monat quartal phase stufe runde teil"
    " betrieb arbeit zukunft kraft not sicht bezug ruhe gefahr frage kontakt papier holz metall bar"
    " summe höhe eile gang auftrag umlauf gebrauch miete pacht haft urlaub rente excel wort bild"
    " stadt land haus hof theorie küche bad farbe stein glas ton stoff wolle leder eigenregie"
    " absprache reichweite rekordzeit familie gruppe serie anbetracht hinblick folge ordnung"
    " vollzeit teilzeit handarbeit heimarbeit etwa summa verzug mode aussicht anlehnung"
    " abhängigkeit echtzeit rechnung bargeld euro schicht garage werkstatt kombination beton"
    " braille klasse stufe ruf hand acht kauf richtung wirklichkeit stille bewegung sachen sprache"
    " schrift"
)
