"""Rooms go by the edition that holds on a day, never by the newest that lies there."""

from keyzer.protocol import load
from tests.architecture.reading import PACKAGE, nothing_found, place


def test_no_room_takes_an_edition_before_its_day() -> None:
    name = f"{load.current.__name__}()"
    rooms = [file for file in PACKAGE.rglob("*.py") if (PACKAGE / "protocol") not in file.parents]
    nothing_found(
        f"{place(file, number)}: `{name}` may not hold yet: take `in_force` with the day that counts"
        for file in rooms
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1)
        if f"protocol.{name}" in line
    )
