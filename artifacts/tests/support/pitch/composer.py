"""Composes the Pitch from the founder's words."""

from __future__ import annotations

from typing import Any

from artifacts.runners.offline.story import Story


def compose(story: Story) -> dict[str, Any]:
    features = story.features
    return {
        "opening": story.say("pitch.opening", "said") or story.say("pitch.opening", "open"),
        "slides": (
            [
                {
                    "title": story.say("pitch.slides", "title", feature=feature.name),
                    "speech": story.say("pitch.slides", "speech", feature=feature.name),
                    "weight": "high",
                    "shows": [feature.id],
                }
                for feature in features[:3]
            ]
            or [
                {
                    "title": story.name,
                    "speech": story.say("pitch.opening", "open"),
                    "weight": "high",
                }
            ]
        ),
        "ask": story.say("pitch.ask", "open"),
    }
