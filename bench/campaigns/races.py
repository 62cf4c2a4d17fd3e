"""Eight clients at the same few projects, each with a connection of its own.

They call what the views call, with what they read just before. What they are told is compared with
what the database wrote down (`history`).
"""

from __future__ import annotations

import random
import threading
import time
import traceback
import uuid
from collections.abc import Callable, Iterator
from typing import Any

from django.db import connection
from django.utils import timezone

from artifacts.diff.three_way import Choice
from artifacts.exceptions import ArtifactsError
from artifacts.generation.claims import Claim, Edits, Requester, cancel_generation
from artifacts.generation.proposals import (
    Choices,
    decide_proposal,
    read_proposal,
    reject_proposal,
)
from artifacts.generation.service import generate
from artifacts.generation.writer import write_claim
from artifacts.models import Artifact, GenerationAttempt, GuestNote, Project, ShareLink, User
from artifacts.schemas import GENERATION_ORDER, ArtifactType
from artifacts.services.documents.notes import add_note, delete_note, edit_note, resolve_note
from artifacts.services.editing.manual_edits import (
    add_item,
    delete_item,
    edit_section,
    fingerprint,
    move_item,
)
from artifacts.services.editing.restoring import restore_previous, revert_section
from artifacts.services.facts.corrections import add_fact, confirm_all, fact_base
from artifacts.services.projects.lifecycle import answer_question, delete_project, undelete_project
from artifacts.services.sharing.guest_notes import add_guest_note
from artifacts.services.sharing.links import link_token, make_link, open_link, revoke_link
from artifacts.tests.support.factories import PLAIN, StubRunner, make_project, make_user
from artifacts.tiers import Tier
from bench.campaigns import history
from bench.campaigns.ground import breaches
from bench.campaigns.history import MARK, Model, Told
from bench.campaigns.report import Report
from bench.campaigns.scenes import SECTIONS

CLIENTS = 8
PROJECTS = 3
ROUND_SECONDS = 20.0
WATCHED = frozenset(name for names in SECTIONS.values() for name in names)
FEATURES = "core_features"


class Client:
    """One of the clients: a browser window, a worker and a guest in turns."""

    def __init__(self, round_: Round, seed: str) -> None:
        self.rng = random.Random(seed)
        self.round = round_
        self.told: list[Told] = []
        self.answers: list[tuple[uuid.UUID, str, str, bool]] = []
        self.links: list[uuid.UUID] = []
        self.revoked: list[uuid.UUID] = []
        self.guest_notes: list[uuid.UUID] = []
        self.ids: list[tuple[int, str]] = []

    # What a page reads before its form is sent

    @property
    def who(self) -> dict[str, Any]:
        return {"editor": self.round.founder, "tier": Tier.CTO_SCALE}

    def project(self) -> Project:
        return Project.objects.get(pk=self.rng.choice(self.round.projects))

    def row(self, types: tuple[ArtifactType, ...] = tuple(SECTIONS)) -> Artifact:
        return Artifact.objects.select_related("project__owner").get(
            project=self.rng.choice(self.round.projects), artifact_type=self.rng.choice(types).value
        )

    def text(self) -> str:
        return f"{MARK} {self.rng.getrandbits(64):x}"

    def say(self, row: Artifact, place: str, seen: Any, text: str, act: Callable[[], Any]) -> None:
        """Do it, and remember what was answered."""
        try:
            act()
        except ArtifactsError:
            self.told.append(Told(row.pk, place, seen, text, is_accepted=False))
            raise
        self.told.append(Told(row.pk, place, seen, text, is_accepted=True))

    # Acts

    def edit(self) -> None:
        row = self.row()
        section = self.rng.choice(SECTIONS[row.type])
        seen, text = getattr(row.content, section), self.text()
        value = text if isinstance(seen, str) else [text]
        where: dict[str, Any] = {"section": section, "value": value, "base": fingerprint(seen)}
        self.say(row, section, seen, text, lambda: edit_section(row, **where, **self.who))

    def edit_outdated(self) -> None:
        row = self.row()
        section = self.rng.choice(SECTIONS[row.type])
        seen, text = getattr(row.content, section), self.text()
        value = text if isinstance(seen, str) else [text]
        where: dict[str, Any] = {
            "section": section,
            "value": value,
            "base": fingerprint("long ago"),
        }
        self.say(row, section, seen, text, lambda: edit_section(row, **where, **self.who))

    def change_items(self) -> None:
        row = self.row((ArtifactType.MVP_SCOPE,))
        content: Any = row.content
        item = self.rng.choice(content.core_features)
        where: dict[str, Any] = {"section": FEATURES, **self.who}
        kind = self.rng.random()
        if kind < 0.4:
            values = {"name": self.text(), "description": "By hand.", "priority": "low"}
            self.ids.append((row.pk, add_item(row, values=values, **where).id))
        elif kind < 0.7:
            move_item(row, item_id=item.id, by=1, **where)
        else:
            delete_item(row, item_id=item.id, base=fingerprint(item), **where)

    def note(self) -> None:
        row, text = self.row(), self.text()
        where: dict[str, Any] = {"section": SECTIONS[row.type][0], "item_id": None}
        made = add_note(row, text=text, author=self.round.founder, tier=Tier.CTO_SCALE, **where)
        self.told.append(Told(row.pk, f"note {made.id}", None, text, is_accepted=True))

    def change_note(self) -> None:
        row = self.row()
        if not row.annotations:
            return self.note()
        note = self.rng.choice(row.annotations)
        where = {"note_id": note["id"], "by": self.round.founder, "tier": Tier.CTO_SCALE}
        kind, text = self.rng.random(), self.text()
        if kind < 0.2:
            delete_note(row, **where)
        elif kind < 0.4:
            resolve_note(row, **where)
        else:
            base = fingerprint(note["note"])
            place = f"note {note['id']}"
            change = lambda: edit_note(row, text=text, base=base, **where)  # noqa: E731
            self.say(row, place, note["note"], text, change)
        return None

    def revert(self) -> None:
        row = self.row()
        section = self.rng.choice(SECTIONS[row.type])
        base = fingerprint(getattr(row.content, section))
        revert_section(row, section=section, base=base, **self.who)

    def restore(self) -> None:
        row = self.row()
        restore_previous(row, base=row.content_version, editor=self.round.founder)

    def regenerate(self) -> None:
        types = self.rng.sample(GENERATION_ORDER, self.rng.randint(1, 3))
        policy = self.rng.choice((Edits.KEEP, Edits.OVERWRITE, Edits.REVIEW))
        founder = Requester(GenerationAttempt.Trigger.STAFF, self.round.founder, "a race")
        ordered = generate(self.project(), types, trigger=founder, edits=policy, deliver=_leave_it)
        time.sleep(self.rng.random() * 0.02)
        write_claim(ordered.cascade, runner=StubRunner(contents=self._contents()))

    def _contents(self) -> dict[ArtifactType, dict[str, Any]]:
        """Texts that no other call has written, so that each of them can be told apart."""
        made: dict[ArtifactType, dict[str, Any]] = {t: dict(PLAIN[t]) for t in GENERATION_ORDER}
        for artifact_type, names in SECTIONS.items():
            for name in names:
                text = f"Generated {self.rng.getrandbits(64):x}"
                is_text = isinstance(made[artifact_type][name], str)
                made[artifact_type][name] = text if is_text else [text]
        return made

    def decide(self) -> None:
        rows = Artifact.objects.filter(project__in=self.round.projects, proposal__isnull=False)
        row = rows.select_related("project__owner").order_by("?").first()
        proposal = None if row is None else read_proposal(row)
        if row is None or proposal is None:
            return self.regenerate()
        if self.rng.random() < 0.3:
            return reject_proposal(row, decider=self.round.founder, base=proposal.base)
        chosen: Choice = self.rng.choice(("mine", "new"))
        choices = Choices(sections=dict.fromkeys(proposal.sections, chosen))
        who: dict[str, Any] = {"decider": self.round.founder, "tier": Tier.CTO_SCALE}
        decide_proposal(row, choices=choices, base=proposal.base, **who)
        return None

    def cancel(self) -> None:
        cancel_generation(self.project())

    def delete(self) -> None:
        project = self.project()
        delete_project(project)
        time.sleep(self.rng.random() * 0.01)
        undelete_project(project)

    def answer(self) -> None:
        project = self.project()
        seen, text = project.get_answers().workaround, self.text()
        try:
            answer_question(project, key="workaround", text=text, base=fingerprint(seen))
        except ArtifactsError:
            self.answers.append((project.pk, seen, text, False))
            raise
        self.answers.append((project.pk, seen, text, True))

    def change_facts(self) -> None:
        project = self.project()
        if self.rng.random() < 0.5:
            add_fact(project, name="laws", value=self.text())
        else:
            facts = project.get_facts().each()
            confirm_all(project, seen={path: fact_base(fact) for path, fact in facts})

    def share(self) -> None:
        project, now = self.project(), timezone.now()
        kind = self.rng.random()
        link = project.share_links.order_by("?").first()
        if link is None or kind < 0.2:
            made: dict[str, Any] = {"documents": GENERATION_ORDER, "tier": Tier.BOOTSTRAPPER}
            link = make_link(project, days=7, now=now, allows_notes=True, **made)
            self.links.append(link.pk)
        elif kind < 0.35:
            revoke_link(link, now=now)
            self.revoked.append(link.pk)
        else:
            opened = open_link(str(link_token(link)), now=now)
            where = {"section": "problem_statement", "name": "Jo", "text": self.text()}
            guest = uuid.uuid4().hex
            note = add_guest_note(opened, opened.document("brief"), guest=guest, now=now, **where)
            self.guest_notes.append(note.pk)

    ACTS = (
        (edit, 26), (edit_outdated, 4), (change_items, 8), (note, 10), (change_note, 10),
        (revert, 4), (restore, 2), (regenerate, 9), (decide, 6), (cancel, 2), (delete, 2),
        (answer, 7), (change_facts, 4), (share, 6),
    )  # fmt: skip

    def run(self) -> None:
        try:
            while act := self.round.next_act():
                self.round.note(act.__name__, self._try(act))
        finally:
            connection.close()

    def _try(self, act: Callable[[Client], None]) -> str:
        try:
            act(self)
        except ArtifactsError as error:
            return f"refused ({type(error).__name__})"
        except Exception as error:
            traceback.print_exc()
            self.round.report.violate(f"{act.__name__} broke: {error!r}")
            return "broke"
        return "done"


def _deal(rng: random.Random, count: int) -> Iterator[Callable[[Client], None]]:
    """Draw so many acts, each as often as its weight says."""
    acts, weights = zip(*Client.ACTS, strict=True)
    return iter(rng.choices(acts, weights, k=count))


def _leave_it(cascade: Claim) -> None:
    """The client writes it itself."""


class Round:
    """Some seconds at fresh projects."""

    def __init__(self, report: Report, seed: str, *, seconds: float, acts: int) -> None:
        self.report = report
        self.founder: User = make_user(Tier.CTO_SCALE)
        self.projects = [make_project(self.founder, written=True).pk for _ in range(PROJECTS)]
        self.clients = [Client(self, f"{seed}-{number}") for number in range(CLIENTS)]
        self._acts = _deal(random.Random(seed), acts)
        self._ends = time.monotonic() + seconds
        self._lock = threading.Lock()

    def next_act(self) -> Callable[[Client], None] | None:
        """What the next client does; nothing once the acts or the seconds are used up.

        The round deals them, so that a seed names the acts however the clients are interleaved.
        """
        with self._lock:
            return next(self._acts, None) if time.monotonic() < self._ends else None

    def note(self, act: str, outcome: str) -> None:
        with self._lock:
            self.report.row(act.replace("_", " ")).note(outcome)

    def race(self) -> None:
        threads = [threading.Thread(target=client.run) for client in self.clients]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    def check(self) -> None:
        """Compare what the clients were told with what happened."""
        told = [one for client in self.clients for one in client.told]
        model = Model(history.take(), told, WATCHED)
        for problem in (*model.problems(), *self._answers(), *self._rows(), *breaches()):
            self.report.violate(problem)
        if model.taken_over:
            self.report.row("lease that had ended, taken over").note("done")

    def _answers(self) -> list[str]:
        """Accepted answers make one chain for each project: each replaced what its founder saw."""
        found = []
        for key in self.projects:
            chain = [one for client in self.clients for one in client.answers if one[0] == key]
            seen = [before for _, before, _, accepted in chain if accepted]
            if len(seen) != len(set(seen)):
                found.append(f"I-7 two answers of project {key} replaced the same one")
            texts = {text for *_, text, accepted in chain if accepted}
            now = Project.objects.get(pk=key).get_answers().workaround
            if texts - set(seen) - {now}:
                found.append(f"I-7 an accepted answer of project {key} was replaced unseen")
        return found

    def _rows(self) -> list[str]:
        made = {name: [pk for c in self.clients for pk in getattr(c, name)] for name in (
            "links", "revoked", "guest_notes")}  # fmt: skip
        links = set(ShareLink.objects.filter(pk__in=made["links"]).values_list("pk", flat=True))
        alive = ShareLink.objects.filter(pk__in=made["revoked"], revoked_at=None).count()
        notes = GuestNote.objects.filter(pk__in=made["guest_notes"]).count()
        ids = [one for client in self.clients for one in client.ids]
        found = {
            "a share link vanished": links != set(made["links"]),
            "a revoked link is open": bool(alive),
            "a guest's note vanished": notes != len(made["guest_notes"]),
            "two items got the same id": len(ids) != len(set(ids)),
            "a document is still being written": Artifact.objects.generating().exists(),
            "a receipt is open": GenerationAttempt.objects.open().exists(),
        }
        return [what for what, is_so in found.items() if is_so]

    def leave(self) -> None:
        Project.objects.filter(pk__in=self.projects).delete()
        self.founder.delete()


def run(report: Report, *, runs: int, seconds: float) -> None:
    """Race until `runs` acts were done or the time is over, in rounds with fresh projects."""
    ends = time.monotonic() + seconds
    number = 0
    while (left := ends - time.monotonic()) > 0 and report.runs < runs:
        made = Round(
            report,
            f"{report.seed}-{number}",
            seconds=min(left, ROUND_SECONDS),
            acts=runs - report.runs,
        )
        history.begin()
        try:
            made.race()
            made.check()
        finally:
            history.end()
            made.leave()
        number += 1
