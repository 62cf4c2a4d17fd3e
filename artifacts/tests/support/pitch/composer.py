"""Composes the Pitch from the founder's words."""

from __future__ import annotations

from typing import Any

from artifacts.runners.offline.story import Story


def compose(story: Story) -> dict[str, Any]:
    milestones = story.plan.milestones if story.plan else []
    return {
        "opening": story.say("pitch.opening", "said") or story.say("pitch.opening", "open"),
        "slides": (
            [
                {
                    "title": story.say("pitch.slides", "title", milestone=milestone.title),
                    "speech": story.say("pitch.slides", "speech", milestone=f"[[{milestone.id}]]"),
                    "weight": "high",
                    "shows": [milestone.id],
                }
                for milestone in milestones[:3]
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
