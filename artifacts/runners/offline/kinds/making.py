"""Kinds of ideas about made things: devices, media, games."""

from __future__ import annotations

from artifacts.runners.offline.kinds.base import Capability, Hazard, Kind, Move

DEVICE = Kind(
    key="device",
    words=(
        "+hardware +device +devices +gadget* +sensor +sensors +robot* drone* wearable* electronic* arduino "
        "raspberry 3d_print* printer manufactur* prototype_device lamp lock watch camera bicycle bike helmet "
        "backpack bottle toy toys stroller machine machines iot bluetooth gps_tracker battery_powered collar "
        "+ger\u00e4t* +roboter sensoren maschine* elektronik fahrrad +appareil capteur* dispositivo +センサー デバイス "
        "ロボット 装置 硬件 设备 传感器 جهاز أجهزة روبوت"
    ),
    users="people who have the problem daily",
    trouble="no thing at hand does the job where and when it is needed",
    pain=(
        "A thing has to work in the rain, in a hurry and in the hands of somebody who has not read anything. What "
        "exists solves part of it or only in ideal conditions."
    ),
    usual="a makeshift of tape, habit and a product made for something else",
    gap="Makeshifts last until they matter. That people build them at all tells us how much the thing is missed.",
    sign="We recognise them by what they have built or bought to help themselves, and by how they excuse its looks.",
    payer=(
        "The user is usually the buyer, but between us and them stand shops and their margins. What a shop keeps "
        "must be in the price from the beginning."
    ),
    promise=(
        "It gives {users} a thing that does the job in real conditions, can be repaired and says when it needs "
        "something."
    ),
    gain="Compared with {way}, it is made for this job and holds.",
    scarce="money that has to be spent on parts and tools before anything is sold",
    edges=(
        "We test prototypes in the hands of {users} from the beginning, in dirt and hurry, and show the broken ones.",
        "Parts that wear can be replaced by the owner with a tool from the kitchen drawer.",
        "The first batch is made from parts that can be bought anywhere, so that we can change it.",
    ),
    belief="People will pay enough for the thing to cover parts, assembly, returns and the margin of a shop",
    price_question=(
        "What do the makeshifts cost people now, and at which price would a shop put the thing on its shelf?"
    ),
    questions=(
        "Which rules for safety, radio or materials apply, and what does proof of them cost?",
        "Who assembles the first batch, and how many hours does each piece take?",
    ),
    reach=(
        "A thing has to be touched. We go where {users} already meet, let them use a prototype and lend it for a "
        "week. Orders are taken against a deposit; shops are asked when the first batch has come back with its "
        "complaints."
    ),
    size=(
        "Sales of makeshifts and spare parts show how many people help themselves. A page with a deposit, shown in "
        "places where they meet, says how many would buy at our price. Kind words are not counted."
    ),
    rivals=(
        "We are up against makeshifts, cheap copies of similar things and large makers who could add it to their "
        "range. Copies win on price, large makers on shelves; neither has watched the thing in use."
    ),
    moat=(
        "We win time by learning from each broken piece, and keep it by parts, repair and a name for things that "
        "hold. A design right may help; counting on it would not. Whoever copies the shape copies last year's "
        "errors."
    ),
    features=(
        Capability(
            "Core function",
            "high",
            "The thing does its main job in the conditions in which {users} need it.",
            (
                "The function works after a fall from the height at which the thing is used.",
                "The function works at the lowest and highest temperature of the place of use.",
                "A person who has never seen the thing can operate it without instructions.",
            ),
        ),
        Capability(
            "Holder and housing",
            "high",
            "It can be fixed, carried or set down where it is needed, and it survives that.",
            ("It can be mounted and removed without tools.", "Water from a tap does not stop the function."),
        ),
        Capability(
            "State display",
            "medium",
            "The thing itself shows whether it is ready and what it lacks, so that nobody has to guess, as with {way}.",
            (
                "Each state has a sign of its own that can be seen in sunlight.",
                "A low supply is shown before the function stops.",
            ),
        ),
        Capability(
            "Replaceable parts",
            "medium",
            "What wears out can be ordered and changed by the owner.",
            (
                "Each wearing part can be changed with a common screwdriver.",
                "Every part carries a number that can be ordered.",
            ),
        ),
        Capability(
            "Complaint channel",
            "low",
            "A code on the thing leads to a form with which owners report what broke, with a picture.",
            ("A report carries the serial number and a picture.", "Each report is assigned to a part or to use."),
        ),
    ),
    later=(
        "An app for the thing: it has to do its job without a phone.",
        "Variants in colour and size: each means a tool and a shelf.",
        "Large series: the first batch exists to find errors.",
    ),
    metrics=(
        "1 prototype is still in daily use after the trial, without our help",
        "1 borrower asks to keep the prototype, or says in writing what it lacks",
    ),
    blocks=(
        "Bought modules on a board of our own only where a module does not fit, a printed housing until its shape "
        "has settled, and software that can be updated by cable. We avoid radio unless the job needs it, because "
        "it brings approval, batteries and support. Every part has an alternative in the list, with supplier and "
        "delay."
    ),
    breaks=(
        "Supply and assembly break first: a part that cannot be had stops everything, and hands that were enough "
        "for a few pieces are not enough for many."
    ),
    grows=(
        "From batch to batch we replace printing by moulding and hands by fixtures, when complaints about a shape "
        "have ended. Stock of critical parts is bought for a batch ahead; a contract maker takes over when our "
        "instructions work without us."
    ),
    core_why="a thing that fails at its main job cannot be saved by anything around it",
    observe="we watch the makeshift in use where it is used, photograph it and ask to see those that came before",
    buys=(
        "Parts for several prototypes, a print service, an hour in a test laboratory: this is where the money "
        "goes, before any tool is ordered."
    ),
    technical=(
        Hazard(
            "It works on the bench and not outside",
            "high",
            "high",
            "f1 f2 core",
            "Heat, wet, dust and impatience find what the workshop does not show.",
            (
                "Prototypes go out early, several at a time, and come back with a log; {f1} counts as done after weeks "
                "in real use."
            ),
        ),
        Hazard(
            "A part disappears from the market",
            "medium",
            "medium",
            "f1 f4",
            "Small buyers are served last, and a redesign costs months.",
            (
                "Each critical part has an alternative that has been tried, and we hold stock for the batch before we "
                "take deposits."
            ),
        ),
    ),
    market=(
        Hazard(
            "Admired but not bought",
            "high",
            "medium",
            "f1 pilot belief",
            "People like prototypes; {users} who have a makeshift have already solved a part of it.",
            "We count deposits at the real price and weeks in daily use, and nothing else.",
        ),
    ),
    execution=(
        Hazard(
            "Delays of suppliers are ours",
            "medium",
            "high",
            "f1 rest pilot",
            "Printing, boards and parts take weeks each, and a mistake starts the clock again.",
            (
                "Orders go out at the first moment at which they can, in small variants side by side, and the plan "
                "counts a repetition."
            ),
        ),
    ),
    financial=(
        Hazard(
            "The money is gone before the first sale",
            "high",
            "high",
            "price f1",
            "Tools, parts and approval are paid in advance; a wrong batch takes all of it.",
            (
                "No tool is ordered before deposits cover a part of it, the first batch is small and made by hand, and "
                "each further step needs a result."
            ),
        ),
    ),
    strategic=(
        Hazard(
            "Cheap copies",
            "medium",
            "medium",
            "belief f4",
            "What sells is copied within a season and offered at a price we cannot reach.",
            (
                "We compete by parts, repair and what we learned from complaints; our buyers are told in plain words "
                "what the copy lacks."
            ),
        ),
    ),
    journey=(
        Move(
            "Sees it in someone's hand", "At the place where they need it somebody uses {name}, and lets them try.", ""
        ),
        Move(
            "Tries it under real conditions",
            "They borrow it for some days and use it where the makeshift used to be.",
            "f1 f2",
        ),
        Move("Orders", "A deposit, a date, a price. They know what comes when.", ""),
        Move("Uses it every day", "It shows what it needs. What wears out is changed at the kitchen table.", "f3 f4"),
        Move(
            "Reports and recommends",
            "If something breaks, the code on the thing is enough. Who gets a helpful answer shows the thing to "
            "others.",
            "f5",
        ),
    ),
    parts=(
        "{f1} consists of the working part and its control; {f2} protects it and connects it to the world. {f3} is "
        "driven by the same control. {f4} decide how the thing is put together: screws instead of glue. The only "
        "part that needs a network is {f5}, and that runs on the owner's phone."
    ),
    flow=(
        "The thing keeps to itself what it measures; nothing is sent. Of buyers we know name, address and serial "
        "number, for delivery and recalls.\n\nReports of damage come with a picture and are evaluated by part. "
        "From them the next batch is changed, and the owner who reported is told about it."
    ),
    links=(
        "Suppliers of parts, a print service and a parcel carrier are our connections; files and part lists are "
        "kept so that others could make the thing too. An interface to other devices is left open on the board but "
        "not fitted."
    ),
    guard=(
        "A thing can hurt people. Edges, heat, current and small parts are examined before anything leaves the "
        "house, and each piece has a number so that we could call it back.\n\nMarks of conformity, rules for "
        "batteries, waste and packaging, and product liability bind us from the first sale. We talk to a test "
        "laboratory while changes are cheap."
    ),
    pace=(5, 3),
)

MEDIA = Kind(
    key="media",
    words=(
        "+newsletter* +podcast* +blog +magazine +journalis* article articles publish* publishing author authors "
        "writer writers writing story stories book books reading video videos youtube channel film films photo "
        "photos photography music musicians song songs audio radio news content creators creator art artists "
        "gallery +zeitung nachrichten b\u00fccher buch lesen musik fotos videos k\u00fcnstler* +revue livre livres "
        "musique +revista libro libros m\u00fasica 記事 本 音楽 動画 新闻 音乐 书 كتب مقالات موسيقى أخبار"
    ),
    users="readers and listeners",
    trouble="people who care about a subject miss what is worth their time",
    pain=(
        "There is more than anybody can follow, and most of it was made to be clicked. What would matter arrives "
        "late, by chance or not at all."
    ),
    usual="feeds, search and what friends send them",
    gap="Feeds reward whoever is loud and often; somebody who wants depth has to do the choosing alone.",
    sign=(
        "We recognise them because they forward things with a comment of their own, and can name what they miss in "
        "what they read."
    ),
    payer=(
        "Those who care pay, if they would miss it. Advertisers pay for attention and want more of it; we decide "
        "early whom we work for."
    ),
    promise="It gives {users} a regular piece that somebody has thought about, at a time they can count on.",
    gain="Compared with {way}, a person has chosen and stands behind the choice with a name.",
    scarce="our own hours for making the next piece while it has to be found and sold too",
    edges=(
        "Each piece answers a question that somebody from our readership has asked.",
        "We publish in a rhythm that we can keep in a bad month.",
        "Sources and errors are open: what we got wrong stands at the top of the next issue.",
    ),
    belief="Enough people will come back for the next piece without being reminded by a feed",
    price_question="What do readers pay for today on this subject, and would they miss us enough to do so?",
    questions=(
        "Which piece could only be made by us, because of whom we know or what we have seen?",
        "How many pieces can we make in a bad month?",
    ),
    reach=(
        "Readers are won piece by piece: by guests who share what they took part in, by answers in places where "
        "the subject is discussed, and by existing readers who forward. We keep the addresses ourselves and leave "
        "platforms as windows."
    ),
    size=(
        "The number of people who do something about the subject, members, buyers of tools, visitors of events, "
        "can be counted. How many of them read regularly, we learn from an issue sent by hand: who opens the next "
        "without a reminder?"
    ),
    rivals=(
        "We are up against feeds, big outlets, other amateurs and the lack of an evening. Feeds are endless, "
        "outlets are broad, amateurs are often excellent and then stop."
    ),
    moat=(
        "A voice that is trusted and a list of addresses are slow to win and hard to take away. We deepen both by "
        "answering readers, naming sources and keeping the rhythm; an archive that can be searched makes each "
        "piece work for years."
    ),
    features=(
        Capability(
            "Regular issue",
            "high",
            "A piece for {users} on a fixed day, with a shape they recognise.",
            (
                "An issue appears on the announced day or a message says when it will.",
                "Each issue can be read without an account.",
            ),
        ),
        Capability(
            "Sign-up and list",
            "high",
            "Whoever wants the next piece leaves an address and confirms it; nobody gets it without asking.",
            (
                "An address receives issues only after it has been confirmed.",
                "Each issue contains a link that ends the subscription.",
            ),
        ),
        Capability(
            "Reader's question",
            "medium",
            "Readers ask, we answer in the next piece and say who asked. With {way}, there is nobody to ask.",
            ("A question gets an answer or a refusal with a reason.", "A name is printed only with consent."),
        ),
        Capability(
            "Archive",
            "medium",
            "What was published can be found by subject and year.",
            ("Each issue has an address that does not change.", "A corrected piece shows what was corrected and when."),
        ),
        Capability(
            "Supporter access",
            "low",
            "Those who pay get something more that costs us little: the notes, the talk in full, the evening together.",
            ("A supporter can end the payment without writing to us.", "What is free stays free after publication."),
        ),
    ),
    later=(
        "An app: mail and the browser reach everybody.",
        "Advertising: it would change for whom we write.",
        "Several formats at a time: the first has to hold its rhythm before.",
    ),
    metrics=(
        "1 reader who does not know us forwards an issue to somebody who then signs up",
        "1 reader asks for a way to pay or becomes a supporter",
    ),
    blocks=(
        "A site of static pages, a mail service for the list and a payment page. Texts lie as plain files in an "
        "archive of our own, as services come and go. We write nothing that can be rented; the money and the hours "
        "belong in the pieces."
    ),
    breaks=(
        "We break first: the rhythm collides with illness, holidays and other work. Technology holds for a very "
        "long time."
    ),
    grows=(
        "A stock of finished pieces covers bad weeks; guests and readers take over parts; and whatever repeats, "
        "cutting, sending, billing, goes to services before we lengthen the working day."
    ),
    core_why="without a piece that somebody waits for there is nothing to subscribe to",
    observe="we ask people to show us what they read last and why they stopped in the middle",
    buys=(
        "Costs are small: mail, a microphone or an editor's hour. The larger part is our own time, and we write it "
        "down."
    ),
    technical=(
        Hazard(
            "Issues land in the spam folder",
            "medium",
            "medium",
            "f1 f2 core",
            "An issue that does not arrive looks like lack of interest.",
            (
                "We set up the sender's proofs, grow the list slowly, remove dead addresses and ask new readers for an "
                "answer."
            ),
        ),
    ),
    market=(
        Hazard(
            "Read for free, missed by nobody",
            "high",
            "high",
            "f1 pilot belief",
            "{Users} like a piece and forget the name; there is always something else to read.",
            "We ask readers what they did with it, announce a pause in {pilot} and see who asks after the next issue.",
        ),
    ),
    execution=(
        Hazard(
            "The rhythm breaks",
            "high",
            "high",
            "f1 pilot",
            "After the first pieces, which were in our heads for a long time, come those that have to be found.",
            (
                "Before the start there are pieces in stock, the rhythm follows the bad month, and a short form is "
                "ready for it."
            ),
        ),
    ),
    financial=(
        Hazard(
            "A long time without income",
            "medium",
            "high",
            "price f5",
            "A readership grows slowly, and only a part of it ever pays.",
            "We keep costs below what we can lose, ask early for support, and offer talks or workshops on the subject.",
        ),
    ),
    strategic=(
        Hazard(
            "A platform changes its rules",
            "medium",
            "high",
            "f2 belief",
            "Reach that comes from a platform can be gone tomorrow.",
            "Addresses and archive are ours; we judge each platform by the readers who move from it to the list.",
        ),
    ),
    journey=(
        Move("Gets a piece forwarded", "Somebody they trust writes: this is about us. At the end stands {name}.", ""),
        Move(
            "Reads it to the end", "No wall, no window in front of it. It contains something they did not know.", "f1"
        ),
        Move("Leaves an address", "They confirm, and get the issue that fits best to begin with.", "f2 f4"),
        Move("Writes back", "A question or an objection. It appears in the next issue, with an answer.", "f3"),
        Move(
            "Would miss it", "When an issue is late they ask. Some of them pay, because they want it to go on.", "f5 f1"
        ),
    ),
    parts=(
        "A folder of texts is the source; from it come the pages of {f1} and {f4}. {f2} lies at the mail service "
        "and can be taken away as a file. {f3} is a mailbox with order in it. {f5} hangs on the payment page and "
        "opens only what is meant for supporters."
    ),
    flow=(
        "A reader leaves an address and perhaps a question. The address is used for issues and nothing else; we do "
        "not follow who reads what for how long, and count answers instead.\n\nQuestions are printed with consent. "
        "Payments are handled by the provider, and we learn the name and the sum."
    ),
    links=(
        "The mail service and the payment page are enough to begin with. Podcast directories, bookshops or "
        "libraries follow the format, each by a feed that we control."
    ),
    guard=(
        "The list of readers is a promise: it is not sold, not lent and not uploaded anywhere. Sources who confide "
        "in us are kept off it and off our machines.\n\nCopyright in pictures and quotations, people's rights in "
        "their own image, an imprint and rules for mail to subscribers apply. We keep a note for each foreign work "
        "on why we may use it."
    ),
)

GAMES = Kind(
    key="games",
    words=(
        "+game +games +gaming gamer* +puzzle* player players multiplayer quest board_game card_game esports "
        "streaming fantasy rpg arcade entertainment fun trivia escape_room toy_game +spiel +spiele spieler* "
        "r\u00e4tsel brettspiel +jeu +jeux joueurs +juego +juegos jugadores +ゲーム 遊び 游戏 玩家 لعبة ألعاب"
    ),
    users="people who like to play together",
    trouble="people who want to play find nothing that suits their mood, their time and their company",
    pain=(
        "An evening is short. Rules that have to be learned, a friend who drops out, a game that wants money at "
        "every turn, and it is over before it began."
    ),
    usual="the games they already know, videos of others playing, and their phone",
    gap="What they know has lost its surprise, and what is new asks for too much before it gives anything.",
    sign="We recognise them by a game they know by heart and still bring out, and by how they change its rules.",
    payer=(
        "Whoever invites pays, the others come along. Guests must be able to play without buying anything, since "
        "they are the next to invite."
    ),
    promise="It gives {users} a round that begins without a manual, ends in time and is talked about afterwards.",
    gain="Compared with {way}, it begins without explanation and is different next time.",
    scarce="rounds with strangers, since friends are too kind to us",
    edges=(
        "The rules are learned during the first round, by playing.",
        "A round has an end that everybody knows in advance.",
        "No purchase changes who wins.",
    ),
    belief="People will ask for another round, and invite others to it",
    price_question="What did they pay for the last game they still play, and would the host pay for all?",
    questions=(
        "What is the moment in a round that people retell the next day?",
        "With how many people does it work, and what happens when somebody leaves in the middle?",
    ),
    reach=(
        "Games travel from table to table. We play with strangers in cafes, clubs and at fairs, give hosts what "
        "they need for an evening, and let whoever watched join. Short scenes of real rounds tell more than a "
        "trailer."
    ),
    size=(
        "How many people play games of this sort is visible in sales and clubs. What decides about us is how many "
        "guests become hosts; we count that in the first evenings."
    ),
    rivals=(
        "We are up against classics, large studios and the screen in the pocket. Classics need no explanation, "
        "studios have pictures, the phone is already there."
    ),
    moat=(
        "Mechanics can be copied; a circle of hosts, house rules and stories cannot. We give players the means to "
        "make something of their own with it and carry the best of that into the next edition, with their names."
    ),
    features=(
        Capability(
            "Playable core",
            "high",
            "The central mechanism as a round that {users} can play from beginning to end.",
            (
                "A round can be played to its end without our help.",
                "A round ends within the time printed on it.",
                "Each position in the game allows a legal move or ends the round.",
            ),
        ),
        Capability(
            "Learning by playing",
            "high",
            "The first moves teach the rules; nobody has to read a manual.",
            (
                "A new player makes a legal move before any rule has been read out.",
                "A rule is introduced at the moment it is needed.",
            ),
        ),
        Capability(
            "Invitation",
            "medium",
            "The host brings others in with a link or a box, and they play along, without buying.",
            (
                "A guest can join a round without an account or a purchase.",
                "A player who leaves does not end the round for the others.",
            ),
        ),
        Capability(
            "Round record",
            "medium",
            "What happened is kept: who did what, the turning point, the final state.",
            (
                "A finished round can be looked up by everybody who played it.",
                "The record names the move after which the lead changed.",
            ),
        ),
        Capability(
            "House rules",
            "low",
            "Groups change what they like and give the variant a name.",
            (
                "A variant can be chosen before a round and is shown to all players.",
                "The original rules can be restored at any time.",
            ),
        ),
    ),
    later=(
        "Worlds, levels and editions: the core has to carry an evening first.",
        "Ranks and tournaments: they serve the best and frighten the rest.",
        "Purchases during play: they would spoil what makes a round fair.",
    ),
    metrics=(
        "1 group of strangers asks for another round without our suggesting it",
        "1 guest becomes the host of a round at which none of us is present",
    ),
    blocks=(
        "At first paper, pens and whatever is in the drawer, because rules can be changed there between rounds. "
        "What is played on screens uses a common engine or plain web technology, with the rules in a part without "
        "graphics that can play many rounds against itself. That finds dead ends nobody notices at a table."
    ),
    breaks=(
        "The balance breaks first: when many play, somebody finds the move that always wins. Then the meeting of "
        "players, if rounds depend on the network."
    ),
    grows=(
        "Rules are data, so that they can be corrected without a new release; automatic players try out each "
        "change before people do. Rounds are stored as lists of moves, and these are small enough for any crowd."
    ),
    core_why="nothing around a round can save a round that nobody wants to repeat",
    observe=(
        "we let people play without explaining anything, keep our hands still and write down when they laugh and "
        "when they look at the phone"
    ),
    buys=(
        "Printing, pieces or pictures for the prototype, and drinks for the people who test it; art comes after "
        "the rules."
    ),
    technical=(
        Hazard(
            "A move that always wins",
            "high",
            "medium",
            "f1 core",
            "A hidden dominance makes all rounds alike as soon as somebody finds it.",
            "Automatic players search for it on each change of rules, and test groups are told to be merciless.",
        ),
    ),
    market=(
        Hazard(
            "Nice, but not again",
            "high",
            "high",
            "f1 f2 pilot belief",
            "{Users} enjoy an evening and never ask for it again; politeness hides that.",
            "We count rounds that happened without us. Whoever does not repeat is asked what they played instead.",
        ),
    ),
    execution=(
        Hazard(
            "Content without end",
            "medium",
            "high",
            "f4 f5 rest",
            "There is always another card, level or effect that would be nice to have.",
            (
                "Until a group of strangers asks for another round, we change only the core; ideas go into a box with "
                "a date."
            ),
        ),
    ),
    financial=(
        Hazard(
            "Sold only at the start",
            "medium",
            "high",
            "price f3",
            "Most games earn in their first weeks and cost for years.",
            "We keep the first edition small, sell to hosts in advance, and plan with nothing that comes later.",
        ),
    ),
    strategic=(
        Hazard(
            "Invisible among the many",
            "high",
            "high",
            "f3 belief",
            "More games appear than anybody can look at, and shops show what already sells.",
            (
                "We choose a circle in which we are known, serve its hosts and do without the rest until guests become "
                "hosts by themselves."
            ),
        ),
    ),
    journey=(
        Move(
            "Is invited",
            "A friend says: come, it begins without reading. They have heard the story of the last round of {name}.",
            "f3",
        ),
        Move(
            "Plays along",
            "The first move happens before the first rule. After some moves they know what they want.",
            "f2 f1",
        ),
        Move("Has their moment", "A turn changes everything; the table gets loud.", "f1"),
        Move("Looks back", "The round ends on time, and the record shows where it tipped.", "f4"),
        Move("Invites others", "They take it to their own table and change a rule.", "f5 f3"),
    ),
    parts=(
        "The rules form the core and know nothing of pictures; {f1} is their smallest complete round. {f2} lays "
        "the order in which they come up over it. {f3} brings people together, {f4} writes down moves, and {f5} "
        "exchanges rules for others. What is seen and heard is a layer that can be replaced."
    ),
    flow=(
        "A round is a list of moves. We need a name to call people by, which may be invented, and an address for "
        "hosts only.\n\nRecords belong to those who played. For the balance we count moves without names. Nothing "
        "is passed to advertisers."
    ),
    links=(
        "None is needed to play. The usual stores follow when strangers ask where to get it, and chat programs for "
        "invitations, by a plain link."
    ),
    guard=(
        "Children will play along, asked or not. There is no chat among strangers, no purchase by accident and no "
        "profile.\n\nProtection of minors, age ratings in stores and rules on games of chance set limits; names, "
        "pictures and music need rights. We check them before the first edition, when changes cost an afternoon."
    ),
)

KINDS = (DEVICE, MEDIA, GAMES)
