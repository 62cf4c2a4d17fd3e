"""Words around hours of work: who gives them, each or together."""

from __future__ import annotations

from artifacts.facts.grammar.sets import word_set
from artifacts.facts.reading.cues import Cues

TOGETHER = Cues(
    "between the two; between the three; between the four; together; in total; in all; altogether;"
    " combined; between us;  all of us; zusammen; insgesamt; gemeinsam; ensemble; au total; en"
    " tout; à nous deux; à deux; à trois; samen; in totaal; bij elkaar; entre las dos; entre los"
    " dos; entre los tres; entre todos; entre todas; entre las tres; en total; juntos; juntas; both"
    " of us"
)
EACH = word_set(
    "neither each apiece jeweils je jeder jede chacun chacune elk ieder elke cada both beide"
)
BOTH = word_set("both beide beiden ambos ambas allebei")
PERSON = word_set(
    "him ihm i me my we us he she they who friend brother sister wife husband father mother partner"
    " colleague nephew niece cousin son daughter uncle aunt developer designer volunteer"
    " coordinator co-founder cofounder neighbour neighbor student freelancer ich mir mich mein"
    " meine meiner wir uns er sie bruder schwester frau mann vater mutter partner partnerin freund"
    " freundin kollege kollegin neffe nichte sohn tochter onkel tante schwager schwägerin"
    " entwickler entwicklerin mitgründer mitgründerin nachbar nachbarin je moi mon ma nous il elle"
    " ami amie frère sœur femme mari père mère associé associée collègue neveu nièce fils fille ik"
    " mij mijn wij we hij zij vriend vriendin broer zus vrouw man vader moeder collega zoon dochter"
    " compagnon yo mí mi nosotros nosotras él ella amigo amiga hermano hermana esposa esposo padre"
    " madre papá mamá socio socia hijo hija prima primo cousine"
)
WORKERS = word_set(
    "women men girls guys lads mates nurses teachers students drivers mechanics cooks bakers"
    " carpenters nieces nephews cousins daughters sons aunts uncles pensioners retirees neighbours"
    " neighbors members helpers apprentices frauen männer mädels jungs fahrer fahrerinnen lehrer"
    " lehrerinnen schwestern brüder nachbarn rentner rentnerinnen studenten studentinnen"
    " freundinnen kolleginnen töchter söhne cousins femmes hommes chauffeurs vrouwen mannen"
    " mujeres hombres chicas developers developer people persons founders founder volunteers"
    " engineers designers programmers coders friends sisters brothers partners colleagues"
    " hygienists leute personen entwickler entwicklerinnen entwicklerin gründer gründerinnen"
    " ehrenamtliche freunde kollegen geschwister mann personne personnes développeurs développeuse"
    " fondateurs bénévoles associés associées mensen personen ontwikkelaars vrijwilligers vrienden"
    " personas desarrolladores desarrolladoras socios socias amigos amigas voluntarios"
)
ENDS_NUMBER = word_set(
    "my our mein meine unser unsere . , ; ) too also auch as and und et en y but aber mais maar"
    " fürs im with mit avec met con pero beside besides alongside neben nebenher à ( for für pour"
    " voor para on at in because who that when while die der wenn weil from as after before until"
    " during besides abends samstags sonntags nachts dazu zusätzlich"
) | {""}
"""Words that may stand behind a bare number of hours."""

OPENERS = word_set(
    "a an my our the ein eine einem einer mein meine meiner unser unsere der die von mon ma notre"
    " un une mijn onze een mi nuestra nuestro"
)
DOES = Cues(
    "me; i manage; i do; i have; i give; i put in; i work; i can do; i can give; we do; we have;"
    " does; gives; puts in; ich mache; ich habe; ich gebe; ich schaffe; macht; gibt; schafft; je"
    " fais; ik doe; ik werk; hago"
)

A_WEEK = Cues(
    "per week; a week; each week; every week; weekly; die woche; pro woche; in der woche; je"
    " woche; par semaine; a la semana; por semana; per week; in de week"
)

OF_WHICH = word_set("davon wovon darunter hiervon dont waarvan")
OF_THOSE = Cues("of which; of those; of these; of them; out of those; de los cuales; de las cuales")
"""Between hours and those that are a part of them: "20 hours a week, of which she does 5"."""

AGE = word_set("wir we was am is are aged age since at war bin ist seit avec had section")

TITLES = word_set("herr frau mr mrs ms monsieur madame señor señora meneer mevrouw")

OTHERS = Cues(
    "customers; users; the cooks; they need; kunden; clients; klanten; clientes; open; opening;"
    " geöffnet; offen; öffnungszeiten; saves; spart; spend; lose; verlieren"
)
