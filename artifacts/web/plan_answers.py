"""Tell founders on their next page how a request for a plan was answered."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _

from artifacts.models import PlanRequest, User
from artifacts.services.accounts.plans import tell_answers


def tell_plan_answers(request: HttpRequest) -> None:
    """Add the answers that wait as messages. Costs no query where none does."""
    user = request.user
    assert isinstance(user, User)
    # An answer to htmx is a part of a page, where nobody looks for a message.
    if user.has_plan_answer and request.method == "GET" and not getattr(request, "htmx", None):
        for answer in tell_answers(user):
            messages.info(request, _sentence(answer))


def _sentence(answer: PlanRequest) -> str:
    sentence = (
        _("You have the %(plan)s plan now. Everything it opens is there.")
        if answer.state == PlanRequest.RequestState.GRANTED
        else _("We cannot give you the %(plan)s plan at the moment. Your plan stays as it is.")
    )
    return f"{sentence % {'plan': answer.get_tier().label}} {answer.word}".strip()
