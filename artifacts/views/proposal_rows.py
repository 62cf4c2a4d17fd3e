"""The sections and items of a new version to decide on, each beside the founder's text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from django.utils.translation import gettext as _

from artifacts.diff.content import DocumentDifference, ItemDifference, SectionDifference
from artifacts.diff.text import TextChange
from artifacts.diff.three_way import Choice
from artifacts.generation.proposals import Proposal
from artifacts.models import Artifact, Project
from artifacts.models.stored import Edit
from artifacts.schemas import ArtifactContent, load_content
from artifacts.services.documents.comparison import compare_contents
from artifacts.services.editing.restoring import generated_value
from artifacts.tiers import Tier
from artifacts.views.proposal_form import ProposalForm


@dataclass(frozen=True, slots=True)
class ProposalColumn:
    """One version of an item: what it is called, its text, and whose side of the difference that
    is.
    """

    name: Literal["generated", "before", "now"]
    side: Literal["before", "now"]
    item: ItemDifference | None
    place: str = ""
    """Where it stands in that version, of an item that moves."""


@dataclass(frozen=True, slots=True)
class FromGenerated:
    """Two texts of a section, each as it differs from what was generated last."""

    mine: SectionDifference
    new: SectionDifference

    def edit_of(self, item_id: str) -> ItemDifference | None:
        """Return what the founder changed of an item; None if that is nothing."""
        item = _find(self.mine, item_id)
        return item if item is not None and item.differs else None

    def renewal_of(self, item_id: str) -> ItemDifference | None:
        """Return what the new version changes of an item; None if it never had it."""
        return _find(self.new, item_id)


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An item to decide on, in all its versions."""

    item: ItemDifference
    choice: Choice
    columns: tuple[ProposalColumn, ...]
    is_edited: bool
    was_taken_out: bool
    """True for an item that the founder took out, and that the new version has again."""

    @property
    def options(self) -> tuple[tuple[Choice, str], ...]:
        """What can be done with it, in words."""
        match self.item.change:
            case TextChange.ADDED:
                mine, new = _("Leave it out"), _("Take it in")
            case TextChange.REMOVED:
                mine, new = _("Keep it"), _("Let it go")
            case TextChange.SAME:
                mine, new = _("Keep its place"), _("Move it")
            case _other:
                mine = _("Keep mine") if self.is_edited else _("Keep the current text")
                new = _("Take the new one")
        return ("mine", mine), ("new", new)


@dataclass(frozen=True, slots=True)
class ProposalSection:
    """A section to decide on: what differs, what is chosen, and what the founder had changed."""

    difference: SectionDifference
    items: tuple[ItemRow, ...]
    choice: Choice | Literal["each"]
    edit: Edit | None
    first: FromGenerated | None
    """Of an edited section without items, both texts beside what was generated last."""


def section_rows(
    project: Project,
    artifact: Artifact,
    proposal: Proposal,
    difference: DocumentDifference,
    form: ProposalForm,
    tier: Tier,
) -> list[ProposalSection]:
    """Return the sections that differ, in reading order, with what `form` has chosen for each."""
    rows = []
    for one in difference.sections:
        name = one.section.name
        if name not in proposal.sections:
            continue
        first = None
        if name in proposal.generated:
            first = _from_generated(project, artifact, proposal, one, tier)
        items = tuple(_item_rows(artifact, proposal, one, first, form))
        choice = form.choice(name) or ("each" if items else proposal.preset[name])
        edit = artifact.edits.get(name)
        rows.append(ProposalSection(one, items, choice, edit, None if items else first))
    return rows


def _item_rows(
    artifact: Artifact,
    proposal: Proposal,
    one: SectionDifference,
    first: FromGenerated | None,
    form: ProposalForm,
) -> Iterator[ItemRow]:
    name = one.section.name
    if name not in proposal.items:
        return
    order = {"before": _ids(artifact.content, name), "now": _ids(proposal.content, name)}
    for item in one.items:
        if not item.differs:
            continue
        preset = proposal.items[name].get(item.id, "new")
        edit = first.edit_of(item.id) if first else None
        columns = tuple(_columns(item, edit, first.renewal_of(item.id) if first else None))
        if item.is_moved:
            columns = tuple(
                replace(column, place=_place(item.id, order.get(column.name, ())))
                for column in columns
            )
        yield ItemRow(
            item,
            form.item_choice(name, item.id) or preset,
            columns,
            is_edited=edit is not None,
            was_taken_out=item.change is TextChange.ADDED and preset == "mine",
        )


def _columns(
    item: ItemDifference, edit: ItemDifference | None, renewed: ItemDifference | None
) -> Iterator[ProposalColumn]:
    """Yield the versions of an item, each with the fields in which any two of them differ.

    Of an edited item, mine and the new one are held against what was generated last: neither is a
    correction of the other.
    """
    differ = {
        field.field.name
        for one in (item, edit)
        if one
        for field in one.fields
        if field.change is not TextChange.SAME
    }

    def shown(one: ItemDifference | None, *gone: TextChange) -> ItemDifference | None:
        if one is None or one.change in gone:
            return None
        return replace(
            one, fields=tuple(field for field in one.fields if field.field.name in differ)
        )

    if edit is None:
        yield ProposalColumn("before", "before", shown(item, TextChange.ADDED))
        yield ProposalColumn("now", "now", shown(item, TextChange.REMOVED))
        return
    yield ProposalColumn("generated", "before", shown(edit, TextChange.ADDED))
    yield ProposalColumn("before", "now", shown(edit, TextChange.REMOVED))
    yield ProposalColumn("now", "now", shown(renewed, TextChange.REMOVED))


def _place(item_id: str, order: Sequence[str]) -> str:
    if item_id not in order:
        return ""
    return _("Place %(place)s of %(of)s") % {"place": order.index(item_id) + 1, "of": len(order)}


def _ids(content: ArtifactContent | None, section: str) -> list[str]:
    return [item.id for item in getattr(content, section) or ()]


def _find(difference: SectionDifference, item_id: str) -> ItemDifference | None:
    return next((item for item in difference.items if item.id == item_id), None)


def _from_generated(
    project: Project,
    artifact: Artifact,
    proposal: Proposal,
    one: SectionDifference,
    tier: Tier,
) -> FromGenerated:
    """Return what the founder's edit of a section changed of what was generated last, and what the
    new version does.
    """
    assert artifact.content is not None
    name = one.section.name
    value = generated_value(artifact, one.section)
    generated = load_content(
        artifact.type, {**artifact.content.model_dump(mode="json"), name: value}
    )

    def difference(content: ArtifactContent) -> SectionDifference:
        found = compare_contents(project, artifact, generated, content, tier)
        return next(section for section in found.sections if section.section.name == name)

    return FromGenerated(difference(artifact.content), difference(proposal.content))
