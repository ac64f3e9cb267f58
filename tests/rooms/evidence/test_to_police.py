"""What is locked away goes to the police unopened: sealed, taken, and kept or erased on their word."""

import hashlib
import re
import subprocess
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from uuid import UUID

import pytest
from django.test import Client

from keyzer.evidence import actions, queries
from keyzer.evidence.actions import NotHanded, NotLocked
from keyzer.evidence.events import HandedToPolice
from keyzer.ledger import queries as ledger
from keyzer.ledger.files import FileProblem, place_of
from tests.cast import NOW, Cast
from tests.on_disk import alter
from tests.rooms.evidence import test_pages
from tests.rooms.evidence.conftest import Keep, picture
from tests.rooms.evidence.room_above import STREAM

pytestmark = [pytest.mark.urls("tests.rooms.evidence.room_above"), pytest.mark.article("leerlingen-10")]
SignIn = Callable[[UUID], Client]
Callback = Callable[..., AbstractContextManager[object]]
above, stream = test_pages.above, test_pages.stream
CONTENT = picture(400)
SEAL = {"do": "seal", "number": "PL0600-2026123", "to": "Team Zeden"}
HANDED = {"do": "handed", "number": "PL0600-2026123", "to": "Team Zeden", "on": "2026-11-23"}
SAID = {"do": "said", "who": "Team Zeden", "on": "2026-11-23"}


@pytest.fixture
def locked(cast: Cast, keep: Keep) -> UUID:
    """A picture that nobody may look at."""
    item = keep(CONTENT, "strand.jpg").item
    actions.quarantine(item, "seksueel beeld", by=cast.coordinator, at=NOW)
    return item


def view(item: UUID) -> queries.ItemView:
    found = queries.item(STREAM, item)
    assert found is not None
    return found


def address(item: UUID) -> str:
    return f"/above/{STREAM}/bewijs/{item}/politie/"


def opened(archive: Path, phrase: str) -> subprocess.CompletedProcess[str]:
    """What a tool that is not ours makes of it."""
    command = ["7zz", "x", "-y", f"-p{phrase}", f"-o{archive.parent / 'uit'}", str(archive)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_stock_tools_open_the_sealed_copy_with_the_phrase_alone(
    cast: Cast, sign_in: SignIn, locked: UUID, school_morning: datetime, tmp_path: Path, evidence_folder: Path
) -> None:
    browser = sign_in(cast.coordinator)
    assert browser.post(address(locked), {"do": "seal", "number": "", "to": ""}).status_code == 422
    shown = browser.post(address(locked), SEAL)
    assert shown.headers["Cache-Control"] == "no-store"
    [phrase] = re.findall(r'class="pass-phrase">([\d ]+)<', shown.content.decode())
    assert phrase not in browser.get(address(locked)).content.decode()
    answer = browser.post(address(locked), {"do": "fetch"})
    assert answer.headers["Cache-Control"] == "no-store"
    zipped = tmp_path / "verzegeld.zip"
    zipped.write_bytes(answer.getvalue())
    assert CONTENT[100:200] not in zipped.read_bytes()
    assert "Wrong password" in opened(zipped, "0000" * 8).stderr
    assert opened(zipped, phrase.replace(" ", "")).returncode == 0
    assert (tmp_path / "uit" / "bewijs.jpg").read_bytes() == CONTENT
    subprocess.run(["sha256sum", "--strict", "-c", "SHA256SUMS"], cwd=tmp_path / "uit", check=True)
    sealing = view(locked).sealing
    assert sealing is not None
    assert sealing.told.sha256 == hashlib.sha256(zipped.read_bytes()).hexdigest()
    assert [by for by, _at in sealing.fetched] == [cast.coordinator]
    assert [one.by for one in ledger.access_to("evidence-sealed", str(locked))] == [cast.coordinator]
    assert all(CONTENT[100:200] not in place.read_bytes() for place in evidence_folder.iterdir())


def test_a_new_copy_takes_the_place_of_the_old_one_and_goes_once_the_police_have_it(
    cast: Cast, locked: UUID, stream: UUID, django_capture_on_commit_callbacks: Callback
) -> None:
    phrases = [
        actions.seal_for_police(locked, number="1", to="Team Zeden", by=cast.director, at=NOW) for _twice in range(2)
    ]
    assert len(set(phrases)) == 2
    sealing = view(locked).sealing
    assert sealing is not None
    handed = HandedToPolice(number="1", on=NOW.date(), to="Team Zeden")
    with django_capture_on_commit_callbacks(execute=True):
        actions.hand_to_police(locked, handed, by=cast.director, at=NOW)
    assert not place_of(sealing.told.file).exists()
    assert place_of(locked).exists()


def test_the_file_is_erased_only_after_the_police_took_it_and_said_so(
    cast: Cast,
    sign_in: SignIn,
    locked: UUID,
    school_morning: datetime,
    django_capture_on_commit_callbacks: Callback,
) -> None:
    browser = sign_in(cast.coordinator)
    with pytest.raises(NotHanded):
        actions.note_police_said(locked, who="x", on=NOW.date(), erase=True, by=cast.director, at=NOW)
    assert browser.post(address(locked), HANDED).status_code == 302
    browser.post(address(locked), {**SAID, "said": "keep"})
    assert place_of(locked).exists()
    with django_capture_on_commit_callbacks(execute=True):
        browser.post(address(locked), {**SAID, "said": "erase"})
    found = view(locked)
    assert (found.is_erased, place_of(locked).exists()) == (True, False)
    assert found.sha256 == hashlib.sha256(CONTENT).hexdigest()
    assert "Het bestand is gewist" in browser.get(address(locked)).content.decode()
    with pytest.raises(FileProblem):
        actions.seal_for_police(locked, number="1", to="x", by=cast.director, at=NOW)


def test_what_is_open_is_not_sealed_and_who_may_not_hand_over_finds_no_page(
    cast: Cast, sign_in: SignIn, keep: Keep, stream: UUID, school_morning: datetime
) -> None:
    item = keep(CONTENT, "a.jpg").item
    assert sign_in(cast.coordinator).get(address(item)).status_code == 404
    with pytest.raises(NotLocked):
        actions.seal_for_police(item, number="1", to="x", by=cast.director, at=NOW)


def test_an_altered_file_is_never_sealed(cast: Cast, locked: UUID, stream: UUID) -> None:
    place = place_of(locked)
    alter(place)
    with pytest.raises(FileProblem):
        actions.seal_for_police(locked, number="1", to="x", by=cast.director, at=NOW)
