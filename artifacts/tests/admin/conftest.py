"""A member of staff who may change documents."""

from __future__ import annotations

import pytest
from django.test import Client

from artifacts.models import User
from artifacts.tests.support.staff import EDITOR, client_of, make_staff


@pytest.fixture
def staff() -> User:
    return make_staff(*EDITOR, email="eve@example.com")


@pytest.fixture
def editor(staff: User) -> Client:
    return client_of(staff)
