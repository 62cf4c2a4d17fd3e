"""What is wrong with something that was typed, in a sentence for the person who typed it."""

from __future__ import annotations

from django.utils.translation import gettext as _
from pydantic_core import ErrorDetails


def describe_problem(problem: ErrorDetails) -> str:
    """Return one sentence for one of the errors that Pydantic found."""
    context = problem.get("ctx", {})
    given = problem.get("input")
    length = len(given) if isinstance(given, str | list) else 0
    match problem["type"]:
        case "missing" | "string_too_short" | "string_type":
            return _("Please write something here.")
        case "string_too_long":
            sentence = _("Please shorten this to %(max)s characters; it has %(length)s now.")
            return sentence % {"max": context["max_length"], "length": length}
        case "too_long":
            sentence = _("At most %(max)s fit here; there are %(length)s now.")
            return sentence % {"max": context["max_length"], "length": length}
        case "too_short":
            return _("At least %(least)s must stay here.") % {"least": context["min_length"]}
        case "int_type" | "int_parsing":
            return _("Please give a whole number.")
        case "greater_than_equal":
            return _("Please give %(least)s or more.") % {"least": context["ge"]}
        case "less_than_equal":
            return _("Please give %(most)s or less.") % {"most": context["le"]}
        case "literal_error":
            return _("Please choose one of: %(choices)s.") % {"choices": context["expected"]}
        case _other:
            return problem["msg"].removeprefix("Value error, ")
