"""One text over and over: what nothing may take the square of its length for."""

from __future__ import annotations

from artifacts.checker.sample import sample
from artifacts.interview.questions import Answers, ProjectInput
from artifacts.schemas import ArtifactType, Contents
from artifacts.schemas.fields import LIST_MAX

FILLERS = [
    "word ", "[[F-9]] ", "[[", "[[a", "1 ", "1,", "9", "“", "“a” ", '"', "a", "[insert ", "<your ",
    "{{", "_", "TODO ",
    "the founder should ", "you are a ", "in total 1 ", "our price is 5 ", "our team of ", ". ",
    "\n", "\n1.", "etc ",
    "fünf wochen ", "的", "週", "ا", "- ", "assistant:", "[[F-1]]1", "[", "\n ", "one two ",
    "1-1-", "for ", "no ",
]  # fmt: skip

PIECES = [
    "[", "[[", "](", "[a](#", "\\", "*", "> ", "- ", "  - a\n", "<a ", "<a\n", "&a", "#", "|a",
    "|-|\n",
    "1. ", "`", "```\n",
]  # fmt: skip
"""What Markdown is written with, whole and broken off."""


def over_and_over(piece: str, size: int) -> str:
    return (piece * size)[:size]


def filled(filler: str, size: int) -> tuple[ProjectInput, Contents]:
    """Return a project whose answers, sections, lists and items hold about `size` characters each
    of one filler.
    """
    text = over_and_over(filler, size).strip() or "x"
    _, contents, _ = sample({})
    for content in contents.values():
        for section in content.sections():
            if isinstance(getattr(content, section.name), str):
                setattr(content, section.name, text)
        for _, item in content.items():
            for field in item.fields():
                if field.kind.value == "text":
                    setattr(item, field.name, text)
    contents[ArtifactType.MVP_SCOPE].success_metrics = [text[:1_000]] * min(LIST_MAX, size // 1_000)  # type: ignore[attr-defined]
    return (
        ProjectInput.from_brief(
            {"name": "x", "idea": f"x{text}"[:10_000], "problem": text[:10_000]}
        ),
        contents,
    )


def filled_answers(filler: str, size: int) -> dict[str, str]:
    """Return an idea and all answers of about `size` characters each of one filler."""
    text = over_and_over(filler, size - 10).strip() or "x"
    return {"name": "x", "idea": f"x{text}", **dict.fromkeys(Answers.model_fields, text)}
