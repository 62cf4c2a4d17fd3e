"""Kinds of ideas about looking after oneself: health and habits, money and papers."""

from __future__ import annotations

from artifacts.runners.offline.kinds.base import Capability, Hazard, Kind, Move

WELLBEING = Kind(
    key="wellbeing",
    words=(
        "+health +habit +habits +wellbeing wellness +fitness workout* exercise running yoga sleep meditat* "
        "mindful* stress anxiety mental therapy therapist* diet nutrition weight calories medication pills blood "
        "diabet* patient* symptom* pain migraine elderly dementia pregnan* baby mood smoking alcohol +gesundheit* "
        "gewohnheit* schlaf* ern\u00e4hrung abnehmen medikament* patient sport sant\u00e9 sommeil habitudes salud "
        "h\u00e1bitos sue\u00f1o 健康 睡眠 習慣 运动 健身 صحة صحي عادات نوم"
    ),
    users="people with a habit to change",
    trouble="people know what would do them good and still do not do it on a usual day",
    pain=(
        "Knowing is not the difficulty. It is the tired evening on which nobody asks, and the week after a lapse "
        "in which the plan is silently buried."
    ),
    usual="good intentions, general advice and an app that was opened for some days",
    gap=(
        "It speaks to people on their best days and reproaches them on the others, so they stop listening just "
        "when it would count."
    ),
    sign="We recognise them by several attempts behind them. They can name the point at which each of them ended.",
    payer=(
        "The person who changes pays with effort; insurers, employers or relatives may pay with money. They must "
        "never see what the person would not tell them."
    ),
    promise="It helps {users} to keep a small step on bad days, notices a lapse and helps to begin again.",
    gain="Compared with {way}, it is built for the day on which it does not work out.",
    scarce="the attention people have left at the end of a day",
    edges=(
        "The plan has a smallest version for bad days, which counts in full.",
        "After a lapse there is a question and no reproach; the plan changes, not only the person.",
        "We promise no cure, and say plainly where a doctor is needed.",
    ),
    belief="People will answer a short daily question for several weeks",
    price_question=(
        "What have they already paid to change this, and what would a month without the trouble be worth to them?"
    ),
    questions=(
        "Which change can a person notice without any device within our trial?",
        "Where does our advice end and medicine begin, and who draws that line for us?",
    ),
    reach=(
        "People talk about such things with those who know them: practices, pharmacies, self-help groups, course "
        "leaders. We ask them what they would hand over without worry, and build that. Their word opens doors that "
        "advertising closes."
    ),
    size=(
        "How many people have the trouble is known to public health statistics. How many try to change it in a "
        "given month, and how many keep going with help, we learn in a small group whose every dropout we call."
    ),
    rivals=(
        "We are up against good intentions, trackers that count, courses that end, and programs paid by insurers. "
        "Trackers measure without helping, courses help as long as they last."
    ),
    moat=(
        "What we learn is what helps whom after a lapse. It grows with each person who comes back, and it is only "
        "told to somebody who is trusted. That trust would be lost with any sale of data, so we rule it out in our "
        "statutes."
    ),
    features=(
        Capability(
            "Small plan",
            "high",
            "{Users} choose a step, a place in the day and a version for bad days.",
            (
                "A plan consists of a step, an occasion in the day and a version for bad days.",
                "The plan can be changed on any day without losing what was recorded before.",
            ),
        ),
        Capability(
            "Daily question",
            "high",
            (
                "A short question at the chosen time: done, small version, or not today. No more, because the "
                "evenings without strength decide."
            ),
            (
                "The question can be answered from the message without signing in.",
                "The small version counts the same as the full version.",
            ),
        ),
        Capability(
            "Return after a lapse",
            "high",
            "After days without an answer we ask what got in the way and offer to change the plan.",
            (
                "After the pause that the person has set, a message with a question is sent.",
                "The message contains no count of missed days.",
            ),
        ),
        Capability(
            "Look back",
            "medium",
            "At the end of a week people see what was possible, and write a sentence about how they feel.",
            (
                "The look back shows days with both versions of the step.",
                "An entry can be deleted by the person without a trace.",
            ),
        ),
        Capability(
            "Trusted person",
            "low",
            "Who wants to names somebody who is told how it goes, as much as they choose.",
            (
                "Sharing can be ended at any time and takes effect with the next page view.",
                "The trusted person sees only what was ticked.",
            ),
        ),
    ),
    later=(
        "Diagnoses and advice on medicines: that is for doctors.",
        "Watches and sensors: the daily question has to show first whether measuring would help.",
        "Rankings among friends: comparison drives away those who need help most.",
    ),
    metrics=(
        "1 person returns after a lapse and keeps the changed plan for a week",
        "1 person answers the daily question on most days of the trial",
    ),
    blocks=(
        "A web page that needs no installation, messages by mail or phone, and a database in which answers are "
        "encrypted apart from names. We use no advertising tools and no foreign statistics, since even the visit "
        "to such a page says something. Texts lie in files that a professional can read and correct without us."
    ),
    breaks=(
        "Messages break first: they leave at the same hour for everybody, and those which arrive too late are "
        "worse than none."
    ),
    grows=(
        "Times are spread by a few minutes and sent from a queue that gives up on old ones. When people write "
        "back, somebody has to read it; the number of participants follows that person's hours."
    ),
    core_why="a plan and a question are enough to see whether anybody keeps going",
    observe="we let people tell us about their last attempt, day by day, until the day it ended",
    buys=(
        "A professional who reads our texts and is liable for their word comes first; encryption and a careful "
        "host come next."
    ),
    technical=(
        Hazard(
            "Messages arrive at the wrong moment",
            "medium",
            "medium",
            "f2 core",
            "Time zones, summer time and delayed mail turn a help into a nuisance.",
            (
                "Times are kept with their zone; a message that is late by more than the person's limit is dropped and "
                "recorded."
            ),
        ),
    ),
    market=(
        Hazard(
            "Interest ends after the first weeks",
            "high",
            "high",
            "f2 f3 pilot belief",
            "{Users} have stopped before, and most helpers in the pocket are forgotten.",
            (
                "We judge {pilot} by how many return after a lapse, ask each of the others by phone, and change the "
                "plan before we change the design."
            ),
        ),
    ),
    execution=(
        Hazard(
            "We slide into medicine",
            "high",
            "medium",
            "f1 f3 pilot",
            "A well-meant sentence can be taken as treatment, with consequences for people and for us.",
            (
                "A professional signs the texts, warning signs lead to a page that says where to get help, and we "
                "describe our purpose narrowly."
            ),
        ),
    ),
    financial=(
        Hazard(
            "Those who need it do not pay for it",
            "medium",
            "high",
            "price f2",
            "People pay for hope at the beginning and cancel quietly; insurers pay after years of proof.",
            (
                "We ask for money after the first weeks, from those who stayed, and talk with employers about a small "
                "group instead of with insurers about everybody."
            ),
        ),
    ),
    strategic=(
        Hazard(
            "A wrong step with data ends us",
            "high",
            "low",
            "f4 belief",
            "A leak or a partnership that looks like it destroys the trust on which all answers rest.",
            (
                "We collect little, keep it apart from names, take no payer who wants to see individuals, and let "
                "somebody from outside try to break in."
            ),
        ),
    ),
    journey=(
        Move(
            "Is sent by someone they trust",
            "A practice or a course leader hands them {name} with a sentence of their own.",
            "",
        ),
        Move(
            "Makes a small plan", "A step, an occasion, a version for bad days. It takes as long as a cup of tea.", "f1"
        ),
        Move("Answers in the evening", "A question, a touch, done. On bad days the small version.", "f2"),
        Move(
            "Falls out and comes back",
            "After some days without an answer somebody asks what got in the way, and the plan becomes another.",
            "f3 f1",
        ),
        Move(
            "Sees what is possible", "On Sundays they look back; whoever wants to tells a person they trust.", "f4 f5"
        ),
    ),
    parts=(
        "{f1} says what is asked when. A clockwork sends {f2} and takes the answers; it also notices silence and "
        "hands over to {f3}. {f4} reads the answers back to the person who gave them. {f5} is a window in which "
        "each pane has to be opened by hand."
    ),
    flow=(
        "An answer goes from the message into an encrypted record that carries a number instead of a name. Name "
        "and address lie apart, and are joined only to send.\n\nNobody gets personal records, we evaluate groups "
        "only and only with consent. Deleting means deleting, in copies too, within a time that we print."
    ),
    links=(
        "In the beginning there is only the way messages take. Health stores on phones may follow when people ask "
        "to bring their own records, and practices when they want to read what a patient shares."
    ),
    guard=(
        "Health data deserves the strictest protection there is: consent for each purpose, encryption, few people "
        "with access, and a log that says who looked.\n\nWhether software counts as a medical device depends on "
        "what we claim. We write our purpose down, have it judged before {pilot}, and change no claim without "
        "asking again."
    ),
)

MONEY = Kind(
    key="money",
    words=(
        "+invoic* +accounting +bookkeeping +tax +taxes +finance* financial money bank banking budget* +expense* "
        "receipt* payment payments payroll loan loans debt invest* saving savings insurance crypto pension billing "
        "late_payments subscriptions_tracker +rechnung* +buchhaltung +steuer* geld finanz* bank beleg* mahnung* "
        "versicherung* +facture* comptab* argent imp\u00f4t +factura* contabilidad dinero impuestos 会計 請求書 税 "
        "家計 发票 财务 记账 فاتورة فواتير محاسبة مال"
    ),
    users="people who do their own paperwork",
    trouble="people find out too late how they stand",
    pain=(
        "Papers about money are put off because each of them may hold bad news. When they are opened at last, the "
        "deadline has passed and the choice is gone."
    ),
    usual="a spreadsheet, a shoe box of receipts and a tax adviser at the end of the year",
    gap=(
        "It answers last year's question. What is needed is an answer on the day on which something is bought, "
        "sold or owed."
    ),
    sign="We recognise them by a pile, on the desk or in the inbox, and by an evening before a deadline.",
    payer=(
        "They pay themselves, out of money they watch closely. A tax adviser who gets cleaner papers can be an "
        "ally or feel replaced; we want the former."
    ),
    promise="It tells {users} what is owed, what is due and what remains, while something can still be done about it.",
    gain="Compared with {way}, the papers are read on the day they come and not on the day they are due.",
    scarce="trust, because nobody shows their accounts to a stranger",
    edges=(
        "We show the next decision and its deadline before any table or chart.",
        "Every number can be traced to the paper it comes from.",
        "What we pass on to a tax adviser fits the way they work.",
    ),
    belief="People will hand over their papers regularly if they get an answer on the same day",
    price_question="What did the last missed deadline, forgotten invoice or late fee cost them?",
    questions=(
        "Which country's rules do we begin with, and who checks that we read them right?",
        "Which papers cause most of the work, and in which form do they come?",
    ),
    reach=(
        "Deadlines make people look for help. We are present before them: with tax advisers, associations of "
        "trades, banks of the place and in groups where beginners ask each other. A tool that an adviser "
        "recommends needs no further proof."
    ),
    size=(
        "Public registers say how many small businesses or households of this kind there are. We find out in talks "
        "how many papers each of them has in a month, what an hour of that work is worth to them, and how many "
        "would give it away."
    ),
    rivals=(
        "We are up against the shoe box, spreadsheets, accounting suites and advisers. Suites speak the language "
        "of accountants; advisers know the answers but are asked late."
    ),
    moat=(
        "We learn how papers of this trade look and what follows from them; corrections by users and advisers make "
        "the reading surer each month. Alongside grows the trust of advisers, and that is won at the deadline, or "
        "lost."
    ),
    features=(
        Capability(
            "Paper tray",
            "high",
            (
                "{Users} photograph or forward a paper; it lies in the tray with date, amount and sender, and not in "
                "the pile."
            ),
            (
                "A forwarded mail with an attachment appears in the tray.",
                "Date, amount and sender of a paper can be corrected, and the correction is kept beside what was read.",
            ),
        ),
        Capability(
            "Due list",
            "high",
            "What has to be paid, sent or answered next, in order of date, with the paper behind each line.",
            (
                "Every entry opens the paper it comes from.",
                "An entry that is marked as done leaves the list and stays in the history.",
            ),
        ),
        Capability(
            "What remains",
            "high",
            (
                "The money that is truly free after what is owed and set aside; with {way}, nobody can say that on "
                "an ordinary day."
            ),
            ("The sum shows the entries it is made of.", "Money set aside for taxes is not counted as free."),
        ),
        Capability(
            "Reminder to others",
            "medium",
            "Whoever owes us gets a friendly letter that a person has approved.",
            (
                "A reminder is sent only after a person has approved it.",
                "No reminder is proposed for an invoice that is marked as paid.",
            ),
        ),
        Capability(
            "Adviser's folder",
            "low",
            "At the end of a month everything lies sorted in a folder the way the adviser wants it.",
            (
                "The folder holds every paper of the month and a list with date, amount and category.",
                "A paper without a category is listed at the top.",
            ),
        ),
    ),
    later=(
        "Moving money: to see and to remind is enough, and moving it needs a licence.",
        "The tax return itself: it stays with the adviser.",
        "Investment advice: it is another profession, with a law of its own.",
    ),
    metrics=(
        "1 user meets a deadline that would have been missed without the due list",
        "1 adviser takes over the folder without asking for the papers again",
    ),
    blocks=(
        "A web application, file storage for papers that keeps every version, a relational database for entries, "
        "and a service that reads papers. Amounts are stored as whole units of the currency with its code, never "
        "as floating point numbers. Entries are corrected by a further entry and not overwritten, as bookkeeping "
        "has done for centuries."
    ),
    breaks=(
        "Reading breaks first: every sender has a layout of its own, and errors that are rare for us are a wrong "
        "amount for somebody."
    ),
    grows=(
        "We read with a doubt: below a threshold of certainty a person confirms, and layouts that come often get a "
        "check of their own. Papers are stored by year and customer, so that old years can move to cheaper storage."
    ),
    core_why="a sum is worth nothing until the papers behind it are complete",
    observe="we sort the pile together with them and write down at which paper they sigh",
    buys=(
        "The reading service costs money per page, and an hour of a tax adviser per month costs more; both are "
        "cheaper than an error."
    ),
    technical=(
        Hazard(
            "An amount is read wrong",
            "high",
            "medium",
            "f1 f3 core",
            "A misplaced comma changes a sum by a great deal, and it is believed because a computer shows it.",
            (
                "Amounts below our certainty are confirmed by a person, each sum shows its papers, and we measure "
                "errors on real papers before {pilot}."
            ),
        ),
    ),
    market=(
        Hazard(
            "Nobody shows their accounts to a stranger",
            "high",
            "high",
            "f1 pilot belief",
            "Money is private; {users} may nod and still keep the shoe box.",
            (
                "We begin with the papers they would hand to anybody, say where they are stored, and come recommended "
                "by an adviser they know."
            ),
        ),
    ),
    execution=(
        Hazard(
            "Rules are a bottomless pit",
            "medium",
            "high",
            "f2 f5 rest",
            "Each type of business and each country has its deadlines and exceptions.",
            (
                "We serve a kind of user whose rules fit on a page, have an adviser check that page, and refuse all "
                "others politely."
            ),
        ),
    ),
    financial=(
        Hazard(
            "Those who need it have the least",
            "medium",
            "medium",
            "price f4",
            "People in disorder often are short of money; people in order do not need us.",
            (
                "We tie the price to a result such as a reminder that brought money in, and test whether advisers pay "
                "for cleaner folders."
            ),
        ),
    ),
    strategic=(
        Hazard(
            "Banks add it to the account",
            "high",
            "medium",
            "f3 belief",
            "A bank already sees the payments and can show what remains.",
            (
                "Banks see payments and not the papers behind them, and only their own accounts. We build on papers "
                "and advisers."
            ),
        ),
    ),
    journey=(
        Move(
            "Has a deadline ahead",
            "The adviser or a colleague says: send your papers to {name}, then I can work with them.",
            "",
        ),
        Move(
            "Empties the pile",
            "An evening with the phone over the pile. Each paper lies in the tray, the worst of them too.",
            "f1",
        ),
        Move("Sees what is due", "The list is shorter than feared, and it has an order.", "f2"),
        Move(
            "Makes a decision",
            "They look at what remains before they buy something or pay a debt. Whoever owes them hears from them.",
            "f3 f4",
        ),
        Move(
            "Closes the month", "The folder goes to the adviser. The next paper goes straight into the tray.", "f5 f1"
        ),
    ),
    parts=(
        "{f1} takes papers in and lets them be read; entries are made of what is certain. {f2} and {f3} are views "
        "of the same entries, by date and by sum. {f4} writes letters from them, {f5} packs them up. The reading "
        "is a part of its own that can be replaced."
    ),
    flow=(
        "A paper comes by photo or mail, is stored unchanged, read and confirmed. The entry keeps a link to it. "
        "Letters leave after approval, folders go to the adviser the user has named.\n\nLaw decides how long "
        "papers have to be kept; until then they can be exported and not lost, and after that they are deleted."
    ),
    links=(
        "A mailbox for papers is the first connection. Next come exports in the format of common accounting "
        "software, since advisers work there. Bank data, with permission to read only, follows when papers alone "
        "are no longer enough."
    ),
    guard=(
        "Papers tell of debts, illness and family. They are encrypted, opened by name, and every look of ours is "
        "logged and visible to the user.\n\nWe give no tax advice and move no money; both would need a licence. "
        "Rules on keeping records and on electronic invoices bind our users, so we have our storage checked "
        "against them."
    ),
)

KINDS = (WELLBEING, MONEY)
