"""General terms with words for kinds of the thing: who sells no meat sells no sausages.

Only words that mean little else, whatever somebody's trade is.
"""

from __future__ import annotations

KINDS = {
    "meat": (
        "beef pork lamb bacon ham sausage sausages poultry steak steaks chicken turkey veal fleisch"
        " wurst würste schinken speck hähnchen steaks viande rillettes terrine terrines pâté jambon"
        " saucisse saucisses charcuterie poulet vlees worst spek carne jamón chorizo pollo"
    ),
    "fish": (
        "salmon trout cod tuna mackerel herring shrimp prawns fisch fische lachs forelle hering"
        " thunfisch garnelen poisson poissons saumon truite thon vis zalm pescado atún"
    ),
    "alcohol": (
        "alcoholic beer beers wine wines spirits gin whisky whiskey vodka rum cider cocktail"
        " cocktails champagne prosecco alkohol bier biere wein weine schnaps sekt likör rotwein"
        " weißwein alcool bière bières vin vins cidre wijn cerveza vino licor"
    ),
    "cake": (
        "cakes kuchen torte torten gâteau gâteaux tarte tartes taart taarten pastel pasteles tarta"
    ),
    "video": (
        "videos film films movie movies footage clip clips filmed filming filmchen filmaufnahmen"
        " gefilmt filmen vidéo vidéos filmée filmé filmer filmpje filmpjes vídeo vídeos película"
    ),
    "wedding": (
        "weddings bride brides bridal bridesmaids bridegroom hochzeit hochzeiten braut brautpaar"
        " brautpaare brautstrauß mariage mariages mariée mariés bruiloft bruiloften bruid boda"
        " bodas novia"
    ),
    "funeral": (
        "funerals burial burials beerdigung beerdigungen begräbnis bestattung bestattungen"
        " trauerfeier trauerfeiern enterrement enterrements obsèques begrafenis begrafenissen"
        " entierro entierros"
    ),
    "advertising": (
        "ad adverts advert ads advertisement advertisements advertisers sponsored werbung"
        " werbeanzeigen werbebanner reklame publicité publicités reclame advertenties publicidad"
        " anuncios"
    ),
    "parcel": (
        "parcels posting posted shipping shipped courier couriers versand versandt verschickt"
        " verschicken paket pakete colis expédition pakket pakketten verzending envío envíos"
        " paquete paquetes"
    ),
    "pesticide": (
        "pesticides herbicide herbicides weedkiller glyphosate insecticide fungicide pestizide"
        " herbizid herbizide unkrautvernichter glyphosat pflanzenschutzmittel spritzmittel"
        " désherbant onkruidverdelger bestrijdingsmiddelen plaguicida herbicida"
    ),
    "bicycle": (
        "bicycles bike bikes fahrrad fahrräder fahrrads lastenrad lastenräder vélo vélos fiets"
        " fietsen bicicleta bicicletas bici"
    ),
    "course": (
        "courses lesson lessons workshop workshops kurs kurse unterricht lehrgang cours cursus"
        " lessen cursos clases"
    ),
    "insurance": (
        "insure insures insured insuring insurances versicherung versicherungen versichert"
        " versichern assurance assurances assurer verzekering verzekeringen seguro seguros"
    ),
    "machine": (
        "machines ai ki synthetic artificial robot robots robotic automated computer-generated"
        " maschine maschinen künstliche künstlich synthetische roboter machines artificielle"
        " synthétique kunstmatige inteligencia-artificial máquina máquinas sintética"
    ),
    "chat": "chats chatroom chatrooms messenger messaging chatten nachrichtenfunktion",
    "accommodation": (
        "overnight accommodations lodging hotel hotels hostel bed-and-breakfast übernachtung"
        " übernachtungen unterkunft unterkünfte zimmervermietung hébergement logies overnachting"
        " alojamiento hospedaje"
    ),
    "nutrition": (
        "nutritional nutrient nutrients calorie calories kcal carbohydrate carbohydrates nährwert"
        " nährwerte nährwertangaben kalorien brennwert kohlenhydrate calorique valeurs-nutritives"
        " voedingswaarde voedingswaarden calorieën koolhydraten nutricional calorías"
    ),
    "clothing": (
        "clothes garment garments jacket jackets trousers dress dresses shirt shirts"
        " skirt skirts waistcoat kleidung jacke jacken hosen kleider hemd hemden mantel mäntel"
        " vêtement vêtements veste vestes blouson blousons pantalon pantalons robe robes chemise"
        " chemises kleding jas jassen broeken jurk jurken ropa chaqueta chaquetas pantalones"
        " vestido vestidos"
    ),
    "breakfast": "breakfasts frühstück petit-déjeuner ontbijt desayuno desayunos",
}
"""Each term with words for it in the languages of the reader."""


def _general_terms() -> dict[str, str]:
    table = {term: term for term in KINDS}
    for term, kinds in KINDS.items():
        table |= dict.fromkeys(kinds.split(), term)
    return table


KIND_OF = _general_terms()
"""The general term of each word."""
