"""What may be uploaded as a logo, what is refused with which words, and what is left of it."""

from __future__ import annotations

import io
import random
import threading

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from artifacts.exceptions import InvalidLogo
from artifacts.exporters import Brand
from artifacts.exporters.brand import LOGO_BYTES_MAX
from artifacts.tests.support.logo_files import HEAD, png_that_says, raster, svg
from artifacts.uploads import svg_worker
from artifacts.uploads.logos import UPLOAD_MAX, prepare_logo


def picture(upload: bytes) -> Image.Image:
    return Image.open(io.BytesIO(prepare_logo(upload)))


@pytest.mark.parametrize("options", [{}, {"transparency": 0}])
def test_a_grey_with_sixteen_bits_keeps_its_shades(options: dict[str, int]) -> None:
    """The left half is black, the right one a middle grey."""
    grey = Image.new("I;16", (80, 40), 0x8000)
    grey.paste(0, (0, 0, 40, 40))
    file = io.BytesIO()
    grey.save(file, "PNG", **options)
    shown = picture(file.getvalue())
    assert shown.convert("RGB").getpixel((60, 20)) == (128, 128, 128)
    assert shown.convert("RGBA").getpixel((20, 20)) == (0, 0, 0, 0 if options else 255)


def test_png_and_jpeg_stay_what_they_are_and_fit_a_brand() -> None:
    for kind in ("PNG", "JPEG"):
        made = prepare_logo(raster(kind))
        assert Image.open(io.BytesIO(made)).format == kind
        assert Brand(logo=made).logo == made


def test_an_svg_becomes_a_picture() -> None:
    made = picture(svg())
    assert (made.format, made.size) == ("PNG", (1000, 500))
    assert made.convert("RGBA").getpixel((100, 100)) == (14, 89, 75, 255)
    assert made.getchannel("A").getpixel((900, 400)) == 0


GRADIENT = '<linearGradient id="g"><stop stop-color="red"/></linearGradient>'


@pytest.mark.parametrize(
    "inside",
    [
        f'<defs>{GRADIENT}</defs><path d="M0 0h9v9z" fill="url(#g)"/>',
        f'<style>.a{{fill:url(#g)}}</style>{GRADIENT}<rect class="a" width="9" height="9"/>',
        '<symbol id="s"><circle r="9"/></symbol><use href="#s"/><use xlink:href="#s" x="9"/>',
        (
            '<clipPath id="c"><rect width="5" height="5"/></clipPath><g clip-path="url(#c)"><circle'
            ' r="9"/></g>'
        ),
        (
            '<title>Ours</title><metadata><x xmlns="urn:x" onload="y">z</x></metadata><rect'
            ' width="9" height="9"/>'
        ),
        (
            '<sodipodi:namedview xmlns:sodipodi="urn:s" a="http://x.example/"/><circle r="9"'
            ' style="fill:red"/>'
        ),
    ],
    ids=["gradient", "style", "use", "clip", "notes", "editor"],
)
def test_what_drawing_programs_write_is_drawn(inside: str) -> None:
    assert picture(svg(inside)).format == "PNG"


def test_a_doctype_alone_does_no_harm() -> None:
    doctype = (
        b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN"'
        b' "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    )
    assert picture(b'<?xml version="1.0" encoding="utf-8"?>' + doctype + svg()).format == "PNG"


ENTITIES = "entities"
OUTSIDE = "outside itself"
SCRIPT = "script, a page or an animation"
UNREAD = "can’t read this SVG"
INVOLVED = "repeats itself"
PARTS = "too many parts"


@pytest.mark.parametrize(
    ("upload", "words"),
    [
        (b'<!DOCTYPE svg [<!ENTITY a "b">]>' + svg(), ENTITIES),
        (
            b'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + svg("<desc>&a;</desc>"),
            ENTITIES,
        ),
        (b'<!DOCTYPE svg [<!ENTITY % p SYSTEM "http://evil.example/p"> %p;]>' + svg(), ENTITIES),
        (b'<!DOCTYPE svg SYSTEM "http://evil.example/x.dtd">' + svg("<desc>&a;</desc>"), ENTITIES),
        (svg("<desc>&a;</desc>"), UNREAD),
        (svg("<script>alert(1)</script>"), SCRIPT),
        (svg('<rect width="9" height="9" onclick="alert(1)"/>'), SCRIPT),
        (svg("<rect/>", HEAD + ' onload="alert(1)"'), SCRIPT),
        (
            svg('<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>'),
            SCRIPT,
        ),
        (svg('<rect><animate attributeName="x"/></rect>'), SCRIPT),
        (svg('<set attributeName="x"/>'), SCRIPT),
        (svg('<image href="http://evil.example/x.png"/>'), OUTSIDE),
        (svg('<image href="data:image/png;base64,AAAA"/>'), OUTSIDE),
        (svg('<use href="http://evil.example/x.svg#a"/>'), OUTSIDE),
        (svg('<use xlink:href=" file:///etc/passwd#a"/>'), OUTSIDE),
        (svg('<rect fill="url(http://evil.example/x)"/>'), OUTSIDE),
        (svg("<rect style=\"fill: URL( 'http://evil.example/x')\"/>"), OUTSIDE),
        (svg('<rect style="fill: u\\72l(http://evil.example/x)"/>'), OUTSIDE),
        (svg('<rect style="fill:url/**/(http://evil.example/x)"/>'), OUTSIDE),
        (svg('<style>@import "http://evil.example/x.css";</style>'), OUTSIDE),
        (svg("<style>@font-face{src:url(#x)}</style>"), OUTSIDE),
        (b'<?xml-stylesheet href="http://evil.example/x.css"?>' + svg(), OUTSIDE),
        (svg("<text>Ours</text>"), "Convert the text to outlines"),
        (svg('<filter id="f"/>'), "uses filter"),
        (svg('<rect style="filter:blur(900px)"/>'), INVOLVED),
        (svg('<rect filter="blur(900px)"/>'), INVOLVED),
        (svg('<path d="M0 0h40" stroke-dasharray=".000001"/>'), INVOLVED),
        (svg("<style>.a{stroke-dash/**/array:1;stroke-dasharray/**/:1}</style>"), INVOLVED),
        (svg('<mask id="m"><rect/></mask><style>rect{mask:url(#m)}</style>'), INVOLVED),
        (svg('<g id="a"><use href="#a"/></g>'), INVOLVED),
        (svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'), INVOLVED),
        (svg("".join(f'<g id="g{n}"><use href="#g{n + 1}"/></g>' for n in range(1_000))), INVOLVED),
        (svg("<g/>" * 6_000), PARTS),
        (svg("<g>" * 60 + "</g>" * 60), PARTS),
        (svg('<rect width="9" height="9" opacity=".5"/>' * 400), PARTS),
        (b"<svg>" + b"x" * 50, UNREAD),
        (b"<svg/>", UNREAD),
        (b"<html><svg/></html>", UNREAD),
        (svg().replace(b"rect", b"re\x00ct"), UNREAD),
        (svg().decode().encode("utf-16"), "must be a PNG, a JPEG or an SVG"),
        (svg("\xff").replace("\xff".encode(), b"\xff"), UNREAD),
        (svg(head='<svg xmlns="http://www.w3.org/2000/svg"'), "how large it is"),
        (svg(head='<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 0 0"'), "how large it is"),
        (
            svg(head='<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 nan 1"'),
            "how large it is",
        ),
        (
            svg(head='<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1e99 1e99"'),
            "how large it is",
        ),
        (
            svg(head='<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9000 1"'),
            "too long and narrow",
        ),
        (svg(""), "nothing to be seen"),
    ],
)
def test_an_svg_that_is_more_than_a_drawing_is_refused_and_told_why(
    upload: bytes, words: str
) -> None:
    with pytest.raises(InvalidLogo, match=words):
        prepare_logo(upload)


def test_a_drawing_that_multiplies_itself_is_refused_before_it_is_drawn(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("artifacts.uploads.svg._draw", lambda *_: pytest.fail("it was drawn"))
    levels = "".join(
        f'<g id="g{n}">{f"""<use href="#g{n - 1}"/>""" * 10 if n else "<rect/>"}</g>'
        for n in range(10)
    )
    heavy = f'<defs><path id="p" d="{"M0 0L9 9" * 20_000}"/></defs>{"""<use href="#p"/>""" * 50}'
    for inside in (levels, heavy):
        with pytest.raises(InvalidLogo, match="too many parts"):
            prepare_logo(svg(inside))


def test_a_drawing_that_brings_its_process_down_or_takes_for_ever_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(svg_worker, "SECONDS", -4)
    dots = (f"L{n * 7919 % 1000} {n * 104729 % 1000}" for n in range(40_000))
    busy = (
        '<path fill="none" stroke="red" stroke-width="400" stroke-linejoin="round" d="M0'
        f' 0{"".join(dots)}"/>'
    )
    with pytest.raises(InvalidLogo, match="could not be drawn"):
        prepare_logo(svg(busy, '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 1000"'))


def test_a_drawing_waits_for_its_turn_and_not_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("artifacts.uploads.svg._SLOTS", threading.BoundedSemaphore(1))
    monkeypatch.setattr("artifacts.uploads.svg._WAIT_SECONDS", 0)
    from artifacts.uploads.svg import _SLOTS

    with _SLOTS, pytest.raises(InvalidLogo, match="Please try again in a minute"):
        prepare_logo(svg())
    assert prepare_logo(svg())


@pytest.mark.parametrize(
    ("upload", "words"),
    [
        (b"", "must be a PNG"),
        (b"GIF89a" + b"\0" * 50, "must be a PNG"),
        (b"%PDF-1.7", "must be a PNG"),
        (raster()[:60], "damaged"),
        (raster("JPEG")[:200], "damaged"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 500, "damaged"),
        (b"\xff\xd8\xff" + b"\0" * 500, "damaged"),
        (png_that_says(60, 60), "damaged"),
        (png_that_says(60_000, 60_000), "at most 2800 wide"),
        (png_that_says(3_900, 3_900), "at most 2800 wide"),
        (raster(size=(15, 80)), "at least 16"),
        (raster(size=(1_600, 100)), "too long and narrow"),
        (raster() + b"\0" * UPLOAD_MAX, "smaller than 500 kB"),
    ],
)
def test_a_picture_that_is_none_is_refused_and_told_why(upload: bytes, words: str) -> None:
    with pytest.raises(InvalidLogo, match=words):
        prepare_logo(upload)


def test_a_picture_in_which_nothing_can_be_seen_is_refused() -> None:
    file = io.BytesIO()
    Image.new("RGBA", (40, 40), (0, 0, 0, 0)).save(file, "PNG")
    with pytest.raises(InvalidLogo, match="nothing to be seen"):
        prepare_logo(file.getvalue())


def test_notes_places_and_whatever_follows_the_picture_are_not_kept() -> None:
    notes = PngInfo()
    notes.add_text("Comment", "SECRET")
    exif = Image.Exif()
    exif[0x010E] = "SECRET"
    for upload in (
        raster(pnginfo=notes) + b"SECRET",
        raster("JPEG", exif=exif, comment=b"SECRET") + b"<script>SECRET",
    ):
        assert b"SECRET" in upload
        assert b"SECRET" not in prepare_logo(upload)


def test_what_a_camera_noted_on_its_side_is_turned() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    assert picture(raster("JPEG", (80, 40), exif=exif)).size == (40, 80)


def test_a_picture_that_is_hard_to_press_gets_smaller_until_it_fits() -> None:
    noise = Image.frombytes("RGB", (390, 390), random.Random(1).randbytes(390 * 390 * 3))
    file = io.BytesIO()
    noise.save(file, "PNG")
    made = prepare_logo(file.getvalue())
    assert len(made) <= LOGO_BYTES_MAX
    assert min(Image.open(io.BytesIO(made)).size) >= 120


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16", "CMYK"])
def test_every_kind_of_pixel_is_taken(mode: str) -> None:
    file = io.BytesIO()
    Image.new("RGBA", (40, 40), (9, 90, 70, 255)).convert("RGB").convert(
        "L" if mode == "I;16" else mode
    ).convert(mode).save(file, "JPEG" if mode == "CMYK" else "PNG")
    assert picture(file.getvalue()).size == (40, 40)
