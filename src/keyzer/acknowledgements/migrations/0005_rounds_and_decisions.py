"""Reminders that go by themselves, and what the school decides about a refusal."""

import django.db.models.deletion
from django.db import migrations, models

import keyzer.kit.ids
from keyzer.kit.append_only import refuse


class Migration(migrations.Migration):
    dependencies = [
        ("acknowledgements", "0004_paper_lists"),
        ("people", "0003_classes_at_a_location"),
    ]

    operations = [
        migrations.AddField(
            model_name="reminder",
            name="asked_on",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="reminder",
            name="edition",
            field=models.CharField(blank=True, max_length=60),
        ),
        migrations.AddField(
            model_name="reminder",
            name="owed",
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="reminder",
            name="times",
            field=models.PositiveSmallIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="reminder",
            name="tried_on",
            field=models.DateField(null=True),
        ),
        migrations.AlterField(
            model_name="reminder",
            name="at",
            field=models.DateTimeField(null=True),
        ),
        migrations.CreateModel(
            name="RefusalDecision",
            fields=[
                ("id", models.UUIDField(default=keyzer.kit.ids.new_id, primary_key=True, serialize=False)),
                ("at", models.DateTimeField()),
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
                    "signature",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decisions",
                        to="acknowledgements.signature",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Reminding",
            fields=[
                ("id", models.PositiveSmallIntegerField(default=1, primary_key=True, serialize=False)),
                ("stream", models.UUIDField(unique=True)),
                ("done_on", models.DateField(null=True)),
            ],
            options={
                "constraints": [models.CheckConstraint(condition=models.Q(("id", 1)), name="one_history_of_reminders")],
            },
        ),
        refuse("acknowledgements_refusaldecision", "update", "delete"),
    ]
