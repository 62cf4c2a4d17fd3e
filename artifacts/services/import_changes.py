"""What an edited file changes in one document: each change by itself, as the schema lets it stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext as _
from pydantic import ValidationError

from artifacts.coherence.references import ReferenceIndex
from artifacts.importing.merging import merge_lines, merge_text
from artifacts.importing.reader import ParsedFile, ParsedItem, ParsedSection
from artifacts.models import Artifact
from artifacts.problems import describe_problem, too_many
from artifacts.schemas import ArtifactContent, load_content
from artifacts.schemas.base import LIST_MAX, FieldKind, Item, ItemField, Section, SectionKind, next_id
from artifacts.services.changing import fingerprint
from artifacts.text import fold_title


class ChangeKind(StrEnum):
    TEXT = "text"
    ITEM = "item"
    ADD = "add"
    DELETE = "delete"
    ORDER = "order"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that the founder can take over or drop. `base` is the fingerprint of what it changes."""

    key: str
    section: Section
    kind: ChangeKind
    base: str
    value: Any = None
    item_id: str = ""
    """For ADD, the id that it would get if it were taken over now."""

    def arranged(self, have: Sequence[str]) -> list[str]:
        """For ORDER: return `have` with the items that the file names in the file's order."""
        wanted = iter([item_id for item_id in self.value if item_id in have])
        return [next(wanted) if item_id in self.value else item_id for item_id in have]


@dataclass(frozen=True, slots=True)
class Unmatched:
    """A piece of the file that cannot be taken over, and why."""

    text: str
    reason: str


class DocumentChanges:
    """Finds the changes of one document. What cannot be taken over is in `unmatched` afterwards."""

    def __init__(
        self,
        artifact: Artifact,
        parsed: ParsedFile,
        standing: ParsedFile,
        index: ReferenceIndex,
        *,
        is_current: bool,
    ) -> None:
        assert artifact.content is not None
        self.artifact = artifact
        self.parsed = parsed
        self.standing = standing
        self.index = index
        self.is_current = is_current
        self.unmatched: list[Unmatched] = []
        self.stored: dict[str, Any] = artifact.content.model_dump(mode="json")
        self.merged: ArtifactContent = artifact.content
        self.taken_ids = {item.id for _section, item in artifact.content.items()} | set(artifact.superseded_items)

    def find(self, readable: Sequence[Section]) -> tuple[list[Change], ArtifactContent]:
        changes: list[Change] = []
        for section in readable:
            parsed = self.parsed.sections.get((self.artifact.type, section.name))
            if parsed is None:
                continue
            standing = self.standing.sections.get((self.artifact.type, section.name)) or ParsedSection(section)
            changes += self.section(section, parsed, standing, readable)
        return changes, self.merged

    def section(
        self, section: Section, parsed: ParsedSection, standing: ParsedSection, readable: Sequence[Section]
    ) -> Iterator[Change]:
        if section.computed or section.kind in (SectionKind.NUMBER, SectionKind.ITEM_IDS):
            if parsed.entries != standing.entries and self.is_current:
                reason = _("This follows from other values; change those, and it follows.")
                self.unmatched.append(Unmatched("\n".join(parsed.entries), reason))
        elif section.kind is SectionKind.ITEMS:
            yield from self.items(section, parsed.items, standing.items, readable)
        elif parsed.entries != standing.entries:
            yield from self.text(section, parsed, standing)

    def text(self, section: Section, parsed: ParsedSection, standing: ParsedSection) -> Iterator[Change]:
        now = self.stored[section.name]
        value: Any
        if section.kind is SectionKind.LINES:
            value = merge_lines(now or [], standing.entries, parsed.entries, self.words)
        else:
            value = merge_text(now or "", standing.entries, parsed.entries, self.words)
        base = fingerprint(getattr(self.artifact.content, section.name))
        change = Change(self.key(section), section, ChangeKind.TEXT, base, value)
        stored = None if value == "" and not section.required else value
        if self.fits(section, stored, "\n\n".join(parsed.entries)):
            yield change

    def items(
        self,
        section: Section,
        parsed: Sequence[ParsedItem],
        standing: Sequence[ParsedItem],
        readable: Sequence[Section],
    ) -> Iterator[Change]:
        exported = {item.item_id: item for item in standing}
        matched = self.matched(section, parsed[:LIST_MAX], exported, readable)
        current: Sequence[Item] = getattr(self.artifact.content, section.name) or ()
        by_id = {item.id: item for item in current}
        for item_id, item in matched:
            if item_id and item.values != exported[item_id].values:
                yield from self.changed(section, by_id[item_id], item, exported[item_id])
        order = fingerprint([item.id for item in current])
        for place, (item_id, item) in enumerate(matched):
            if not item_id:
                yield from self.added(section, item, f"{order}{place}")
        named = [item_id for item_id, _item in matched if item_id]
        if len(parsed) > LIST_MAX:
            text = "\n\n".join(item.source for item in parsed[LIST_MAX:])
            self.unmatched.append(Unmatched(text, too_many(LIST_MAX, len(parsed))))
        else:
            # What stands elsewhere in the file was moved there; nobody took it out.
            kept = {*named, *self.parsed.item_ids}
            yield from self.deleted(section, [item for item in current if item.id not in kept])
        yield from self.ordered(section, named, [item.id for item in current if item.id in named], order)

    def matched(
        self,
        section: Section,
        parsed: Sequence[ParsedItem],
        exported: Mapping[str, ParsedItem],
        readable: Sequence[Section],
    ) -> list[tuple[str, ParsedItem]]:
        """Return each item of the file with the id of the one it is now, or with none where it is new."""
        assert section.item_class is not None
        assert self.artifact.content is not None
        title = section.item_class.title_field
        elsewhere = {item.id for other, item in self.artifact.content.items(tuple(readable)) if other != section}
        named = {item.item_id for item in parsed}
        free = {
            fold_title(str(one.values[title])): item_id for item_id, one in exported.items() if item_id not in named
        }
        seen: set[str] = set()
        found = []
        for item in parsed:
            item_id = item.item_id if item.item_id in exported else ""
            if item.item_id in elsewhere:
                self.unmatched.append(Unmatched(item.source, _("This item stands in another section.")))
                continue
            words = fold_title(str(item.values[title]))
            if item_id in seen and item_id and not (item_id := free.pop(words, "")):
                reason = _("%(id)s is in the file twice; we looked at the first one.") % {"id": item.item_id}
                self.unmatched.append(Unmatched(item.source, reason))
                continue
            if not item_id:
                item_id = free.pop(words, "")
            seen.add(item_id)
            found.append((item_id, item))
        return found

    def changed(self, section: Section, now: Item, item: ParsedItem, exported: ParsedItem) -> Iterator[Change]:
        stored = now.model_dump(mode="json")
        values = {
            field.name: self.value(field, stored[field.name], exported.values.get(field.name), item.values[field.name])
            for field in now.fields()
            if field.name in item.values and item.values[field.name] != exported.values.get(field.name)
        }
        if not values or self.leads_nowhere(item, stored, values):
            return
        items = [{**one, **values} if one["id"] == now.id else one for one in self.dumped(section)]
        if self.fits(section, items, item.source, now.id):
            yield Change(self.key(section, now.id), section, ChangeKind.ITEM, fingerprint(now), values, now.id)

    def added(self, section: Section, item: ParsedItem, base: str) -> Iterator[Change]:
        assert section.item_class is not None
        declared = {field.name: field for field in section.item_class.fields()}
        values = {name: value for name, value in item.values.items() if value != "" or declared[name].required}
        if self.leads_nowhere(item, {}, values):
            return
        new_id = next_id(section.item_class.prefix, self.taken_ids)
        if self.fits(section, [*self.dumped(section), {**values, "id": new_id}], item.source, new_id):
            self.taken_ids.add(new_id)
            yield Change(self.key(section, f"new-{base}"), section, ChangeKind.ADD, base, values, new_id)

    def deleted(self, section: Section, gone: Sequence[Item]) -> Iterator[Change]:
        for now in gone:
            items = [one for one in self.dumped(section) if one["id"] != now.id]
            if self.fits(section, items, f"{now.id} {now.label}"):
                yield Change(self.key(section, now.id), section, ChangeKind.DELETE, fingerprint(now), None, now.id)

    def ordered(self, section: Section, named: list[str], current: list[str], base: str) -> Iterator[Change]:
        if named == current:
            return
        change = Change(self.key(section, "order"), section, ChangeKind.ORDER, base, tuple(named))
        items = {item["id"]: item for item in self.dumped(section)}
        if self.fits(section, [items[item_id] for item_id in change.arranged(list(items))], ""):
            yield change

    def value(self, field: ItemField, stored: Any, exported: Any, imported: Any) -> Any:
        if field.kind is FieldKind.TEXT:
            return merge_text(stored or "", _paragraphs(exported), _paragraphs(imported), self.words)
        if field.kind is FieldKind.TITLE:
            return merge_text(stored, [exported or ""], [imported], self.words)
        if field.kind is FieldKind.LINES:
            return merge_lines(stored or [], exported or [], imported, self.words)
        return imported

    def leads_nowhere(self, item: ParsedItem, stored: Mapping[str, Any], values: Mapping[str, Any]) -> bool:
        """Whether the file links an item to one that its reader knows nothing of, and that it did not link to."""
        for name in self.link_names() & set(values):
            for item_id in values[name]:
                if self.index.find(item_id) is None and item_id not in stored.get(name, ()):
                    reason = _("There is no %(id)s that it could lead to.") % {"id": item_id}
                    self.unmatched.append(Unmatched(item.source, reason))
                    return True
        return False

    def link_names(self) -> set[str]:
        """Return the names of all fields that link an item of this document to others."""
        classes = [section.item_class for section in self.artifact.type.content_class.sections()]
        fields = [declared for item_class in classes if item_class for declared in item_class.fields()]
        return {declared.name for declared in fields if declared.kind is FieldKind.LINKS}

    def fits(self, section: Section, value: Any, source: str, item_id: str = "") -> bool:
        """Take `value` into the merged content if the schema lets it stand, and say whether that changed anything."""
        before = self.merged.model_dump(mode="json")
        try:
            merged = load_content(self.artifact.type, {**before, section.name: value})
        except ValidationError as error:
            sentences = list(dict.fromkeys(_sentences(error, section)))
            self.unmatched.append(Unmatched(source, " ".join([item_id, *sentences]).strip()))
            return False
        if merged.model_dump(mode="json") == before:
            return False
        self.merged = merged
        return True

    def dumped(self, section: Section) -> list[dict[str, Any]]:
        items: list[dict[str, Any]] = self.merged.model_dump(mode="json")[section.name] or []
        return items

    def words(self, pointer: str) -> str:
        target = self.index.find(pointer)
        return target.label if target else pointer.rpartition(".")[2].replace("_", " ")

    def key(self, section: Section, more: str = "") -> str:
        return ".".join(filter(None, (self.artifact.type.value, section.name, more)))


def _paragraphs(text: Any) -> list[str]:
    return str(text).split("\n\n") if text else []


def _sentences(error: ValidationError, section: Section) -> Iterator[str]:
    labels = {field.name: field.label for field in section.item_class.fields()} if section.item_class else {}
    for problem in error.errors(include_url=False, include_input=True):
        place = problem["loc"]
        label = labels.get(str(place[2])) if len(place) > 2 else None
        sentence = describe_problem(problem)
        yield f"{_(label)}: {sentence}" if label else sentence
