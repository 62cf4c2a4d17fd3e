"""Integrity: what points somewhere points at something, and what is computed agrees with what it
follows from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

from artifacts.checker.context import CheckContext
from artifacts.checker.findings import Location, Severity
from artifacts.checker.rules.registry import Violation, rule, shorten
from artifacts.documents.references import POINTER
from artifacts.documents.retired import may_name_retired
from artifacts.schemas import ArtifactType, schedule
from artifacts.text import fold_title, gettext_noop

_BRACKETS = re.compile(r"\[\[([^\[\]\n]{1,60})\]\]")
_HEADING_END = re.compile(r"[:;(–—]| - |\.+ *$")


@rule(
    severity=Severity.BROKEN,
    compares=True,
    message=gettext_noop("This points at %(pointer)s, and we have nothing of that name."),
    hint=gettext_noop("Point it at something that is there, or take the pointer out."),
    good={"how_it_works.data_flow": "Counts go from [[F-1]] to Shelfwise on a server."},
    bad={"how_it_works.data_flow": "Counts go from [[F-9]] to Shelfwise on a server."},
)
def pointer_unknown(context: CheckContext) -> Iterator[Violation]:
    """A pointer in a text leads to an item or a section that exists."""
    for passage, pointer, target in context.pointers:
        if target or context.dropped(pointer) or _is_unwritten(context, pointer):
            continue
        yield Violation(passage.place, pointer, {"pointer": pointer})


@rule(
    severity=Severity.BROKEN,
    compares=True,
    message=gettext_noop("This points at %(was)s, which is no longer in the %(document)s."),
    hint=gettext_noop("Point it at what took its place, or take the pointer out."),
    good={"how_it_works.data_flow": "Counts go from [[F-2]] to Shelfwise on a server."},
    bad={
        "how_it_works.data_flow": "Counts go from [[F-7]] to Shelfwise on a server.",
        "superseded.mvp_scope.F-7": {"title": "Barcode scan", "version": 1},
    },
)
def pointer_superseded(context: CheckContext) -> Iterator[Violation]:
    """A pointer does not lead to an item that a newer version dropped."""
    for passage, pointer, target in context.pointers:
        if not target and context.dropped(pointer):
            yield Violation(passage.place, pointer, _was(context, pointer, passage.place))


@rule(
    severity=Severity.IMPORTANT,
    message=gettext_noop(
        "“%(text)s” looks like a link to another section, but does not lead anywhere as written."
    ),
    hint=gettext_noop(
        "Write it as [[F-1]] or as [[brief.key_constraint]], or without the brackets."
    ),
    good={"how_it_works.data_flow": "Counts reach Shelfwise within our [[brief.key_constraint]]."},
    bad={"how_it_works.data_flow": "Counts reach Shelfwise within our [[key constraint]]."},
)
def pointer_malformed(context: CheckContext) -> Iterator[Violation]:
    """Text in double brackets is a pointer that can be resolved."""
    for passage in context.passages_with("[["):
        if passage.text.count("[[") == len(passage.pointers):
            continue  # as nearly always
        for match in _BRACKETS.finditer(passage.text):
            if not POINTER.fullmatch(match[0]) and match[0].casefold() not in context.said:
                yield Violation(passage.place, match[1], {"text": match[0]})


@rule(
    severity=Severity.BROKEN,
    compares=True,
    message=gettext_noop(
        "This points at %(pointer)s, and more than one document has that: %(documents)s."
    ),
    hint=gettext_noop("Name the section instead, or give one of the two another id."),
    good={"how_it_works.data_flow": "Counts go from [[F-1]] to Shelfwise on a server."},
    bad={"how_it_works.data_flow": "Shelfwise begins with [[R-1]].", "how_it_works.J-1.id": "R-1"},
)
def pointer_ambiguous(context: CheckContext) -> Iterator[Violation]:
    """A pointer leads to one item and not to two."""
    for passage, pointer, _ in context.pointers:
        if len(found := context.items.get(pointer, ())) > 1:
            places = tuple(located.place for located in found)
            documents = ", ".join(place.artifact_type.label for place in places)
            yield Violation(
                passage.place, pointer, {"pointer": pointer, "documents": documents}, places
            )


@rule(
    severity=Severity.IMPORTANT,
    compares=True,
    message=gettext_noop(
        "This points at %(target)s, which only readers of a larger plan can open."
    ),
    hint=gettext_noop(
        "Say here what matters, or point at something that every reader of this text can open."
    ),
    good={"how_it_works.data_flow": "Counts reach Shelfwise within our [[brief.key_constraint]]."},
    bad={
        "how_it_works.data_flow": (
            "Counts reach Shelfwise as our [[brief.competitive_strategy]] asks."
        )
    },
)
def pointer_gated(context: CheckContext) -> Iterator[Violation]:
    """A pointer does not lead to what is gated higher than the text it stands in."""
    for passage, pointer, target in context.pointers:
        if target and not target.gate.opens_for(passage.section.gate.tier):
            yield Violation(passage.place, pointer, {"target": target}, (target,))


@rule(
    severity=Severity.BROKEN,
    compares=True,
    message=gettext_noop("“%(field)s” names %(item)s, and there is no such item."),
    hint=gettext_noop("Choose an item that is there, or clear the field."),
    good={"milestones.M-2.delivers": ["F-2"]},
    bad={"milestones.M-2.delivers": ["F-2", "F-9"]},
)
def link_unknown(context: CheckContext) -> Iterator[Violation]:
    """Every id in a link field is that of an item that exists."""
    for link in context.links:
        if link.item_id in context.items or context.dropped(link.item_id):
            continue
        if not _is_unwritten(context, link.item_id):
            yield Violation(
                link.place, link.item_id, {"field": link.field.label, "item": link.item_id}
            )


@rule(
    severity=Severity.BROKEN,
    compares=True,
    message=gettext_noop("“%(field)s” names %(was)s, which is no longer in the %(document)s."),
    hint=gettext_noop("Choose what took its place, clear the field, or regenerate this document."),
    good={"milestones.M-2.delivers": ["F-2"]},
    bad={
        "milestones.M-2.delivers": ["F-2", "F-7"],
        "superseded.mvp_scope.F-7": {"title": "Barcode scan", "version": 1},
    },
)
def link_superseded(context: CheckContext) -> Iterator[Violation]:
    """No link field names an item that a newer version dropped."""
    for link in context.links:
        if link.item_id not in context.items and context.dropped(link.item_id):
            values = {"field": link.field.label, **_was(context, link.item_id, link.place)}
            yield Violation(link.place, link.item_id, values)


@rule(
    severity=Severity.BROKEN,
    compares=True,
    message=gettext_noop("“%(field)s” names %(item)s, and that is not a %(noun)s."),
    hint=gettext_noop("Choose an item of the right kind."),
    good={"how_it_works.J-1.uses": ["F-1", "F-2"]},
    bad={"how_it_works.J-1.uses": ["F-1", "F-2", "M-1"]},
)
def link_wrong_kind(context: CheckContext) -> Iterator[Violation]:
    """A link field names items of the kind it is meant for."""
    for link in context.links:
        prefix = link.field.prefix
        if prefix and not link.item_id.startswith(f"{prefix}-") and link.item_id in context.items:
            values = {
                "field": link.field.label,
                "item": link.item_id,
                "noun": _noun(prefix),
            }
            yield Violation(
                link.place, link.item_id, values, (context.items[link.item_id][0].place,)
            )


@rule(
    severity=Severity.BROKEN,
    among=(ArtifactType.MILESTONES,),
    message=gettext_noop("Our milestones wait for each other in a circle: %(circle)s."),
    hint=gettext_noop(
        "Take one of these out of what another depends on; until then the order given stands for"
        " all."
    ),
    good={"milestones.M-2.depends_on": ["M-1"]},
    bad={"milestones.M-1.depends_on": ["M-2"]},
)
def dependency_cycle(context: CheckContext) -> Iterator[Violation]:
    """No milestone waits for itself, directly or through others."""
    if context.plan is None or not context.looks_at(ArtifactType.MILESTONES):
        return
    known = {milestone.id for milestone in context.plan.milestones}
    waits = {
        m.id: [other for other in m.depends_on if other in known] for m in context.plan.milestones
    }
    try:
        TopologicalSorter(waits).prepare()
    except CycleError as error:
        # Where a circle is entered is chance; from its smallest member on it is always the same.
        circle = list(reversed(error.args[1]))[1:]
        first = circle.index(min(circle))
        circle = circle[first:] + circle[:first]
        place = Location(ArtifactType.MILESTONES, "milestones", circle[0], "depends_on")
        yield Violation(place, ",".join(circle), {"circle": " → ".join([*circle, circle[0]])})


@rule(
    severity=Severity.BROKEN,
    among=(ArtifactType.MILESTONES,),
    message=gettext_noop(
        "The total says %(total)s weeks, and our milestones add up to %(computed)s."
    ),
    hint=gettext_noop(
        "Save any milestone again; the total and the critical path are then recomputed."
    ),
    good={},
    bad={"milestones.total_duration_weeks": 9},
)
def total_disagrees(context: CheckContext) -> Iterator[Violation]:
    """Total duration and critical path are what follows from the milestones."""
    if context.plan is None or not context.looks_at(ArtifactType.MILESTONES):
        return
    planned = schedule.plan(context.plan.milestones)
    stored = context.plan.total_duration_weeks
    if (planned.total_weeks, planned.critical_path) != (stored, context.plan.critical_path):
        place = Location(ArtifactType.MILESTONES, "total_duration_weeks")
        yield Violation(place, "", {"total": stored, "computed": planned.total_weeks})


@rule(
    severity=Severity.IMPORTANT,
    among=(ArtifactType.MVP_SCOPE,),
    message=gettext_noop(
        "%(feature)s is one of our core features, and we also call it out of scope."
    ),
    hint=gettext_noop("Keep it in one of the two lists."),
    good={"mvp_scope.out_of_scope": ["Invoices"]},
    bad={"mvp_scope.out_of_scope": ["Reorder list: too much for the first version"]},
)
def feature_out_of_scope(context: CheckContext) -> Iterator[Violation]:
    """What a milestone may deliver is not called out of scope."""
    if context.scope is None or not context.looks_at(ArtifactType.MVP_SCOPE):
        return
    names = {fold_title(feature.name): feature for feature in context.scope.core_features}
    names |= {f"[[{feature.id}]]".casefold(): feature for feature in context.scope.core_features}
    for line in context.scope.out_of_scope:
        heading = fold_title(_HEADING_END.split(line)[0])
        if feature := names.get(heading):
            place = Location(ArtifactType.MVP_SCOPE, "out_of_scope")
            about = (Location(ArtifactType.MVP_SCOPE, "core_features", feature.id),)
            yield Violation(
                place, feature.id, {"feature": f"{feature.id} {shorten(feature.name)}"}, about
            )


@rule(
    severity=Severity.IMPORTANT,
    compares=True,
    among=(ArtifactType.MVP_SCOPE, ArtifactType.MILESTONES),
    message=gettext_noop("%(feature)s has high priority, and no milestone delivers it."),
    hint=gettext_noop("Name it under “Delivers” of a milestone, or lower its priority."),
    good={"milestones.M-1.delivers": ["F-1"]},
    bad={"milestones.M-1.delivers": []},
)
def feature_not_delivered(context: CheckContext) -> Iterator[Violation]:
    """Every feature of high priority is delivered by a milestone."""
    if context.scope is None or context.plan is None:
        return
    delivered = context.linked(ArtifactType.MILESTONES, "delivers")
    for feature in context.scope.core_features:
        if feature.priority == "high" and feature.id not in delivered:
            place = Location(ArtifactType.MVP_SCOPE, "core_features", feature.id)
            about = (Location(ArtifactType.MILESTONES, "milestones"),)
            yield Violation(place, "", {"feature": f"{feature.id} {shorten(feature.name)}"}, about)


def _is_unwritten(context: CheckContext, pointer: str) -> bool:
    """Return whether the pointer leads into a document that has not been written, so that nobody
    can say.
    """
    group, _, name = pointer.partition(".")
    for artifact_type in ArtifactType:
        if artifact_type not in context.contents:
            sections = artifact_type.content_class.sections()
            if group == artifact_type.value and any(section.name == name for section in sections):
                return True
            kinds = (section.item_class for section in sections if section.item_class)
            if any(pointer.startswith(f"{kind.prefix}-") for kind in kinds):
                return True
    return False


def _was(context: CheckContext, item_id: str, place: Location) -> dict[str, object]:
    """Return the words for a dropped item; its title only if readers of the location may read that
    too.
    """
    dropped = context.dropped(item_id)
    assert dropped is not None
    artifact_type, item = dropped
    was = item_id
    if may_name_retired(artifact_type, item_id, place.gate.tier):
        was = f"{item_id} “{shorten(item['title'])}” (version {item['version']})"
    return {"was": was, "document": artifact_type.label}


def _noun(prefix: str) -> str:
    for artifact_type in ArtifactType:
        for section in artifact_type.content_class.sections():
            if section.item_class and section.item_class.prefix == prefix:
                return section.item_class.noun
    return prefix
