"""Say of existing rows which version their contents are, and that their interviews are over."""

from django.db import migrations
from django.db.models import F


def fill(apps, schema_editor):
    artifacts = apps.get_model("artifacts", "Artifact").objects.using(schema_editor.connection.alias)
    artifacts.filter(version_number__gt=0).update(content_version=F("version_number"))
    artifacts.filter(version_number__gt=1, previous_content__isnull=False).update(
        previous_version=F("version_number") - 1
    )
    apps.get_model("artifacts", "Project").objects.using(schema_editor.connection.alias).update(
        interviewed_at=F("created_at")
    )


class Migration(migrations.Migration):
    dependencies = [("artifacts", "0002_founder_pages")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
