"""The brand of an export: name, colour and logo.

Checked when it is made, so that no format has to.
"""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass

from artifacts.text import one_line

NAME_MAX = 80
LOGO_BYTES_MAX = 200_000
LOGO_SIDE_MAX = 4_000
CONTRAST = 4.5
"""How far text must stand out from what is behind it (WCAG 2.2, 1.4.3)."""
WHITE = "#ffffff"
_GREY = 0.18
"""The luminance that stands out from black about as far as from white."""

_COLOUR = re.compile(r"#[0-9a-f]{6}")
_JPEG_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


class InvalidBrand(ValueError):
    """Raised for a name, colour or logo that no export could carry; says which and why."""


@dataclass(frozen=True, slots=True)
class Brand:
    """`logo` is a PNG or a JPEG; without one the name stands alone."""

    name: str = "Cofounder"
    colour: str = "#0e594b"
    logo: bytes = b""
    has_own_mark: bool = False

    def __post_init__(self) -> None:
        name = one_line(self.name)
        if not 1 <= len(name) <= NAME_MAX:
            raise InvalidBrand(f"The name must have 1 to {NAME_MAX} characters.")
        if not _COLOUR.fullmatch(self.colour.lower()):
            raise InvalidBrand("The colour must look like #0e594b.")
        if self.logo:
            _check_logo(self.logo)
        object.__setattr__(self, "name", name)
        object.__setattr__(self, "colour", self.colour.lower())

    @property
    def logo_format(self) -> str:
        return "png" if self.logo.startswith(b"\x89PNG") else "jpg"

    @property
    def logo_type(self) -> str:
        """The content type of the logo."""
        return "image/png" if self.logo_format == "png" else "image/jpeg"

    def logo_height(self, tall: float, wide: float) -> float:
        """Return the height at which the logo is neither taller nor wider than that, in the same
        unit.
        """
        width, height = _size(self.logo)
        return min(tall, wide * height / width)

    @property
    def ink(self) -> str:
        """The colour, darkened until it can be read as text on white and carries white text."""
        return self.readable_on(WHITE)

    def readable_on(self, ground: str) -> str:
        """Return the colour, darkened or lightened until it can be read as text on `ground`."""
        made, towards = self.colour, 0 if _luminance(ground) > _GREY else 255
        while contrast(made, ground) < CONTRAST:
            made = "#" + "".join(
                f"{towards + int((part - towards) * 0.94):02x}" for part in _parts(made)
            )
        return made

    @property
    def contrast(self) -> float:
        """How far the colour stands out from white, from 1 to 21."""
        return contrast(self.colour, WHITE)


OUR_BRAND = Brand(has_own_mark=True)


def contrast(one: str, other: str) -> float:
    """Return how far two colours stand out from each other, from 1 to 21: the contrast ratio of
    WCAG 2.2.
    """
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _parts(colour: str) -> list[int]:
    return [int(colour[place : place + 2], 16) for place in (1, 3, 5)]


def _luminance(colour: str) -> float:
    """Return the relative luminance as WCAG 2.2 defines it, from 0 to 1."""
    parts = [part / 255 for part in _parts(colour)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _check_logo(logo: bytes) -> None:
    if len(logo) > LOGO_BYTES_MAX:
        raise InvalidBrand(f"The logo must be smaller than {LOGO_BYTES_MAX // 1000} kB.")
    try:
        width, height = _size(logo)
    except (struct.error, IndexError) as error:
        raise InvalidBrand("The logo must be a PNG or a JPEG picture.") from error
    if not (1 <= width <= LOGO_SIDE_MAX and 1 <= height <= LOGO_SIDE_MAX):
        raise InvalidBrand(f"The logo must be at most {LOGO_SIDE_MAX} pixels wide and high.")


def _size(logo: bytes) -> tuple[int, int]:
    return _png_size(logo) if logo.startswith(b"\x89PNG\r\n\x1a\n") else _jpeg_size(logo)


def _png_size(logo: bytes) -> tuple[int, int]:
    width, height = struct.unpack(">II", logo[16:24])
    return width, height


def _jpeg_size(logo: bytes) -> tuple[int, int]:
    """Walk the segments to the one that begins the picture."""
    if not logo.startswith(b"\xff\xd8\xff"):
        raise InvalidBrand("The logo must be a PNG or a JPEG picture.")
    place = 2
    while True:
        marker, length = logo[place + 1], struct.unpack(">H", logo[place + 2 : place + 4])[0]
        if logo[place] != 0xFF or length < 2:
            raise InvalidBrand("The logo must be a PNG or a JPEG picture.")
        if marker in _JPEG_FRAMES:
            height, width = struct.unpack(">HH", logo[place + 5 : place + 9])
            return width, height
        place += 2 + length
