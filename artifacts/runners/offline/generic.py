"""Composes any document from its declaration alone: for artifact types that nobody has written a
composer for yet.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from annotated_types import GroupedMetadata
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from artifacts.runners.offline.quoting import fitting
from artifacts.runners.offline.story import Story
from artifacts.schemas.base import ArtifactContent, Item, Link, Section, SectionKind
from artifacts.text import defuse, fold_spaces

_ENTRIES = 3
_SHORT = 200


@dataclass(frozen=True, slots=True)
class _ItemPosition:
    """Where a value is wanted: the section, the field, the entry's number, and the bounds of its
    type.
    """

    section: Section
    name: str
    number: int
    noun: str = ""
    bounds: dict[str, Any] = field(default_factory=dict)
    link: Link | None = None


def compose(story: Story, content_class: type[ArtifactContent]) -> dict[str, Any]:
    content: dict[str, Any] = {}
    for order, section in enumerate(content_class.sections()):
        if section.computed:
            continue
        info = content_class.model_fields[section.name]
        place = _ItemPosition(section, section.name, order, bounds=_bounds(info.metadata))
        if section.kind is SectionKind.PROSE and _unwrapped(info.annotation) is str:
            content[section.name] = _prose(story, place)
        elif section.kind is SectionKind.ITEM_IDS:
            content[section.name] = _known_ids(story, "")
        else:
            content[section.name] = _value(story, info.annotation, place)
    return content


def _value(story: Story, annotation: Any, place: _ItemPosition) -> Any:
    """Return something valid of type `annotation` that says something where it is text."""
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        bounds = place.bounds | _bounds(args[1:])
        return _value(story, args[0], _at(place, bounds=bounds))
    if origin in (Union, UnionType):
        return _value(story, next(option for option in args if option is not type(None)), place)
    if origin is Literal:
        return args[place.number % len(args)]
    if origin in (list, set, tuple, frozenset):
        return _entries(story, args[0] if args else str, place)
    if isinstance(annotation, type):
        return _plain(story, annotation, place)
    return None


def _plain(story: Story, wanted: type, place: _ItemPosition) -> Any:
    if issubclass(wanted, Enum):
        members = list(wanted)
        return members[place.number % len(members)]
    if issubclass(wanted, BaseModel):
        return _model(story, wanted, place)
    if wanted is bool:
        return False
    if wanted in (int, float):
        return wanted(_number(place))
    if wanted is str:
        return _fitted(_text(story, place), place.bounds)
    return None


def _entries(story: Story, annotation: Any, place: _ItemPosition) -> list[Any]:
    bounds = place.bounds
    if place.link is not None:
        return _known_ids(story, place.link.prefix or "")[: bounds.get("max_length", _ENTRIES)]
    count = min(max(_ENTRIES, bounds.get("min_length") or 0), bounds.get("max_length") or _ENTRIES)
    # The bounds of the list are not those of its entries.
    return [
        _value(story, annotation, _at(place, number=number, bounds={})) for number in range(count)
    ]


def _model(story: Story, wanted: type[BaseModel], place: _ItemPosition) -> dict[str, Any]:
    noun = wanted.noun if issubclass(wanted, Item) else place.noun
    values: dict[str, Any] = {}
    for order, (name, info) in enumerate(wanted.model_fields.items()):
        if name == "id" and issubclass(wanted, Item):
            continue  # given out by the content itself, across its sections
        number = (
            place.number + 1 if name in ("step_number", "number", "order") else place.number + order
        )
        link = next((meta for meta in info.metadata if isinstance(meta, Link)), None)
        inner = _ItemPosition(
            place.section, name, number, noun or name, _bounds(info.metadata), link
        )
        value = _value(story, info.annotation, inner)
        if value is not None or info.is_required():
            values[name] = value
    return values


def _text(story: Story, place: _ItemPosition) -> str:
    title = defuse(fold_spaces(place.section.title))
    limit = place.bounds.get("max_length") or _SHORT
    if place.name in ("title", "name", "label") or limit <= _SHORT:
        return f"{place.noun.capitalize() or title}: {_feature_name(story, place.number)}"
    return _prose(story, place)


def _prose(story: Story, place: _ItemPosition) -> str:
    """Return a text for a section that nobody has written sentences for: what it is for, and the
    founder's words.
    """
    group, purpose = "any", place.section.purpose.rstrip(".")
    answers = ("problem", "user", "workaround", "price", "validation", "stage", "idea")
    said = [value for name in answers if (value := story.value(name))]
    text = story.say(group, "purpose", purpose=purpose)
    if said:
        text = f"{text} {story.say(group, 'said', because=said[place.number % len(said)])}"
    return _fitted(f"{text} {story.say(group, 'open')}", place.bounds)


def _feature_name(story: Story, number: int) -> str:
    if not story.features:
        return story.name
    return fitting(defuse(fold_spaces(story.features[number % len(story.features)].name)), 80)


def _known_ids(story: Story, prefix: str) -> list[str]:
    """Return ids of a few earlier items; features where the declaration does not say which."""
    ids = [item.id for content in story.earlier.values() for _, item in content.items()]
    wanted = prefix or ("F" if any(item_id.startswith("F-") for item_id in ids) else "")
    return [item_id for item_id in ids if item_id.startswith(f"{wanted}-" if wanted else "")][:2]


def _number(place: _ItemPosition) -> int:
    low = place.bounds.get("ge", place.bounds["gt"] + 1 if "gt" in place.bounds else None)
    high = place.bounds.get("le", place.bounds["lt"] - 1 if "lt" in place.bounds else None)
    if place.name in ("step_number", "number", "order"):
        low = max(low or 0, place.number)
    value = low if low is not None else min(1, high) if high is not None else 1
    return int(min(value, high) if high is not None else value)


def _fitted(text: str, bounds: dict[str, Any]) -> str:
    limit = bounds.get("max_length")
    return text if not limit or len(text) <= limit else fitting(text, max(1, limit - 2))[:limit]


def _unwrapped(annotation: Any) -> Any:
    if get_origin(annotation) is Annotated:
        return _unwrapped(get_args(annotation)[0])
    options = [option for option in get_args(annotation) if option is not type(None)]
    return (
        _unwrapped(options[0])
        if options and get_origin(annotation) in (Union, UnionType)
        else annotation
    )


def _bounds(metadata: Iterable[Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for meta in _flat(metadata):
        for name in ("ge", "gt", "le", "lt", "min_length", "max_length"):
            value = getattr(meta, name, None)
            if value is not None:
                found[name] = value
    return found


def _flat(metadata: Iterable[Any]) -> Iterator[Any]:
    for meta in metadata:
        if isinstance(meta, FieldInfo):
            yield from _flat(meta.metadata)
            continue
        yield meta
        if isinstance(meta, GroupedMetadata):
            yield from meta


def _at(
    place: _ItemPosition, *, number: int | None = None, bounds: dict[str, Any] | None = None
) -> _ItemPosition:
    return _ItemPosition(
        place.section,
        place.name,
        place.number if number is None else number,
        place.noun,
        place.bounds if bounds is None else bounds,
        place.link,
    )
