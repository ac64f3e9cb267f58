"""The codes on tags and doors lead to exactly their own address: read back from the paper that a school prints.

No reader of codes by others stands behind this: it compares every module with the code of the address.
"""

from datetime import datetime
from pathlib import Path

import pytest
from django.urls import reverse

from keyzer.permits.actions import walls
from keyzer.permits.models import WallLink
from tests.cast import NOW, Cast, browser_of
from tests.rooms.custody.world import record, take
from tests.rooms.permits.world import ring
from tests.rooms.printing.codes import code_of, printed_code

HERE = "http://testserver"


def test_the_tag_of_a_device_leads_to_its_record(cast: Cast, school_morning: datetime, tmp_path: Path) -> None:
    custody = take(cast, school_morning)
    paper = browser_of(cast.teacher).get(reverse("custody:tag", args=[custody])).content
    code = code_of(HERE + reverse("custody:tag-address", args=[record(cast, custody).secret]))
    assert printed_code(paper, tmp_path, len(code)) == code


@pytest.mark.article("leerlingen-7")
def test_the_sheet_on_a_door_leads_to_its_page(cast: Cast, school_morning: datetime, tmp_path: Path) -> None:
    ring(cast)
    wall = walls.hang(school_class=None, room="114", by=cast.mentor, at=NOW)
    paper = browser_of(cast.teacher).get(reverse("permits:wall-sheet", args=[wall])).content
    code = code_of(HERE + reverse("permits:wall-room", args=[WallLink.objects.get(id=wall).token]))
    assert printed_code(paper, tmp_path, len(code)) == code
