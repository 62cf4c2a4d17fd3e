"""First-level regions of countries in which our founders often work, and common names of countries
that Babel lacks.
"""

from __future__ import annotations

from functools import cache

from babel import Locale

from artifacts.facts.grammar.sets import word_set

COMMON_COUNTRIES = {
    "uk": "GB",
    "u.k": "GB",
    "great britain": "GB",
    "britain": "GB",
    "england": "GB-ENG",
    "scotland": "GB-SCT",
    "wales": "GB-WLS",
    "northern ireland": "GB-NIR",
    "großbritannien": "GB",
    "schottland": "GB-SCT",
    "grande-bretagne": "GB",
    "angleterre": "GB-ENG",
    "engeland": "GB-ENG",
    "inglaterra": "GB-ENG",
    "schotland": "GB-SCT",
    "holland": "NL",
    "the netherlands": "NL",
    "usa": "US",
    "united states": "US",
    "america": "US",
    "us": "US",
    "états-unis": "US",
    "estados unidos": "US",
    "verenigde staten": "US",
    "republic of ireland": "IE",
    "czech republic": "CZ",
    "tschechien": "CZ",
    "uae": "AE",
    "trinidad": "TT",
    "tobago": "TT",
    "trinidad and tobago": "TT",
    "bosnia": "BA",
    "bosnien": "BA",
    "bosnie": "BA",
    "antigua": "AG",
    "ivory coast": "CI",
    "burma": "MM",
    "swaziland": "SZ",
    "macedonia": "MK",
    "cape verde": "CV",
    "east timor": "TL",
    "kongo": "CD",
    "südtirol": "IT-BZ",
    "south tyrol": "IT-BZ",
    "bavaria": "DE-BY",
    "saxony": "DE-SN",
    "lower saxony": "DE-NI",
    "thuringia": "DE-TH",
    "hesse": "DE-HE",
    "flanders": "BE-VLG",
    "wallonia": "BE-WAL",
    "vlaanderen": "BE-VLG",
    "wallonie": "BE-WAL",
    "flandern": "BE-VLG",
    "catalonia": "ES-CT",
    "andalusia": "ES-AN",
    "brittany": "FR-BRE",
    "normandy": "FR-NOR",
    "tyrol": "AT-7",
    "lombardy": "IT-25",
    "tuscany": "IT-52",
    "sicily": "IT-82",
    "bretagne": "FR-BRE",
    "normandie": "FR-NOR",
}
_BY_COUNTRY = {
    "US": (
        "Alabama:AL Alaska:AK Arizona:AZ Arkansas:AR California:CA Colorado:CO Connecticut:CT"
        " Delaware:DE Florida:FL Georgia:GA Hawaii:HI Idaho:ID Illinois:IL Indiana:IN Iowa:IA"
        " Kansas:KS Kentucky:KY Louisiana:LA Maine:ME Maryland:MD Massachusetts:MA Michigan:MI"
        " Minnesota:MN Mississippi:MS Missouri:MO Montana:MT Nebraska:NE Nevada:NV New_Hampshire:NH"
        " New_Jersey:NJ New_Mexico:NM New_York_State:NY North_Carolina:NC North_Dakota:ND Ohio:OH"
        " Oklahoma:OK Oregon:OR Pennsylvania:PA Rhode_Island:RI South_Carolina:SC South_Dakota:SD"
        " Tennessee:TN Texas:TX Utah:UT Vermont:VT Virginia:VA Washington_State:WA West_Virginia:WV"
        " Wisconsin:WI Wyoming:WY"
    ),
    "CA": (
        "Alberta:AB British_Columbia:BC Manitoba:MB New_Brunswick:NB Newfoundland:NL Nova_Scotia:NS"
        " Ontario:ON Prince_Edward_Island:PE Québec:QC Quebec:QC Saskatchewan:SK Yukon:YT"
    ),
    "AU": (
        "New_South_Wales:NSW NSW:NSW Queensland:QLD South_Australia:SA Tasmania:TAS"
        " Western_Australia:WA Northern_Territory:NT"
    ),
    "DE": (
        "Baden-Württemberg:BW Bayern:BY Berlin:BE Brandenburg:BB Bremen:HB Hamburg:HH Hessen:HE"
        " Mecklenburg-Vorpommern:MV Niedersachsen:NI Nordrhein-Westfalen:NW NRW:NW"
        " Rheinland-Pfalz:RP Saarland:SL Sachsen:SN Sachsen-Anhalt:ST Schleswig-Holstein:SH"
        " Thüringen:TH"
    ),
    "AT": (
        "Burgenland:1 Kärnten:2 Niederösterreich:3 Oberösterreich:4 Salzburg:5 Steiermark:6 Tirol:7"
        " Vorarlberg:8 Wien:9 Vienna:9"
    ),
    "CH": (
        "Aargau:AG Graubünden:GR Thurgau:TG Tessin:TI Ticino:TI Wallis:VS Valais:VS Waadt:VD"
        " Vaud:VD Basel-Stadt:BS Basel-Landschaft:BL Jura:JU Nidwalden:NW Obwalden:OW"
        " Bündner:GR Walliser:VS Tessiner:TI Thurgauer:TG"
    ),
    "FR": (
        "Occitanie:OCC Nouvelle-Aquitaine:NAQ Auvergne-Rhône-Alpes:ARA Île-de-France:IDF"
        " Hauts-de-France:HDF Grand_Est:GES Pays_de_la_Loire:PDL Centre-Val_de_Loire:CVL Corse:20R"
        " Bourgogne-Franche-Comté:BFC Provence-Alpes-Côte_d'Azur:PAC"
    ),
    "NL": (
        "Drenthe:DR Flevoland:FL Friesland:FR Fryslân:FR Gelderland:GE Noord-Brabant:NB"
        " Noord-Holland:NH Overijssel:OV Zuid-Holland:ZH Zeeland:ZE Groningen:GR Utrecht:UT"
    ),
    "ES": (
        "Andalucía:AN Aragón:AR Asturias:AS Canarias:CN Cantabria:CB Cataluña:CT Catalunya:CT"
        " Extremadura:EX Galicia:GA Madrid:MD Murcia:MC Navarra:NC Euskadi:PV País_Vasco:PV"
        " La_Rioja:RI Castilla_y_León:CL Castilla-La_Mancha:CM Comunidad_Valenciana:VC"
    ),
    "ZA": (
        "Gauteng:GP Free_State:FS Western_Cape:WC Eastern_Cape:EC Northern_Cape:NC"
        " KwaZulu-Natal:KZN Limpopo:LP Mpumalanga:MP"
    ),
    "NZ": (
        "Northland:NTL Waikato:WKO Hawke's_Bay:HKB Taranaki:TKI Otago:OTA Southland:STL"
        " Marlborough:MBH Auckland:AUK Wellington:WGN Bay_of_Plenty:BOP Gisborne:GIS"
        " Manawatū:MWT Manawatu:MWT"
    ),
    "IT": (
        "Piemont:21 Piemonte:21 Lombardei:25 Venetien:34 Veneto:34 Toskana:52 Sizilien:82"
        " Sardinien:88 Umbrien:55 Apulien:75 Trentino:TN Friaul:36 Ligurien:42"
        " Liguria:42 Sardegna:88 Sardinia:88 Umbria:55 Puglia:75 Calabria:78 Kalabrien:78"
        " Abruzzo:65 Abruzzen:65 Campania:72 Kampanien:72 Emilia-Romagna:45 Basilicata:77"
    ),
    "MX": (
        "Ciudad_de_México:CMX CDMX:CMX Aguascalientes:AGU Baja_California:BCN Campeche:CAM"
        " Chiapas:CHP Chihuahua:CHH Coahuila:COA Colima:COL Durango:DUR Guanajuato:GUA Guerrero:GRO"
        " Hidalgo:HID Jalisco:JAL Michoacán:MIC Morelos:MOR Nayarit:NAY Nuevo_León:NLE Oaxaca:OAX"
        " Puebla:PUE Querétaro:QUE Quintana_Roo:ROO Sinaloa:SIN Sonora:SON Tabasco:TAB"
        " Tamaulipas:TAM Tlaxcala:TLA Veracruz:VER Yucatán:YUC Zacatecas:ZAC"
    ),
    "CO": (
        "Antioquia:ANT Atlántico:ATL Bolívar:BOL Boyacá:BOY Caldas:CAL Caquetá:CAQ Casanare:CAS"
        " Cauca:CAU Cesar:CES Cundinamarca:CUN Huila:HUI La_Guajira:LAG Magdalena:MAG Nariño:NAR"
        " Norte_de_Santander:NSA Putumayo:PUT Quindío:QUI Risaralda:RIS Santander:SAN Sucre:SUC"
        " Tolima:TOL Valle_del_Cauca:VAC"
    ),
    "AR": (
        "Catamarca:K Chaco:H Chubut:U Corrientes:W Jujuy:Y Mendoza:M Misiones:N Neuquén:Q"
        " Río_Negro:R Santa_Fe:S Tucumán:T"
    ),
    "CL": (
        "Antofagasta:AN Araucanía:AR Atacama:AT Aysén:AI Biobío:BI Coquimbo:CO Los_Lagos:LL"
        " Los_Ríos:LR Magallanes:MA Maule:ML Ñuble:NB O'Higgins:LI Tarapacá:TA Valparaíso:VS"
    ),
    "PE": "Arequipa:ARE Ayacucho:AYA Cajamarca:CAJ Cusco:CUS Junín:JUN Piura:PIU Puno:PUN",
    "IN": (
        "Kerala:KL Karnataka:KA Maharashtra:MH Gujarat:GJ Rajasthan:RJ Punjab:PB Assam:AS"
        " Tamil_Nadu:TN Odisha:OD Bihar:BR Jharkhand:JH Chhattisgarh:CG Telangana:TS"
        " Andhra_Pradesh:AP Madhya_Pradesh:MP Uttar_Pradesh:UP Himachal_Pradesh:HP Goa:GA"
        " Uttarakhand:UK Haryana:HR West_Bengal:WB Meghalaya:ML Nagaland:NL Manipur:MN Mizoram:MZ"
        " Tripura:TR Sikkim:SK Arunachal_Pradesh:AR Ladakh:LA"
    ),
    "MY": (
        "Johor:01 Kedah:02 Kelantan:03 Melaka:04 Malacca:04 Negeri_Sembilan:05 Pahang:06 Penang:07"
        " Perak:08 Perlis:09 Selangor:10 Terengganu:11 Sabah:12 Sarawak:13 Kuala_Lumpur:14"
    ),
    "NG": (
        "Lagos_State:LA Ogun_State:OG Oyo_State:OY Osun_State:OS Ondo_State:ON Ekiti_State:EK"
        " Edo_State:ED Delta_State:DE Rivers_State:RI Enugu_State:EN Anambra:AN Anambra_State:AN"
        " Imo_State:IM Abia_State:AB Kaduna_State:KD Kano_State:KN Plateau_State:PL Kwara_State:KW"
        " Benue_State:BE Cross_River_State:CR Akwa_Ibom:AK Niger_State:NI Bayelsa:BY"
    ),
    "SE": "Skåne:M Scania:M Jämtland:Z Dalarna:W Värmland:S Västerbotten:AC Norrbotten:BD",
    "NO": "Nordland:18 Vestland:46 Rogaland:11 Innlandet:34",
    "ID": "Bali:BA",
    "PT": "Azores:20 Azoren:20 Açores:20 Madeira:30",
    "PH": (
        "Palawan:PLW Bohol:BOH Cebu:CEB Leyte:LEY Iloilo:ILI Benguet:BEN Batangas:BTG Laguna:LAG"
        " Negros_Occidental:NEC Negros_Oriental:NER Aklan:AKL Antique:ANT Albay:ALB Sorsogon:SOR"
        " Siquijor:SIG Camiguin:CAM Bukidnon:BUK Ifugao:IFU Zambales:ZMB Bataan:BAN Masbate:MAS"
    ),
    "BR": (
        "Bahia:BA Ceará:CE Pernambuco:PE Paraná:PR Santa_Catarina:SC Minas_Gerais:MG Goiás:GO"
        " Amazonas:AM Rio_Grande_do_Sul:RS Maranhão:MA"
    ),
    "BE": (
        "Brussel:BRU Bruxelles:BRU Brussels:BRU West-Vlaanderen:VWV Oost-Vlaanderen:VOV"
        " Vlaams-Brabant:VBR Waals-Brabant:WBR Henegouwen:WHT Hainaut:WHT"
    ),
}
CANTONS = {
    "zürich": "CH-ZH",
    "bern": "CH-BE",
    "luzern": "CH-LU",
    "uri": "CH-UR",
    "schwyz": "CH-SZ",
    "glarus": "CH-GL",
    "zug": "CH-ZG",
    "freiburg": "CH-FR",
    "solothurn": "CH-SO",
    "schaffhausen": "CH-SH",
    "neuenburg": "CH-NE",
    "genf": "CH-GE",
}
"""Cantons with the name of their town, which only the word "Kanton" tells from it."""
_NO_COUNTRIES = word_set("EU UN ZZ XA XB EZ")
_NOT_COUNTRIES = frozenset({"Georgia", "Jersey", "Chad"})


@cache
def table(language: str) -> dict[str, str]:
    """Return ISO 3166 codes by lower-case name, in `language` and in English."""
    found: dict[str, str] = {}
    for tongue in {language, "en"}:
        for code, name in Locale(tongue).territories.items():
            if (
                len(code) == 2
                and code.isalpha()
                and code not in _NO_COUNTRIES
                and name not in _NOT_COUNTRIES
            ):
                found[name.lower().replace("’", "'")] = code
    found |= COMMON_COUNTRIES
    for country, regions in _BY_COUNTRY.items():
        for entry in regions.split():
            name, _, code = entry.rpartition(":")
            found[name.replace("_", " ").lower()] = f"{country}-{code}"
    return found


@cache
def longest(language: str) -> int:
    """Return how many words the longest name has."""
    return max(name.count(" ") for name in table(language)) + 1


@cache
def beginnings(language: str) -> frozenset[str]:
    """Return the first words of all names."""
    return frozenset(name.partition(" ")[0] for name in table(language))
