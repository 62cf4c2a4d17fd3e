"""The index of what did not end as usual has what was postponed, too."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("artifacts", "0027_assumption_tests"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="generationattempt",
            name="attempt_unusual_outcome",
        ),
        migrations.AddIndex(
            model_name="generationattempt",
            index=models.Index(
                fields=["outcome", "-created_at", "-id"],
                name="attempt_unusual_outcome",
                condition=models.Q(
                    outcome__in=[
                        "open",
                        "proposed",
                        "failed",
                        "postponed",
                        "skipped",
                        "abandoned",
                        "cancelled",
                    ]
                ),
            ),
        ),
    ]
