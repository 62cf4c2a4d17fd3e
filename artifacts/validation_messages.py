"""What is wrong with something that was typed, in a sentence for the person who typed it."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from pydantic_core import ErrorDetails


def too_many(most: int, length: int) -> str:
    """Return the sentence for a list of `length` entries that may have `most`."""
    sentence = ngettext(
        "At most %(max)s entry fits here; there are %(length)s now.",
        "At most %(max)s entries fit here; there are %(length)s now.",
        most,
    )
    return sentence % {"max": most, "length": length}


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
            return too_many(context["max_length"], length)
        case "too_short":
            least = context["min_length"]
            sentence = ngettext(
                "At least %(n)s entry must stay here.",
                "At least %(n)s entries must stay here.",
                least,
            )
            return sentence % {"n": least}
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
