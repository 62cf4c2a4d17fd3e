"""Fill the templates in `templates/`: they hold our text, and a founder's words are only values in
them.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

from django.template import Context, Engine
from django.template.base import Origin
from django.template.loaders import cached, filesystem

FOLDER = Path(__file__).parent / "templates"

_TAG_LINE = re.compile(
    r"^[ \t]*(\{% (?:end)?(?:if|elif|else|for|empty|with)\b[^%]*%\})[ \t]*\n", re.MULTILINE
)
_EMPTY_LINES = re.compile(r"\n{3,}")


class LineLoader(filesystem.Loader):
    """Reads templates in which a tag on a line of its own leaves no line behind."""

    def get_contents(self, origin: Origin) -> str:
        return _TAG_LINE.sub(r"\1", super().get_contents(origin))


@cache
def _engine() -> Engine:
    loader = (f"{cached.__name__}.Loader", [(f"{__name__}.LineLoader", [FOLDER])])
    builtins = ["django.templatetags.i18n", "artifacts.exporters.builders.filters"]
    # What is written is no HTML: each file has its own way to keep text from being markup.
    return Engine(loaders=[loader], builtins=builtins, autoescape=False)


def fill(name: str, **values: Any) -> str:
    """Return the template `name` filled with `values`, without empty lines at its ends or two in a
    row.
    """
    filled = _engine().get_template(name).render(Context(values, autoescape=False))
    return _EMPTY_LINES.sub("\n\n", filled).strip("\n") + "\n"
