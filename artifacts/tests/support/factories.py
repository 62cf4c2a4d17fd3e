"""The rows and contents that tests are made of: users, projects, documents, attempts, share links
and notes.

What the product makes in several steps, such as a written document, is made by its own services, so
that a row from a factory is as valid as one that a founder made. Call `create()`, or `build()` for
a row that is not saved. Sequences count per process: no test may rely on a number in them.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.contrib.auth.models import Group, Permission
from django.utils import timezone
from factory.base import Factory
from factory.declarations import (
    Dict,
    LazyAttribute,
    LazyFunction,
    PostGeneration,
    SelfAttribute,
    Sequence,
    SubFactory,
    Trait,
)
from factory.django import DjangoModelFactory

from artifacts.accounts.roles import Role
from artifacts.documents.testing import Result
from artifacts.generation.claims import Claim, Edits, Outcome
from artifacts.generation.writer import write_claim
from artifacts.interview.questions import ProjectInput
from artifacts.models import (
    Artifact,
    AssumptionTest,
    GenerationAttempt,
    GuestNote,
    PlanRequest,
    Project,
    ShareLink,
    User,
)
from artifacts.runners.base import PermanentRunnerError
from artifacts.schemas import GENERATION_ORDER, ArtifactAnnotation, ArtifactType
from artifacts.schemas.base import SectionKind
from artifacts.services.editing import change_item, edit_section, fingerprint
from artifacts.services.guest_notes import add_guest_note, moderate
from artifacts.services.notes import add_note
from artifacts.services.plans import ask_for_plan
from artifacts.services.projects import answer_question, create_project, start_project
from artifacts.services.sample import SHELFWISE
from artifacts.services.sharing import link_token, make_link, open_link, revoke_link
from artifacts.services.testing import base_of, edit_test, enter_result, make_test, start_test
from artifacts.tests.support.plain import ASSUMING, PLAIN, StubRunner, claim_all, reworded, write
from artifacts.tiers import Tier

__all__ = [
    "PASSWORD",
    "PLAIN",
    "AnnotationFactory",
    "ArtifactFactory",
    "AssumptionTestFactory",
    "GenerationAttemptFactory",
    "GuestNoteFactory",
    "PlanRequestFactory",
    "ProjectFactory",
    "ShareLinkFactory",
    "StubRunner",
    "UserFactory",
    "claim_all",
    "make_assuming_project",
    "make_project",
    "make_staff",
    "make_user",
    "write",
]

PASSWORD = "correct horse battery staple"


def _give_role(user: User, create: bool, role: Role | None, **_: Any) -> None:
    if role:
        user.groups.add(Group.objects.get(name=role))


def _give_permissions(user: User, create: bool, codenames: Iterable[str] | None, **_: Any) -> None:
    if codenames:
        user.user_permissions.set(Permission.objects.filter(codename__in=codenames))


class UserFactory(DjangoModelFactory[User]):
    """A founder of the lowest tier. `role` and `permissions` say what a member of staff may do."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    class Params:
        partner = Trait(tier=Tier.PARTNER)
        cto_scale = Trait(tier=Tier.CTO_SCALE)
        staff = Trait(is_staff=True)
        superuser = Trait(is_staff=True, is_superuser=True)

    email = Sequence(lambda number: f"founder-{number}@example.com")
    username = SelfAttribute("email")
    tier = Tier.BOOTSTRAPPER
    role = PostGeneration(_give_role)
    permissions = PostGeneration(_give_permissions)

    @classmethod
    def _adjust_kwargs(cls, **kwargs: Any) -> dict[str, Any]:
        return {**kwargs, "tier": Tier(kwargs["tier"]).value}

    @classmethod
    def _create(cls, model_class: type[User], *args: Any, **kwargs: Any) -> User:
        return model_class.objects.create_user(*args, **kwargs)


def _write_project(project: Project, create: bool, wanted: bool | None, **_: Any) -> None:
    if wanted:
        write(claim_all(project))
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


def _write_up_to(row: Artifact) -> None:
    """Write the document and those it builds on, as far as they are not written."""
    documents = {document.type: document for document in row.project.documents()}
    missing = [t for t in (*row.type.earlier, row.type) if not documents[t].is_written]
    if missing:
        write(claim_all(row.project, missing))
    _reread(row)


def _reread(row: Artifact) -> None:
    row.refresh_from_db()
    row.__dict__.pop("content", None)


def _write(row: Artifact, create: bool, wanted: bool | None, **_: Any) -> None:
    if wanted:
        _write_up_to(row)


def _edit(row: Artifact, create: bool, wanted: bool | None, **_: Any) -> None:
    """Edit the first section that can be edited."""
    if not wanted:
        return
    _write_up_to(row)
    section = next(section for section in row.type.content_class.sections() if not section.computed)
    where: dict[str, Any] = {"section": section.name, "editor": row.project.owner}
    seen = getattr(row.content, section.name)
    if section.kind is SectionKind.ITEMS:
        where |= {"item_id": seen[0].id, "values": {"description": "We wrote this by hand."}}
        change_item(row, base=fingerprint(seen[0]), tier=Tier.CTO_SCALE, **where)
    else:
        by_hand = "We wrote this by hand."
        where["value"] = by_hand if section.kind is SectionKind.PROSE else [by_hand]
        edit_section(row, base=fingerprint(seen), tier=Tier.CTO_SCALE, **where)
    _reread(row)


def _propose(row: Artifact, create: bool, wanted: bool | None, **_: Any) -> None:
    if not wanted:
        return
    if not row.has_user_edits:
        _edit(row, create, wanted)
    contents = {row.type: reworded(PLAIN[row.type])}
    claimed = claim_all(row.project, [row.type], edits=Edits.REVIEW)
    write_claim(claimed, runner=StubRunner(contents=contents))
    _reread(row)


def _outdate(row: Artifact, create: bool, wanted: bool | None, **_: Any) -> None:
    if wanted:
        _write_up_to(row)
        answer_question(row.project, key="price", text="Another price: 7 euros a month")
        row.project.refresh_from_db()


def _fail(row: Artifact, create: bool, wanted: bool | None, **_: Any) -> None:
    def refuse(artifact_type: ArtifactType) -> None:
        raise PermanentRunnerError(f"{artifact_type.value} cannot be written")

    if wanted:
        write_claim(_claim_one(row), runner=StubRunner(before=refuse))
        _reread(row)


def _hold(row: Artifact, create: bool, wanted: bool | None, **_: Any) -> None:
    if wanted:
        _claim_one(row)
        _reread(row)


def _claim_one(row: Artifact) -> Claim:
    earlier = row.type.earlier
    if earlier:
        before = Artifact.objects.get(project=row.project_id, artifact_type=earlier[-1].value)
        _write_up_to(before)
    return claim_all(row.project, [row.type], edits=Edits.KEEP)


class ArtifactFactory(DjangoModelFactory[Artifact]):
    """One of a project's documents, which has them all from its first moment; what it builds on is
    written as needed.

    The flags can be combined. `with_proposal` edits too, because only edits make a new version
    wait. `stale` changes an answer; that the document is out of date is seen at once, and by the
    filters of staff after the next survey.
    """

    class Meta:
        model = Artifact
        skip_postgeneration_save = True

    project = SubFactory(ProjectFactory)
    artifact_type = ArtifactType.BRIEF

    # In this order, whatever the order they are asked for in.
    written = PostGeneration(_write)
    edited = PostGeneration(_edit)
    with_proposal = PostGeneration(_propose)
    stale = PostGeneration(_outdate)
    failed = PostGeneration(_fail)
    generating = PostGeneration(_hold)

    @classmethod
    def _adjust_kwargs(cls, **kwargs: Any) -> dict[str, Any]:
        return {**kwargs, "artifact_type": ArtifactType(kwargs["artifact_type"]).value}

    @classmethod
    def _create(cls, model_class: type[Artifact], *args: Any, **kwargs: Any) -> Artifact:
        return model_class.objects.select_related("project__owner").get(*args, **kwargs)


class GenerationAttemptFactory(DjangoModelFactory[GenerationAttempt]):
    """A receipt that nothing was written for, as figures over many days need them."""

    class Meta:
        model = GenerationAttempt

    class Params:
        failed = Trait(
            outcome=Outcome.FAILED, error="invalid output", reference=Sequence("{:08x}".format)
        )
        still_open = Trait(outcome=Outcome.OPEN, finished_at=None, duration_seconds=None)

    artifact = SubFactory(ArtifactFactory)
    token = LazyFunction(uuid.uuid4)
    trigger = GenerationAttempt.Trigger.FOUNDER
    requested_by = SelfAttribute("artifact.project.owner")
    runner = "fake"
    duration_seconds = 10.0
    outcome = Outcome.STORED
    created_at = LazyFunction(timezone.now)
    started_at = SelfAttribute("created_at")
    finished_at = LazyAttribute(
        lambda made: made.created_at + timedelta(seconds=made.duration_seconds)
    )


def _revoke(link: ShareLink, create: bool, wanted: bool | None, **_: Any) -> None:
    if wanted:
        revoke_link(link, now=timezone.now())
        link.refresh_from_db()


class ShareLinkFactory(DjangoModelFactory[ShareLink]):
    """An open link to all documents of a written project, as the lowest tier reads them."""

    class Meta:
        model = ShareLink
        skip_postgeneration_save = True

    class Params:
        expired = Trait(now=LazyFunction(lambda: timezone.now() - timedelta(days=31)))

    project = SubFactory(ProjectFactory, written=True)
    documents = GENERATION_ORDER
    tier = Tier.BOOTSTRAPPER
    days = 30
    now = LazyFunction(timezone.now)
    revoked = PostGeneration(_revoke)

    @classmethod
    def _create(cls, model_class: type[ShareLink], *args: Any, **kwargs: Any) -> ShareLink:
        return make_link(*args, **kwargs)


class GuestNoteFactory(DjangoModelFactory[GuestNote]):
    """A note that a guest left, each by another guest.

    `state` is what the founder has decided about it.
    """

    class Meta:
        model = GuestNote

    link = SubFactory(ShareLinkFactory, allows_notes=True)
    artifact_type = ArtifactType.BRIEF
    section = ""
    name = "Jo"
    text = "Why?"
    guest = Sequence("guest-{}".format)
    state = GuestNote.State.HELD
    tier = None
    """What the guest read, where that is no longer what the link shows."""
    now = LazyFunction(timezone.now)

    @classmethod
    def _create(cls, model_class: type[GuestNote], *args: Any, **kwargs: Any) -> GuestNote:
        link, state = kwargs.pop("link"), GuestNote.State(kwargs.pop("state"))
        tier, document = kwargs.pop("tier"), ArtifactType(kwargs.pop("artifact_type"))
        share = open_link(str(link_token(link)), now=kwargs["now"])
        note = add_guest_note(share, share.document(document.value), *args, **kwargs)
        if tier is not None:
            note.tier = Tier(tier).value
            note.save(update_fields=["tier"])
        if state is not GuestNote.State.HELD:
            shown = state is GuestNote.State.APPROVED
            moderate(share.project, note.pk, shown=shown, tier=Tier.CTO_SCALE, now=kwargs["now"])
            note.refresh_from_db()
        return note


class PlanRequestFactory(DjangoModelFactory[PlanRequest]):
    """An open request for the next plan."""

    class Meta:
        model = PlanRequest

    founder = SubFactory(UserFactory)
    tier = Tier.PARTNER

    @classmethod
    def _create(cls, model_class: type[PlanRequest], *args: Any, **kwargs: Any) -> PlanRequest:
        return ask_for_plan(*args, **kwargs)


def make_assuming_project(owner: User | None = None, *, evidence: str = "") -> Project:
    """Return a written project whose brief has three assumptions: A-1 is a guess, A-3 comes from an
    answer.
    """
    project = make_project(owner, evidence=evidence)
    write_claim(claim_all(project), runner=StubRunner(contents=ASSUMING))
    return Project.objects.get(pk=project.pk)


class AssumptionTestFactory(DjangoModelFactory[AssumptionTest]):
    """A test of the first assumption of a project's brief: one that runs; a draft where `started`
    is False; over with a `result`, as found on `ended_on`.
    """

    class Meta:
        model = AssumptionTest

    project = LazyFunction(make_assuming_project)
    assumption = "brief.A-1"
    whom = "Ten owners in our street"
    what = "We ask for 29 euros"
    kills = "Fewer than three of ten pay"
    due = LazyFunction(timezone.localdate)
    started = True
    result = ""
    ended_on = LazyFunction(timezone.localdate)
    note = ""
    said_yes = None
    asked = None
    now = LazyFunction(timezone.now)

    @classmethod
    def _create(
        cls, model_class: type[AssumptionTest], *args: Any, **kwargs: Any
    ) -> AssumptionTest:
        plan = {name: kwargs.pop(name) for name in ("whom", "what", "kills", "due")}
        project, now = Project.objects.get(pk=kwargs["project"].pk), kwargs["now"]
        test = make_test(project, key=kwargs["assumption"], tier=Tier.CTO_SCALE, now=now)
        if not kwargs["started"]:
            return edit_test(test, values=plan, base=base_of(test))
        test = start_test(test, values=plan, base=base_of(test))
        if not kwargs["result"]:
            return test
        counted = {name: kwargs[name] for name in ("note", "said_yes", "asked")}
        return enter_result(
            test,
            result=Result(kwargs["result"]),
            on=kwargs["ended_on"],
            today=timezone.localdate(),
            **counted,
        )


class AnnotationFactory(Factory[ArtifactAnnotation]):
    """The founder's note on a section of a document, or on an item of it."""

    class Meta:
        model = ArtifactAnnotation

    artifact = SubFactory(ArtifactFactory, artifact_type=ArtifactType.MVP_SCOPE, written=True)
    section = LazyAttribute(lambda made: made.artifact.type.content_class.sections()[0].name)
    item_id = None
    text = "Ask the pilot shop."
    author = SelfAttribute("artifact.project.owner")
    tier = Tier.CTO_SCALE

    @classmethod
    def _create(
        cls, model_class: type[ArtifactAnnotation], *args: Any, **kwargs: Any
    ) -> ArtifactAnnotation:
        return add_note(*args, **kwargs)


def make_user(tier: Tier = Tier.BOOTSTRAPPER, **fields: Any) -> User:
    return UserFactory.create(tier=tier, **fields)


def make_staff(role: Role | None = None, **fields: Any) -> User:
    """Return a member of staff with that role; without one, a superuser."""
    return UserFactory.create(is_staff=True, is_superuser=role is None, role=role, **fields)


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
    from artifacts.generation.claims import Edits
    from artifacts.generation.writer import write_claim
    from artifacts.models import GenerationAttempt
    from artifacts.services.editing import edit_section, fingerprint
    from artifacts.services.notes import add_note
    from artifacts.services.projects import answer_question

    project = make_project(owner, language=language, written=True)
    write_claim(claim_all(project), runner=StubRunner())
    scope = project.artifacts.get(artifact_type="mvp_scope")
    tier, base = owner.get_tier(), fingerprint(["Invoices"])
    edit_section(scope, section="out_of_scope", value=["Wages"], base=base, editor=owner, tier=tier)
    add_note(scope, section="core_features", item_id=None, text="?", author=owner, tier=tier)
    write_claim(
        claim_all(project, edits=Edits(GenerationAttempt.Edits.REVIEW)), runner=StubRunner()
    )
    answer_question(Project.objects.get(pk=project.pk), key="price", text="9")
    return Project.objects.get(pk=project.pk)
