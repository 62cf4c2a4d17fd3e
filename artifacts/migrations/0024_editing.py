from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("artifacts", "0023_preferences")]

    operations = [
        migrations.AddField(
            model_name="artifact",
            name="still_fits",
            field=models.JSONField(
                blank=True, db_default=models.Value({}, models.JSONField()), default=dict
            ),
        ),
    ]
