"""A text looked at before it is posted, on one core: what people of a demo school write, short and long.

`python -m bench.drafts FOLDER` measures in a process of its own, for Django serves one school a process.
"""

# ruff: noqa: PLC0415 -- Django must be set up before the rooms are imported

import json
import os
import subprocess
import sys
from pathlib import Path

import django

from .figures import Figure, milliseconds, ratio

GOALS = {280: 30.0, 5_000: 400.0}
"""Milliseconds that a check may take, by the length of the text in characters."""
TALK = (
    "Hoi allemaal, morgen hebben we pas het tweede uur les. Neem je boek van wiskunde mee en 2 euro voor de kantine. "
    "Bel me op 06-12345678 als je het lokaal niet kunt vinden, of kom naar de Dorpsstraat 12, 1234 AB Teststad. "
    "Ik vond de film gisteren echt leuk, wie gaat er volgende week weer mee? Groetjes van Noor en Sem uit 2B. "
)


def figures(folder: Path) -> list[Figure]:
    """The whole check of a text: personal data, names of the roster, and language."""
    command = (sys.executable, "-m", "bench.drafts", str(folder))
    told = subprocess.run(command, check=True, capture_output=True, text=True)
    return [Figure(*line) for line in json.loads(told.stdout)]


def main(folder: Path) -> None:
    """Look at texts in the school in `folder` and print the figures as JSON."""
    os.environ |= {"KEYZER_DATA": str(folder), "KEYZER_DEMO": "1", "DJANGO_SETTINGS_MODULE": "keyzer.config.settings"}
    django.setup()
    print(json.dumps([_measured(length, goal) for length, goal in GOALS.items()]))


def _measured(length: int, goal: float) -> Figure:
    from keyzer.check.draft import Writer, look
    from keyzer.kit import clock
    from keyzer.people import queries as people

    draft = (TALK * (length // len(TALK) + 1))[:length]
    marks = people.name_marks(clock.today())
    writer = Writer((), people.school().name)
    look(draft, writer, marks)
    took = milliseconds(lambda: look(draft, writer, marks), times=max(1, 2_000 // length), rounds=5)
    return Figure(f"check of {length:,} characters", f"{took:.1f} ms", f"goal: {goal:.0f} ms", ratio(took, goal))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
