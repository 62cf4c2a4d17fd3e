"""A project that takes something for granted, and its entries."""

from __future__ import annotations

from typing import Any

from django.test import Client
from django.urls import reverse

from artifacts.models import Project
from artifacts.schemas import ArtifactType
from artifacts.services.assumptions import register
from artifacts.services.assumptions.register import AssumptionEntry
from artifacts.services.editing.manual_edits import change_item
from artifacts.services.projects.lifecycle import input_fingerprint
from artifacts.tests.support.plain import ASSUMING
from artifacts.tiers import Tier

LINE = ASSUMING[ArtifactType.BRIEF]["open_questions"][0]


def fresh(project: Project) -> Project:
    return Project.objects.with_artifacts().get(pk=project.pk)


def brief(project: Project) -> Any:
    return fresh(project).documents()[0].content


def entry(project: Project, text: str, tier: Tier = Tier.PARTNER) -> AssumptionEntry:
    return next(one for one in register.list_entries(fresh(project), tier) if text in one.text)


def url(act: str, project: Project, text: str = "Owners keep") -> str:
    return reverse(f"assumption_{act}", args=[project.pk, entry(project, text).key])


def fields(project: Project, text: str = "Owners keep", /, **more: str) -> dict[str, str]:
    one: AssumptionEntry = entry(project, text)
    return {
        "base": one.base,
        "seen": input_fingerprint(fresh(project)),
        "place": "answers.price",
        **more,
    }


def page(client: Client, address: str) -> str:
    return str(client.get(address).content.decode())


def they_change(project: Project, words: str = "Theirs") -> None:
    change_item(
        fresh(project).documents()[0],
        section="assumptions",
        item_id="A-1",
        values={"text": words},
        base=entry(project, "Owners keep").base,
        editor=project.owner,
        tier=Tier.PARTNER,
    )
