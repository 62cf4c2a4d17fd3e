"""Ideas of many kinds, in many scripts, sound and hostile: what the offline writer and the checker
are tried on.
"""

from __future__ import annotations

from artifacts.interview.questions import ANSWER_MAX, QUESTIONS

SHELFWISE = {"name": "Shelfwise", "idea": "An inventory tracker for small shops"} | {
    question.key: question.example for question in QUESTIONS
}
IDEAS: dict[str, dict[str, str]] = {
    "shelfwise": SHELFWISE,
    "sharing": {
        "name": "Borrow Street",
        "idea": "A marketplace where neighbours lend each other tools and garden equipment",
        "target_user": "Families in terraced houses",
        "problem": (
            "A drill is used for ten minutes a year and takes up space for the rest. We all own the"
            " same."
        ),
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
    "shop": {
        "name": "Wax & Wick",
        "idea": "Online shop for handmade candles",
        "constraint": "launch in 2 weeks",
    },
    "device": {
        "name": "Nightglow",
        "idea": "I want to build a bike lamp that charges while riding and never needs a battery.",
        "target_user": "Bike commuters",
        "problem": (
            "My lamp is always empty when I need it. It happened to me three times this winter."
        ),
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
        "idea": (
            "AI assistant that summarises rental contracts for tenants and flags unusual clauses"
        ),
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
    "jobs": {
        "name": "Gesellen",
        "idea": "A job board for carpenters",
        "problem": "Nobody answers applications",
    },
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
    "household": {
        "name": "Dinnertime",
        "idea": "A meal planner for families",
        "problem": "What do we eat tonight?",
    },
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
    "spanish": {
        "name": "Mercadillo",
        "idea": "Tienda de segunda mano",
        "problem": "¿Qué hago con la ropa?",
    },
    "chinese": {"name": "记账", "idea": "给小店的记账工具", "constraint": "3个月"},
    "one_word": {"name": "Fog", "idea": "umbrella"},
    "gibberish": {"name": "Qwz", "idea": "asdkjh qwe zxc"},
    "emoji": {
        "name": "🐝",
        "idea": "🐝🌻👩‍👩‍👧‍👦",
        "problem": "😭" * 300,
        "target_user": "👨‍👩‍👧",
    },
    "punctuation": {"name": "!!!", "idea": "?!... --- !!!", "problem": "...", "price": "-"},
    "html": {
        "name": "<b>Shop</b>",
        "idea": (
            "<script>alert(1)</script> Online shop for candles [[F-1]] [[brief.key_constraint]]"
            " [[[x]]]"
        ),
        "target_user": 'Gift "buyers" with “quotes” and {braces} %s',
        "problem": "[[",
        "constraint": "[\x00[M-1]\x00]",
    },
    "control": {
        "name": "N\x00ul",
        "idea": "A shop\x00 for\r\nbooks\u202e",
        "problem": "Line\nafter\n\nline\ttab \x07",
    },
    "long": (
        {"name": "L" * 120, "idea": "A long story. " * 700}
        | {question.key: (f"{question.example}. " * 90)[:ANSWER_MAX] for question in QUESTIONS}
    ),
    "long_unbroken": {
        "name": "語" * 120,
        "idea": "語" * 10_000,
        "problem": "é" * 10_000,
        "price": "9" * 10_000,
    },
}
