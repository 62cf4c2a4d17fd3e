"""Composes any document from its declaration alone: for artifact types that nobody has written a composer for yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from annotated_types import GroupedMetadata
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from artifacts.runners.offline.context import Context
from artifacts.runners.offline.voice import defuse, excerpt, lower_first, paragraphs, sentences
from artifacts.schemas.base import ArtifactContent, Item, Link, Section, SectionKind
from artifacts.text import fold_spaces

_ENTRIES = 3
_SHORT = 200


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a value is wanted: the section, the field, the entry's number, and the bounds of its type."""

    section: Section
    name: str
    number: int
    noun: str = ""
    bounds: dict[str, Any] = field(default_factory=dict)
    link: Link | None = None


def compose(ctx: Context, content_class: type[ArtifactContent]) -> dict[str, Any]:
    content: dict[str, Any] = {}
    for order, section in enumerate(content_class.sections()):
        if section.computed:
            continue
        info = content_class.model_fields[section.name]
        place = _Place(section, section.name, order, bounds=_bounds(info.metadata))
        if section.kind is SectionKind.PROSE and _unwrapped(info.annotation) is str:
            content[section.name] = _prose(ctx, place)
        elif section.kind is SectionKind.ITEM_IDS:
            content[section.name] = _known_ids(ctx, "")
        else:
            content[section.name] = _value(ctx, info.annotation, place)
    return content


def _value(ctx: Context, annotation: Any, place: _Place) -> Any:
    """Return something valid of type `annotation` that says something where it is text."""
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        bounds = place.bounds | _bounds(args[1:])
        return _value(ctx, args[0], _at(place, bounds=bounds))
    if origin in (Union, UnionType):
        return _value(ctx, next(option for option in args if option is not type(None)), place)
    if origin is Literal:
        return args[place.number % len(args)]
    if origin in (list, set, tuple, frozenset):
        return _entries(ctx, args[0] if args else str, place)
    if isinstance(annotation, type):
        return _plain(ctx, annotation, place)
    return None


def _plain(ctx: Context, wanted: type, place: _Place) -> Any:
    if issubclass(wanted, Enum):
        members = list(wanted)
        return members[place.number % len(members)]
    if issubclass(wanted, BaseModel):
        return _model(ctx, wanted, place)
    if wanted is bool:
        return False
    if wanted in (int, float):
        return wanted(_number(place))
    if wanted is str:
        return _fitted(_text(ctx, place), place.bounds)
    return None


def _entries(ctx: Context, annotation: Any, place: _Place) -> list[Any]:
    bounds = place.bounds
    if place.link is not None:
        return _known_ids(ctx, place.link.prefix or "")[: bounds.get("max_length", _ENTRIES)]
    count = min(max(_ENTRIES, bounds.get("min_length") or 0), bounds.get("max_length") or _ENTRIES)
    # The bounds of the list are not those of its entries.
    return [_value(ctx, annotation, _at(place, number=number, bounds={})) for number in range(count)]


def _model(ctx: Context, wanted: type[BaseModel], place: _Place) -> dict[str, Any]:
    noun = wanted.noun if issubclass(wanted, Item) else place.noun
    values: dict[str, Any] = {}
    for order, (name, info) in enumerate(wanted.model_fields.items()):
        if name == "id" and issubclass(wanted, Item):
            continue  # given out by the content itself, across its sections
        number = place.number + 1 if name in ("step_number", "number", "order") else place.number + order
        link = next((meta for meta in info.metadata if isinstance(meta, Link)), None)
        inner = _Place(place.section, name, number, noun or name, _bounds(info.metadata), link)
        value = _value(ctx, info.annotation, inner)
        if value is not None or info.is_required():
            values[name] = value
    return values


def _text(ctx: Context, place: _Place) -> str:
    title = defuse(fold_spaces(place.section.title))
    feature = _feature_name(ctx, place.number)
    limit = place.bounds.get("max_length") or _SHORT
    if place.name in ("title", "name", "label") or limit <= _SHORT:
        return f"{place.noun.capitalize() or title} for {feature}"
    pointer = _pointer(ctx, place.number)
    lines = (
        (
            f"For {feature} we settle this together: {lower_first(place.section.purpose.rstrip('.'))}, measured "
            f"against {pointer}."
        ),
        ctx.say(f"{title} has to hold for {{users}} before anybody else, which is what {pointer} asks for."),
        ctx.say(
            f"What we say about {feature} here is tested with people who know {{way}}; until then {pointer} decides."
        ),
    )
    return lines[place.number % len(lines)]


def _prose(ctx: Context, place: _Place) -> str:
    title, purpose = place.section.title, place.section.purpose
    words = [ctx.words[key] for key in ("problem", "constraint", "validation", "workaround", "price", "stage", "idea")]
    said = [word for word in words if word]
    own = said[place.number % len(said)].quote(160) if said else ctx.name
    text = paragraphs(
        sentences(
            ctx.say("What this section has to answer for {name}: {purpose}.", purpose=lower_first(purpose.rstrip("."))),
            ctx.say("We start from our own words, {own}, and from nothing we have not heard or seen.", own=own),
        ),
        sentences(
            ctx.say(
                f"The measure is what it means for {{users}}; {_pointer(ctx, place.number)} decides where opinions "
                "differ."
            ),
            (
                f"What we cannot say yet about {lower_first(title)} we collect under {_questions(ctx)} and answer "
                "before money depends on it."
            ),
        ),
    )
    return _fitted(text, place.bounds)


def _pointer(ctx: Context, number: int) -> str:
    choices = [f"[[{feature.id}]]" for feature in ctx.features[:2]]
    choices += ["our [[brief.key_constraint]]", "our [[brief.value_proposition]]"] if "brief" in ctx.by_type else []
    return choices[number % len(choices)] if choices else "what we promised"


def _questions(ctx: Context) -> str:
    return "our [[brief.open_questions]]" if "brief" in ctx.by_type else "our open questions"


def _feature_name(ctx: Context, number: int) -> str:
    if not ctx.features:
        return ctx.name
    return excerpt(defuse(fold_spaces(ctx.features[number % len(ctx.features)].name)), 80)


def _known_ids(ctx: Context, prefix: str) -> list[str]:
    """Return ids of a few earlier items; features where the declaration does not say which."""
    ids = [item.id for content in ctx.earlier.values() for _, item in content.items()]
    wanted = prefix or ("F" if any(item_id.startswith("F-") for item_id in ids) else "")
    return [item_id for item_id in ids if item_id.startswith(f"{wanted}-" if wanted else "")][:2]


def _number(place: _Place) -> int:
    low = place.bounds.get("ge", place.bounds["gt"] + 1 if "gt" in place.bounds else None)
    high = place.bounds.get("le", place.bounds["lt"] - 1 if "lt" in place.bounds else None)
    if place.name in ("step_number", "number", "order"):
        low = max(low or 0, place.number)
    value = low if low is not None else min(1, high) if high is not None else 1
    return int(min(value, high) if high is not None else value)


def _fitted(text: str, bounds: dict[str, Any]) -> str:
    limit = bounds.get("max_length")
    return text if not limit or len(text) <= limit else excerpt(text, max(1, limit - 2))[:limit]


def _unwrapped(annotation: Any) -> Any:
    if get_origin(annotation) is Annotated:
        return _unwrapped(get_args(annotation)[0])
    options = [option for option in get_args(annotation) if option is not type(None)]
    return _unwrapped(options[0]) if options and get_origin(annotation) in (Union, UnionType) else annotation


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


def _at(place: _Place, *, number: int | None = None, bounds: dict[str, Any] | None = None) -> _Place:
    return _Place(
        place.section,
        place.name,
        place.number if number is None else number,
        place.noun,
        place.bounds if bounds is None else bounds,
        place.link,
    )
