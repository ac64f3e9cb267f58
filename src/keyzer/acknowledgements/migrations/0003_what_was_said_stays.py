"""From here on the database itself refuses to change what was signed; a row can only end."""

from django.db import migrations

from keyzer.kit.append_only import refuse, refuse_change

SIGNATURE = "acknowledgements_signature"
SAID = (
    "signer_id",
    "on_behalf_of_id",
    "audience",
    "edition",
    "edition_digest",
    "document_digest",
    "at",
    "state",
    "stream",
)


class Migration(migrations.Migration):
    dependencies = [("acknowledgements", "0002_links_and_reminders")]
    operations = [
        *(refuse_change(SIGNATURE, column) for column in SAID),
        refuse("acknowledgements_adopteddocument", "update", "delete"),
    ]
