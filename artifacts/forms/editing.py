"""Forms to change a document by hand, made from what its schema declares: a new document type needs
none of its own.

The rules of what may stand in a document are the schema's; a form only says where a refusal
belongs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from django import forms
from django.forms import BoundField
from django.forms.utils import ErrorDict
from django.http import QueryDict
from django.utils.text import capfirst
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from artifacts.diff.text import Pieces, compare_words
from artifacts.documents.references import ReferenceIndex
from artifacts.documents.spelling import Spelling, read_spelling
from artifacts.exceptions import InvalidEdit
from artifacts.schemas.base import FieldKind, Item, ItemField, Section, SectionKind
from artifacts.schemas.fields import TITLE_MAX
from artifacts.services.editing.locking import fingerprint
from artifacts.text import fold_lines

POINTER_HINT = _(
    "Text in [[ ]] is a link to another part, or says where the words before it come from."
)
LINES_HINT = _("One on each line.")
INSERT = "insert-now"
"""The name of the button that inserts a pointer, where no script does it."""


class ProseField(forms.CharField):
    """A text whose pointers and marks are shown as they are read, and stored as codes.

    What was not touched is stored exactly as it was.
    """

    spelling: Spelling
    stored: Any = ""

    def prepare_value(self, value: Any) -> Any:
        return self.spelling.spell(value) if isinstance(value, str) else value

    def clean(self, value: Any) -> Any:
        typed = super().clean(value)
        shown = self.prepare_value(self.stored)
        if isinstance(shown, str) and fold_lines(typed) == fold_lines(shown):
            return self._unshown(self.stored)
        return self._unshown(read_spelling(typed))

    def _unshown(self, value: Any) -> Any:
        return value


class LinesField(ProseField):
    """A list of texts, one on each line; empty lines do not count."""

    def prepare_value(self, value: Any) -> Any:
        return super().prepare_value("\n".join(value) if isinstance(value, list) else value)

    def _unshown(self, value: Any) -> Any:
        if isinstance(value, list):
            return value
        return [line.strip() for line in value.splitlines() if line.strip()]


class FormRow(NamedTuple):
    """One field on the page: its kind decides how it looks, its unit stands beside it."""

    field: BoundField
    kind: str = ""
    unit: str = ""


InsertGroup = tuple[str, list[tuple[str, str]]]
"""A label and its choices: the text between the brackets of a pointer, and what it is chosen by."""

Difference = tuple[str, Pieces]
"""A field's label, and how its current value differs from what was typed."""


class FoundersForm(forms.Form):
    """A form whose hidden `base` is the fingerprint of what it was made from."""

    base = forms.CharField(required=False, widget=forms.HiddenInput)
    read_inserts: Callable[[], Sequence[InsertGroup]] = tuple
    """Called where the form is shown; saving needs none of them."""

    @cached_property
    def inserts(self) -> Sequence[InsertGroup]:
        """What can be put into its texts, by group."""
        return self.read_inserts()

    def texts(self) -> list[BoundField]:
        """The fields that pointers are put into: texts and lines, but no titles."""
        return [
            field
            for field in self.visible_fields()
            if isinstance(field.field, ProseField)
            and isinstance(field.field.widget, forms.Textarea)
        ]

    def insert(self) -> None:
        """Put what was chosen at the end of the text it is wanted in; nothing is checked yet."""
        assert isinstance(self.data, QueryDict)
        into, name = self.data.get("into", ""), self.data.get("insert", "")
        names = {value for _label, choices in self.inserts for value, _words in choices}
        if name in names and into in {field.name for field in self.texts()}:
            self.data = self.data.copy()
            self.data[into] = f"{self.data.get(into, '').rstrip()} [[{name}]]".lstrip()
        self._errors = ErrorDict()

    def _use_spelling(self, spelling: Spelling) -> None:
        """Show the texts as they are read. Called once all fields are there."""
        for name, field in self.fields.items():
            if isinstance(field, ProseField):
                field.spelling = spelling
                field.stored = self.initial.get(name) or ""

    def rows(self) -> list[FormRow]:
        """What the page shows, in order."""
        return [FormRow(field) for field in self.visible_fields()]

    def values(self) -> dict[str, Any]:
        """What was typed, by the name of the field."""
        return {name: value for name, value in self.cleaned_data.items() if name != "base"}

    def refuse(self, error: InvalidEdit) -> None:
        """Put the sentences of `error` beside the fields they are about."""
        for name, sentences in error.errors.items():
            for sentence in sentences:
                self.add_error(name if name in self.fields else None, sentence)

    def rebase(self, current: Any) -> None:
        """Let the form, sent again, replace `current`, which its reader has been shown."""
        assert isinstance(self.data, QueryDict)
        self.data = self.data.copy()
        self.data[self.add_prefix("base")] = fingerprint(current)


class SectionForm(FoundersForm):
    """The text or the lines of one section."""

    def __init__(
        self, section: Section, value: Any, spelling: Spelling, data: QueryDict | None = None
    ) -> None:
        name = section.name
        super().__init__(
            data, initial={name: value, "base": fingerprint(value)}, auto_id=f"id_{name}_%s"
        )
        if section.kind is SectionKind.LINES:
            self.fields[name] = _lines(label=gettext(section.title), rows=6)
        else:
            self.fields[name] = _text(
                label=gettext(section.title), required=section.required, rows=8
            )
        self.section = section
        self.spelling = spelling
        self._use_spelling(spelling)

    @property
    def value(self) -> Any:
        return self.cleaned_data[self.section.name]

    def differences(self, current: Any) -> list[Difference]:
        typed, stands = (self.spelling.spell(_plain(value)) for value in (self.value, current))
        return [(gettext(self.section.title), compare_words(typed, stands))]


class ItemForm(FoundersForm):
    """The fields of one item, of whatever kind, but for those that follow from others."""

    def __init__(
        self,
        section: Section,
        item: Item | None,
        spelling: Spelling,
        data: QueryDict | None = None,
        *,
        key: str,
    ) -> None:
        assert section.item_class is not None
        self.spelling = spelling
        self.declared = [field for field in section.item_class.fields() if not field.computed]
        initial = {field.name: getattr(item, field.name) for field in self.declared} if item else {}
        super().__init__(
            data,
            initial={**initial, "base": fingerprint(item) if item else ""},
            auto_id=f"id_{key}_%s",
        )
        for field in self.declared:
            self.fields[field.name] = _field(field, spelling, without=item.id if item else "")
        self._use_spelling(spelling)

    def rows(self) -> list[FormRow]:
        return [
            FormRow(self[field.name], field.kind.value, _unit_beside(field))
            for field in self.declared
        ]

    def differences(self, current: Item) -> list[Difference]:
        """The fields of `current` that are not what was typed here."""
        found = []
        for field in self.declared:
            value = getattr(current, field.name)
            if field.kind is FieldKind.LINKS:
                # What this reader cannot choose they have not taken away either; nor may they be
                # told of it.
                value = [
                    item_id
                    for item_id in value
                    if (target := self.spelling.index.find(item_id)) and not target.is_gone
                ]
            stands, typed = (
                self.spelling.spell(_plain(text)) for text in (value, self.cleaned_data[field.name])
            )
            if stands != typed:
                found.append((gettext(field.label), compare_words(typed, stands)))
        return found


def _unit_beside(field: ItemField) -> str:
    """Return the unit, as for a number that nobody knows yet, beside a field whose label does not
    end with it.
    """
    if not field.unit or field.label.lower().endswith(field.unit.several):
        return ""
    return field.unit.name(0, ngettext)


def _plain(value: Any) -> str:
    if isinstance(value, (list, tuple)):
        return "\n".join(map(str, value)) or gettext("Nothing")
    return gettext("Nothing") if value in (None, "") else str(value)


def _field(declared: ItemField, spelling: Spelling, *, without: str) -> forms.Field:
    match declared.kind:
        case FieldKind.TITLE | FieldKind.TEXT if 0 < (declared.limits.max_length or 0) <= TITLE_MAX:
            return _text(label=gettext(declared.label), required=declared.required, rows=1)
        case FieldKind.TITLE | FieldKind.TEXT:
            return _text(label=gettext(declared.label), required=declared.required, rows=3)
        case FieldKind.LINES:
            return _lines(label=gettext(declared.label), required=declared.required, rows=3)
        case FieldKind.CHOICE:
            return _choice(declared)
        case FieldKind.NUMBER:
            return _number(declared)
        case FieldKind.LINKS:
            return _links(declared, spelling.index, without=without)


def _text(*, label: str, required: bool, rows: int) -> ProseField:
    widget: forms.Widget = forms.TextInput(attrs={"dir": "auto"})
    if rows > 1:
        widget = forms.Textarea(attrs={"rows": rows, "dir": "auto"})
    return ProseField(
        label=label,
        required=required,
        widget=widget,
        help_text=POINTER_HINT if rows > 1 else "",
        error_messages={"required": _("Please write something here.")},
    )


def _lines(*, label: str, rows: int, required: bool = False) -> LinesField:
    return LinesField(
        label=label,
        required=required,
        widget=forms.Textarea(attrs={"rows": rows, "dir": "auto"}),
        help_text=LINES_HINT,
        error_messages={"required": _("Please write something here.")},
    )


def _choice(declared: ItemField) -> forms.ChoiceField:
    choices = [(choice, capfirst(gettext(choice))) for choice in declared.choices]
    if not declared.required:
        choices.append(("", gettext("Not given")))
    return forms.ChoiceField(
        label=gettext(declared.label),
        required=declared.required,
        choices=choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Please choose one.")},
    )


def _number(declared: ItemField) -> forms.IntegerField:
    limits: Mapping[str, int | None] = {"min": declared.limits.ge, "max": declared.limits.le}
    return forms.IntegerField(
        label=gettext(declared.label),
        required=declared.required,
        widget=forms.NumberInput(
            attrs={name: limit for name, limit in limits.items() if limit is not None}
        ),
        error_messages={
            "required": _("Please give a whole number."),
            "invalid": _("Please give a whole number."),
        },
    )


def _links(
    declared: ItemField, index: ReferenceIndex, *, without: str
) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=gettext(declared.label),
        required=declared.required,
        choices=list(_link_choices(declared, index, without)),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "invalid_choice": _("%(value)s is no longer there. Please look at the choices again.")
        },
    )


def _link_choices(
    declared: ItemField, index: ReferenceIndex, without: str
) -> Iterable[tuple[str, str]]:
    """Every item that this reader may know of and that may stand here; ids of one kind have one
    prefix.
    """
    for target in index.targets():
        fits = declared.prefix is None or target.item_id.startswith(f"{declared.prefix}-")
        if target.item_id and target.item_id != without and fits:
            yield target.item_id, target.label
