"""A logo that came as SVG: checked piece by piece, and drawn once to a picture.

The SVG itself goes nowhere else.
"""

from __future__ import annotations

import logging
import re
import subprocess
import sys
import threading
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from typing import Any
from xml.parsers import expat

from django.utils.translation import gettext as _

from artifacts.exceptions import InvalidLogo
from artifacts.uploads import svg_worker

logger = logging.getLogger(__name__)

SVG = "{http://www.w3.org/2000/svg}"
LINK = "{http://www.w3.org/1999/xlink}href"
ELEMENTS_MAX = 5_000
"""Counted with every repetition, and for more where one costs more, so that no drawing is larger
than it looks.
"""
CHAIN_MAX = 120
DEPTH_MAX = 40
RATIO_MAX = 12
DRAWN_SIDE = 1_000

_PLAIN = frozenset({"title", "desc", "metadata"})
_GRADIENTS = frozenset({"linearGradient", "radialGradient"})
_SHAPES = frozenset({"path", "rect", "circle", "ellipse", "line", "polyline", "polygon"})
_HOLDERS = frozenset({"svg", "g", "defs", "stop", "clipPath", "mask", "symbol", "use", "style"})
_DRAWN = _SHAPES | _HOLDERS | _GRADIENTS
_OUTSIDE = re.compile(
    r"@import|@font-face|url\s*\(\s*[\"']?\s*(?!#|[\"'\s])|expression\s*\(|\\", re.IGNORECASE
)
_INSIDE = re.compile(r"url\s*\(\s*[\"']?\s*#([^\s\"')]+)", re.IGNORECASE)
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
# What makes one shape cost as much as thousands.
_COSTLY = re.compile(
    r"(?:^|[;{\s])(?:backdrop-)?(?:filter|stroke-dasharray)\s*:\s*(?!none)", re.IGNORECASE
)
_LAYER = re.compile(r"mask|clip-path|opacity|mix-blend-mode|isolation", re.IGNORECASE)
_LAYER_WEIGHT = 25
_CHARACTERS_OF_ONE = 200
_NUMBER = re.compile(r"\s*([0-9]*\.?[0-9]+(?:[eE][+-]?\d{1,3})?)\s*(px|pt|mm|cm|in|pc)?\s*")
# Two at a time: a drawing may take seconds, and nobody's should hold up everybody's.
_SLOTS = threading.BoundedSemaphore(2)
_WAIT_SECONDS = 15


def draw(source: bytes) -> bytes:
    """Return the SVG as a PNG of at most DRAWN_SIDE pixels. Raises InvalidLogo, and says why."""
    root = _check(_parse(source))
    width, height = _size(root)
    scale = DRAWN_SIDE / max(width, height)
    width, height = (max(1.0, side * scale) for side in (width, height))
    return _draw(ET.tostring(root, encoding="unicode"), width, height)


def _parse(source: bytes) -> ET.Element:
    """Read the XML with nothing in it that is looked up, replaced or run."""
    if b"\x00" in source:
        raise InvalidLogo(_("We can’t read this SVG. Save it again, as UTF-8."))
    builder = ET.TreeBuilder()
    parser = expat.ParserCreate("utf-8", "}")
    parser.buffer_text = True
    state = {"depth": 0, "count": 0}

    def start(name: str, attributes: dict[str, str]) -> None:
        state["depth"] += 1
        state["count"] += 1
        if state["depth"] > DEPTH_MAX or state["count"] > ELEMENTS_MAX:
            raise InvalidLogo(
                _("This SVG has too many parts for a logo. A simpler one prints better, too.")
            )
        builder.start(
            _qualified(name), {_qualified(key): value for key, value in attributes.items()}
        )

    def end(name: str) -> None:
        state["depth"] -= 1
        builder.end(_qualified(name))

    def refuse_entity(*_arguments: Any) -> Any:
        raise InvalidLogo(
            _("This SVG defines entities, which we do not open. Save it as a plain SVG.")
        )

    def refuse_instruction(*_arguments: Any) -> None:
        raise InvalidLogo(_outside())

    def doctype(_name: str, _system: str | None, _public: str | None, has_own: int) -> None:
        if has_own:
            refuse_entity()

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = builder.data
    parser.StartDoctypeDeclHandler = doctype
    parser.EntityDeclHandler = refuse_entity
    parser.UnparsedEntityDeclHandler = refuse_entity
    parser.SkippedEntityHandler = refuse_entity
    parser.ExternalEntityRefHandler = refuse_entity
    parser.ProcessingInstructionHandler = refuse_instruction
    try:
        parser.Parse(source, True)  # noqa: FBT003
        return builder.close()
    except (expat.ExpatError, UnicodeError, AssertionError, ValueError) as error:
        raise InvalidLogo(_("We can’t read this SVG. Save it again, as UTF-8.")) from error


def _qualified(name: str) -> str:
    return f"{{{name}" if "}" in name else name


def _outside() -> str:
    return _(
        "This SVG asks for something outside itself, such as a picture, a font or a style sheet."
        " Save it without."
    )


def _check(root: ET.Element) -> ET.Element:
    """Return a copy with nothing but shapes.

    Raises InvalidLogo for what a drawing of shapes does not need.
    """
    if root.tag != f"{SVG}svg":
        raise InvalidLogo(_("We can’t read this SVG. Save it again, as UTF-8."))
    copy = _copy(root)
    targets = {element.get("id", ""): element for element in copy.iter()}
    for style in copy.iter(f"{SVG}style"):
        for name in _INSIDE.findall(style.text or ""):
            # A rule can stand for any number of elements; a gradient costs little for each of them.
            if name in targets and targets[name].tag.removeprefix(SVG) not in _GRADIENTS:
                raise InvalidLogo(_too_involved())
    has_layers = any(_LAYER.search(style.text or "") for style in copy.iter(f"{SVG}style"))
    _Weight(targets, has_layers=has_layers).of(copy)
    return copy


def _copy(element: ET.Element) -> ET.Element:
    name = element.tag.removeprefix(SVG)
    _check_element(name)
    copy = ET.Element(element.tag, dict(_attributes(element)))
    if name == "style":
        copy.text = _style_rules(element)
        return copy
    # What other programs and people note down beside the shapes is not drawn.
    drawn = (
        child
        for child in element
        if child.tag.startswith(SVG) and child.tag.removeprefix(SVG) not in _PLAIN
    )
    copy.extend([_copy(child) for child in drawn])
    return copy


def _check_element(name: str) -> None:
    """Raise InvalidLogo for an element that is no shape and holds none; says why."""
    if name in {"script", "foreignObject"} or name.startswith(("animate", "set")):
        raise InvalidLogo(
            _("This SVG holds a script, a page or an animation. A logo needs shapes only.")
        )
    if name in {"image", "feImage"}:
        raise InvalidLogo(_outside())
    if name in {"text", "tspan", "textPath"}:
        raise InvalidLogo(
            _(
                "This SVG holds text, and we may not have its font. Convert the text to outlines"
                " and save it again."
            )
        )
    if name not in _DRAWN:
        raise InvalidLogo(
            _("This SVG uses %(name)s, which we cannot draw. Save it with shapes only.")
            % {"name": name}
        )


def _style_rules(element: ET.Element) -> str:
    """Return the rules of a style sheet without its comments. Raises InvalidLogo."""
    rules = _COMMENT.sub(" ", element.text or "")
    if len(element) or _OUTSIDE.search(rules):
        raise InvalidLogo(_outside())
    if _COSTLY.search(rules):
        raise InvalidLogo(_too_involved())
    return rules


def _attributes(element: ET.Element) -> Iterator[tuple[str, str]]:
    for key, value in element.attrib.items():
        if key.lower().startswith("on"):
            raise InvalidLogo(
                _("This SVG holds a script, a page or an animation. A logo needs shapes only.")
            )
        if key in {"href", LINK}:
            if not value.strip().startswith("#"):
                raise InvalidLogo(_outside())
            yield key, value.strip()
        elif not key.startswith("{"):
            said = _COMMENT.sub(" ", value)
            if _OUTSIDE.search(said):
                raise InvalidLogo(_outside())
            if _COSTLY.search(said if key == "style" else f"{key}:{said}"):
                raise InvalidLogo(_too_involved())
            yield key, said


class _Weight:
    """How much there is to draw, with every repetition counted."""

    def __init__(self, targets: dict[str, ET.Element], *, has_layers: bool) -> None:
        self.targets = targets
        self.has_layers = has_layers
        self.known: dict[ET.Element, int] = {}
        self.open: set[ET.Element] = set()

    def of(self, element: ET.Element) -> int:
        """Return the number of elements.

        Raises InvalidLogo for too many, and for a drawing within itself.
        """
        if element in self.open or len(self.open) > CHAIN_MAX:
            raise InvalidLogo(_too_involved())
        if element not in self.known:
            self.open.add(element)
            total = self.own(element) + sum(map(self.of, (*element, *self.led_to(element))))
            self.open.discard(element)
            if total > ELEMENTS_MAX:
                raise InvalidLogo(
                    _("This SVG has too many parts for a logo. A simpler one prints better, too.")
                )
            self.known[element] = total
        return self.known[element]

    def own(self, element: ET.Element) -> int:
        written = " ".join([*element.attrib, element.get("style", "")])
        is_layer = _LAYER.search(written) or (self.has_layers and "class" in element.attrib)
        length = sum(map(len, element.attrib.values())) + len(element.text or "")
        return (_LAYER_WEIGHT if is_layer else 1) + length // _CHARACTERS_OF_ONE

    def led_to(self, element: ET.Element) -> Iterator[ET.Element]:
        for key, value in element.attrib.items():
            names = [value[1:]] if key in {"href", LINK} else _INSIDE.findall(value)
            yield from (self.targets[name] for name in names if name in self.targets)


def _too_involved() -> str:
    return _("This SVG repeats itself in a way that we do not draw. Save it with shapes only.")


def _size(root: ET.Element) -> tuple[float, float]:
    box = re.split(r"[\s,]+", root.get("viewBox", "").strip())
    sides = box[2:] if len(box) == 4 else [root.get("width", ""), root.get("height", "")]
    found = [_NUMBER.fullmatch(side) for side in sides]
    width, height = (float(match[1]) if match else 0.0 for match in found)
    if not (0 < width < 1e6 and 0 < height < 1e6):
        raise InvalidLogo(
            _(
                "This SVG does not say how large it is. Save it with a width, a height and a"
                " viewBox."
            )
        )
    if max(width, height) / min(width, height) > RATIO_MAX:
        raise InvalidLogo(
            _("This logo is too long and narrow: at most %(ratio)s to 1.") % {"ratio": RATIO_MAX}
        )
    return width, height


def _draw(svg: str, width: float, height: float) -> bytes:
    """Draw in a process of its own, which may be stopped or fall over without harm."""
    command = [sys.executable, "-I", svg_worker.__file__, f"{width:.3f}", f"{height:.3f}"]
    if not _SLOTS.acquire(timeout=_WAIT_SECONDS):
        raise InvalidLogo(
            _("Many pictures are being drawn at this moment. Please try again in a minute.")
        )
    try:
        done = subprocess.run(  # noqa: S603
            command,
            input=svg.encode(),
            capture_output=True,
            timeout=svg_worker.SECONDS + 5,
            check=True,
        )
    except subprocess.SubprocessError as error:
        logger.warning("An SVG could not be drawn: %s", error)
        raise InvalidLogo(
            _("This SVG could not be drawn. Save it again with shapes only, or send a PNG.")
        ) from error
    finally:
        _SLOTS.release()
    return done.stdout
