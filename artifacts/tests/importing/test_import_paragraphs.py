"""Nothing of an imported file vanishes: it is in a document, or in what is told to have no place
there.
"""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from artifacts.models import Project
from artifacts.tests.importing.test_importing import exported, plan
from artifacts.tests.support.factories import make_project, make_user
from artifacts.tiers import Tier

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


@pytest.fixture
def project() -> Project:
    return make_project(make_user(Tier.CTO_SCALE), written=True)


FORMS = [
    "{}",
    "{}\nand more of it",
    "- {}",
    "- Entry\n\n  {}",
    "- Entry\n  - {}\n",
    "- [ ] Entry\n\n      {}",
    "1. One\n\n   {}\n\n   > {}",
    "> {}",
    "> - {}",
    "| {} | b |\n| --- | --- |\n| c | d |",
    "| a | b |\n| --- | --- |\n| {} | d |",
    "```\n{}\n```",
    "    {}",
    "<div>{}</div>",
    "# {}",
    "#### {}",
    "##### Mitigation\n\n{}",
    "{}\n---",
    "**{}**",
    "**{}:** more",
    "**Affects:** {}",
    "**Affects:** [F-1](#F-1), {}",
    "**Acceptance criteria:** {}",
    "**Acceptance criteria:**\n\n{}",
    "**Acceptance criteria:**\n\n- One\n\n  {}",
    "**Mitigation:**\n\n- {}",
    "Priority: high · {}",
    "Priority: {}",
    "F-1 {}",
    '<a id="F-1"></a>{}',
    '#### <a id="F-1"></a>F-1 {}',
    '### <a id="mvp_scope.core_features"></a>{}\n\n{}',
    "[{}]: https://x.example",
    "[a]: https://x.example/{}",
    "- **A-1** {} (Basis: guess, Confidence: low)",
    "---\n{}: 1\n---",
    "In which order we build, how long each step takes, and which steps decide the end. {}",
]


@settings(
    max_examples=60,
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@example(added=[("F-1 {}", 54)], is_older=False)
@given(
    st.lists(st.tuples(st.sampled_from(FORMS), st.integers(0, 90)), min_size=1, max_size=4),
    st.booleans(),
)
def test_every_paragraph_is_taken_over_or_told(
    project: Project, added: list[tuple[str, int]], is_older: bool
) -> None:
    blocks = exported(project).split("\n\n")
    for number, (form, place) in enumerate(added):
        blocks.insert(min(place, len(blocks)), form.replace("{}", f"walrus{number}w"))
    text = "\n\n".join(blocks)
    found = plan(project, text.replace('"version": 1', '"version": 0') if is_older else text)
    told = " ".join(
        [*(one.text for one in found.unmatched), *(str(change.value) for change in found.changes)]
    )
    merged = " ".join(repr(document.merged) for document in found.documents)
    for number, (form, _place) in enumerate(added):
        assert f"walrus{number}w" in told + merged, form
