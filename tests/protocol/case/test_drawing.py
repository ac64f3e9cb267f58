"""The page about the case machine says what the machine does."""

from tests.protocol.case.drawing import PAGE, page


def test_the_page_is_the_machines_own_drawing() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "renew it: make docs"
