"""What the checker says of one text that is added to the documents of a project."""

from __future__ import annotations

from artifacts.checker.check import check
from artifacts.interview.questions import ProjectInput
from artifacts.schemas import ArtifactType
from artifacts.tests.checker.test_checker import written


def rules_on(project: ProjectInput, section: str, text: str, *, by_model: bool = False) -> set[str]:
    """Return the rules that object to `text` at the end of a section of the documents, as the
    founder's edit or a model's text.
    """
    contents = written(project)
    document, _, name = section.partition(".")
    artifact_type = ArtifactType(document)
    before = {finding.id for finding in check(project, contents).findings}
    value = getattr(contents[artifact_type], name)
    changed = [*(value or ()), text] if isinstance(value, list) else f"{value}\n\n{text}"
    setattr(contents[artifact_type], name, changed)
    edited = {} if by_model else {artifact_type: (name,)}
    report = check(project, contents, edited=edited)
    return {finding.rule for finding in report.findings if finding.id not in before}
