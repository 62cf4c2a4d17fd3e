"""Founders and projects in every state that a page can show."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import islice
from typing import Any

from django.conf import settings
from django.utils import timezone

from artifacts.generation.claims import Edits, Requester, claim
from artifacts.generation.streaming import publish
from artifacts.generation.writer import write_claim
from artifacts.interview.questions import ProjectInput
from artifacts.models import (
    Artifact,
    AssumptionTest,
    GenerationAttempt,
    Project,
    ShareLink,
    User,
)
from artifacts.runners.base import WriteRequest
from artifacts.runners.fake import RunnerFake
from artifacts.schemas import GENERATION_ORDER, ArtifactType
from artifacts.services.documents.checks import check_project, ignore_finding
from artifacts.services.documents.notes import resolve_note
from artifacts.services.editing.manual_edits import (
    add_item,
    change_item,
    delete_item,
    edit_section,
    fingerprint,
)
from artifacts.services.mails.weekly import MailAction, answer_url
from artifacts.services.projects.lifecycle import answer_question, delete_project
from artifacts.services.sharing.links import link_token
from artifacts.tests.browser.scene_texts import IDEAS, INTERVIEWS, TIDES
from artifacts.tests.support.factories import (
    PASSWORD,
    AnnotationFactory,
    AssumptionTestFactory,
    GenerationAttemptFactory,
    GuestNoteFactory,
    ProjectFactory,
    ShareLinkFactory,
    make_user,
)
from artifacts.tests.support.staff import EDITOR, admin_page, make_staff
from artifacts.tiers import Tier


@dataclass
class Scene:
    """The founders and projects that the states show, by name."""

    founder: User
    newcomer: User
    starter: User
    staff: User
    projects: dict[str, Project]
    links: dict[str, ShareLink]
    tests: dict[str, AssumptionTest]

    def url(self, name: str, path: str = "") -> str:
        return f"/projects/{self.projects[name].pk}/{path}"

    def shared(self, name: str, path: str = "") -> str:
        """A page that guests see by the link of that name."""
        return f"/s/{link_token(self.links[name])}/{path}"

    def admin(self, name: str, artifact_type: ArtifactType, path: str = "change/") -> str:
        """The page of a document in the admin, or one below it."""
        return admin_page(self.projects[name], artifact_type, path)

    def note(self) -> str:
        """A note of the founder's that stands on the MVP Scope."""
        return str(_row(self.projects["worked"], ArtifactType.MVP_SCOPE).annotations[0]["id"])

    def answer(self) -> str:
        """The page behind a link of the mail of Monday."""
        test = self.tests["running"]
        url = answer_url(self.founder, MailAction.PASSED, test.project, str(test.pk))
        return url.removeprefix(settings.SITE_URL)

    def finding(self) -> str:
        return str(_findings(self.projects["worked"])[0].id)


def make_scene(tier: Tier = Tier.PARTNER) -> Scene:
    """Make everything that the states need in an empty database."""
    founder = make_user(tier, email="ana@example.com", password=PASSWORD)
    newcomer = make_user(Tier.BOOTSTRAPPER, email="new@example.com", password=PASSWORD)
    starter = make_user(Tier.BOOTSTRAPPER, email="sam@example.com", password=PASSWORD)
    owners = {"locked": starter}
    projects = {name: _project(owners.get(name, founder), name) for name in reversed(IDEAS)}
    projects["draft"] = ProjectFactory.create(
        draft=True, owner=founder, name="Petal post", idea="Flowers by bicycle, on the same day."
    )
    for name, stored in INTERVIEWS.items():
        projects[name] = ProjectFactory.create(
            draft=True, owner=starter, name="Tide table", idea=TIDES
        )
        Project.objects.filter(pk=projects[name].pk).update(interview_questions=stored)
    for name in ("stale", "proposal", "rewriting", "locked", "worked"):
        _write(projects[name])
    _write(projects["failed"], runner=RunnerFake("fails_at:mvp_scope"))
    _write(projects["postponed"], runner=RunnerFake("rate_limited"))
    _write(projects["writing"], runner=_Leaving(ArtifactType.MVP_SCOPE))
    _write(projects["rewriting"], runner=_Leaving(ArtifactType.BRIEF))
    _show_what_is_written(_row(projects["writing"], ArtifactType.MVP_SCOPE))
    _claim(projects["waiting"], GENERATION_ORDER, started=False)
    _hold(projects["waiting"])
    _answer(projects["stale"], price="9 euros a month per shop")
    _propose(projects["proposal"], founder)
    _work_on(projects["worked"], founder)
    _spend_the_day(projects["locked"], starter)
    delete_project(projects["gone"])
    staff = make_staff(
        *EDITOR, "change_project", "view_project", email="eve@example.com", password=PASSWORD
    )
    worked = projects["worked"]
    return Scene(founder, newcomer, starter, staff, projects, _share(worked), _test(worked))


def _show_what_is_written(artifact: Artifact) -> None:
    """Let the first sections of a document that is being written be seen."""
    written = RunnerFake().write(
        artifact.project.get_input(),
        artifact.type,
        artifact.project.contents(),
        WriteRequest(tier=Tier.PARTNER),
    )
    assert artifact.generation_token is not None
    publish(artifact.generation_token, artifact.type, dict(islice(written.content.items(), 2)))


class _Leaving(RunnerFake):
    """A worker that begins one document and is not heard of again."""

    class Left(BaseException):
        pass

    def __init__(self, at: ArtifactType) -> None:
        super().__init__()
        self._leaves_at = at

    def write(
        self, project: ProjectInput, artifact_type: ArtifactType, earlier: Any, order: Any = None
    ) -> Any:
        if artifact_type is self._leaves_at:
            raise self.Left
        return super().write(project, artifact_type, earlier, order)


class _Reordering(RunnerFake):
    """A writer that changes, adds, drops and moves features."""

    def write(
        self, project: ProjectInput, artifact_type: ArtifactType, earlier: Any, order: Any = None
    ) -> Any:
        written = super().write(project, artifact_type, earlier, order)
        first, second, *more = written.content["core_features"]
        other = {
            **second,
            "priority": "medium",
            "description": "We list by supplier what runs out by Friday.",
        }
        new = {
            "name": "Photo of the shelf",
            "description": "A photo settles who is right.",
            "priority": "low",
        }
        features = [*more[1:], first, other, {**new, "id": "F-90"}]
        return replace(written, content={**written.content, "core_features": features})


def _project(owner: User, name: str) -> Project:
    title, idea = IDEAS[name]
    return ProjectFactory.create(answered=True, owner=owner, name=title, idea=idea)


def _write(
    project: Project, *types: ArtifactType, edits: Edits = Edits.KEEP, runner: Any = None
) -> None:
    project = Project.objects.get(pk=project.pk)
    try:
        write_claim(
            _claim(project, types or GENERATION_ORDER, edits=edits), runner=runner or RunnerFake()
        )
    except _Leaving.Left:
        _hold(project)


def _claim(project: Project, types: Any, *, edits: Edits = Edits.KEEP, started: bool = True) -> Any:
    trigger = Requester(GenerationAttempt.Trigger.FOUNDER, project.owner)
    return claim(project, types, trigger=trigger, edits=edits, runner="fake", started=started)


def _hold(project: Project) -> None:
    """Keep generations in progress for longer than any test runs."""
    later = timezone.now() + timedelta(days=1)
    Artifact.objects.filter(project=project).generating().update(lease_expires_at=later)


def _answer(project: Project, **answers: str) -> None:
    for key, text in answers.items():
        answer_question(project, key=key, text=text)


def _propose(project: Project, founder: User) -> None:
    text = "One developer for ten weeks, and a designer on Sundays."
    _edit(project, founder, ArtifactType.BRIEF, "key_constraint", text)
    _answer(project, target_user="Owners of small flower shops")
    _write(project, ArtifactType.BRIEF, edits=Edits.REVIEW)
    _propose_items(project, founder)


def _propose_items(project: Project, founder: User) -> None:
    """Edit, add and take out features, and let a new version of the scope wait that adds, drops and
    moves some.
    """
    scope = ArtifactType.MVP_SCOPE
    written = _content(project, scope).core_features
    where: dict[str, Any] = {
        "section": "core_features",
        "editor": founder,
        "tier": founder.get_tier(),
    }
    values = {
        "name": "Quick shelf count",
        "description": "The owner taps what is on a shelf, on their own phone.",
    }
    change_item(
        _row(project, scope),
        item_id=written[0].id,
        values=values,
        base=fingerprint(written[0]),
        **where,
    )
    added = {
        "name": "Count by voice",
        "description": "The owner says what is there.",
        "priority": "low",
    }
    add_item(_row(project, scope), values=added, **where)
    _write(project, scope, runner=_Reordering(), edits=Edits.REVIEW)


def _work_on(project: Project, founder: User) -> None:
    """Edit, annotate and regenerate, so that there is something to compare, to resolve and in the
    tray.
    """
    scope = ArtifactType.MVP_SCOPE
    first = _content(project, scope).core_features[0]
    _note(
        project, founder, "core_features", first.id, "Ana wants to try this one in her shop first."
    )
    _note(project, founder, "out_of_scope", None, "Ask the accountant before we say this aloud.")
    resolved = _note(project, founder, "out_of_scope", None, "Is a web shop really out?")
    resolve_note(_row(project, scope), note_id=resolved.id, by=founder, tier=founder.get_tier())
    last = _content(project, scope).core_features[-1]
    _note(project, founder, "core_features", last.id, "We may want this back one day.")
    values = {
        "name": "Quick shelf count",
        "description": "The owner taps what is on a shelf, on their own phone.",
    }
    where: dict[str, Any] = {
        "section": "core_features",
        "editor": founder,
        "tier": founder.get_tier(),
    }
    change_item(
        _row(project, scope), item_id=first.id, values=values, base=fingerprint(first), **where
    )
    delete_item(_row(project, scope), item_id=last.id, base=fingerprint(last), **where)
    _write(project, ArtifactType.MILESTONES)
    _write(project, scope)
    text = "A phone application that works offline, and one small server."
    _edit(project, founder, scope, "technical_architecture", text)
    ignored = _findings(project)[-1]
    ignore_finding(
        project,
        finding_id=ignored.id,
        reason="We know; Ana decides in May.",
        by=founder,
        tier=founder.get_tier(),
    )


def _share(project: Project) -> dict[str, ShareLink]:
    """Share a project openly, with notes of guests, and behind a password; and leave a link that
    has ended.
    """
    common: dict[str, Any] = {"project": project, "tier": project.owner.get_tier()}
    ended = ShareLinkFactory.create(documents=[ArtifactType.BRIEF], revoked=True, **common)
    locked = ShareLinkFactory.create(
        documents=[ArtifactType.BRIEF], password="open sesame", **common
    )
    documents = [ArtifactType.BRIEF, ArtifactType.MVP_SCOPE, ArtifactType.MILESTONES]
    common |= {"label": "Maria, who may invest", "allows_notes": True}
    link = ShareLinkFactory.create(documents=documents, **common)
    texts = (
        "We would pay for this in our shop.",
        "What does it do when two of us count the same shelf?",
    )
    note: dict[str, Any] = {"link": link, "artifact_type": ArtifactType.MVP_SCOPE, "name": "Maria"}
    GuestNoteFactory.create(text=texts[0], **note)
    GuestNoteFactory.create(text=texts[1], section="core_features", state="approved", **note)
    return {"open": link, "locked": locked, "ended": ended}


def _test(project: Project) -> dict[str, AssumptionTest]:
    """Test three assumptions: one is drafted, one runs, and one was disproved."""
    note = "Two of five wanted to keep it; the others went back to paper."
    return {
        "draft": AssumptionTestFactory.create(
            project=project, assumption="brief.A-3", started=False, kills=""
        ),
        "running": AssumptionTestFactory.create(project=project, assumption="brief.A-2"),
        "over": AssumptionTestFactory.create(
            project=project, result="failed", said_yes=2, asked=5, note=note
        ),
    }


def _spend_the_day(project: Project, starter: User) -> None:
    """Leave a founder who has something to compare, and no document left for today."""
    _answer(project, price="9 euros a month per shop")
    _write(project, ArtifactType.MVP_SCOPE, ArtifactType.RISK_LOG)
    asked = GenerationAttempt.objects.filter(requested_by=starter)
    missing = settings.DAILY_DOCUMENTS[starter.get_tier().value] - asked.count()
    GenerationAttemptFactory.create_batch(missing, artifact=_row(project, ArtifactType.RISK_LOG))


def _row(project: Project, artifact_type: ArtifactType) -> Artifact:
    return Artifact.objects.select_related("project").get(
        project=project, artifact_type=artifact_type.value
    )


def _content(project: Project, artifact_type: ArtifactType) -> Any:
    return _row(project, artifact_type).content


def _findings(project: Project) -> Any:
    fresh = Project.objects.with_artifacts().get(pk=project.pk)
    return check_project(fresh).visible_to(fresh.owner.get_tier()).findings


def _edit(
    project: Project, founder: User, artifact_type: ArtifactType, section: str, value: str
) -> None:
    base = fingerprint(getattr(_content(project, artifact_type), section))
    row = _row(project, artifact_type)
    edit_section(
        row, section=section, value=value, base=base, editor=founder, tier=founder.get_tier()
    )


def _note(project: Project, founder: User, section: str, item_id: str | None, text: str) -> Any:
    row = _row(project, ArtifactType.MVP_SCOPE)
    return AnnotationFactory.create(
        artifact=row,
        section=section,
        item_id=item_id,
        text=text,
        author=founder,
        tier=founder.get_tier(),
    )
