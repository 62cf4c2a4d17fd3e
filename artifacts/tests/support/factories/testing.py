"""Tests of assumptions."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from factory.declarations import (
    LazyFunction,
)
from factory.django import DjangoModelFactory

from artifacts.documents.testing import Result
from artifacts.models import (
    AssumptionTest,
    Project,
)
from artifacts.services.assumptions.testing import (
    base_of,
    edit_test,
    enter_result,
    make_test,
    start_test,
)
from artifacts.tests.support.factories.projects import make_assuming_project
from artifacts.tiers import Tier


class AssumptionTestFactory(DjangoModelFactory[AssumptionTest]):
    """A test of the first assumption of a project's brief: one that runs; a draft where `started`
    is False; over with a `result`, as found on `ended_on`.
    """

    class Meta:
        model = AssumptionTest

    project = LazyFunction(make_assuming_project)
    assumption = "brief.A-1"
    whom = "Ten owners in our street"
    what = "We ask for 29 euros"
    kills = "Fewer than three of ten pay"
    due = LazyFunction(timezone.localdate)
    started = True
    result = ""
    ended_on = LazyFunction(timezone.localdate)
    note = ""
    said_yes = None
    asked = None
    now = LazyFunction(timezone.now)

    @classmethod
    def _create(
        cls, model_class: type[AssumptionTest], *args: Any, **kwargs: Any
    ) -> AssumptionTest:
        plan = {name: kwargs.pop(name) for name in ("whom", "what", "kills", "due")}
        project, now = Project.objects.get(pk=kwargs["project"].pk), kwargs["now"]
        test = make_test(project, key=kwargs["assumption"], tier=Tier.CTO_SCALE, now=now)
        if not kwargs["started"]:
            return edit_test(test, values=plan, base=base_of(test))
        test = start_test(test, values=plan, base=base_of(test))
        if not kwargs["result"]:
            return test
        counted = {name: kwargs[name] for name in ("note", "said_yes", "asked")}
        return enter_result(
            test,
            result=Result(kwargs["result"]),
            on=kwargs["ended_on"],
            today=timezone.localdate(),
            **counted,
        )
