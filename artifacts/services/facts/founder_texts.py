"""The texts to which settled assumptions are added: the idea and the answers."""

from __future__ import annotations

import re
from collections import Counter

from django.utils.translation import gettext as _

from artifacts.exceptions import InvalidEdit, InvalidProject, ProjectDeleted
from artifacts.interview.questions import ANSWER_MAX, QUESTIONS
from artifacts.models import Project
from artifacts.services.projects.lifecycle import parse_project, update_project
from artifacts.text import fold_title

IDEA = "idea"

ANSWERS = "answers"

PLACES = (*(f"{ANSWERS}.{question.key}" for question in QUESTIONS), IDEA)
"""The texts of the founder's that something settled may be added to, as the inputs of a document
name them.
"""

_WORD = re.compile(r"\w{4,}")


def fitting_place(project: Project, text: str) -> str:
    """Return the one of PLACES that shares words with `text` which no other question has; the idea
    where none does.
    """
    answers = project.get_answers().model_dump()
    about = {
        f"{ANSWERS}.{question.key}": _words(
            f"{question.title} {question.prompt} {_(question.title)} {_(question.prompt)}"
            f" {answers[question.key]}"
        )
        for question in QUESTIONS
    }
    shared = Counter(word for words in about.values() for word in words)
    wanted = {word for word in _words(text) if shared[word] == 1}
    titles = {
        f"{ANSWERS}.{question.key}": _words(f"{question.title} {_(question.title)}")
        for question in QUESTIONS
    }
    best = max(about, key=lambda place: (len(wanted & titles[place]), len(wanted & about[place])))
    return best if wanted & about[best] else IDEA


def current_text(project: Project, place: str) -> str:
    """Return what the founder's text `place` says now."""
    described = project.get_input()
    return (
        described.idea
        if place == IDEA
        else str(getattr(described.answers, place.partition(".")[2]))
    )


def add_line(project: Project, place: str, text: str, seen: str) -> None:
    """Add `text` to one of the founder's texts as a line of its own, unless it says so already."""
    if place not in PLACES:
        raise InvalidEdit({"place": [_("Please choose one.")]})
    fresh = Project.objects.active().filter(pk=project.pk).first()
    if fresh is None:
        raise ProjectDeleted
    now = current_text(fresh, place)
    if now and fold_title(text) in fold_title(now):
        return
    longer = f"{now}\n{text}" if now else text
    described = fresh.get_input().model_dump()
    if place == IDEA:
        described[IDEA] = longer
    else:
        described[ANSWERS][place.partition(".")[2]] = longer
    try:
        wanted = parse_project(described)
    except InvalidProject as error:
        sentence = _("There is no room for it in that answer, which may have %(max)s characters.")
        raise InvalidEdit({"place": [sentence % {"max": ANSWER_MAX}]}) from error
    update_project(fresh, described=wanted, base=seen)


def _words(text: str) -> set[str]:
    return set(_WORD.findall(fold_title(text)))
