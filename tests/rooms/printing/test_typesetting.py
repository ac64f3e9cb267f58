"""The typesetter and the signs it has letterforms for, whatever the document."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from keyzer.printing import typesetting
from keyzer.printing.characters import printable
from tests.cast import NOW


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Zoë Öztürk – Łukasz, Жук, محمد", "Zoë Öztürk – Łukasz, Жук, محمد"),
        ("goed 👍🏽!", "goed [thumbs up sign]!"),
        ("a\x00b\ue000\r\nc", "ab\nc"),
    ],
)
def test_signs_without_a_letterform_are_said_in_words(typed: str, printed: str) -> None:
    assert printable(typed) == printed


def test_what_stops_the_typesetter_is_told(tmp_path: Path) -> None:
    document = tmp_path / "wrong.typ"
    document.write_text('#read("/../models.py")', encoding="utf-8")
    with pytest.raises(typesetting.RenderingProblem, match=r"`wrong\.typ` can't be made"):
        typesetting.set_document(document, {}, at=NOW)


def test_many_threads_set_documents_at_the_same_time(tmp_path: Path) -> None:
    document = tmp_path / "one.typ"
    document.write_text('#set document(title: "x")\n#json(bytes(sys.inputs.data)).text', encoding="utf-8")

    def made(number: int) -> bytes:
        return typesetting.set_document(document, {"text": f"blad {number % 3}"}, at=NOW)

    with ThreadPoolExecutor(6) as threads:
        assert len(set(threads.map(made, range(60)))) == 3
