"""Staff correct what a founder told us by the founders' rules, with a reason in the log."""

from __future__ import annotations

from html import unescape
from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client
from django.urls import reverse

from artifacts.facts.schema import Price
from artifacts.models import Project, User
from artifacts.services.facts.corrections import add_fact, correct_fact, fact_base
from artifacts.services.projects.lifecycle import answer_question, delete_project, input_fingerprint
from artifacts.tests.support.factories import PASSWORD, make_project
from artifacts.tests.support.staff import EDITOR, VIEWER, client_of, make_staff
from artifacts.web.fact_forms import fact_form_base

pytestmark = pytest.mark.django_db

REASON = "They wrote that it was wrong."


@pytest.fixture
def staff() -> User:
    return make_staff(*EDITOR, "change_project", email="eve@example.com")


@pytest.fixture
def editor(staff: User) -> Client:
    return client_of(staff)


@pytest.fixture
def sold(founder: User) -> Project:
    return make_project(founder, price="29 euros a month for each shop", team="Two people.")


def at(project: Project, name: str, *args: str) -> str:
    return reverse(f"admin:project_{name}", args=[project.pk, *args])


def answers_of(project: Project, **changes: str) -> dict[str, str]:
    said = {"name": project.name, "idea": project.idea, **project.get_answers().model_dump()}
    return {**said, "base": input_fingerprint(project), "reason": REASON, **changes}


def fresh(project: Project) -> Project:
    return Project.objects.get(pk=project.pk)


def price_of(project: Project) -> Price:
    value = fresh(project).stored_facts().prices[0].value
    assert value is not None
    return value


def base_of(project: Project, path: str) -> str:
    return fact_form_base(fresh(project).stored_facts(), path)


PRICE = {"amount": "39", "currency": "EUR", "per": "month", "unit": "one shop"}


class TestAnswers:
    def test_an_answer_is_changed_and_the_facts_are_read_again(
        self, sold: Project, editor: Client
    ) -> None:
        page = unescape(editor.get(at(sold, "answers")).content.decode())
        assert "29 euros a month for each shop" in page
        assert "{" not in page.partition("<form method")[2].partition("</form>")[0]
        editor.post(at(sold, "answers"), answers_of(sold, price="39 euros a month for each shop"))
        now = fresh(sold)
        assert now.get_answers().price == "39 euros a month for each shop"
        assert price_of(sold).amount == 39
        entry = LogEntry.objects.get()
        assert entry.change_message == f"Changed answers.price. Reason: {REASON}"

    def test_without_a_reason_nothing_is_stored_and_the_text_stays(
        self, sold: Project, editor: Client
    ) -> None:
        response = editor.post(at(sold, "answers"), answers_of(sold, idea="New idea", reason=" "))
        assert response.status_code == 422
        assert "New idea" in response.content.decode()
        assert fresh(sold).idea == sold.idea

    def test_what_founders_could_not_say_is_refused(self, sold: Project, editor: Client) -> None:
        response = editor.post(at(sold, "answers"), answers_of(sold, name="\u202e"))
        assert response.status_code == 422
        assert fresh(sold).name == sold.name

    def test_a_form_that_the_founder_has_overtaken_hands_the_text_back(
        self, sold: Project, editor: Client
    ) -> None:
        sent = answers_of(sold, price="39 euros")
        answer_question(sold, key="price", text="49 euros")
        answer_question(fresh(sold), key="team", text="Three people.")
        response = editor.post(at(sold, "answers"), sent)
        page = unescape(response.content.decode())
        assert response.status_code == 409
        assert ">\n39 euros</textarea>" in page
        assert 'Stored now: <span dir="auto">49 euros</span>' in page
        assert fresh(sold).get_answers().price == "49 euros"
        # What only the founder changed stays, once staff insist on theirs.
        insisted = {**sent, "base": input_fingerprint(fresh(sold)), "team": "Three people."}
        assert editor.post(at(sold, "answers"), insisted).status_code == 302
        assert fresh(sold).get_answers().price == "39 euros"
        assert fresh(sold).get_answers().team == "Three people."

    def test_nothing_different_is_not_logged(self, sold: Project, editor: Client) -> None:
        response = editor.post(at(sold, "answers"), answers_of(sold), follow=True)
        assert "Nothing was different" in response.content.decode()
        assert not LogEntry.objects.exists()

    def test_text_that_was_sent_after_the_session_had_ended_comes_back(
        self, sold: Project, staff: User, editor: Client
    ) -> None:
        page, sent = at(sold, "answers"), answers_of(sold, idea="Typed while away")
        editor.get(page)
        editor.session.flush()
        del editor.cookies["sessionid"]
        answer = editor.post(page, sent)
        staff.set_password(PASSWORD)
        staff.save()
        back = {"username": staff.username, "password": PASSWORD, "next": page}
        editor.post(answer["Location"], back)
        html = unescape(editor.get(page).content.decode())
        for words in ("Typed while away", REASON, sent["base"], "This is not saved yet."):
            assert words in html


class TestFacts:
    def test_a_fact_is_corrected_with_the_founders_form(
        self, sold: Project, editor: Client
    ) -> None:
        page = unescape(editor.get(at(sold, "facts")).content.decode())
        assert "€29" in page
        assert at(sold, "fact", "prices.0") in page
        assert 'name="amount" value="29"' in editor.get(
            at(sold, "fact", "prices.0")
        ).content.decode().replace("\n", "")
        sent = {**PRICE, "base": base_of(sold, "prices.0"), "reason": REASON}
        assert editor.post(at(sold, "fact", "prices.0"), sent)["Location"] == at(sold, "facts")
        assert price_of(sold).amount == 39
        assert fresh(sold).stored_facts().prices[0].state == "confirmed"
        assert "Corrected the fact" in LogEntry.objects.get().change_message

    def test_a_value_that_cannot_be_is_refused(self, sold: Project, editor: Client) -> None:
        sent = {**PRICE, "amount": "much", "base": base_of(sold, "prices.0"), "reason": REASON}
        response = editor.post(at(sold, "fact", "prices.0"), sent)
        assert response.status_code == 422
        assert 'value="much"' in response.content.decode()

    def test_a_fact_that_the_founder_changed_meanwhile_is_shown_beside_the_text(
        self, sold: Project, editor: Client
    ) -> None:
        sent = {**PRICE, "base": base_of(sold, "prices.0"), "reason": REASON}
        fact = sold.stored_facts().prices[0]
        other = {**price_of(sold).model_dump(mode="json"), "amount": "59"}
        correct_fact(sold, path="prices.0", value=other, base=fact_base(fact))
        response = editor.post(at(sold, "fact", "prices.0"), sent)
        page = unescape(response.content.decode())
        assert response.status_code == 409
        assert 'value="39"' in page
        assert "Stored now:" in page
        assert "€59" in page
        assert price_of(sold).amount == 59

    def test_another_entry_is_added_to_a_list(self, sold: Project, editor: Client) -> None:
        sent = {"value": "French", "reason": REASON}
        assert editor.post(at(sold, "fact", "languages"), sent).status_code == 302
        values = [fact.value for fact in fresh(sold).stored_facts().languages]
        assert "French" in values

    def test_a_fact_is_left_open_with_a_reason(self, sold: Project, editor: Client) -> None:
        add_fact(sold, name="languages", value="French")
        where = at(sold, "fact", "languages.0")
        button = {"leave_open": "on", "base": base_of(sold, "languages.0")}
        assert editor.post(where, button).status_code == 422
        assert editor.post(where, {**button, "reason": REASON}).status_code == 302
        assert not any(fact.value for fact in fresh(sold).stored_facts().languages)

    def test_traits_are_corrected_and_a_stale_form_is_handed_back(
        self, sold: Project, editor: Client
    ) -> None:
        form = editor.get(at(sold, "traits")).context["form"]
        sent = {name: form[name].value() or "" for name in form.fields} | {"reason": REASON}
        trait = next(name for name in form.fields if not name.startswith("seen-"))
        wanted = "no" if sent[trait] == "yes" else "yes"
        assert editor.post(at(sold, "traits"), {**sent, trait: wanted}).status_code == 302
        assert getattr(fresh(sold).stored_facts().traits, trait).value == wanted
        response = editor.post(at(sold, "traits"), {**sent, trait: "unknown"})
        assert response.status_code == 409
        assert "Stored now:" in response.content.decode()
        assert getattr(fresh(sold).stored_facts().traits, trait).value == wanted

    @pytest.mark.parametrize("path", ["nonsense", "prices.9", "traits.x", "more", "traits"])
    def test_a_fact_that_there_is_not_is_404(
        self, path: str, sold: Project, editor: Client
    ) -> None:
        status = editor.get(at(sold, "fact", path)).status_code
        assert status == (200 if path == "traits" else 404)


@pytest.mark.parametrize(
    ("name", "args"), [("answers", ()), ("facts", ()), ("traits", ()), ("fact", ("prices.0",))]
)
class TestAccess:
    def test_only_those_who_change_projects_get_in(
        self, name: str, args: Any, sold: Project, founder_client: Client
    ) -> None:
        page = at(sold, name, *args)
        assert client_of(make_staff(*VIEWER)).get(page).status_code == 403
        assert client_of(make_staff(*VIEWER)).post(page, {"reason": "x"}).status_code == 403
        assert founder_client.get(page).status_code == 302

    def test_a_deleted_project_is_restored_first(
        self, name: str, args: Any, sold: Project, editor: Client
    ) -> None:
        delete_project(sold)
        response = editor.get(at(sold, name, *args), follow=True)
        assert "Restore it first" in response.content.decode()


def test_the_page_of_a_project_leads_to_the_forms_and_has_no_json(
    sold: Project, editor: Client
) -> None:
    page = editor.get(reverse("admin:artifacts_project_change", args=[sold.pk])).content.decode()
    assert at(sold, "answers") in page
    assert at(sold, "facts") in page
    assert "29 euros a month for each shop" in page
    assert 'name="answers"' not in page
    assert 'name="answered_at' not in page


def test_staff_make_a_project_as_a_founder_begins_one(founder: User) -> None:
    client = client_of(make_staff(*VIEWER, "add_project"))
    page = reverse("admin:artifacts_project_add")
    empty = {"artifacts-TOTAL_FORMS": 0, "artifacts-INITIAL_FORMS": 0}
    said = {"owner": founder.pk, "name": "Bread", "idea": "We bake.", "language": ""}
    assert client.post(page, {**said, **empty, "name": "\u202e"}).status_code == 200
    assert client.post(page, {**said, **empty}).status_code == 302
    assert Project.objects.get().idea == "We bake."
