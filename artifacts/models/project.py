"""One startup idea of one founder."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import models
from django.db.models import Value
from django.db.models.functions import Coalesce
from django.db.models.signals import pre_delete
from django.dispatch import receiver
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property

from artifacts.documents.presentation import make_index
from artifacts.documents.references import ReferenceIndex
from artifacts.documents.retired import Superseded
from artifacts.documents.staleness import fact_hashes, word_hashes
from artifacts.documents.testing import AssumptionOutcome
from artifacts.facts.schema import Facts
from artifacts.facts.second_reading import combine
from artifacts.facts.sheet import merge, without_removed
from artifacts.interview.questions import NAME_MAX, Answers, ProjectInput
from artifacts.interview.wording import Interview
from artifacts.models.artifact import UNSURVEYED, Artifact
from artifacts.models.remembered import Remembered
from artifacts.models.share import GuestNote
from artifacts.models.stored import IgnoredFinding, Inputs, Ticks
from artifacts.models.testing import AssumptionTest, read_tests, tests_in_project
from artifacts.schemas import GENERATION_ORDER, ArtifactType, Contents
from artifacts.schemas.shared import share
from artifacts.tiers import Tier

INPUT_COLUMNS = (
    "name",
    "idea",
    "answers",
    "facts",
    "language",
    "interview_questions",
    "answered_at",
)
"""What `Project.get_input` reads."""

if TYPE_CHECKING:
    from artifacts.models.user import User


class ProjectQuerySet(models.QuerySet["Project"]):
    def owned_by(self, user: User) -> ProjectQuerySet:
        return self.filter(owner=user)

    def active(self) -> ProjectQuerySet:
        return self.filter(deleted_at=None)

    def deleted(self) -> ProjectQuerySet:
        return self.exclude(deleted_at=None)

    def unsurveyed(self) -> ProjectQuerySet:
        return self.filter(UNSURVEYED)

    def with_held_notes(self, tier: Tier) -> ProjectQuerySet:
        """Add `held_notes`: how many notes of guests wait for a founder of `tier`."""
        held = GuestNote.objects.held().fit_for(tier).filter(link__project=models.OuterRef("pk"))
        counts = (
            held.order_by()
            .values("link__project")
            .annotate(count=models.Count("pk"))
            .values("count")
        )
        return self.annotate(held_notes=Coalesce(models.Subquery(counts), 0))

    def with_artifacts(self) -> ProjectQuerySet:
        return self.annotate(tests_told=tests_in_project("pk")).prefetch_related(
            models.Prefetch("artifacts", queryset=Artifact.objects.order_by("pk"))
        )


@dataclass(frozen=True, slots=True)
class ProjectAddress:
    """What leads to a project and names it: all that many parts of its pages show of it."""

    pk: uuid.UUID
    name: str

    def page_of(self, artifact_type: ArtifactType) -> str:
        """Return the address of a document's page."""
        return reverse("artifact_detail", args=[self.pk, artifact_type.value])


def our_today() -> date:
    """Return the day that it is for web and workers alike, whatever time zone a reader has."""
    return timezone.localdate(timezone=timezone.get_default_timezone())


class Project(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="projects"
    )
    name = models.CharField(max_length=NAME_MAX)
    idea = models.TextField()
    answers = models.JSONField(default=dict, blank=True)
    facts = models.JSONField(default=dict, db_default=Value({}, models.JSONField()), blank=True)
    """The fact sheet; empty if it was never stored. Read it with `get_facts()`."""
    language = models.CharField(max_length=2, blank=True, default="", db_default="")
    """The language of the documents as the founder chose it; empty means that of the founder's
    words.
    """
    unknown_answers = models.JSONField(
        default=list, db_default=Value([], models.JSONField()), blank=True
    )
    """Keys of the questions that the founder answered with "I don't know yet"."""
    interview_questions = models.JSONField(
        default=dict, db_default=Value({}, models.JSONField()), blank=True
    )
    """How the founder is asked, where that is not in the usual words; read it with
    `get_interview()`.
    """
    ignored_findings = models.JSONField(
        default=dict, db_default=Value({}, models.JSONField()), blank=True
    )
    """What the checker found and the founder does not want to hear of: by finding id, why and who
    said so.
    """
    ticks = models.JSONField(default=dict, db_default=Value({}, models.JSONField()), blank=True)
    """Whom the founder has asked, and which milestones are reached; read it with `ticked`."""
    interviewed_at = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    """When the idea or an answer was last told or changed; None if that was never noted."""
    deleted_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)
    surveyed_at = models.DateTimeField(null=True, blank=True)
    """The `updated_at` of what `usage.staff_index` has seen; None if it is to look again."""

    objects = ProjectQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]
        indexes = [
            # "My projects, newest first" is the page every founder begins at.
            models.Index(fields=["owner", "-created_at"], name="project_owner_newest"),
            # The list that staff see, whole and filtered by what few projects are.
            models.Index(fields=["-created_at", "-id"], name="project_newest"),
            models.Index(
                fields=["-created_at", "-id"],
                name="project_deleted",
                condition=models.Q(deleted_at__isnull=False),
            ),
            models.Index(
                fields=["-created_at", "-id"],
                name="project_draft",
                condition=models.Q(interviewed_at__isnull=True),
            ),
            models.Index(fields=["updated_at"], name="project_to_survey", condition=UNSURVEYED),
        ]
        constraints = [
            models.CheckConstraint(condition=~models.Q(name=""), name="project_name_not_empty"),
            models.CheckConstraint(condition=~models.Q(idea=""), name="project_idea_not_empty"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_draft(self) -> bool:
        """True until the founder has gone through the interview."""
        return self.interviewed_at is None

    def get_answers(self) -> Answers:
        return Answers.model_validate(self.answers)

    @property
    def left_open(self) -> tuple[str, ...]:
        """Keys of the questions that the founder answered with "I don't know yet"."""
        return tuple(self.unknown_answers)

    @property
    def ignored(self) -> dict[str, IgnoredFinding]:
        """What the checker found and the founder does not want to hear of, by finding id."""
        return {key: IgnoredFinding.load(stored) for key, stored in self.ignored_findings.items()}

    @property
    def ticked(self) -> Ticks:
        return Ticks.load(self.ticks)

    def outcomes(self) -> list[AssumptionOutcome]:
        """Return what the tests of this project's assumptions have found."""
        return [outcome for test in self.known_tests if (outcome := test.outcome)]

    @cached_property
    def known_tests(self) -> list[AssumptionTest]:
        """The tests of this project's assumptions as they were when it was loaded, the oldest
        first; one query unless that was `with_artifacts()`.
        """
        if "tests_told" in vars(self):
            return read_tests(self, vars(self)["tests_told"])
        return list(self.tests.order_by("created_at", "pk"))

    def get_facts(self) -> Facts:
        """Return the fact sheet as it is stored; for a project from before there was one, as we
        read it now.
        """
        return self.get_input().sheet

    def stored_facts(self) -> Facts:
        """Return the sheet with what the founder removed from its lists, as the services change
        it.
        """
        return Facts.model_validate(self.facts) if self.facts else self.reading()

    def reread_facts(self) -> None:
        """Read the facts from the words again and keep what the founder confirmed.

        Does not save.
        """
        kept = Facts.model_validate(self.facts) if self.facts else Facts()
        self.facts = merge(kept, self.reading()).model_dump(mode="json")

    def reading(self) -> Facts:
        """Return what the words say now, whatever the founder confirmed; where a model has read
        them too, with that.
        """
        told = ProjectInput(name=self.name, idea=self.idea, answers=self.get_answers())
        second = self.get_interview().reading.facts
        return combine(told.sheet, second, told.texts()) if second else told.sheet

    def get_interview(self) -> Interview:
        """Return what was asked for this project; others share it, so nobody may change it."""
        return _INTERVIEWS.of(self.interview_questions)

    def get_input(self) -> ProjectInput:
        """Return what a writer is told about this project."""
        return _INPUTS.of(self._told())

    def input_hashes(self, *, with_facts: bool) -> Inputs:
        """Return what `staleness.input_hashes` does of all that the founder told."""
        return (_HASHES_WITH_FACTS if with_facts else _HASHES).of(self._told())

    def _told(self) -> list[Any]:
        """Return the columns that `get_input` reads, as they are stored, and the day of today."""
        ours = timezone.get_default_timezone()
        answered = self.answered_at and timezone.localdate(self.answered_at, ours)
        return [
            self.name,
            self.idea,
            self.answers,
            self.interview_questions,
            self.facts,
            self.language,
            answered and answered.isoformat(),
            our_today().isoformat(),
        ]

    def documents(self) -> list[Artifact]:
        """Return one artifact per type in order; a type that was added after this project is an
        unsaved row.

        Reads `artifacts` once; use `with_artifacts()` for more than one project.
        """
        # What Django's manager returns where they were read, without making a manager for it.
        read = vars(self).get("_prefetched_objects_cache", {}).get("artifacts")
        found = self.artifacts.all() if read is None else read
        rows = {row.artifact_type: row for row in found}
        return [
            rows.get(t.value) or Artifact(project=self, artifact_type=t.value)
            for t in GENERATION_ORDER
        ]

    def contents(self) -> Contents:
        """Return the current content of every document that has been written."""
        return {
            artifact.type: artifact.content
            for artifact in self.documents()
            if artifact.content is not None
        }

    def superseded(self) -> Superseded:
        """Return every item that newer versions dropped, by document."""
        return {artifact.type: artifact.retired_items for artifact in self.documents()}

    def page_of(self, artifact_type: ArtifactType) -> str:
        """Return the address of a document's page."""
        return self.address.page_of(artifact_type)

    @property
    def address(self) -> ProjectAddress:
        return ProjectAddress(self.pk, self.name)

    def reference_index(self, tier: Tier) -> ReferenceIndex:
        """Return where the pointers in the documents lead a reader of `tier`."""
        return make_index(self.contents(), tier, self.superseded())


def _read_input(told: list[Any]) -> ProjectInput:
    name, idea, answers, questions, facts, language, answered, today = told
    interview = Interview.read(questions)
    read = ProjectInput(
        name=name,
        idea=idea,
        answers=Answers.model_validate(answers),
        asked={own.key: own.prompt for own in interview.questions() if own.language},
        facts=without_removed(Facts.model_validate(facts)) if facts else None,
        language=language,
        today=date.fromisoformat(today),
        answered=date.fromisoformat(answered) if answered else None,
    )
    return share(read)


# A project is asked several times for each page; more of them are few.
_INPUTS = Remembered(_read_input, most=64)
_INTERVIEWS = Remembered(Interview.read, most=64)
_HASHES = Remembered(lambda told: word_hashes(_INPUTS.of(told)), most=500)
_HASHES_WITH_FACTS = Remembered(
    lambda told: word_hashes(_INPUTS.of(told)) | fact_hashes(_INPUTS.of(told)), most=500
)


@receiver(pre_delete, sender=Project)
def _wait_for_writers(instance: Project, **_: Any) -> None:
    """Lock the documents of a project before anything of it is deleted.

    Django deletes the attempts before the documents, and storing takes them the other way round:
    each of the two could wait for the other. A signal, because a project also goes with its
    founder, and then no method of ours is called.
    """
    list(instance.artifacts.only("pk").locked())
