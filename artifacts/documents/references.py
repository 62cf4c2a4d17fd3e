"""Pointers in prose: `[[brief.key_constraint]]` names a section, `[[F-2]]` an item. Pure functions.

The marks of `artifacts.schemas.marks` have the same brackets: they are pieces of a text beside its
pointers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from operator import attrgetter
from typing import Any

from artifacts.documents.retired import Superseded, may_name_retired
from artifacts.schemas import ArtifactContent, ArtifactType
from artifacts.schemas.base import FieldKind, Item, Section
from artifacts.schemas.fields import ITEM_ID
from artifacts.schemas.marks import MARK, Mark
from artifacts.schemas.shared import made_of
from artifacts.schemas.units import PluralForms, english
from artifacts.text import fold_spaces
from artifacts.tiers import Tier

LABEL_MAX = 60
LABEL_OF_SENTENCE = 48
PREVIEW_MAX = 160

POINTER = re.compile(rf"\[\[({ITEM_ID}|[a-z_]{{1,40}}\.[a-z_]{{1,60}})\]\]")
_POINTER_OR_MARK = re.compile(f"{POINTER.pattern}|{MARK.pattern}")


@dataclass(frozen=True, slots=True)
class ProsePiece:
    """A piece of a text, of which one is filled: plain text, the name that a pointer gives, or a
    mark.
    """

    text: str = ""
    pointer: str = ""
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """What a pointer leads to: the artifact, the anchor on its page, and the words that stand for
    it.
    """

    artifact_type: ArtifactType
    anchor: str
    title: str
    item_id: str = ""
    preview: str = ""
    """The beginning of what is written there."""
    last_version: int | None = None
    """The last version that had an item which is gone; None for every target that still exists.
    """

    remark: str = ""
    """What is said of it beside its title."""
    language: str = ""
    """The language of its title and preview; empty if that is not known."""

    @property
    def is_gone(self) -> bool:
        return self.last_version is not None

    @property
    def label(self) -> str:
        """The words of a link: a title, or the first words of a sentence."""
        title = (
            self.title if len(self.title) <= LABEL_MAX else shorten(self.title, LABEL_OF_SENTENCE)
        )
        words = f"{self.item_id} {title}" if self.item_id else title
        return f"{words} ({self.remark})" if self.remark else words


@dataclass(frozen=True, slots=True)
class KnownTargets:
    """Where the pointers of some texts lead a reader, without all else that they may be led to."""

    targets: Mapping[str, Target]

    def find(self, pointer: str) -> Target | None:
        return self.targets.get(pointer)


def _english_title(section: Section, _language: str) -> str:
    return section.title[:1].lower() + section.title[1:]


def _english_mark(mark: Mark) -> str:
    return mark.name.lower()


class ReferenceIndex:
    """Every section and item that a reader of one tier may be led to, and the items that are gone.

    What is gated above the tier is not in the index, so neither a link nor a title of it can slip
    through. `taken_out` is what is said of an item that is gone; `section_title` names a section
    inside a sentence, in the language of the document it stands in, `forms` chooses the names of
    units (else they are English), and `mark_text` says what a mark means where it cannot be shown
    as one.
    """

    def __init__(
        self,
        contents: Mapping[ArtifactType, ArtifactContent],
        tier: Tier,
        superseded: Superseded | None = None,
        taken_out: str = "",
        *,
        forms: PluralForms = english,
        section_title: Callable[[Section, str], str] = _english_title,
        mark_text: Callable[[Mark], str] = _english_mark,
        wording: str = "",
    ) -> None:
        """`wording` names what these three say, so that what they made of a content can be used
        again; empty where it cannot.
        """
        self.wording = wording
        self._section_title = section_title
        self._mark_words = mark_text
        self._targets: dict[str, Target] = {}
        self._forms = forms
        self._locked_prefixes = frozenset(
            section.item_class.prefix
            for content in contents.values()
            for section in content.access(tier).locked
            if section.item_class
        )
        for artifact_type, dropped in (superseded or {}).items():
            for item_id, remembered in dropped.items():
                if may_name_retired(artifact_type, item_id, tier):
                    self._targets[item_id] = Target(
                        artifact_type,
                        item_id,
                        remembered["title"],
                        item_id,
                        last_version=remembered["version"],
                        remark=taken_out,
                    )
        for artifact_type, content in contents.items():
            make = partial(self._targets_in, artifact_type, content, tier)
            # For each tier: a form offers what every reader of its section may be led to.
            what = f"targets of {tier.value}"
            self._targets.update(made_of(content, what, wording, make) if wording else make())

    def _targets_in(
        self, artifact_type: ArtifactType, content: ArtifactContent, tier: Tier
    ) -> dict[str, Target]:
        """Return where a reader of `tier` may be led to in one document."""
        sections = content.access(tier).readable
        found = {
            f"{artifact_type.value}.{section.name}": self._section_target(
                artifact_type, section, content
            )
            for section in sections
        }
        for _, item in content.items(sections):
            found[item.id] = Target(
                artifact_type,
                item.id,
                item.short_label,
                item.id,
                _item_text(item),
                language=content.language,
            )
        return found

    def _section_target(
        self, artifact_type: ArtifactType, section: Section, content: ArtifactContent
    ) -> Target:
        title = self._section_title(section, content.language)
        preview = _section_text(section, getattr(content, section.name), self._forms)
        return Target(
            artifact_type, section.name, title, preview=preview, language=content.language
        )

    def find(self, pointer: str) -> Target | None:
        """Return the target of a section name or item id, or None if this reader has none."""
        return self._targets.get(pointer)

    def known(self, texts: Iterable[str]) -> KnownTargets:
        """Return where the pointers of these texts lead."""
        found = {pointer: self.find(pointer) for text in texts for pointer in pointers(text)}
        return KnownTargets({pointer: target for pointer, target in found.items() if target})

    def reach(self, names: Iterable[str]) -> list[Any]:
        """Return, as plain values, where these pointers lead, which of them are hidden, and where
        the pointers lead in turn that are in what is written there.
        """
        found: list[Any] = []
        for name in names:
            target = self._targets.get(name)
            if target is None:
                found.append((name, self.hides(name)))
                continue
            further = pointers(target.preview) if "[[" in target.preview else ()
            inner = [_told(self._targets[one]) for one in further if one in self._targets]
            found.append((name, _told(target), inner))
        return found

    def hides(self, item_id: str) -> bool:
        """Return whether `item_id` may be the id of an item that this reader must not know of."""
        return item_id not in self._targets and item_id.partition("-")[0] in self._locked_prefixes

    def plain_text(self, text: str) -> str:
        """Return `text` with pointers and marks as words, for places where there can be no
        links.
        """
        return "".join(self._piece_text(piece) for piece in split(text))

    def mark_text(self, mark: Mark) -> str:
        """Return a mark as words that can follow what it is about: " (suggested)"."""
        return f" ({self._mark_words(mark)})"

    def _piece_text(self, piece: ProsePiece) -> str:
        if piece.mark:
            return self.mark_text(piece.mark)
        if piece.pointer:
            return target.label if (target := self.find(piece.pointer)) else piece.pointer
        return piece.text

    def preview(self, target: Target) -> Target:
        """Return `target` with its preview as it is shown: one short line without pointers."""
        return replace(target, preview=shorten(self.plain_text(target.preview), PREVIEW_MAX))

    def targets(self, artifact_type: ArtifactType | None = None) -> list[Target]:
        """Return all that one can be led to, or what of it is in one document; sections come before
        their items.
        """
        return [
            t
            for t in self._targets.values()
            if artifact_type in (None, t.artifact_type) and not t.is_gone
        ]

    def gone(self) -> list[Target]:
        """Return every item that is remembered but no longer exists."""
        return [target for target in self._targets.values() if target.is_gone]


_told: Callable[[Target], tuple[Any, ...]] = attrgetter(
    "artifact_type.value",
    "anchor",
    "title",
    "item_id",
    "preview",
    "last_version",
    "remark",
    "language",
)


def shorten(text: str, length: int) -> str:
    """Return `text` on one line and cut between words, with an ellipsis where something was left
    out.
    """
    text = fold_spaces(text)
    if len(text) <= length:
        return text
    cut = text[: length - 1]
    cut = (cut.rpartition(" ")[0] or cut).rstrip(" ,;:.„“«") + "\N{HORIZONTAL ELLIPSIS}"
    return cut + _open_quotation(cut)


def _open_quotation(text: str) -> str:
    """Return the mark that closes the last quotation of `text`, or "" where it is closed."""
    closes = ""
    for char in text:
        if char in closes:
            closes = ""
        elif not closes:
            closes = {"„": "“”", "“": "”", "«": "»"}.get(char, "")
    return closes[:1]


def _item_text(item: Item) -> str:
    texts = [field.name for field in item.fields() if field.kind is FieldKind.TEXT]
    names = [name for name in texts if name != item.short_title_field]
    return str(getattr(item, names[0])) if names else item.label


def _section_text(section: Section, value: Any, forms: PluralForms) -> str:
    if not isinstance(value, list):
        if not value:
            return section.purpose
        return section.unit.amount(value, forms) if section.unit else str(value)
    words = (entry.short_label if isinstance(entry, Item) else str(entry) for entry in value)
    return "; ".join(words) or section.purpose


def split(text: str) -> Iterator[ProsePiece]:
    """Yield `text` in pieces, in the order in which they stand; the spaces before a mark are left
    out.
    """
    end = 0
    for match in _POINTER_OR_MARK.finditer(text):
        plain = text[end : match.start()]
        if match[2]:
            yield from _plain(plain.rstrip(" \t"))
            yield ProsePiece(mark=Mark(match[2]))
        else:
            yield from _plain(plain)
            yield ProsePiece(pointer=match[1])
        end = match.end()
    yield from _plain(text[end:])


def _plain(text: str) -> Iterator[ProsePiece]:
    if text:
        yield ProsePiece(text)


def pointers(text: str) -> list[str]:
    """Return the section names and item ids that `text` points at."""
    return [match[1] for match in POINTER.finditer(text)]


def rewrite(text: str, new_pointer: Callable[[str], str]) -> str:
    """Return `text` with every pointer replaced by what `new_pointer` makes of it."""
    return POINTER.sub(lambda match: f"[[{new_pointer(match[1])}]]", text)
