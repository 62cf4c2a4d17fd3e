"""What can go wrong and be told to a person. The text of each is written for the founder or operator who reads it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from artifacts.schemas import ArtifactType


class ArtifactsError(Exception):
    """Base of all errors that a page, a command or the admin shows as they are."""


class GenerationInProgress(ArtifactsError):
    """Raised when another generation holds an artifact that is wanted."""

    def __init__(self, types: Sequence[ArtifactType]) -> None:
        self.types = tuple(types)
        names = ", ".join(artifact_type.label for artifact_type in types)
        super().__init__(f"We are already writing: {names}. Nothing was started; wait until that is done.")


class EditsInTheWay(ArtifactsError):
    """Raised when a wanted artifact has a founder's edits and the caller has not said what becomes of them."""

    def __init__(self, sections: Mapping[ArtifactType, Sequence[str]]) -> None:
        self.sections = {artifact_type: tuple(names) for artifact_type, names in sections.items()}
        places = "; ".join(
            f"{artifact_type.label}: {', '.join(_section_title(artifact_type, name) for name in names)}"
            for artifact_type, names in sections.items()
        )
        super().__init__(f"These sections were edited by hand: {places}. Choose whether to keep or to overwrite them.")


class UpstreamMissing(ArtifactsError):
    """Raised when a document that the wanted ones build on has never been written."""

    def __init__(self, missing: Sequence[ArtifactType]) -> None:
        self.types = tuple(missing)
        names = " and ".join(artifact_type.label for artifact_type in missing)
        super().__init__(f"{names} must be written first, because what you asked for builds on it.")


class NothingToGenerate(ArtifactsError):
    """Raised when a retry finds every document written."""

    def __init__(self) -> None:
        super().__init__("Every document is written already. Regenerate to write a new version.")


class RunnerUnavailable(ArtifactsError):
    """Raised when the runner that was asked for is not set up on this installation."""


class ProjectGone(ArtifactsError):
    """Raised when a project was deleted while something was to be done to it."""

    def __init__(self) -> None:
        super().__init__("This project was deleted in the meantime. Nothing was started.")


class InvalidProject(ArtifactsError):
    """Raised when the description of a project does not fit; names every place and what is wrong there."""


def _section_title(artifact_type: ArtifactType, name: str) -> str:
    section = artifact_type.content_class.section(name)
    return section.title if section else name
