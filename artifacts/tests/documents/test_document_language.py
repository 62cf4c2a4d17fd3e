"""A document keeps to the language that it was written in."""

from __future__ import annotations

import pytest

from artifacts.facts.schema import Facts
from artifacts.generation.claims import Edits
from artifacts.generation.proposals import read_proposal
from artifacts.generation.writer import write_claim
from artifacts.interview.questions import ProjectInput
from artifacts.language import DOCUMENT_LANGUAGES, choose_language
from artifacts.models import Artifact, Project
from artifacts.schemas import GENERATION_ORDER, ArtifactType, load_content
from artifacts.services.editing.manual_edits import edit_section, fingerprint
from artifacts.services.editing.restoring import restore_previous
from artifacts.tests.support.factories import PLAIN, StubRunner, claim_all
from artifacts.tests.support.german import declared_words, german_project, languages
from artifacts.tiers import Tier

pytestmark = pytest.mark.one_database
BRIEF = ArtifactType.BRIEF


@pytest.fixture
def german(db: None) -> Project:
    return german_project()


class TestRule:
    @pytest.mark.parametrize(
        ("chosen", "said", "language"),
        [
            ("", "", "en"),
            ("de", "", "de"),
            ("", "de", "de"),
            ("en", "de", "en"),
            ("", "fr", "en"),
            ("fr", "de", "de"),
        ],
    )
    def test_it_is_the_chosen_one_else_that_of_the_words_if_we_write_it(
        self, chosen: str, said: str, language: str
    ) -> None:
        described = ProjectInput(name="A", idea="B", language=chosen, facts=Facts(language=said))
        assert described.document_language == choose_language(chosen, said) == language

    def test_every_word_of_the_documents_is_translated(self) -> None:
        assert DOCUMENT_LANGUAGES == ("en", "de")
        assert len(declared_words()) >= 60


class TestStored:
    def test_content_from_before_there_were_languages_is_english_and_stays_as_it_was_stored(
        self,
    ) -> None:
        for artifact_type in GENERATION_ORDER:
            content = load_content(artifact_type, PLAIN[artifact_type])
            assert content.language == "en"
            assert "_language" not in content.model_dump(mode="json")

    def test_german_survives_storing(self, german: Project) -> None:
        assert set(languages(german).values()) == {"de"}

    def test_a_document_keeps_its_language_until_it_is_written_again(self, german: Project) -> None:
        Project.objects.filter(pk=german.pk).update(language="en")
        assert set(languages(german).values()) == {"de"}
        write_claim(claim_all(german, [ArtifactType.HOW_IT_WORKS]), runner=StubRunner())
        assert languages(german) == {
            **dict.fromkeys(GENERATION_ORDER, "de"),
            ArtifactType.HOW_IT_WORKS: "en",
        }

    def test_going_back_to_the_version_before_takes_its_language_along(
        self, german: Project
    ) -> None:
        Project.objects.filter(pk=german.pk).update(language="en")
        write_claim(claim_all(german, [BRIEF]), runner=StubRunner())
        row = german.artifacts.get(artifact_type="brief")
        restore_previous(row, base=row.content_version, editor=german.owner)
        assert languages(german)[BRIEF] == "de"
        assert "_language" not in (Artifact.objects.get(pk=row.pk).previous_content or {})

    def test_an_edit_changes_no_language(self, german: Project) -> None:
        row = german.artifacts.get(artifact_type="brief")
        base = fingerprint("Owners of small shops.")
        edit_section(
            row,
            section="target_user",
            value="X",
            base=base,
            editor=german.owner,
            tier=Tier.CTO_SCALE,
        )
        assert languages(german)[BRIEF] == "de"

    def test_a_proposal_has_the_language_that_it_was_written_in(self, german: Project) -> None:
        self.test_an_edit_changes_no_language(german)
        Project.objects.filter(pk=german.pk).update(language="en")
        write_claim(claim_all(german, [BRIEF], edits=Edits.REVIEW), runner=StubRunner())
        proposal = read_proposal(german.artifacts.get(artifact_type="brief"))
        assert proposal is not None
        assert (proposal.content.language, languages(german)[BRIEF]) == ("en", "de")
