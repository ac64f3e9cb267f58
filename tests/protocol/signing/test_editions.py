"""Which signature still counts under a later edition, and what reads otherwise in it."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from keyzer.protocol import Change, Edition, Text, counts_for, current, differences, languages, still_counting

FIRST = current()


def later(before: Edition, year: int, change: Change) -> Edition:
    return replace(
        before, id=f"de-keyzer-{year}-08-01", in_force_from=date(year, 8, 1), change=change, replaces=before.id
    )


def test_a_minor_change_asks_no_new_signature_and_a_major_one_does() -> None:
    minor = later(FIRST, 2027, Change.MINOR)
    major = later(minor, 2028, Change.MAJOR)
    shelf = {one.id: one for one in (FIRST, minor, major)}
    assert counts_for(FIRST.id, minor, shelf)
    assert not counts_for(FIRST.id, major, shelf)
    assert counts_for(major.id, major, shelf)


@given(st.lists(st.sampled_from(list(Change)), max_size=6))
def test_signatures_count_back_to_the_last_major_change(changes: list[Change]) -> None:
    line = [FIRST]
    for number, change in enumerate(changes):
        line.append(later(line[-1], 2027 + number, change))
    since = max((n for n, one in enumerate(line) if one.change is Change.MAJOR), default=0)
    assert still_counting(line[-1], {one.id: one for one in line}) == tuple(one.id for one in reversed(line[since:]))


def test_an_edition_that_is_not_there_counts_for_nothing() -> None:
    minor = later(FIRST, 2027, Change.MINOR)
    assert still_counting(minor, {}) == (minor.id,)


def test_a_word_that_changed_is_marked_and_the_rest_stays() -> None:
    article = FIRST.article("leerlingen-1")
    other = replace(article, text=Text(nl=article.text.nl.replace("instellingen", "keuzes"), en=article.text.en))
    new = replace(FIRST, articles={**FIRST.articles, article.id: other})
    [change] = differences(FIRST, new, "nl")
    assert (change.article, change.kind) == ("leerlingen-1", "changed")
    assert [piece.text for piece in change.pieces if piece.mark == "gone"] == ["instellingen"]
    assert [piece.text for piece in change.pieces if piece.mark == "new"] == ["keuzes"]
    assert differences(FIRST, new, "en") == ()


def test_articles_that_came_and_went_stand_whole() -> None:
    fewer = replace(FIRST, articles={name: one for name, one in FIRST.articles.items() if name != "leerlingen-5"})
    [came] = differences(fewer, FIRST, "nl")
    [went] = differences(FIRST, fewer, "nl")
    assert (came.kind, went.kind) == ("added", "removed")
    assert {piece.mark for piece in came.pieces} == {"new"}
    assert {piece.mark for piece in went.pieces} == {"gone"}


@given(st.sampled_from(list(FIRST.articles)), st.text(alphabet="ab \n", max_size=40))
def test_old_and_new_can_be_read_back_from_the_marks(name: str, words: str) -> None:
    old = FIRST.articles[name]
    new = replace(FIRST, articles={**FIRST.articles, name: replace(old, text=Text(nl=words, en=words))})
    for change in differences(FIRST, new, "nl"):
        before = "".join(piece.text for piece in change.pieces if piece.mark != "new")
        after = "".join(piece.text for piece in change.pieces if piece.mark != "gone")
        assert before == f"{old.title.nl}\n\n{old.text.nl}"
        assert after == f"{old.title.nl}\n\n{words}"


def test_an_edition_is_signed_in_the_languages_it_is_whole_in() -> None:
    assert languages(FIRST) == ("nl", "en")
    article = FIRST.article("leerlingen-1")
    half = replace(article, text=Text(nl=article.text.nl, en=" "))
    assert languages(replace(FIRST, articles={**FIRST.articles, article.id: half})) == ("nl",)
