"""What a founder told us of a project, corrected by staff: the founders' forms and services, with a
reason.

Users without permission to change projects get 403 from all of them. A form that others have
overtaken comes back with what was typed and what is stored now.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.views.decorators.http import require_http_methods

from artifacts.admin.base import log
from artifacts.exceptions import ArtifactsError, StaleUpdate
from artifacts.facts.labels import value_text
from artifacts.facts.naming import title_of
from artifacts.facts.schema import Facts
from artifacts.facts.sheet import LISTS, OWN_WORDS, fact_at, group_of
from artifacts.forms.interview import ProjectForm, field_texts
from artifacts.forms.reasons import ReasonForm
from artifacts.forms.staff_projects import TraitsForm
from artifacts.models import Project
from artifacts.services.facts.corrections import remove_fact, set_traits
from artifacts.services.projects.lifecycle import input_fingerprint, update_project
from artifacts.web.fact_forms import current_value_text, fact_form, fact_form_base, store_fact
from artifacts.web.stashed_posts import keeps_posts
from artifacts.web.typed_forms import submitted_data

TEMPLATES = "admin/artifacts/project/"
TRAITS_PATH = "traits"

View = Callable[..., HttpResponse]


@dataclass(frozen=True, slots=True)
class DescriptionPage:
    """One form of what a founder told us."""

    title: str
    form: forms.Form
    base: Callable[[Project], str]
    """What the form carries, to notice that others change the same."""
    stands: Callable[[Project], dict[str, str]]
    """What is stored instead of what was typed, by the name of the field."""
    can_be_open: bool = False
    needs_form: bool = True
    """False if a button was pressed for which nothing has to be typed."""

    def carried(self, request: HttpRequest, project: Project, *, is_conflict: bool) -> str:
        """Return the base for the form as it is shown now; after a conflict, of what is shown
        beside it.
        """
        if is_conflict or not (self.form.is_bound or request.method == "POST"):
            return self.base(project)
        said = self.form.data if self.form.is_bound else request.POST
        return str(said.get("base", ""))


class DescriptionPages(admin.ModelAdmin[Any]):
    """Changes a project's answers and facts."""

    def get_urls(self) -> list[URLPattern]:
        pages = [
            path("<uuid:pk>/answers/", self._door(self.answers_page), name="project_answers"),
            path("<uuid:pk>/facts/", self._door(self.facts_page), name="project_facts"),
            path("<uuid:pk>/facts/traits/", self._door(self.traits_page), name="project_traits"),
            path("<uuid:pk>/facts/<str:fact>/", self._door(self.fact_page), name="project_fact"),
        ]
        return [*pages, *super().get_urls()]

    def _door(self, view: View) -> View:
        """Let in those who may change projects, with the project as it is now; keep what was typed
        while signed out.
        """

        def opened(request: HttpRequest, pk: uuid.UUID, **names: str) -> HttpResponse:
            project = Project.objects.with_artifacts().filter(pk=pk).first()
            if project is None:
                raise Http404("There is no such project.")
            if not self.has_change_permission(request, project):
                raise PermissionDenied
            if project.deleted_at is not None:
                messages.error(
                    request, "This project is deleted. Restore it first, then change it."
                )
                return HttpResponseRedirect(_project_page(project))
            return view(request, project, **names)

        inside = self.admin_site.admin_view(require_http_methods(["GET", "HEAD", "POST"])(opened))

        return keeps_posts(inside)

    def answers_page(self, request: HttpRequest, project: Project) -> HttpResponse:
        """Name, idea and all answers; the facts are read from them again."""
        said = submitted_data(request)
        questions = project.get_interview().questions()
        stored = field_texts(project.get_input())
        form = ProjectForm(said, initial=stored, questions=questions)
        for name, field in form.fields.items():
            # What the founder has not answered is not for staff to make up.
            field.required = field.required and bool(stored.get(name))

        def store() -> str:
            base = request.POST.get("base", "")
            changed = update_project(project, described=form.described, base=base)
            return f"Changed {', '.join(changed)}." if changed else ""

        def stands(now: Project) -> dict[str, str]:
            typed = field_texts(form.described)
            others = field_texts(now.get_input()).items()
            return {name: text for name, text in others if text != typed[name]}

        page = DescriptionPage("Answers", form, input_fingerprint, stands)
        return self._answer(request, project, page, store, back=_project_page(project))

    def facts_page(self, request: HttpRequest, project: Project) -> HttpResponse:
        """Every fact with its state, each leading to its form."""
        facts = project.stored_facts()
        rows = list(_told(facts))
        shown = {group_of(place) for place, *_ in rows}
        context = {
            "title": "Facts",
            "project": project,
            "rows": rows,
            "traits": list(_traits(facts)),
            "more": [(one, title_of(one)) for one in LISTS if one in shown],
            "missing": [(one, title_of(one)) for one in _missing(facts, shown)],
        }
        return self._render(request, "facts.html", context)

    def fact_page(self, request: HttpRequest, project: Project, fact: str) -> HttpResponse:
        """One fact: corrected, added to its list, or left open."""
        facts = project.stored_facts()
        if (fact_at(facts, fact) is None and fact not in LISTS) or not _has_a_form(fact):
            raise Http404(f"There is no fact {fact!r}.")
        leaves_open = request.method == "POST" and "leave_open" in request.POST
        form = fact_form(facts, fact, None if leaves_open else submitted_data(request))

        def store() -> str:
            base = request.POST.get("base", "")
            if leaves_open:
                remove_fact(project, path=fact, base=base)
                return f"Left the fact {title_of(fact)} open."
            store_fact(project, fact, form, base=base)
            return f"Corrected the fact {title_of(fact)}."

        page = DescriptionPage(
            title_of(fact),
            form,
            lambda now: fact_form_base(now.stored_facts(), fact),
            lambda now: {"value": current_value_text(now.stored_facts(), fact)},
            can_be_open=fact_at(facts, fact) is not None and group_of(fact) not in OWN_WORDS,
            needs_form=not leaves_open,
        )
        return self._answer(request, project, page, store, back=_facts_page(project))

    def traits_page(self, request: HttpRequest, project: Project) -> HttpResponse:
        """What kind of product it is."""
        form = TraitsForm(project.stored_facts(), submitted_data(request))

        def store() -> str:
            set_traits(project, wanted=form.wanted(), seen=form.seen())
            return "Corrected what kind of product it is."

        page = DescriptionPage(
            "What kind of product it is",
            form,
            lambda _now: "",
            lambda now: {"traits": "\n".join(form.rebase(now.stored_facts()))},
        )
        return self._answer(request, project, page, store, back=_facts_page(project))

    def _answer(
        self,
        request: HttpRequest,
        project: Project,
        page: DescriptionPage,
        store: Callable[[], str],
        *,
        back: str,
    ) -> HttpResponse:
        """Store what was sent, with its reason; else show the form, with what was typed and why it
        is not stored.
        """
        said = page.form.data if page.form.is_bound else request.POST or None
        reason = ReasonForm(said)
        stands: dict[str, str] = {}
        status = 422 if request.method == "POST" else 200
        if request.method == "POST" and _are_valid(page, reason):
            try:
                done = store()
            except StaleUpdate as error:
                project = Project.objects.with_artifacts().get(pk=project.pk)
                stands, status = page.stands(project), 409
                reason.add_error(None, str(error))
            except ArtifactsError as error:
                reason.add_error(None, str(error))
            else:
                return self._stored(request, project, done, reason, back)
        context = {
            "title": page.title,
            "project": project,
            "form": page.form,
            "reason": reason,
            **_stored_beside(page, stands),
            "unsent": page.form.is_bound and request.method != "POST",
            "base": page.carried(request, project, is_conflict=status == 409),
            "can_be_open": page.can_be_open,
            "back": back,
        }
        return self._render(request, "description.html", context, status=status)

    def _stored(
        self, request: HttpRequest, project: Project, done: str, reason: ReasonForm, back: str
    ) -> HttpResponse:
        if done:
            log(request, [project], done, reason.cleaned_data["reason"])
            words = f"{done} What was written from it is out of date now."
            self.message_user(request, words, messages.SUCCESS)
        else:
            self.message_user(request, "Nothing was different, so nothing is changed.")
        return HttpResponseRedirect(back)

    def _render(
        self, request: HttpRequest, template: str, context: dict[str, Any], *, status: int = 200
    ) -> HttpResponse:
        common = {**self.admin_site.each_context(request), "opts": self.opts}
        return TemplateResponse(
            request, f"{TEMPLATES}{template}", {**common, **context}, status=status
        )


def _has_a_form(place: str) -> bool:
    """Traits have one together; what was asked beside the interview is the founder's to answer."""
    return not place.startswith(TRAITS_PATH) and group_of(place) != "more"


def _project_page(project: Project) -> str:
    return reverse("admin:artifacts_project_change", args=[project.pk])


def _facts_page(project: Project) -> str:
    return reverse("admin:project_facts", args=[project.pk])


def _are_valid(page: DescriptionPage, reason: ReasonForm) -> bool:
    """Whether what was typed and the reason can be stored; both are asked, so that both say why."""
    is_valid = not page.needs_form or page.form.is_valid()
    return reason.is_valid() and is_valid


def _stored_beside(page: DescriptionPage, stands: Mapping[str, str]) -> dict[str, Any]:
    """Return what is stored now beside each field, where somebody else was faster."""
    fields = page.form.visible_fields()
    return {
        "rows": [(field, stands.get(field.name)) for field in fields],
        "elsewhere": [text for name, text in stands.items() if name not in page.form.fields],
        "is_conflict": bool(stands),
    }


def _told(facts: Facts) -> Iterator[tuple[str, str, str, str]]:
    """Yield the facts that are told or confirmed: place, title, value and state."""
    for place, fact in facts.each():
        if (fact or fact.state == "confirmed") and _has_a_form(place):
            yield place, title_of(place), value_text(place, fact.value) or "left open", fact.state


def _traits(facts: Facts) -> Iterator[tuple[str, str, str]]:
    for place, fact in facts.each():
        if place.startswith(f"{TRAITS_PATH}."):
            yield title_of(place), value_text(place, fact.value) or "open", fact.state


def _missing(facts: Facts, shown: Collection[str]) -> list[str]:
    """Return the facts of which nothing is told."""
    single = [place for place, _ in facts.each() if group_of(place) == place]
    places = dict.fromkeys((*single, *LISTS, *OWN_WORDS))
    return [place for place in places if place not in shown and _has_a_form(place)]
