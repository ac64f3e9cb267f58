"""The small pieces: drawings, chips, states and rows, safe whatever they hold."""

from datetime import UTC, datetime

import pytest

from keyzer.design import markup
from keyzer.design.doors import Door, doors
from keyzer.design.menu import MenuLine, menu
from keyzer.design.rows import Row, rows


def test_an_article_leads_to_its_page() -> None:
    assert markup.article("leerlingen-9") == '<a class="article" href="/protocol/leerlingen/9">Leerlingen 9</a>'
    assert markup.article("reikwijdte-4a").endswith('/protocol/reikwijdte/4a">Reikwijdte 4a</a>')


def test_what_is_no_article_is_refused() -> None:
    with pytest.raises(ValueError, match="article `leerlingen` has no number"):
        markup.article("leerlingen")


def test_a_drawing_is_hidden_from_screen_readers() -> None:
    assert all('aria-hidden="true"' in markup.icon(name) for name in markup.icon_names())


def test_an_unknown_drawing_names_those_that_exist() -> None:
    with pytest.raises(ValueError, match=r"no icon `unicorn`; the names are .*alert, arrow"):
        markup.icon("unicorn")


@pytest.mark.parametrize("kind", markup.STATE_ICONS)
def test_a_state_is_drawing_word_and_tint(kind: str) -> None:
    pill = markup.state(kind, "wacht <b>")
    assert pill.startswith(f'<span class="state {kind}"><svg')
    assert pill.endswith("wacht &lt;b&gt;</span>")


def test_an_unknown_state_is_refused() -> None:
    with pytest.raises(ValueError, match="no state `sad`; the kinds are open, waits"):
        markup.state("sad", "verdrietig")


def test_a_row_escapes_what_people_wrote() -> None:
    html = rows([Row(sentence="<script>", detail="<i>", url="/a?b=1&c=2", icon="chat", kind="waits")])
    assert "<script>" not in html
    assert "<i>" not in html
    assert 'href="/a?b=1&amp;c=2">&lt;script&gt;</a>' in html


def test_a_row_shows_its_term_before_its_label() -> None:
    html = rows([Row(sentence="Lena wacht", due=datetime(2020, 1, 1, tzinfo=UTC), kind="waits", label="wacht")])
    assert "dagen te laat" in html
    assert ">wacht<" not in html
    assert rows([Row(sentence="Noor", kind="done", label="Klaar")]).count("Klaar") == 1


def test_an_empty_list_is_a_list() -> None:
    assert rows([]) == '<ul class="rows"></ul>'


def test_a_door_escapes_its_words_and_may_go_without_a_sentence() -> None:
    html = doors([Door("report", "<b>", "<i>", "/a?b=1&c=2", main=True), Door("doubt", "Ik twijfel", "", "/t/")])
    assert '<div class="doors"><div class="door main">' in html
    assert 'href="/a?b=1&amp;c=2">&lt;b&gt;</a><span class="door-text">&lt;i&gt;</span>' in html
    assert html.count("door-text") == 1


def test_the_menu_says_where_one_is() -> None:
    html = menu([MenuLine("Vandaag", "/", "home", current=True), MenuLine("<b>", "/b/", "chat", current=False)])
    assert html.count('aria-current="page"') == 1
    assert "&lt;b&gt;</a></li></ul>" in html
