"""The kind of an idea that no other kind fits: nothing is claimed about it that its founder did not say."""

from __future__ import annotations

from artifacts.runners.offline.kinds.base import Capability, Hazard, Kind, Move

ANYTHING = Kind(
    key="anything",
    words="",
    users="the people we have in mind",
    trouble="something people want to get done takes more effort than it is worth to them",
    pain=(
        "How much it hurts we have to see for ourselves: what was tried before, what it cost, and what was left "
        "undone because of it."
    ),
    usual="habits of their own, help from friends and tools made for something else",
    gap=(
        "Whatever they use now is known to them and at hand, so what we offer has to be worth the change on an "
        "ordinary day."
    ),
    sign=(
        "We recognise the right people by a recent occasion they can describe: what they wanted, what they did and "
        "where it went wrong. Whoever has no such story is not our user yet."
    ),
    payer=(
        "Who uses it and who pays for it may be different people. Until we have asked, we treat them as such and "
        "listen to both."
    ),
    promise=(
        "It takes a task that {users} already have and brings it to a result they would otherwise not get, or only "
        "later and with more trouble."
    ),
    gain="Compared with {way}, it has to show a difference on the first try.",
    scarce="evidence from people outside our own circle",
    edges=(
        "We begin with a task that a person has this week, and leave all others aside.",
        "We deliver the first results by hand where that teaches us more than software.",
        "What we do not know is written down as a question, so that nobody builds on it by accident.",
    ),
    belief="Somebody outside our own circle has this problem and is looking for a way out of it",
    price_question="What do people spend on this today, in money, hours or nerves?",
    questions=(
        "What is the smallest result that somebody would thank us for?",
        "Where do we meet people who had this problem in the last days?",
    ),
    reach=(
        "We find {users} where the problem shows: where they complain, ask for help or pay for something that fits "
        "badly. We talk to them there, in person, and ask each of them who else has it."
    ),
    size=(
        "We do not know how large the market is, and no figure from elsewhere would tell us. We find out from "
        "below: how many of the people we talk to have the problem, how often, and how many take the next step "
        "when we offer it."
    ),
    rivals=(
        "The strongest rival is what people do today, followed by doing nothing. Others who offer something "
        "similar are found by asking people what they searched for, and what they used and dropped."
    ),
    moat=(
        "An advantage that lasts has to grow out of use: what we learn from each case, the people who vouch for "
        "us, or a place in a routine. Which of these it can be we decide after the first cases, and write down why."
    ),
    features=(
        Capability(
            "First result",
            "high",
            (
                "A person brings a real case and gets a result; where software is missing, we do it by hand behind the "
                "scenes."
            ),
            (
                "A person from outside our circle gets a result for a case of their own.",
                "Each case shows whether it is open, in work or finished.",
            ),
        ),
        Capability(
            "Case description",
            "high",
            "{Users} say what they need in their own words, and we ask only what is missing for the result.",
            (
                "A case can be described without an account.",
                "A case with a missing detail is answered with a question that names it.",
            ),
        ),
        Capability(
            "Answer on the result",
            "high",
            (
                "Whoever got a result says whether it helped and what they did with it, so that we can compare it with "
                "{way}."
            ),
            (
                "Each finished case asks whether the result was used.",
                "The answer is stored with the case and its date.",
            ),
        ),
        Capability(
            "Own history",
            "medium",
            "People find what they brought and what they got, and can take it away.",
            ("Each person sees the own cases and no others.", "All entries of a person can be downloaded as a file."),
        ),
        Capability(
            "Invitation of others",
            "low",
            "Whoever was helped can pass the offer on with a sentence of their own.",
            (
                "An invitation contains the sentence its sender wrote.",
                "A case that began with an invitation shows who sent it.",
            ),
        ),
    ),
    later=(
        "Everything that serves another purpose: the first task has to succeed before.",
        "Automation of steps that we have done by hand only a few times.",
        "Design beyond what is needed to understand and to trust us.",
    ),
    metrics=(
        "1 person from outside our circle uses a result for something that matters to them",
        "1 person comes back with a further case without being asked",
    ),
    blocks=(
        "A web page with a form, a relational database, mail, and a page for ourselves on which we work through "
        "cases. Nothing here is special, on purpose: as long as we do not know which step matters, we choose parts "
        "that can be thrown away. Each case keeps a log of what was done by whom; that log will tell us what to "
        "automate."
    ),
    breaks=(
        "We break first: work by hand grows with each case. That is welcome as long as each case teaches us "
        "something, and a warning when it no longer does."
    ),
    grows=(
        "We automate the step that returns most often and surprises us least, then the next. Before we open for "
        "more people we make sure that cases are stored apart, mail leaves through a queue and somebody can stand "
        "in for us."
    ),
    core_why="a result for a real case shows whether there is anything to build",
    observe="we ask for the last time it happened, and go through that day step by step without mentioning our idea",
    buys="Nothing is bought before the first cases, except a domain, modest hosting and time to talk.",
    technical=(
        Hazard(
            "We automate the wrong step",
            "medium",
            "medium",
            "f1 core",
            "Before we have seen real cases, software freezes our guesses.",
            "The first cases are done by hand. A step is automated when its log shows that it repeats.",
        ),
    ),
    market=(
        Hazard(
            "The problem is ours alone",
            "high",
            "high",
            "f1 pilot belief",
            "Friends agree with us because they like us. {Users} may not have the problem, or not enough of it.",
            (
                "We talk to strangers about their last case and not about our idea, and go on only if some of them "
                "bring a case to us."
            ),
        ),
    ),
    execution=(
        Hazard(
            "We build instead of asking",
            "high",
            "medium",
            "talks core",
            "Building is pleasant and asking is not; weeks pass without anybody outside having seen anything.",
            (
                "Every week ends with something shown to a person who does not know us. If that fails, the plan stops "
                "until it has happened."
            ),
        ),
    ),
    financial=(
        Hazard(
            "Nobody pays for what everybody likes",
            "high",
            "medium",
            "price f3",
            "Praise costs nothing. Without a payment, however small, we do not know what the result is worth.",
            "We ask for money after the first result that helped, and write down each answer with its reason.",
        ),
    ),
    strategic=(
        Hazard(
            "The idea stays too wide",
            "high",
            "medium",
            "belief f2",
            "A product that could be for anybody is not recommended by anyone, because nobody knows to whom.",
            (
                "After the first cases we choose the group in which results were used, say so on the page, and turn "
                "others away kindly."
            ),
        ),
    ),
    journey=(
        Move(
            "Hears of it from a person",
            "Somebody who knows their problem tells them what {name} did in a similar case.",
            "",
        ),
        Move(
            "Describes the case",
            "In their own words, without signing up. If something is missing, they are asked.",
            "f2",
        ),
        Move("Gets a result", "They hold something they can use, and see who made it.", "f1"),
        Move("Says whether it helped", "A question, an honest answer. We read every answer.", "f3"),
        Move(
            "Comes back or passes it on",
            "The earlier case is still there. The next begins from it, or somebody else's does.",
            "f4 f5",
        ),
    ),
    parts=(
        "{f2} opens a case, {f1} is the work on it, by people at first and by software where that has proved "
        "itself. {f3} closes it. {f4} shows people their own cases; {f5} leads to new ones. For ourselves there is "
        "a list of all cases with what each of them taught us."
    ),
    flow=(
        "A case comes from a person, is worked on by us and goes back to that person. We keep the description, the "
        "result and the answer, and a way to reach the sender.\n\nWe ask for nothing that the result does not "
        "need. Cases are used to learn, without names; whoever wants theirs deleted gets a confirmation."
    ),
    links=(
        "Mail is the only connection at the start. Which others are worth building shows in the cases: where do "
        "people copy something in from, and where do they take the result?"
    ),
    guard=(
        "People tell us about their affairs, and that is confidential, whatever it is about. Cases are seen by "
        "those who work on them, connections are encrypted and copies are deleted with the original.\n\nWhich "
        "rules apply depends on what the cases contain. We look at the first of them for health, money, children "
        "and law, and ask somebody who knows before we go on."
    ),
)
