"""Lists that are printed to sign by hand."""

import django.db.models.deletion
from django.db import migrations, models

import keyzer.kit.ids


class Migration(migrations.Migration):
    dependencies = [
        ("acknowledgements", "0003_what_was_said_stays"),
        ("people", "0003_classes_at_a_location"),
    ]

    operations = [
        migrations.CreateModel(
            name="PaperList",
            fields=[
                ("id", models.UUIDField(default=keyzer.kit.ids.new_id, primary_key=True, serialize=False)),
                ("token", models.CharField(max_length=24, unique=True)),
                ("households", models.BooleanField()),
                ("edition", models.CharField(max_length=60)),
                ("edition_digest", models.CharField(max_length=64)),
                ("document_digest", models.CharField(blank=True, max_length=64)),
                ("language", models.CharField(max_length=8)),
                ("made_at", models.DateTimeField()),
                ("stream", models.UUIDField()),
                (
                    "by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                    ),
                ),
                (
                    "school_class",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.schoolclass"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PaperLine",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField()),
                ("household", models.PositiveSmallIntegerField(default=0)),
                ("audience", models.CharField(max_length=20)),
                (
                    "on_behalf_of",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="people.person",
                    ),
                ),
                (
                    "signer",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="people.person",
                    ),
                ),
                (
                    "paper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="lines",
                        to="acknowledgements.paperlist",
                    ),
                ),
            ],
            options={
                "ordering": ("number",),
                "constraints": [models.UniqueConstraint(fields=("paper", "number"), name="one_line_a_number")],
            },
        ),
    ]
