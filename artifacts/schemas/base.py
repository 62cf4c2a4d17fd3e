"""What all content schemas share: how a section is declared, what an item is, how content is stored
and read back.

A section is a top-level field of a content class, declared once:

    value_proposition: Annotated[Prose, Section("Value proposition", "Why this user picks us over
    what they do today.")]

Pages, admin, exports, prompts, the checker and the tier gates read that declaration and nothing
else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, ClassVar, Literal, Self, get_args, get_origin

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    ValidationError,
    model_validator,
)
from pydantic.fields import FieldInfo

from artifacts.language import DEFAULT_LANGUAGE
from artifacts.schemas.declared import (
    NO_LIMITS,
    Advised,
    Computed,
    Limits,
    declared,
    limits_of,
    without_none,
)
from artifacts.schemas.fields import ItemId
from artifacts.schemas.marks import without_marks
from artifacts.schemas.units import Unit
from artifacts.tiers import Gate, Tier


class SectionKind(StrEnum):
    PROSE = "prose"
    LINES = "lines"
    ITEMS = "items"
    ITEM_IDS = "item_ids"
    NUMBER = "number"


WEEKS = Unit("week", "weeks")


@dataclass(frozen=True, slots=True)
class Section:
    """Declaration of a section: its title, what it is for, and its gate.

    Nobody writes `computed` sections by hand.
    """

    title: str
    purpose: str
    gate: Gate = Gate.CORE
    computed: bool = False
    unit: Unit | None = None
    unsettled: bool = False
    """True if each item or line is taken for granted or still to be found out, until the founder
    settles it.
    """
    advised: Advised | None = None
    """For lists."""
    kind: SectionKind = SectionKind.PROSE
    """Read from the field's type, but for ITEM_IDS, which only the declaration can tell from
    LINES.
    """
    name: str = ""
    item_class: type[Item] | None = None
    required: bool = True


class FieldKind(StrEnum):
    TITLE = "title"
    TEXT = "text"
    LINES = "lines"
    CHOICE = "choice"
    NUMBER = "number"
    LINKS = "links"


@dataclass(frozen=True, slots=True)
class ItemField:
    """One field of an item but for its id: what pages, forms and exports need to know to show any
    item.
    """

    name: str
    label: str
    kind: FieldKind
    choices: tuple[str, ...] = ()
    prefix: str | None = None
    """For LINKS: the only prefix of the ids that may stand there, or None for any."""
    unit: Unit | None = None
    computed: bool = False
    required: bool = True
    limits: Limits = NO_LIMITS
    advised: Advised | None = None
    """For LINES."""


@dataclass(frozen=True, slots=True)
class Link:
    """Declaration of an item's field that holds ids of other items: how it reads, and which ids may
    stand in it.
    """

    title: str
    prefix: str | None = None


class StrictModel(BaseModel):
    do_not_call_in_templates: ClassVar[bool] = True
    """A template engine that calls what it can would make an instance of a class whose title it was
    asked for.
    """

    model_config = ConfigDict(
        extra="forbid",
        strict=True,
        validate_by_name=True,
        validate_by_alias=True,
        serialize_by_alias=True,
    )

    @classmethod
    def computed_names(cls) -> frozenset[str]:
        """Return the names of the fields that follow from others."""
        return frozenset()


class Item(StrictModel):
    """One entry of a list section that carries an id such as F-1.

    An empty id is filled in by its content.
    """

    prefix: ClassVar[str]
    noun: ClassVar[str]
    title_field: ClassVar[str] = "title"
    short_title_field: ClassVar[str] = ""
    """A field that may stand in for the title where something points at the item, and above it; it
    may be empty.
    """

    id: ItemId = ""

    @property
    def heading_field(self) -> str:
        """The field that stands above the others: the short title where there is one, else the
        title.
        """
        short = self.short_title_field
        return short if short and getattr(self, short) else self.title_field

    @property
    def heading(self) -> str:
        """The text above the others as it is stored."""
        return str(getattr(self, self.heading_field))

    @property
    def short_label(self) -> str:
        """The words by which other texts point at this item, without marks."""
        return without_marks(self.heading)

    @property
    def label(self) -> str:
        """The text that tells this item from others, without marks."""
        return without_marks(self.title_text)

    @property
    def title_text(self) -> str:
        """The same as it is stored."""
        return str(getattr(self, self.title_field))

    @classmethod
    @cache
    def fields(cls) -> tuple[ItemField, ...]:
        """The fields in the order in which they are declared, without the id."""
        return tuple(
            _item_field(cls, name, field)
            for name, field in cls.model_fields.items()
            if name != "id"
        )

    @classmethod
    def computed_names(cls) -> frozenset[str]:
        return frozenset(field.name for field in cls.fields() if field.computed)


@dataclass(frozen=True, slots=True)
class SectionAccess:
    """What one tier may read of a content class, and what it may only know the title and purpose
    of.
    """

    readable: tuple[Section, ...]
    locked: tuple[Section, ...]


class ArtifactContent(StrictModel):
    """Content of one artifact.

    Subclasses declare their sections; everything else reads `sections()`.

    Stored as `model_dump()`, which carries `_schema_version`. Content of an older version is
    upgraded when it is read: `upgrades[n]` turns a stored dict of version n into one of version n +
    1.
    """

    title: ClassVar[str]
    purpose: ClassVar[str]
    lead: ClassVar[str]
    """Name of the section that sums the document up."""
    needed_by_later: ClassVar[bool] = False
    """True if no later artifact can be written when this one fails."""
    current_version: ClassVar[int] = 1
    upgrades: ClassVar[Mapping[int, Callable[[dict[str, Any]], dict[str, Any]]]] = {}

    schema_version: Annotated[int, Field(alias="_schema_version", ge=1)] = 1
    language: Annotated[
        str,
        Field(
            alias="_language",
            pattern="^[a-z]{2}$",
            exclude_if=lambda language: language == DEFAULT_LANGUAGE,
        ),
    ] = DEFAULT_LANGUAGE
    """The language that this content was written in, which its labels follow wherever it is
    shown.
    """

    @classmethod
    @cache
    def sections(cls) -> tuple[Section, ...]:
        """Every section in reading order."""
        return tuple(
            _bind(meta, name, field.annotation, required=field.is_required())
            for name, field in cls.model_fields.items()
            for meta in field.metadata
            if isinstance(meta, Section)
        )

    @classmethod
    def computed_names(cls) -> frozenset[str]:
        return frozenset(section.name for section in cls.sections() if section.computed)

    @classmethod
    def section(cls, name: str) -> Section | None:
        return next((section for section in cls.sections() if section.name == name), None)

    @classmethod
    @cache
    def access(cls, tier: Tier) -> SectionAccess:
        """Split the sections into those that `tier` may read and those that it may only know of.

        The one place where gates are compared with tiers.
        """
        readable = tuple(section for section in cls.sections() if section.gate.opens_for(tier))
        return SectionAccess(
            readable, tuple(section for section in cls.sections() if section not in readable)
        )

    def readable(self, tier: Tier) -> dict[str, Any]:
        """Return the values of the sections that `tier` may read: all that may leave the server for
        it.
        """
        return {section.name: getattr(self, section.name) for section in self.access(tier).readable}

    def items(self, sections: tuple[Section, ...] | None = None) -> Iterator[tuple[Section, Item]]:
        """Yield every item with its section, in reading order."""
        for section in self.sections() if sections is None else sections:
            if section.kind is SectionKind.ITEMS:
                for item in getattr(self, section.name) or ():
                    yield section, item

    @model_validator(mode="before")
    @classmethod
    def _upgrade(cls, data: object) -> object:
        if not isinstance(data, Mapping):
            return data
        content = dict(data)
        version = content.pop("_schema_version", content.pop("schema_version", cls.current_version))
        if not isinstance(version, int) or not 1 <= version <= cls.current_version:
            raise ValueError(
                f"schema version {version!r} is unknown here; this release reads up to"
                f" {cls.current_version}"
            )
        for older in range(version, cls.current_version):
            content = cls.upgrades[older](content)
        return {**content, "_schema_version": cls.current_version}

    @model_validator(mode="after")
    def _complete(self) -> Self:
        self._fill_ids()
        self.compute()
        return self

    def compute(self) -> None:
        """Fill in the sections that follow from others. Ids are set when this is called."""

    def _fill_ids(self) -> None:
        taken: set[str] = set()
        items = list(self.items())
        for section, item in items:
            if not item.id:
                continue
            if not item.id.startswith(f"{item.prefix}-"):
                raise ValueError(f"{section.name}: id {item.id} must begin with {item.prefix}-")
            if item.id in taken:
                raise ValueError(f"{section.name}: id {item.id} is given twice")
            taken.add(item.id)
        for _, item in items:
            if not item.id:
                item.id = next_id(item.prefix, taken)
                taken.add(item.id)


def next_id(prefix: str, taken: set[str]) -> str:
    """Return the id after the highest one of `prefix` in `taken`, so that a gap left by a lost item
    stays a gap.
    """
    numbers = (
        int(item_id.partition("-")[2]) for item_id in taken if item_id.startswith(f"{prefix}-")
    )
    return f"{prefix}-{max(numbers, default=0) + 1}"


def describe_errors(error: ValidationError, limit: int = 3) -> str:
    """Return one sentence that names the first `limit` places where the data is wrong, and what is
    wrong there.
    """
    lines = []
    for detail in error.errors(include_url=False, include_input=False)[:limit]:
        place = " > ".join(
            str(part + 1) if isinstance(part, int) else part for part in detail["loc"]
        )
        message = detail["msg"].removeprefix("Value error, ")
        lines.append(f"{place}: {message}" if place else message)
    more = error.error_count() - limit
    return "; ".join(lines) + (f"; and {more} more" if more > 0 else "")


def _item_field(item_class: type[Item], name: str, field: FieldInfo) -> ItemField:
    label = name.replace("_", " ").capitalize()
    required = field.is_required()
    if link := declared(field, Link):
        return ItemField(name, link.title, FieldKind.LINKS, prefix=link.prefix, required=required)
    annotation = without_none(field.annotation)
    if get_origin(annotation) is Literal:
        return ItemField(name, label, FieldKind.CHOICE, get_args(annotation), required=required)
    if get_origin(annotation) is list:
        advised = declared(field, Advised)
        return ItemField(name, label, FieldKind.LINES, required=required, advised=advised)
    limits = limits_of(field)
    if name == item_class.title_field:
        return ItemField(name, label, FieldKind.TITLE, limits=limits)
    if annotation is not int:
        return ItemField(name, label, FieldKind.TEXT, required=required, limits=limits)
    return ItemField(
        name,
        label,
        FieldKind.NUMBER,
        unit=declared(field, Unit),
        computed=declared(field, Computed) is not None,
        required=required,
        limits=limits,
    )


def _bind(section: Section, name: str, annotation: Any, *, required: bool) -> Section:
    kind, item_class = _kind(annotation)
    if section.kind is SectionKind.ITEM_IDS:
        kind = section.kind
    return replace(section, name=name, kind=kind, item_class=item_class, required=required)


def _kind(annotation: Any) -> tuple[SectionKind, type[Item] | None]:
    if get_origin(annotation) is Annotated:
        return _kind(get_args(annotation)[0])
    if get_origin(annotation) is list:
        entry = get_args(annotation)[0]
        if isinstance(entry, type) and issubclass(entry, Item):
            return SectionKind.ITEMS, entry
        return SectionKind.LINES, None
    bare = without_none(annotation)
    if bare is not annotation:
        return _kind(bare)
    return (SectionKind.NUMBER, None) if annotation is int else (SectionKind.PROSE, None)
