"""The pages behind the links of the Monday mail.

A reader's right is the address itself, so the form carries no CSRF token, as on the pages of a
share. Nothing is done before the button is pressed.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from artifacts.exceptions import AnswerLinkGone
from artifacts.services.mails.weekly import Answer, give_answer, open_answer


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def weekly_answer(request: HttpRequest, token: str) -> HttpResponse:
    """Say what the link answers, and do it when the button is pressed."""
    try:
        answer = open_answer(token)
        if request.method != "POST":
            return _page(request, answer, is_done=answer.is_given)
        give_answer(answer, now=timezone.now())
    except AnswerLinkGone as error:
        return _page(request, None, problem=str(error), status=404)
    return _page(request, answer, is_done=True)


def _page(
    request: HttpRequest,
    answer: Answer | None,
    *,
    is_done: bool = False,
    problem: str = "",
    status: int = 200,
) -> HttpResponse:
    context = {
        # Nobody is signed in on it, also where the browser belongs to somebody.
        "user": None,
        "messages": (),
        "answer": answer,
        "is_done": is_done,
        "was_pressed": request.method == "POST",
        "problem": problem,
    }
    response = render(request, "artifacts/week/answer.html", context, status=status)
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Referrer-Policy"] = "no-referrer"
    return response
