"""Keep a founder's own name, colour and logo, and say whose brand an export carries."""

from __future__ import annotations

import logging

from django.db import transaction
from django.utils.translation import gettext as _

from artifacts.exceptions import BrandingLocked, InvalidBranding, InvalidLogo
from artifacts.exporters.brand import CONTRAST, NAME_MAX, OUR_BRAND, Brand, InvalidBrand
from artifacts.models import Branding, User
from artifacts.text import one_line
from artifacts.tiers import Tier
from artifacts.uploads.logos import prepare_logo

logger = logging.getLogger(__name__)

BRANDING_TIER = Tier.PARTNER
"""The lowest tier whose exports go out under the founder's own brand."""


def may_brand(user: User) -> bool:
    return user.get_tier() >= BRANDING_TIER


def require_branding(user: User) -> None:
    """Raise BrandingLocked if the plan of this founder opens no brand of their own."""
    if not may_brand(user):
        raise BrandingLocked


def brand_of(owner_id: int) -> Brand:
    """Return what the exports of a founder carry now: their own brand where their plan opens it,
    else ours.
    """
    row = Branding.objects.select_related("owner").filter(owner_id=owner_id).first()
    if row is None or not may_brand(row.owner):
        return OUR_BRAND
    try:
        return row.as_brand()
    except InvalidBrand:
        logger.exception("The brand of user %s cannot be used", owner_id)
        return OUR_BRAND


def set_branding(
    user: User, *, name: str, colour: str, logo: bytes | None = None, drops_logo: bool = False
) -> Branding:
    """Keep the brand; without a new `logo` the old one stays, unless it is to be dropped.

    Raises BrandingLocked, or InvalidBranding with a sentence for every field that does not fit.
    """
    require_branding(user)
    errors: dict[str, list[str]] = {}
    name = one_line(name)
    if not 1 <= len(name) <= NAME_MAX:
        errors["name"] = [
            _("Please give a name of at most %(limit)s characters.") % {"limit": NAME_MAX}
        ]
    if message := _wrong_with_colour(colour):
        errors["colour"] = [message]
    picture = None
    if logo is not None:
        try:
            picture = prepare_logo(logo)
        except InvalidLogo as error:
            errors["logo"] = [str(error)]
    if errors:
        raise InvalidBranding(errors)
    brand = Brand(name, colour, picture or b"")
    changes: dict[str, str | bytes] = {"name": brand.name, "colour": brand.colour}
    if picture is not None or drops_logo:
        changes["logo"] = brand.logo
    with transaction.atomic():
        row, _is_new = Branding.objects.update_or_create(owner=user, defaults=changes)
    logger.info("User %s has a brand, %s a logo", user.pk, "with" if row.logo else "without")
    return row


def drop_branding(user: User) -> bool:
    """Forget the brand; true where there was one. Open to every plan: it is the founder's own."""
    count, _rows = Branding.objects.filter(owner=user).delete()
    if count:
        logger.info("Removed the brand of user %s", user.pk)
    return bool(count)


def _wrong_with_colour(colour: str) -> str:
    try:
        brand = Brand(colour=colour)
    except InvalidBrand:
        return _("Please give the colour as # and six digits, such as #0e594b.")
    if brand.contrast < CONTRAST:
        return _(
            "Text in this colour could not be read on white: its contrast is %(found)s to 1 and"
            " must be %(needed)s to 1. %(darker)s is the same colour, dark enough."
        ) % {
            "found": f"{int(brand.contrast * 10) / 10:.1f}",
            "needed": CONTRAST,
            "darker": brand.ink,
        }
    return ""
