"""The demo as every form writes it, beside the copies in `golden/`: a review sees what changes.

    RECORD_HANDOVER=1 python -m pytest artifacts/tests/exporters/builders/test_golden.py

writes the copies. A copy holds all files of a form, so that no agent takes an AGENTS.md in it for
its own.
"""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from artifacts.exporters.builders import forms
from artifacts.tests.support.builders import START
from artifacts.tests.support.handovers import DEMO, hand_over_case

GOLDEN = Path(__file__).parent / "golden"
IS_RECORDING = bool(os.environ.get("RECORD_HANDOVER"))


@pytest.mark.parametrize("form", [form.name for form in forms()])
def test_the_demo_is_written_as_it_was(form: str) -> None:
    compare(form, form, START)


@pytest.mark.parametrize("form", ["gantt", "ms-project", "jira"])
def test_the_demo_without_a_start_is_written_as_it_was(form: str) -> None:
    compare(f"{form}-without-start", form, None)


def test_every_copy_belongs_to_a_form() -> None:
    known = {form.name for form in forms()}
    assert {path.stem.removesuffix("-without-start") for path in GOLDEN.iterdir()} == known


def compare(name: str, form: str, start: date | None) -> None:
    files = hand_over_case(DEMO, form, start=start).files
    written = "\n".join(f"===== {path}\n{text}" for path, text in files.items()).encode()
    copy = GOLDEN / f"{name}.txt"
    if IS_RECORDING:
        copy.write_bytes(written)
    assert written.decode() == copy.read_bytes().decode()
