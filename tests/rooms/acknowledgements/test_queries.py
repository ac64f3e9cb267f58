"""Who still must, who had, who refused and why, and what a new edition would ask."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from msgspec.structs import replace

from keyzer import protocol
from keyzer.acknowledgements import actions, queries
from keyzer.acknowledgements.actions import Asked, How, State
from keyzer.acknowledgements.editions import Shelf, shelf
from keyzer.acknowledgements.models import Signature
from keyzer.people.models import Enrolment, Guardianship, Person, SchoolClass
from keyzer.protocol import Audience, Change
from keyzer.timetable.actions import enter_lessons
from keyzer.timetable.roster import NewLesson
from tests.cast import NOW, TODAY, Cast

EDITION = protocol.current()
MINOR = replace(EDITION, id="later", in_force_from=date(2027, 8, 1), change=Change.MINOR, replaces=EDITION.id)
MAJOR = replace(MINOR, id="another", change=Change.MAJOR)


def said(signer: UUID, child: UUID, audience: Audience = Audience.LEERLING) -> UUID:
    asked = Asked(signer, child, audience)
    return actions.sign(asked, edition=EDITION.id, language="nl", how=How.SCREEN, by=signer, at=NOW)


def refuse(signer: UUID, child: UUID, reason: str) -> UUID:
    asked = Asked(signer, child, Audience.LEERLING)
    given = {"edition": EDITION.id, "language": "nl", "how": How.SCREEN, "by": signer, "at": NOW}
    return actions.refuse(asked, reason=reason, **given)  # type: ignore[arg-type]


def owed(person: UUID) -> list[tuple[UUID, Audience]]:
    lines = queries.asked_of(person, TODAY)
    return [(line.asked.on_behalf_of, line.asked.audience) for line in lines if line.is_owed]


@pytest.mark.article("reikwijdte-1")
def test_a_guardian_signs_in_person_and_for_each_young_child(cast: Cast) -> None:
    Guardianship.objects.create(guardian_id=cast.guardian, child_id=cast.reporter, since=date(2020, 8, 1))
    assert owed(cast.guardian) == [
        (cast.guardian, Audience.OUDER),
        (cast.subject, Audience.LEERLING),
        (cast.reporter, Audience.LEERLING),
    ]
    Person.objects.filter(id=cast.reporter).update(born=date(2010, 11, 23))
    assert (cast.reporter, Audience.LEERLING) not in owed(cast.guardian)
    assert owed(cast.guardian_without_authority) == [(cast.guardian_without_authority, Audience.OUDER)]
    assert owed(cast.stranger) == []


@pytest.mark.article("reikwijdte-1")
def test_what_was_signed_is_no_longer_owed_and_what_was_taken_back_is(cast: Cast) -> None:
    said(cast.subject, cast.subject)
    [line] = queries.asked_of(cast.subject, TODAY)
    assert (line.state, line.edition, line.read_before, line.is_owed) == (State.SIGNED, EDITION.id, EDITION.id, False)
    actions.withdraw(line.asked, reason="", how=How.SCREEN, by=cast.subject, at=NOW)
    assert owed(cast.subject) == [(cast.subject, Audience.LEERLING)]


@pytest.mark.parametrize(("edition", "still"), [(MINOR, True), (MAJOR, False)])
def test_a_minor_change_asks_nothing_and_a_major_one_everything(
    cast: Cast, edition: protocol.Edition, *, still: bool
) -> None:
    said(cast.subject, cast.subject)
    later = Shelf(edition, {**shelf(TODAY).editions, edition.id: edition})
    [line] = queries.asked_of(cast.subject, TODAY, later)
    assert line.is_owed is not still
    assert line.read_before == EDITION.id
    before, after = queries.coverage(TODAY), queries.coverage(TODAY, later)
    assert after.total.signed == before.total.signed - (not still)
    ahead = queries.forecast(edition, TODAY)
    assert (ahead.asked, ahead.standing) == (before.total.asked, int(still))
    assert sum(ahead.by_audience.values()) == ahead.new


def test_coverage_counts_by_audience_class_and_who_is_complete(cast: Cast) -> None:
    said(cast.subject, cast.subject)
    said(cast.guardian, cast.subject)
    refuse(cast.second_guardian, cast.subject, "Nee.")
    said(cast.bystander, cast.bystander)
    found = queries.coverage(TODAY)
    pupils = found.audiences[Audience.LEERLING]
    assert (pupils.people, pupils.signed, pupils.refused, pupils.complete) == (6, 3, 1, 1)
    assert pupils.asked == 6 + 3
    assert [line.seat.name for line in found.classes] == ["2A", "2B", "3A", "6A"]
    assert found.classes[1].signatures == queries.Count(asked=1, signed=1, refused=0, people=1, complete=1)
    assert found.total.asked == sum(count.asked for count in found.audiences.values())
    assert list(found.locations) == [""]


def test_a_mentor_sees_who_misses_in_the_own_class_alone(cast: Cast) -> None:
    said(cast.subject, cast.subject)
    refuse(cast.guardian, cast.subject, "Geheim.")
    lines = queries.missing(cast.viewer(cast.mentor), cast.class_2a, TODAY)
    assert lines is not None
    assert (cast.subject, cast.subject) not in {line.asked[:2] for line in lines}
    assert {line.state for line in lines if line.asked.signer == cast.guardian} == {State.REFUSED, None}
    assert "Geheim" not in str(lines)
    assert queries.missing(cast.viewer(cast.coordinator), cast.class_2a, TODAY) == lines
    assert queries.missing(cast.viewer(cast.director), cast.class_2a, TODAY) == lines
    for other in (cast.charlie, cast.other_coordinator, cast.subject, cast.guardian, cast.beheerder):
        assert queries.missing(cast.viewer(other), cast.class_2a, TODAY) is None
    assert queries.missing(cast.viewer(cast.mentor), cast.class_2b, TODAY) is None


def test_only_who_decides_reads_why_somebody_refused(cast: Cast) -> None:
    refuse(cast.guardian, cast.subject, "Artikel 7 gaat te ver.")
    [line] = queries.refusals(cast.viewer(cast.director))
    assert (line.asked.signer, line.child, line.reason) == (cast.guardian, "Daan Bakker", "Artikel 7 gaat te ver.")
    for other in (cast.mentor, cast.coordinator, cast.guardian, cast.beheerder, cast.charlie):
        assert queries.refusals(cast.viewer(other)) == []
    said(cast.guardian, cast.subject)
    assert queries.refusals(cast.viewer(cast.director)) == []


@pytest.mark.article("leerlingen-3")
def test_a_case_is_told_what_had_been_signed_on_a_day(cast: Cast) -> None:
    said(cast.subject, cast.subject)
    said(cast.guardian, cast.subject)
    assert queries.standing_of(cast.subject, TODAY - timedelta(days=1)) == queries.Standing(None, ())
    then = queries.standing_of(cast.subject, TODAY)
    assert then.signed_edition == EDITION.id
    assert [line.signer for line in then.guardians] == [cast.guardian]
    own = Asked(cast.subject, cast.subject, Audience.LEERLING)
    actions.withdraw(own, reason="", how=How.SCREEN, by=cast.subject, at=NOW + timedelta(days=2))
    assert queries.standing_of(cast.subject, TODAY) == then
    later = queries.standing_of(cast.subject, TODAY + timedelta(days=2))
    assert later.own is not None
    assert (later.own.state, later.signed_edition) == (State.WITHDRAWN, "")


@pytest.mark.article("reikwijdte-1")
def test_who_comes_later_is_not_bound_yet(cast: Cast) -> None:
    assert queries.not_bound_yet(TODAY) == []
    Enrolment.objects.filter(pupil_id=cast.subject).update(since=date(2027, 1, 4))
    Enrolment.objects.create(
        pupil_id=cast.reporter, school_class_id=cast.class_3a, since=date(2027, 8, 1)
    )  # goes up a year
    lines = queries.not_bound_yet(TODAY)
    assert {(line.person, line.audience) for line in lines} == {
        (cast.subject, Audience.LEERLING),
        (cast.guardian, Audience.OUDER),
        (cast.second_guardian, Audience.OUDER),
        (cast.guardian_without_authority, Audience.OUDER),
    }
    assert {line.since for line in lines} == {date(2027, 1, 4)}
    assert owed(cast.subject) == []


def test_rows_hold_no_words(cast: Cast) -> None:
    refuse(cast.guardian, cast.subject, "Artikel 7 gaat te ver.")
    assert not [value for row in Signature.objects.values() for value in row.values() if "7 gaat" in str(value)]


def test_staff_count_in_the_building_where_their_lessons_are(cast: Cast) -> None:
    SchoolClass.objects.filter(id=cast.class_6a).update(location="Dependance")
    assert Audience.PERSONEEL not in queries.coverage(TODAY).audiences_in["Dependance"]
    enter_lessons([NewLesson(cast.teacher, cast.class_6a, 1, 3, "gym", "gym")], since=TODAY, by=None, at=NOW)
    assert queries.coverage(TODAY).audiences_in["Dependance"][Audience.PERSONEEL].people == 1
