from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("artifacts", "0010_postponements"),
    ]

    operations = [
        migrations.AddField(
            model_name="project",
            name="interview_questions",
            field=models.JSONField(blank=True, default=dict),
        ),
    ]
