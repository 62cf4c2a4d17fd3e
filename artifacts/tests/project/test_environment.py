"""How the environment and the file `.env` are read."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from cofounder.environment import Environment, parse_file


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("NAME=value", "value"),
        ("NAME = value", "value"),
        ("  export NAME=value  ", "value"),
        ("NAME=on  # note", "on"),
        ("NAME=", ""),
        ("NAME= # note", ""),
        ("NAME=#1 is no note", "#1 is no note"),
        ("NAME=postgres://user:a#b@host/name", "postgres://user:a#b@host/name"),
        ("NAME=$ecret", "$ecret"),
        ("NAME=a=b", "a=b"),
        ("NAME='on # no note' # note", "on # no note"),
        ('NAME="on # no note" # note', "on # no note"),
        (r'NAME="a \"quoted\" word and a \\ backslash"', r'a "quoted" word and a \ backslash'),
        ("NAME='  blanks  '", "  blanks  "),
        ("NAME=value\r", "value"),
    ],
)
def test_a_line_is_a_name_and_a_value(line: str, value: str) -> None:
    assert parse_file(line) == {"NAME": (value, 1)}


def test_empty_lines_and_notes_are_left_out_and_lines_are_counted() -> None:
    assert parse_file("# note\n\n  # note\nA=1\n\nB=2\n") == {"A": ("1", 4), "B": ("2", 6)}


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("NAME", "Line 2 of .env cannot be understood; write NAME=value."),
        ("1NAME=x", "Line 2 of .env cannot be understood; write NAME=value."),
        ("MY NAME=secret", "Line 2 of .env cannot be understood; write NAME=value."),
        ("NAME='secret", "Line 2 of .env has a quotation mark too many or too few."),
        ('NAME="a" secret', "Line 2 of .env has a quotation mark too many or too few."),
    ],
)
def test_what_cannot_be_understood_is_named_by_its_line_and_not_shown(
    line: str, sentence: str
) -> None:
    with pytest.raises(ImproperlyConfigured) as caught:
        parse_file(f"# note\n{line}\n")
    assert str(caught.value) == sentence


def test_the_environment_comes_before_the_file(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("A=file\nB=file\n")
    values = {"A": "shell"}
    env = Environment.read(file, into=values)
    assert (env.text("A"), env.text("B"), env.text("C", "default")) == ("shell", "file", "default")
    assert values == {"A": "shell", "B": "file"}


def test_a_refusal_names_the_line_where_the_file_is_to_blame(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("DEBUG=on\nHTTPS=ture\nBEHIND_PROXY=on\n")
    env = Environment.read(file, into={"BEHIND_PROXY": "noo"})
    with pytest.raises(
        ImproperlyConfigured, match=r"^HTTPS \(line 2 of \.env\) is 'ture'; use on or off\.$"
    ):
        env.switch("HTTPS", default=True)
    with pytest.raises(ImproperlyConfigured, match=r"^BEHIND_PROXY is 'noo'; use on or off\.$"):
        env.switch("BEHIND_PROXY", default=False)


def test_no_file_is_no_fault(tmp_path: Path) -> None:
    assert Environment.read(tmp_path / ".env", into={}).text("A") == ""


@pytest.mark.parametrize(
    ("word", "value"), [("on", True), ("TRUE", True), ("1", True), ("Off", False), ("no", False)]
)
def test_a_switch_is_on_or_off(word: str, value: bool) -> None:
    assert Environment({"A": word}).switch("A", default=not value) is value


def test_names_between_commas_have_no_blanks_around_them() -> None:
    assert Environment({"A": "a.example, b.example ,,"}).texts("A") == ["a.example", "b.example"]
