"""Who decides about a picture at which age, and that only a yes of all who decide is a yes."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keyzer.protocol import (
    AboutImage,
    ImageAnswer,
    ImageSaid,
    ImageStanding,
    SchoolCalendar,
    image_barred,
    image_deciders,
    image_standing,
    image_withdrawers,
    take_down_due,
)
from keyzer.protocol.load import shipped
from keyzer.protocol.vocabulary import Sureness

ON = date(2026, 11, 23)
MORNING = datetime(2026, 11, 23, 9, tzinfo=UTC)
YES, NO, LIFTED = ImageSaid
EDITION = shipped("de-keyzer-2026-08-01")
BOTH = frozenset({"ann", "bob"})
pytestmark = pytest.mark.article("leerlingen-6")


def pupil(age: int, guardians: frozenset[str] = BOTH) -> AboutImage:
    grown = guardians if age < 18 else frozenset[str]()
    return AboutImage(person="kim", is_pupil=True, born=date(ON.year - age, 11, 23), guardians=grown)


def standing(about: AboutImage, *said: tuple[str, ImageSaid]) -> ImageStanding:
    """Answers one minute after the other."""
    answers = [ImageAnswer(by=by, said=one, at=MORNING + timedelta(minutes=n)) for n, (by, one) in enumerate(said)]
    return image_standing(EDITION, about, answers, ON)


@pytest.mark.parametrize(
    ("age", "decide", "withdraw"),
    [
        (11, BOTH, BOTH),
        (12, BOTH, BOTH | {"kim"}),
        (15, BOTH, BOTH | {"kim"}),
        (16, {"kim"}, BOTH | {"kim"}),
        (17, {"kim"}, BOTH | {"kim"}),
        (18, {"kim"}, {"kim"}),
    ],
)
def test_who_decides_goes_by_age(age: int, decide: set[str], withdraw: set[str]) -> None:
    assert image_deciders(EDITION, pupil(age), ON) == decide
    assert image_withdrawers(EDITION, pupil(age), ON) == withdraw


def test_the_day_before_a_birthday_is_not_yet_that_age() -> None:
    almost = AboutImage(person="kim", is_pupil=True, born=date(2010, 11, 24), guardians=BOTH)
    assert image_deciders(EDITION, almost, ON) == BOTH
    assert image_deciders(EDITION, almost, date(2026, 11, 24)) == {"kim"}


def test_of_an_unknown_age_the_guardians_decide() -> None:
    unknown = AboutImage(person="kim", is_pupil=True, guardians=BOTH)
    assert image_deciders(EDITION, unknown, ON) == image_withdrawers(EDITION, unknown, ON) == BOTH


@pytest.mark.article("personeel-6")
def test_staff_decide_alone() -> None:
    colleague = AboutImage(person="lee", is_pupil=False)
    assert image_deciders(EDITION, colleague, ON) == image_withdrawers(EDITION, colleague, ON) == {"lee"}
    assert image_barred(EDITION, colleague, YES, "ann", ON)[0].grounds == ("personeel-6",)


def test_no_of_one_guardian_counts_until_they_agree() -> None:
    child = pupil(10)
    assert standing(child, ("ann", YES)) is ImageStanding.OPEN
    assert standing(child, ("ann", YES), ("bob", YES)) is ImageStanding.YES
    assert standing(child, ("ann", YES), ("bob", NO)) is ImageStanding.DIFFER
    assert standing(child, ("bob", NO)) is ImageStanding.NO
    assert not ImageStanding.DIFFER.may_show


def test_a_pupil_from_twelve_says_no_and_only_the_pupil_lifts_it() -> None:
    child = pupil(13)
    agreed = (("ann", YES), ("bob", YES))
    assert standing(child, *agreed, ("kim", NO)) is ImageStanding.NO
    assert standing(child, ("kim", NO), *agreed) is ImageStanding.NO
    assert standing(child, *agreed, ("kim", LIFTED)) is ImageStanding.NO
    assert standing(child, ("kim", LIFTED), *agreed) is ImageStanding.YES
    assert image_barred(EDITION, child, YES, "kim", ON)
    assert not image_barred(EDITION, child, LIFTED, "kim", ON)
    assert image_barred(EDITION, pupil(11), NO, "kim", ON)


def test_a_guardian_can_end_the_consent_of_a_pupil_of_sixteen_who_can_give_it_anew() -> None:
    grown = pupil(16)
    assert standing(grown, ("kim", YES), ("ann", NO)) is ImageStanding.NO
    assert standing(grown, ("ann", NO), ("kim", YES)) is ImageStanding.YES
    assert image_barred(EDITION, grown, YES, "ann", ON)
    assert not image_barred(EDITION, grown, NO, "ann", ON)
    assert image_barred(EDITION, pupil(18), NO, "ann", ON)


def test_consent_by_guardians_does_not_outlive_the_sixteenth_birthday() -> None:
    assert standing(pupil(16), ("ann", YES), ("bob", YES)) is ImageStanding.OPEN
    assert standing(pupil(16), ("kim", LIFTED)) is not ImageStanding.YES
    assert standing(pupil(18), ("kim", YES), ("former", NO)) is ImageStanding.NO


def test_who_has_no_authority_says_nothing() -> None:
    for said in ImageSaid:
        assert image_barred(EDITION, pupil(10), said, "neighbour", ON)
    assert image_barred(EDITION, pupil(10), LIFTED, "ann", ON)
    assert standing(pupil(10, frozenset())) is ImageStanding.OPEN


_answers = st.lists(st.tuples(st.sampled_from(["kim", "ann", "bob", "former"]), st.sampled_from(ImageSaid)), max_size=6)


@given(st.integers(4, 20), _answers)
def test_nothing_but_a_yes_of_all_who_decide_allows_a_picture(age: int, said: list[tuple[str, ImageSaid]]) -> None:
    about, last = pupil(age), dict(said)
    found = standing(about, *[(by, one) for n, (by, one) in enumerate(said) if by not in dict(said[n + 1 :])])
    if found.may_show:
        assert all(last.get(person) is YES for person in image_deciders(EDITION, about, ON))
        assert image_deciders(EDITION, about, ON)


def test_a_picture_is_gone_after_two_school_days_by_choice_of_the_school() -> None:
    friday = datetime(2026, 11, 27, 9, tzinfo=UTC)
    assert take_down_due(EDITION, friday, SchoolCalendar()).date() == date(2026, 12, 1)


def test_each_rule_says_how_sure_it_is() -> None:
    rules = EDITION.image_ages.values()
    assert {rule.since: rule.sources[0].sureness for rule in rules}[16] is Sureness.MEDIUM
    assert all(source.cite for rule in rules for source in rule.sources)
