"""Words, links and text of letters, each by itself."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

import time_machine

from keyzer.letters import links, rendering
from keyzer.letters.reading import safe
from keyzer.letters.words import Words, persons_in
from keyzer.people.queries import Correspondent
from keyzer.protocol import Text
from tests.cast import NOW

MILA, OTHER = UUID(int=1), UUID(int=2)


def words(language: str) -> Words:
    """Words about Mila, for Mila."""
    known = {MILA: Correspondent(MILA, "Mila de Boer", "Mila", "2A", date(2012, 3, 3), "nl", "", has_mailbox=True)}
    return Words(language, known, reader=MILA, subject=MILA)


def test_what_is_not_known_leaves_no_gap() -> None:
    given = {"text": "", "late": False, "list": [None, {}], "person": f"{{person:{MILA}}}", "days": 0}
    assert words("nl").value(given) == {
        "person": {"name": "Mila de Boer", "first_name": "Mila", "is": "reader"},
        "days": 0,
    }


def test_moments_are_said_as_people_write_them() -> None:
    moment = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
    assert words("nl").value(moment) == "dinsdag 24 november 2026 om 9:00 uur"
    assert words("en").value(moment) == "Tuesday 24 November 2026 at 9:00"
    assert words("nl").value(date(2026, 11, 24)) == "dinsdag 24 november 2026"


def test_names_stand_for_ids_in_running_text() -> None:
    text = Text(nl=f"Aan {{person:{MILA}}} en {{person:{OTHER}}}.", en="-")
    assert words("nl").value(text) == "Aan Mila de Boer en iemand."
    assert persons_in({"a": [text, {"person": f"{{person:{MILA}}}"}]}) == {MILA, OTHER}


def test_a_link_expires_and_can_not_be_made_up() -> None:
    letter = uuid4()
    with time_machine.travel(NOW, tick=False) as clock:
        token = links.path_for(letter).removeprefix(links.PAGE).rstrip("/")
        assert links.letter_of(token) == letter
        assert letter.hex not in token
        assert links.letter_of(token[:-2]) is None
        assert links.letter_of("geen.echte.handtekening") is None
        clock.shift(links.LASTS + timedelta(seconds=1))
        assert links.letter_of(token) is None


def test_only_tags_of_running_text_stay() -> None:
    page = '<html><head><style>p{}</style><title>x</title></head><body><p class="a" onclick="b()">1 &lt; 2<br>'
    page += "<script>alert(1)</script><img src=x><a href='//evil'>zo</a></p></body></html>"
    assert safe(page) == "<p>1 &lt; 2<br>zo</p>"


def test_no_document_asks_for_a_package() -> None:
    for document in rendering.DOCUMENTS.rglob("*.typ"):
        assert '"@' not in document.read_text(encoding="utf-8"), document
