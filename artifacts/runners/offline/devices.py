"""Whether people enter something on a device, which a notebook is not."""

from __future__ import annotations

from artifacts.runners.offline.story import Story


def works_offline_on_device(story: Story) -> bool:
    """Return whether it works without a connection on a device, and not only on paper."""
    if not story.has("works_offline"):
        return False
    on_paper = story.uses("paper") and not story.uses("web", "phone", "tablet", "desktop")
    return not on_paper or story.has("hardware")
