from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("artifacts", "0004_lower_emails")]

    operations = [
        migrations.AddField(
            model_name="artifact",
            name="findings",
            field=models.JSONField(blank=True, default=dict),
        ),
        migrations.AddField(
            model_name="project",
            name="ignored_findings",
            field=models.JSONField(blank=True, default=dict),
        ),
    ]
