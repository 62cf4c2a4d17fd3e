"""The offline writer: what must hold for the five documents of any idea whatever."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from typing import Annotated, Any, ClassVar, Literal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import Field

from artifacts import durations
from artifacts.interview import ANSWER_MAX, NAME_MAX, QUESTIONS, Answers
from artifacts.runners.base import ProjectInput
from artifacts.runners.fake import RunnerFake
from artifacts.runners.offline import compose, compose_class, voice
from artifacts.runners.offline.context import Context
from artifacts.runners.offline.kinds import ALL_KINDS, match_kind
from artifacts.runners.offline.lexicon import NUMBER_WORDS
from artifacts.schemas import GENERATION_ORDER, ArtifactContent, ArtifactType, load_content
from artifacts.schemas.base import (
    LIST_MAX,
    PROSE_MAX,
    FieldKind,
    Item,
    ItemId,
    Level,
    Line,
    Lines,
    Link,
    Prose,
    Section,
    SectionKind,
    StrictModel,
    Title,
)
from artifacts.tests.fillers import FILLERS, filled_answers
from artifacts.text import clean_text
from artifacts.tiers import Gate

POINTER = re.compile(r"\[\[([A-Za-z0-9_.-]+)\]\]")
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
ENGLISH_NUMBERS = frozenset(
    re.findall(
        r"\w+",
        "zero one two three four five six seven eight nine ten eleven twelve twenty thirty hundred hundreds thousand "
        "thousands million dozen dozens half twice thrice couple double triple",
    )
)
VAGUE = re.compile(
    r"\b(?:fast|quick\w*|easy|easily|simple|simply|intuitive\w*|user-friendly|seamless\w*|robust|"
    r"scalable|appropriate\w*|etc|"
    r"reasonabl\w*|as needed|good|better|best|nice\w*|modern|soon|properly|correctly|smooth\w*|efficient\w*|"
    r"clear\w*|flexibl\w*|"
    r"convenient\w*|adequate\w*|sufficient\w*|various|some|often|usually|immediately|instantly)\b",
    re.IGNORECASE,
)

SHELFWISE = {"name": "Shelfwise", "idea": "An inventory tracker for small shops"} | {
    question.key: question.example for question in QUESTIONS
}
IDEAS: dict[str, dict[str, str]] = {
    "shelfwise": SHELFWISE,
    "sharing": {
        "name": "Borrow Street",
        "idea": "A marketplace where neighbours lend each other tools and garden equipment",
        "target_user": "Families in terraced houses",
        "problem": "A drill is used for ten minutes a year and takes up space for the rest. We all own the same.",
        "workaround": "They ask in the WhatsApp group of the street",
        "constraint": "I have a full-time job, so only evenings and weekends",
        "validation": "20 loans in our street within 6 weeks",
        "stage": "Just an idea",
    },
    "booking_german": {
        "name": "Kammfrei",
        "idea": "Ein Terminbuchungssystem für kleine Friseursalons",
        "target_user": "Inhaberinnen kleiner Friseursalons",
        "problem": "Das Telefon klingelt ständig während der Arbeit",
        "workaround": "Papierkalender",
        "price": "19 Euro im Monat",
        "constraint": "In 6 Wochen muss es fertig sein",
        "stage": "Prototyp",
    },
    "learning": {
        "name": "Satzbau",
        "idea": "Short German lessons for nurses who move to Vienna",
        "target_user": "Nurses from abroad",
        "problem": "Courses are in the evening, when they work.",
        "workaround": "Videos on the bus",
        "price": "15 euros a month",
        "constraint": "Two founders, three months, law on certificates",
        "validation": "12 nurses pass the ward test after 8 weeks",
        "stage": "Working prototype",
    },
    "community": {
        "name": "Zweite Stimme",
        "idea": "Community for people who moved to a new city after 60",
        "target_user": "People over 60 who just moved",
        "price": "I don't know yet",
        "constraint": "?",
    },
    "shop": {"name": "Wax & Wick", "idea": "Online shop for handmade candles", "constraint": "launch in 2 weeks"},
    "device": {
        "name": "Nightglow",
        "idea": "I want to build a bike lamp that charges while riding and never needs a battery.",
        "target_user": "Bike commuters",
        "problem": "My lamp is always empty when I need it. It happened to me three times this winter.",
        "workaround": "carrying spare batteries",
        "price": "49 euros",
        "constraint": "budget of 3000 euros",
        "validation": "100 pre-orders before spring",
        "stage": "A prototype from a 3D printer",
    },
    "media": {
        "name": "Slow Rails",
        "idea": "A newsletter about night trains in Europe",
        "price": "free",
        "validation": "We know when we see it",
    },
    "wellbeing": {"name": "Nod", "idea": "sleep better app", "target_user": "everyone"},
    "money": {
        "name": "PaidUp",
        "idea": "Invoicing for freelancers that chases late payments automatically",
        "target_user": "Freelance designers and copywriters in Germany",
        "problem": "Clients pay 40 days late. Nobody likes sending reminders.",
        "workaround": "Excel and polite e-mails",
        "price": "1% of each invoice",
        "constraint": "1 week",
        "validation": "At least 3 invoices are paid within 5 days of a reminder",
        "stage": "Landing page with 60 sign-ups",
    },
    "knowledge": {
        "name": "Clausewise",
        "idea": "AI assistant that summarises rental contracts for tenants and flags unusual clauses",
        "target_user": "everyone",
        "problem": "People sign contracts they don't understand!",
        "workaround": "n/a",
        "price": "$9 per contract",
        "constraint": "Two developers, 3 months, GDPR",
        "validation": "idk",
        "stage": "Working prototype shown to 12 tenants",
    },
    "devtool": {
        "name": "diffsafe",
        "idea": "A CLI that checks database migrations before deploy",
        "target_user": "Backend developers at startups",
        "problem": "Migrations lock tables in production",
        "price": "Free for open source, 15 dollars per developer",
        "constraint": "solo",
        "validation": "3 teams run it in CI for 4 weeks",
        "stage": "v0.1 on GitHub, 40 stars",
    },
    "delivery": {
        "name": "Lastmile Linz",
        "idea": "Same-day delivery by cargo bike for bookshops",
        "target_user": "Independent bookshops in Linz",
        "constraint": "One month, three riders",
    },
    "jobs": {"name": "Gesellen", "idea": "A job board for carpenters", "problem": "Nobody answers applications"},
    "food": {
        "name": "畑便り",
        "idea": "農家と近所の人をつなぐ野菜の予約サービス",
        "target_user": "小さな農家",
        "problem": "売れ残りが多い。電話の注文は間違いが多い。",
        "workaround": "電話と紙のメモ",
        "price": "月500円",
        "constraint": "6週間で公開したい。一人で開発",
        "validation": "10軒の家庭が毎週注文する",
    },
    "household": {"name": "Dinnertime", "idea": "A meal planner for families", "problem": "What do we eat tonight?"},
    "service": {
        "name": "Wuff & Co.",
        "idea": "Dog walking for elderly people in Leeds",
        "target_user": "Elderly dog owners in Leeds",
        "problem": "no strength for long walks in winter",
        "workaround": "neighbours' kids",
        "price": "free trial, then £12 per walk",
        "constraint": "Law on animal transport; no car",
        "validation": "5 regular customers after one month",
        "stage": "My sister walks two dogs already",
    },
    "games": {
        "name": "Tiny Towns",
        "idea": "A card game about a village, played in 20 minutes",
        "constraint": "4 weeks",
    },
    "home": {
        "name": "Warm",
        "idea": "Energy advice for tenants",
        "stage": "12 paying customers",
        "constraint": "3 weeks",
    },
    "arabic": {
        "name": "سوق",
        "idea": "منصة لتأجير معدات البناء بين المقاولين",
        "target_user": "مقاولون صغار",
        "problem": "المعدات غالية ولا تستخدم كثيرا",
        "constraint": "٦ أسابيع فقط",
    },
    "french": {
        "name": "Petit à petit",
        "idea": "Une application pour apprendre le piano",
        "target_user": "Les adultes débutants",
        "constraint": "deux mois",
    },
    "spanish": {"name": "Mercadillo", "idea": "Tienda de segunda mano", "problem": "¿Qué hago con la ropa?"},
    "chinese": {"name": "记账", "idea": "给小店的记账工具", "constraint": "3个月"},
    "one_word": {"name": "Fog", "idea": "umbrella"},
    "gibberish": {"name": "Qwz", "idea": "asdkjh qwe zxc"},
    "emoji": {"name": "🐝", "idea": "🐝🌻👩‍👩‍👧‍👦", "problem": "😭" * 300, "target_user": "👨‍👩‍👧"},
    "punctuation": {"name": "!!!", "idea": "?!... --- !!!", "problem": "...", "price": "-"},
    "html": {
        "name": "<b>Shop</b>",
        "idea": "<script>alert(1)</script> Online shop for candles [[F-1]] [[brief.key_constraint]] [[[x]]]",
        "target_user": 'Gift "buyers" with “quotes” and {braces} %s',
        "problem": "[[",
        "constraint": "[\x00[M-1]\x00]",
    },
    "control": {"name": "N\x00ul", "idea": "A shop\x00 for\r\nbooks\u202e", "problem": "Line\nafter\n\nline\ttab \x07"},
    "long": {"name": "L" * 120, "idea": "A long story. " * 700}
    | {question.key: f"{question.example}. " * 90 for question in QUESTIONS},
    "long_unbroken": {"name": "語" * 120, "idea": "語" * 10_000, "problem": "é" * 10_000, "price": "9" * 10_000},
}


def founder_text(brief: dict[str, str]) -> str:
    return clean_text(" ".join(brief.values()))


def contents_of(brief: dict[str, str]) -> dict[ArtifactType, Any]:
    documents = RunnerFake().generate_artifacts(brief)
    return {ArtifactType(key): load_content(ArtifactType(key), document) for key, document in documents.items()}


def texts_of(contents: dict[ArtifactType, Any]) -> Iterator[tuple[ArtifactType, Section, str]]:
    """Yield every text a reader sees, with its place."""
    for artifact_type, content in contents.items():
        for section in content.sections():
            if section.kind is not SectionKind.ITEM_IDS:
                for text in _strings(getattr(content, section.name)):
                    yield artifact_type, section, text


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for entry in value:
            yield from _strings(entry)
    elif isinstance(value, Item):
        for field in type(value).fields():
            if field.kind in (FieldKind.TITLE, FieldKind.TEXT, FieldKind.LINES):
                yield from _strings(getattr(value, field.name))


def check_everything(brief: dict[str, str], contents: dict[ArtifactType, Any]) -> None:
    check_pointers(contents)
    check_figures(founder_text(brief), contents)
    check_links(contents)
    check_quotes(contents)


def check_pointers(contents: dict[ArtifactType, Any], *, after: ArtifactType | None = None) -> None:
    """Every pointer names something of the same or an earlier document that its reader may see."""
    targets: dict[str, tuple[ArtifactType, Gate]] = {}
    for artifact_type, content in contents.items():
        for section in content.sections():
            targets[f"{artifact_type.value}.{section.name}"] = (artifact_type, section.gate)
        for section, item in content.items():
            targets[item.id] = (artifact_type, section.gate)
    for artifact_type, section, text in texts_of(contents):
        if after and artifact_type.number <= after.number:
            continue  # what the founder edited may point at what is gone
        for name in POINTER.findall(text):
            assert name in targets, f"{artifact_type}.{section.name} points at {name}"
            where, gate = targets[name]
            assert where.number <= artifact_type.number, f"{name} is written after {artifact_type}"
            assert gate.tier <= section.gate.tier, f"{artifact_type}.{section.name} points up to {name}"
        assert text.count("[[") == len(POINTER.findall(text)), text


def check_figures(said: str, contents: dict[ArtifactType, Any]) -> None:
    """Every figure is the founder's, or a threshold of 1 beside the assumption that says whose it is."""
    brief = contents[ArtifactType.BRIEF]
    thresholds = {item.id for _, item in brief.items() if "threshold" in item.label}
    said_digits = set(re.findall(r"\d", said))
    said_words = {word.casefold() for word in WORD.findall(said)}
    for artifact_type, section, text in texts_of(contents):
        ours = "threshold" in text or thresholds.intersection(POINTER.findall(text))
        bare = POINTER.sub("", text)
        for figure in re.findall(r"\d+", bare):
            fine = figure in said or (figure == "1" and ours) or (set(figure) <= said_digits and "…" in bare)
            assert fine, f"{figure} in {artifact_type}.{section.name}: {text}"
        for word in WORD.findall(bare):
            number = word.casefold() in ENGLISH_NUMBERS
            assert not number or word.casefold() in said_words, f"{word!r} in {artifact_type}.{section.name}: {text}"


def check_links(contents: dict[ArtifactType, Any]) -> None:
    scope, plan = contents[ArtifactType.MVP_SCOPE], contents[ArtifactType.MILESTONES]
    log, how = contents[ArtifactType.RISK_LOG], contents[ArtifactType.HOW_IT_WORKS]
    features = {feature.id for feature in scope.core_features}
    delivered = {item_id for milestone in plan.milestones for item_id in milestone.delivers}
    used = {item_id for step in how.user_journey for item_id in step.uses}
    assert delivered == features
    assert used == features
    known = {item.id for content in contents.values() for _, item in content.items()}
    for section, risk in log.items():
        assert risk.affects, risk
        assert set(risk.affects) <= known
        assert section.gate is not None
        assert len(risk.mitigation) > 40
    order = [milestone.id for milestone in plan.milestones]
    for milestone in plan.milestones:
        assert all(order.index(other) < order.index(milestone.id) for other in milestone.depends_on)
    for section in log.sections():
        assert 1 <= len(getattr(log, section.name)) <= 3
    assert [step.step_number for step in how.user_journey] == list(range(1, len(how.user_journey) + 1))


def check_quotes(contents: dict[ArtifactType, Any]) -> None:
    for _, section, text in texts_of(contents):
        assert text.count("“") == text.count("”"), f"{section.name}: {text}"
        assert "{" not in text or "{" in POINTER.sub("", text)


@pytest.mark.parametrize("key", list(IDEAS))
def test_the_documents_hold_for(key):
    check_everything(IDEAS[key], contents_of(IDEAS[key]))


@pytest.mark.parametrize("key", list(IDEAS))
def test_the_name_stands_in_every_document(key):
    name = voice.defuse(" ".join(clean_text(IDEAS[key]["name"]).split()))
    for artifact_type, content in contents_of(IDEAS[key]).items():
        assert name in " ".join(_strings([getattr(content, section.name) for section in content.sections()])), (
            artifact_type
        )


@pytest.mark.parametrize("key", list(IDEAS))
def test_prose_is_of_sensible_length(key):
    brief = IDEAS[key]
    for artifact_type, section, text in texts_of(contents_of(brief)):
        if section.kind is SectionKind.PROSE:
            assert text.count("\n\n") <= 3, section.name
            words = len(POINTER.sub("x", text).split())
            assert words <= (300 if "long" in key else 190), f"{artifact_type}.{section.name}: {words} words"
            assert words >= 40, f"{artifact_type}.{section.name}: {words} words: {text}"


@pytest.mark.parametrize("key", list(IDEAS))
def test_no_sentence_is_said_twice(key):
    seen: dict[str, str] = {}
    for artifact_type, section, text in texts_of(contents_of(IDEAS[key])):
        if section.kind is SectionKind.PROSE and "…" not in text:
            for sentence in re.split(r"(?<=[.!?])\s", text):
                place = f"{artifact_type}.{section.name}"
                if len(sentence) > 40:
                    assert seen.setdefault(sentence, place) == place, sentence


@pytest.mark.parametrize("key", list(IDEAS))
def test_later_documents_point_at_earlier_ones(key):
    contents = contents_of(IDEAS[key])
    for artifact_type in GENERATION_ORDER[1:]:
        own = {item.id for _, item in contents[artifact_type].items()}
        pointers = [
            pointer
            for where, _, text in texts_of(contents)
            if where is artifact_type
            for pointer in POINTER.findall(text)
            if pointer not in own and not pointer.startswith(artifact_type.value)
        ]
        assert len(pointers) >= 3, artifact_type


@pytest.mark.parametrize("kind", ALL_KINDS, ids=lambda kind: kind.key)
def test_the_library_of_a_kind_is_complete_and_free_of_figures(kind):
    assert 4 <= len(kind.features) <= 5
    assert any(feature.priority == "high" for feature in kind.features)
    used = {role for move in kind.journey for role in move.uses.split()}
    assert used == {f"f{number}" for number in range(1, len(kind.features) + 1)}
    for text in _library_texts(kind):
        assert not re.search(r"\d", re.sub(r"\{f\d\}", "", text)) or text.startswith("1 "), text
        words = {word.casefold() for word in WORD.findall(text)}
        assert not words & ENGLISH_NUMBERS, (words & ENGLISH_NUMBERS, text)


@pytest.mark.parametrize("kind", ALL_KINDS, ids=lambda kind: kind.key)
def test_acceptance_criteria_are_testable(kind):
    for feature in kind.features:
        assert 2 <= len(feature.criteria) <= 3, feature.name
        for criterion in feature.criteria:
            assert not VAGUE.search(criterion), criterion


def _library_texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for entry in value:
            yield from _library_texts(entry)
    elif hasattr(value, "__slots__"):
        for name in value.__slots__:
            if name not in ("words", "affects", "uses", "key", "pace"):
                yield from _library_texts(getattr(value, name))


@pytest.mark.parametrize(
    ("idea", "around", "key"),
    [
        ("An inventory tracker for small shops", "paper list", "stock"),
        ("Airbnb for parking spaces, rent from neighbours", "", "sharing"),
        ("Ein Terminbuchungssystem für Friseure", "", "booking"),
        ("Short language lessons for nurses", "", "learning"),
        ("Recipes and a shopping list for families", "", "household"),
        ("A dashboard that summarises survey data with AI", "", "knowledge"),
        ("A CLI for developers", "", "devtool"),
        ("A podcast about trains", "", "media"),
        ("Same-day delivery by cargo bike", "", "delivery"),
        ("A job board for carpenters", "", "jobs"),
        ("Weekly boxes from an organic farm", "", "food"),
        ("A cleaning service for offices", "", "service"),
        ("Solar advice for home owners", "", "home"),
        ("A card game for couples", "", "games"),
        ("Invoicing for freelancers", "", "money"),
        ("A sensor for beehives", "", "device"),
        ("Meditation habit tracker", "", "wellbeing"),
        ("A social network for choirs", "", "community"),
        ("Online shop for candles", "", "shop"),
        ("apple pie said aid paint again", "", "anything"),
        ("umbrella", "", "anything"),
        ("", "", "anything"),
        ("給食の在庫管理", "", "stock"),
    ],
)
def test_an_idea_finds_its_kind(idea, around, key):
    assert match_kind(idea, around).key == key


def test_two_projects_of_a_kind_read_differently():
    other = {
        **SHELFWISE,
        "name": "Beanbox",
        "target_user": "Coffee roasters with a warehouse",
        "workaround": "A whiteboard",
    }
    mine, theirs = contents_of(SHELFWISE), contents_of(other)
    assert match_kind(SHELFWISE["idea"], "").key == match_kind(other["idea"], "").key
    for artifact_type in GENERATION_ORDER:
        assert mine[artifact_type] != theirs[artifact_type]


# -- time --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("constraint", "weeks"),
    [
        ("One developer for eight weeks, and no budget", 8),
        ("8 weeks", 8),
        ("3 months", 12),
        ("in 6 Wochen", 6),
        ("zwei Monate", 8),
        ("6週間", 6),
        ("3ヶ月", 12),
        ("三ヶ月", 12),
        ("3个月", 12),
        ("٦ أسابيع", 6),
        ("6 أسابيع", 6),
        ("ثلاثة أشهر", 12),
        ("شهرين", 8),
        ("six to eight weeks", 6),
        ("90 days", 12),
        ("3 days", 1),
        ("half a year", 26),
        ("2.5 months", 10),
        ("an 8-week sprint", 8),
        ("We have a month", 4),
        ("8 weeks, later 3 months more", 8),
        ("29 euros a month", None),
        ("ten hours a week", None),
        ("every two weeks a meeting", None),
        ("every Monday for a month", None),
        ("since 3 months", None),
        ("no money", None),
        ("", None),
    ],
)
def test_a_limit_in_the_constraint_is_found(constraint, weeks):
    assert durations.limit_weeks(constraint, ()) == weeks


@pytest.mark.parametrize(
    ("text", "weeks"),
    [
        ("We launch in 4 weeks", 4),
        ("Ein Prototyp, in 6 Wochen fertig", 6),
        ("Five shops near us count with it every Monday for a month", None),
        ("They wait three months for an appointment", None),
        ("20 loans within 6 weeks", None),
        ("I have been at it for 2 years", None),
    ],
)
def test_a_limit_elsewhere_needs_to_be_about_building(text, weeks):
    assert durations.limit_weeks("", (text,)) == weeks


@pytest.mark.parametrize("weeks", range(1, 30))
@pytest.mark.parametrize("who", ["One developer", "Two developers", "We"])
def test_the_plan_fits_the_limit(weeks, who):
    plan = contents_of({**SHELFWISE, "constraint": f"{who}, {weeks} weeks"})[ArtifactType.MILESTONES]
    assert 1 <= plan.total_duration_weeks <= weeks
    assert len(plan.milestones) <= max(weeks, 1)


def test_the_plan_gives_the_founders_own_test_its_time():
    plan = contents_of(SHELFWISE)[ArtifactType.MILESTONES]
    assert plan.total_duration_weeks == 8
    assert plan.milestones[-1].estimated_weeks == 4


def test_a_longer_plan_has_work_side_by_side():
    plan = contents_of(SHELFWISE)[ArtifactType.MILESTONES]
    assert sum(milestone.estimated_weeks for milestone in plan.milestones) > plan.total_duration_weeks


# -- what was not said -------------------------------------------------------------------------------------------------


def test_what_was_not_said_becomes_a_question_and_an_assumption():
    full, empty = contents_of(SHELFWISE)[ArtifactType.BRIEF], contents_of(IDEAS["one_word"])[ArtifactType.BRIEF]
    assert len(empty.open_questions) >= len(full.open_questions) + 6
    assert all(question.endswith(("?", ".")) and "?" in question for question in empty.open_questions)
    assert {assumption.basis for assumption in empty.assumptions} <= {"inferred", "guess"}
    assert "answer" in {assumption.basis for assumption in full.assumptions}


def test_a_said_answer_is_not_asked_again():
    brief = contents_of(SHELFWISE)[ArtifactType.BRIEF]
    assert not any("limits us most" in question or "How far are we" in question for question in brief.open_questions)


def test_the_brief_says_whose_the_weeks_and_thresholds_are():
    for idea in IDEAS.values():
        texts = [assumption.text for assumption in contents_of(idea)[ArtifactType.BRIEF].assumptions]
        assert any("week estimates" in text and "assumptions of ours" in text for text in texts)
        assert any("threshold of 1 is ours" in text for text in texts)


@pytest.mark.parametrize(
    "text",
    [
        "?",
        "idk",
        "I don't know yet",
        "I don’t know.",
        "n/a",
        "-",
        "TBD",
        "none",
        "weiß nicht",
        "わからない",
        "...",
        "  ",
        "🤷",
    ],
)
def test_a_non_answer_counts_as_not_said(text):
    assert not voice.listen(text)


@pytest.mark.parametrize("key", list(IDEAS))
def test_success_metrics_carry_a_figure(key):
    for metric in contents_of(IDEAS[key])[ArtifactType.MVP_SCOPE].success_metrics:
        said = {word.casefold() for word in WORD.findall(metric)}
        assert re.search(r"\d", POINTER.sub("", metric)) or NUMBER_WORDS & said, metric


# -- voice -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("Owners of small shops with one to three rooms", "owners of small shops with one to three rooms"),
        ("29 euros a month per shop", "29 euros a month per shop"),
        ("Pen, paper and polite e-mails.", "pen, paper and polite e-mails"),
        ("SME owners in Graz", "SME owners in Graz"),
        ("Berliners with a balcony", "Berliners with a balcony"),
        ("Airbnb hosts", "Airbnb hosts"),
        ("Excel and polite e-mails", "Excel and polite e-mails"),
        ("iPhone users at work", "iPhone users at work"),
        ("Bike commuters", "bike commuters"),
        ("Videos on the bus", "videos on the bus"),
        ("Germans without a car", "Germans without a car"),
        ("Swedes who ski", "Swedes who ski"),
        ("I have eight weeks", "“I have eight weeks”"),
        ("my mother", "“my mother”"),
        ("We sell bread.", "“We sell bread”"),
        ("They count stock on paper", "“They count stock on paper”"),
        ("Budget is 500 euros", "“Budget is 500 euros”"),
        ("Why?", "“Why?”"),
        ("Hobbygärtner in der Stadt", "“Hobbygärtner in der Stadt”"),
        ("Inhaberinnen kleiner Friseursalons", "“Inhaberinnen kleiner Friseursalons”"),
        ("小さな農家", "“小さな農家”"),
        ('He said "no" to it', "“He said 'no' to it”"),
        ("[[F-1]]", "“[ [F-1] ]”"),
    ],
)
def test_words_stand_in_a_sentence(text, spoken):
    assert voice.listen(text).inline() == spoken


@pytest.mark.parametrize(
    ("template", "value", "result"),
    [
        ("It is {x}.", "“Why?”", "It is “Why?”"),
        ("It is {x}.", "“cut…”", "It is “cut…”"),
        ("It is {x}.", "bread", "It is bread."),
        ("{x}. Next", "Yahoo!", "Yahoo! Next"),
        ("{x} and so on.", "a {x} b", "a {x} b and so on."),
    ],
)
def test_sentence_ends_are_never_doubled(template, value, result):
    assert voice.fill(template, {"x": value}) == result


@pytest.mark.parametrize(
    ("text", "plural"),
    [
        ("Owners of small shops with one to three rooms, who do their own buying", "owners of small shops"),
        ("Freelance designers and copywriters in Germany", "freelance designers"),
        ("People over 60 who just moved", "people over 60"),
        ("A freelance designer", ""),
        ("Small business with a shop", ""),
        ("my mother", ""),
    ],
)
def test_a_group_gets_a_short_name(text, plural):
    assert voice.plural_head(voice.listen(text)) == plural


def test_an_excerpt_ends_at_a_sentence_or_a_word():
    text = "This is a sentence that goes on for a while. And another that goes on much longer than anybody would like."
    assert voice.excerpt(text, 60) == "This is a sentence that goes on for a while. …"
    assert voice.excerpt(text, 30) == "This is a sentence that goes…"


@pytest.mark.parametrize("cluster", ["👩‍👩‍👧‍👦", "é", "🇦🇹", "👍🏽", "क्षि", "한", "ก็"])
def test_an_excerpt_never_cuts_inside_a_character(cluster):
    text = cluster * 60
    for limit in range(1, 80):
        kept = voice.excerpt(text, limit).removesuffix("…")
        assert kept == cluster * (len(kept) // len(cluster))


@given(st.text(max_size=400), st.integers(min_value=1, max_value=200))
@settings(max_examples=150, deadline=None)
def test_an_excerpt_is_short_and_from_the_text(text, limit):
    shown = voice.excerpt(text, limit)
    assert len(shown) <= limit + 2
    assert text.startswith(shown) or shown.endswith("…")
    assert text.startswith(shown.removesuffix("…").rstrip()) or shown == text


# -- what must not be claimed ------------------------------------------------------------------------------------------


def _shown(**answers: str) -> str:
    """All that a reader sees of the documents, in one text."""
    return "\n".join(text for _, _, text in texts_of(contents_of({"name": "Roofbees", "idea": "Hives", **answers})))


@pytest.mark.parametrize("validation", ["a deposit of 500 euros before 1 March", "Anzahlung bis 1. März", ""])
def test_no_claim_is_made_about_dates(validation):
    assert "Nobody has set a date" not in _shown(validation=validation)


@pytest.mark.parametrize(
    ("stage", "exists", "only_an_idea"),
    [
        ("Two pilot hives on our own roof since last April", True, False),
        ("Läuft seit zwei Jahren", True, False),
        ("Beta with 12 users", True, False),
        ("Just an idea", False, True),
        ("Nur eine Idee", False, True),
        ("Nothing built yet", False, True),
        ("A pilot is planned for May", False, False),
        ("No longer just an idea", False, False),
        ("We have talked to 12 customers", False, False),
        ("An idea we have had since last April", False, False),
        ("My sister walks two dogs already", False, False),
        ("", False, False),
    ],
)
def test_what_stands_is_only_said_where_the_stage_says_it(stage, exists, only_an_idea):
    ctx = Context(ProjectInput.from_brief({"name": "Roofbees", "idea": "Hives", "stage": stage}))
    assert (ctx.has_something, ctx.is_only_an_idea) == (exists, only_an_idea)
    text = _shown(stage=stage)
    assert ("Nothing stands yet" in text) == only_an_idea
    assert ("nothing we could polish" in text) == only_an_idea


def test_what_is_not_built_is_no_prototype():
    ctx = Context(ProjectInput.from_brief({"name": "x", "idea": "Hives", "stage": "Nothing built yet"}))
    assert not ctx.has_prototype


@pytest.mark.parametrize(
    "constraint",
    ["Two beekeepers who each have only Fridays free", "Ein Mechaniker, 15 Stunden pro Woche", "3 weeks", ""],
)
def test_who_does_what_is_not_called_unsettled(constraint):
    text = _shown(constraint=constraint)
    assert "still to be settled" not in text
    assert "further pair of hands" not in text


@pytest.mark.parametrize(
    ("validation", "weeks"),
    [
        ("5 Kunden zahlen drei Monate im Voraus", None),
        ("Three shops pay three months upfront", None),
        ("10 clubs subscribe for a year", None),
        ("20 Leser abonnieren für 3 Monate", None),
        ("A deposit for 2 months", None),
        ("five give two weeks notice", None),
        ("29 euros a month", None),
        ("15 Stunden pro Woche", None),
        ("20 loans in our street within 6 weeks", 6),
        ("10 people pay within 6 weeks", 6),
        ("Within 6 weeks, 3 shops pay 2 months in advance", 6),
        ("12 nurses pass the ward test after 8 weeks", 8),
        ("3 teams run it in CI for 4 weeks", 4),
    ],
)
def test_what_is_paid_for_is_not_the_length_of_the_trial(validation, weeks):
    assert durations.trial_weeks(validation) == weeks


@pytest.mark.parametrize(
    "price",
    ["free in the first year, then 300 euros per turbine", "Erst gratis, später 20 Euro", "9 euros after a trial"],
)
def test_a_price_that_is_paid_later_is_agreed_to_in_writing(price):
    metrics = contents_of({**SHELFWISE, "price": price})[ArtifactType.MVP_SCOPE].success_metrics
    assert metrics[-1].startswith("At least 1 customer agrees to the price in writing: ")
    assert not any("pays it before the trial ends" in metric for metric in metrics)


def test_few_thresholds_of_ours_stand_beside_the_founders_figures():
    contents = contents_of({**SHELFWISE, "validation": "3 managers leave a deposit of 500 euros before 1 March"})
    metrics = contents[ArtifactType.MVP_SCOPE].success_metrics
    assert len([metric for metric in metrics if metric.startswith("At least 1")]) <= 2
    texts = [assumption.text for assumption in contents[ArtifactType.BRIEF].assumptions]
    assert "For what our own test does not measure, a threshold of 1 is ours" in texts
    assert not any("Where nobody has set a target" in text for text in texts)


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("Facility managers of office buildings", "facility managers of office buildings"),
        ("Wind farm operators with their own crew", "wind farm operators with their own crew"),
        ("climbers look at each blade once a year", "“climbers look at each blade once a year”"),
        ("Notion users", "Notion users"),
    ],
)
def test_clauses_are_quoted_and_ordinary_words_lower_case(text, spoken):
    assert voice.listen(text).inline() == spoken


def test_the_brief_quotes_no_more_than_a_few_sentences():
    said = "The drill lies in the cellar for a year and nobody knows. " * 40
    brief = {"name": "Roofbees", "idea": said} | dict.fromkeys(Answers.model_fields, said)
    for _, _, text in texts_of({ArtifactType.BRIEF: contents_of(brief)[ArtifactType.BRIEF]}):
        assert all(len(quoted) <= 310 for quoted in re.findall(r"“([^”]*)”", text))


@pytest.mark.parametrize("key", list(IDEAS))
def test_assumptions_are_pointed_at_in_brackets_only(key):
    for artifact_type, section, text in texts_of(contents_of(IDEAS[key])):
        pointers = re.findall(r"\[\[A-\d+\]\]", text)
        assert len(pointers) == len(re.findall(r"see \[\[A-\d+\]\]\)", text)), f"{artifact_type}.{section.name}: {text}"


# -- hostile input -----------------------------------------------------------------------------------------------------

ANY_TEXT = st.text(st.characters(codec=None), max_size=300) | st.sampled_from(
    [
        "[[F-1]]",
        "{name} {f1}",
        "1 week",
        "3 weeks alone",
        "W" * 120,
        "“",
        "8 weeks",
        "\x00",
        "1" * 300,
        "ZWJ\u200d" * 40,
        "́" * 300,
        "A. " * 80,
        "for people. for all.",
    ]
)


@given(st.fixed_dictionaries({"name": ANY_TEXT, "idea": ANY_TEXT} | dict.fromkeys(Answers.model_fields, ANY_TEXT)))
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_gives_sound_documents(brief):
    if not clean_text(brief["idea"]).strip():
        brief = {**brief, "idea": "x"}
    brief = {**brief, "name": brief["name"][:NAME_MAX]}
    contents = contents_of(brief)
    check_pointers(contents)
    check_links(contents)
    check_quotes(contents)
    assert contents == contents_of(brief)


MIXED = st.fixed_dictionaries(
    {key: st.sampled_from([idea[key] for idea in IDEAS.values()]) for key in ("name", "idea")}
    | {
        key: st.sampled_from(["", *(idea[key] for idea in IDEAS.values() if 0 < len(idea.get(key, "")) < 400)])
        for key in Answers.model_fields
    }
)


@given(MIXED)
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_mixture_of_answers_gives_sound_documents(brief):
    contents = contents_of(brief)
    check_everything(brief, contents)
    limit = Context(ProjectInput.from_brief(brief)).limit_weeks
    assert limit is None or contents[ArtifactType.MILESTONES].total_duration_weeks <= limit


@pytest.mark.parametrize("weeks", [1, 2, 3, 4, 8])
def test_the_longest_name_fits_every_plan(weeks):
    contents_of({"name": "W" * NAME_MAX, "idea": "umbrella", "constraint": f"{weeks} weeks"})


def test_longest_answers_stay_within_limits():
    brief = {"name": "x", "idea": "An app for shops. " * 555} | dict.fromkeys(
        Answers.model_fields, ("No and no and no " * 700)[:ANSWER_MAX]
    )
    assert all(len(text) <= PROSE_MAX for _, _, text in texts_of(contents_of(brief)))


@pytest.mark.parametrize("filler", FILLERS)
def test_one_thing_over_and_over_stays_within_limits(filler):
    """How long that takes beside an eighth of it is in bench/writer.py."""
    assert all(len(text) <= PROSE_MAX for _, _, text in texts_of(contents_of(filled_answers(filler, ANSWER_MAX))))


# -- what the founder changed ------------------------------------------------------------------------------------------


def _edited_scope(scope: Any) -> Any:
    """A scope as a founder may leave it: renumbered, one renamed, one deleted, one added."""
    document = scope.model_dump()
    features = document["core_features"]
    for number, feature in zip((7, 2, 5, 9, 4), features, strict=True):
        feature["id"] = f"F-{number}"
    features[1]["name"] = 'Order slips [[F-2]] "by hand"'
    del features[3]
    features.append({"id": "F-11", "name": "Loyalty card", "description": "Stamps.", "priority": "high"})
    return type(scope).model_validate(document)


@pytest.mark.parametrize("key", ["shelfwise", "sharing", "learning", "devtool"])
def test_later_documents_follow_an_edited_scope(key):
    brief = IDEAS[key]
    project = ProjectInput.from_brief(brief)
    contents = dict(contents_of(brief))
    contents[ArtifactType.MVP_SCOPE] = _edited_scope(contents[ArtifactType.MVP_SCOPE])
    for artifact_type in GENERATION_ORDER[2:]:
        earlier = {other: contents[other] for other in artifact_type.earlier}
        contents[artifact_type] = artifact_type.content_class.model_validate(compose(project, artifact_type, earlier))
    features = {feature.id for feature in contents[ArtifactType.MVP_SCOPE].core_features}
    assert features == {"F-7", "F-2", "F-5", "F-4", "F-11"}
    check_pointers(contents, after=ArtifactType.MVP_SCOPE)
    check_links(contents)


def test_a_scope_of_nothing_known_is_delivered_used_and_pointed_at():
    project = ProjectInput.from_brief(SHELFWISE)
    contents = dict(contents_of(SHELFWISE))
    document = contents[ArtifactType.MVP_SCOPE].model_dump()
    document["core_features"] = [
        {"id": f"F-{number}", "name": f"{'Long name ' * 19}{number}", "description": "D", "priority": "low"}
        for number in range(3, 43)
    ]
    contents[ArtifactType.MVP_SCOPE] = ArtifactType.MVP_SCOPE.content_class.model_validate(document)
    for artifact_type in GENERATION_ORDER[2:]:
        earlier = {other: contents[other] for other in artifact_type.earlier}
        contents[artifact_type] = artifact_type.content_class.model_validate(compose(project, artifact_type, earlier))
    check_pointers(contents, after=ArtifactType.MVP_SCOPE)
    check_links(contents)


def test_deleted_assumptions_are_not_pointed_at():
    project = ProjectInput.from_brief(SHELFWISE)
    document = contents_of(SHELFWISE)[ArtifactType.BRIEF].model_dump()
    document["assumptions"] = [{"id": "A-40", "text": "The moon is round", "basis": "guess", "confidence": "low"}]
    contents: dict[ArtifactType, Any] = {ArtifactType.BRIEF: load_content(ArtifactType.BRIEF, document)}
    for artifact_type in GENERATION_ORDER[1:]:
        contents[artifact_type] = artifact_type.content_class.model_validate(compose(project, artifact_type, contents))
    check_pointers(contents, after=ArtifactType.BRIEF)
    check_links(contents)


@pytest.mark.parametrize("missing", [ArtifactType.MILESTONES, ArtifactType.RISK_LOG])
def test_a_document_that_failed_does_not_stop_the_later_ones(missing):
    project = ProjectInput.from_brief(SHELFWISE)
    contents = {key: content for key, content in contents_of(SHELFWISE).items() if key.number < missing.number}
    for artifact_type in missing.later:
        contents[artifact_type] = artifact_type.content_class.model_validate(
            compose(project, artifact_type, dict(contents))
        )
    check_pointers(contents)


# -- a type nobody wrote a composer for --------------------------------------------------------------------------------


class _Mood(Enum):
    CALM = "calm"
    TENSE = "tense"


class _Channel(Item):
    prefix: ClassVar[str] = "C"
    noun: ClassVar[str] = "channel"

    title: Title
    promise: Prose
    steps: Annotated[Lines, Field(min_length=2)]
    order: Annotated[int, Field(ge=1, le=LIST_MAX)]
    reach: Level
    kind: Literal["paid", "free"]
    share: Annotated[int, Field(gt=4, lt=7)] = 5
    short: Annotated[str, Field(max_length=12)]
    serves: Annotated[list[ItemId], Link("Serves", "F")] = []
    after: Annotated[list[ItemId], Link("After", "C")] = []
    remark: Line | None = None


class _Launch(StrictModel):
    place: Line
    certain: bool


class _GoToMarketContent(ArtifactContent):
    title: ClassVar[str] = "Go To Market"
    purpose: ClassVar[str] = "How people hear of us."
    lead: ClassVar[str] = "story"

    story: Annotated[Prose, Section("Story", "What we tell people, and why they would retell it.")]
    channels: Annotated[list[_Channel], Field(min_length=1), Section("Channels", "Where we are heard.")]
    more_channels: Annotated[list[_Channel], Section("More channels", "Where we may be heard later.")] = []
    headline: Annotated[Title, Section("Headline", "What stands at the top.")]
    slogans: Annotated[Lines, Section("Slogans", "What fits on a bag.")]
    launch_week: Annotated[int, Field(ge=2, le=3), Section("Launch week", "When we open.")]
    touched: Annotated[list[Line], Section("Touched", "What this concerns.", kind=SectionKind.ITEM_IDS)] = []
    budget: Annotated[Prose | None, Section("Budget", "What we spend.", Gate.BUSINESS)] = None
    score: Annotated[int, Section("Score", "Computed.", computed=True)] = 0


@pytest.mark.parametrize("key", ["shelfwise", "arabic", "long", "punctuation"])
@pytest.mark.parametrize("with_earlier", [True, False])
def test_an_unknown_document_is_written_from_its_declaration(key, with_earlier):
    project = ProjectInput.from_brief(IDEAS[key])
    earlier = contents_of(IDEAS[key]) if with_earlier else {}
    content = _GoToMarketContent.model_validate(compose_class(project, _GoToMarketContent, earlier))
    text = content.model_dump_json()
    targets = {item.id for document in earlier.values() for _, item in document.items()}
    for name in POINTER.findall(text):
        assert name in targets or name.startswith("brief.")
    assert content.budget
    assert len(content.channels) >= 2
    assert Context(project, {}).name.replace('"', "") in text.replace('\\"', "")
    if with_earlier:
        assert content.channels[0].serves
