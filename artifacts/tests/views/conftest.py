"""A project of a founder of the highest tier, and a link by which guests read all of it."""

from __future__ import annotations

import pytest

from artifacts.models import Project, ShareLink, User
from artifacts.tests.support.factories import make_project, make_user
from artifacts.tests.support.shares import make
from artifacts.tiers import Tier


@pytest.fixture
def owner(db: None) -> User:
    return make_user(Tier.CTO_SCALE, email="ana.private@example.com")


@pytest.fixture
def whole(owner: User) -> Project:
    return make_project(owner, written=True)


@pytest.fixture
def link(whole: Project) -> ShareLink:
    return make(whole, allows_notes=True)
