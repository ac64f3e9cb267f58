"""From here on a real school can't be turned into a demo, nor a demo into a school, nor either be swapped out."""

from django.db import migrations

from keyzer.kit.append_only import refuse, refuse_change


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial")]
    operations = [refuse_change("people_school", "demo"), refuse("people_school", "delete")]
