"""Imported by the process that children of the tests are forked from: loads the product."""

from __future__ import annotations

import django

django.setup()
