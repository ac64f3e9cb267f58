"""Days with short lessons become a kind of day by name, of which a school can have several."""

from datetime import date
from typing import Any

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

NAME, NORMAL = "Verkort rooster", ""


def name_the_short_days(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    """Write the settings of bells as they are read from now on."""
    for school in apps.get_model("people", "School").objects.all():
        if any(name.startswith("bells_") for name in school.settings):
            school.settings = _named(dict(school.settings))
            school.save(update_fields=["settings"])


def _named(settings: dict[str, Any]) -> dict[str, Any]:
    lessons = settings.pop("bells_short", [])
    weekdays = [int(day) for day in settings.pop("bells_short_weekdays", [])]
    others = settings.pop("bells_other_days", [])
    if not lessons:
        return settings
    days = [[day, NORMAL if date.fromisoformat(day).isoweekday() in weekdays else NAME] for day in others]
    weekly = [[day, NAME] for day in weekdays]
    return {**settings, "bells_other": [[NAME, lessons]], "bells_days": [*weekly, *days]}


class Migration(migrations.Migration):
    dependencies = (("people", "0004_absences"),)

    operations = (migrations.RunPython(name_the_short_days, migrations.RunPython.noop),)
