"""From here on the database itself refuses to change or remove what was recorded."""

from django.db import migrations

from keyzer.kit.append_only import refuse


class Migration(migrations.Migration):
    dependencies = [("ledger", "0001_initial")]
    operations = [
        refuse("ledger_event", "update", "delete"),
        refuse("ledger_stream", "delete"),
        refuse("ledger_access", "update", "delete"),
    ]
