"""Phrases by which something is said not to be needed."""

from __future__ import annotations

import re

from artifacts.checker.cues.cue import Cue

NEEDLESS = Cue("""
    superfluous, dispensable, unnecessary, redundant, a formality, optional, voluntary, waived
    can be skipped, is skipped, are skipped, can be omitted, is omitted, may be omitted
    can be disregarded, may be disregarded, is disregarded, can be set aside, may be ignored
    can be ignored
    can be dispensed with, is dispensed with, has no relevance, have no relevance
    is out of the picture, need not, needn't, there is no need, no need for, no need to
    entbehrlich, verzichtbar, überflüssig, hinfällig, gegenstandslos, ohne belang, belanglos
    unerheblich, erübrigt, erübrigen, obsolet, freiwillig, nur eine formalität, reine formsache
    nicht nötig, nicht notwendig, nicht erforderlich, kann entfallen, können entfallen
    außer acht, bleibt außen vor, bleiben außen vor
    bedarf es nicht, bedarf es keiner, bedarf keiner, bedürfen keiner, nicht einschlägig
    superflu, superflue, superflus, superflues, sans objet, facultatif, facultative, inutile
    inutiles, peut être ignoré*, peut être omis*, dispensé*, n' est pas de mise, n' a pas lieu
    ne sont pas tenus, n' est pas tenu*, ne relève pas, ne relèvent pas
    overbodig, niet aan de orde, kan achterwege blijven, kunnen achterwege blijven, vrijwillig
    valt buiten, vallen buiten, is optioneel
    superfluo, superflua, innecesari*, prescindible*, se puede omitir, puede omitirse
    se puede prescindir, queda fuera, quedan fuera, opcional, voluntari*, no es de aplicación
    no resulta aplicable, sin que resulte aplicable, no procede, no se exige, no es exigible
    no son exigibles
    """)
"""Words by which something may be left undone."""
NO_DUTY = re.compile(
    r" (?:no|not|nobody|none|neither|never)(?: [^ .,;]+){0,9} "
    r"(?:has to|have to|needs to|need to|must be|required|necessary|needed) "
    r"| (?:does not|do not|doesn't|don't) (?:have to|need) "
    r"| (?:muss|müssen|braucht|brauchen)(?: [^ .,;]+){0,9} "
    r"(?:nicht|kein|keine|keinen|keiner|nichts) "
    r"| (?:kein|keine|keinen|keiner|niemand|nichts)(?: [^ .,;]+){0,9} "
    r"(?:muss|müssen|braucht|brauchen|nötig|erforderlich|notwendig|vorgeschrieben) "
    r"| (?:nobody|no one) (?:asks|wants|demands|requires) "
    r"| (?:verlangt|fordert|erwartet|will)(?: [^ .,;]+){0,3} niemand "
    r"| niemand (?:verlangt|fordert|erwartet) | personne n' (?:exige|demande) "
    r"| niemand (?:vraagt|eist) | nadie (?:pide|exige) "
    r"| (?:spielt|spielen)(?: [^ .,;]+){0,10} keine rolle "
    r"| (?:speelt|spelen)(?: [^ .,;]+){0,10} geen rol "
    r"| (?:hoeft|hoeven)(?: [^ .,;]+){0,9} (?:niet|geen|niets) "
    r"| (?:niet|geen)(?: [^ .,;]+){0,9} (?:hoeft|hoeven|nodig|vereist|verplicht) "
    r"| (?:pas|aucun|aucune|ni|n' est|n' y a pas)(?: [^ .,;]+){0,6} "
    r"(?:besoin|nécessaire|requis|requise|obligatoire|exigé|exigée) "
    r"| (?:no|sin|ningún|ninguna)(?: [^ .,;]+){0,6} "
    r"(?:hace falta|necesario|necesaria|obligatorio|obligatoria|exigido|requiere|exige) "
)
"""Denials of a duty, whose words may stand apart."""
UNDER = Cue("""
    under, by, according to, in line with, nach, gemäß, laut, selon, d' après, volgens, según
    de acuerdo con
    """)
"""Words at the beginning of a clause that says what a law asks for."""
DUTY = Cue("""
    must, has to, have to, need, needs, required, not without, muss, müssen, braucht, brauchen
    brauche, nur mit, ohne, il faut, doit, doivent, besoin, moet, moeten, nodig, hay que
    tiene que, tenemos que, necesit*
    """)
"""Words of what has to be there or be done."""
