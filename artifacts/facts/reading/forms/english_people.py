"""Forms of words by which English texts tell whom it is for, what is known of them, and how
they pay.
"""

from __future__ import annotations

from artifacts.facts.reading.forms.form import WordForm, form

_PARTS = {
    "<gap>": (r"[^.;:!?\n]{0,40}?"),
    "<people>": (
        r"(?:people|those|anyone|anybody|somebody|someone|families|neighbou?rs|men|women|parents"
        r"|students|owners?|farms|[a-z-]{3,}(?:ers|ors|ists|ants|ents|ees|folk|men|women))"
    ),
}

ENGLISH: dict[str, tuple[WordForm, ...]] = {
    "takes_payments": (
        form(
            "paid|pay|money|due",
            r"(?:pay|pays|paid|payable|due|settles?|the money comes) <gap>(?:when|before"
            r"|as soon as|the moment) (?:they|you|he|she|it|we|the|somebody|someone) ?",
            _PARTS,
        ),
        form(
            "pays us|pay us|paid us|pays me|pay me|settle up|half of it|deposit|balance|hands over",
            r"(?:pays?|paid) (?:us|me) (?:in|by|through|on|when|at|with|straight|first|and we"
            r"|, we|there|each time|directly)(?! (?:a |an )?(?:(?:bank|wire) )?(?:transfer|invoice"
            r"|cheque|standing order))|(?:pays?|paid) (?:us|me), (?:and )?(?:we|i) (?:pay"
            r"|pass|send)|settles? up (?:with|at|on)|(?:half|the rest|a third"
            r"|deposit)(?: of it)? (?:is )?(?:paid )?(?:when they|when you|on booking|at booking"
            r"|on the day|on arrival|on collection)|(?:gone|taken|off|deducted) from (?:their|the"
            r"|a|your) balance|(?:guest|visitor|rider|buyer|customer|hirer|member|passenger"
            r"|walker|player|diner|swimmer)s? (?:[a-z]+ )?pays? (?:us|me|the driver|the helper|at"
            r"|by|with|in|for|the fee|the fare|the price|the deposit)",
            _PARTS,
        ),
        form(
            "door|gate|till|kiosk|bar|hatch|stall|entrance|jetty|barrier|reception|checkout|desk"
            "|counter|pump|window|ramp|landing",
            r"(?:pays?|paid|payable|money|cash|[£$€][0-9.,]+|[0-9.,]+ (?:euros?|pounds|dollars)"
            r"|pounds)(?: (?!and\b)[^ .;:!?\n]{1,20}){0,4} (?:at|on|by)"
            r" (?:the|our|my) (?:door|gate|till|kiosk|bar|hatch|stall"
            r"|entrance|jetty|barrier|reception|checkout|desk|counter|pump|window|ramp|landing"
            r"|bus|boat|van)(?! of)",
            _PARTS,
        ),
        form(
            "collection|delivery|booking|arrival|pick-up|pickup|return|ordering|collect|spot"
            "|end of|sign-up|signing up|handover|drop-off",
            r"(?:pay|pays|paid|payable|due|money|cash) <gap>(?:on|upon|at"
            r"|by) (?:the )?(?:collection|delivery|booking|arrival|pick-up|pickup|return|ordering"
            r"|sign-up|handover|drop-off|signing up|end of (?:it|each|every|the (?:lesson|session"
            r"|day|ride|visit|evening|class|tour|walk|meal|round|trip|hour|morning|afternoon"
            r"|course)))",
            _PARTS,
        ),
        form(
            "in advance|up front|upfront|beforehand|when booking|when ordering",
            r"(?:pay|pays|paid|payable|due) <gap>(?:in advance|up front|upfront|beforehand"
            r"|when (?:booking|ordering|collecting|joining|signing))",
            _PARTS,
        ),
        form(
            "coin|honesty box|tin|tap|contactless|cash|card|vending|ticket machine|qr",
            r"coins?|honesty box|(?:in|into) (?:the|a) tin|contactless|tap to pay|pay by tap"
            r"|qr code|cashbox|cash box|ticket machine|card (?:or|and) (?:cash|phone)|(?:in"
            r"|into) the jar",
            _PARTS,
        ),
        form(
            "card|account|wallet|balance|credit",
            r"(?:charged|taken|debited|collected|deducted|comes?|goes|put"
            r"|billed)(?: [a-z]+){0,3} (?:to|from|off|on|against) (?:their|your|the|his|her|a"
            r"|its) (?:[a-z]+ )?(?:card|bank account|account|wallet|balance|phone bill|credit)",
            _PARTS,
        ),
        form(
            "we keep|i keep|we take|i take|we hold|keeps|keeping",
            r"(?:we|i|the (?:app|site|platform|shop)) (?:keeps?|takes?|holds?|deducts?)"
            r" (?!no |nothing|none)<gap>(?:%"
            r"|percent|per cent|of (?:each|every|it|that|the)|the rest|the money|the fare"
            r"|the deposit|the fee)",
            _PARTS,
        ),
        form(
            "pass|paid out|pays out|pay out|goes on to|the rest|payout",
            r"(?:pays?|paid) (?:out|on|it on)(?: <gap>(?:to|every|weekly|monthly))?"
            r"|(?:pass(?:es)?|passed|pays?|paid|forward(?:s|ed)?|hand(?:s|ed)?) (?:on )?(?:the rest"
            r"|the money|the fare|the fee|the remaining [a-z]+)(?: on)?"
            r"|the rest (?:goes|is paid|is passed) (?:on )?to|payouts?",
            _PARTS,
        ),
        form(
            "through us|through the app|through the site|in the app|via the app|on the site"
            "|through the platform|on the website|on our site|online",
            r"(?:pays?|paid|payment|payments|money) [^.;:!?\n]{0,30}?(?:goes? )?(?:through (?:us"
            r"|the app|the site|the platform|our)|in the app|via the app|on (?:the|our) (?:site"
            r"|website|page)|online)",
            _PARTS,
        ),
        form(
            "donat",
            r"donations? (?:box|jar|tin|by card)|give what they can",
            _PARTS,
        ),
        form(
            "ticket|day pass|season pass|entry|entrance|admission",
            r"(?:buys?|sells?|sold) (?:[a-z]+ ){0,3}(?:tickets?|pass|passes|vouchers?|tokens?)"
            r"|(?:entry|admission|entrance fee) (?:is|costs)",
            _PARTS,
        ),
    ),
    "personal_data": (
        form(
            "name",
            r"(?:names?|addresses|birthdays|birth dates?|phone numbers|photos|pictures"
            r"|ages) of (?:the |all |our |their )?<people>|who (?:was|is|has been) (?:there"
            r"|present|absent|visited|in)|(?:full|last|real) names?"
            r"|names? and (?:[a-z]+ ){0,2}?(?:address|date of birth|birthday|number|photo|age)",
            _PARTS,
        ),
        form(
            "log in|login|logs in|account|sign in|signs in|registers|profile",
            r"(?:each|every|a|the) (?:[a-z]+ )?(?:[a-z-]+(?:er|or|ist|ant|ent|ee)|pupil|child"
            r"|parent|tenant|person|volunteer|man|woman|mother|neighbou?r) (?:gets|has|opens"
            r"|makes|creates|sets up|fills in|keeps) (?:a|an|their|his|her)(?: own)? (?:login"
            r"|account|profile|log-in|password|page|file|record)",
            _PARTS,
        ),
        form(
            "match|pair|introduc|buddy|befriend|companion",
            r"(?:match|matches|matched|matching|pairs?|paired|pairing|introduces?"
            r"|introducing) (?:the |lonely |young |old |older |each |a |an |new |up )*<people>"
            r"|befriend\w*|buddy scheme|companions? for",
            _PARTS,
        ),
        form(
            "who |register|roll|list of|roster|rota|attendance|logbook|file on|record of"
            "|records of",
            r"(?:register|roll|roster|rota|files?|records?|diary|logbook|database"
            r"|directory) (?:of|for|on|about) (?:the |all |our |each |every "
            r"|their )?(?:[a-z]+ )?<people>|attendance|takes? the register|shift plan"
            r"|who works when|who is on (?:duty|call)|who (?:has )?(?:visited|saw|helped|drove"
            r"|met|called|sat with) whom",
            _PARTS,
        ),
        form(
            "wage|payslip|salary|salaries|hours worked|sick leave|bank detail|passport|id card"
            "|national insurance|date of birth|dates of birth|next of kin|emergency contact"
            "|home address|whereabouts|location of|password|criminal|dbs|vetting|background check",
            r"wages?|payslips?|salar(?:y|ies)|hours worked|sick leave|bank details|passports?"
            r"|id cards?|dates? of birth|next of kin|emergency contacts?|home address(?:es)?"
            r"|whereabouts",
            _PARTS,
        ),
        form(
            "confidential|secrecy|privacy|anonym|must not leave|private data|who may see"
            "|who can see|nobody else sees|deleted",
            r"confidential(?:ity)?|secrecy|privacy|who (?:may|can) see|may only be seen by"
            r"|(?:names|data|details|records) [^.;:!?\n]{0,40}?must not leave|data (?:of"
            r"|about) (?:the |our )?<people>|(?:are|is) deleted after|(?:must|has to|have to)"
            r" be deleted",
            _PARTS,
        ),
        form(
            "notes|enters|writes down|ticks|records|logs|fills in|marks",
            r"(?:the |a |each |every )?(?:carer|trainer|teacher|nurse|volunteer|coach|coordinator"
            r"|tutor|warden|guide|helper|warden|social worker|leader|mentor|instructor|therapist"
            r"|driver|supervisor|foreman|manager|doctor|matron|companion) (?:notes|enters"
            r"|writes down|ticks|records|logs|marks|sees) (?:what|who|how|each|every|the"
            r"|whether) (?:mum|dad|they|she|he|was|is|did|can|learner|pupil|child|guest|resident"
            r"|tenant|patient|student|apprentice|member|visitor|person|somebody|came|attended"
            r"|participant|family|mother|client)",
            _PARTS,
        ),
    ),
    "health_data": (
        form(
            "migraine|parkinson|arthritis|eczema|copd|psoriasis|crohn|coeliac|celiac|asthma|autis"
            "|adhd|anxiety|depress|addict|alcohol|menopaus|endometriosis|incontinen|insomnia"
            "|alzheimer|tinnitus|lymph|kidney|insulin|glucose|blood sugar|seizure|fibro"
            "|long covid|sickle|multiple sclerosis|heart failure|wheeze|miscarri|fertility|ivf"
            "|bipolar",
            r"(?:people|those|patients|men|women|children|adults|anyone|parents|teenagers|kids"
            r"|somebody|sufferers|living|diary|log|relatives|recover\w*) (?:[a-z]+ ){0,3}?(?:with"
            r"|from|of|after|for|who have|on) (?:[a-z-]+ ){0,3}?(?:migraines?|parkinson's?"
            r"|arthritis|eczema|copd|psoriasis|crohn's|coeliac|celiac|asthma|autism|adhd|anxiety"
            r"|depression|addiction|menopause|endometriosis|incontinence|insomnia|alzheimer's?"
            r"|tinnitus|lymph\w+|kidney|insulin|seizures|fibro\w+|long covid|sickle"
            r"|multiple sclerosis|heart failure|miscarriage|bipolar)|blood sugar|glucose (?:value"
            r"|reading|level)s?|insulin doses?",
            _PARTS,
        ),
        form(
            "tablet|pills|dose|medic|wound|temperature|pulse|weight loss|mood|sleep|seizure"
            "|prescription|vaccin|therap|bandage|x-ray|scan|screening|swallow",
            r"(?:takes?|taken|took|remind\w*|missed|swallow\w*|give|given"
            r"|gives) (?:[a-z]+ ){0,4}?(?:tablets|pills|medicines?|medication|drugs|dose)"
            r"|(?:photo|picture|measurement|record|course)s? of (?:the |a |each )?wounds?"
            r"|(?:enters?|notes?|writes? down|records?|logs?|asks? for) (?:the |her |his |their "
            r"|how )(?:[a-z]+ ){0,2}?(?:wound|pain|pulse|temperature|mood|dose|medication"
            r"|symptoms?|blood|weight and|allerg)|vaccinations? (?:record|card|dates?)",
            _PARTS,
        ),
        form(
            "contraction|patients practi|medical|clinical|patient record|patient file"
            "|patients' record",
            r"patients (?:practi[sc]e|train|recover|learn|exercise|get|are|who|after)"
            r"|contractions|(?:is|are|counts as|treated as) (?:[a-z]+ )?(?:medical|clinical)"
            r"|medical (?:file|note|histor|confiden|secre|information|question)\w*"
            r"|patients?'? (?:file|record|chart|note|list)s?|clinical notes?",
            _PARTS,
        ),
    ),
    "children": (
        form(
            "year-old|year old|years old|aged|under-|under five|under eight|toddler|preschool"
            "|pre-school|infant|teenager|teens",
            r"(?:(?:[2-9]|1[0-7])|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
            r"|thirteen|fourteen|fifteen|sixteen)[- ]years?[- ]olds?|under-(?:[4-9]|1[0-8]|fives"
            r"|sixes|eights|tens|twelves|elevens|sixteens|eighteens)s?|(?:toddlers|preschoolers"
            r"|teenagers|teens|infants) (?:and|who|of|from|with|in|learn|come|aged|can|get|on|at)"
            r"|for (?:toddlers|teenagers|teens|infants|babies)",
            _PARTS,
        ),
        form(
            "school|nursery|kindergarten|playgroup|scout|youth club|holiday club|holiday camp"
            "|summer camp|half-term|day camp|creche|crèche|homework|after-school|after school",
            r"(?:primary|elementary|infant|junior|secondary|middle|village"
            r"|grammar) school(?: (?:pupils|children|kids|classes|class|run|trips?|dinners?|lunch"
            r"|swimming|bus))|after-school|after school (?:club|chess|care|class)\w*"
            r"|holiday clubs?|summer camps?|day camps?|holiday camps?|youth clubs?|playgroups?"
            r"|school (?:run|bus|trips?|lunch(?:es)?|dinners?|classes|class|children"
            r"|kids)|homework|walking bus|(?:scout|cub|brownie|guide) (?:group|pack|troop)s?",
            _PARTS,
        ),
        form(
            "parent|mum|mother|father|guardian",
            r"(?:the |a |each |every |when the )?(?:parents?|guardians?|mums?|mothers?) (?:sees?"
            r"|gets?|signs?|books?|enrols?|registers?|drops?|brings?|picks?|collects?|enters?"
            r"|is told|are told|chooses?|agrees?|pays? for) [^.;:!?\n]{0,50}?(?:child|kid|school"
            r"|baby|daughter|son|lesson|camp|club|group|bus|term|pupil|class|nap|meal)",
            _PARTS,
        ),
        form(
            "child|kid|pupil|girl|boy|bab|toddler",
            r"(?:the |a |each |every )(?:child|kid|pupil|toddler|baby|girl|boy) (?:is|gets|picks"
            r"|takes|has|learns|chooses|goes|wears|gets|reads|taps|plays|sees|builds|paints|draws"
            r"|brings|comes|answers|records|writes|keeps|collects|arrives|sits|sleeps|eats)"
            r"|(?:children|kids|pupils) (?:who|aged|between|from|under|in|at|with|on|can|will"
            r"|borrow|walk|ride|eat|grow|go|meet|listen|stay)|(?:teach|teaches|teaching|collects?"
            r"|drives?|takes?|minds?|looks? after|walks?|feeds?|coach|train|trains|bring"
            r"|brings) (?:[a-z]+ ){0,3}?(?:children|kids|pupils|toddlers|babies|girls|boys)",
            _PARTS,
        ),
    ),
    "two_sides": (
        form(
            "match|pair|introduc|put in touch|link|broker|swap|exchange|between",
            r"(?:match|matches|matching|pairs|pairing|introduces?|links?|brokers?) <gap>(?:with"
            r"|to|and) |(?:puts?|bring|brings) [^.;:!?\n]{2,40} in touch with|(?:swap|exchange"
            r"|market|go-between|broker|intermediary|board) (?:for"
            r"|between) <people> <gap>and <people>",
            _PARTS,
        ),
        form(
            "who have|with a|with an|who has|who need|who want|without|looking for|in search",
            r"<people> (?:who have|with|who own|who grow) [^.;:!?\n]{3,60}? (?:and|meet|meets|let"
            r"|lend|to|for|find|rent|give|offer|share"
            r"|host) [^.;:!?\n]{0,40}?(?:<people>) (?:who (?:have none|need|want|look|lack|would)"
            r"|without|looking|in need|in search)",
            _PARTS,
        ),
        form(
            "offer|list|advertise|post|put up|announce|let|rent|hire out|lend|share|sell"
            "|give away|who ",
            r"<people> (?:offer|list|advertise|post|put up|announce|let|rent out|hire out|lend"
            r"|share|sell|rent|give away|pass on|sublet) [^.;:!?\n]{2,60}?(?:,|and|to|which|that"
            r"|for|where) (?:the )?(?:other )?(?:[a-z]+ )?<people>|(?:[a-z-]{3,}s|people|those"
            r"|anyone) (?:offer|list|advertise|post|put up|announce"
            r"|give away) [^.;:!?\n]{2,60}?(?:,|and) (?:[a-z-]+ ){0,4}?(?:take|claim|pick|book"
            r"|collect|rent|buy|choose|grab|reserve|apply)s?|(?:people|those|neighbou?rs|farmers"
            r"|families) who [^.;:!?\n]{2,60}? (?:to|from|for|with) (?:people|those|neighbou?rs"
            r"|farmers|families) who",
            _PARTS,
        ),
        form(
            "find each other|find one another|meet each other|one side|both sides|other side"
            "|two groups|both groups|two kinds|middleman|middlemen|in the middle|in between"
            "|go-between",
            r"(?:find|meet|finds|meets) (?:each other|one another)|(?:two|both) (?:groups|parties"
            r"|camps|kinds of (?:user|customer|people|member)s?)|(?:one|the other"
            r"|either) side of the|(?:we|i) (?:are|am|stand|sit) (?:in the middle|in between"
            r"|only the go-between)",
            _PARTS,
        ),
        form(
            "directly",
            r"(?:buy|sell|sells|buys|order|orders|deal|book"
            r"|hire) [^.;:!?\n]{0,40}?direct(?:ly)? (?:from|to|with|at) (?:the |local "
            r"|small )?(?:[a-z]+ )?<people>",
            _PARTS,
        ),
    ),
}
