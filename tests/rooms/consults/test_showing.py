"""Who can be recognised in a picture that is asked about, and that it is found again when somebody withdraws."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from django.conf import settings

from keyzer.consent import actions as consent
from keyzer.consent import queries as consent_queries
from keyzer.consent.models import PublishedPicture
from keyzer.consent.words import Refused as NotShown
from keyzer.consults import actions, queries
from keyzer.consults.refusals import Refused
from keyzer.protocol import ConsultAct, ConsultAnswer, ConsultShows, ImagePurpose, ImageSaid
from tests.cast import NOW, TODAY, Cast, browser_of
from tests.rooms.consults.test_pages import ASK, SAID, only, png
from tests.rooms.consults.world import answer, ask, viewer

pytestmark = [pytest.mark.article("personeel-1", "personeel-6"), pytest.mark.usefixtures("school_morning")]
SOCIAL = ImagePurpose.SOCIALE_MEDIA


@pytest.fixture(autouse=True)
def folder(tmp_path: Path) -> Iterator[None]:
    """Pictures lie in a folder that is thrown away."""
    before = settings.KEYZER_EVIDENCE
    settings.KEYZER_EVIDENCE = tmp_path / "evidence"
    yield
    settings.KEYZER_EVIDENCE = before


@pytest.fixture
def asked(cast: Cast) -> UUID:
    """Charlie asks about a picture, and both parents of the subject have said yes to social media."""
    for guardian in (cast.guardian, cast.second_guardian):
        consent.answer(cast.subject, SOCIAL, ImageSaid.YES, by=guardian, at=NOW)
    browser_of(cast.charlie).post(ASK, {**SAID, "evidence": png()})
    return only()


def tell(consult: UUID, by: UUID, *persons: UUID, seen: int = 1) -> None:
    told = ConsultShows(persons=tuple(map(str, persons)), purpose=SOCIAL)
    actions.tell_who(consult, told, seen=seen, by=viewer(by), at=NOW)


def registered() -> list[tuple[str, UUID, set[UUID]]]:
    rows = PublishedPicture.objects.all()
    return [(row.place, row.by_id, set(row.shown.values_list("person_id", flat=True))) for row in rows]


def test_what_is_approved_is_found_when_somebody_withdraws(cast: Cast, asked: UUID) -> None:
    tell(asked, cast.charlie, cast.subject)
    assert not PublishedPicture.objects.exists()
    answer(asked, cast.teamleider, seen=2)
    found = queries.page(viewer(cast.charlie), asked)
    assert found is not None
    assert registered() == [(f"Instagram · @gym ({found.code})", cast.charlie, {cast.subject})]
    assert [one.place for one in consent_queries.showing(cast.subject)] == [registered()[0][0]]
    consent.answer(cast.subject, SOCIAL, ImageSaid.NO, by=cast.guardian, at=NOW)
    (task,) = consent_queries.tasks_of(cast.charlie)
    assert (task.person, task.consult) == (cast.subject, asked)
    for reader in (cast.charlie, cast.teamleider):
        page = browser_of(reader).get(f"/ruggespraak/{asked}/").content.decode()
        assert "Hiervoor is geen toestemming van: Daan Bakker" in page
    assert "Doe het dan niet meer" in browser_of(cast.charlie).get("/beeld/gepubliceerd/").content.decode()


def test_a_plain_yes_is_none_while_somebody_may_not_be_shown(cast: Cast, asked: UUID) -> None:
    tell(asked, cast.charlie, cast.subject, cast.affected)
    with pytest.raises(Refused) as refused:
        answer(asked, cast.teamleider, seen=2)
    assert refused.value.reasons[0].grounds == ("personeel-6",)
    answer(asked, cast.teamleider, ConsultAnswer.YES_IF, seen=2)
    assert [persons for _place, _by, persons in registered()] == [{cast.subject}]


def test_who_is_told_of_after_the_answer_comes_along_and_nobody_goes(cast: Cast, asked: UUID) -> None:
    answer(asked, cast.teamleider)
    tell(asked, cast.charlie, cast.subject, seen=2)
    consent.answer(cast.charlie, SOCIAL, ImageSaid.YES, by=cast.charlie, at=NOW)
    tell(asked, cast.teamleider, cast.charlie, seen=3)
    assert sorted(map(sorted, (persons for *_, persons in registered()))) == sorted([[cast.subject], [cast.charlie]])
    with pytest.raises(NotShown):
        tell(asked, cast.charlie, cast.affected, seen=4)
    found = queries.page(viewer(cast.charlie), asked)
    assert found is not None
    shown = queries.shown(found.state, TODAY)
    assert shown is not None
    assert len(shown.names) == 2


def test_only_its_two_sides_tell_and_only_of_what_may_still_be_posted(cast: Cast, asked: UUID) -> None:
    with pytest.raises(Refused):
        tell(asked, cast.director, cast.subject)
    answer(asked, cast.teamleider, ConsultAnswer.NO)
    with pytest.raises(Refused):
        tell(asked, cast.charlie, cast.subject, seen=2)
    without = queries.page(viewer(cast.charlie), ask(cast))
    assert without is not None
    assert ConsultAct.TELL_WHO not in without.may


def test_on_the_page_a_class_is_ticked_and_unticked_until_it_is_approved(cast: Cast, asked: UUID) -> None:
    browser, page = browser_of(cast.charlie), f"/ruggespraak/{asked}/wie/{cast.class_2a}/"
    assert browser.post(page, {"seen": 1, "persons": [str(cast.subject)]}).status_code == 422
    told = {"seen": 1, "purpose": SOCIAL.value, "persons": [str(cast.subject), str(cast.affected)]}
    assert browser.post(page, told).status_code == 302
    assert browser.post(page, told).status_code == 422
    assert "checked><span>Noor Jansen" in browser.get(page).content.decode()
    assert browser.post(page, {**told, "seen": 2, "persons": [str(cast.subject)]}).status_code == 302
    answer(asked, cast.teamleider, seen=3)
    assert str(cast.subject) not in browser.get(page).content.decode()
    assert browser.post(page, {"seen": 4, "persons": [str(cast.affected)]}).status_code == 422
    assert [persons for _place, _by, persons in registered()] == [{cast.subject}]
