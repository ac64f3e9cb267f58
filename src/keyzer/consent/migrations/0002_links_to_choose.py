"""Links by which a guardian without an account chooses."""

import django.db.models.deletion
from django.db import migrations, models

import keyzer.kit.ids


class Migration(migrations.Migration):
    dependencies = [
        ("consent", "0001_initial"),
        ("people", "0005_kinds_of_days"),
    ]

    operations = [
        migrations.AlterField(
            model_name="answer",
            name="how",
            field=models.CharField(
                choices=[("screen", "screen"), ("link", "link"), ("import", "import")], max_length=10
            ),
        ),
        migrations.CreateModel(
            name="ConsentLink",
            fields=[
                ("id", models.UUIDField(default=keyzer.kit.ids.new_id, primary_key=True, serialize=False)),
                ("made_at", models.DateTimeField()),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
            ],
        ),
    ]
