"""The rows and contents that tests are made of: users, projects, documents, attempts, share links
and notes.

What the product makes in several steps, such as a written document, is made by its own services, so
that a row from a factory is as valid as one that a founder made. Call `create()`, or `build()` for
a row that is not saved. Sequences count per process: no test may rely on a number in them.
"""

from __future__ import annotations

from artifacts.tests.support.factories.documents import (
    AnnotationFactory,
    ArtifactFactory,
    GenerationAttemptFactory,
)
from artifacts.tests.support.factories.projects import (
    ProjectFactory,
    make_assuming_project,
    make_busy_project,
    make_project,
)
from artifacts.tests.support.factories.sharing import GuestNoteFactory, ShareLinkFactory
from artifacts.tests.support.factories.testing import AssumptionTestFactory
from artifacts.tests.support.factories.users import (
    PASSWORD,
    PlanRequestFactory,
    UserFactory,
    make_staff,
    make_user,
)
from artifacts.tests.support.plain import PLAIN, StubRunner, claim_all, write

__all__ = [
    "PASSWORD",
    "PLAIN",
    "AnnotationFactory",
    "ArtifactFactory",
    "AssumptionTestFactory",
    "GenerationAttemptFactory",
    "GuestNoteFactory",
    "PlanRequestFactory",
    "ProjectFactory",
    "ShareLinkFactory",
    "StubRunner",
    "UserFactory",
    "claim_all",
    "make_assuming_project",
    "make_busy_project",
    "make_project",
    "make_staff",
    "make_user",
    "write",
]
