"""A text is looked at before it is posted: by a pupil and by a teacher, on a phone, without scripts too."""

import pytest

from tests.cast import Cast
from tests.journeys.conftest import Handing
from tests.journeys.frame import Visitor


@pytest.mark.article("leerlingen-2", "leerlingen-6", "personeel-1", "personeel-3")
def test_a_text_is_looked_at_before_it_is_posted(hand: Handing, cast: Cast) -> None:
    a_pupil_leaves_out_a_number(hand(cast.reporter))
    a_teacher_asks_the_manager(hand(cast.teacher, scripts=False))
    a_visitor_reads_how_well_it_works(hand(cast.guardian))


def a_pupil_leaves_out_a_number(pupil: Visitor) -> None:
    pupil.opens("/check/")
    pupil.reads("Niemand hoort ervan")
    pupil.finds_it_sound()
    pupil.fills_in({"De tekst": "bel noor jansen even op 06-12345678 ساعة"})
    pupil.taps("Nakijken")
    pupil.reads(
        "Kijk hier eerst naar", "2 plekken", "1. Naam van iemand van school", "Vraag die persoon eerst", "Leerlingen 6"
    )
    pupil.finds_it_sound()
    assert pupil.page.locator("mark bdi").all_inner_texts() == ["noor jansen", "06-12345678"]
    pupil.page.get_by_role("link", name="2. Telefoonnummer").press("Enter")
    assert pupil.page.url.endswith("#point-2")
    pupil.fills_in({"De tekst": "bel even een klasgenoot"})
    pupil.taps("Opnieuw nakijken")
    pupil.reads("Niets opgevallen", "Dat is geen bewijs")
    pupil.finds_it_sound()


def a_teacher_asks_the_manager(teacher: Visitor) -> None:
    draft = "Wij van De Keyzer zijn trots op onze leerling: zij heeft dyslexie en haalt nu een 8,3."
    teacher.opens("/check/")
    teacher.fills_in({"De tekst": draft})
    teacher.taps("Nakijken")
    teacher.reads("Kijk hier misschien naar", "Niet duidelijk namens wie", "Kan vertrouwelijk zijn", "Personeel 3")
    teacher.taps("Vraag het je leidinggevende")
    assert teacher.path == "/ruggespraak/vragen/"
    assert draft in teacher.page.locator("textarea").first.input_value()


def a_visitor_reads_how_well_it_works(guardian: Visitor) -> None:
    guardian.opens("/check/")
    guardian.taps("Hoe goed werkt dit?")
    guardian.reads("Hoe hij kijkt")
    guardian.finds_it_sound()
