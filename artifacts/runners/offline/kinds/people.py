"""Kinds of ideas about people: communities, work, human services, learning."""

from __future__ import annotations

from artifacts.runners.offline.kinds.base import Capability, Hazard, Kind, Move

COMMUNITY = Kind(
    key="community",
    words=(
        "+community +communities +social network networks club clubs forum meetup meetups meet friends friendship "
        "lonely loneliness dating volunteer* neighbourhood_group members membership association choir fans church "
        "congregation activism +gemeinschaft verein* treffen ehrenamt* einsam* nachbarschaft freunde "
        "communaut\u00e9 association_locale comunidad amigos コミュニティ 仲間 交流 社区 社交 مجتمع أصدقاء"
    ),
    users="people who look for company",
    trouble="people who would get on well do not meet, or meet and do not come again",
    pain=(
        "Belonging cannot be looked up. People try a group, find it silent or closed, and conclude that it is "
        "their own fault."
    ),
    usual="large social networks, group chats and the hope for chance",
    gap="There they find many people and few meetings: who shouts is seen, and who is new stays a spectator.",
    sign=(
        "We recognise them as those who read along and rarely write. They have looked for such a group before and "
        "can say where they stopped."
    ),
    payer=(
        "Members want to belong and seldom to pay. Those who gain in money are hosts, associations and towns; "
        "whoever pays must not decide who is seen."
    ),
    promise="It brings {users} into a small circle with a next date, and takes care that somebody is expecting them.",
    gain="Compared with {way}, they meet the same few people again, and that is how strangers turn into company.",
    scarce="hosts who keep a group alive when the first enthusiasm is gone",
    edges=(
        "We count meetings that took place and people who came again, and never time spent on a screen.",
        "Every newcomer is welcomed by a person with a name, before being shown to the group.",
        "Circles stay small; when a circle fills up, it divides with a host for each part.",
    ),
    belief="Some members will take on the work of hosting and keep it up",
    price_question="Who gains in money when these people meet, and would they pay without asking to steer it?",
    questions=(
        "Who are the first hosts, by name, and what do they get out of it?",
        "What do we do on the day when a member harms another?",
    ),
    reach=(
        "Every host knows people who are missing a group. We begin with hosts and let them invite, because an "
        "invitation by a person is kept and an advertisement is not. Libraries, clubs and advice centres send "
        "those whom nobody knows."
    ),
    size=(
        "How many people wish for company is written in many studies; how many come on a rainy evening we have to "
        "see. We announce a few dates in a place, count who comes and who comes again, and estimate from the rate "
        "of return."
    ),
    rivals=(
        "We are up against big networks, messaging groups and the evening at home. Networks have everybody, groups "
        "cost nothing, the sofa asks for no courage."
    ),
    moat=(
        "A group that works cannot be moved by copying software: it consists of hosts, customs and shared "
        "memories. We protect it by making hosts strong, letting circles own their history, and refusing growth "
        "that a circle cannot greet."
    ),
    features=(
        Capability(
            "Circle",
            "high",
            (
                "A small group with a purpose, a host and a next date. It gives {users} the same faces again, "
                "which is rare with {way}."
            ),
            (
                "A circle has a host and a purpose before it can be joined.",
                "A circle that has reached the size its host set shows a waiting list.",
            ),
        ),
        Capability(
            "Next date",
            "high",
            "Each circle shows when it meets next and who is coming; without a next date it counts as asleep.",
            (
                "A member can accept or decline a date from the message.",
                "A circle without a future date is marked as asleep.",
            ),
        ),
        Capability(
            "Welcome",
            "high",
            "A newcomer says a few things about themselves; a member takes on greeting them before the first meeting.",
            (
                "A newcomer is visible to the circle only after a member has taken on the welcome.",
                "A welcome that nobody takes on is shown to the host.",
            ),
        ),
        Capability(
            "Report and block",
            "medium",
            "Whoever feels harassed can say so and is out of reach from that moment.",
            (
                "A blocked person can no longer write to or see the person who blocked them.",
                "Each report gets an answer that is recorded with its date.",
            ),
        ),
        Capability(
            "Shared memory",
            "low",
            "After a meeting the circle keeps a picture, a sentence, a list: what was said and what is planned.",
            ("Only members of the circle can see its memory.", "An entry can be removed by the person who wrote it."),
        ),
    ),
    later=(
        "An endless feed: it would reward reading and not meeting.",
        "Open groups for everybody: we grow by circles that greet each newcomer.",
        "Advertising: it would make attention our product.",
    ),
    metrics=(
        "1 circle meets again on a date that its own host has set",
        "1 newcomer who knew nobody comes to another meeting",
    ),
    blocks=(
        "A web application with messages by mail, a relational database and a modest service for pictures. We "
        "leave out live chat on purpose: people have messengers, and what is missing are dates and greetings. "
        "Membership is the key of every table, so that a question about who may see what has the same answer "
        "everywhere."
    ),
    breaks=(
        "Care breaks first. Reports, quarrels and silent circles grow with the number of people, and an answer "
        "that comes after days does harm."
    ),
    grows=(
        "So the number of circles is tied to the number of hosts we can support; hosts get a colleague in another "
        "circle to turn to, and reports have somebody on duty before we open a further place."
    ),
    core_why="a date with somebody who expects you is all that has to exist in the beginning",
    observe=(
        "we go to meetings of existing groups, arrive as newcomers and note how long it takes until somebody "
        "speaks to us"
    ),
    buys="Rooms, tea and a small thank-you for hosts are the investment; software stays modest.",
    technical=(
        Hazard(
            "Private words become public",
            "high",
            "low",
            "f1 f5 core",
            "An error in who may see what exposes what people said in confidence, and it cannot be taken back.",
            (
                "Membership is checked in the same place for all pages, and each page has a test with a stranger who "
                "must see nothing."
            ),
        ),
    ),
    market=(
        Hazard(
            "Empty on arrival",
            "high",
            "high",
            "f1 f2 pilot belief",
            "Whoever comes and finds no date does not come again, and tells others.",
            (
                "We open with a few circles whose dates are fixed and whose hosts we know; the sign-up leads to a "
                "date, not to a profile."
            ),
        ),
    ),
    execution=(
        Hazard(
            "Hosts grow tired",
            "high",
            "high",
            "f2 f3 pilot",
            "Hosting is work. After some meetings the thanks grow rare and the chairs still have to be put up.",
            (
                "Each circle gets a deputy from the beginning, tasks move around, and we call every host after each "
                "meeting of {pilot}."
            ),
        ),
    ),
    financial=(
        Hazard(
            "Belonging is not for sale",
            "medium",
            "high",
            "price f1",
            "Fees keep out those who need company most, and without fees nobody pays for care.",
            (
                "We ask towns, health insurers and associations to pay for places, keep circles free of payers, and "
                "publish who pays us."
            ),
        ),
    ),
    strategic=(
        Hazard(
            "A circle moves to a messenger",
            "medium",
            "high",
            "belief f5",
            "As soon as people know each other, a chat group does most of what we do.",
            (
                "We welcome it: what we must be needed for is the next newcomer and the next host. We measure whether "
                "those still come through us."
            ),
        ),
    ),
    journey=(
        Move(
            "Is told by a person",
            "A librarian, a neighbour or a member says: there is a circle, and they would be glad of you.",
            "",
        ),
        Move("Says who they are", "A few sentences, no profile. Somebody answers by name.", "f3"),
        Move("Finds a circle", "They see what it is for, who hosts and when it meets next.", "f1 f2"),
        Move(
            "Goes there",
            "At the door stands the person who wrote. If anything feels wrong, a report is a message away.",
            "f2 f4",
        ),
        Move(
            "Comes again",
            "The picture of the evening is in the memory, the next date is set. After some time they greet "
            "a newcomer themselves.",
            "f5 f3",
        ),
    ),
    parts=(
        "{f1} is the unit of everything: it owns its members, its dates in {f2} and its notes in {f5}. {f3} stands "
        "at its door. {f4} cuts across all of them and overrules them. A page for hosts and for us shows what is "
        "asleep or waiting."
    ),
    flow=(
        "Of members we hold a name, an address and what they said about themselves; of circles their dates and "
        "memories. What is said in a circle is visible there and nowhere else.\n\nNotices go out by mail with as "
        "little content as possible. Whoever leaves takes the own entries along; the dates stay, without the name."
    ),
    links=(
        "Calendars come first, so that a date stands where people look. Mail goes through a service that handles "
        "bounces. Towns and associations may later show their circles on their own pages."
    ),
    guard=(
        "Groups reveal belief, illness, origin and love; membership itself is worth protecting. Nobody is listed "
        "publicly, search engines stay out, and minors need rules of their own before they may join.\n\nLaws on "
        "online platforms ask for a way to report illegal content and for an answer with reasons. {f4} is built to "
        "meet that; we have the texts checked."
    ),
)

JOBS = Kind(
    key="jobs",
    words=(
        "+job +jobs +recruit* +hiring +hire candidate* applicant* application* cv cvs resume resumes career "
        "careers talent employer* employees vacancy vacancies interview interviews onboarding freelancer* temp "
        "staffing workforce internship* apprentice* +stelle* +bewerb* arbeitgeber mitarbeiter* fachkr\u00e4fte "
        "ausbildung* lehrling* personal emploi recrut* empleo trabajo candidatos 採用 求人 転職 招聘 求职 وظائف توظيف"
    ),
    users="employers with an open position",
    trouble="people who can do the work and those who need it done fail to recognise each other",
    pain="A wrong hire costs months and the peace in the team; an open position costs the nerves of those who do the "
    "work as well.",
    usual="job boards, agencies and asking around",
    gap="It brings many applications or none, and says little about whether somebody can do the work and wants to.",
    sign=(
        "We recognise employers by a notice that has been up for months, and candidates by the fact that they look "
        "in the evening and do not want their boss to know."
    ),
    payer="The employer pays. Candidates must never have to, and they will notice quickly whose side we are on.",
    promise=(
        "It lets both sides see the real work before anybody writes an application, and gives an answer to all who "
        "take part."
    ),
    gain="Compared with {way}, the choice rests on a piece of work and not on a piece of paper.",
    scarce="candidates with a choice, who have no reason to try something unknown",
    edges=(
        "We ask for a small sample of the work instead of a letter about it.",
        "Nobody is left without an answer; an employer who does not reply loses access.",
        "We begin in a trade that we know from within, so that a sample can be judged.",
    ),
    belief="Candidates will show a piece of their work if it is short and an answer is certain",
    price_question="What does an open position cost an employer per week, and which part of that would be our fee?",
    questions=(
        "In which trade and region do we begin, and who judges the samples there?",
        "How do we treat people fairly who do good work and present themselves badly?",
    ),
    reach=(
        "Employers are found at their notices: each open position is a reason to call. Candidates are found where "
        "the trade talks, at schools, in associations and through colleagues who earn nothing by recommending."
    ),
    size=(
        "We count open positions in a trade and a region, week by week, note how long they stay up and what "
        "employers spent on them. These are facts we can collect ourselves; how many candidates would move we only "
        "learn by talking to them."
    ),
    rivals=(
        "We are up against job boards, agencies, professional networks and the nephew of the boss. Boards have "
        "reach, agencies have people, and all of them are paid for applications or placements, not for people who "
        "stay."
    ),
    moat=(
        "What grows with time is this: a collection of samples with the judgement of the trade, and a name for "
        "answering everybody. We tie our pay to people who stay, which a business built on volume cannot follow."
    ),
    features=(
        Capability(
            "Work portrait",
            "high",
            (
                "An honest description of the position: tasks of a usual week, pay, people, drawbacks. It replaces the "
                "phrases of a notice."
            ),
            (
                "A portrait is published only with pay range, place and working hours.",
                "The portrait names who answers and by when.",
            ),
        ),
        Capability(
            "Work sample",
            "high",
            (
                "A short task from the real work that shows both sides what it is about. It replaces what both sides "
                "now guess from a letter."
            ),
            (
                "The expected time for the sample is shown before it is opened.",
                "Samples are shown to the judge without name, age or picture.",
            ),
        ),
        Capability(
            "Answer within the deadline",
            "high",
            "Everybody who hands in a sample gets an answer with a reason by the promised day.",
            (
                "A sample without an answer at the deadline blocks the employer's next portrait.",
                "A refusal contains a reason from the sample.",
            ),
        ),
        Capability(
            "Meeting planner",
            "medium",
            "Whoever fits is invited; dates are offered that suit people who still have a job.",
            (
                "An invitation offers dates outside usual working hours.",
                "The candidate's name becomes visible to the employer when the invitation is accepted.",
            ),
        ),
        Capability(
            "Settling-in check",
            "low",
            "After the start both sides are asked how it goes, while something can still be changed.",
            (
                "Each side is asked separately and sees the other's answer only with consent.",
                "A note that asks for help is shown to us on the same day.",
            ),
        ),
    ),
    later=(
        "Automatic ranking of people: it is risky by law and wrong by nature.",
        "Other trades and regions: each needs its own judges.",
        "Payroll, contracts and leave: those come after the hire and are done by others.",
    ),
    metrics=(
        "1 person starts a position that was found through a work sample",
        "1 employer with an open position pays for the next portrait too",
    ),
    blocks=(
        "A web application, a relational database with strict separation of people and samples, and file storage "
        "that deletes by date. We keep identity and work apart in the model, not only on the page, because an "
        "anonymous judgement must be anonymous in the database as well. No automatic scoring: the state of the law "
        "and our promise speak against it."
    ),
    breaks="Judging breaks first: samples take time to read, and the time of people who know the trade is short.",
    grows=(
        "We share the reading among several judges, pay them, limit the samples per position, and open the next "
        "only when the last has been answered. Growth follows the number of judges."
    ),
    core_why="if a sample tells no more than a letter, nothing else matters",
    observe="we watch an employer read applications and ask at each which line decided",
    buys="We pay the judges of samples and an hour with a lawyer for labour law; both are cheaper than a wrong start.",
    technical=(
        Hazard(
            "An identity leaks",
            "high",
            "medium",
            "f2 f4 core",
            "A file name, a link or a photo in a sample can betray the person, in the worst case to the present boss.",
            (
                "Files are renamed and freed of hidden data, links are refused in samples, and employers can be "
                "blocked by the candidate before handing in."
            ),
        ),
    ),
    market=(
        Hazard(
            "Good people do not take part",
            "high",
            "high",
            "f2 pilot belief",
            "Those with a choice are courted elsewhere and see no reason to do a task for strangers.",
            "The sample is short, paid where it takes longer, and comes with a certain answer; colleagues, not "
            "advertisements, invite.",
        ),
    ),
    execution=(
        Hazard(
            "Employers do not answer",
            "high",
            "high",
            "f3 pilot",
            "Employers are busy, that is why they search. An overdue answer breaks our promise to the other side.",
            "The deadline is theirs to choose and ours to enforce: we call the day before, and the block is real.",
        ),
    ),
    financial=(
        Hazard(
            "Paid late and rarely",
            "medium",
            "high",
            "price f5",
            "A fee at the hire comes months after our work, and a position that is cancelled pays nothing.",
            "A part of the fee is due with the portrait, and the rest in steps while the person stays.",
        ),
    ),
    strategic=(
        Hazard(
            "Rules for hiring tools tighten",
            "medium",
            "medium",
            "f2 belief",
            "Software that takes part in choosing people is watched by lawmakers, with duties that grow.",
            (
                "People judge, software keeps order. We document how decisions come about, and avoid automatic ranking "
                "for good."
            ),
        ),
    ),
    journey=(
        Move("Hears from a colleague", "Somebody of the trade passes a portrait on: look, they say what it pays.", ""),
        Move(
            "Reads the portrait", "They see tasks, people, pay and drawbacks, and know who will answer by when.", "f1"
        ),
        Move("Shows a piece of work", "In the evening, without a name and without a letter.", "f2"),
        Move("Gets an answer", "An invitation or a reason. Both come by the promised day.", "f3"),
        Move(
            "Meets and begins",
            "The date suits somebody with a job. After the start both sides say how it goes, and a satisfied "
            "employer comes back with the next position.",
            "f4 f5",
        ),
    ),
    parts=(
        "Employers write {f1} and define {f2} in it. Candidates hand in samples, which pass through a step that "
        "removes what identifies them and reach the judge. {f3} watches the deadlines and closes doors. {f4} joins "
        "name and work again, with consent; {f5} speaks up later."
    ),
    flow=(
        "A sample enters without a name, is judged and answered. The name lies apart and is opened when the person "
        "accepts an invitation.\n\nDocuments of people who were not chosen are deleted when the law no longer asks "
        "for them. We do not build a pool of people without asking each of them."
    ),
    links=(
        "Mail and calendars suffice at first. Job boards may list portraits to bring readers. Systems in which "
        "employers keep their positions follow when several use the same."
    ),
    guard=(
        "Applications are among the most delicate papers people hand over. Access is by name, each look is "
        "recorded, deletion follows a date and not a decision.\n\nLaw on equal treatment, data protection for "
        "applicants and rules on placing workers apply; anonymous judging helps with the first and does not "
        "replace the others. We have the process checked before the first portrait goes online."
    ),
)

SERVICE = Kind(
    key="service",
    words=(
        "+cleaning +plumb* +handyman +consulting +consultancy +consultant coach* tutor tutoring +agency craftsm* "
        "electrician* painter painters gardening gardener* babysit* nanny childcare caretaker carers eldercare "
        "pet_sitting dog_walking walking dogs dog pets pet tailor laundry car_wash accountant_service interpreter* "
        "translat* photographer* massage +handwerk* +beratung reinigung putz* pflege* betreuung g\u00e4rtner* hund "
        "hunde hausmeister m\u00e9nage jardinier conseil limpieza asesor\u00eda cuidado perros 家事 代行 介護 相談 "
        "家政 咨询 خدمات تنظيف استشارات"
    ),
    users="people who need a hand",
    trouble="people cannot tell who does the work well before it has been done",
    pain=(
        "A service is bought on trust. A no-show, a surprise on the bill or a careless hand costs a free day, and "
        "the search begins again."
    ),
    usual="recommendations, small ads and whoever is free",
    gap="Recommendations run out when the recommended person is busy, and small ads say nothing about care.",
    sign=(
        "We recognise them because they have asked friends: do you know anybody who? They wait longer for somebody "
        "trusted than price would explain."
    ),
    payer="The customer pays, sometimes for a parent, a child or a pet. Then the person who judges the work is not the "
    "person who pays for it, and both need to hear how it went.",
    promise="It gives {users} the same reliable person at an agreed time and price, and a report on what was done.",
    gain="Compared with {way}, they know who comes, what it costs and whom to call.",
    scarce="people who do the work well and want to stay",
    edges=(
        "The same person comes each time; a replacement is introduced before and not at the door.",
        "The scope of a visit and its price are written down before it begins.",
        "After every visit there is a short report with a picture where words are not enough.",
    ),
    belief="Customers will pay more for reliability than small ads charge",
    price_question="What does a visit cost us in work, travel and planning, and what do people pay today?",
    questions=(
        "Who does the work in the first months, and are they employed or independent?",
        "Which visits do we refuse, because they need a licence or cannot pay their way?",
    ),
    reach=(
        "Reliable work is recommended within a staircase and a school class. We begin in a few streets, do the "
        "first visits ourselves, and ask each satisfied customer for an introduction instead of a review."
    ),
    size=(
        "We ask in a few streets who needs this, how often and what they pay. The number of hours that could be "
        "booked within walking distance says how many people we can employ there, and that is the size which "
        "matters to us."
    ),
    rivals=(
        "We are up against small ads, platforms for odd jobs, established firms with waiting lists and doing it "
        "oneself. Platforms send whoever is free, firms come next month, oneself is always too tired."
    ),
    moat=(
        "Good people and loyal customers are the whole advantage. We keep the former by short ways, steady hours "
        "and fair pay, and the latter by the same face at the door. A platform that lives from exchange cannot "
        "offer either."
    ),
    features=(
        Capability(
            "Visit request",
            "high",
            "{Users} say what is to be done, where and when it suits, with a picture if that helps.",
            (
                "A request is accepted only from the area we serve.",
                "Each request gets an answer with a name, a time and a price, or a refusal with a reason.",
            ),
        ),
        Capability(
            "Agreed scope",
            "high",
            "What the visit includes and what it costs is written down and accepted by both sides.",
            (
                "No visit can be planned without an accepted scope.",
                "A change of scope shows its price before it is accepted.",
            ),
        ),
        Capability(
            "Visit plan",
            "high",
            "Those who do the work see their day with addresses, notes and keys, and customers see who comes.",
            (
                "A visit names the person who comes before the day begins.",
                "Overlapping visits for the same person cannot be planned.",
            ),
        ),
        Capability(
            "Visit report",
            "medium",
            (
                "A few words and a picture after the visit; it says what was done and what was noticed. With "
                "{way}, no such trace remains."
            ),
            ("A visit is closed only with a report.", "The customer receives the report on the day of the visit."),
        ),
        Capability(
            "Standing arrangement",
            "low",
            "Visits that repeat plan themselves, with the same person as far as possible.",
            (
                "A repeated visit appears in the plan without being requested again.",
                "A change of person is announced before the day of the visit.",
            ),
        ),
    ),
    later=(
        "An open platform for anybody who wants to work: we vouch for people we know.",
        "Other trades: each needs its own skill, insurance and law.",
        "An app for the home screen: a message and a page carry the first visits.",
    ),
    metrics=(
        "1 customer turns a first visit into a standing arrangement",
        "1 customer introduces a neighbour who books a paid visit",
    ),
    blocks=(
        "The service is done by people; software keeps order. A web form, a shared plan in a relational database "
        "and messages are enough. We do not write what a calendar can do, and put our effort into scope and "
        "report, as those decide whether somebody calls us again. The plan knows skills and streets, so that ways "
        "stay short."
    ),
    breaks=(
        "The planning breaks first: illness, traffic and favours turn a full plan into a puzzle that costs the morning."
    ),
    grows=(
        "We keep a share of each day free, form small teams by street that stand in for each other, and open a new "
        "area with a team and not with an advertisement. Quality is checked by a visit of ours, not by stars."
    ),
    core_why="a person at the agreed time for the agreed price is the product; all else is comfort",
    observe=(
        "we do the work ourselves for several visits and note what was unclear beforehand and what was asked afterwards"
    ),
    buys="Liability insurance comes before the first visit; tools and working clothes follow the number of people.",
    technical=(
        Hazard(
            "Plan and reality drift apart",
            "medium",
            "high",
            "f3 core",
            "A visit takes longer, a phone is off, and the plan tells the next customer something wrong.",
            "A late start is reported by the person on the way, and {f3} proposes whom to call; a person makes "
            "the call.",
        ),
    ),
    market=(
        Hazard(
            "Trust does not come by a page",
            "high",
            "medium",
            "f1 pilot belief",
            "{Users} let nobody into their home because of a website.",
            (
                "The first visits come through introductions, the person who does the work comes along to agree on the "
                "scope, and we put names and faces on everything."
            ),
        ),
    ),
    execution=(
        Hazard(
            "Good people are hard to find and keep",
            "high",
            "high",
            "f3 f5 pilot",
            "The work is demanding, the market for helpers is empty, and each departure takes customers along.",
            (
                "We hire ahead of demand, pay for travel and waiting, keep tours short, and limit the customers we "
                "accept to the people we have."
            ),
        ),
    ),
    financial=(
        Hazard(
            "Travel and gaps eat the hour",
            "high",
            "medium",
            "price f3",
            "Paid is the visit; travel, gaps and cancellations are paid by us.",
            "We accept visits by street and day, charge for late cancellation and calculate each tour, not each hour.",
        ),
    ),
    strategic=(
        Hazard(
            "Customers hire our people away",
            "medium",
            "high",
            "belief f5",
            (
                "When customer and helper like each other, the arrangement continues without us, at a lower price for "
                "both."
            ),
            (
                "We are needed for the replacement, the insurance and the bill. We say so openly, and make it more "
                "pleasant to stay than to leave."
            ),
        ),
    ),
    journey=(
        Move("Asks a neighbour", "A neighbour says who does it for them, and passes on {name}.", ""),
        Move("Describes the task", "A few words and a picture; the answer names a person, a time and a price.", "f1"),
        Move("Agrees on the scope", "What is included, what is not, what it costs. Accepted by both.", "f2"),
        Move(
            "Opens the door",
            "The person they were told about stands there. In the evening the report arrives.",
            "f3 f4",
        ),
        Move(
            "Keeps the arrangement",
            "The next visit is in the plan without a request. If somebody else has to come, they hear it before.",
            "f5 f3",
        ),
    ),
    parts=(
        "{f1} and {f2} face the customer, {f3} faces those who do the work, and {f4} connects them. {f5} writes "
        "future visits into the plan. There is a page for planning on which we see gaps, ways and people, and on "
        "which a human decides."
    ),
    flow=(
        "A request becomes a scope, a scope becomes a visit, a visit becomes a report and a bill. We hold "
        "addresses, notes about the home, sometimes keys.\n\nNotes and keys are visible on the day of the visit to "
        "the person who comes. Reports belong to the customer; we keep what the bill needs."
    ),
    links=(
        "Bookkeeping is the first connection, for bills. Calendars of those who work for us follow. Insurers or "
        "administrators who order visits may get a channel of their own when they order regularly."
    ),
    guard=(
        "We know who is away when, where the key lies and what is in the home. Such notes are encrypted, shown for "
        "a day and deleted with the arrangement; keys carry a number and no name.\n\nLabour law, licences for some "
        "trades, liability and, where children or the sick are concerned, certificates of conduct apply. We "
        "clarify them for each task before we offer it."
    ),
)

LEARNING = Kind(
    key="learning",
    words=(
        "+learn +learning learner* +course +courses lesson lessons +teach* student* pupil* school schools homework "
        "exam exams tutor* quiz quizzes vocabulary language languages flashcard* training skills skill workshop "
        "university kids_learn study studying e_learning +lernen lern* +kurs kurse unterricht* sch\u00fcler* "
        "schule sprache vokabel* nachhilfe +apprendre cours \u00e9cole \u00e9l\u00e8ves +aprender curso cursos "
        "escuela clases 学習 勉強 教育 学生 语言学习 学校 课程 تعليم تعلم دروس طلاب"
    ),
    users="people who want to learn",
    trouble="learners do not know what to practise next and stop without noticing",
    pain=(
        "People rarely fail because the matter is too hard. They fail because nobody notices when they stop, and "
        "because it remains unclear whether they are any further than last month."
    ),
    usual="videos, books and courses that are bought and not finished",
    gap=(
        "There is more material than anybody can read; what is missing is somebody who looks at the attempt and "
        "says what to do next."
    ),
    sign=(
        "We recognise them by an occasion with a date: an exam, a move, a new task. And by a course they began and "
        "did not finish."
    ),
    payer=(
        "Often parents, employers or schools pay for somebody else's learning. They want to see progress; the "
        "learner wants to feel it."
    ),
    promise=(
        "It gives {users} a next exercise that fits, looks at what they did and tells them what to try differently."
    ),
    gain="Compared with {way}, there is an answer to their own attempt and not only more to watch.",
    scarce="minutes in the learner's day, which compete with everything else",
    edges=(
        "We begin with an attempt and explain afterwards, so that the explanation meets a question.",
        "Progress is shown as things a learner can do and could not do before, never as points.",
        "When somebody stops, a person asks why; the answer changes the course.",
    ),
    belief="Learners will practise regularly if each session fits into a gap of their day and is answered",
    price_question=(
        "Who pays, learner, parent or employer, and what did the last course cost them that was not finished?"
    ),
    questions=(
        "What exactly can somebody do at the end, and how would a stranger check that?",
        "Who answers the attempts in the beginning, and how long does an answer take?",
    ),
    reach=(
        "People look for a course when a date approaches. We are found where the date is set: at schools, offices, "
        "employers and in groups for the exam. Teachers recommend what saves them work, so we give them something "
        "before we ask."
    ),
    size=(
        "We count occasions: how many people face this exam, this move or this task in a year, which offices "
        "publish. How many would practise with us we learn from a small class from its beginning to its end, and "
        "mainly from those who leave."
    ),
    rivals=(
        "We are up against free videos, thick books, schools with fixed hours, and chat programs that answer "
        "everything. They all have content; few look at an attempt and remember the last."
    ),
    moat=(
        "What accumulates are attempts with their errors and the answers that helped. From them we know where "
        "learners of this subject stumble, and write the next exercise for it. Content can be copied in a week, "
        "that cannot."
    ),
    features=(
        Capability(
            "Placement task",
            "high",
            "A short task shows where {users} stand, without a test and without a mark.",
            (
                "The result names what the learner can do and what comes next.",
                "The task can be left and continued later at the same place.",
            ),
        ),
        Capability(
            "Next exercise",
            "high",
            "Each session begins with an exercise that fits the last attempt and into a gap of the day.",
            (
                "An exercise that was failed comes back in another form in a later session.",
                "The expected duration is shown before an exercise begins.",
            ),
        ),
        Capability(
            "Answered attempt",
            "high",
            (
                "The learner's own attempt gets an answer: what works, what does not, what to try. With {way}, "
                "nobody looks at it."
            ),
            (
                "Each answer quotes the part of the attempt it refers to.",
                "An attempt without an answer at the end of the promised time is listed for us.",
            ),
        ),
        Capability(
            "Can-do list",
            "medium",
            "A list of what the learner can do, with the proof beside it; it can be shown to whoever pays.",
            (
                "An entry is added only together with an attempt that proves it.",
                "The learner decides who may see the list.",
            ),
        ),
        Capability(
            "Call when it goes quiet",
            "low",
            "If sessions stay away, a person asks what got in the way.",
            (
                "A pause longer than the learner's own rhythm creates a call for us.",
                "The learner's reason is recorded in the learner's own words.",
            ),
        ),
    ),
    later=(
        "A library of videos: there are enough, and they are not what is missing.",
        "Certificates: they mean something when others have checked what stands behind them.",
        "Games, points and ranks: they would hide whether anybody learns.",
    ),
    metrics=(
        "1 learner can do something at the end that the placement task showed as missing",
        "1 learner takes part in each week of the trial",
    ),
    blocks=(
        "A web application, a store of exercises in plain files under version control, and a database of attempts. "
        "Exercises are text that a teacher can correct without us. For answers we begin with people and offer them "
        "drafts later; a wrong answer teaches something wrong, so a person signs each of them until we have "
        "measured the errors."
    ),
    breaks=(
        "Answering breaks first. Each new learner brings attempts every week, and teachers' hours do not grow along."
    ),
    grows=(
        "We collect frequent errors and prepare answers to them, let learners comment on each other where that is "
        "safe, and keep teachers for attempts that surprise us. The share that needs a teacher is the figure we "
        "watch."
    ),
    core_why="an attempt that is answered is the smallest thing from which anybody learns",
    observe="we sit beside a learner with the material they use today and note the moment at which they look away",
    buys=(
        "We pay a teacher of the subject by the hour for exercises and answers; that is the largest item and the "
        "right place for it."
    ),
    technical=(
        Hazard(
            "Answers are wrong or late",
            "high",
            "medium",
            "f3 core",
            "A wrong answer is learned like a right answer, and a late answer meets nobody.",
            (
                "Each answer carries a name, errors can be reported from the page, and the promised time is set so "
                "that we can keep it in a bad week."
            ),
        ),
    ),
    market=(
        Hazard(
            "Good intentions end",
            "high",
            "high",
            "f2 f5 pilot belief",
            "Starting is pleasant, the following weeks are not; {users} stop without a word, as they did before.",
            (
                "Sessions are short and have a place in the day that the learner chose. We call whoever goes quiet in "
                "{pilot}, and count weeks and not sign-ups."
            ),
        ),
    ),
    execution=(
        Hazard(
            "Exercises take longer than software",
            "medium",
            "high",
            "f2 core",
            "A useful exercise has to be written, tried and corrected; there is never enough of them.",
            (
                "We choose a narrow subject with an end, write only what the class needs next week, and let a teacher "
                "try it before."
            ),
        ),
    ),
    financial=(
        Hazard(
            "Payers want proof before there is any",
            "medium",
            "medium",
            "price f4",
            "Parents and employers pay for results, and results come after they have paid.",
            "The first class pays at the end, by what it can do; the proofs from {f4} sell the next class.",
        ),
    ),
    strategic=(
        Hazard(
            "Chat programs explain everything",
            "high",
            "medium",
            "f3 belief",
            "Explanations are becoming free. A course that consists of them has no future.",
            (
                "We build on what remains scarce: the right exercise, the memory of attempts and a person who notices "
                "absence."
            ),
        ),
    ),
    journey=(
        Move("Has a date", "The exam is set or the new task begins. A teacher or a colleague names {name}.", ""),
        Move("Tries something", "Without signing a contract they do the placement task and see what is missing.", "f1"),
        Move("Practises in a gap", "On the bus or after dinner: an exercise that fits.", "f2"),
        Move("Gets an answer", "Somebody has read the attempt. The next exercise takes it up.", "f3 f2"),
        Move(
            "Sees what has changed",
            "The list shows what they can do now. If they pause, somebody asks, and they come back.",
            "f4 f5",
        ),
    ),
    parts=(
        "{f1} sets the starting point; from there a plan per learner chooses {f2}. Attempts go into a tray where "
        "{f3} is written, by people at first. What an attempt proves enters {f4}. {f5} looks only at time: who has "
        "not been here as usual."
    ),
    flow=(
        "An attempt travels from the learner to the person who answers and back, and leaves a trace in the list of "
        "abilities. We hold names, attempts, answers and dates.\n\nErrors are used without names to write "
        "exercises. Payers see what the learner shows them. When somebody ends, attempts can be taken along and "
        "are deleted with us."
    ),
    links=(
        "At first none is necessary but mail. Schools and employers have learning platforms of their own, to which "
        "results can be sent by a common standard when a first institution signs. Calendars help to hold the time "
        "of practice."
    ),
    guard=(
        "Errors are intimate, and some learners are children. Attempts are visible to the learner and the person "
        "who answers; for minors parents consent, and there is no contact between strangers.\n\nSchools ask for "
        "contracts on data and for servers in certain countries; texts and pictures in exercises have owners. Both "
        "are settled before a school or a paid class begins."
    ),
)

KINDS = (COMMUNITY, JOBS, SERVICE, LEARNING)
