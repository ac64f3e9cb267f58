"""What is no lesson is refused, with the file, the field and the remedy."""

from pathlib import Path

import pytest

from keyzer.learning import shelf
from tests.rooms.learning.conftest import SOUND

OPENING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"'
FIRST = 'heading.en = "All looked on, nobody spoke"'


def problems(folder: Path, text: str | bytes, name: str = "eigen.toml") -> list[str]:
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return shelf.lint(folder)


def test_a_sound_lesson_is_taken(tmp_path: Path) -> None:
    assert problems(tmp_path, SOUND) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (FIRST, "", "eigen.toml: `screens[0].heading.en` is missing; write it"),
        (FIRST, 'heading.en = ""', "eigen.toml: `screens[0].heading.en` is empty"),
        ('title.en = "You saw it happen"', "", "eigen.toml: `title.en` is missing"),
        (FIRST, FIRST + '\nheading.fr = "Non"', "eigen.toml: unknown field `screens[0].heading.fr`"),
        ("order = 70", 'order = "70"', "eigen.toml: `order` must be a whole number, not `70`"),
        ("order = 70", "order = 70\ncolour = 1", "eigen.toml: unknown field `colour`"),
        ("order = 70", 'order = 70\nid = "x"', "eigen.toml: `id` is the name of the file; take it out"),
        ('audiences = ["leerling"]', 'audiences = ["kind"]', "eigen.toml: `audiences[0]` does not know `kind`"),
        ('audiences = ["leerling"]', "audiences = []", "eigen.toml: `audiences` is empty; say for whom it is"),
        ('audiences = ["leerling"]', 'audiences = ["personeel"]', "none that binds its `audiences`"),
        ('"leerlingen-8"', '"leerlingen-88"', "`leerlingen-88`, which no article is called"),
        ("right = true", "right = false", "all right or all wrong"),
        ('picture.name = "beside"', 'picture.name = "moon"', "but there is no such drawing in `pictures`"),
        ('to = "tel:112"', 'to = "javascript:alert(1)"', "`screens[5].links[0].to` is `javascript:alert(1)`"),
        ('to = "intake:tell twijfel"', 'to = "http://x.example/"', "`now[1].to` is `http://x.example/`"),
        ("Iedereen keek", "x " * 800, "words in `nl`; keep to 750"),
        ("[[now]]", "[now", "eigen.toml: is not TOML: "),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in SOUND
    found = problems(tmp_path, SOUND.replace(old, new))
    assert any(said in one for one in found), found


def test_too_short_is_no_lesson(tmp_path: Path) -> None:
    screens = SOUND.split("[[screens]]")
    found = problems(tmp_path, "[[screens]]".join(screens[:4]) + "[[now]]" + SOUND.split("[[now]]")[1])
    assert any("`screens` are 3; make 5 to 8" in one for one in found), found
    assert any("1 of the `screens` ask something; let 3 to 4 do so" in one for one in found), found


@pytest.mark.parametrize("name", ["klas.toml", "Mijn Les.toml", "-.toml"])
def test_a_name_must_fit_in_an_address(tmp_path: Path, name: str) -> None:
    assert "can't be the name of a lesson" in problems(tmp_path, SOUND, name)[0]


def test_all_that_is_wrong_is_said_at_once(tmp_path: Path) -> None:
    found = problems(tmp_path, SOUND.replace(FIRST, "").replace("order = 70", "").replace("summary.en", "summary.xx"))
    assert len(found) == 4, found


def test_other_letters_than_utf_8_are_refused(tmp_path: Path) -> None:
    assert "is not UTF-8 from byte 2 on" in problems(tmp_path, b"# \xe9")[0]


def test_an_empty_folder_has_no_lesson(tmp_path: Path) -> None:
    assert "there is no lesson in" in shelf.lint(tmp_path)[0]


@pytest.mark.parametrize(
    ("svg", "said"),
    [
        (f"{OPENING}><script>alert(1)</script></svg>", "holds `script`"),
        (f'{OPENING} onload="alert(1)"/>', "holds `onload` on `svg`"),
        (f'{OPENING}><path style="fill:red" d="M0 0"/></svg>', "holds `style` on `path`"),
        (f'{OPENING}><image href="https://x.example/a.png"/></svg>', "holds `image`"),
        (f'{OPENING}><use xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="#a"/></svg>', "holds `use`"),
        (f"{OPENING}><foreignObject/></svg>", "holds `foreignObject`"),
        (f'{OPENING}><rect class="url(https://x.example)"/></svg>', "write numbers and names only"),
        (f"{OPENING}><g>Hallo</g></svg>", "holds words in `g`"),
        ('<!DOCTYPE svg [<!ENTITY a "b">]>' + f"{OPENING}/>", "holds more than shapes"),
        ("<html/>", "is not a drawing"),
        ("<svg", "is not SVG"),
        (f"{OPENING}>{'<g/>' * 6000}</svg>", "is larger than 20 kB"),
    ],
)
def test_a_drawing_holds_shapes_only(tmp_path: Path, svg: str, said: str) -> None:
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "beside.svg").write_text(svg)
    found = problems(tmp_path, SOUND)
    assert found[0].startswith("pictures/beside.svg: ")
    assert said in found[0], found
