"""Whose signature is asked, on which days, at which age."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keyzer.protocol import AskedSignature, Audience, Bond, SigningRule, current, signatures_asked
from keyzer.protocol.signing.asked import is_young

SINCE = date(2026, 8, 1)
ON = date(2026, 11, 23)


def bond(audience: Audience = Audience.LEERLING, **more: object) -> Bond:
    known = {"person": "sem", "audience": audience, "since": SINCE, "guardians": ("mo", "fa"), **more}
    return Bond(**known)  # type: ignore[arg-type]


def signers(one: Bond, on: date = ON) -> list[str]:
    return [asked.signer for asked in signatures_asked(current(), one, on)]


@pytest.mark.article("reikwijdte-1")
def test_a_child_signs_and_each_guardian_with_authority_beside_it() -> None:
    asked = signatures_asked(current(), bond(born=date(2013, 3, 1)), ON)
    assert [one.signer for one in asked] == ["sem", "mo", "fa"]
    assert asked[1] == AskedSignature(signer="mo", on_behalf_of="sem", audience=Audience.LEERLING)


@pytest.mark.article("reikwijdte-1")
@pytest.mark.parametrize("audience", [one for one in Audience if one is not Audience.LEERLING])
def test_everybody_else_signs_alone(audience: Audience) -> None:
    assert signers(bond(audience)) == ["sem"]


@pytest.mark.article("leerlingen-3")
def test_from_the_sixteenth_birthday_a_pupil_signs_alone() -> None:
    born = date(2010, 11, 24)
    assert signers(bond(born=born), date(2026, 11, 23)) == ["sem", "mo", "fa"]
    assert signers(bond(born=born), date(2026, 11, 24)) == ["sem"]


def test_who_was_born_on_a_leap_day_turns_sixteen_on_the_next_one() -> None:
    leap = bond(born=date(2012, 2, 29))
    assert signers(leap, date(2028, 2, 28)) == ["sem", "mo", "fa"]
    assert signers(leap, date(2028, 2, 29)) == ["sem"]


def test_where_there_is_no_leap_day_the_next_day_counts() -> None:
    rule = SigningRule(id="leerling", oneself=True, guardians_until=18, grounds=())
    assert is_young(rule, date(2012, 2, 29), date(2030, 2, 28))
    assert not is_young(rule, date(2012, 2, 29), date(2030, 3, 1))


def test_an_unknown_day_of_birth_asks_the_guardians_too() -> None:
    assert signers(bond(born=None)) == ["sem", "mo", "fa"]


def test_a_guardian_who_is_named_twice_is_asked_once() -> None:
    assert signers(bond(guardians=("mo", "mo", "sem"))) == ["sem", "mo"]


@given(st.dates(), st.dates(), st.none() | st.dates(), st.sampled_from(list(Audience)))
def test_nothing_is_asked_outside_the_dates_of_the_tie(
    on: date, since: date, until: date | None, who: Audience
) -> None:
    one = bond(who, since=since, until=until, born=date(2013, 3, 1))
    inside = since <= on and (until is None or on <= until)
    assert bool(signers(one, on)) is inside
