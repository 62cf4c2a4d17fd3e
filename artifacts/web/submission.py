"""Handle refused submissions: show the same form again, with the text and what to do about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar, runtime_checkable

from django.http import Http404

from artifacts.exceptions import (
    ArtifactsError,
    EditConflict,
    InvalidEdit,
    ItemGone,
    NoteGone,
    ProjectDeleted,
    SectionLocked,
    TooOften,
)
from artifacts.forms.editing import Difference

Result = TypeVar("Result")


@runtime_checkable
class TypedForm(Protocol):
    def is_valid(self) -> bool: ...
    def refuse(self, error: InvalidEdit) -> None: ...
    def rebase(self, current: Any) -> None: ...
    def differences(self, current: Any) -> list[Difference]: ...


@dataclass(frozen=True, slots=True)
class FormFailure:
    """Why nothing was stored."""

    status: int
    problem: str = ""
    differences: Sequence[Difference] = ()
    is_gone: bool = False
    """True if what was to be changed no longer exists."""


def submit(form: TypedForm, act: Callable[[], Result]) -> Result | FormFailure:
    """Do `act` if the form is valid; return what it returns, or why nothing was stored.

    Raises Http404.
    """
    if not form.is_valid():
        return FormFailure(422)
    try:
        return act()
    except InvalidEdit as error:
        form.refuse(error)
        return FormFailure(422)
    except EditConflict as error:
        form.rebase(error.current)
        return FormFailure(409, str(error), form.differences(error.current))
    except (ItemGone, NoteGone) as error:
        return FormFailure(409, str(error), is_gone=True)
    except (SectionLocked, ProjectDeleted) as error:
        raise Http404(str(error)) from error
    except TooOften:
        raise  # has a page of its own, which gives the text back too
    except ArtifactsError as error:
        return FormFailure(409, str(error))
