"""The look is tested on its own: the style page under the school's settings, without any other room."""

from collections.abc import Iterator

import pytest
from django.http import HttpRequest
from django.test import Client
from django.utils import translation
from playwright.sync_api import Browser, BrowserContext, Page, Route
from pytest_django.fixtures import Settings

from keyzer.design.menu import MenuLine

ORIGIN = "http://localhost"


def frame(_request: HttpRequest) -> dict[str, object]:
    """What a school puts around a page."""
    return {
        "school_name": "De Keyzer",
        "navigation": [
            MenuLine("Vandaag", "/", "home", current=True),
            MenuLine("Het protocol", "/protocol/", "protocol", current=False),
        ],
        "footer_links": [("Privacy", "/privacy/")],
    }


@pytest.fixture(autouse=True)
def look_alone(settings: Settings) -> Iterator[None]:
    settings.ROOT_URLCONF = "tests.rooms.design.addresses"
    settings.KEYZER_DEMO = True
    settings.ALLOWED_HOSTS = ["localhost", "testserver"]
    settings.TEMPLATES = [
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "APP_DIRS": True,
            "OPTIONS": {
                "context_processors": [
                    "django.template.context_processors.request",
                    "django.contrib.messages.context_processors.messages",
                    "tests.rooms.design.conftest.frame",
                ]
            },
        }
    ]
    with translation.override("nl"):
        yield


def open_page(context: BrowserContext, client: Client, address: str) -> Page:
    """The page in a browser that gets every answer, headers and all, straight from the application."""

    def answer(route: Route) -> None:
        request = route.request
        headers = {"Accept-Language": "nl", "Host": "localhost"}
        path = request.url.removeprefix(ORIGIN)
        if not request.url.startswith(ORIGIN):
            route.abort()
        elif request.method == "POST":
            response = client.post(path, {}, headers=headers)
            route.fulfill(status=response.status_code, body=b"sent")
        else:
            response = client.get(path, headers=headers)
            route.fulfill(status=response.status_code, headers=dict(response.items()), body=response.getvalue())

    context.route("**/*", answer)
    page = context.new_page()
    page.goto(ORIGIN + address)
    return page


@pytest.fixture
def phone(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context(viewport={"width": 390, "height": 844}, locale="nl-NL")
    yield context
    context.close()
