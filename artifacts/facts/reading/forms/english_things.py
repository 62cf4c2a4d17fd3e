"""Forms of words by which English texts tell what is made, handed over or done."""

from __future__ import annotations

from artifacts.facts.reading.forms.form import WordForm, form

_PARTS = {
    "<thing>": (
        r"(?:box|clip|collar|tag|device|unit|button|lamp|light|plug|valve|meter|counter|probe"
        r"|float|stick|band|bracelet|wristband|patch|tracker|logger|alarm|detector|lock|latch"
        r"|feeder|trap|thing|disc|pendant|monitor|reader|beacon|buoy|switch|tap|handle|mat|scale"
        r"|gauge|bolt|puck|cap|lid|post|peg|ring|gadget|camera)"
    ),
    "<signals>": (
        r"(?:texts|tells|counts|measures|beeps|warns|weighs|opens|sends|flashes|rings|listens"
        r"|logs|records|reports|detects|notices|buzzes|glows|blinks|calls|shuts|closes|signals"
        r"|switches|senses|transmits|knows when|goes off|says|lights up|turns red|shows)"
    ),
}

ENGLISH: dict[str, tuple[WordForm, ...]] = {
    "physical_goods": (
        form(
            "make|made|build|built|turn|weave|knit|carve|forge|throw|cast|mould|mold|craft|smoke"
            "|dry|roast|grind|mill|ferment|pickle|distil|cure|churn|stitch|upcycle|recycle|grow"
            "|raise|keep|saw|cut|dye|spin|tan|turned",
            r"(?:we|i|who|and) (?:also )?(?:bind|throw|weave|knit|carve|forge|roast|grind|mill"
            r"|ferment|pickle|distil|cure|churn|stitch|upcycle|smoke|dry|dye|spin|tan|crochet"
            r"|quilt|whittle|smelt|bottle|can|preserve|freeze|pack|box up|grow|raise|rear"
            r"|farm) (?!a film|films|the data|data|up|out|our|with)[a-z'-]+|turn(?:s|ed"
            r"|ing)? (?:old |used |waste |spent |surplus |worn |leftover |broken |wind|fallen "
            r"|spoilt |rejected |scrap |spare )[^.;:!?\n]{2,40}? into",
            _PARTS,
        ),
        form(
            "baked|bound|brewed|sewn|knitted|carved|pressed|roasted|cured|smoked|milled|woven"
            "|turned|cast|forged|built|stitched|distilled|fermented|moulded|felted|spun|dyed"
            "|dried|bottled|wooden|woollen|leather|linen|ceramic|clay|felt|oak|willow|bamboo"
            "|copper|hand-made|handmade|home-made|homemade|made from|made of|made to measure"
            "|hand-sewn|hand-knitted|second-hand|secondhand|refurbish|reconditioned|used clothes"
            "|flat-pack|ready-made|freshly|sourdough|vending machine|refill|returnable"
            "|deposit bottle",
            r"(?:baked|bound|brewed|sewn|knitted|carved|pressed|roasted|cured|smoked|milled|woven"
            r"|turned|cast|forged|built|stitched|distilled|fermented|moulded|felted|spun|dyed"
            r"|dried|bottled) (?:from|out of|in small|by hand|on|with) |(?:wooden|woollen|woolen"
            r"|leather|linen|ceramic|clay|felt|oak|willow|bamboo|copper|stoneware"
            r"|pewter) [a-z-]+s?(?= (?:for|from|made|that|with|in|to|by|at)|[.,])|hand-?made"
            r"|home-?made|made (?:from|of|out of) (?:[a-z]+ ){0,3}?(?:wood|wool|steel|clay|glass"
            r"|oak|ash|larch|pine|felt|linen|cotton|leather|plastic|paper|wax|oats|milk|straw"
            r"|hemp|bamboo|willow|copper|brass|concrete|cardboard|cork|waste|sails|tyres|fabric"
            r"|denim|timber|stone|metal|bread|fruit|grain|barley|apples|seaweed|mycelium)"
            r"|made to measure|hand-(?:sewn|knitted|carved|woven|dyed|printed|bound|forged"
            r"|thrown)|second-?hand|refurbish\w*|reconditioned|flat-pack|sourdough"
            r"|vending machines?|refillable|returnable",
            _PARTS,
        ),
        form(
            "hire|rent|lend|loan|borrow|library",
            r"(?:we|i|that|which|who|and|to) (?:hires?|rents?|lends?"
            r"|loans?)(?: out)? (?:out )?(?:[a-z-]+ ){0,3}?(?!room|desk|space|flat|house|hall"
            r"|office|parking|pitch|berth|garden|kitchen|studio|out)[a-z-]+s (?:by|for|to|at|from"
            r"|with)|librar(?:y|ies) of (?:things|tools|toys|prams|instruments|costumes|bikes"
            r"|games|machines|clothes)|(?:toy|tool|pram|bike|instrument|costume|sling|kit"
            r"|cargo bike|clothes|seed|board game) librar(?:y|ies)|(?:things?|tools?|toys|kit"
            r"|gear|bikes?|boots|suits?|dresses|prams?|instruments?|costumes"
            r"|machines?) (?:on loan|for hire|to hire|to rent|to borrow|on hire)",
            _PARTS,
        ),
        form(
            "kit|subscription box|box of|veg box|parcel|hamper|sack|bunch|bouquet|tray of|punnet",
            r"kits? (?:for|to|with|of|that)|(?:veg(?:etable)?|fruit|meal|snack|recipe|craft"
            r"|seed) box(?:es)?|boxes of|hampers?|sacks? of|bunch(?:es)? of|trays? of|punnets?"
            r"|bundles? of|bags? of|bales? of|wheels? of|rolls? of|sheets? of|slabs? of"
            r"|barrels? of|kegs? of",
            _PARTS,
        ),
    ),
    "on_site_service": (
        form(
            "mobile|van|trailer|lorry|truck|bus|horsebox|caravan|boat|container|pickup|i park"
            "|we park|we set up|i set up|pull up",
            r"(?:van|trailer|lorry|truck|bus|horsebox|caravan|boat|container"
            r"|pickup) (?:[a-z]+ ){0,6}?(?:that|which|and) (?:[a-z]+ )?(?:parks?|pulls? up"
            r"|backs? up|does a|goes|comes|stops|sets up|tours?|visits|stands|drives|travels)"
            r"|(?:i|we) (?:park|pull up|set up|back up|moor) [^.;:!?\n]{0,30}?(?:at|behind"
            r"|outside|in front of|beside|next to|in|on) |mobile (?!phone|app|money|network|web"
            r"|signal|number|reception|coverage|data|device|payment|site|version|internet|banking"
            r"|game|first|friendly|operator|contract|browser|screen|connection|users?"
            r"|library app)[a-z-]+",
            _PARTS,
        ),
        form(
            "on wheels|house call|home visit|farm visit|call-out|callout|calls at|stops in"
            "|stops at|tours|roving|travelling|traveling|door to door|door-to-door|round of"
            "|rounds",
            r"on wheels|house calls?|home visits?|farm visits?|site visits?|call-?outs?|(?:that"
            r"|which|it|we|van|bus|boat|and|truck|lorry|trailer|i) (?:calls at|stops? (?:in|at"
            r"|off|outside)|tours?|tour|calls?) (?:[a-z]+ ){0,3}?(?:villages?|farms?|hamlets"
            r"|schools|estates|islands|streets|towns|homes|houses|halls|sites|moorings|landings"
            r"|yards)|roving|travell?ing (?:[a-z]+ )?(?:library|school|shop|workshop|clinic|press"
            r"|baker|butcher|dentist|vet|barber|cinema|kitchen|stage|bakery|shearer|sauna"
            r"|optician)|door[- ]to[- ]door",
            _PARTS,
        ),
        form(
            "install|fit|clear|clean|mow|prune|sharpen|repair|service|tune|paint|insulate|trim"
            "|shear|shoe|groom|inspect|measure|survey|lay|wash|sweep|dig|spray|chop|cut|treat"
            "|weed|teach|cook|photograph|film|scan|map|test|check|press|thresh|mend|fix|restore"
            "|polish|plant|fell|drive|carry|shred|empty|unblock|read",
            r"(?:we|i|who|and|that|team|crew|van) (?:[a-z]+ )?(?:install|fit|clear|clean|mow"
            r"|prune|sharpen|repair|service|tune|paint|insulate|trim|shear|shoe|groom|inspect"
            r"|survey|lay|wash|sweep|dig|treat|weed|teach|cook|scan|test|check|press|fix|restore"
            r"|polish|plant|mend|shred|empty|unblock|replace|adjust|assemble|hang|pick|read"
            r"|calibrate|deworm|feed|walk|chip)s? [^.;:!?\n]{2,50}?(?:at|in|on|from|round|inside"
            r"|under|along|off) (?:the |their |your |people's |his |her |each |every |private "
            r"|village |local )(?:[a-z]+ )?(?:garden|homes?|houses?|farms?|yards?|roofs?|gutters"
            r"|kitchens?|fields?|orchards?|stables?|barns?|driveway|estates?|premises|doorsteps?"
            r"|allotments?|moorings?|place|own kitchen|office|church(?:es)?|school|schools|hall"
            r"|halls|site|spot|building|cellars?|vineyards?|boat|berth|street|door|back door"
            r"|courtyard|car park|pitch|shops?|restaurants?|flats?)",
            _PARTS,
        ),
        form(
            "cleaning|mowing|repairs for|bring|up the dale|come to|comes to|came to|go to|goes to"
            "|drive to|drives to|travel to|visit|visits|turn up|turns up|call on|calls on"
            "|at people's|in people's|in their own|at their own|at the customer|at the client"
            "|to the customer|to the house|to people|at your|to you",
            r"(?:we|i|who|that|which|van|bus|team|crew|nurse|vet|dentist|barber|tuner|she|he"
            r"|trainer|teacher|fitter|technician|mechanic|volunteer|helper|cook|gardener|press"
            r"|mill|trailer|machine|workshop|driver|baker|instructor|player"
            r"|musician) (?:then )?(?:comes?|goes?|drives?|travels?|cycles?|turns? up|calls?"
            r"|visits?|arrives?) (?:to |on |at |round |by |out )*(?!us\b|me\b|our\b|it\b"
            r"|market)(?:the |their |your |people|each |every |them|you|homes|farms|schools"
            r"|villages|houses|gardens|his |her |old )|(?:we|i) bring (?:a|an|the"
            r"|our) [^.;:!?\n]{2,40}? (?:into|to|round) (?:the )?(?:[a-z]+ )?(?:schools?"
            r"|villages?|homes?|farms?|halls?|hospitals?|offices|estates|wards)|(?:window|gutter"
            r"|chimney|roof|solar|panel|garden|house|pool|grave|drain|oven|carpet) (?:cleaning"
            r"|sweeping|clearing|washing|care|maintenance)|(?:i|we) (?:cut|mow|trim|prune|weed"
            r"|clear|sweep) (?:the )?(?:lawns?|hedges?|grass|gardens?|gutters|chimneys|trees"
            r"|paths|snow|graves)|(?:at|in) (?:people's|the customer's|the client's|the farmer's"
            r"|the owner's|the tenant's|the patient's|their own|your own|the grower's"
            r"|the keeper's|the family's) (?:own )?(?:homes?|houses?|gardens?|kitchens?|yards?"
            r"|farms?|living rooms?|place|barns?|stables?|flats?|fields?|premises|driveways?"
            r"|sheds?|bathrooms?|beds?)",
            _PARTS,
        ),
        form(
            "pick up|picks up|picked up|fetch|collect|bring|brings|deliver|delivers|drop off",
            r"(?:we|i|driver|van|and|that|who|volunteer|rider|courier) (?:[a-z]+ )?(?:picks?"
            r"|fetch(?:es)?|collects?|brings?|carry|carries|drives?"
            r"|takes?) [^.;:!?\n]{0,40}?(?:up )?(?:from|to|at) (?:the |their |your |people's "
            r"|his |her )?(?:[a-z]+ )?(?:doors?|doorsteps?|homes?|house|houses|farms?|gate|kerb"
            r"|curb|hospital|clinic|surgery|work|school|station|shops?|kitchens?)",
            _PARTS,
        ),
    ),
    "hardware": (
        form(
            "box|clip|collar|tag|device|unit|button|lamp|light|plug|valve|meter|counter|probe"
            "|float|stick|band|bracelet|patch|tracker|logger|alarm|detector|lock|latch|feeder"
            "|trap|thing|disc|pendant|monitor|reader|beacon|buoy|switch|tap|handle|mat|scale"
            "|gauge|bolt|puck|cap|lid|post|peg|ring|gadget|camera",
            r"(?:a|an|the|our|each|small|little|one|of|that) (?:[a-z-]+ ){0,3}?<thing>s?(?: (?:on"
            r"|in|at|under|for|by|of|to|around|over|inside) [^.;:!?\n]{2,40}?)?,? (?:that|which"
            r"|and it|it) (?:then )?<signals>",
            _PARTS,
        ),
        form(
            "battery|batteries|circuit|pcb|enclosure|prototype board|chip|antenna|wiring|sim card"
            "|sim |motor|bluetooth|lorawan|lora|gsm|nfc|rfid|usb|charging|arduino|raspberry|esp32"
            "|solar panel|waterproof",
            r"(?:one|a|its|the|each|per|on) (?:[a-z-]+ )?batter(?:y|ies) (?:has|must|should"
            r"|lasts?|that|for|of|charge)|on batter(?:y|ies)|batter(?:y|ies) (?:must|has to"
            r"|have to|should|lasts?|life)|circuit boards?|pcbs?|enclosures?|sim cards?|bluetooth"
            r"|lorawan|rfid|nfc (?:tag|chip|reader)s?|arduino|raspberry pi|esp32|ip6[5-8]"
            r"|firmware|injection mou?ld\w*",
            _PARTS,
        ),
        form(
            "sensor|electronic|microphone|thermostat",
            r"sensors?|electronics?|thermostats?",
            _PARTS,
        ),
        form(
            "build|make|solder|develop|sell|bell|buzzer|alarm",
            r"(?:we|i) (?:build|make|solder|develop|sell) (?:a |an |the |small |cheap "
            r"|simple )+(?:[a-z-]+ )?(?:thermometer|sensor|logger|meter|detector|alarm|counter"
            r"|tracker|scale|clock|lamp|reader|monitor|controller|switch|timer|valve|lock|beacon"
            r"|gauge|recorder)|(?:bell|buzzer|alarm|siren|button|lamp"
            r"|box) (?:for [a-z ]{2,20} )?(?:that|which) (?:rings|calls|texts|wakes|tells|lights)",
            _PARTS,
        ),
    ),
    "ai_output": (
        form(
            "photo|picture|recording|image|voice|scan|camera",
            r"(?:photos?|pictures?|recordings?|images?|voice|scans?"
            r"|camera)[^.;:!?\n]{0,50}?(?:and|,) (?:it|the (?:app|program|software|computer"
            r"|model)|software|we) (?:then )?(?:tells?|says|names|recogni[sz]es|identif\w+"
            r"|works out|guesses|knows|suggests|writes|reads|sorts|grades|estimates)"
            r"|(?:recogni[sz]es?|identif(?:y|ies)|tells?|counts|grades"
            r"|sorts) [^.;:!?\n]{0,40}?(?:from|by) (?:a |the |one |your )?(?:photos?|pictures?"
            r"|recordings?|images?|sound|voice)",
            _PARTS,
        ),
        form(
            "bot|hum|writes|drafts|drafted|summari|translate|transcri|suggest|generate|automatic"
            "|trained",
            r"(?:a|the|our) (?:chat)?bot|(?:hum|sing|speak|talk|photograph|film"
            r"|scan) [^.;:!?\n]{2,40}? and it (?:finds|tells|knows|writes|names|says)|(?:it|that"
            r"|which|software|program|computer|app|model|machine) (?:then )?(?:writes|drafts"
            r"|summari[sz]es|translates|transcribes|composes|answers questions|proposes|predicts"
            r"|forecasts|generates)|(?:translated|transcribed|summari[sz]ed|written|drafted"
            r"|generated|recogni[sz]ed|suggested) (?:automatically|by (?:a|the) (?:machine|model"
            r"|computer|software|program))|trained (?:on|with)|speech recognition"
            r"|image recognition|automatic (?:translation|transcript\w*|summar\w+|recognition"
            r"|captions|subtitles)",
            _PARTS,
        ),
    ),
}
