"""Hostile input at every door: what pages show as forms, addresses, files and commands.

No answer may be a 500, nothing but an error in words may come out of a command, and what is stored
afterwards must be as it must be.
"""

from __future__ import annotations

import json
import random
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from django.core.cache import caches
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from artifacts.exceptions import ArtifactsError
from artifacts.exporters import Format
from artifacts.models import Project, User
from artifacts.schemas import GENERATION_ORDER
from artifacts.services.files.exporting import order_export
from artifacts.services.files.importing import ImportFailed, plan_import, read_upload, take_over
from artifacts.services.files.progress import read_progress
from artifacts.services.sharing.links import link_token, make_link
from artifacts.tests.support.factories import make_busy_project, make_staff, make_user
from artifacts.tests.support.pages import NAMES, urls
from artifacts.tiers import Tier
from artifacts.uploads.logos import prepare_logo
from bench.campaigns import hostile
from bench.campaigns.forms import Form, Page
from bench.campaigns.ground import breaches
from bench.campaigns.report import Report

STEPS_OF_A_BATCH = 150
SENT_AGAIN = 5
PUBLIC = (
    "home", "project_list", "project_new", "project_new_short", "search", "account",
    "account_email", "account_brand", "shortcuts", "account_change_password", "mfa_index",
)  # fmt: skip
ANONYMOUS = ("account_login", "account_signup", "account_reset_password")
ENDS_THE_SESSION = ("logout", "/account/delete", "/language/")
COMMANDS = (
    "check_artifacts", "export", "export_account", "erase_account", "import_markdown", "intake",
    "progress", "regenerate", "restore", "show_prompt", "audit",
)  # fmt: skip
OPTIONS = (
    "--format", "--only", "--tier", "--paper", "--forms", "--start", "--from", "--edits", "--note",
    "--runner", "--as-tier", "--part", "--fail-on", "--owner", "--json", "--dry-run", "--quick",
    "--allow-deletions", "--stale",
)  # fmt: skip


PROGRESS = {
    "openspec/changes/f-1/tasks.md": (
        "# F-1 Shelf count\n\n## 1. Implementation\n\n- [x] 1.1 A count survives\n- [ ] 1.2 More\n"
    ),
    "backlog/tasks/task-1 - Shelf-count.md": (
        "---\nid: task-1\ntitle: 'F-1 Shelf count'\nstatus: Done\nassignee: []\nlabels: [F-1]\n"
        "dependencies: []\n---\n\n## Acceptance Criteria\n\n- [x] #1 A count survives\n"
    ),
    "linear.csv": (
        'ID,Team,Title,Description,Status,Labels\nA-1,T,"F-1 Shelf count","x",Done,"F-1"\n'
        'A-2,T,"M-1 Count","",In Progress,""\n'
    ),
}
"""Genuine files of the tools that builders use, to be spoiled."""


class Batch:
    """A founder with a busy project, a guest's link and staff, and what is done to them."""

    def __init__(self, report: Report, seed: str, folder: Path) -> None:
        self.report = report
        self.rng = random.Random(seed)
        self.seed = seed
        self.folder = folder
        self.founder: User = make_user(self.rng.choice(list(Tier)))
        self.project: Project = make_busy_project(self.founder)
        link = make_link(
            self.project, documents=GENERATION_ORDER, tier=Tier.BOOTSTRAPPER, days=7,
            now=timezone.now(), allows_notes=True,
        )  # fmt: skip
        self.staff = make_staff()
        self.clients: dict[str, Client] = {}
        shared = reverse("shared", args=[str(link_token(link))])
        pages = [next(urls(name, self.project), "") for name in NAMES]
        self.pages = {
            "founder": [*filter(None, pages), *map(reverse, PUBLIC)],
            "guest": [shared, f"{shared}brief/", *map(reverse, ANONYMOUS)],
            "staff": [reverse("admin:index")],
        }
        order: dict[str, Any] = {
            "tier": self.founder.get_tier(),
            "file_format": Format.MARKDOWN_TECHNICAL,
        }
        self.markdown = order_export(self.project, **order).file().content.decode()

    # Pages and their forms

    def client(self, who: str) -> Client:
        client = self.clients.get(who)
        signs_in = {"founder": self.founder, "staff": self.staff}.get(who)
        if client is None or (signs_in and "_auth_user_id" not in client.session):
            client = self.clients[who] = Client()
            if signs_in:
                client.force_login(signs_in)
        return client

    def forms(self, who: str) -> str:
        """Open a page, and send one of its forms with other values."""
        client, pages = self.client(who), self.pages[who]
        address = self.rng.choice(pages)
        response = client.get(address)
        if "html" not in response.get("Content-Type", "") or response.streaming:
            return self._answer(response)
        page = Page(address, response.content.decode())
        self._find_more(pages, page)
        wanted = [form for form in page.forms if not self._ends(form.action)]
        if not wanted:
            return self._answer(response)
        form = self.rng.choice(wanted)
        for _ in range(SENT_AGAIN):
            response = self._send(client, form)
            if response.status_code >= 500:
                break
        return self._answer(response)

    def _find_more(self, pages: list[str], page: Page) -> None:
        """Take up what the page leads to, within the project or the admin."""
        here = ("/admin/", f"/projects/{self.project.pk}", "/account")
        found = [link for link in page.links if link.startswith(here) and not self._ends(link)]
        if found and len(pages) < 400:
            pages.append(self.rng.choice(sorted(found)))

    def _ends(self, address: str) -> bool:
        return any(part in address for part in ENDS_THE_SESSION)

    def _send(self, client: Client, form: Form) -> Any:
        data: dict[str, Any] = {}
        for name, kind, was in form.fields:
            told = self._field(kind, was)
            if told is not None:
                data.setdefault(name, []).append(told)
        if self.rng.random() < 0.1:
            data[hostile.value(self.rng)[:40] or "x"] = self._hostile()
        send = client.post if form.method == "post" else client.get
        return send(form.action, data)

    def _field(self, kind: str, was: str) -> Any:
        """Return what is sent in the place of a field; None if it is left out."""
        if kind == "file":
            data = hostile.file(self.rng, self.markdown.encode())
            self.report.inputs += 1
            return SimpleUploadedFile(self.rng.choice(("a.md", "a.png", "a.zip", "a.svg")), data)
        dice = self.rng.random()
        if kind in ("radio", "option", "checkbox", "submit", "button") and dice < 0.6:
            return None
        if dice < 0.07:
            return None
        keeps = 0.85 if kind == "hidden" else 0.45
        return was if self.rng.random() < keeps else self._hostile()

    def _hostile(self) -> str:
        self.report.inputs += 1
        return hostile.value(self.rng)

    def address(self) -> str:
        """Ask for an address with a part in it that nothing has."""
        parts = self.rng.choice(self.pages["founder"]).split("?")[0].split("/")
        where = [at for at, part in enumerate(parts) if part]
        if where:
            parts[self.rng.choice(where)] = hostile.part(self.rng)
        self.report.inputs += 1
        client = self.client(self.rng.choice(("founder", "guest")))
        query = {self.rng.choice(("q", "page", "tier", "v", "format", "next")): self._hostile()}
        method = client.get if self.rng.random() < 0.7 else client.post
        return self._answer(method("/".join(parts) or "/", query))

    def _answer(self, response: Any) -> str:
        status = response.status_code
        if status >= 500 and status != 503:
            self.report.violate(f"{status} at {response.request['PATH_INFO']}, seed {self.seed}")
        return f"{status // 100}xx"

    # Files, as the services read them

    def markdown_file(self) -> str:
        spoiled = hostile.spoiled(self.rng, self.markdown).encode("utf-8", "surrogatepass")
        data = hostile.file(self.rng) if self.rng.random() < 0.2 else spoiled
        self.report.inputs += 1
        tier = self.founder.get_tier()
        try:
            plan = plan_import(self.project, read_upload(data), tier=tier)
            keys = {change.key for document in plan.documents for change in document.changes}
            take_over(plan, keys=keys, bases=None, editor=self.founder, tier=tier)
        except (ArtifactsError, ImportFailed) as error:
            return f"refused ({type(error).__name__})"
        return "read"

    def logo(self) -> str:
        self.report.inputs += 1
        try:
            prepare_logo(hostile.file(self.rng))
        except ArtifactsError:
            return "refused"
        return "read"

    def progress_file(self) -> str:
        name = self.rng.choice(list(PROGRESS))
        data = hostile.spoiled(self.rng, PROGRESS[name]).encode("utf-8", "surrogatepass")
        if self.rng.random() < 0.3:
            name, data = self._pick("a.zip", hostile.part(self.rng)), hostile.file(self.rng, data)
        self.report.inputs += 1
        try:
            files = [(name, data)]
            read_progress(self.project, files, tier=self.founder.get_tier())
        except ArtifactsError as error:
            return f"refused ({type(error).__name__})"
        return "read"

    def intake_file(self) -> str:
        data = {
            "name": hostile.json_value(self.rng), "idea": hostile.json_value(self.rng),
            "answers": {"price": hostile.json_value(self.rng)}, "owner": self.founder.email,
        }  # fmt: skip
        told: Any = data if self.rng.random() < 0.7 else hostile.json_value(self.rng)
        if self.rng.random() < 0.4:
            told = {**data, "name": hostile.value(self.rng), "idea": hostile.value(self.rng),
                "answers": {"price": hostile.value(self.rng)}}  # fmt: skip
        path = self.folder / "intake.json"
        path.write_text(json.dumps(told), encoding="utf-8", errors="surrogatepass")
        self.report.inputs += 1
        return self._command("intake", str(path))

    def command(self) -> str:
        name = self.rng.choice(COMMANDS)
        path = self.folder / "file"
        path.write_bytes(hostile.file(self.rng, self.markdown.encode()))
        given = {
            "intake": [str(path)], "restore": [str(path)], "audit": [],
            "export_account": [self._hostile()], "erase_account": [self._hostile()],
            "show_prompt": [str(self.project.pk), self._word()],
            "import_markdown": [str(self.project.pk), str(path)],
            "progress": [str(self.project.pk), str(path)],
        }  # fmt: skip
        words = given.get(name, [self._pick(str(self.project.pk), self._hostile())])
        for _ in range(self.rng.randint(0, 2)):
            words += [self.rng.choice(OPTIONS), self._word()]
        if name in ("export", "export_account"):
            words += ["-o", str(self.folder / "out")]
        return self._command(name, *words)

    def _pick(self, one: str, other: str) -> str:
        return one if self.rng.random() < 0.6 else other

    def _word(self) -> str:
        known = ("brief", "mvp_scope", "json", "partner", "keep", "fake", "1/2", "a4", "review")
        return self._pick(self.rng.choice(known), self._hostile()[:2_000])

    def _command(self, *words: str) -> str:
        if any("\0" in word for word in words):
            return "no shell can say it"
        silent: dict[str, Any] = {"stdout": Silent(), "stderr": Silent()}
        try:
            call_command(*words, **silent)
        except CommandError:
            return "refused"
        except SystemExit as error:
            return f"exit {error.code}"
        return "done"


class Silent:
    """Where a command may say what it likes."""

    def write(self, text: str) -> int:
        return len(text.encode("utf-8", "surrogateescape"))

    def flush(self) -> None:
        pass

    def isatty(self) -> bool:
        return False


Door = Callable[[Batch], str]
DOORS: dict[str, tuple[Door, int]] = {
    "forms of founders": (lambda batch: batch.forms("founder"), 30),
    "forms of guests and of accounts": (lambda batch: batch.forms("guest"), 8),
    "forms of staff": (lambda batch: batch.forms("staff"), 10),
    "addresses": (Batch.address, 12),
    "files: Markdown": (Batch.markdown_file, 12),
    "files: logos": (Batch.logo, 8),
    "files: progress of builders": (Batch.progress_file, 10),
    "command intake": (Batch.intake_file, 6),
    "other commands": (Batch.command, 6),
}


def run(report: Report, *, runs: int, seconds: float) -> None:
    """Send hostile input to one door after the other until the time is over."""
    ends = time.monotonic() + seconds
    with tempfile.TemporaryDirectory(prefix="campaign-") as folder:
        number = 0
        while time.monotonic() < ends and report.runs < runs:
            batch = Batch(report, f"{report.seed}-{number}", Path(folder))
            for _ in _steps(batch, min(STEPS_OF_A_BATCH, runs - report.runs)):
                if time.monotonic() > ends:
                    break
            for problem in breaches():
                report.violate(f"{problem}, seed {batch.seed}")
            _leave()
            number += 1


def _steps(batch: Batch, steps: int) -> Iterator[None]:
    weights = [weight for _, weight in DOORS.values()]
    for step in range(steps):
        if step % 10 == 0:
            for cache in caches.all():
                cache.clear()  # what an hour allows is not what is looked at
            # A form may have deleted it, or ended the account.
            Project.objects.filter(pk=batch.project.pk).update(deleted_at=None)
            User.objects.filter(pk=batch.founder.pk).update(is_active=True)
        name = batch.rng.choices(list(DOORS), weights)[0]
        try:
            outcome = DOORS[name][0](batch)
        except Exception as error:
            traceback.print_exc()
            batch.report.violate(f"{name}, seed {batch.seed}: {error!r}")
            outcome = "broke"
        batch.report.row(name).note(outcome)
        yield


def _leave() -> None:
    """Delete everything, so that the next batch is alone."""
    Project.objects.all().delete()
    User.objects.all().delete()
