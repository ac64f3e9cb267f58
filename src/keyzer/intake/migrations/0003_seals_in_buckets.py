from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("intake", "0002_ways_to_report"),
    ]

    operations = [
        migrations.AddField(
            model_name="seal",
            name="bucket",
            field=models.PositiveSmallIntegerField(db_index=True, default=0),
            preserve_default=False,
        ),
    ]
