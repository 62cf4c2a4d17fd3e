"""What an older build has left in queues and in people's mailboxes still works: names on which it
rests are kept.
"""

from __future__ import annotations

import base64
import pickle

import pytest
from huey.contrib.djhuey import HUEY

from artifacts import tasks
from artifacts.services.sharing.links import _token

# Made by the build before the modules were sorted into packages.
WRITE_CASCADE = (
    "gASVyQAAAAAAAACMDWh1ZXkucmVnaXN0cnmUjAdNZXNzYWdllJOUKIwkMmUwYmI0ZGItNjFhOS00MWRlLWIzZTItZjRlNTdlYTY4OTVhlIwdYXJ0"
    "aWZhY3RzLnRhc2tzLndyaXRlX2Nhc2NhZGWUTksASwBOjCQxMTExMTExMS0xMTExLTExMTEtMTExMS0xMTExMTExMTExMTGUjCQyMjIyMjIyMi0y"
    "MjIyLTIyMjItMjIyMi0yMjIyMjIyMjIyMjKUhpR9lE5OTk5OTksAdJSBlC4="
)
WRITE_QUESTIONS = (
    "gASVqwAAAAAAAACMDWh1ZXkucmVnaXN0cnmUjAdNZXNzYWdllJOUKIwkNjMzMThkODMtZjVkMC00MmY0LThjNzEtNDc3NTYwZGU5N2QzlIwfYXJ0"
    "aWZhY3RzLnRhc2tzLndyaXRlX3F1ZXN0aW9uc5ROSwBLAEsKjCQxMTExMTExMS0xMTExLTExMTEtMTExMS0xMTExMTExMTExMTGUjANhYmOUhpR9"
    "lE5OTk5OTksAdJSBlC4="
)
TOKEN = "bgyaDDA-DtjQExMYUEWEberICeCy19fYBZ8zn9vCReU"


@pytest.mark.parametrize(
    ("message", "task", "arguments"),
    [
        (WRITE_CASCADE, tasks.write_cascade, ("1111", "2222")),
        (WRITE_QUESTIONS, tasks.write_questions, ("1111", "abc")),
    ],
)
def test_a_message_that_an_older_build_queued_reaches_its_task(
    message: str, task: object, arguments: tuple[str, ...]
) -> None:
    loaded = HUEY._registry.create_task(pickle.loads(base64.b64decode(message)))
    assert type(loaded) is task.task_class  # type: ignore[attr-defined]
    assert tuple(str(argument)[:4] for argument in loaded.args) == arguments


def test_an_address_that_an_older_build_gave_out_opens_the_same_link() -> None:
    assert _token(bytes(range(32)), "a key of the build before") == TOKEN
