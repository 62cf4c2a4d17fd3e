"""Forms of words by which English texts tell what it hangs on: permits, partners, a season."""

from __future__ import annotations

from artifacts.facts.reading.forms.form import WordForm, form

_PARTS = {
    "<authority>": (
        r"(?:council|harbou?r ?master|vet|fire (?:officer|brigade|department)|inspector|ministry"
        r"|authority|agency|office|county|health department|environmental health|city"
        r"|port authority|forestry|parks? (?:service|department|board)|conservancy|coastguard"
        r"|board of health|trading standards|regulator|planning (?:officer|department|committee)"
        r"|water board|highways|landlord of the river|police|marshal|surveyor|state)"
    ),
}

ENGLISH: dict[str, tuple[WordForm, ...]] = {
    "works_offline": (
        form(
            "phone works|signal|reception|coverage|internet|network|connection|wifi|wi-fi"
            "|airplane|flight mode|connected|online again|mobile|bars|data",
            r"(?:no|without|where no) (?:phone|mobile|mobiles|phones) works?|(?:signal|reception"
            r"|coverage|internet|network|connection|wifi|wi-fi) (?:is|are|drops|fails|dies|goes"
            r"|cuts|comes and goes|stops|ends|vanishes)(?: [a-z]+)? (?:gone|bad|poor|patchy|out"
            r"|off|down|missing|weak|lost|away|unreliable|dead|nowhere|rare|absent|none)?"
            r"|(?:flight|airplane) mode|until (?:it|they|he|she|the phone|there) (?:is|are|has"
            r"|have|gets|comes?|finds?) (?:back|a signal|signal|in range|online|home|internet"
            r"|a connection|network|connected)|(?:zero|half a|one) bars?|dead spots?"
            r"|not[- ]spots?|loses (?:the )?(?:signal|connection)|(?:signal|internet"
            r"|reception) (?:only )?(?:at|in|on) the (?:road|house|top|village|harbour)",
            _PARTS,
        ),
    ),
    "depends_on_partner": (
        form(
            "all our|all of our|all my|all the",
            r"all (?:of )?(?:our|my|the) [a-z]+ (?:is|are|comes?) from (?:one|a single|the same)",
            _PARTS,
        ),
        form(
            "if the|if they|if he|if she|if our|should the|if one|when the|unless the|unless they",
            r"(?:if|should|once|unless) (?:the |they|he|she|our |that |one |this "
            r"|its )[^.;:!?\n]{0,50}?(?:says? no|stops?|pulls? out|closes?|quits?|changes? (?:its"
            r"|their|his|her) mind|refuses?|withdraws?|shuts?|goes? bust|goes? under|gives? up"
            r"|drops? out|backs? out|cancels?|sells? up|turns? (?:us|it) (?:down|off)|agrees?"
            r"|plays? along|lets? us|locks? us out)(?! season)",
            _PARTS,
        ),
        form(
            "hangs on|hinges on|stands and falls|stands or falls|rests on|relies|depends"
            "|at the mercy|dependent|guests|tied to|live or die|lives or dies",
            r"(?:everything|it all|all of (?:it|this)|the whole (?:thing|plan|idea)|we|it"
            r"|this) (?:all )?(?:hangs?|hinges?|rests?|stands? (?:and|or) falls?"
            r"|lives? or dies?) (?:on|with|by|upon)|(?:we|i) (?:are|am) (?:only )?(?:guests?|tied"
            r"|dependent)|at (?:the|his|her|its) (?:mercy|discretion)",
            _PARTS,
        ),
        form(
            "throw|kick|notice|switch|cut|take it back|take them back|change the|shut"
            "|throw us out|kick us|end it|stop it|withdraw|close it|raise the rent|turn it off"
            "|turn us off",
            r"(?:can|could|may|might) (?:always |at any time |any day "
            r"|any month )?(?:give us notice|give (?:me )?notice|switch (?:it|us|them) off"
            r"|cut (?:us|it|them) off|take (?:it|them) back|throw us out|kick us out|end (?:it"
            r"|the|that)|withdraw|shut (?:it|us|them)|close it|turn (?:it|us|them) (?:off|down)"
            r"|change (?:the|its|their) (?:rules|terms|price|mind)|stop (?:it|us)|pull (?:it"
            r"|the plug|out)|cancel|say no)|(?:months?|weeks?|days?)'? notice|(?:throws?|kicks?"
            r"|locks?|turns?) (?:us|me) out",
            _PARTS,
        ),
        form(
            "need the|need their|needs the|have to let|has to let|must let|only works|only goes"
            "|the only|only one|nobody else",
            r"(?:we|i) need (?:the|their|his|her|its) [^.;:!?\n]{2,40}? to (?:let|give|lend|agree"
            r"|open|share|send|allow|say yes|play|sign|take us|accept|co-operate|cooperate)"
            r"|(?:has|have|must) (?:to )?(?:let|lend|give) us|(?:only works|works only"
            r"|only goes) (?:if|as long|while|when|through|with|because) |(?:the"
            r"|only) (?:only )?(?:one|firm|mill|supplier|maker|source|press|dairy|laboratory|lab"
            r"|port|boat|ferry|press) (?:that|who|which) (?:can|will|sells|makes|does|takes|has"
            r"|still)|there is only one (?:[a-z]+ )?(?:supplier|firm|mill|lab|maker|source|place"
            r"|abattoir|dealer)",
            _PARTS,
        ),
        form(
            "belongs to|owned by|is the parish's|is theirs|is the church's|is the council's|lent"
            "|lend|on loan|lets us|let us|gives us|give us|provides|comes from the|come from the"
            "|supplies|data from|api|feed",
            r"(?:the|their|his|its) (?:[a-z]+ )?(?:hall|room|kitchen|yard|field|barn|boat|van"
            r"|press|building|shed|land|water|site|machine|oven|data|workshop|ground|space|pool"
            r"|mill|lake|meadow|garden|track|tower)s? (?:is|are|belongs?) (?:to )?(?:the |a "
            r"|an )?[a-z]+(?:'s|s')? ?[^.;:!?\n]{0,30}?(?:and|who|which|,) (?:they|it|he|she|can"
            r"|may|could|want|lets?|decides?)|(?:all|most) (?:of )?(?:our|the"
            r"|my) [^.;:!?\n]{2,30}? comes? from (?:one|a single|the same)|(?:lends?|lets?"
            r"|gives?) (?:us|me) (?:use |have |park |in|the|its|their|his|her"
            r"|a )[^.;:!?\n]{0,50}?(?:for (?:nothing|free)|in writing|word|handshake|notice"
            r"|as long|until)|lends? (?:us |me )?(?:the|its|their|his|her) (?:parking lot"
            r"|car park|yard|hall|room|kitchen|field|barn|van|boat|press|machine|shed|land"
            r"|workshop|garage|stage)|nothing (?:is )?in writing|only (?:a|on a) handshake"
            r"|(?:data|prices|figures|numbers|timetables?|maps?|list|readings"
            r"|forecasts?) (?:comes?|is|are) (?:only )?from (?:the |their )|(?:their|its"
            r"|the [a-z]+'s) (?:api|interface|feed|data feed)",
            _PARTS,
        ),
    ),
    "needs_permit": (
        form(
            "must|has to|have to|needs to|agree|approve|pass|sign|inspect|allow|look at|accept"
            "|permit|okay|ok|clear|check|will come|wants to see|nod|say yes",
            r"<authority>(?: [a-z]+){0,3}? (?:first )?(?:must|has to|have to|needs to"
            r"|still has to|will come and|would have to) (?:first )?(?:agree|approve|pass|sign"
            r"|inspect|allow|look at|accept|permit|okay|ok|clear|check|come and (?:look|inspect"
            r"|see)|see|license|register|certify|give (?:us|me|its|their|his|her)|say yes|grant"
            r"|nod|test|measure|consent|authorise|authorize)",
            _PARTS,
        ),
        form(
            "planning|change of use|listed building|building regulations|fire certificate"
            "|food hygiene|hygiene rating|health and safety|insurance certificate|ce mark|ukca"
            "|fcc|type-approv|homologat|mot|road-worth|roadworth|airworth|alcohol|premises"
            "|street trading|hawker|food handler|organic|scuba|lifting|gas safe|ofsted"
            "|care quality|charity commission|ofcom|caa|mca|environment agency|waste carrier"
            "|abattoir|slaughter|pesticide|explosive|firearms|radio|medical device|mdr"
            "|notified body|ethics",
            r"planning (?:permission|consent|officer|application|office)|change of use"
            r"|listed building consent|building regulations?|fire (?:certificate"
            r"|safety certificate|inspection)|hygiene (?:rating|certificate|inspection)"
            r"|ce[- ](?:mark\w*|certif\w*|label)|ukca|fcc (?:id|part|certif\w*|approval)"
            r"|type[- ]approv\w+|road-?worth\w+|airworth\w+|premises licen[cs]e|street trading"
            r"|hawker's|waste carrier\w*|notified body|ethics (?:committee|approval|board)|ofsted"
            r"|care quality commission|organic (?:certif\w+|label|control body)"
            r"|health department (?:inspect\w+|permit|approval)|cottage food (?:law|licen[cs]e"
            r"|permit|registration)|food safety (?:certif\w+|authority|licen[cs]e)"
            r"|liquor licen[cs]e|class [1-9i]+ (?:medical )?device",
            _PARTS,
        ),
        form(
            "allowed to|may not|may only|permitted|banned|forbidden|not legal|illegal|cleared"
            "|until|before we may|before i may|without a stamp|stamp",
            r"until the [a-z ]{3,30}(?:board|committee|council|court|inspector|office|authority"
            r"|ministry) (?:has|have) (?:sat|met|agreed|signed|been|passed|approved|said)"
            r"|before (?:we|i|it|anyone|the first [a-z]+) (?:may|can legally|is allowed"
            r"|are allowed)|(?:not|only) (?:be )?(?:allowed|permitted) (?:to|if|with|once|until"
            r"|after)|(?:stamp|paper|letter|consent|agreement|permission|nod|signature|say-so"
            r"|blessing|approval|ok|okay) (?:of|from|by) the (?:[a-z]+ )?<authority>",
            _PARTS,
        ),
    ),
    "seasonal": (
        form(
            "season|only from|only in|only between|rest of the year|other months"
            "|months of the year|months a year|weeks of the year|weeks a year|weeks in"
            "|once a year|each year in|lambing|calving|berry|asparagus|strawberr|elderflower"
            "|haymaking|hay |shearing|spawning|migration|nesting|picking|pruning|pollen|mushroom"
            "|chestnut|blossom|vintage|grape|pumpkin|truffle|sap |maple|acorn|monsoon|dry season"
            "|rainy|wet season|freez|thaw|bank holiday",
            r"the rest of the year|(?:the )?other (?:[a-z]+ )?months|(?:[2-9]|two|three|four|five"
            r"|six|seven|eight|nine|ten) (?:weeks|months) (?:of the|a|in the|each|every) year"
            r"|only (?:from|between|in) (?:march|april|may|june|july|august|september|october"
            r"|november|december|january|february|spring|summer|autumn|winter)|(?:all over|gone"
            r"|over|done|finished) in (?:two|three|four|five|six|[2-9]) weeks|(?:lambing|calving"
            r"|berry|asparagus|strawberry|haymaking|shearing|spawning|nesting|picking|pruning"
            r"|pollen|mushroom|chestnut|blossom|grape|truffle|sap|maple|rainy|wet|dry|festival"
            r"|wedding|tourist|bathing|sailing|ski|growing|hunting|fishing|fire|hay|apple|cider"
            r"|holiday|tax|exam|hurricane|camping|racing|rowing|planting|grazing)[- ]seasons?"
            r"|monsoon|(?:per|a|the|each|every|for the|this) season",
            _PARTS,
        ),
    ),
}
