"""What the report says it has not checked, and how many facts the founder has confirmed."""

from __future__ import annotations

import pytest

from artifacts.checker.evidence import FREE_TEXT, UNKNOWN_LANGUAGE, UNMARKED
from artifacts.checker.sample import check_sample

GREEK = {
    "answers.idea": "Επισκευάζουμε τα ποδήλατα των ταχυδρόμων στην αυλή τους.",
    "answers.problem": "Περιμένουν το ποδήλατό τους δύο εβδομάδες.",
    "answers.target_user": "Οι ταχυδρόμοι της πόλης",
    "answers.price": "29 ευρώ τον μήνα",
    "answers.constraint": "Ένας άνθρωπος για οκτώ εβδομάδες",
    "answers.validation": "Πέντε ταχυδρόμοι το δοκιμάζουν για έναν μήνα",
}


@pytest.mark.parametrize(
    ("answers", "languages"),
    [({}, ()), (GREEK, (UNKNOWN_LANGUAGE,))],
)
def test_it_says_what_it_does_not_check_in_a_language(
    answers: dict[str, str], languages: tuple[str, ...]
) -> None:
    evidence = check_sample(answers).evidence

    assert evidence is not None
    assert evidence.unchecked == (FREE_TEXT, *languages, UNMARKED)


def test_facts_that_were_only_read_are_not_confirmed() -> None:
    evidence = check_sample({}).evidence

    assert evidence is not None
    assert evidence.facts > 3
    assert evidence.facts_confirmed == 0
    assert evidence.ours_percent is None
