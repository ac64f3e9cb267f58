"""The messages tool: finds what is said, keeps what was translated, tells what is out of step."""

import gettext
from pathlib import Path

import pytest

from tools import messages

PAGE = """{% extends "base.html" %}{% load i18n %}
<p>it's "quoted" (and bracketed {</p>
{# Translators: a note #}
{% translate "Report" %} {{ person.name|default:_("Nobody") }}
{% blocktranslate trimmed with name=person.name %}
  Hello {{ name }}
{% endblocktranslate %}
{% blocktranslate count number=total %}{{ number }} case{% plural %}{{ number }} cases{% endblocktranslate %}
{% translate "Close" context "a case" %}
"""
CODE = """
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
LABEL = gettext_lazy("Due")
def words(): return _("Answered")
"""
DUTCH = {
    "Report": "Melden",
    "Nobody": "Niemand",
    "Hello %(name)s": "Dag %(name)s",
    "Close": "Sluiten",
    "Due": "Uiterlijk",
    "Answered": "Beantwoord",
}


@pytest.fixture
def room(tmp_path: Path) -> Path:
    room = tmp_path / "intake"
    (room / "templates" / "intake").mkdir(parents=True)
    (room / "__init__.py").write_text('"""A room."""\n')
    (room / "words.py").write_text(CODE)
    (room / "templates" / "intake" / "page.html").write_text(PAGE)
    return room


@pytest.fixture
def translated_room(room: Path) -> Path:
    messages.update(room)
    text = messages.po_file(room).read_text()
    for english, dutch in DUTCH.items():
        text = text.replace(f'msgid "{english}"\nmsgstr ""', f'msgid "{english}"\nmsgstr "{dutch}"')
    text = text.replace('msgstr[0] ""', 'msgstr[0] "%(number)s zaak"').replace(
        'msgstr[1] ""', 'msgstr[1] "%(number)s zaken"'
    )
    messages.po_file(room).write_text(text)
    messages.update(room)
    return room


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new))


def test_finds_messages_in_templates_and_in_code(room: Path) -> None:
    found = {message.id for message in messages.updated(room) if message.id}
    assert found == {*DUTCH, ("%(number)s case", "%(number)s cases")}


def test_a_room_in_step_has_no_problems(translated_room: Path) -> None:
    assert list(messages.problems(translated_room)) == []


def test_compiled_messages_speak_dutch(translated_room: Path) -> None:
    with messages.mo_file(translated_room).open("rb") as stream:
        dutch = gettext.GNUTranslations(stream)
    assert dutch.gettext("Hello %(name)s") == "Dag %(name)s"
    assert dutch.pgettext("a case", "Close") == "Sluiten"
    assert dutch.ngettext("%(number)s case", "%(number)s cases", 2) == "%(number)s zaken"


def test_updating_twice_changes_nothing(translated_room: Path) -> None:
    files = (messages.po_file(translated_room), messages.mo_file(translated_room))
    before = [file.read_bytes() for file in files]
    messages.update(translated_room)
    assert [file.read_bytes() for file in files] == before
    assert b"Date" not in before[0] + before[1]


def test_a_new_message_is_told_by_file_and_words(translated_room: Path) -> None:
    change(translated_room / "words.py", '"Due"', '"Due today"')
    found = "\n".join(messages.problems(translated_room))
    assert "intake/locale/nl/LC_MESSAGES/django.po: `Due today` is not in it" in found
    assert "`Due` is used nowhere" in found


def test_what_is_no_longer_said_is_dropped_and_the_rest_kept(translated_room: Path) -> None:
    change(translated_room / "words.py", 'LABEL = gettext_lazy("Due")', "")
    messages.update(translated_room)
    assert "Uiterlijk" not in messages.po_file(translated_room).read_text()
    assert list(messages.problems(translated_room)) == []


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('msgstr "Melden"', 'msgstr ""', "`Report` has no Dutch"),
        ('msgid "Report"', '#, fuzzy\nmsgid "Report"', "`Report` is marked fuzzy"),
        ("Dag %(name)s", "Dag %(naam)s", "`Hello %(name)s`: "),
        ('msgstr "Melden"', 'msgstr "Melding doen"', "django.mo: is not what `make messages` writes"),
    ],
)
def test_a_flaw_in_the_catalogue_is_told(translated_room: Path, old: str, new: str, problem: str) -> None:
    change(messages.po_file(translated_room), old, new)
    assert problem in "\n".join(messages.problems(translated_room))


def test_a_missing_compiled_file_is_told(translated_room: Path) -> None:
    messages.mo_file(translated_room).unlink()
    assert [problem for problem in messages.problems(translated_room) if "django.mo" in problem]


def test_a_room_without_messages_keeps_no_catalogue(translated_room: Path) -> None:
    (translated_room / "words.py").unlink()
    (translated_room / "templates" / "intake" / "page.html").write_text("<p>nothing</p>")
    assert any("no messages any more" in problem for problem in messages.problems(translated_room))
    messages.update(translated_room)
    assert not messages.po_file(translated_room).exists()


def test_two_rooms_may_not_say_one_english_in_two_kinds_of_dutch(translated_room: Path) -> None:
    one = messages.recorded(translated_room)
    change(messages.po_file(translated_room), 'msgstr "Melden"', 'msgstr "Verslag"')
    other = messages.recorded(translated_room)
    assert list(messages.contradictions([one, one])) == []
    assert "`Report` is `Melden` in one room and `Verslag`" in "\n".join(messages.contradictions([one, other]))


def test_the_protocol_is_no_room_of_messages(tmp_path: Path) -> None:
    for name in ("desk", "protocol"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").touch()
    assert [room.name for room in messages.rooms(tmp_path)] == ["desk"]
