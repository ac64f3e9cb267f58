"""What a page may not do: ask another host for anything, or carry script or style of its own (the CSP refuses both)."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from tests.architecture.reading import PACKAGE, nothing_found, place, templates

OTHER_HOSTS = re.compile(r"""https?://|["'(=]\s*//\w""")
HARMLESS = re.compile(
    r"""/\*.*?\*/ | \{\#.*?\#\} | <!--.*?-->  # comments
      | <a\b[^>]*>                            # a link goes only where a person chooses to go
      | xmlns(?::\w+)?="[^"]*"                # a name, not an address that is fetched
    """,
    re.VERBOSE | re.DOTALL,
)
INLINE = re.compile(r"""<style\b|<script\b(?![^>]*\bsrc=)|<[^>]*\s(?:style|on[a-z]+)\s*=""")


def other_hosts(files: Iterable[Path]) -> Iterator[str]:
    for file in files:
        if OTHER_HOSTS.search(HARMLESS.sub("", file.read_text(encoding="utf-8"))):
            yield f"{place(file)}: asks another host for something: ship it with the page"


def inline(files: Iterable[Path]) -> Iterator[str]:
    for file in files:
        if found := INLINE.search(file.read_text(encoding="utf-8")):
            yield f"{place(file)}: `{found[0]}`: put it in a file of the room's static folder"


def pages_and_styles() -> list[Path]:
    static = (path for path in PACKAGE.rglob("static/**/*") if path.suffix in {".css", ".js", ".svg"})
    return [*templates(), *static]


def test_there_are_pages_to_read() -> None:
    assert len(pages_and_styles()) > len(templates()) > 0


def test_pages_ask_no_other_host() -> None:
    nothing_found(other_hosts(pages_and_styles()))


def test_pages_carry_no_script_or_style() -> None:
    nothing_found(inline(templates()))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("page.html", '<script src="https://cdn.example/x.js"></script>'),
        ("page.html", '<img src="//cdn.example/x.png" alt="">'),
        ("page.css", "@import url(//fonts.example/x.css);"),
        ("page.css", "a { background: url( 'http://x.example/y.png') }"),
    ],
)
def test_another_host_is_found(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_text(content)
    assert list(other_hosts([tmp_path / name]))


def test_a_link_and_a_namespace_are_no_request(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text('<a href="https://law.example/1">x</a><svg xmlns="http://www.w3.org/2000/svg"/>{# https://x #}')
    assert not list(other_hosts([page]))


@pytest.mark.parametrize(
    "content",
    ["<p style='color: red'>", '<button type="button" onclick="x()">', "<script>x()</script>", "<style>p {}</style>"],
)
def test_inline_script_and_style_are_found(tmp_path: Path, content: str) -> None:
    (tmp_path / "page.html").write_text(content)
    assert list(inline([tmp_path / "page.html"]))


def test_a_script_of_our_own_is_fine(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text('<script src="/static/x.js" defer></script><p class="style">once = 1</p>')
    assert not list(inline([page]))
