"""Lists on paper: who stands on them, what is recorded from them, and who may open them."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from keyzer.acknowledgements import actions, printed
from keyzer.acknowledgements.actions import Asked, How
from keyzer.acknowledgements.actions import paper as papers
from keyzer.acknowledgements.models import PaperLine, PaperList, Signature
from keyzer.acknowledgements.printed import PaperProblem, PaperRefused
from keyzer.acknowledgements.queries import paper as reading
from keyzer.acknowledgements.queries.paper import Line, LineState, PaperFile
from keyzer.ledger import files
from keyzer.ledger import queries as ledger
from keyzer.ledger.verification import verify
from keyzer.people.models import Enrolment
from keyzer.protocol import Audience, current
from tests.cast import NOW, TODAY, Cast, browser_of
from tests.rooms.acknowledgements.pages import EDITION, words

PDF = b"%PDF-1.7 a sheet"


@pytest.fixture(autouse=True)
def evidence_folder(tmp_path: Path) -> Iterator[None]:
    """Scans of one test lie in a folder that is thrown away."""
    before = settings.KEYZER_EVIDENCE
    settings.KEYZER_EVIDENCE = tmp_path / "evidence"
    yield
    settings.KEYZER_EVIDENCE = before


@pytest.fixture
def token(cast: Cast, school_morning: datetime) -> str:
    """A list of 2A, printed by its mentor."""
    return printed_by(cast, school_morning)


def printed_by(cast: Cast, at: datetime, *, households: bool = False) -> str:
    return papers.print_list(cast.class_2a, households=households, language="nl", by=cast.mentor, at=at)


def seen_by(cast: Cast, token: str, person: UUID | None = None) -> PaperFile:
    found = reading.paper_list(cast.viewer(person or cast.mentor), token, TODAY)
    assert found is not None
    return found


def line_of(cast: Cast, token: str, person: UUID) -> Line:
    return next(one for one in seen_by(cast, token).lines if one.asked.signer == person)


def record(cast: Cast, token: str, *people: UUID, by: UUID | None = None, at: datetime = NOW) -> actions.Recorded:
    numbers = [line_of(cast, token, person).number for person in people]
    found = seen_by(cast, token)
    return papers.record_lines(found.id, numbers, signed_on=TODAY, by=by or cast.mentor, at=at)


def pupil(person: UUID) -> Asked:
    return Asked(person, person, Audience.LEERLING)


def sign_on_screen(person: UUID, at: datetime) -> None:
    actions.sign(pupil(person), edition=EDITION, language="nl", how=How.SCREEN, by=person, at=at)


@pytest.mark.article("reikwijdte-1")
def test_a_class_list_has_a_line_for_each_pupil(cast: Cast, token: str) -> None:
    found = seen_by(cast, token)
    assert [line.asked for line in found.lines] == [pupil(one) for one in (cast.subject, cast.affected, cast.reporter)]
    assert [line.number for line in found.lines] == [1, 2, 3]
    assert found.digest == current().digest
    [made] = [printed.decode(one.content) for one in ledger.read(PaperList.objects.get().stream)]
    assert isinstance(made, printed.Printed)
    assert len(made.lines) == 3


@pytest.mark.article("reikwijdte-1")
def test_each_household_has_a_slip_of_its_own(cast: Cast, school_morning: datetime) -> None:
    found = seen_by(cast, printed_by(cast, school_morning, households=True))
    slips: dict[int, set[tuple[UUID, UUID]]] = {}
    for line in found.lines:
        slips.setdefault(line.household, set()).add((line.asked.signer, line.asked.on_behalf_of))
    at_home = {
        (cast.guardian, cast.subject),
        (cast.guardian, cast.guardian),
        (cast.guardian_without_authority, cast.guardian_without_authority),
    }
    elsewhere = {(cast.second_guardian, cast.subject), (cast.second_guardian, cast.second_guardian)}
    assert at_home in slips.values()
    assert elsewhere in slips.values()


def test_what_is_recorded_counts_and_has_a_history(cast: Cast, token: str) -> None:
    assert record(cast, token, cast.subject, cast.reporter).new == 2
    line = line_of(cast, token, cast.subject)
    assert (line.state, line.from_paper) == (LineState.SIGNED, True)
    assert set(Signature.objects.values_list("how", "by_id")) == {("paper", cast.mentor)}
    assert verify().alteration is None


def test_two_people_who_tick_at_once_lose_nothing_and_are_told(cast: Cast, token: str) -> None:
    record(cast, token, cast.subject, by=cast.coordinator)
    number = line_of(cast, token, cast.subject).number
    browser = browser_of(cast.mentor)
    sent = {"lines": [number, line_of(cast, token, cast.reporter).number], "signed_on": TODAY.isoformat()}
    told = browser.post(f"/tekenen/lijst/{token}/", sent, follow=True).content.decode()
    assert "1 handtekening genoteerd." in told
    assert "Daan Bakker stond er al: vandaag op papier, genoteerd door Karin Dekker." in told
    assert Signature.objects.count() == 2


def test_who_signed_on_screen_is_shown_and_gets_no_second_row(cast: Cast, token: str) -> None:
    sign_on_screen(cast.subject, NOW)
    assert record(cast, token, cast.subject) == (0, 1, None)
    with pytest.raises(PaperRefused) as refused:
        papers.undo_line(seen_by(cast, token).id, 1, reason="x", by=cast.mentor, at=NOW)
    assert refused.value.problem is PaperProblem.NOT_FROM_PAPER


def test_what_was_taken_back_as_a_mistake_can_be_recorded_anew(cast: Cast, token: str) -> None:
    record(cast, token, cast.subject)
    found = seen_by(cast, token)
    papers.undo_line(found.id, 1, reason="verkeerd", by=cast.mentor, at=NOW + timedelta(days=2))
    assert line_of(cast, token, cast.subject).state is LineState.OPEN
    later = NOW + timedelta(days=3)
    assert papers.record_lines(found.id, [1], signed_on=TODAY, by=cast.mentor, at=later).new == 1
    assert verify().alteration is None


def test_an_own_withdrawal_is_not_undone_by_an_older_sheet(cast: Cast, token: str) -> None:
    sign_on_screen(cast.subject, NOW)
    later = NOW + timedelta(days=2)
    actions.withdraw(pupil(cast.subject), reason="", how=How.SCREEN, by=cast.subject, at=later)
    found = seen_by(cast, token)
    assert papers.record_lines(found.id, [1], signed_on=TODAY, by=cast.mentor, at=later).new == 0


def test_a_pupil_who_left_is_shown_and_can_not_be_ticked(cast: Cast, token: str) -> None:
    Enrolment.objects.filter(pupil_id=cast.subject).update(until=TODAY - timedelta(days=1))
    line = line_of(cast, token, cast.subject)
    assert line.state is LineState.GONE
    browser = browser_of(cast.mentor)
    assert "Niet meer op school" in words(browser, f"/tekenen/lijst/{token}/")
    sent = {"lines": [line.number], "signed_on": TODAY.isoformat()}
    assert browser.post(f"/tekenen/lijst/{token}/", sent).status_code == 422
    browser.post(f"/tekenen/lijst/{token}/{line.number}/")
    assert not Signature.objects.exists()


def test_a_list_of_another_text_is_refused_with_what_to_do(cast: Cast, token: str) -> None:
    PaperList.objects.update(edition="de-keyzer-2019-08-01")
    with pytest.raises(PaperRefused, match="print a new list"):
        papers.record_lines(PaperList.objects.get().id, [1], signed_on=TODAY, by=cast.mentor, at=NOW)
    assert "Print een nieuwe lijst" in words(browser_of(cast.mentor), f"/tekenen/lijst/{token}/")


def test_a_list_from_before_the_adopted_document_is_refused(cast: Cast, token: str) -> None:
    actions.attach_document(PDF, "protocol.pdf", by=cast.director, at=NOW)
    assert not seen_by(cast, token).is_current


@pytest.mark.parametrize("days", [-1, 1])
def test_a_day_before_the_print_or_after_today_is_refused(cast: Cast, token: str, days: int) -> None:
    sent = {"lines": ["1"], "signed_on": (TODAY + timedelta(days=days)).isoformat()}
    browser_of(cast.mentor).post(f"/tekenen/lijst/{token}/", sent)
    assert not Signature.objects.exists()


def test_only_who_looks_after_the_class_opens_its_list(cast: Cast, token: str) -> None:
    for person in (cast.other_coordinator, cast.subject, cast.guardian, cast.charlie):
        browser = browser_of(person)
        for path in ("", "1/", "blad/"):
            assert browser.get(f"/tekenen/lijst/{token}/{path}").status_code == 404
        assert browser.post(f"/tekenen/lijst/{token}/1/").status_code == 404
        assert browser.post(f"/tekenen/lijst/{token}/scan/", {"scan": scan()}).status_code == 404
    assert Client().get(f"/tekenen/lijst/{token}/1/").status_code == 302
    assert browser_of(cast.mentor).get(f"/tekenen/lijst/{token}x/").status_code == 404


def test_opening_a_code_records_nothing(cast: Cast, token: str) -> None:
    assert "Staat de handtekening op het blad?" in words(browser_of(cast.mentor), f"/tekenen/lijst/{token}/1/")
    assert not Signature.objects.exists()


def scan(content: bytes = PDF) -> SimpleUploadedFile:
    return SimpleUploadedFile("x.pdf", content)


def test_a_scan_is_kept_encrypted_and_read_back_on_the_record(cast: Cast, token: str) -> None:
    browser = browser_of(cast.mentor)
    browser.post(f"/tekenen/lijst/{token}/scan/", {"scan": scan()})
    [kept] = seen_by(cast, token).scans
    assert PDF not in files.place_of(kept.file).read_bytes()
    answer = browser.get(f"/tekenen/lijst/{token}/scan/{kept.file}/")
    assert answer.content == PDF
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert list(ledger.access_to("scan", str(kept.file)))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"<svg onload=alert(1)>", "Voeg een foto"),
        (b"", "Voeg een foto"),
        (PDF + bytes(papers.MOST_BYTES), "groter dan 10 MB"),
    ],
)
def test_what_is_no_scan_is_not_kept(cast: Cast, token: str, content: bytes, said: str) -> None:
    answer = browser_of(cast.mentor).post(f"/tekenen/lijst/{token}/scan/", {"scan": scan(content)}, follow=True)
    assert said in answer.content.decode()
    assert not seen_by(cast, token).scans


def test_each_list_has_an_address_of_its_own_that_names_nobody(cast: Cast, token: str) -> None:
    assert len(token) == 16
    assert PaperLine.objects.count() == 3
    papers.print_list(cast.class_2a, households=False, language="en", by=cast.mentor, at=NOW)
    assert len({row.token for row in PaperList.objects.all()}) == 2
