"""Reviews of exemptions are looked for by their day alone: also those whose granter has left."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("permits", "0003_agreements_to_review"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="exemption",
            name="exemption_to_review",
        ),
        migrations.AddIndex(
            model_name="exemption",
            index=models.Index(
                condition=models.Q(("ended_at", None)), fields=["review_on"], name="exemption_review_day"
            ),
        ),
    ]
