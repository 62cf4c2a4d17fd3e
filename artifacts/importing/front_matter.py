"""The rows between two rules at the top of a file, read as YAML: no tags, no aliases, every value a
text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

MAX_CHARS = 20_000
"""Front matter longer than this is not read; ours has under 2,000 characters."""
MAX_DEPTH = 20
OURS = frozenset({"project", "id", "documents"})
"""The keys of ours. Rows with none of them are read as a text, so that they are told of."""

_END = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The metadata above the text.

    `values` holds texts, lists and mappings; numbers and dates are texts too.
    """

    values: Mapping[str, Any] = field(default_factory=dict)
    unread: str = ""
    """The rows as they stand there, if they could not be read."""


def split_front_matter(text: str) -> tuple[FrontMatter, str]:
    """Return the front matter of a file and the text below it. No text raises an error."""
    first, _, rest = text.partition("\n")
    if first.rstrip() != "---":
        return FrontMatter(), text
    if (end := _END.search(rest)) is None:
        return FrontMatter(), text
    rows, body = rest[: end.start()], rest[end.end() :].removeprefix("\n")
    # A text that begins with a rule may have a second one further down; what is between them is not
    # ours to skip.
    is_text = "\n\n" in rows
    try:
        values = load_rows(rows)
    except NotRead:
        return (FrontMatter(), text) if is_text else (FrontMatter(unread=rows.strip("\n")), body)
    if values is None:
        return FrontMatter(), body
    if (
        not isinstance(values, dict)
        or OURS.isdisjoint(values)
        or (is_text and "documents" not in values)
    ):
        return FrontMatter(), text
    return FrontMatter(values), body


class NotRead(Exception):
    """Raised when rows are no YAML, or more of it than we read."""


def load_rows(rows: str) -> Any:
    """Return YAML with texts for all scalars. Raises NotRead."""
    if len(rows) > MAX_CHARS:
        raise NotRead
    # Imported where it is needed: most processes never import a file.
    from yaml import AliasEvent, BaseLoader, Node, YAMLError

    class Loader(BaseLoader):
        """Refuses aliases, which make a short text a long one, and depth, which ends in a
        RecursionError.
        """

        depth = 0

        def compose_node(self, parent: Node | None, index: int) -> Node | None:
            self.depth += 1
            if self.depth > MAX_DEPTH or self.check_event(AliasEvent):
                raise NotRead
            node = super().compose_node(parent, index)
            self.depth -= 1
            return node

    try:
        loader = Loader(rows)
        return loader.get_single_data()
    except (YAMLError, ValueError, TypeError) as error:
        # A key that is a list has no hash: TypeError, or a YAMLError, as the library has it.
        raise NotRead from error
