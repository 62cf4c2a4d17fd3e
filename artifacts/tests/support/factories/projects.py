"""Projects: drafts, answered, written, and with a history."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from factory.declarations import (
    Dict,
    LazyFunction,
    PostGeneration,
    Sequence,
    SubFactory,
    Trait,
)
from factory.django import DjangoModelFactory

from artifacts.generation.claims import Edits
from artifacts.generation.writer import write_claim
from artifacts.interview.questions import ProjectInput
from artifacts.models import (
    Project,
    User,
)
from artifacts.services.documents.notes import add_note
from artifacts.services.editing.manual_edits import edit_section, fingerprint
from artifacts.services.projects.lifecycle import answer_question, create_project, start_project
from artifacts.services.projects.sample import SHELFWISE
from artifacts.tests.support.factories.users import UserFactory
from artifacts.tests.support.factories.written import write_documents
from artifacts.tests.support.plain import ASSUMING, StubRunner, claim_all


def _write_project(project: Project, create: bool, wanted: bool | None, **_: Any) -> None:
    if wanted:
        write_documents(project)
        project.refresh_from_db()


class ProjectFactory(DjangoModelFactory[Project]):
    """A project that can be written; with `written`, its documents are at version 1 with the PLAIN
    content.
    """

    class Meta:
        model = Project
        skip_postgeneration_save = True

    class Params:
        draft = Trait(interviewed_at=None)
        answered = Trait(
            name=SHELFWISE.name, idea=SHELFWISE.idea, answers=SHELFWISE.answers.model_dump()
        )

    owner = SubFactory(UserFactory)
    name = Sequence(lambda number: f"Shelfwise {number}")
    idea = "Stock counting for small shops."
    answers = Dict({})
    interviewed_at = LazyFunction(timezone.now)
    written = PostGeneration(_write_project)

    @classmethod
    def _create(cls, model_class: type[Project], *args: Any, **kwargs: Any) -> Project:
        owner, is_draft = kwargs.pop("owner"), kwargs.pop("interviewed_at") is None
        if is_draft:
            project = start_project(owner=owner, name=kwargs["name"], idea=kwargs["idea"])
            for key, text in kwargs["answers"].items():
                answer_question(project, key=key, text=text)
        else:
            project = create_project(owner=owner, described=ProjectInput.from_brief(kwargs))
        return model_class.objects.get(pk=project.pk)


def make_assuming_project(owner: User | None = None, *, evidence: str = "") -> Project:
    """Return a written project whose brief has three assumptions: A-1 is a guess, A-3 comes from an
    answer.
    """
    project = make_project(owner, evidence=evidence)
    write_documents(project, ASSUMING)
    return Project.objects.get(pk=project.pk)


def make_project(
    owner: User | None = None,
    *,
    name: str = "Shelfwise",
    language: str = "",
    written: bool = False,
    **answers: str,
) -> Project:
    """Return a project; with `written`, its documents are at version 1 with the PLAIN content.

    `language` is what is chosen for its documents; the PLAIN content is English whatever its labels
    are.
    """
    fields: dict[str, Any] = {"owner": owner} if owner else {}
    if "idea" in answers:
        fields["idea"] = answers.pop("idea")
    return ProjectFactory.create(
        name=name, language=language, written=written, answers=answers, **fields
    )


def make_busy_project(owner: User, *, language: str = "") -> Project:
    """Return a project with two versions of everything, an edit, a note, a proposal, and a later
    answer.
    """
    project = make_project(owner, language=language, written=True)
    write_claim(claim_all(project), runner=StubRunner())
    scope = project.artifacts.get(artifact_type="mvp_scope")
    tier, base = owner.get_tier(), fingerprint(["Invoices"])
    edit_section(scope, section="out_of_scope", value=["Wages"], base=base, editor=owner, tier=tier)
    add_note(scope, section="core_features", item_id=None, text="?", author=owner, tier=tier)
    write_claim(claim_all(project, edits=Edits.REVIEW), runner=StubRunner())
    answer_question(Project.objects.get(pk=project.pk), key="price", text="9")
    return Project.objects.get(pk=project.pk)
