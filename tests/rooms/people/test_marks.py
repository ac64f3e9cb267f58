"""Names of the roster as marks: found in any case, read back by nobody, and anew when the roster grows."""

from datetime import date

import pytest

from keyzer.people import actions
from keyzer.people import queries as people
from keyzer.people.roster import NewPerson, Roster
from tests.cast import NOW, TODAY, Cast


@pytest.mark.article("leerlingen-6", "personeel-6")
def test_a_name_has_its_marks_and_the_given_name_alone_has_none(cast: Cast) -> None:
    marks = people.name_marks(TODAY)
    assert people.mark("whole", ("lena", "visser")) in marks.whole
    assert people.mark("whole", ("visser", "lena")) in marks.whole
    assert people.mark("family", ("visser",)) in marks.family
    assert people.mark("seated", ("2a", "lena")) in marks.seated
    assert people.mark("seated", ("3a", "lena")) not in marks.seated
    for kind, known in (("whole", marks.whole), ("family", marks.family)):
        assert people.mark(kind, ("lena",)) not in known


def test_nobody_reads_a_name_in_the_marks(cast: Cast) -> None:
    held = b"".join((*people.name_marks(TODAY).whole, *people.name_marks(TODAY).family)).lower()
    assert b"visser" not in held
    assert b"lena" not in held


def test_who_is_entered_later_is_known_at_once(cast: Cast) -> None:
    before = people.name_marks(TODAY)
    assert people.name_marks(TODAY) is before
    newcomer = NewPerson(Cast.class_2a, "Yara", "Özdemir", prefix="van der", number="L0999", born=date(2013, 1, 1))
    actions.enter(Roster(people=(newcomer,)), by=None, at=NOW)
    assert people.mark("whole", ("yara", "van", "der", "ozdemir")) in people.name_marks(TODAY).whole
