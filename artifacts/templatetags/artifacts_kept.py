"""Sections and pictures of documents, rendered once for as long as they would be the same."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from typing import Any

from django import template
from django.template import Context
from django.template.loader import get_template
from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.timezone import get_current_timezone_name
from django.utils.translation import get_language

from artifacts.charts.pictures import Pictures
from artifacts.documents.presentation import ItemView, SectionView, texts_of
from artifacts.documents.references import ReferenceIndex, pointers
from artifacts.models import Artifact
from artifacts.schemas.base import Section
from artifacts.schemas.marks import Mark, marks_in
from artifacts.services.documents.kept import KEEP_SECONDS, get_kept, keep, kept, kept_key
from artifacts.services.documents.notes import PlacedNotes
from artifacts.services.editing.marks import ItemBase, MarkBases
from artifacts.web.clock import holds_for, watch_clock
from artifacts.web.kept_html import ANY_CSRF, KeptHtml
from artifacts.web.kept_parts import part_key

register = template.Library()

SECTION = "artifacts/document/_section.html"
ITEM = "artifacts/document/_item.html"
FOOT = "artifacts/document/_section_foot.html"
OF_DOCUMENT = "artifacts/charts/_of_document.html"
OF_PROJECT = "artifacts/charts/_charts.html"


@register.simple_tag(takes_context=True)
def kept_part(context: Context, template_name: str, **values: Any) -> SafeString:
    """Include a template with these values and no others, or return what was made of the same.

    Raises TypeError for a value that cannot be told completely.
    """
    return _kept(
        context,
        lambda: part_key(template_name, values),
        lambda csrf: _alone(template_name, {**values, "csrf_token": csrf}),
    )


@register.simple_tag(takes_context=True)
def kept_section(context: Context, section: SectionView) -> SafeString:
    """Render a section with its tools and notes, or return what was rendered from exactly the
    same.
    """
    return _kept(
        context,
        lambda: _key(context, section),
        lambda csrf: _rendered(context, section, csrf),
    )


@register.simple_tag(takes_context=True)
def kept_text(context: Context, template_name: str, **values: Any) -> SafeString:
    """Include a template that shows what `text_key` names of a founder's document and these
    values, or return what was made of the same.
    """
    return _kept(
        context,
        lambda: part_key(template_name, {**values, "text": str(context["text_key"])}),
        lambda csrf: _render(template_name, context, **values, csrf_token=csrf),
    )


_NEXT = "/next/"
"""Stands in the kept form of languages for the address of the page, which nothing else there is."""


@register.simple_tag(takes_context=True)
def kept_languages(context: Context) -> SafeString:
    """Include the form that changes the language and comes back to this page."""
    address = escape(context["request"].get_full_path())
    return SafeString(kept_part(context, "_language.html", next=_NEXT).replace(_NEXT, address, 1))


def _kept(
    context: Context, key_of: Callable[[], str], render: Callable[[str], SafeString]
) -> SafeString:
    """Return what is kept, or what `render` makes with a token for forms, which is kept for as long
    as its ages hold; with the token of this answer.

    That one is asked for only where there is a form: asking sends its reader a cookie.
    """
    if "csrf_token" not in context:
        return render("")
    key = key_of()
    found = get_kept(key)
    if found is not None:
        html, until = found
        holds_for(until - time.time())
    else:
        with watch_clock(KEEP_SECONDS) as clock:
            html = KeptHtml.of(render(ANY_CSRF), ANY_CSRF)
        holds_for(clock.seconds)
        keep(key, (html, time.time() + clock.seconds), seconds=clock.seconds)
    csrf = str(context["csrf_token"]) if html.asks_for_csrf else ""
    return SafeString(html.fill(csrf))  # it was escaped when it was rendered


def _alone(template_name: str, values: dict[str, Any]) -> SafeString:
    rendered: SafeString = get_template(template_name).template.render(Context(values))  # type: ignore[attr-defined]
    return rendered


@register.simple_tag(takes_context=True)
def kept_item(context: Context, item: ItemView) -> SafeString:
    """Render an item of a founder's section with its tools, or return what was made of the same: an
    edit changes one of many.
    """
    name: str = context["name"]
    place = (name, item.id)
    texts = list(texts_of(item))
    bases: MarkBases | None = context.get("mark_bases")
    has_button = bases is not None and any(Mark.SUGGESTED in marks_in(text) for text in texts)
    resting, notes = context.get("resting") or {}, context["notes"]
    return kept_part(
        context,
        ITEM,
        item=item,
        name=name,
        project=context["project"].address,
        here=context["artifact"].type,
        index=context["index"].known(texts),
        mark_bases=ItemBase(bases.of(*place)) if bases and has_button else "",
        resting={place: resting[place]} if place in resting else {},
        notes=PlacedNotes({place: notes.on(*place)}),
        can_edit=context["can_edit"],
        for_staff=context.get("for_staff", ""),
        anchors=True,
        tools=True,
    )


@register.simple_tag(takes_context=True)
def kept_foot(context: Context, section: Section) -> SafeString:
    """Render what can be added to a founder's section and its notes, or return what was made of the
    same: without a note there, an edit changes nothing of it.
    """
    name, deleted = section.name, context["deleted_note"]
    notes: PlacedNotes = context["notes"]
    can_add = section.item_class is not None and context["can_edit"]
    values: dict[str, Any] = {
        "name": name,
        "title": section.title,
        "noun": section.item_class.noun if section.item_class and can_add else "",
        "here": context["artifact"].type,
    }
    is_asked_for = name in (context["notes_of"], getattr(deleted, "section_id", ""))
    if is_asked_for or any(place == name for place, _ in notes.placed):
        return _render(FOOT, context, **values)
    return kept_part(
        context, FOOT, project=context["project"].address, notes=PlacedNotes(), **values
    )


@register.simple_tag(takes_context=True)
def kept_pictures(context: Context) -> SafeString:
    """Render the pictures of a founder's document, or those of the whole project where the page has
    no document; or return what was rendered from exactly the same.
    """
    artifact: Artifact | None = context.get("artifact")
    template_name = OF_DOCUMENT if artifact else OF_PROJECT
    pictures: Pictures = context["pictures"]
    told = pictures.told(artifact.type if artifact else None)
    key = kept_key(template_name, context["project"].pk, get_language(), told)
    return SafeString(kept(key, lambda: _render(template_name, context)))


def _rendered(context: Context, section: SectionView, csrf: str) -> SafeString:
    name = section.section.name
    return _render(SECTION, context, section=section, name=name, csrf_token=csrf)


def _render(template_name: str, context: Context, **values: object) -> SafeString:
    around: dict[Any, Any] = context.flatten()
    inside = context.new({**around, **values})
    rendered: SafeString = get_template(template_name).template.render(inside)  # type: ignore[attr-defined]
    return rendered


def _key(context: Context, section: SectionView) -> str:
    """Name all that the section's template reads: its value, where its pointers lead, notes, edits,
    and its reader.
    """
    name = section.section.name
    artifact: Artifact = context["artifact"]
    index: ReferenceIndex = context["index"]
    notes: PlacedNotes = context["notes"]
    user = context["user"]
    texts = texts_of(section.value)
    pointed_at = dict.fromkeys(pointer for text in texts for pointer in pointers(text))
    reader = (
        user.pk,
        user.get_tier().value,
        get_language(),
        get_current_timezone_name(),
        context["can_edit"],
        context.get("for_staff", ""),
    )
    shown = (
        context["project"].pk,
        artifact.artifact_type,
        section.language,
        json.dumps((artifact.current_content or {}).get(name), sort_keys=True),
        [index.find(pointer) for pointer in pointed_at],
    )
    about: tuple[Any, ...] = (
        repr(artifact.edits.get(name)),
        sorted(
            (str(item), repr(found))
            for (place, item), found in (context.get("resting") or {}).items()
            if place == name
        ),
        sorted(
            (str(item), repr(placed))
            for (place, item), placed in notes.placed.items()
            if place == name
        ),
        context["notes_of"] == name,
        (
            context["deleted_note"]
            if getattr(context["deleted_note"], "section_id", "") == name
            else ""
        ),
    )
    return kept_key("section", name, reader, shown, about)
