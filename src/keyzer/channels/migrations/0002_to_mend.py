"""Whether an account was found not to be right."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("channels", "0001_accounts"),
    ]

    operations = [
        migrations.AddField(
            model_name="account",
            name="to_mend",
            field=models.BooleanField(default=False),
        ),
    ]
