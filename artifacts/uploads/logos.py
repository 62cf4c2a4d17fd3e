"""An uploaded logo: decoded and re-encoded, so that nothing but its pixels is ever stored."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from artifacts.exceptions import InvalidLogo
from artifacts.exporters.brand import LOGO_BYTES_MAX, LOGO_SIDE_MAX
from artifacts.uploads import svg

if TYPE_CHECKING:
    from PIL.Image import Image

UPLOAD_MAX = 500_000
SIDE_ALLOWED = 2_800
PIXELS_MAX = SIDE_ALLOWED**2
SIDE_MIN = 16
_SIDES = (1_000, 700, 450, 300, 200, 120)
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"


def prepare_logo(upload: bytes) -> bytes:
    """Return the picture as a small PNG or JPEG without anything else in it.

    Raises InvalidLogo, and says why.
    """
    if len(upload) > UPLOAD_MAX:
        raise InvalidLogo(too_large())
    if upload.startswith((_PNG, _JPEG)):
        return _smaller(_decode(upload))
    if b"<svg" in upload or upload.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return _smaller(_decode(svg.draw(upload)))
    raise InvalidLogo(_("The logo must be a PNG, a JPEG or an SVG picture."))


def too_large() -> str:
    return _("The logo must be smaller than %(limit)s kB.") % {"limit": UPLOAD_MAX // 1000}


def _decode(picture: bytes) -> Image:
    """Decode every pixel, after the picture's own word on its size has been checked."""
    from PIL import Image, ImageOps

    broken = _(
        "This picture is damaged, or is not what its name says. Save it again as PNG or JPEG."
    )
    try:
        opened = Image.open(io.BytesIO(picture), formats=["PNG", "JPEG"])
        _check_size(*opened.size)
        # The note on how a camera was held goes with everything else that is no picture.
        image = ImageOps.exif_transpose(opened)
        image.load()
    except InvalidLogo:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise InvalidLogo(_too_many_pixels()) from error
    # Damaged pictures make Pillow raise almost anything.
    except Exception as error:
        raise InvalidLogo(broken) from error
    has_glass = image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info
    image = _in_eight_bits(image).convert("RGBA" if has_glass else "RGB")
    if has_glass and image.getchannel("A").getbbox() is None:
        raise InvalidLogo(_("There is nothing to be seen in this picture."))
    image.info = {}
    image.format = "PNG" if picture.startswith(_PNG) else "JPEG"
    return image


def _in_eight_bits(image: Image) -> Image:
    """Return the picture with 256 greys where it has 65,536: Pillow would take all but the darkest
    for white.
    """
    if not image.mode.startswith("I"):
        return image
    info = image.info
    grey = image.convert("I").point(lambda value: value / 256).convert("L")
    # The one grey that is to be seen through is told in 16 bits too.
    clear = info.get("transparency")
    grey.info = {"transparency": clear // 256} if isinstance(clear, int) else {}
    return grey


def _check_size(width: int, height: int) -> None:
    if max(width, height) > LOGO_SIDE_MAX or width * height > PIXELS_MAX:
        raise InvalidLogo(_too_many_pixels())
    if min(width, height) < SIDE_MIN:
        raise InvalidLogo(
            _(
                "This picture has %(width)s by %(height)s pixels. It needs at least %(limit)s each"
                " way to be seen."
            )
            % {"width": width, "height": height, "limit": SIDE_MIN}
        )
    if max(width, height) / min(width, height) > svg.RATIO_MAX:
        raise InvalidLogo(
            _("This logo is too long and narrow: at most %(ratio)s to 1.")
            % {"ratio": svg.RATIO_MAX}
        )


def _too_many_pixels() -> str:
    return _("This picture has too many pixels. Make it at most %(limit)s wide and high.") % {
        "limit": SIDE_ALLOWED
    }


def _smaller(image: Image) -> bytes:
    """Re-encode the picture, as large as fits into what an export carries."""
    kind = image.format
    for side in _SIDES:
        shown = image.copy()
        shown.thumbnail((side, side))
        file = io.BytesIO()
        if kind == "JPEG":
            shown.save(file, "JPEG", quality=90, optimize=True)
        else:
            shown.save(file, "PNG", optimize=True)
        if file.tell() <= LOGO_BYTES_MAX:
            break
    return file.getvalue()
