"""Kinds of ideas that live in a place: sharing among neighbours, appointments, food, home and energy."""

from __future__ import annotations

from artifacts.runners.offline.kinds.base import Capability, Hazard, Kind, Move

SHARING = Kind(
    key="sharing",
    words=(
        "+marketplace +marketplaces +sharing share shares lend lending +borrow* rent rental rentals rents renting "
        "peer neighbour* neighbor* swap swapping exchange +airbnb uber match matches matching connects platform "
        "buyers sellers hosts +marktplatz teilen +verleih* leihen ausleihen mieten vermieten nachbar* tausch* "
        "vermittl* plateforme partage louer location pr\u00eat pr\u00eater alquiler alquilar compartir intercambio "
        "シェア 貸し借り レンタル 共享 租 مشاركة تأجير سوق"
    ),
    users="people who need a thing rarely",
    trouble="those who have something and those who need it do not find each other in time",
    pain=(
        "What is needed exists, often in the next street, and stands unused. The search costs more than the thing "
        "is worth, and trusting a stranger with it costs more than the search."
    ),
    usual="asking friends, posting in local groups, or buying what they need rarely",
    gap="It works among people who know each other and ends there: nobody keeps the agreement, and nobody helps when "
    "something goes wrong.",
    sign=(
        "We recognise them on the day they need it: they have already asked a friend and got a no, and the thing "
        "is wanted before the weekend."
    ),
    payer=(
        "There are sides here with different reasons. Those who need pay; those who offer want to be asked "
        "politely, paid on time and not be left with the damage."
    ),
    promise=(
        "It lets {users} find an offer nearby, agree on when and for how much, and know what happens if something "
        "goes wrong."
    ),
    gain="Compared with {way}, both sides know whom they are dealing with and what was agreed.",
    scarce="offers in the right place, since a search without a result is not repeated",
    edges=(
        "We open street by street, so that a search near home finds something, instead of city by city and empty.",
        "The agreement, the handover and the damage are settled before anybody is asked to trust.",
        "We speak to those who offer in person until their listings answer the questions that {users} ask.",
    ),
    belief="Enough offers lie close enough to the people who search",
    price_question=(
        "Which share of a deal would both sides pay gladly, and would they rather pay per deal or per month?"
    ),
    questions=(
        "Which side do we have to win before the other, and what does it get while the other is still missing?",
        "What keeps both sides from settling the next deal without us?",
    ),
    reach=(
        "We begin with the side that is harder to win and go to it in person: door by door. The other side follows "
        "where the offers are, through notices in those same places. {Users} outside the area go on a list and are "
        "told when we come."
    ),
    size=(
        "The size of this market is a matter of deals, not of people. We learn it in an area we can walk: how many "
        "offers, how many requests, how many of them meet, and how often the same people come back within a month."
    ),
    rivals=(
        "We are up against buying new, classified ads, rental companies and the favour among friends. Ads have the "
        "offers but leave trust to luck; rental companies have trust but opening hours, deposits and a long way."
    ),
    moat=(
        "What grows here is reputation within a place: deals kept, people vouched for, disputes settled. It cannot "
        "be copied from outside. We deepen it before we widen it, and keep both sides with us by being of use "
        "after the deal, where agreements and damage are handled."
    ),
    features=(
        Capability(
            "Listing",
            "high",
            "Whoever offers something describes it with pictures, condition, times and price. Until people list by "
            "themselves, we write the entries with them.",
            (
                "A listing is published only with a picture, a condition, a price and a place.",
                "The exact address is hidden until a request has been accepted.",
            ),
        ),
        Capability(
            "Search nearby",
            "high",
            "{Users} see what is available close to them on the day they need it, and can leave a request where "
            "nothing is found.",
            (
                "Results are ordered by distance from the place that was entered.",
                "A listing that is booked for the chosen day does not appear in the results.",
                "A search without results offers to keep the request.",
            ),
        ),
        Capability(
            "Request and agreement",
            "high",
            (
                "A request becomes an agreement on time, price and condition that both sides can look up later, which "
                "is not to be had with {way}."
            ),
            (
                "An agreement exists only after both sides have accepted the same time and price.",
                "Both sides can open the agreement after it has ended.",
            ),
        ),
        Capability(
            "Handover check",
            "medium",
            "Pictures at the handover and at the return replace the argument about what was broken before.",
            (
                "A deal starts only when both sides have confirmed the handover.",
                "Pictures of handover and return are shown side by side.",
            ),
        ),
        Capability(
            "Mutual review",
            "low",
            "Each side says how it went; both opinions appear at the same moment, so that nobody writes in revenge.",
            (
                "A review can be written only by a party of a finished deal.",
                "Reviews of a deal become visible at the same moment.",
            ),
        ),
    ),
    later=(
        "Delivery of what is shared: short ways are part of the idea.",
        "Areas other than the first: they are opened when the first finds what it searches.",
        "An insurance product of our own: we begin with clear agreements and a capped guarantee.",
    ),
    metrics=(
        "1 search in the area ends in a finished deal between people who did not know each other",
        "1 person on either side comes back for another deal without being asked",
    ),
    blocks=(
        "A web application, a relational database with a spatial index for the search, object storage for "
        "pictures, and a payment provider that can hold money between the parties. The agreement is the centre of "
        "the model: it has a state, and every change of it is recorded, because disputes are about who agreed to "
        "what and when."
    ),
    breaks=(
        "What breaks first when we grow is not the server but the balance: a new area with many searches and few "
        "offers teaches people that nothing is there. Next is support, since every share of disputes grows with "
        "the deals."
    ),
    grows=(
        "So an area opens only when its offers reach a density we have measured in the first, and closes to new "
        "searchers when they run short. Disputes get a fixed order of steps with pictures and dates, so that most "
        "are settled without us."
    ),
    core_why="an offer that can be found and agreed on is the smallest thing that either side would use",
    observe=(
        "we ask for the last time they needed or lent something, and go through messages and calls of that day "
        "with them"
    ),
    buys=(
        "The payment provider takes its share of each deal. Beyond that we need somebody who knows insurance for "
        "an afternoon, and printed notices for the first area."
    ),
    technical=(
        Hazard(
            "Money between strangers goes wrong",
            "high",
            "medium",
            "f3 core",
            (
                "Holding and splitting payments has states that are rarely seen: refunds, failed payouts, deals that "
                "end early. An error here costs real people real money."
            ),
            (
                "The payment provider holds the money, never we. Each state of {f3} has a written outcome for both "
                "sides, and we walk through all of them with test payments before {pilot}."
            ),
        ),
        Hazard(
            "The place gives people away",
            "high",
            "low",
            "f1 f2",
            "A listing that shows where a valuable thing stands is an invitation to thieves.",
            "Maps show an area, pictures lose their hidden location when they are uploaded, and addresses appear after "
            "acceptance only.",
        ),
    ),
    market=(
        Hazard(
            "Nobody wants to be early",
            "high",
            "high",
            "f1 f2 pilot belief",
            (
                "Without offers nobody searches, without searches nobody offers. {Users} who find nothing do not look "
                "again."
            ),
            "We fill {f1} by hand in a very small area before we invite anybody to search, and answer open requests "
            "ourselves during {pilot}.",
        ),
        Hazard(
            "The next deal happens without us",
            "medium",
            "high",
            "f3 f5 price",
            "After the first meeting both sides have a phone number and a reason to save our share.",
            "We earn where we are needed again: the agreement, the guarantee and the reminder. We watch pairs who meet "
            "and never come back, and ask them why.",
        ),
    ),
    execution=(
        Hazard(
            "Winning a side by hand takes all our time",
            "high",
            "medium",
            "talks pilot f1",
            "Visits, pictures and reminders do not show in a plan, yet they decide whether {f2} finds anything.",
            (
                "Visits are planned as work of their own, beside the build, and counted like features: no area is "
                "opened until they are done."
            ),
        ),
    ),
    financial=(
        Hazard(
            "The share of a small deal pays for nothing",
            "high",
            "medium",
            "price f3",
            (
                "Payment fees have a fixed part, and a complaint costs an hour. On small amounts little or nothing is "
                "left."
            ),
            (
                "We calculate a typical deal to the last fee before we set the share, and test a fee per month against "
                "a share per deal with the first people."
            ),
        ),
    ),
    strategic=(
        Hazard(
            "Buying becomes cheaper than sharing",
            "medium",
            "low",
            "belief f2",
            (
                "If what is shared gets cheap or is delivered within hours, the search for an owner nearby loses its "
                "reason."
            ),
            "We choose things that are bulky, costly or rarely used, and watch which searches disappear over time.",
        ),
    ),
    journey=(
        Move(
            "Needs something soon",
            "A notice or an acquaintance mentions {name} on the day the need is there.",
            "",
        ),
        Move(
            "Searches nearby",
            "They see what is free on that day and how far they would have to walk. If there is nothing, "
            "they leave a request.",
            "f2 f1",
        ),
        Move("Agrees", "A message, a time, a price; then an agreement that both can look up.", "f3"),
        Move(
            "Meets at the door",
            "They look at the thing together, take pictures and shake hands. The same happens on return.",
            "f4",
        ),
        Move(
            "Tells how it went",
            "Both sides write their opinion. After a deal that went well the borrower lists something too.",
            "f5 f1",
        ),
    ),
    parts=(
        "The public side of {name} is {f2} over everything in {f1}. Behind the door lies {f3}, which keeps the "
        "state of each deal and tells the payment provider when to hold and when to release. {f4} adds evidence to "
        "the deal and {f5} closes it. A page for ourselves shows requests without an answer, since that is where "
        "we have to go next."
    ),
    flow=(
        "We know names, contact details, an area, listings and deals. Addresses travel from the person who offers "
        "to the person who was accepted, and to nobody else. Pictures of a handover are seen by the parties and, "
        "in a dispute, by us.\n\nPayment details stay with the provider. A person who leaves takes the own "
        "listings along; finished deals remain without the name, because the other side may need them."
    ),
    links=(
        "A payment provider that can hold money and check identities comes first. A map service turns places into "
        "distances. Later an insurer can take over the guarantee, and calendars can keep a listing from being "
        "promised for the same day by several people."
    ),
    guard=(
        "People let strangers come to their door, so identity and location are what we protect most. Identities "
        "are checked by the payment provider, addresses open late, messages can be reported, and a person can be "
        "blocked at any time.\n\nRegular lenders may count as traders, platforms have duties to report income in "
        "many countries, and our terms decide who is liable for damage. We bring these questions to a lawyer "
        "before money changes hands."
    ),
)

BOOKING = Kind(
    key="booking",
    words=(
        "+booking +bookings +appointment +appointments +schedul* +reservation* calendar calendars timetable shift "
        "shifts rota slots no_show no_shows waiting_list hairdress* salon salons barber* dentist* clinic clinics "
        "practice tickets ticketing venue venues events wedding travel trip trips tour tours hotel hotels +termin* "
        "buchung* +buchen reservier* dienstplan* kalender schicht* praxis rendez_vous +réservation +reserva "
        "reservas cita citas agenda 予約 預約 预约 حجز مواعيد موعد"
    ),
    users="people who live by appointments",
    trouble="free time and people who would fill it miss each other by a phone call",
    pain=(
        "An empty slot cannot be sold later. Meanwhile the phone rings during the work itself, and whoever does "
        "not get through calls somebody else."
    ),
    usual="the phone, a paper calendar and messages at all hours",
    gap="It depends on somebody being free to answer, and it forgets: who wanted to come earlier, who never came.",
    sign="We recognise them by the calendar beside the phone and by the sentence: wait, I have to look.",
    payer="The business pays, its customers decide whether it works. If booking is harder than calling, they call.",
    promise="It lets customers take a free slot by themselves and gives {users} back the hours between the calls.",
    gain="Compared with {way}, a slot that becomes free is offered to those who are waiting, before it is lost.",
    scarce="attention during working hours, when every change has to be made",
    edges=(
        "We care about the slot that falls free today, where other calendars stop at the booking.",
        "Customers book without an account, with the number by which the business already knows them.",
        "Rules such as breaks, travel and cleaning are set in the words of the trade.",
    ),
    belief="Customers will book by themselves if that takes less effort than a call",
    price_question="What does an empty slot cost them in a usual week?",
    questions=(
        "How many appointments are moved or missed in a usual week, and what happens then?",
        "Which calendar is in use today, and who else has to see it?",
    ),
    reach=(
        "Businesses of this kind learn from each other: in guilds, at suppliers and in training courses. Every "
        "booking page that their customers use also shows our name. We win a first street or a first trade and let "
        "it talk."
    ),
    size=(
        "We count businesses with appointments in an area, call at different hours and note how many do not "
        "answer. Each call that rings out is a slot somebody wanted; together with the usual price of a slot that "
        "makes an honest estimate."
    ),
    rivals=(
        "We are up against the phone, general calendar tools, and booking portals that bring customers and take a "
        "share. The portals own the customer; the tools do not know breaks, rooms and regulars."
    ),
    moat=(
        "We win by knowing the trade: which service needs which room, how long it takes with whom, and who likes "
        "to be called. Those rules and the list of regulars stay with the business and come along wherever it "
        "goes, which is a reason to trust us with them."
    ),
    features=(
        Capability(
            "Bookable calendar",
            "high",
            "The business enters services, hours and breaks, and gets a page with the slots that are truly free.",
            (
                "A slot that is taken is not offered to anybody else.",
                "A service is offered only where its whole length fits between existing appointments.",
                "A slot that the business blocks disappears from the page.",
            ),
        ),
        Capability(
            "Self-booking",
            "high",
            (
                "A customer chooses a service and a time and leaves a name and a number. No account is needed and "
                "no call."
            ),
            (
                "A booking can be made without an account.",
                "The customer receives a message with date, time and place after booking.",
            ),
        ),
        Capability(
            "Move or cancel",
            "medium",
            "A link in the message lets the customer move or cancel until a time the business sets.",
            (
                "A move frees the old slot and takes the new slot in the same step.",
                "After the deadline set by the business the link shows its phone number instead.",
            ),
        ),
        Capability(
            "Waiting list",
            "medium",
            "Whoever wants to come earlier is asked when a slot becomes free, in the order of the list.",
            (
                "A freed slot is offered to the people on the list in the order in which they joined.",
                "An offer that is not answered by its deadline goes to the next person.",
            ),
        ),
        Capability(
            "Reminder",
            "low",
            "A message before the appointment, with the link to move it, so that a no is heard before the hour.",
            (
                "A reminder is sent at the time before the appointment that the business has set.",
                "A cancelled appointment causes no reminder.",
            ),
        ),
    ),
    later=(
        "Payment in advance: it changes who dares to book, so we first measure without it.",
        "A portal in which customers search among businesses: we serve those who already have customers.",
        "Staff hours and wages: they follow from the calendar but need rules of their own.",
    ),
    metrics=(
        "1 slot that fell free on the same day is filled from the waiting list",
        "1 regular customer books the next appointment without calling",
    ),
    blocks=(
        "A web application, a relational database and a message service. The database itself must refuse "
        "overlapping appointments for the same person or room; that rule is too important to live in the page "
        "alone. Times are stored with their zone, since the change of the clock has spoiled many calendars."
    ),
    breaks=(
        "Messages break first: many reminders leave in the same minute and each costs money. Then come businesses "
        "with several people and rooms, where looking for a free slot turns from a glance into a search."
    ),
    grows=(
        "We spread reminders over the hour, ask customers to choose a cheaper channel, and calculate free slots in "
        "advance for the coming weeks whenever the rules change. Each business can be moved to a database of its "
        "own, as none needs the appointments of another."
    ),
    core_why="a slot that is shown as free must be free, or nobody will book again",
    observe="we sit at the front desk for a morning, count calls and listen to how an appointment comes about",
    buys="Text messages are the running cost to watch. Everything else fits into modest hosting.",
    technical=(
        Hazard(
            "A slot is given to several people",
            "high",
            "medium",
            "f1 f2 core",
            (
                "A booking on the page and another by phone can meet in the same minute; whoever stands at the door in "
                "vain tells everybody."
            ),
            "The database refuses overlaps, the phone booking uses the same calendar, and we let many bookings for the "
            "same slot race against each other in a test before {pilot}.",
        ),
        Hazard(
            "Existing calendars fall out of step",
            "medium",
            "high",
            "f1 rest",
            "Many keep a private or a paper calendar beside ours, and what stands only there is offered as free.",
            "For the start we take over the paper calendar by hand and block private times; a link to common calendars "
            "follows when the talks show which.",
        ),
    ),
    market=(
        Hazard(
            "Customers go on calling",
            "high",
            "medium",
            "f2 pilot belief",
            "Habit and the wish for a voice are strong; the business then keeps a calendar and the phone as well.",
            (
                "The answering machine and the door carry the link, and whoever calls gets it as a message after the "
                "call. We count calls per week before and during {pilot}."
            ),
        ),
    ),
    execution=(
        Hazard(
            "Every trade wants its own rules",
            "medium",
            "high",
            "f1 rest",
            "Rooms, travel, preparation and regulars differ from trade to trade and pull us in all directions.",
            (
                "We take the same trade for all businesses at the start and write down rules of others without "
                "building them."
            ),
        ),
    ),
    financial=(
        Hazard(
            "Messages eat the margin",
            "medium",
            "medium",
            "f5 price",
            (
                "Messages cost us per piece while the price is by the month; busy businesses could cost more than they "
                "bring."
            ),
            "We write the cost of messages beside the price from the first month, prefer free channels, and include a "
            "number in the price that we can carry.",
        ),
    ),
    strategic=(
        Hazard(
            "A portal bundles the calendar for free",
            "medium",
            "medium",
            "belief f4",
            "Portals can give the calendar away, because they earn on the customers they bring.",
            (
                "We stand for businesses that want to keep their customers: their list, their name, their page. That "
                "promise is worth money to those with regulars."
            ),
        ),
    ),
    journey=(
        Move(
            "Wants an appointment",
            "It is late, nobody answers the phone any more, and the message on the machine names the page.",
            "",
        ),
        Move(
            "Chooses a free time",
            "They pick the service and see only times that are truly free, long enough and at the right person.",
            "f1",
        ),
        Move("Books", "Name and number are enough; the message is there before the phone is put away.", "f2"),
        Move(
            "Something comes up",
            "The link moves the appointment. The slot it leaves is offered to somebody who is waiting.",
            "f3 f4",
        ),
        Move(
            "Comes, and comes again",
            "A reminder the day before; after the visit the next appointment is proposed in the usual rhythm.",
            "f5 f2",
        ),
    ),
    parts=(
        "At the heart lies {f1}, the only part that may say whether a time is free. {f2} and {f3} ask it and "
        "change it, and so does the page at the front desk. {f4} listens for slots that become free. A sender "
        "takes care of {f5} and of all other messages, and tries again when a message does not leave."
    ),
    flow=(
        "Of customers we hold a name, a number and their appointments; of the business its services, hours and "
        "rules. A booking goes from the customer's page into the calendar and from there to the front desk and "
        "into a message.\n\nWhat an appointment is about can be delicate, so messages name time and place only. "
        "Old appointments lose their names after a time the business sets."
    ),
    links=(
        "The message service is needed from the start, the common calendars next, because people look there for "
        "their private times. Tills and practice software follow trade by trade, each when several businesses ask "
        "for the same."
    ),
    guard=(
        "Who has an appointment where can say a lot about health, worries or plans. Each business sees its own "
        "customers only, links in messages expire, and staff see what their work needs.\n\nWe process data on "
        "behalf of the business, so a contract about that belongs to the first sign-up. For practices of the "
        "health professions stricter secrecy applies; we do not serve them before that has been checked."
    ),
)

FOOD = Kind(
    key="food",
    words=(
        "+restaurant* cafe café cafes bakery bakeries +food meal meals cook cooking kitchen kitchens dinner lunch "
        "eat eating catering menu menus farm farms +farmer* crop crops vegetables fruit grocery groceries "
        "bread coffee tea wine beer brewery organic vegan +lebensmittel essen kochen bäcker* "
        "bauern* hof imker* gemüse ernte +gastro* restaurante comida cocina cuisine repas recette nourriture "
        "agricult* ferme レストラン 料理 +農家 +野菜 食品 餐厅 农 طعام مطعم مزرعة"
    ),
    users="people who cook or grow food",
    trouble="what was grown or cooked and those who would eat it do not meet in time",
    pain=(
        "Food does not wait. What is not sold, eaten or passed on by the evening is lost, and what is missing at "
        "noon cannot be made up later."
    ),
    usual="experience, phone calls in the morning and a note on the door",
    gap=(
        "Experience is right on a usual day; weather, holidays and a full bus make unusual days, and those decide "
        "the month."
    ),
    sign="We recognise them at closing time: they look at what is left and do sums in their heads.",
    payer=(
        "Those who cook or grow work on thin margins and pay only for what returns within the season. Those who "
        "eat pay for taste, time and a good feeling, and in that order."
    ),
    promise=(
        "It tells those who cook or grow how much will be wanted before they buy, and lets guests secure their "
        "part in advance."
    ),
    gain="Compared with {way}, the day is planned from orders and not from hope.",
    scarce="hands during the rush, when nobody looks at a screen",
    edges=(
        "We ask guests to commit before the cooking, where other offers only sell off what is left.",
        "Everything works in a kitchen: wet hands, loud, a glance and no typing.",
        "Each offer says where the food comes from and who made it, because that is what people tell their friends.",
    ),
    belief="People will decide in advance what they eat, if they get something for it that they would otherwise miss",
    price_question=(
        "What does a portion cost with work and waste, and what is left of it at the price people pay today?"
    ),
    questions=(
        "How much is thrown away or sold out on a usual day, counted and not felt?",
        "Which rules of hygiene, labelling and trade apply to what we do, and who checks them?",
    ),
    reach=(
        "Food spreads by mouth. We begin with a counter, a market stall or a canteen where the same people come by "
        "every week, and let them taste. A full table on a rainy day is the advertisement."
    ),
    size=(
        "We count what leaves the kitchen: portions per day, how many could have been sold, how many were left. A "
        "few weeks of such notes from several places say more about the market than any study of the whole trade."
    ),
    rivals=(
        "We are up against the fridge at home, the supermarket next door and delivery platforms. They win on price "
        "and reach; none of them knows the cook, the field or the regular guest."
    ),
    moat=(
        "Regulars protect us, and so does the habit of a weekly day. We tie growers, kitchens and guests to a "
        "rhythm that all of them plan with; whoever wants to copy us has to win all of them in the same place."
    ),
    features=(
        Capability(
            "Offer of the week",
            "high",
            (
                "Those who cook or grow write down what there will be, how much of it, until when it can be ordered "
                "and who it is for."
            ),
            (
                "An offer states amount, price, allergens and the time of collection.",
                "An offer whose amount is used up shows that it is sold out.",
            ),
        ),
        Capability(
            "Pre-order",
            "high",
            (
                "The kitchen or the farm knows before the shopping how much is wanted, because guests order and "
                "pay beforehand. With {way}, nobody can tell."
            ),
            (
                "An order after the deadline of the offer is refused.",
                "The sum of all orders is shown to the kitchen at the deadline.",
                "A paid order appears on the collection list.",
            ),
        ),
        Capability(
            "Kitchen sheet",
            "medium",
            "The orders of the day as amounts per dish or crop, to be printed and hung on the wall.",
            (
                "The sheet lists each dish with its ordered amount.",
                "A change after printing is marked on the next print.",
            ),
        ),
        Capability(
            "Collection list",
            "medium",
            "Whoever comes to the counter is found by name and ticked off.",
            (
                "A name can be found by its first letters.",
                "An order that was not collected is listed at the end of the day.",
            ),
        ),
        Capability(
            "Leftover offer",
            "low",
            "What remains goes to people nearby who asked to be told, at a lower price or for nothing.",
            (
                "Only people who asked for it receive a leftover offer.",
                "A leftover that is taken cannot be taken by anybody else.",
            ),
        ),
    ),
    later=(
        "Delivery to the door: it needs hands and money that the kitchen does not have.",
        "Recipes, diets and calories: they need care and bring no order.",
        "Many places at the same time: the rhythm of the first has to hold before.",
    ),
    metrics=(
        "1 kitchen or farm buys or harvests by the sum of the orders",
        "1 guest orders in several weeks of the trial without being reminded",
    ),
    blocks=(
        "A web page for guests, a printable sheet for the kitchen, a payment provider and a mail or message "
        "service. Printing is not old-fashioned here: paper survives steam, and nobody unlocks a phone with dough "
        "on the hands. Amounts and deadlines are checked in the database, so that the last portion is sold to "
        "somebody and not to everybody."
    ),
    breaks="The counter breaks first, when everybody collects in the same minutes before noon. "
    "Then the list of dishes, which grows until nobody can plan with it.",
    grows=(
        "We give out times for collection before queues form, hold the number of dishes per day small, and repeat "
        "the model place by place with the same sheet, instead of building a central kitchen."
    ),
    core_why="an order that is paid before the cooking is the only proof that people commit",
    observe=(
        "we help in the kitchen or at the stall for a day, weigh what is left and ask each regular what would make "
        "them order"
    ),
    buys="We pay for ingredients of the trial days, boxes and whatever the hygiene office asks for.",
    technical=(
        Hazard(
            "The sheet and the orders differ",
            "high",
            "low",
            "f2 f3 core",
            "A late order or a cancellation that does not reach the kitchen means a hungry guest at the counter.",
            "After the deadline {f2} is closed for everybody, and the sheet carries the time at which it was made.",
        ),
        Hazard(
            "Payment in a rush",
            "medium",
            "medium",
            "f2 f4",
            "Bad reception at the counter makes payments hang while the queue grows.",
            (
                "Payment happens before collection. At the counter a name is enough, and the list works without a "
                "connection after it has been loaded."
            ),
        ),
    ),
    market=(
        Hazard(
            "Hunger is not planned",
            "high",
            "high",
            "f2 pilot belief",
            "Most people decide what to eat when they are hungry; ordering days before asks for a new habit.",
            (
                "We tie the order to a fixed day and a dish that is gone when it is gone, and compare in {pilot} how "
                "many come back a week later."
            ),
        ),
    ),
    execution=(
        Hazard(
            "The kitchen has no time for us",
            "high",
            "medium",
            "f1 f3 pilot",
            "Those who cook are on their feet from early on; a tool that asks for minutes in the rush is dropped.",
            "We enter the offers for them in the first weeks and ask for a few minutes on a quiet day only.",
        ),
    ),
    financial=(
        Hazard(
            "Thin margins leave nothing for us",
            "high",
            "medium",
            "price f2",
            "Of each portion little remains after goods, work and rent; a share for us is quickly too much.",
            (
                "We measure the waste that was avoided and take our part from that gain. Where there is none, we have "
                "not helped."
            ),
        ),
    ),
    strategic=(
        Hazard(
            "We depend on a few places",
            "medium",
            "medium",
            "belief f1",
            "If a popular kitchen or farm stops, its guests go too.",
            (
                "We build the weekly day around several cooks or growers, so that guests come for the day as well as "
                "for a name."
            ),
        ),
    ),
    journey=(
        Move(
            "Tastes something",
            "At the counter they get a bite of what comes next week, and the name {name} on the bag.",
            "",
        ),
        Move("Looks at the week", "They see what there will be, how much is left, and who makes it.", "f1"),
        Move("Orders before the deadline", "They choose, pay and know when to come.", "f2"),
        Move(
            "The kitchen gets to work",
            "At the deadline the sheet hangs on the wall. Shopping follows from the sums.",
            "f3",
        ),
        Move(
            "Collects and stays in touch",
            "A name at the counter, a word with the cook. Who asked for it hears when something is left.",
            "f4 f5",
        ),
    ),
    parts=(
        "Guests see {f1} and place a {f2}; the kitchen sees neither, but {f3} on the wall. At the counter {f4} is "
        "open on an old tablet. {f5} takes over after closing time. The same clock rules them: the deadline of the "
        "offer, after which amounts no longer change."
    ),
    flow=(
        "An offer goes to all guests, an order to the kitchen as an amount and to the counter as a name. We hold "
        "names, contact details, orders and what guests told us about allergies.\n\nAllergies are health data: "
        "they are shown where the food is made and nowhere else. Sums without names stay, because next season is "
        "planned from them."
    ),
    links=(
        "A payment provider comes first. Next are tills, which need the sale for the books, and the wholesalers or "
        "growers, who would rather receive a sum of the week as a file than a call at dawn."
    ),
    guard=(
        "Wrong information about allergens can do real harm, so it is required for each offer and shown before "
        "payment. Guests' data is small; what matters is to keep it from being sold on.\n\nRules of hygiene, "
        "labelling, trade and, for farms, of direct sale apply to our partners and in part to us. We ask the "
        "office in charge before the first portion, and keep its answer."
    ),
)

HOME = Kind(
    key="home",
    words=(
        "+energy +solar heating heat_pump* electricity power battery batteries insulation emissions carbon co2 "
        "+sustainab* climate recycl* reuse water waste repair repairs renovation home homes house houses "
        "apartment* landlord* tenant* flat housing smart_home property real_estate mould +energie* strom heizung* "
        "sanier* wohnung* haus mieter* vermieter* nachhaltig* reparatur* m\u00fcll \u00e9nergie logement vivienda "
        "hogar energ\u00eda reparar エネルギー 住宅 省エネ 能源 房 طاقة منزل"
    ),
    users="people who look after a home",
    trouble="people cannot tell which change to their home would pay and which would not",
    pain=(
        "A house answers slowly. A wrong decision shows on a bill a year later, and until then every offer looks "
        "equally right and every adviser sells something."
    ),
    usual="the annual bill, advice from the seller and what the neighbours did",
    gap="It tells them what they used and never why, so they do what is visible instead of what helps.",
    sign=(
        "We recognise them by an occasion: a bill, a broken device, a move or a letter from the owner. Without an "
        "occasion nobody thinks about a boiler."
    ),
    payer=(
        "Those who pay for the change are often not those who gain from it: owners invest, tenants heat. An offer "
        "has to say plainly what each of them gets."
    ),
    promise=(
        "It shows {users} where their home loses money, proposes the next sensible step and checks afterwards "
        "whether it helped."
    ),
    gain="Compared with {way}, a step is chosen from measurements in their own rooms.",
    scarce="occasions, because people act on their homes rarely",
    edges=(
        "We measure before we recommend, and measure again after, in the same rooms.",
        "We earn nothing on the device or the work that we recommend, and say so on each page.",
        "We begin with steps that need no owner and no craftsman, so that something happens in the first week.",
    ),
    belief="People will act on a recommendation about their home if they can check the result themselves",
    price_question="Who pays, owner, tenant or administrator, and out of which saving?",
    questions=(
        "Which step in a home can be done and checked within our trial?",
        "Which readings can we get without an installer coming to the house?",
    ),
    reach=(
        "We go where the occasion is: tenants' associations, chimney sweeps, administrators of buildings and the "
        "desk for energy advice of the town. They know who has just received the letter that makes people act."
    ),
    size=(
        "We choose a few buildings of the same age, read their bills and meters, and find out what could be saved "
        "by the steps we offer. Public registers say how many buildings of that kind there are; the willingness to "
        "act we have to measure."
    ),
    rivals=(
        "We are up against doing nothing, free advice by sellers, apps of the utilities and expensive surveys. "
        "Sellers are biased, utilities see the meter but not the rooms, surveys end in a folder."
    ),
    moat=(
        "Our advantage grows with each home: readings before and after a step, by type of building. With them we "
        "can say what a step brings in a house like theirs, and stand by it. That only works as long as nobody "
        "pays us for a recommendation."
    ),
    features=(
        Capability(
            "Home profile",
            "high",
            (
                "{Users} answer what we need to know about rooms, windows, heating and bills, with a photo where words "
                "fail."
            ),
            (
                "The profile can be completed without any document at hand.",
                "A question that is left out is shown as open and does not block the rest.",
            ),
        ),
        Capability(
            "Reading log",
            "high",
            "A photo of the meter or a small sensor gives readings over time; they take the place of {way}.",
            (
                "A reading holds value, unit, date and source.",
                "A reading below the reading before it is returned with a question.",
            ),
        ),
        Capability(
            "Next step",
            "high",
            "From profile and readings we propose the step that helps most for the least money, with the reason.",
            (
                "Each proposed step names the readings it was derived from.",
                "A step that was refused is not proposed again in the same season.",
            ),
        ),
        Capability(
            "Before and after",
            "medium",
            "When a step is done we compare like with like and say whether it helped, also when it did not.",
            (
                "The comparison takes outdoor temperature into account and says so.",
                "A result is shown only when there are readings before and after the step.",
            ),
        ),
        Capability(
            "Request to the owner",
            "low",
            "Tenants get a letter with facts for steps that need the owner, and can see what became of it.",
            (
                "The letter contains readings with their dates.",
                "The state of a request is shown as sent, answered or refused.",
            ),
        ),
    ),
    later=(
        "Selling devices or craftsmen's work: it would cost us the right to advise.",
        "Controlling heating or power from afar: wrong settings freeze or overheat real rooms.",
        "Certificates and funding applications: they follow rules of their own in each country.",
    ),
    metrics=(
        "1 household takes a proposed step and reports it with a photo",
        "1 household shows a reading after its step that confirms or refutes our estimate",
    ),
    blocks=(
        "A web application with photo upload, a time-series table for readings, and a small model of a room whose "
        "formulas can be read by an engineer. We prefer few formulas that we can explain to a learned model that "
        "we cannot; advice about a home must survive the question why. Sensors are bought, not built."
    ),
    breaks=(
        "Variety breaks us first: each building, meter and climate adds cases that our formulas have not seen. The "
        "readings themselves stay small for a long time."
    ),
    grows=(
        "We grow by type of building, not by map: a type is opened when its readings confirm the estimates. Photos "
        "of meters are read by a service with a person behind it, until errors are rare enough to let it run."
    ),
    core_why="a recommendation without readings is an opinion, and of those there are enough",
    observe=(
        "we walk through a home with the people who live there, read the meter together and ask what they already tried"
    ),
    buys=(
        "A small set of sensors to lend out, and some hours of an engineer who checks our formulas, are worth "
        "their price."
    ),
    technical=(
        Hazard(
            "Readings mislead",
            "high",
            "medium",
            "f2 f4 core",
            "A cold week, a guest or an open window moves a reading more than the step we want to judge.",
            (
                "We compare against outdoor temperature, ask about unusual weeks, and say that we do not know when the "
                "effect is smaller than the noise."
            ),
        ),
    ),
    market=(
        Hazard(
            "No occasion, no action",
            "high",
            "high",
            "f3 pilot belief",
            "{Users} agree with every word and do nothing until something breaks.",
            (
                "We go to people with an occasion, offer a step for the same week, and count steps done instead of "
                "profiles filled."
            ),
        ),
    ),
    execution=(
        Hazard(
            "Results come later than the plan ends",
            "high",
            "medium",
            "f4 pilot",
            "Heating shows its effect in winter, bills come after a year. A trial can end before a home has answered.",
            (
                "We choose steps whose effect is visible within weeks and readings that are taken daily; slow effects "
                "run on without holding up the plan."
            ),
        ),
    ),
    financial=(
        Hazard(
            "Nobody pays for advice",
            "high",
            "medium",
            "price f3",
            "Advice on saving is often free elsewhere, paid by the state or by sellers.",
            (
                "We offer the check of the result as the paid part, and ask administrators of many flats before "
                "households."
            ),
        ),
    ),
    strategic=(
        Hazard(
            "Rules and subsidies turn",
            "medium",
            "medium",
            "belief f3",
            "What pays depends on prices, laws and funding, which change with governments.",
            (
                "Each step stands on its effect in the room; money is calculated apart and updated without touching "
                "the rest."
            ),
        ),
    ),
    journey=(
        Move(
            "Gets a letter",
            "A bill or a note from the owner makes them look for help, and the tenants' association names {name}.",
            "",
        ),
        Move("Describes the home", "They go through the rooms with the phone and answer what they know.", "f1"),
        Move("Takes readings", "A photo of the meter at a fixed hour; perhaps a sensor by post.", "f2"),
        Move(
            "Does the next step",
            "The proposal says why this step and why not another. They do it, or write to the owner.",
            "f3 f5",
        ),
        Move(
            "Sees whether it helped",
            "A comparison arrives after some weeks. If it helped, the next step follows.",
            "f4 f3",
        ),
    ),
    parts=(
        "{f1} describes the home, {f2} adds what happens in it over time. A set of formulas reads both and feeds "
        "{f3}; the same formulas, run again after a step, give {f4}. {f5} takes facts from all of them and turns "
        "them into a letter."
    ),
    flow=(
        "Readings come from photos or sensors, are checked for sense and stored with their source. Estimates are "
        "calculated from them and can be calculated again when a formula is corrected.\n\nReadings show when "
        "people are at home. They belong to the household, go to owners only inside a letter that the tenant "
        "sends, and leave their name when they are used for comparisons."
    ),
    links=(
        "Weather data is needed for fair comparisons and is publicly available. Next come the portals of "
        "utilities, where they let customers pass on their readings, and makers of sensors with an open interface."
    ),
    guard=(
        "A curve of consumption tells when a flat is empty, when people sleep and whether they are ill. Readings "
        "are encrypted, shown to the household only and thinned out with age.\n\nTenancy law decides what tenants "
        "may change and what owners must allow; advice on energy is a protected title in places. We have both "
        "checked for the country we begin in."
    ),
    pace=(3, 2),
)

KINDS = (SHARING, BOOKING, FOOD, HOME)
