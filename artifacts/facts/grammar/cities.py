"""Cities and landscapes that tell in which country people pay, where its money shares a name with
others: pesos, dollars, crowns, rupees, shillings, francs.

Names that more than one country has are left out.
"""

from __future__ import annotations

CITIES = {
    "CH": "Zürich; Zurich; Bern; Luzern; Genf; Genève; Geneva; Solothurn; Schaffhausen; Neuenburg;"
    " Winterthur; Thun; Olten; Chur",
    "CL": "Temuco; Valdivia; Osorno; Puerto Montt; Puerto Varas; Ancud; Chillán; Talca;"
    " Curicó; Rancagua; Valparaíso; Viña del Mar; Iquique; Antofagasta; Calama; Copiapó; Coyhaique;"
    " Chiloé; Araucanía; Padre Las Casas; Villarrica; Pucón; Coquimbo; Arica",
    "MX": "Guadalajara; Puebla; Oaxaca; Veracruz; Xalapa; Querétaro; Morelia; Toluca;"
    " Aguascalientes; Zacatecas; Chiapas; Culiacán; Mazatlán; Acapulco; Yucatán; Michoacán;"
    " Guanajuato; Jalisco; Sinaloa; Sonora; Tlaxcala; Ciudad de México",
    "CO": "Medellín; Cali; Bucaramanga; Manizales; Ibagué; Cúcuta; Villavicencio;"
    " Popayán; Barranquilla; Santa Marta; Antioquia; Boyacá; Tunja; Quindío; Cauca",
    "AR": "Bariloche; Neuquén; Mar del Plata; Bahía Blanca; Tandil; Posadas; Misiones;"
    " Chubut; Río Negro; Entre Ríos; Santiago del Estero; El Bolsón",
    "UY": "Paysandú; Maldonado; Tacuarembó; Durazno; Punta del Este; Canelones",
    "PH": "Cebu; Davao; Iloilo; Baguio; Bacolod; Cagayan de Oro; Zamboanga; Palawan; Leyte; Bohol;"
    " Batangas; Quezon City; Makati; Pampanga; Miagao; Tacloban; Dumaguete; Mindanao",
    "CA": "Gaspésie; Québec; Montréal; Gatineau; Sherbrooke; Saguenay; Rimouski; Chicoutimi;"
    " Charlevoix; Estrie; Abitibi; Mauricie; Trois-Rivières; Lévis; Outaouais; Laurentides; Matane;"
    " Saskatoon; Calgary; Ottawa; Kelowna; Nanaimo",
    "AU": "Ballarat; Bendigo; Geelong; Wollongong; Cairns; Townsville; Toowoomba; Launceston;"
    " Wimmera; Gippsland; Dubbo; Wagga Wagga; Fremantle; Kalgoorlie; Canberra",
    "NZ": "Christchurch; Dunedin; Invercargill; Tauranga; Rotorua; Napier; Whangārei; Whangarei;"
    " Southland; Otago; Taranaki; Gisborne; Timaru; Palmerston North; Queenstown",
    "NO": "Trondheim; Stavanger; Tromsø; Bodø; Lofoten; Ålesund; Nordland; Kristiansand",
    "SE": "Göteborg; Gothenburg; Malmö; Uppsala; Linköping; Örebro; Umeå; Luleå; Dalarna; Gotland",
    "DK": "Aarhus; Århus; Odense; Aalborg; Esbjerg; Bornholm; Roskilde",
    "CZ": "Brno; Ostrava; Plzeň; Olomouc; Liberec",
    "IN": "Tiruppur; Ludhiana; Chennai; Bengaluru; Bangalore; Mumbai; Pune; Hyderabad; Jaipur;"
    " Lucknow; Kochi; Coimbatore; Madurai; Indore; Nagpur; Surat; Bhopal; Ernakulam; Thrissur;"
    " Varanasi; Patna; Guwahati; Mysuru; Vadodara",
    "PK": "Lahore; Faisalabad; Rawalpindi; Peshawar; Multan; Sialkot; Quetta; Islamabad",
    "LK": "Kandy; Jaffna; Matara; Negombo",
    "NP": "Pokhara; Biratnagar; Lalitpur; Bhaktapur",
    "KE": "Mombasa; Kisumu; Nakuru; Eldoret; Machakos; Nyeri; Kakamega; Kitui",
    "UG": "Mbale; Gulu; Jinja; Mbarara; Sironko; Fort Portal; Masaka; Entebbe; Soroti",
    "TZ": "Arusha; Mwanza; Dodoma; Moshi; Mbeya; Zanzibar; Iringa; Morogoro",
    "SN": "Kolda; Ziguinchor; Thiès; Saint-Louis du Sénégal; Kaolack; Tambacounda; Casamance",
    "CI": "Bouaké; Yamoussoukro; Korhogo; Daloa",
    "JM": "Montego Bay; Mandeville; Ocho Rios; Spanish Town",
}


def country_of_cities() -> dict[str, str]:
    """Return the country (ISO 3166) by the name of a city, in lower case."""
    return {
        name.strip().lower(): country
        for country, names in CITIES.items()
        for name in names.split(";")
    }
