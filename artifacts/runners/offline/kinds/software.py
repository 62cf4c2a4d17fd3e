"""Kinds of ideas that are tools for work at a screen: knowledge work and software for developers."""

from __future__ import annotations

from artifacts.runners.offline.kinds.base import Capability, Hazard, Kind, Move

KNOWLEDGE = Kind(
    key="knowledge",
    words=(
        "+ai +gpt +llm +chatbot +assistant +automat* +analytics dashboard* report reports reporting summar* "
        "documents document contract contracts legal lawyers research notes meeting meetings transcri* email "
        "emails inbox crm leads sales workflow workflows spreadsheet* data insights knowledge wiki search "
        "compliance survey surveys feedback customer_support ticket_triage +ki automatis* auswertung* dokument* "
        "vertr\u00e4ge protokoll* bericht* kundenservice +ia automatique rapport* informes +人工知能 自動化 議事録 "
        "分析 自动化 智能 ذكاء أتمتة تقارير"
    ),
    users="people who work with documents",
    trouble="people spend their best hours on work that repeats and needs no judgement",
    pain=(
        "Reading and sorting is dull but not harmless: what is overlooked in it decides later, often when it is "
        "too late to ask."
    ),
    usual="copying between windows, templates and a general chat program",
    gap=(
        "It saves minutes and leaves the responsibility: everything has to be read again, and nobody can say where "
        "a sentence came from."
    ),
    sign=(
        "We recognise them by a task they would gladly hand over, and by an example in which something in it was "
        "overlooked."
    ),
    payer=(
        "The person who saves time does not always hold the budget. Whoever does asks: what if it is wrong? Our "
        "answer to that question is the sale."
    ),
    promise=(
        "It does the reading and a first draft for {users}, shows for every statement where it comes from, and "
        "leaves the decision to them."
    ),
    gain="Compared with {way}, the result can be checked at a glance, because the source stands beside it.",
    scarce="examples of real work that we are allowed to learn from",
    edges=(
        "Every statement points at its source, and where there is no source there is no statement.",
        "We measure against examples judged by the people who do this work, before and after each change.",
        "It stops and asks where a person would have to judge, instead of guessing on.",
    ),
    belief="A draft with sources is trusted enough to be corrected instead of written anew",
    price_question="How many hours a week does the task take them now, and what is such an hour worth to whoever pays?",
    questions=(
        "Which errors would be embarrassing and which would be dangerous, and who notices them?",
        "May the material leave the house, and in which form?",
    ),
    reach=(
        "We find {users} where they ask for help with it: in associations, forums and newsletters. What convinces "
        "them is their own material: a draft made from it during a talk, with its errors shown, is worth more than "
        "any presentation."
    ),
    size=(
        "We choose a task and count how often it is done, by how many people, and how long it takes. From several "
        "users of the same kind we get hours per year, and only hours that somebody pays for today are a market."
    ),
    rivals=(
        "We are up against general chat programs, functions in the software they already have, and the intern. All "
        "of them write; few can show what a sentence rests on, and none is judged on this task."
    ),
    moat=(
        "Our advantage is a collection of judged examples for a narrow task: what came in, what a professional "
        "made of it, what we got wrong. It tells us after every change whether we improved. Models will be "
        "replaced; this collection stays with us."
    ),
    features=(
        Capability(
            "Intake",
            "high",
            "{Users} hand over the material of a case as it is: files, mails, notes.",
            (
                "A file that cannot be read is named together with the reason.",
                "Each file keeps its name and its page numbers.",
            ),
        ),
        Capability(
            "Draft with sources",
            "high",
            (
                "From the material comes a draft of the result in the form they use, each statement with a link to its "
                "place."
            ),
            (
                "Each statement of the draft opens the place in the material it was taken from.",
                "A statement without a source is marked as such.",
            ),
        ),
        Capability(
            "Open points",
            "high",
            "What the material does not answer is listed as a question; with {way}, such gaps slip through.",
            (
                "A required detail that is missing in the material appears as an open point.",
                "An open point can be answered or dismissed, and the answer is kept with its author.",
            ),
        ),
        Capability(
            "Correction memory",
            "medium",
            "What people change is kept as an example, and the next draft of this kind takes it into account.",
            (
                "Each correction is stored with the sentence before and after.",
                "A user can look up and delete the corrections that are used.",
            ),
        ),
        Capability(
            "Hand-over",
            "low",
            "The finished result goes out in the format in which people go on with it.",
            (
                "The exported document contains every accepted statement in order.",
                "The export records who released it and when.",
            ),
        ),
    ),
    later=(
        "Sending or deciding without a person: it has to be right for a long time first.",
        "Other tasks of the same people: each needs its own judged examples.",
        "A model of our own: we choose among those on offer by measuring.",
    ),
    metrics=(
        "1 real case is finished from the draft and used without being written anew",
        "1 user brings the next case without being asked",
    ),
    blocks=(
        "A web application, a relational database, file storage, a search over pages, and a language model behind "
        "an interface of our own. The model is called in small steps, find, quote, write, check, as each can be "
        "tested apart. Prompts and examples lie under version control; a change is released only when the judged "
        "examples come out no worse."
    ),
    breaks=(
        "Cost and waiting break first, as long cases call the model many times. After that the checking: nobody "
        "can look over everything when many people use it."
    ),
    grows=(
        "We store the result of each step so that only what changed is done again, use smaller models where the "
        "examples allow it, and check a sample of drafts by hand every week. Cases of each customer stay in a "
        "space of their own from the first day."
    ),
    core_why="if a draft has to be written anew, all that follows is decoration",
    observe="we watch a case from beginning to end and note for each step whether a rule or a judgement decided",
    buys="Model calls are paid by use; hours of a professional who judges examples are the larger investment.",
    technical=(
        Hazard(
            "A plausible sentence is false",
            "high",
            "high",
            "f2 f3 core",
            "Language models state things that are not there, in a tone that does not give them away.",
            (
                "Statements are checked against the place they quote, those without a place are marked, and {f2} goes "
                "to users only when judged examples show how often it fails."
            ),
        ),
        Hazard(
            "Material is worse than the examples",
            "medium",
            "high",
            "f1 rest",
            "Scans are crooked, mails are cut off, tables are pictures; demos never look like that.",
            "We ask for the worst cases first, name what cannot be read, and count it among the results.",
        ),
    ),
    market=(
        Hazard(
            "Saved time is not paid for",
            "high",
            "medium",
            "f2 pilot belief",
            "{Users} are glad of the help, but whoever pays sees the same salary bill as before.",
            (
                "We look for tasks whose delay costs money, and count in {pilot} what became possible and not only "
                "minutes."
            ),
        ),
    ),
    execution=(
        Hazard(
            "The task grows wider than we can judge",
            "medium",
            "high",
            "f2 rest",
            "As soon as a draft works, everybody asks for the neighbouring task.",
            (
                "A task is taken on with judged examples or not at all; wishes are collected with the name of whoever "
                "would judge them."
            ),
        ),
    ),
    financial=(
        Hazard(
            "Use costs more than it brings",
            "medium",
            "medium",
            "price f2",
            "A fixed price meets a cost that grows with each page.",
            (
                "We know the cost of each case, put an upper limit on it, and set the price per case until we know how "
                "people use it."
            ),
        ),
    ),
    strategic=(
        Hazard(
            "The big programs can do it too",
            "high",
            "high",
            "f4 belief",
            "General assistants improve each month and are part of software that is already paid for.",
            (
                "We live from the narrow task, its sources and its judged examples; where a general model does as well "
                "in our own measurement, we use it and stop competing with it."
            ),
        ),
    ),
    journey=(
        Move(
            "Sees their own case done",
            "A colleague shows a draft in which each sentence opens its source. They want to see that with "
            "their own material.",
            "",
        ),
        Move("Hands over a case", "They drag in what there is. What cannot be read is named.", "f1"),
        Move(
            "Reads the draft",
            "They click on a sentence they doubt and stand in the middle of the page it came from.",
            "f2",
        ),
        Move(
            "Settles what is open", "The list says what the material does not tell. They add it or let it go.", "f3 f4"
        ),
        Move(
            "Releases and comes back",
            "The result leaves in the usual form with their name on it. The next case profits from their corrections.",
            "f5 f4",
        ),
    ),
    parts=(
        "{f1} cuts material into pages that can be quoted. A chain of small steps finds, quotes and writes {f2}; a "
        "check at its end compares sentence and source. What it could not settle becomes {f3}. {f4} keeps what "
        "people changed and serves the next case; {f5} packs the result."
    ),
    flow=(
        "Material comes in, is split into pages and stays in the space of its owner. Passages go to the model "
        "provider for the moment of the call; the contract forbids training with them.\n\nDrafts and corrections "
        "belong to that owner. They are deleted together with the case, and no example is used for others without "
        "permission."
    ),
    links=(
        "The model provider stands behind an interface that allows another. Then comes the place where the "
        "material lies: mail, file storage or the software of the trade, first for reading, later for handing the "
        "result over."
    ),
    guard=(
        "The material is confidential, often on behalf of somebody else. Spaces are separated, access is logged, "
        "and files typed by others are treated as data: a sentence in them must never become a command to our "
        "model.\n\nContracts on processing, a region for storage and rules on the use of such systems have to be "
        "settled before the first real case."
    ),
)

DEVTOOL = Kind(
    key="devtool",
    words=(
        "+developer +developers +api +apis +sdk +cli +github +open_source +devops kubernetes docker deploy* "
        "deployment ci code coding codebase debug* testing tests library framework plugin programmers engineers "
        "programming software_teams logs logging monitoring database databases webhook* backend frontend "
        "repository git terminal compiler +entwickler* programmier* schnittstelle d\u00e9veloppeur* desarrollador* "
        "開発者 エンジニア 开发者 程序员 مطورين برمجة"
    ),
    users="developers in small teams",
    trouble="a small recurring obstacle breaks the thread of thought every day",
    pain=(
        "The obstacle itself takes minutes. What it costs is the thought that was lost, and the detour that "
        "becomes a habit of the team."
    ),
    usual="scripts of their own, a page in the wiki and a colleague who knows how",
    gap="It works as long as that colleague is there; it is never tested and nobody likes to touch it.",
    sign="We recognise them by a script with a funny name that everybody uses and nobody wants to own.",
    payer=(
        "Developers choose, somebody else pays. They try it alone in the evening, and ask for money when the team "
        "depends on it."
    ),
    promise="It takes the obstacle away from {users} with a command they can read, undo and run in their own pipeline.",
    gain="Compared with {way}, it is documented, tested and still there when the colleague has left.",
    scarce="the attention of people who distrust every new tool",
    edges=(
        "From installation to a useful result there is no more than a page of reading.",
        "It does what it says and writes down what it did; nothing leaves the machine without a switch.",
        "Whoever removes us keeps their work in an open format.",
    ),
    belief="Developers will keep a tool in their daily work after trying it on a project of their own",
    price_question="At which point does a team depend on it so much that somebody asks for an invoice?",
    questions=(
        "Which environments must work on the first day, and which can wait?",
        "What stays free for ever, and what is the paid part?",
    ),
    reach=(
        "{Users} believe code and colleagues. We solve a question in public, where it is asked: in issue trackers, "
        "chats and talks at meetups, with the tool as a footnote. Each error message links to a page that helps, "
        "also those who do not use us."
    ),
    size=(
        "Public repositories show how many projects use the technology we serve and how many carry a script of the "
        "kind we replace. How many teams would pay, we learn by asking those who already use us every week."
    ),
    rivals=(
        "We are up against home-made scripts, functions of the big platforms and projects that are free. Scripts "
        "fit exactly, platforms are already there, free projects have friends."
    ),
    moat=(
        "What protects us is a place in the daily work: configuration in the repository, a format others support, "
        "answers in the archive. We earn it by compatibility; a release that breaks builds would undo years."
    ),
    features=(
        Capability(
            "Working command",
            "high",
            "The core as a command: {users} install it, point it at a project and get a result they can use.",
            (
                "The command ends with an exit code that signals an error and names the cause.",
                "A dry run lists all changes and changes nothing.",
            ),
        ),
        Capability(
            "Readable configuration",
            "high",
            "A file in the repository says what is to be done, with a check that explains errors.",
            (
                "An unknown key is reported with file, line and a list of valid keys.",
                "The same configuration leads to the same result on another machine.",
            ),
        ),
        Capability(
            "Pipeline run",
            "high",
            "The same command runs in the team's pipeline, where it helps even when nobody thinks of it.",
            (
                "A run without a terminal asks no questions.",
                "The report can be read by the pipeline in a documented format.",
            ),
        ),
        Capability(
            "Worked examples",
            "medium",
            "Documentation that begins with real cases and can be run as it stands.",
            (
                "Every example in the documentation is executed by our tests.",
                "Each error message links to a page that exists.",
            ),
        ),
        Capability(
            "Team view",
            "low",
            "A page that shows which project runs which version and where something fails.",
            (
                "A project appears in the view only after the team has switched it on.",
                "The view shows version and last result of each project.",
            ),
        ),
    ),
    later=(
        "A graphical interface: those we begin with live in editor and terminal.",
        "Further languages and platforms: each means tests for years.",
        "Accounts and company sign-in: the free part needs neither.",
    ),
    metrics=(
        "1 team other than ours runs the command in its pipeline every week of the trial",
        "1 outside developer reports an error or sends a change",
    ),
    blocks=(
        "A command with few dependencies, a library under it with a stable interface, and a small service for the "
        "team view only. The file format is versioned from the first release. Tests run on every environment we "
        "name as supported, and a list of real public projects is built with each change, because they find what "
        "we would not."
    ),
    breaks=(
        "Support breaks first: every environment has its own peculiarity, and questions arrive faster than "
        "answers. Next is compatibility, as soon as people depend on accidents of our behaviour."
    ),
    grows=(
        "Each answered question becomes a test or a clearer message; the supported list stays short and honest; "
        "breaking changes come with a tool that carries them out."
    ),
    core_why="people judge a tool by the first command, and there is no other chance",
    observe="we watch somebody install it without saying a word, and write down each window they open to find help",
    buys="Machines for tests, a domain, and time for documentation; there is little else to pay for.",
    technical=(
        Hazard(
            "Environments differ endlessly",
            "medium",
            "high",
            "f1 f3 core",
            "Shells, proxies and old versions break what works on our machines.",
            (
                "The supported list is short, tested automatically and printed on the first page; all else ends with a "
                "clear message."
            ),
        ),
        Hazard(
            "A wrong change to someone's project",
            "high",
            "low",
            "f1 f2",
            "A tool that alters code or settings can do harm in seconds.",
            (
                "Nothing is changed without a dry run on request, each change can be undone by version control, and we "
                "refuse to run on unsaved work."
            ),
        ),
    ),
    market=(
        Hazard(
            "Tried, praised, forgotten",
            "high",
            "high",
            "f1 f4 pilot belief",
            "Stars are cheap; {users} return to their script on Monday.",
            (
                "We count weekly runs in pipelines of others, ask those who stopped, and build the step into the "
                "pipeline first."
            ),
        ),
    ),
    execution=(
        Hazard(
            "Support eats development",
            "medium",
            "high",
            "f4 pilot",
            "Each user brings an environment, and answering feels like progress.",
            "Fixed hours for questions, answers as pages, and a plain no to environments that are not on the list.",
        ),
    ),
    financial=(
        Hazard(
            "Used by many, paid by nobody",
            "high",
            "high",
            "price f5",
            "Developers expect tools to be free and can often build what they would have to pay for.",
            (
                "What is paid for is what teams need and individuals do not: {f5}, guarantees and answers within a "
                "day. We ask early."
            ),
        ),
    ),
    strategic=(
        Hazard(
            "The platform builds it in",
            "high",
            "medium",
            "f3 belief",
            "Where we sit, the platform may put a button next year.",
            (
                "We support several platforms with the same file, and stay the place where a project is not bound to "
                "any of them."
            ),
        ),
    ),
    journey=(
        Move(
            "Looks for an error message",
            "The search leads to a page of ours that explains it, and mentions {name} at the end.",
            "",
        ),
        Move("Tries it alone", "A command, a dry run, a result. Nothing was changed that they did not see.", "f1"),
        Move("Writes it down", "A file goes into the repository; the check explains what was wrong in it.", "f2 f4"),
        Move(
            "Lets it run for the team",
            "It is part of the pipeline. Colleagues notice it because something no longer annoys them.",
            "f3",
        ),
        Move("Depends on it", "They switch on the view over all projects, and somebody asks for an invoice.", "f5"),
    ),
    parts=(
        "At the centre stands a library without output of its own. {f1} and {f3} are thin coats around it, so that "
        "they cannot differ. {f2} is read and checked before anything happens. {f4} are files that are executed as "
        "tests. Only {f5} is a service."
    ),
    flow=(
        "Code and configuration stay on the machine and in the pipeline. What leaves it, after consent, is a "
        "version, a result and the name of a project.\n\nWe collect no usage data in secret; where we ask for it, "
        "the command prints what it would send. Teams can delete their entries by a command, too."
    ),
    links=(
        "Version control and the common pipelines are where we run, so they are tested with every change. Editors "
        "follow by way of an open protocol. Chat messages about failures can be left to what teams already have."
    ),
    guard=(
        "Our release is a way into other people's machines. Releases are signed, built by a pipeline and not on a "
        "laptop, dependencies are few and watched, and secrets never appear in output.\n\nThe licence decides who "
        "may do what; we choose it before the first release, ask contributors to agree, and print how weaknesses "
        "are reported."
    ),
)

KINDS = (KNOWLEDGE, DEVTOOL)
