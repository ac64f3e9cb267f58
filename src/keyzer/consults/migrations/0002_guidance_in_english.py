"""Guidance in English beside the Dutch."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("consults", "0001_consults"),
    ]

    operations = [
        migrations.AddField(
            model_name="guidance",
            name="answer_en",
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name="guidance",
            name="question_en",
            field=models.CharField(blank=True, max_length=300),
        ),
    ]
