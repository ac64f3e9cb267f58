"""A chat as evidence: read once, shown by pages with strangers masked, a passage of it chosen as proof."""

from uuid import UUID

import pytest
from django.http import HttpRequest

from keyzer.evidence import actions, passages, queries, receiving
from keyzer.evidence.actions.chats import WhichOrder
from keyzer.evidence.chats import NotAChat, Order
from tests.cast import NOW, Cast
from tests.rooms.evidence.conftest import Keep, picture
from tests.rooms.evidence.test_items import CHAT, archive

MANY = 50_000


def many() -> bytes:
    return "".join(
        f"{1 + n // 2500}-11-2026 {n // 60 % 24:02}:{n % 60:02} - P{n % 30:03} Naam: regel {n}\n" for n in range(MANY)
    ).encode()


def view(stream: UUID, item: UUID) -> queries.ItemView:
    found = queries.item(stream, item)
    assert found is not None
    return found


@pytest.mark.parametrize(("content", "name"), [(CHAT.encode(), "c.txt"), (archive({"x.txt": CHAT.encode()}), "c.zip")])
def test_a_passage_shows_only_who_takes_part(cast: Cast, keep: Keep, stream: UUID, content: bytes, name: str) -> None:
    item = keep(content, name).item
    chat = actions.read_chat(item, by=cast.coordinator, at=NOW)
    assert (chat.index.messages, chat.index.authors, chat.order) == (2, ("Lena Visser", "Sem"), Order.DAY)
    chosen = actions.choose_passage(item, 0, 1, visible=["Sem"], also=["Noorderlicht"], by=cast.coordinator, at=NOW)
    shown = queries.passage(view(stream, item), 1)
    assert [(one.author, one.text) for one in shown] == [
        ("Persoon 1", "[naam]"),
        ("Sem", "zeg dat niet tegen Persoon 1"),
    ]
    assert passages.digest(shown) == chosen.shown_sha256 != chosen.sha256
    [kept] = view(stream, item).passages
    assert (kept.by, kept.passage) == (cast.coordinator, chosen)


def test_a_page_deep_in_a_long_chat(cast: Cast, keep: Keep, stream: UUID) -> None:
    item = keep(many(), "lang.txt").item
    actions.read_chat(item, by=cast.coordinator, at=NOW)
    page = queries.chat_page(view(stream, item), MANY - 50, visible=["P000 Naam"])
    assert (page.messages[0].text, page.messages[-1].text) == (f"regel {MANY - 50}", f"regel {MANY - 1}")
    assert (page.messages[0].line, page.earlier, page.later) == (MANY - 49, MANY - 150, None)
    for first, last in ((0, 1_000), (5, 4), (MANY - 1, MANY), (-1, 3)):
        with pytest.raises(passages.NoPassage, match="choose at most"):
            actions.choose_passage(item, first, last, visible=[], also=[], by=cast.coordinator, at=NOW)


def test_an_order_that_nothing_tells_is_asked(cast: Cast, keep: Keep) -> None:
    item = keep(b"1/2/26, 10:00 - A: x\n1/3/26, 10:00 - A: x\n", "c.txt").item
    with pytest.raises(WhichOrder) as asked:
        actions.read_chat(item, by=cast.coordinator, at=NOW)
    assert asked.value.orders == (Order.DAY, Order.MONTH)
    assert actions.read_chat(item, order=Order.MONTH, by=cast.coordinator, at=NOW).order is Order.MONTH
    assert actions.read_chat(item, by=cast.coordinator, at=NOW).order is Order.MONTH


def test_words_that_were_pasted_are_a_chat_too(cast: Cast, keep: Keep) -> None:
    request = HttpRequest()
    receiving.join_words(request, "evidence", CHAT, "geplakt.txt")
    [received] = request.FILES.getlist("evidence")
    assert isinstance(received, receiving.Received)
    assert received.judged().media == "text/plain"
    received.close()
    pasted = keep(CHAT.encode(), "geplakt.txt").item
    assert actions.read_chat(pasted, by=cast.coordinator, at=NOW).index.messages == 2
    for content, name in ((b"gewoon een briefje\n", "b.txt"), (picture(), "b.jpg")):
        with pytest.raises(NotAChat):
            actions.read_chat(keep(content, name).item, by=cast.coordinator, at=NOW)
