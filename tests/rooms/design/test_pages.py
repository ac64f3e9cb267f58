"""The style page, the pages for when something goes wrong, and the weight of a first visit."""

import re
from pathlib import Path

import brotli  # type: ignore[import-untyped]
import pytest
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.test import Client
from pytest_django.fixtures import Settings

WIRE_BUDGET = 60_000
SCRIPT_BUDGET = 3_000
SQUEEZED_ALREADY = {".woff2"}


def static_files(html: str) -> set[Path]:
    names = re.findall(r'(?:href|src)="/static/([^"]+)"', html)
    return {Path(str(finders.find(name))) for name in names}


def weight(path: Path) -> int:
    content = path.read_bytes()
    return len(content) if path.suffix in SQUEEZED_ALREADY else len(brotli.compress(content))


def test_the_style_page_is_not_for_real_schools(client: Client, settings: Settings) -> None:
    assert client.get("/design/").status_code == 200
    settings.KEYZER_DEMO = False
    assert client.get("/design/").status_code == 404


def test_a_first_visit_is_light(client: Client) -> None:
    page = client.get("/design/").content
    files = static_files(page.decode())
    assert len(files) > 5
    assert len(brotli.compress(page)) + sum(map(weight, files)) < WIRE_BUDGET


def test_the_script_is_small() -> None:
    assert all(
        path.stat().st_size <= SCRIPT_BUDGET
        for path in static_files(render_to_string("404.html"))
        if path.suffix == ".js"
    )


@pytest.mark.parametrize("name", ["400", "403", "403_csrf", "404", "413", "500"])
def test_what_went_wrong_is_said_kindly_and_without_data(name: str) -> None:
    page = render_to_string(f"{name}.html")
    assert 'href="/"' in page
    assert "Bel 112" in page


def test_a_request_that_is_too_big_gets_its_own_page(client: Client) -> None:
    client.raise_request_exception = False
    answer = client.get("/te-groot/")
    assert answer.status_code == 413
    assert "te groot" in answer.content.decode()


def test_the_page_speaks_the_readers_language(client: Client) -> None:
    page = client.get("/design/", headers={"Accept-Language": "en"}).content.decode()
    assert '<html lang="en">' in page
    assert "Go to the content" in page


def test_fonts_are_where_the_styles_say() -> None:
    styles = Path(str(finders.find("design/tokens.css")))
    fonts = re.findall(r'url\("([^"]+)"\)', styles.read_text(encoding="utf-8"))
    assert len(fonts) == 2
    assert all((styles.parent / font).is_file() for font in fonts)
