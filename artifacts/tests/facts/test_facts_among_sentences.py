"""What is read of a sentence is the same wherever it stands, and one that breaks off is read, too.

The sentences are those of `phrases.txt`, `readings.txt` and `stages.txt`, and so is what is read of
them.
"""

from __future__ import annotations

import pytest

from artifacts.facts.grammar import scan
from artifacts.facts.reading import read_facts
from artifacts.tests.facts.test_facts_phrases import PHRASES, quoted
from artifacts.tests.facts.test_facts_phrases import told as match_told
from artifacts.tests.facts.test_facts_read_words import (
    READINGS,
    STAGES,
    TODAY,
    answered,
    plain,
    rows,
)

SAYS_NOTHING = {
    "en": "So be it.",
    "de": "So sei es.",
    "fr": "Ainsi soit-il.",
    "nl": "Zo zij het.",
    "es": "Así es.",
}
OF_WHOLE_SENTENCES = {"target_user", "evidence", "left_out", "validation"}
"""Questions whose answers are kept by the sentence, or are read from the first one."""


def among_others(text: str, language: str) -> str:
    """Return `text` behind a sentence that says nothing, and in front of one if it ends with one
    itself.
    """
    other = SAYS_NOTHING[language]
    return f"{other} {text} {other}" if text.endswith((".", "!", "?")) else f"{other} {text}"


def beginnings(text: str, step: int = 1) -> list[str]:
    words = text.split()
    return [" ".join(words[:end]) for end in range(1, len(words), step)]


@pytest.mark.parametrize("phrase", PHRASES.headings)
def test_other_sentences_change_nothing_of_what_a_phrase_holds(phrase: str) -> None:
    head, _, text = phrase.partition(" | ")
    language, _, home = head.partition("/")
    text = among_others(text, language)

    found = [f"{match_told(one)} {quoted(text, one)}" for one in scan(text, language, home=home)]

    assert found == PHRASES.lines(phrase)


@pytest.mark.parametrize("phrase", PHRASES.headings)
def test_a_phrase_that_breaks_off_holds_only_what_stands_in_it(phrase: str) -> None:
    head, _, text = phrase.partition(" | ")
    language, _, home = head.partition("/")
    for begun in beginnings(text):
        assert all(one.end <= len(begun) for one in scan(begun, language, home=home)), begun


@pytest.mark.parametrize(
    "line", [line for line in READINGS.headings if line.split()[1] not in OF_WHOLE_SENTENCES]
)
def test_other_sentences_change_nothing_of_what_an_answer_says(line: str) -> None:
    told, question = answered(line)
    told[question] = among_others(told[question], line[:2])

    assert rows(read_facts(told, today=TODAY)) == READINGS.lines(line)


@pytest.mark.parametrize("line", READINGS.headings)
def test_an_answer_that_breaks_off_is_read_from_its_words(line: str) -> None:
    told, question = answered(line)
    for begun in beginnings(told[question], step=3):
        facts = read_facts({question: begun}, today=TODAY)
        spans = [span for _, fact in facts.each() for span in fact.said]
        assert all(begun[span.start : span.end] == span.text for span in spans), begun


@pytest.mark.parametrize("line", STAGES.headings)
def test_other_sentences_do_not_change_how_far_it_is(line: str) -> None:
    told, question = answered(line)
    told[question] = among_others(told[question], line[:2])

    stage = read_facts(told, today=TODAY).stage

    said = " | ".join(span.text for span in stage.said)
    assert ([f"{plain(stage.value)} « {said} »"] if stage else []) == STAGES.lines(line)
