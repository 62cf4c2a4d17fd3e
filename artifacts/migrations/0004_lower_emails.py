"""Addresses in lower case, as they are looked up at sign-in. `user_email_unique` says that no two become one."""

from django.db import migrations
from django.db.models.functions import Lower


def lower_emails(apps, schema_editor):
    apps.get_model("artifacts", "User").objects.update(email=Lower("email"))


class Migration(migrations.Migration):
    dependencies = [("artifacts", "0003_fill_versions")]
    operations = [migrations.RunPython(lower_emails, migrations.RunPython.noop)]
