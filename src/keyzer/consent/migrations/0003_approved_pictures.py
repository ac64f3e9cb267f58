"""Pictures that the answer to a consult approved."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("consent", "0002_links_to_choose"),
    ]

    operations = [
        migrations.AddField(
            model_name="publishedpicture",
            name="consult",
            field=models.UUIDField(null=True),
        ),
    ]
