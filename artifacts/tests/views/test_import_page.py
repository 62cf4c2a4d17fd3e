"""An edited export comes back through the page: shown, chosen, taken over, and nothing lost on the
way.
"""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from artifacts.importing import MAX_BYTES
from artifacts.models import Artifact, Project
from artifacts.schemas import ArtifactType
from artifacts.tests.importing.test_importing import exported, value
from artifacts.tests.support.factories import make_project, make_user
from artifacts.tiers import Tier

pytestmark = pytest.mark.django_db

HOSTILE = '</textarea><script>alert("x")</script>'


@pytest.fixture
def project() -> Project:
    return make_project(make_user(Tier.CTO_SCALE), written=True)


@pytest.fixture
def client(project: Project) -> Client:
    client = Client()
    client.force_login(project.owner)
    return client


def address(project: Project) -> str:
    return reverse("project_import", args=[project.pk])


def upload(client: Client, project: Project, data: bytes) -> Any:
    return client.post(address(project), {"file": SimpleUploadedFile("a.md", data)})


def decide(client: Client, project: Project, text: str, shown: str, *keys: str) -> Any:
    bases = dict(re.findall(r'name="(base-[^"]+)" value="([^"]+)"', shown))
    return client.post(address(project), {"text": text, "decide": "yes", "take": keys, **bases})


def edited(project: Project) -> str:
    text = exported(project).replace("Owners of small shops.", f"Owners of kiosks {HOSTILE}")
    return text.replace("- Invoices", "- Bills")


def test_the_export_page_leads_here(client: Client, project: Project) -> None:
    assert (
        address(project)
        in client.get(reverse("project_export", args=[project.pk])).content.decode()
    )
    assert "Show the differences" in client.get(address(project)).content.decode()


def test_a_file_without_a_change_says_so(client: Client, project: Project) -> None:
    shown = upload(
        client, project, b"\xef\xbb\xbf" + exported(project).replace("\n", "\r\n").encode()
    )
    assert shown.status_code == 200
    assert "No difference" in shown.content.decode()


def test_a_file_with_none_of_the_sections_is_not_said_to_be_the_same(
    client: Client, project: Project
) -> None:
    shown = upload(client, project, b"Shopping: milk, bread").content.decode()
    assert "Nothing to compare" in shown
    assert "No difference" not in shown
    assert "Shopping: milk, bread" in shown


def test_chosen_changes_are_taken_over_and_the_rest_is_shown_again(
    client: Client, project: Project
) -> None:
    text = edited(project)
    shown = upload(client, project, text.encode()).content.decode()
    assert HOSTILE not in shown
    assert value(project, ArtifactType.MVP_SCOPE, "out_of_scope") == ["Invoices"]
    response = decide(client, project, text, shown, "mvp_scope.out_of_scope")
    rest = response.content.decode()
    assert response.status_code == 200
    assert "1 change is taken over." in rest
    assert 'value="brief.target_user"' in rest
    assert 'value="mvp_scope.out_of_scope"' not in rest
    assert value(project, ArtifactType.MVP_SCOPE, "out_of_scope") == ["Bills"]
    last = decide(client, project, text, rest, "brief.target_user")
    assert last["Location"] == reverse("project_detail", args=[project.pk])
    assert value(project, ArtifactType.BRIEF, "target_user") == f"Owners of kiosks {HOSTILE}"


def test_a_conflict_changes_nothing_and_shows_the_file_beside_the_current_text(
    client: Client, project: Project
) -> None:
    text = edited(project)
    shown = upload(client, project, text.encode()).content.decode()
    row = Artifact.objects.get(project=project, artifact_type="brief")
    assert row.current_content is not None
    row.current_content["target_user"] = "Bakers."
    row.save(update_fields=["current_content"])
    response = decide(client, project, text, shown, "brief.target_user", "mvp_scope.out_of_scope")
    again = response.content.decode()
    assert response.status_code == 409
    assert "Bakers." in again
    assert "kiosks" in again
    assert value(project, ArtifactType.BRIEF, "target_user") == "Bakers."
    assert value(project, ArtifactType.MVP_SCOPE, "out_of_scope") == ["Bills"]
    assert decide(client, project, text, again, "brief.target_user").status_code == 302


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"a\0b", "NUL characters"),
        ("é".encode("latin-1"), "not text in UTF-8"),
        (b"", "is empty"),
        (b"a" * (MAX_BYTES + 1), "larger than 2"),
    ],
)
def test_what_is_no_export_is_refused_in_words(
    client: Client, project: Project, data: bytes, words: str
) -> None:
    response = upload(client, project, data)
    assert response.status_code == 422
    assert words in response.content.decode()


def test_nothing_sent_and_a_text_without_sections_are_told(
    client: Client, project: Project
) -> None:
    assert client.post(address(project), {}).status_code == 422
    assert client.post(address(project), {"text": "a\0b"}).status_code == 422
    assert client.post(address(project), {"text": "Only words."}).status_code == 200


def test_text_that_belongs_nowhere_is_there_to_copy(client: Client, project: Project) -> None:
    shown = upload(
        client, project, f"{exported(project)}\n## Ours\n\nOur own words\n".encode()
    ).content.decode()
    assert "Our own words" in shown
    assert "This heading belongs to no section" in shown


def test_pasted_text_waits_for_who_was_signed_out(client: Client, project: Project) -> None:
    client.get(address(project))
    del client.cookies["sessionid"]
    client.post(address(project), {"text": "Pasted words."})
    client.force_login(project.owner)
    assert "Pasted words." in client.get(address(project)).content.decode()


def test_it_takes_few_queries(
    client: Client, project: Project, django_assert_max_num_queries: Any
) -> None:
    text = edited(project)
    with django_assert_max_num_queries(8):
        upload(client, project, text.encode())


def test_a_project_without_documents_says_so(client: Client, project: Project) -> None:
    empty = make_project(project.owner)
    assert (
        "there is nothing that a file could change" in client.get(address(empty)).content.decode()
    )
    assert client.post(address(empty), {"text": exported(project)}).status_code == 200


def test_what_is_locked_stays_unsaid() -> None:
    project = make_project(make_user(Tier.BOOTSTRAPPER), written=True)
    client = Client()
    client.force_login(project.owner)
    text = f'{exported(project)}\n### <a id="brief.market_analysis"></a>Market analysis\n\nMine.\n'
    shown = upload(client, project, text.encode()).content.decode()
    assert "SECRET" not in shown
    assert "Mine." in shown


def run(project: Project, file: Path, **options: Any) -> str:
    out = io.StringIO()
    call_command("import_markdown", str(project.pk), str(file), stdout=out, stderr=out, **options)
    return out.getvalue()


def test_the_command_takes_over_what_fits(project: Project, tmp_path: Path) -> None:
    file = tmp_path / "edited.md"
    file.write_text(edited(project) + "\n## Ours\n\nOur own words\n")
    said = run(project, file, dry_run=True)
    assert "text: brief.target_user" in said
    assert "Our own words" in said
    assert value(project, ArtifactType.MVP_SCOPE, "out_of_scope") == ["Invoices"]
    assert "2 changes were taken over." in run(project, file)
    assert value(project, ArtifactType.MVP_SCOPE, "out_of_scope") == ["Bills"]
    assert "0 changes were taken over." in run(project, file)


def test_the_command_refuses_a_file_of_another_project(project: Project, tmp_path: Path) -> None:
    file = tmp_path / "edited.md"
    file.write_text(edited(make_project(make_user(Tier.CTO_SCALE), written=True)))
    with pytest.raises(CommandError, match="of another project"):
        run(project, file)
    with pytest.raises(CommandError, match="Could not read"):
        run(project, tmp_path / "nothing.md")
    file.write_bytes(b"a\0")
    with pytest.raises(CommandError, match="NUL"):
        run(project, file)


def test_the_command_refuses_a_file_that_does_not_say_where_it_comes_from(
    project: Project, tmp_path: Path
) -> None:
    file = tmp_path / "edited.md"
    file.write_text(edited(project).rpartition("---\n\n")[2])
    with pytest.raises(CommandError, match="does not say which project"):
        run(project, file)
    assert value(project, ArtifactType.MVP_SCOPE, "out_of_scope") == ["Invoices"]


def shortened(project: Project) -> str:
    return re.sub(
        r'^#### <a id="F-2">.*?(?=^#)', "", exported(project), flags=re.DOTALL | re.MULTILINE
    )


def test_many_deletions_have_to_be_confirmed(client: Client, project: Project) -> None:
    text, key = (
        shortened(project).replace("Owners of small shops.", "Kiosks."),
        "mvp_scope.core_features.F-2",
    )
    shown = upload(client, project, text.encode()).content.decode()
    assert "This deletes 1 of the 4 items and entries of MVP Scope." in shown
    refused = decide(client, project, text, shown, key, "brief.target_user")
    again = refused.content.decode()
    assert refused.status_code == 422
    assert "Nothing was taken over yet." in again
    assert re.search(rf'value="{key}"[^>]* checked', again)
    assert [f.id for f in value(project, ArtifactType.MVP_SCOPE, "core_features")] == ["F-1", "F-2"]
    assert value(project, ArtifactType.BRIEF, "target_user") == "Owners of small shops."
    bases = dict(re.findall(r'name="(base-[^"]+)" value="([^"]+)"', again))
    sent = {
        "text": text,
        "decide": "yes",
        "take": [key, "brief.target_user"],
        "allow_deletions": "yes",
        **bases,
    }
    assert client.post(address(project), sent).status_code == 302
    assert [f.id for f in value(project, ArtifactType.MVP_SCOPE, "core_features")] == ["F-1"]


def test_few_deletions_are_not_asked_about(client: Client, project: Project) -> None:
    shown = upload(client, project, edited(project).encode()).content.decode()
    assert "allow_deletions" not in shown


def test_the_command_deletes_much_only_when_told_to(project: Project, tmp_path: Path) -> None:
    file = tmp_path / "edited.md"
    file.write_text(shortened(project))
    assert "with --allow-deletions only" in run(project, file, dry_run=True)
    with pytest.raises(CommandError, match=r"This deletes 1 of the 4 .* Nothing was changed"):
        run(project, file)
    assert len(value(project, ArtifactType.MVP_SCOPE, "core_features")) == 2
    assert "1 changes were taken over." in run(project, file, allow_deletions=True)
    assert len(value(project, ArtifactType.MVP_SCOPE, "core_features")) == 1


def test_the_command_deletes_nothing_that_an_editor_wrote_as_a_paragraph(
    project: Project, tmp_path: Path
) -> None:
    file = tmp_path / "edited.md"
    file.write_text(re.sub(r"^#### ", "", exported(project), flags=re.MULTILINE))
    assert "0 changes were taken over." in run(project, file)
