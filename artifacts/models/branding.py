"""A founder's brand on exports."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from artifacts.exporters.brand import LOGO_BYTES_MAX, NAME_MAX, Brand


class Branding(models.Model):
    """`logo` is a PNG or a JPEG that we made ourselves of what was uploaded."""

    owner = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="branding"
    )
    name = models.CharField(max_length=NAME_MAX)
    colour = models.CharField(max_length=7)
    logo = models.BinaryField(max_length=LOGO_BYTES_MAX, blank=True, default=bytes)
    updated_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return self.name

    def as_brand(self) -> Brand:
        """Raises InvalidBrand where the row was not written by our own service."""
        return Brand(self.name, self.colour, bytes(self.logo))
