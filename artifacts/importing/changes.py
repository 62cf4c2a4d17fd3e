"""What an edited file would change in one document. Nothing here asks the schema, or writes.

The file is compared with its export: what the document would say in a file without a change.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext as _

from artifacts.documents.references import POINTER, ReferenceIndex
from artifacts.importing.matching import Matching, match_items
from artifacts.importing.parsed import ParsedFile, ParsedItem, ParsedSection
from artifacts.importing.reconcile import merge_lines, merge_text
from artifacts.importing.typography import restore_lines, restore_text
from artifacts.schemas import ArtifactContent, ArtifactType
from artifacts.schemas.base import FieldKind, Item, ItemField, Section, SectionKind
from artifacts.schemas.fields import LIST_MAX
from artifacts.schemas.fingerprints import fingerprint
from artifacts.validation_messages import too_many


class ChangeKind(StrEnum):
    TEXT = "text"
    ITEM = "item"
    ADD = "add"
    DELETE = "delete"
    ORDER = "order"


@dataclass(frozen=True, slots=True)
class ImportedChange:
    """One thing that the founder can take over or drop. `base` is the fingerprint of what it
    changes.
    """

    key: str
    section: Section
    kind: ChangeKind
    base: str
    value: Any = None
    item_id: str = ""
    """For ADD, the id that it would get if it were taken over now."""

    def removed(self, content: ArtifactContent) -> int:
        """Return how many items, or entries of a list, are gone after this change of `content`."""
        if self.kind is ChangeKind.DELETE:
            return 1
        if self.kind is ChangeKind.TEXT and self.section.kind is SectionKind.LINES:
            return max(len(getattr(content, self.section.name) or ()) - len(self.value), 0)
        return 0

    def arranged(self, have: Sequence[str]) -> list[str]:
        """For ORDER: return `have` with the items that the file names in the file's order."""
        wanted = iter([item_id for item_id in self.value if item_id in have])
        return [next(wanted) if item_id in self.value else item_id for item_id in have]


@dataclass(frozen=True, slots=True)
class Unmatched:
    """A piece of the file that cannot be taken over, and why."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class ProposedChange:
    """A change that the schema has not been asked about yet, and what of the file to show if it
    refuses.
    """

    change: ImportedChange
    source: str


FileOutcome = ProposedChange | Unmatched


@dataclass(frozen=True, slots=True)
class FileComparison:
    """A file beside one document, in the sections that may be `readable`."""

    artifact_type: ArtifactType
    content: ArtifactContent
    parsed: ParsedFile
    exported: ParsedFile
    index: ReferenceIndex
    readable: tuple[Section, ...]
    is_current: bool
    """Whether the file was exported from the version that is current."""

    def outcomes(self) -> list[FileOutcome]:
        """Return what the file changes, in reading order, and what of it cannot be taken over."""
        found: list[FileOutcome] = []
        for section in self.readable:
            key = self.artifact_type, section.name
            if (parsed := self.parsed.sections.get(key)) is None:
                continue
            exported = self.exported.sections.get(key) or ParsedSection(section)
            if section.computed or section.kind in (SectionKind.NUMBER, SectionKind.ITEM_IDS):
                found += self.computed(section, parsed, exported)
            elif section.kind is SectionKind.ITEMS:
                found += self.items(section, parsed, exported)
            else:
                found += self.text(section, parsed, exported)
        return found

    def computed(
        self, section: Section, parsed: ParsedSection, exported: ParsedSection
    ) -> list[FileOutcome]:
        entries = parsed.entries if parsed.entries != exported.entries else []
        if not self.is_current:
            # What followed from older values reads differently by right.
            entries = [entry for entry in entries if not _is_computed(section, entry)]
        reason = _("This follows from other values; change those, and it follows.")
        return [Unmatched("\n".join(entries), reason)] if entries else []

    def text(
        self, section: Section, parsed: ParsedSection, exported: ParsedSection
    ) -> list[FileOutcome]:
        entries = parsed.entries
        if self.parsed.is_typographic:
            entries = restore_lines(entries, exported.entries)
        if entries == exported.entries:
            return []
        source = "\n\n".join(entries)
        if parsed.is_partial and len(entries) < len(exported.entries):
            new = [entry for entry in entries if entry not in exported.entries]
            return [Unmatched("\n\n".join(new) or _(section.title), _partly_read())]
        now = getattr(self.content, section.name)
        value: Any
        if section.kind is SectionKind.LINES:
            value = merge_lines(now or [], exported.entries, entries, self.words)
        else:
            value = merge_text(now or "", exported.entries, entries, self.words)
        change = ImportedChange(
            self.key(section), section, ChangeKind.TEXT, fingerprint(now), value
        )
        return [ProposedChange(change, source)]

    def items(
        self, section: Section, parsed: ParsedSection, exported: ParsedSection
    ) -> list[FileOutcome]:
        assert section.item_class is not None
        current: Sequence[Item] = getattr(self.content, section.name) or ()
        elsewhere = {
            item.id for other, item in self.content.items(self.readable) if other != section
        }
        matching = match_items(
            parsed.items[:LIST_MAX],
            exported.items,
            title_field=section.item_class.title_field,
            elsewhere=elsewhere,
        )
        missing = [item for item in current if item.id in matching.missing]
        is_whole = len(parsed.items) <= LIST_MAX
        order = fingerprint([item.id for item in current])
        return [
            *_misplaced(matching),
            *self.edited(section, matching, exported.items, current),
            *self.added(section, matching, order),
            *(self.deleted(section, parsed, missing) if is_whole else [_surplus(parsed.items)]),
            *self.reordered(section, matching, [item.id for item in current], order),
        ]

    def edited(
        self,
        section: Section,
        matching: Matching,
        exported: Sequence[ParsedItem],
        current: Sequence[Item],
    ) -> list[FileOutcome]:
        """Return the items of the file that read differently from their export."""
        found: list[FileOutcome] = []
        said = {item.item_id: item for item in exported}
        by_id = {item.id: item for item in current}
        for item_id, item in matching.found:
            if not item_id:
                continue
            now = by_id[item_id]
            stored = now.model_dump(mode="json")
            values = {
                field.name: self.value(
                    field, stored[field.name], said[item_id].values.get(field.name), value
                )
                for field, value in self.differing(item, said[item_id], now)
            }
            if not item.is_partial:
                values |= dict.fromkeys(_taken_out(now, item, said[item_id]))
            if not values:
                continue
            if (nowhere := self.leads_nowhere(item, values, stored)) is not None:
                found.append(nowhere)
                continue
            change = ImportedChange(
                self.key(section, now.id),
                section,
                ChangeKind.ITEM,
                fingerprint(now),
                values,
                now.id,
            )
            found.append(ProposedChange(change, item.source))
        return found

    def differing(
        self, item: ParsedItem, exported: ParsedItem, now: Item
    ) -> Iterator[tuple[ItemField, Any]]:
        """Yield the fields in which an item differs from its export, with what the file says."""
        for field in now.fields():
            if field.name not in item.values:
                continue
            value, before = item.values[field.name], exported.values.get(field.name)
            if self.parsed.is_typographic:
                value = _restored(value, before)
            # In an item that was read only in part, what looks shorter may stand there in another
            # form.
            is_lost = item.is_partial and (
                not value or (isinstance(value, list) and len(value) < len(before or ()))
            )
            if value != before and not is_lost:
                yield field, value

    def added(self, section: Section, matching: Matching, order: str) -> list[FileOutcome]:
        """Return the items of the file that the export had not."""
        found: list[FileOutcome] = []
        assert section.item_class is not None
        declared = {field.name: field for field in section.item_class.fields()}
        for place, (item_id, item) in enumerate(matching.found):
            if item_id:
                continue
            values = {
                name: value
                for name, value in item.values.items()
                if value != "" or declared[name].required
            }
            if (nowhere := self.leads_nowhere(item, values, {})) is not None:
                found.append(nowhere)
                continue
            base = f"{order}{place}"
            change = ImportedChange(
                self.key(section, f"new-{base}"), section, ChangeKind.ADD, base, values
            )
            found.append(ProposedChange(change, item.source))
        return found

    def deleted(
        self, section: Section, parsed: ParsedSection, missing: Sequence[Item]
    ) -> list[FileOutcome]:
        """Return the items that the file has no longer."""
        found: list[FileOutcome] = []
        for now in missing:
            name = f"{now.id} {now.label}"
            if self.parsed.names(now.id, self.exported):
                # What has a heading in another place was moved there, and is told of there.
                if now.id not in self.parsed.item_ids:
                    reason = _(
                        "This is in the file, but not as an item with a heading; it stays as it is."
                    )
                    found.append(Unmatched(name, reason))
            elif parsed.is_partial:
                found.append(Unmatched(name, _partly_read()))
            else:
                change = ImportedChange(
                    self.key(section, now.id),
                    section,
                    ChangeKind.DELETE,
                    fingerprint(now),
                    None,
                    now.id,
                )
                found.append(ProposedChange(change, name))
        return found

    def reordered(
        self, section: Section, matching: Matching, current: list[str], order: str
    ) -> list[FileOutcome]:
        """Return the order of the file, if the items of the document stand in another one."""
        named = matching.named
        if named == [item_id for item_id in current if item_id in named]:
            return []
        return [
            ProposedChange(
                ImportedChange(
                    self.key(section, "order"), section, ChangeKind.ORDER, order, tuple(named)
                ),
                "",
            )
        ]

    def value(self, field: ItemField, stored: Any, exported: Any, imported: Any) -> Any:
        if field.kind is FieldKind.TEXT:
            return merge_text(
                stored or "", _paragraphs(exported), _paragraphs(imported), self.words
            )
        if field.kind is FieldKind.TITLE:
            return merge_text(stored, [exported or ""], [imported], self.words)
        if field.kind is FieldKind.LINES:
            return merge_lines(stored or [], exported or [], imported, self.words)
        return imported

    def leads_nowhere(
        self, item: ParsedItem, values: Mapping[str, Any], stored: Mapping[str, Any]
    ) -> Unmatched | None:
        """Return why an item cannot be taken over that the file links to one which its reader knows
        nothing of.
        """
        for name in self.link_names() & set(values):
            for item_id in values[name]:
                if self.index.find(item_id) is None and item_id not in stored.get(name, ()):
                    return Unmatched(
                        item.source,
                        _("There is no %(id)s that it could lead to.") % {"id": item_id},
                    )
        return None

    def link_names(self) -> set[str]:
        """Return the names of all fields that link an item of this document to others."""
        classes = [section.item_class for section in self.artifact_type.content_class.sections()]
        fields = [
            declared for item_class in classes if item_class for declared in item_class.fields()
        ]
        return {declared.name for declared in fields if declared.kind is FieldKind.LINKS}

    def words(self, pointer: str) -> str:
        target = self.index.find(pointer)
        return target.label if target else pointer.rpartition(".")[2].replace("_", " ")

    def key(self, section: Section, more: str = "") -> str:
        return ".".join(filter(None, (self.artifact_type.value, section.name, more)))


def _taken_out(now: Item, item: ParsedItem, exported: ParsedItem) -> Iterator[str]:
    """Yield the fields that the export had a level for, which need none, and for which the file has
    none.
    """
    for field in now.fields():
        is_gone = field.name in exported.values and field.name not in item.values
        if is_gone and field.kind is FieldKind.CHOICE and not field.required:
            yield field.name


def _is_computed(section: Section, entry: str) -> bool:
    """Whether an entry has the form of a computed value: a number with its unit, or the name of an
    item.
    """
    if section.kind is SectionKind.NUMBER:
        number, _, unit = entry.partition(" ")
        return (
            number.isdigit()
            and section.unit is not None
            and unit in (section.unit.one, section.unit.several)
        )
    return POINTER.fullmatch(entry) is not None


def _misplaced(matching: Matching) -> list[Unmatched]:
    elsewhere = _("This item is in another section.")
    twice = _("%(id)s is in the file twice; we looked at the first one.")
    return [
        *(Unmatched(item.source, elsewhere) for item in matching.foreign),
        *(Unmatched(item.source, twice % {"id": item.item_id}) for item in matching.repeated),
    ]


def _surplus(items: Sequence[ParsedItem]) -> Unmatched:
    """Return what is beyond the longest list that a section may be."""
    return Unmatched(
        "\n\n".join(item.source for item in items[LIST_MAX:]), too_many(LIST_MAX, len(items))
    )


def _partly_read() -> str:
    return _("Parts of this section could not be read, so nothing is taken out of it.")


def _restored(value: Any, exported: Any) -> Any:
    if isinstance(value, str) and isinstance(exported, str):
        return restore_text(value, exported)
    if isinstance(value, list) and isinstance(exported, list):
        return restore_lines(value, exported)
    return value


def _paragraphs(text: Any) -> list[str]:
    return str(text).split("\n\n") if text else []
