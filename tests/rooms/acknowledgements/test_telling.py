"""A case says of its subject whether the protocol had been signed, and which edition."""

from datetime import datetime, timedelta
from uuid import uuid4

import pytest

from keyzer import protocol
from keyzer.acknowledgements import actions
from keyzer.acknowledgements.actions import Asked, How
from keyzer.acknowledgements.models import Signature
from keyzer.acknowledgements.telling import signed_phrase
from keyzer.protocol import Audience
from tests.cast import NOW, TODAY, Cast, browser_of
from tests.rooms.cases.world import open_case


def sign(cast: Cast, at: datetime) -> None:
    own = Asked(cast.subject, cast.subject, Audience.LEERLING)
    actions.sign(own, edition=protocol.current().id, language="nl", how=How.SCREEN, by=cast.subject, at=at)


@pytest.mark.article("leerlingen-3", "reikwijdte-1")
def test_the_page_of_a_case_says_what_its_subject_had_signed(cast: Cast, school_morning: datetime) -> None:
    case = open_case(cast, school_morning)
    browser = browser_of(cast.coordinator)
    assert "had op 23 november 2026 het protocol niet getekend" in browser.get(f"/zaken/{case}/").text
    sign(cast, NOW - timedelta(days=80))
    assert "tekende op 4 september 2026 het protocol van 1 augustus 2026" in browser.get(f"/zaken/{case}/").text


def test_what_was_refused_taken_back_or_of_another_edition_is_told_as_such(cast: Cast) -> None:
    own = Asked(cast.subject, cast.subject, Audience.LEERLING)
    given = {"edition": protocol.current().id, "language": "nl", "how": How.SCREEN, "by": cast.subject}
    actions.refuse(own, reason="Nee.", at=NOW - timedelta(days=3), **given)  # type: ignore[arg-type]
    assert (
        signed_phrase(cast.subject, TODAY) == "zei op 20 november 2026 het protocol van 1 augustus 2026 niet te tekenen"
    )
    sign(cast, NOW - timedelta(days=2))
    actions.withdraw(own, reason="", how=How.SCREEN, by=cast.subject, at=NOW)
    assert signed_phrase(cast.subject, TODAY - timedelta(days=1)).startswith("tekende op 21 november 2026")
    assert signed_phrase(cast.subject, TODAY).startswith("nam de handtekening")
    older = Signature.objects.order_by("-id")[0]
    older.id, older.edition, older.state = uuid4(), "de-keyzer-2019-08-01", "signed"
    older.at += timedelta(minutes=1)
    older.save(force_insert=True)
    assert "van de-keyzer-2019-08-01, niet dat wat toen gold" in signed_phrase(cast.subject, TODAY)
