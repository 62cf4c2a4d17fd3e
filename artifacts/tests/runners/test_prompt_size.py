"""How much a model is sent for one project, as the benchmark counts it."""

from __future__ import annotations

from functools import cache

from bench.prompt_size import (
    PARTS,
    PURPOSES,
    ROOT,
    SAMPLE,
    Counts,
    Request,
    count_bytes,
    read_requests,
    sizes_of,
    texts_of,
)

KEPT_LEAST = 0.6
EQUAL_MOST = 20_200
"""Tokens of four bytes of documents 2 to 5, without what is counted apart; before there was a fact
sheet they were 25,881.
"""


@cache
def requests() -> list[Request]:
    return read_requests(ROOT, SAMPLE)


def sizes() -> list[Counts]:
    return sizes_of(requests(), count_bytes(text for one in requests() for text in texts_of(one)))


def test_what_is_counted_apart_is_found_in_every_request() -> None:
    for request in requests():
        assert request["parts"].keys() == {*PARTS, PURPOSES}
        assert all(request["parts"].values())


def test_most_of_a_project_is_the_beginning_of_the_request_before() -> None:
    kept, everything = (sum(size[name] for size in sizes()) for name in ("kept", "all"))
    assert kept / everything >= KEPT_LEAST


def test_later_documents_take_no_more_than_they_did() -> None:
    assert sum(size["equal"] for size in sizes()[1:]) <= EQUAL_MOST
