"""The files of the register: those that come along are sound, and one that isn't is told with its file and field."""

from pathlib import Path

import pytest

from keyzer.platforms import shelf
from keyzer.platforms.entry import NOT_YET, Platform, Steps

SOUND = (shelf.SHIPPED / "whatsapp.toml").read_text()
NOWHERE = Path("no folder of a school")


@pytest.mark.article("reikwijdte-3")
def test_the_programs_that_come_along_are_sound() -> None:
    found = shelf.shelf(NOWHERE)
    assert found.problems == ()
    assert {"facebook", "instagram", "snapchat", "tiktok", "whatsapp", "x", "youtube"} <= set(found.entries)
    assert [entry.content.name.casefold() for entry in found.entries.values()] == sorted(
        entry.content.name.casefold() for entry in found.entries.values()
    )


@pytest.mark.article("leerlingen-4")
def test_each_program_in_use_has_a_point_about_getting_in() -> None:
    about_entry = {"two-steps", "lock", "sign-out", "friends"}
    for entry, said in shelf.shelf(NOWHERE).platforms():
        assert about_entry & {setting.id for setting in said.settings.check}, entry.id


def test_what_nobody_checked_does_not_say_so() -> None:
    for entry, said in shelf.shelf(NOWHERE).platforms():
        assert (said.checked_by == NOT_YET) == (said.checked_on is None), entry.id


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("minimum_age = 13", "minimum_age = 130", "minimum_age"),
        ("[block]", "[blok]", "blok"),
        ("https://faq.whatsapp.com/", "http://faq.whatsapp.com/", "$.report.link"),
        ("https://faq.whatsapp.com/", "javascript:alert(1)", "$.report.link"),
        ('id = "photo"', 'id = "seen"', "stands twice"),
        ('id = "photo"', 'id = "Photo!"', "$.settings.check[1].id"),
        ('  "Go down and tap “Block”.",\n', "", "`nl` has 3 steps and `en` has 2"),
        (f'checked_by = "{NOT_YET}"', 'checked_by = "K. Dekker"', "go together"),
        ("written_on = 2026-11-22", "written_on = 2026-13-45", "whatsapp.toml"),
        ('name = "WhatsApp"', 'name = ""', "$.name"),
        ('name = "WhatsApp"', "\x00", "whatsapp.toml"),
        (SOUND[SOUND.index("[[settings.check]]") :], "", "check"),
    ],
)
def test_an_unsound_file_is_told_by_file_and_field(tmp_path: Path, old: str, new: str, told: str) -> None:
    file = tmp_path / "whatsapp.toml"
    assert old in SOUND
    file.write_text(SOUND.replace(old, new))
    with pytest.raises(shelf.RegisterError) as refused:
        shelf.read(file)
    assert "whatsapp.toml" in str(refused.value)
    assert told in str(refused.value)


@pytest.mark.parametrize("name", ["Whats App.toml", "instellingen.toml", "nakijken.toml", "-.toml", "é.toml"])
def test_a_name_that_is_no_address_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(SOUND)
    with pytest.raises(shelf.RegisterError, match="rename it"):
        shelf.read(tmp_path / name)


def test_a_file_that_is_no_text_and_one_that_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "x.toml").write_bytes(b"\xff\xfe\x00")
    _none, problems = shelf.read_all([tmp_path / "x.toml", tmp_path / "gone.toml"])
    assert [problem.split("`")[1] for problem in problems] == ["x.toml", "gone.toml"]


def test_a_name_that_leads_nowhere_is_told(tmp_path: Path) -> None:
    former = (shelf.SHIPPED / "twitter.toml").read_text().replace('now = "x"', 'now = "nergens"')
    (tmp_path / "twitter.toml").write_text(former)
    assert "`nergens`" in shelf.shelf(tmp_path).problems[0]


def test_a_change_is_seen_at_once(tmp_path: Path) -> None:
    file = tmp_path / "whatsapp.toml"
    for name in ("Eerste", "Tweede naam"):
        file.write_text(SOUND.replace('"WhatsApp"', f'"{name}"'))
        said = shelf.shelf(tmp_path).entries["whatsapp"].content
        assert isinstance(said, Platform)
        assert said.name == name


def test_another_language_than_english_reads_dutch() -> None:
    steps = Steps(nl=("doe dit",), en=("do this",))
    assert (steps.read("nl"), steps.read("en-gb"), steps.read("fy")) == (("doe dit",), ("do this",), ("doe dit",))
