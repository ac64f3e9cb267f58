"""Where pages find the stream, and what they are allowed for it."""

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.test import Client

from keyzer.kit.environment import EnvironmentProblem
from keyzer.live import address

PORT, PATH, HOST = (address.place(text) for text in (":8001", "/live", "https://live.keyzer.example"))


@pytest.fixture
def beside() -> Iterator[None]:
    """The stream process has a port of its own."""
    before = settings.KEYZER_LIVE
    settings.KEYZER_LIVE = PORT
    yield
    settings.KEYZER_LIVE = before


def test_a_stream_is_a_port_a_path_or_another_host() -> None:
    assert address.base(PORT, "http", "10.0.0.5:8000") == "http://10.0.0.5:8001/"
    assert address.base(PORT, "http", "[::1]:8000") == "http://[::1]:8001/"
    assert address.base(PATH, "https", "keyzer.example") == "/live/"
    assert address.base(HOST, "https", "keyzer.example") == "https://live.keyzer.example/"
    assert address.base(address.place(""), "https", "keyzer.example") == ""
    assert address.other_origin(PORT, "http", "localhost:8000") == "http://localhost:8001"
    assert address.other_origin(PATH, "https", "keyzer.example") == ""


@pytest.mark.parametrize(
    "wrong", ["8001", ":0", ":99999", "live", "//elsewhere/", "ftp://x/", "https:///x", "/live/?a"]
)
def test_anything_else_is_refused_with_what_to_write(wrong: str) -> None:
    with pytest.raises(EnvironmentProblem, match="write a port as :8001, a path as /live/, or an address"):
        address.place(wrong)


def test_only_a_page_of_the_same_host_may_read_a_stream() -> None:
    assert address.same_name("http://127.0.0.1:8000", "127.0.0.1:8001")
    assert not address.same_name("http://elsewhere.example", "127.0.0.1:8001")
    assert not address.same_name("", "127.0.0.1:8001")


@pytest.mark.django_db
def test_pages_may_connect_to_the_stream_and_to_nothing_else(school: None, beside: None) -> None:
    policy = Client().get("/mag-dit/")["Content-Security-Policy"]
    assert "connect-src 'self' http://testserver:8001;" in f"{policy};"
    settings.KEYZER_LIVE = address.NOWHERE
    assert "connect-src" not in Client().get("/mag-dit/")["Content-Security-Policy"]
