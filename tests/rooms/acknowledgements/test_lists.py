"""Signatures that come in together: all or none, each once, with every fault told by its row."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from keyzer import protocol
from keyzer.acknowledgements import actions, events
from keyzer.acknowledgements.actions import Asked, How, ListedRow, Refused, RowsRefused, Why
from keyzer.acknowledgements.models import Signature
from keyzer.ledger import queries as ledger
from keyzer.ledger.verification import verify
from keyzer.people.models import Enrolment
from keyzer.protocol import Audience
from tests.cast import NOW, TODAY, Cast

EDITION = protocol.current().id
LAST_WEEK = NOW - timedelta(days=7)


def row(
    signer: UUID, child: UUID, *, edition: str = EDITION, at: datetime = LAST_WEEK, language: str = "nl"
) -> ListedRow:
    return ListedRow(Asked(signer, child, Audience.LEERLING), edition, language, at)


def class_list(cast: Cast) -> list[ListedRow]:
    return [row(pupil, pupil) for pupil in (cast.reporter, cast.subject, cast.affected)]


def test_a_class_list_is_one_history(cast: Cast) -> None:
    recorded = actions.record_many(class_list(cast), how=How.PAPER, by=cast.mentor, at=NOW)
    assert (recorded.new, recorded.known) == (3, 0)
    assert recorded.stream is not None
    [listed] = [events.decode(one.content) for one in ledger.read(recorded.stream)]
    assert isinstance(listed, events.Listed)
    rows = Signature.objects.filter(stream=recorded.stream)
    assert {line.signature for line in listed.lines} == set(rows.values_list("id", flat=True))
    assert set(rows.values_list("at", "how", "by_id")) == {(LAST_WEEK, "paper", cast.mentor)}
    assert verify().alteration is None


def test_who_signed_already_or_stands_twice_is_passed_by(cast: Cast) -> None:
    own = Asked(cast.subject, cast.subject, Audience.LEERLING)
    actions.sign(own, edition=EDITION, language="nl", how=How.SCREEN, by=cast.subject, at=NOW)
    recorded = actions.record_many(2 * class_list(cast), how=How.IMPORT, by=None, at=NOW)
    assert (recorded.new, recorded.known) == (2, 4)
    again = actions.record_many(class_list(cast), how=How.IMPORT, by=None, at=NOW)
    assert again == actions.Recorded(0, 3, None)


def test_a_list_signed_after_a_refusal_counts_and_one_before_does_not(cast: Cast) -> None:
    own = Asked(cast.subject, cast.subject, Audience.LEERLING)
    given = {"edition": EDITION, "language": "nl", "how": How.SCREEN, "by": cast.subject}
    actions.refuse(own, reason="Ik wil eerst praten.", at=NOW - timedelta(days=2), **given)  # type: ignore[arg-type]
    older = [row(cast.subject, cast.subject)]
    assert actions.record_many(older, how=How.PAPER, by=cast.mentor, at=NOW).new == 0
    newer = [row(cast.subject, cast.subject, at=NOW - timedelta(days=1))]
    assert actions.record_many(newer, how=How.PAPER, by=cast.mentor, at=NOW).new == 1
    assert Signature.objects.get(ended_at=None).state == "signed"


@pytest.mark.article("reikwijdte-1")
def test_every_fault_is_told_by_its_row_and_nothing_is_recorded(cast: Cast) -> None:
    Enrolment.objects.filter(pupil_id=cast.bystander).update(until=TODAY - timedelta(days=30))
    listed = [
        *class_list(cast),
        row(cast.bystander, cast.bystander),
        row(cast.guardian_without_authority, cast.subject),
        row(cast.affected, cast.affected, edition="de-keyzer-2019-08-01"),
        row(cast.affected, cast.affected, at=NOW + timedelta(days=1)),
        row(cast.affected, cast.affected, language="fy"),
    ]
    with pytest.raises(RowsRefused, match="row 4: ") as problem:
        actions.record_many(listed, how=How.PAPER, by=cast.mentor, at=NOW)
    assert {place: refused.why for place, refused in problem.value.problems} == {
        3: Why.LEFT,
        4: Why.NO_AUTHORITY,
        5: Why.OTHER_EDITION,
        6: Why.LATER_THAN_NOW,
        7: Why.NO_TEXT,
    }
    assert not Signature.objects.exists()


def test_who_signed_before_he_left_still_stands_on_the_list(cast: Cast) -> None:
    Enrolment.objects.filter(pupil_id=cast.bystander).update(until=TODAY - timedelta(days=3))
    signed = [row(cast.bystander, cast.bystander)]
    assert actions.record_many(signed, how=How.PAPER, by=cast.mentor, at=NOW).new == 1


@pytest.mark.parametrize("how", [How.SCREEN, How.LINK, How.PAPER])
def test_a_pupil_records_no_list(cast: Cast, how: How) -> None:
    with pytest.raises(Refused, match=r"task at the school|everybody signs alone"):
        actions.record_many(class_list(cast), how=how, by=cast.subject, at=NOW)


def test_before_the_first_edition_the_newest_is_signed(cast: Cast) -> None:
    early = datetime(2026, 7, 1, 9, 0, tzinfo=UTC)
    own = Asked(cast.subject, cast.subject, Audience.LEERLING)
    actions.sign(own, edition=EDITION, language="en", how=How.SCREEN, by=cast.subject, at=early)
    assert Signature.objects.get().language == "en"
