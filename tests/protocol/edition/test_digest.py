"""The digest counts what is said, not how the files are laid out."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from keyzer.protocol.decode import reflow
from keyzer.protocol.load import current, load_edition


def test_line_breaks_comments_and_order_of_keys_do_not_count(folder: Path) -> None:
    path = folder / "leerlingen.toml"
    text = path.read_text(encoding="utf-8")
    text = text.replace('kind = "duty"\nbinds = ["leerling"]', 'binds = ["leerling"] # pupils\nkind = "duty"')
    text = text.replace("Leer hoe een app werkt", "Leer hoe\neen app   werkt")
    path.write_text(text, encoding="utf-8")
    assert load_edition(folder) == current()


def test_one_other_word_counts(folder: Path) -> None:
    path = folder / "leerlingen.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("Leer hoe", "Weet hoe", 1), encoding="utf-8")
    changed = load_edition(folder)
    assert changed.digest != current().digest
    assert changed.article("leerlingen-1").text.nl.startswith("Weet hoe een app werkt")


def test_paragraphs_stay_apart() -> None:
    assert reflow({"text": ["een\ntwee\n\ndrie ", 4]}) == {"text": ["een twee\n\ndrie", 4]}


@given(st.text())
def test_a_text_that_was_reflowed_stays_as_it_is(text: str) -> None:
    assert reflow(reflow(text)) == reflow(text)
