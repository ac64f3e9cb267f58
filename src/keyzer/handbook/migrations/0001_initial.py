"""The table of what people asked about an article."""

import django.db.models.deletion
from django.db import migrations, models

import keyzer.kit.ids


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("people", "0003_classes_at_a_location"),
    ]

    operations = [
        migrations.CreateModel(
            name="AskedQuestion",
            fields=[
                ("id", models.UUIDField(default=keyzer.kit.ids.new_id, primary_key=True, serialize=False)),
                ("article", models.CharField(max_length=60)),
                ("question_nl", models.CharField(max_length=300)),
                ("answer_nl", models.TextField()),
                ("question_en", models.CharField(blank=True, max_length=300)),
                ("answer_en", models.TextField(blank=True)),
                ("published_at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["article", "-id"], name="asked_about_article")],
            },
        ),
    ]
