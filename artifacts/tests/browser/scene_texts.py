"""What the founders of the scene say of their ideas."""

from __future__ import annotations

from typing import Any

from artifacts.services.projects.sample import SHELFWISE

IDEAS = {
    "worked": (SHELFWISE.name, SHELFWISE.idea),
    "stale": (
        "Counter calm",
        (
            "A stock count for florists and bakers who close at six. What wilts or goes stale is"
            " counted first, and the next morning's order is on the phone before they leave."
        ),
    ),
    "proposal": (
        "Back room",
        (
            "One list of everything in the back room of a small shop, kept by everybody who takes"
            " something from it."
        ),
    ),
    "writing": (
        "Monday count",
        "A shop counts one shelf a day instead of everything on Monday, and we choose the shelf.",
    ),
    "rewriting": (
        "Two tills",
        "Shops with two tills see in one place what both have sold, and what is left of it.",
    ),
    "waiting": (
        "Shelf swap",
        "Small shops in one street lend each other stock, and settle at the end of the month.",
    ),
    "postponed": (
        "Late bell",
        "A customer who comes after closing rings, and a shop near by that is open still answers.",
    ),
    "failed": (
        "Corner order",
        "Three corner shops order together, so that the wholesaler delivers at its low price.",
    ),
    "fresh": (
        "Open crates",
        "Farmers tell shops at noon what they will bring tomorrow, by crate and by price.",
    ),
    "gone": ("Old stock", "What has stood on a shelf for a year finds a shop where it sells."),
    "locked": (
        "Shelfwise",
        "Stock counting on a phone for small shops, shelf by shelf, without a connection.",
    ),
}
"""The names and ideas of the projects below, by what has happened to them."""

TIDES = (
    "Small harbours publish when which berth can be reached, by draught and by hour, and visiting"
    " sailors book a place before they leave the last one."
)
INTERVIEWS: dict[str, Any] = {
    # A wait that no test outlasts.
    "reading": {"order": "1", "ordered_at": "2999-01-01T00:00:00Z"},
    "tailored": {
        "tailored": {
            "language": "en",
            "questions": [
                {
                    "key": key,
                    "title": title,
                    "prompt": prompt,
                    "why": (
                        "A harbour master and a skipper want different things; the first page is"
                        " for one of them."
                    ),
                    "example": (
                        "Harbour masters of places with ten to forty berths on the Wadden Sea"
                    ),
                }
                for key, title, prompt in (
                    (
                        "target_user",
                        "First harbour",
                        "Which harbour or which sailors do we start with?",
                    ),
                    (
                        "problem",
                        "A missed tide",
                        "What does a berth that could not be reached cost them?",
                    ),
                    ("workaround", "Tide and phone", "How do skippers find a free berth today?"),
                    ("price", "Who pays", "Does the harbour pay or the sailor, and how much?"),
                    ("validation", "One season", "What would have to happen in one summer?"),
                )
            ],
        }
    },
}
