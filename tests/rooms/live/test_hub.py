"""Who listens is woken by what concerns them, is spread in time, and shuts nobody out."""

from contextlib import ExitStack

import pytest

from keyzer.live.stream.hub import LONGEST_WAIT, Full, Hub


def test_a_change_wakes_who_listens_to_it() -> None:
    hub = Hub(most=10)
    hub.learn({"a": 3, "b": 1})
    with hub.listening(("a",)) as one, hub.listening(("b", "c")) as other:
        assert (hub.number_of(one.topics), hub.number_of(other.topics)) == (3, 1)
        hub.learn({"a": 3, "c": 1})
        assert (one.woken.is_set(), other.woken.is_set()) == (False, True)
        assert hub.number_of(other.topics) == 2
    assert hub.open == 0
    hub.learn({"a": 4})
    assert not one.woken.is_set()


def test_the_more_pages_listen_the_more_time_they_get_up_to_a_limit() -> None:
    hub = Hub(most=10_000)
    with ExitStack() as open_pages:
        few = [open_pages.enter_context(hub.listening(("few",))) for _page in range(30)]
        many = [open_pages.enter_context(hub.listening(("many",))) for _page in range(4000)]
        hub.learn({"few": 1, "none": 1})
        hub.learn({"many": 1})
    assert few[0].within == pytest.approx(0.075)
    assert many[-1].within == LONGEST_WAIT


def test_one_address_can_not_take_all_places() -> None:
    hub = Hub(most=4)
    with hub.listening(("a",)), hub.listening(("a",)):
        with pytest.raises(Full), hub.listening(("a",)):
            pass
        with hub.listening(("b",)), hub.listening(("c",)), pytest.raises(Full), hub.listening(("d",)):
            pass
    with hub.listening(("a",)):
        assert hub.open == 1


def test_at_the_end_all_are_woken_and_nobody_comes_in() -> None:
    hub = Hub(most=4)
    with hub.listening(("a",)) as one:
        hub.close()
        assert one.woken.is_set()
        with pytest.raises(Full), hub.listening(("b",)):
            pass
