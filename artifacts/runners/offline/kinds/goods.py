"""Kinds of ideas about goods: keeping them, selling them, bringing them."""

from __future__ import annotations

from artifacts.runners.offline.kinds.base import Capability, Hazard, Kind, Move

STOCK = Kind(
    key="stock",
    words="+inventory +inventories +stock stocks stocktak* reorder* +warehouse* shelf shelves storeroom* asset assets "
    "equipment spare_parts tool_tracking barcode* lagerbest* +lager* +inventar* warenwirtschaft bestand best\u00e4nde "
    "vorrat vorr\u00e4te inventaire inventario almac\u00e9n 在庫 棚卸 库存 庫存 مخزون المخزون",
    users="people who keep stock",
    trouble="nobody can say what is on the shelf without walking to it",
    pain=(
        "A wrong count hurts in both directions: the shelf is empty when a customer asks, or money lies on it that "
        "nobody asks for. The person who notices is usually too busy at that moment to write it down."
    ),
    usual="paper lists, a spreadsheet and the memory of whoever does the buying",
    gap=(
        "Whatever they write down is right on the day of the count and wrong soon after, and nothing warns them in "
        "between."
    ),
    sign=(
        "We recognise them by a moment: they stand in front of a gap on the shelf and have to decide from memory "
        "what to order and how much."
    ),
    payer=(
        "The person who counts is often not the person who pays for the goods. Where they are the same, a sale "
        "takes a conversation; where they are not, we have to convince the buyer with what the counter saves."
    ),
    promise=(
        "It tells {users} what is left, what runs out next and what to order, from counts that are short enough to "
        "be done while customers are in the room."
    ),
    gain="Compared with {way}, the count is shared, dated and turned into an order by itself.",
    scarce="the patience of the people who have to count",
    edges=(
        (
            "We ask for a count only where it changes a decision, so that {users} count a few shelves and not the "
            "whole shop."
        ),
        "The result is an order list in the words of the supplier, where other tools stop at a table of quantities.",
        "It works on the phone in the pocket, in the storeroom, without a connection and without a scanner.",
    ),
    belief="People will keep counting if a count takes them less time than the trouble it saves",
    price_question=(
        "What did the last sold-out article or the last unsold box cost them? Our price has to be small beside it."
    ),
    questions=(
        "How many different articles does a typical user keep, and how many of them cause most of the trouble?",
        "Which suppliers take orders by e-mail or portal, and in which form?",
    ),
    reach=(
        "We meet {users} where they buy: at wholesalers, trade fairs and in the groups where they trade supplier "
        "tips. A supplier who gets cleaner orders has a reason of its own to recommend us."
    ),
    size=(
        "To learn the size of the market we count instead of guessing: every business of this kind in a town that "
        "we can walk, how many keep their own stock, and how many let us look at their list. That ratio, applied "
        "to public business registers, is an estimate we can defend."
    ),
    rivals=(
        "We are up against till systems with a stock module, inventory suites made for warehouses, and the habit "
        "of doing it by hand. The suites ask for master data before they give anything back; the tills know sales "
        "but not breakage, theft or gifts."
    ),
    moat=(
        "Our lead is the record itself: after some months we hold counts, rhythms and supplier habits that a "
        "newcomer would have to collect again. We keep it open for export, so that staying is a choice, and we go "
        "deeper into how this trade reorders instead of wider into trades we have not watched."
    ),
    features=(
        Capability(
            "Shelf count",
            "high",
            (
                "{Users} walk along a shelf and enter what they see, article by article, on a phone. It takes the "
                "place of {way}."
            ),
            (
                "A count that is interrupted continues at the same article when the page is opened again.",
                "A count entered without a connection appears in the list after the connection returns.",
                "Each saved count shows who counted and when.",
            ),
        ),
        Capability(
            "Reorder list",
            "high",
            "From the latest counts and a minimum per article we write down what to order, grouped by supplier.",
            (
                "An article whose count is below its minimum appears in the reorder list.",
                "An article at or above its minimum does not appear in the reorder list.",
                "The list for a supplier can be copied as plain text.",
            ),
        ),
        Capability(
            "Run-out warning",
            "medium",
            "When an article is about to run out, the person who does the buying hears of it before a customer does.",
            (
                "A warning is sent when a saved count is below the minimum of the article.",
                "The same shortage does not cause a further warning until the article has been counted again.",
            ),
        ),
        Capability(
            "Article import",
            "medium",
            (
                "The list people already have, on paper or in a spreadsheet, becomes the first list of articles, so "
                "that nobody starts with an empty page."
            ),
            (
                "A spreadsheet with a name column creates an article for each of its filled rows.",
                "Rows that cannot be read are listed with their row number and the reason.",
            ),
        ),
        Capability(
            "Change history",
            "low",
            "Every count and correction stays visible with its author, so that a strange number can be asked about.",
            (
                "Each article shows its counts in order of time with author and amount.",
                "A correction leaves the corrected count in the history.",
            ),
        ),
    ),
    later=(
        "Bookkeeping and valuation of the stock: the count has to be trusted before anybody calculates with it.",
        "A till or a barcode scanner of our own: the phone and a list are enough to test the habit.",
        "Forecasts of demand: they need a history that we only begin to collect.",
    ),
    metrics=(
        "1 user sends a supplier an order that was copied from the reorder list without another count",
        "1 user counts in each week of the trial without a reminder from us",
    ),
    blocks=(
        "A web application that installs on a phone, a relational database, and a small queue on the device that "
        "holds counts until there is a connection. We choose the web over an app store because {users} should be "
        "able to start while we are still in the room. The database keeps counts as events that are never "
        "overwritten; the stock on hand is calculated from them, which makes every number explainable."
    ),
    breaks=(
        "The first thing to break is the catalogue: long article lists make the phone slow and the search useless. "
        "After that it is simultaneous counting, when colleagues count the same shelf and the later entry would "
        "hide the earlier."
    ),
    grows=(
        "So we load the list by shelf instead of as a whole, merge counts by time and author instead of replacing "
        "them, and move warnings out of the request into a queue before the number of shops makes them late."
    ),
    core_why="nothing that follows is worth anything until a count can be trusted",
    observe="we stand beside them during a real count, say nothing, and note where they hesitate and what they skip",
    buys=(
        "Beyond hosting and a mail service there is little to buy; a used phone of the kind our users carry is "
        "worth more than any tool."
    ),
    technical=(
        Hazard(
            "Counts made offline collide",
            "high",
            "medium",
            "f1 f5 core",
            (
                "When colleagues count the same shelf without a connection, both entries arrive later and {f1} has to "
                "decide which is true. A silent wrong choice would cost us the trust of {users} for good."
            ),
            (
                "Every count is stored as an event with author and time; a conflict is shown and never resolved in "
                "silence. We rehearse it with phones in flight mode before {pilot} begins."
            ),
        ),
        Hazard(
            "Imported lists are messier than we expect",
            "medium",
            "high",
            "f4 rest",
            (
                "Names are spelled in several ways, units are mixed and rows are merged, so {f4} may create articles "
                "that nobody recognises."
            ),
            (
                "We collect real lists during {talks}, build the import against them, and let the user drop or join "
                "articles before anything is saved."
            ),
        ),
    ),
    market=(
        Hazard(
            "The counting stops after the first weeks",
            "high",
            "high",
            "f1 f2 pilot belief",
            (
                "A new list is interesting, a weekly count is a chore. If {users} fall back to {way}, everything built "
                "on the counts stops with it."
            ),
            (
                "We reduce the count to the shelves that cause orders, show what the last count prevented, and visit "
                "whoever skips a count during {pilot} to learn why."
            ),
        ),
        Hazard(
            "The till vendor adds the same",
            "medium",
            "low",
            "f2 f3",
            (
                "Many shops already pay for a till; a stock page in it would look like enough, even where it misses "
                "breakage and gifts."
            ),
            (
                "We ask in every talk which till is in use and what its stock page lacks, and put our effort into "
                "{f2}, which tills do not care about."
            ),
        ),
    ),
    execution=(
        Hazard(
            "The catalogue eats our time",
            "medium",
            "medium",
            "f4 f1 rest",
            "Units, packages and variants invite endless special cases, and each looks necessary to somebody.",
            (
                "An article has a name, a minimum and a supplier until a user in the pilot is stopped by that; every "
                "other field waits in a list."
            ),
        ),
    ),
    financial=(
        Hazard(
            "Setting up a customer costs more than it brings",
            "high",
            "medium",
            "f4 price",
            (
                "If every new customer needs us to clean a list and sit beside the first count, a subscription pays "
                "for the visit only after a long time."
            ),
            (
                "We write down the hours of each set-up from the first customer on, improve {f4} where they go, and "
                "ask for a set-up fee if they stay high."
            ),
        ),
    ),
    strategic=(
        Hazard(
            "Suppliers take over the reorder",
            "medium",
            "low",
            "f2 belief",
            (
                "Large suppliers can offer to watch the shelf themselves and refill it, which would make our list "
                "unnecessary for their articles."
            ),
            (
                "We stay on the side of the buyer: the list compares suppliers, and the record belongs to the shop. "
                "That is the position a supplier cannot take."
            ),
        ),
    ),
    journey=(
        Move(
            "Hears of us",
            "A supplier or a colleague shows them an order list and says where it came from. They want to "
            "see their own shelf in it before they read anything else about {name}.",
            "",
        ),
        Move(
            "Brings the existing list",
            "They hand over the spreadsheet or a photographed page, look through the articles we "
            "made of it and strike out what they no longer sell.",
            "f4",
        ),
        Move(
            "Counts a shelf",
            "Between customers they walk along the shelf that causes most trouble and enter what they see. "
            "If the signal drops, the count goes on.",
            "f1 f5",
        ),
        Move(
            "Sends the order",
            "They open the list for a supplier, change what they know better, copy it and send it the way "
            "they always do.",
            "f2",
        ),
        Move(
            "Comes back when something runs low",
            "A warning names the article that is running out. They count that shelf "
            "again, and the rhythm of counting is set by need and not by the calendar.",
            "f3 f1",
        ),
    ),
    parts=(
        "The phone page is where the work happens: it holds {f1}, keeps entries safe without a connection and "
        "shows {f5}. Behind it a service stores every count, works out what is left and fills {f2}. A small "
        "background worker watches the minimums for {f3}. {f4} stands apart, so that a strange spreadsheet can "
        "never disturb a count."
    ),
    flow=(
        "We know articles, suppliers, minimums and counts, and of people only the name and address with which they "
        "sign in. A count travels from the phone to the service, becomes an event that is never changed, and from "
        "there the amount on hand and the order list are calculated.\n\nNothing goes to a supplier unless a person "
        "sends it. A shop can take all its articles and counts away as a spreadsheet, and when it leaves us we "
        "delete them."
    ),
    links=(
        "For the first version the only connections are a mail service for {f3} and plain text for {f2}. The next "
        "are worth building in this order: the export of the till, because sales explain counts; supplier portals, "
        "where an order can be handed over as a file; and bookkeeping, which asks for the value of the stock at "
        "the end of the year."
    ),
    guard=(
        "Stock figures show how a business is doing, so a competitor, a landlord or a former employee must not see "
        "them. Each shop's data is separated at the database, staff sign in by name, and rights end on the day the "
        "job ends.\n\nThe history cannot be edited, which also protects employees against false accusations. Names "
        "of staff are personal data: we state why we keep them and for how long, and have the rules of the country "
        "checked before the first paying shop."
    ),
)

SHOP = Kind(
    key="shop",
    words=(
        "+webshop +online_shop +online_store +e_commerce +ecommerce shop store boutique merch handmade +etsy "
        "reselling dropshipping jewel* clothes clothing fashion shirts sneakers candles soap cosmetics posters "
        "ceramics furniture vintage second_hand subscription_box +onlineshop +onlinehandel verkaufen verkauf laden "
        "schmuck kleidung mode boutique tienda vender vendre gifts flowers selling ネットショップ 通販 販売 "
        "网店 متجر"
    ),
    users="people who buy from makers",
    trouble="buyers cannot tell from a screen whether a thing is worth its price",
    pain=(
        "Buying from a stranger is an act of trust. A doubt about size, material or return is enough to close the "
        "page, and the seller never hears why."
    ),
    usual="large marketplaces, chain stores and recommendations of friends",
    gap="What they use today offers endless choice and little help with choosing, so they settle or put it off.",
    sign=(
        "We recognise them because they ask questions before they buy: how it is made, how it wears, what happens "
        "if it does not fit."
    ),
    payer=(
        "User and payer are the same person, unless it is a gift. Then the giver decides by how it looks on "
        "arrival, and the wrapping is part of the product."
    ),
    promise=(
        "It gives {users} a small selection that somebody stands behind, shows each thing as it is, and makes "
        "sending it back a matter of a message."
    ),
    gain="Compared with {way}, the choice is made by people who have held the thing in their hands.",
    scarce="money tied up in goods before anybody has bought them",
    edges=(
        "We show each article with its flaws, measures and origin, because an honest picture saves a return.",
        "The range stays small enough that we can answer every question about every article ourselves.",
        "After the purchase we ask how it went and print the answers, including those that hurt.",
    ),
    belief="Enough people will pay a price that leaves us a margin after goods, postage and returns",
    price_question="What remains per order after goods, packing, postage, payment fees and returns?",
    questions=(
        "Which article would people buy from us today, before there is a range?",
        "Where do we get a further batch from if the first sells out, and how long does it take?",
    ),
    reach="We reach {users} through the things themselves: markets, pop-up tables and pictures by early buyers. Paid "
    "advertising waits until we know what an order leaves us, because a margin we have not measured cannot be spent.",
    size=(
        "We learn the size of the demand with a small batch: how many people see it, how many ask, how many buy at "
        "the full price. Marketplaces show how many comparable articles are sold and at which prices; what they do "
        "not show is why people return them, and that we ask our own buyers."
    ),
    rivals=(
        "We are up against marketplaces with every article, chains with shops on the corner, and the wish to wait. "
        "They win on price and delivery, so we do not compete there; we compete where a buyer wants to know and to "
        "ask."
    ),
    moat=(
        "What lasts is the relation to makers and buyers: agreements on small batches, a name that stands for a "
        "certain taste, and people who buy again without comparing. We protect it by refusing articles we would "
        "not own, even when they would sell."
    ),
    features=(
        Capability(
            "Article page",
            "high",
            (
                "A page per article with pictures in daylight, measures, material and origin, written to answer the "
                "doubts that {users} have."
            ),
            (
                "Each article page shows price, measures, material and the delivery date.",
                "An article without stock shows that it is sold out and cannot be put into the basket.",
            ),
        ),
        Capability(
            "Basket and payment",
            "high",
            "From the page to a paid order without an account. All costs stand there before the buyer pays.",
            (
                "The total with postage and tax is shown before the payment page opens.",
                "An order can be paid without creating an account.",
                "A failed payment leaves the basket unchanged.",
            ),
        ),
        Capability(
            "Order tracking",
            "medium",
            "The buyer sees what happens to the order, and we see what has to be packed today.",
            (
                "A paid order appears in the packing list.",
                "The buyer receives a message with the tracking number when the parcel is marked as sent.",
            ),
        ),
        Capability(
            "Return by message",
            "medium",
            "Whoever wants to send something back writes to us, and gets a label and a date for the refund.",
            (
                "A return request names the article and a reason from a list.",
                "A refund is recorded with its date on the order.",
            ),
        ),
        Capability(
            "Buyer's voice",
            "low",
            (
                "Some time after delivery we ask how it went; the answers stand on the article page, the critical ones "
                "too."
            ),
            (
                "Only buyers of an article can write about it.",
                "A published answer cannot be changed by us, only replied to.",
            ),
        ),
    ),
    later=(
        "A wide range: every further article costs money before it brings any.",
        "Selling abroad: customs and returns differ from country to country.",
        "Discount codes and points: they would hide whether the full price is accepted.",
    ),
    metrics=(
        "1 stranger, somebody none of us knows, gets from an article page to a paid order without our help",
        "1 buyer orders again within the trial",
    ),
    blocks=(
        "A hosted shop system, a payment provider and the label service of a parcel carrier, connected by nothing "
        "more than their own standard links. We rent all of it: checkout, tax and returns have been solved by "
        "others, and our work is the selection. What we write ourselves is the article page, because that is where "
        "doubts are answered, and a small sheet that calculates what each order leaves."
    ),
    breaks=(
        "Packing breaks before the website does. When orders come in bursts, the kitchen table, the printed labels "
        "and the answers to questions fall behind on the same day, and a late parcel is remembered longer than a "
        "pretty page."
    ),
    grows=(
        "So we fix a cut-off hour per day, pack in batches by article, and hand storage and dispatch to a service "
        "when packing keeps us from buying. Stock is counted in the shop system from the beginning, so that the "
        "handover is an export."
    ),
    core_why="a stranger who pays tells us more than any number of friends who like the pictures",
    observe=(
        "we lay the article on a table at a market, let people pick it up, and write down the question that comes first"
    ),
    buys=(
        "Money goes into the first batch, packing material and good daylight for the pictures. We order the "
        "smallest batch the maker accepts, even if the price per piece hurts."
    ),
    technical=(
        Hazard(
            "Stock and shop disagree",
            "medium",
            "medium",
            "f1 f2 core",
            "If the same piece is sold at a market and on the page, a buyer pays for something we no longer have.",
            (
                "Every piece has its place in the shop system, also when it lies on a market table; {f1} closes when "
                "the last piece is taken out."
            ),
        ),
        Hazard(
            "Payments fail unnoticed",
            "high",
            "low",
            "f2 core",
            (
                "A payment method that does not work on some phones looks like missing interest, because nobody writes "
                "to us about it."
            ),
            (
                "We buy from ourselves on each kind of phone before {pilot}, and look at started and finished payments "
                "side by side every day of it."
            ),
        ),
    ),
    market=(
        Hazard(
            "Liked but not bought",
            "high",
            "high",
            "f1 pilot belief",
            "Pictures collect praise, orders stay out. Praise from {users} costs them nothing and tells us little.",
            (
                "We count orders at full price only, and ask everybody who left a filled basket, in a personal "
                "message, what stopped them."
            ),
        ),
    ),
    execution=(
        Hazard(
            "The supply stalls",
            "high",
            "medium",
            "f1 pilot",
            "Makers fall ill, materials run out, batches differ. Without goods there is nothing to test.",
            (
                "We order the test batch before we build the shop, keep a contact at another maker, and print delivery "
                "dates only for what lies on our own shelf."
            ),
        ),
    ),
    financial=(
        Hazard(
            "Money sits in unsold goods",
            "high",
            "medium",
            "f1 price",
            "Each batch is paid before it is sold; a wrong guess about size or colour turns cash into boxes.",
            (
                "Small batches, pre-orders for anything new, and no further batch of an article before most of the "
                "last has left."
            ),
        ),
    ),
    strategic=(
        Hazard(
            "A marketplace owns our buyers",
            "high",
            "medium",
            "f5 belief",
            "Large platforms bring orders early, keep the addresses and can copy what sells.",
            (
                "We use them as a window and put a reason to come back into every parcel; the share of orders on our "
                "own page is watched from the beginning."
            ),
        ),
    ),
    journey=(
        Move(
            "Sees it in use",
            "At a friend's place or on a market table they notice the thing, and find the name {name} on "
            "it or beside it.",
            "",
        ),
        Move(
            "Checks whether it is right",
            "On the article page they compare measures with their own life, read what other "
            "buyers complained about and look for the price of sending it back.",
            "f1 f5",
        ),
        Move("Orders", "They pay without an account, and the sum is the sum they saw before.", "f2"),
        Move(
            "Waits",
            "A message tells them when it leaves our table. If something delays it, they hear it from us first.",
            "f3",
        ),
        Move(
            "Keeps it or sends it back",
            "If it is not right, a message is enough. If it is, they tell us how it holds up, and look at what is new.",
            "f4 f5",
        ),
    ),
    parts=(
        "The shop page shows {f1} and leads into {f2}, where the payment provider takes over and hands the result "
        "back. An order list drives packing and {f3}; the same list receives what comes in through {f4}. {f5} "
        "hangs on the article and on the order at the same time, so that only buyers can speak."
    ),
    flow=(
        "We hold names, addresses and orders, because a parcel needs them; card details stay with the payment "
        "provider and never pass through us. An order goes from the page to the packing list, its address goes to "
        "the carrier, and the tracking number comes back.\n\nTax law tells us to keep invoices for years. All else "
        "we delete: baskets that were left, questions that were answered, addresses of people who only asked."
    ),
    links=(
        "The payment provider and the carrier are connected from the first order. Next comes the tax adviser's "
        "software, since typing invoices by hand is where mistakes begin. Marketplaces follow only when stock can "
        "be kept equal on all sides without our help."
    ),
    guard=(
        "Buyers trust us with their address and with what they buy. Orders are visible only to those who pack, "
        "accounts are secured by a further factor, and the shop system is kept up to date by its "
        "provider.\n\nConsumer law binds us from the first sale: the right to withdraw, the imprint, prices with "
        "tax, rules for packaging and, for some goods, for labelling. We have the texts checked by somebody who "
        "does this for shops, before we open."
    ),
)

DELIVERY = Kind(
    key="delivery",
    words=(
        "+delivery deliveries deliver delivers courier* +logistics parcel* shipping shipment* freight truck* "
        "trucking van vans cargo last_mile route routes routing dispatch* fleet transport* rides ride carpool* "
        "commute commuting moving +lieferung lieferdienst +liefer* logistik kurier* spedition fracht transporte "
        "env\u00edo entregas livraison livrer 配送 物流 宅配 配達 快递 توصيل"
    ),
    users="people who send things every day",
    trouble="nobody knows where a thing is between the moment it leaves and the moment it should arrive",
    pain=(
        "Each late or lost delivery is paid for several times: in the call that asks for it, in the repeated "
        "attempt and in the customer who does not order again."
    ),
    usual="phone calls, group chats and drivers who know their way",
    gap="It holds as long as the same people do the same tours; a sick driver or a full day is enough to break it.",
    sign=(
        "We recognise them by the phone in their hand: they call to hear where something is, and are called for "
        "the same reason."
    ),
    payer=(
        "The sender pays, the receiver suffers and the driver does the work. All of them can make the product "
        "fail, so we ask each of them what a good day looks like."
    ),
    promise=(
        "It shows {users} what is on its way, who has it and when it arrives, and lets drivers get on with driving."
    ),
    gain="Compared with {way}, everybody sees the same tour, and a change reaches the driver without a call.",
    scarce="reliable drivers at the hours when everything is needed",
    edges=(
        (
            "We begin with a small area and regular tours, where knowing the street counts for more than owning many "
            "vehicles."
        ),
        "The driver's page asks for as few taps as possible, because a product that drivers avoid delivers nothing.",
        "The receiver gets an honest time window that moves when the tour moves.",
    ),
    belief="Enough deliveries lie close enough together that a tour pays for its driver",
    price_question="What does a delivery cost them today, with the calls, the waiting and the repeated attempts?",
    questions=(
        "How many deliveries fall into the same area and the same hours on a usual day?",
        "Who carries the loss when something breaks, spoils or disappears on the way?",
    ),
    reach=(
        "We go from door to door in the area we begin with: senders who stand in the same street can share a tour, "
        "and each new sender there makes the tour cheaper for the others. Nobody outside the area is signed up, "
        "however willing."
    ),
    size=(
        "We learn the size by keeping a log with a handful of senders: what leaves, when, where to, by whom and at "
        "which price. Deliveries per street and hour decide whether this can pay, and no report will tell us that "
        "for our area."
    ),
    rivals=(
        "We are up against parcel carriers, platforms for couriers, and the sender's own car. Carriers are cheap "
        "and rigid, platforms take a large share and own the customer, the own car seems free because nobody "
        "counts the hours."
    ),
    moat=(
        "Density is what protects us: the more stops per street, the cheaper and the more exact we are, and the "
        "harder it is for a newcomer to match both. So we fill an area before we open the next, and turn down work "
        "that stretches the tours."
    ),
    features=(
        Capability(
            "Delivery order",
            "high",
            "A sender enters what goes where and by when, or repeats an order from last week.",
            (
                "An order is accepted only with an address, a time window and a phone number.",
                "A repeated order takes over address, size and note of the earlier order.",
            ),
        ),
        Capability(
            "Tour list",
            "high",
            (
                "The driver sees the stops of the day in order, with the note that matters at each door. It takes the "
                "place of {way}."
            ),
            (
                "The stops can be put into another order by the driver.",
                "An order that is cancelled disappears from the tour list of the driver.",
                "The list can be read without a connection after it has been loaded.",
            ),
        ),
        Capability(
            "Arrival window",
            "medium",
            "The receiver gets a message with a window of time, and another when the window moves.",
            (
                "The receiver gets a message when the driver starts the stop before theirs.",
                "A window that moves causes a new message with the new window.",
            ),
        ),
        Capability(
            "Proof at the door",
            "medium",
            "A photo or a name closes each stop, so that a complaint begins with a fact.",
            (
                "A stop can be closed only with a photo or the name of the person who received it.",
                "The sender can open the proof from the order.",
            ),
        ),
        Capability(
            "Incident note",
            "low",
            "What went wrong is written down at the stop where it happened, with a reason from a short list.",
            (
                "An incident holds a stop, a reason and a time.",
                "Open incidents are listed for the dispatcher until they are closed.",
            ),
        ),
    ),
    later=(
        "Automatic routing over the whole city: drivers know their area, and we first learn where they are wrong.",
        "A live map for receivers: a window that is kept is worth more than a moving dot.",
        "Cold chain, dangerous goods and cash on delivery: each brings law of its own.",
    ),
    metrics=(
        "1 sender gives us all deliveries of a day instead of a sample",
        "1 tour is driven from the tour list without a call between driver and sender",
    ),
    blocks=(
        "A web application for senders, a page for drivers that works without a connection, and a message service "
        "for receivers. Maps and addresses come from a provider; tours are a list that people can change, since a "
        "computed tour that ignores a closed bridge is worse than none. We store each change of a stop with its "
        "time, because later estimates of arrival will be learned from them."
    ),
    breaks=(
        "The dispatcher breaks first. Until a certain number of tours a person can hold the day in mind; beyond "
        "it, every change causes calls, and the calls eat the gain."
    ),
    grows=(
        "So we measure calls per tour from the first day, let the system propose an order of stops when they rise, "
        "and split areas before they overflow. Messages leave through a queue, so that a burst at noon delays "
        "nobody's window."
    ),
    core_why="an order that reaches the right door without a call is the whole promise",
    observe="we ride along for a full tour and note every call, every wait and every note scribbled on paper",
    buys=(
        "We need insurance for the goods we carry and a message service. Vehicles are rented or belong to the "
        "drivers until the tours fill them."
    ),
    technical=(
        Hazard(
            "Addresses lead to the wrong door",
            "medium",
            "high",
            "f1 f2 core",
            "Back yards, new streets and missing bell names defeat map services, and the driver finds out at the door.",
            (
                "Each door keeps the note of the last driver; {f1} asks for what the map does not know, and unclear "
                "addresses are confirmed before the tour starts."
            ),
        ),
        Hazard(
            "The driver's phone gives up",
            "medium",
            "medium",
            "f2 f4",
            "Empty batteries, wet screens and dead spots happen on every tour.",
            "The tour is on the device before the driver leaves, proofs wait there until there is a connection, and a "
            "printed list is the last resort.",
        ),
    ),
    market=(
        Hazard(
            "Too few stops per street",
            "high",
            "high",
            "f1 pilot belief",
            "If the senders lie far apart, each delivery carries the cost of the whole way and nobody will pay it.",
            (
                "We sign senders street by street and begin {pilot} only when the log of a week shows tours that would "
                "pay for their driver."
            ),
        ),
    ),
    execution=(
        Hazard(
            "A driver is missing in the morning",
            "high",
            "medium",
            "f2 pilot",
            "With few drivers, any absence cancels the day for all senders.",
            "Each tour has somebody who could take it over and has driven it before; somebody of us can drive as well.",
        ),
    ),
    financial=(
        Hazard(
            "The empty way back",
            "high",
            "medium",
            "price f2",
            "We pay for the whole tour and are paid for the way there only. A price per delivery hides that.",
            (
                "We calculate per tour, offer collections on the way back, and set minimum numbers per area before we "
                "promise a time."
            ),
        ),
    ),
    strategic=(
        Hazard(
            "A platform buys its way into our area",
            "medium",
            "medium",
            "belief f3",
            "A large platform can offer deliveries below cost until we give up.",
            (
                "Our contracts are with senders, by area and by habit. We offer what a platform with changing couriers "
                "cannot: the same face, a kept window and a name to call."
            ),
        ),
    ),
    journey=(
        Move(
            "Has something to send",
            "They hear from the shop next door that {name} passes by every day, and ask for a trial "
            "of their worst delivery.",
            "",
        ),
        Move("Places an order", "Address, window and a note for the door; from the next time on it is a repeat.", "f1"),
        Move("Hands it over", "The driver already has the stop on the list and knows which bell to ring.", "f2"),
        Move(
            "The receiver is at home",
            "A message gives the window, and a new message moves it if the tour is late.",
            "f3",
        ),
        Move(
            "Sees how it ended",
            "The order shows the proof or the reason why not. A good day turns into a standing order.",
            "f4 f5",
        ),
    ),
    parts=(
        "Senders work on a page for {f1}; drivers carry {f2} with them, together with {f4} and {f5}. A service "
        "between them keeps the state of each stop and decides who has to know what. It also writes the messages "
        "of {f3}, and writes a message only when something has changed for its reader."
    ),
    flow=(
        "An order carries a name, an address, a phone number and a note about a door. The driver sees them for the "
        "day of the tour, the receiver sees only the own delivery, the sender sees how it ended.\n\nWe keep the "
        "times of stops, because estimates are made from them, and remove names and door notes from old orders. "
        "The position of a driver is used during a tour and not kept after it."
    ),
    links=(
        "A map service for addresses and a message service for windows are needed from the beginning. Shop systems "
        "and tills come next, so that an order there becomes a delivery here without typing. Carriers for what "
        "leaves our area follow when senders ask for it."
    ),
    guard=(
        "We know who lives where and when they are at home; in wrong hands that is a burglar's list. Door notes "
        "are shown on the day they are needed, accounts of drivers end with the job, and positions are not "
        "stored.\n\nCarrying goods for others means transport law, insurance and, for drivers, labour law: whether "
        "they are employed or independent is not a matter of taste. We have that answered in writing before the "
        "first paid tour."
    ),
)

KINDS = (STOCK, SHOP, DELIVERY)
