"""The kind of ideas that put order into the daily life of a household."""

from __future__ import annotations

from artifacts.runners.offline.kinds.base import Capability, Hazard, Kind, Move

HOUSEHOLD = Kind(
    key="household",
    words=(
        "+household* +chores +recipe* +meal_plan* +meal_planner +meal_planning +shopping_list +groceries grocery "
        "leftovers fridge pantry family families parents kids children toddlers housework roommates flatmates "
        "meals dinner weekly_menu laundry_day +haushalt* familie* eltern kinder einkaufsliste wocheneinkauf "
        "rezept* familles recettes +hogares familias recetas 家事 献立 家族 家庭 أسرة عائلة"
    ),
    users="households with a full week",
    trouble="the planning of ordinary days hangs on the same head and never ends",
    pain=(
        "The work itself can be shared; the thinking of it mostly is not. Whoever carries it decides the same "
        "small questions every day, at the hour when everybody is tired."
    ),
    usual="a list on the fridge, messages and the memory of whoever thinks of it",
    gap=(
        "It works while that person thinks of everything. As soon as they are away or tired, things are bought "
        "that are there and forgotten that are not."
    ),
    sign="We recognise them by a question that is asked every afternoon, and by the person to whom it is always put.",
    payer=(
        "The person who plans is the person who looks for help and pays; the others have to take part without "
        "having asked for it. If it is more work for any of them, it ends."
    ),
    promise=(
        "It takes the repeated decision off {users}: a proposal that fits what is there and who is at home, and a "
        "list that everybody sees."
    ),
    gain="Compared with {way}, the plan no longer lives in the head of the same person.",
    scarce="the patience of people who come home tired",
    edges=(
        "We propose and the household strikes out, since refusing takes less than inventing.",
        "What is already there comes first; a plan that ignores the cupboard makes waste.",
        "Everybody in the household can take part by answering a message, without installing anything.",
    ),
    belief="A proposal that is mostly right saves more thought than it costs to correct",
    price_question="What does a week without a plan cost them, in waste, in extra trips and in quarrels?",
    questions=(
        "Which decision of the day is the most tiresome, and at which hour is it made?",
        "How do those take part who did not ask for a plan?",
    ),
    reach=(
        "Households talk at the school gate, in the staircase and in groups for their street. We begin with a "
        "handful who know each other, because they compare their evenings, and let whoever is less tired than "
        "before tell the others."
    ),
    size=(
        "We ask households to keep a diary for a week: what was decided when, what was bought, what was thrown "
        "away. The hours and the waste in it show what an answer is worth; statistics say how many households of "
        "that shape there are."
    ),
    rivals=(
        "We are up against the list on the fridge, apps for lists and recipes, boxes with ready ingredients and "
        "ordering in. Lists do not propose, recipes do not know the fridge, boxes and orders cost more than "
        "cooking."
    ),
    moat=(
        "A household that has struck out and praised for some months has taught us its taste, its rhythm and its "
        "cupboard. That knowledge is of use to nobody else and hard to leave behind, so we keep it safe and let "
        "people take it along."
    ),
    features=(
        Capability(
            "Weekly proposal",
            "high",
            (
                "{Users} get a plan for the coming days that fits who is at home and how much strength there is. "
                "It takes the place of {way}."
            ),
            (
                "The proposal contains an entry for each day that the household has marked.",
                "An entry that is struck out is replaced without changing the other days.",
            ),
        ),
        Capability(
            "Shared list",
            "high",
            "What the plan needs and the house does not have becomes a list that all members see and tick off.",
            (
                "An item that is ticked on a phone appears as ticked for all members.",
                "The list can be read and ticked without a connection.",
                "An item that several entries need appears in a common line with its amount.",
            ),
        ),
        Capability(
            "What is there",
            "medium",
            "A rough picture of cupboard and fridge, kept by ticking and not by counting.",
            (
                "A bought item appears among what is there.",
                "An entry of the plan that uses an item takes it off the picture when the day is over.",
            ),
        ),
        Capability(
            "Everybody's turn",
            "medium",
            "Tasks are shared out and can be swapped, so that planning is not followed by asking.",
            ("Each task shows who has taken it.", "A swap takes effect when both members have agreed."),
        ),
        Capability(
            "Taste memory",
            "low",
            "A word after the day, liked or not, and the next proposal takes it into account.",
            (
                "An entry that was refused does not return within the time the household has set.",
                "Each member can look up and change what is remembered about them.",
            ),
        ),
    ),
    later=(
        "Orders with shops: the list has to be right before anybody buys from it.",
        "Calories and diets: they need professional care and help nobody decide at the stove.",
        "Calendars of the whole family: we begin with the decision that comes back every day.",
    ),
    metrics=(
        "1 household follows the proposal on most days of a week and says who did not have to think of it",
        "1 member who did not sign up ticks something off the shared list",
    ),
    blocks=(
        "A web page that can be put on the home screen, messages for those who want nothing installed, and a "
        "relational database. Proposals come from plain rules, who is there, what is there, what was liked, as "
        "they can be explained to the person who asks why. The list works without a connection, because shops have "
        "thick walls."
    ),
    breaks=(
        "The proposals break first: with households of other habits the rules run out of ideas. The list is small "
        "in every house and carries far."
    ),
    grows=(
        "We grow by households that resemble those we know, let people add what they make themselves, and learn "
        "from refusals across households without names. Messages go through a queue, as all of them want to leave "
        "before dinner."
    ),
    core_why="a plan without a list is a wish, and a list without a plan is the old work",
    observe="we visit at the hour of the question, watch who opens which door and listen to what is decided",
    buys=(
        "A collection of dishes or tasks with clear rights is worth paying for; everything else fits into modest "
        "hosting."
    ),
    technical=(
        Hazard(
            "Ticks get lost in the shop",
            "medium",
            "high",
            "f2 core",
            "Several people tick the same list with a bad connection; something is bought by both or by neither.",
            (
                "Each tick is stored with its time and merged later, and {f2} is tried in a cellar by several phones "
                "before {pilot}."
            ),
        ),
    ),
    market=(
        Hazard(
            "The plan is made and not followed",
            "high",
            "high",
            "f1 pilot belief",
            (
                "A child is ill, the train is late, somebody brings pizza. {Users} who fall out of a plan mostly do "
                "not return to it."
            ),
            (
                "A day can be moved with a word, the plan heals itself around it, and in {pilot} we count weeks begun "
                "again and not plans made."
            ),
        ),
    ),
    execution=(
        Hazard(
            "The others do not take part",
            "high",
            "medium",
            "f2 f4 pilot",
            "If only the person who planned before uses it, we have given that person another task.",
            "We invite whole households or none, and watch how many ticks come from those who did not sign up.",
        ),
    ),
    financial=(
        Hazard(
            "Small help, small price",
            "medium",
            "high",
            "price f1",
            "For help in the household people pay little per month, and cancel in the holidays.",
            (
                "We keep the cost per household far below that, offer a price per year to those who stay, and take no "
                "money from shops for what is proposed."
            ),
        ),
    ),
    strategic=(
        Hazard(
            "Shops and assistants take over the list",
            "medium",
            "medium",
            "f2 belief",
            "A supermarket or a voice assistant can keep a list and has reasons of its own to propose something.",
            (
                "We propose what is in the interest of the household, also when that means buying less. That is a "
                "promise they cannot make."
            ),
        ),
    ),
    journey=(
        Move(
            "Hears of a calmer evening",
            "At the school gate somebody tells how the question has disappeared from their house, and names {name}.",
            "",
        ),
        Move(
            "Says who lives there",
            "Who is at home when, what nobody eats or does, what is in the cupboard. A few minutes, at the table.",
            "f3 f5",
        ),
        Move(
            "Strikes out and keeps",
            "The first proposal comes; they remove what does not suit and see something else in its place.",
            "f1",
        ),
        Move(
            "Shops and shares out",
            "Whoever passes the shop opens the list. At home it is clear whose turn it is.",
            "f2 f4",
        ),
        Move(
            "Lets the next week come",
            "A word about what went down well. The next proposal is there before the question.",
            "f5 f1",
        ),
    ),
    parts=(
        "Rules write {f1} from people, days and {f3}. What is missing flows into {f2}, the only part that has to "
        "work in a shop. {f4} hangs on the entries of the plan. {f5} listens to refusals and praise and changes "
        "the weights of the rules."
    ),
    flow=(
        "We know who belongs to a household, when they are at home and what they like. The plan is made from that, "
        "the list from the plan, and what was bought flows back.\n\nNothing of it goes to shops or brands. Members "
        "see the same data, and whoever moves out takes their own part along."
    ),
    links=(
        "Messages are the only connection in the beginning. Calendars follow, since they know who is away; after "
        "that recipe pages, from which people bring their own, and shops only when the household asks for it."
    ),
    guard=(
        "A plan of a household says when nobody is at home, what children eat and who is ill. It is visible to "
        "members only, and the invitation into a household needs the consent of somebody in it.\n\nChildren's "
        "data, notes about allergies and rights in recipes and pictures need rules; we keep to the least and have "
        "the consent texts checked."
    ),
)

KINDS = (HOUSEHOLD,)
