"""A text that is put anywhere into an item is read as a value of it, or left over."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from artifacts.importing import ParsedFile
from artifacts.tests.importing.test_import_markdown import read
from artifacts.tests.importing.test_import_paragraphs import FORMS

BLOCKS = (
    '## <a id="mvp_scope"></a>MVP Scope',
    '### <a id="mvp_scope.core_features"></a>Core features',
    '#### <a id="F-1"></a>F-1 Shelf count',
    "Priority: high",
    "We count a shelf.",
    "**Acceptance criteria:**",
    "- [ ] A count survives a lost connection",
    '## <a id="risk_log"></a>Risk Log',
    '### <a id="risk_log.technical_risks"></a>Technical risks',
    '#### <a id="R-1"></a>R-1 Lost counts',
    "Severity: high · Likelihood: low",
    "A count is lost when the phone dies.",
    "**Mitigation:**",
    "We store every tap.",
    "**Affects:** [F-1 Shelf count](#F-1)",
)

# The words of a section's heading are ours: whatever an editor makes of them says nothing.
TEXTS = [form for form in FORMS if not form.startswith('### <a id="mvp_scope.core_features">')]


def said(parsed: ParsedFile) -> Iterator[str]:
    """Yield what a founder is shown of a file: values and leftovers, not the sources of items."""
    yield from (one.text for one in parsed.leftovers)
    for section in parsed.sections.values():
        yield from section.entries
        for item in section.items:
            yield from map(str, item.values.values())


@pytest.mark.parametrize("form", TEXTS)
def test_a_text_in_any_form_and_place_is_read_or_left_over(form: str) -> None:
    added = form.replace("{}", "walrus")
    for place in range(len(BLOCKS) + 1):
        text = "\n\n".join([*BLOCKS[:place], added, *BLOCKS[place:]])
        told = " ".join(said(read(text)))
        assert told.count("walrus") >= added.count("walrus"), text
