"""Every page says who may enter, by a guard of keyzer.people.guards."""

from collections.abc import Iterable, Iterator

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, get_resolver, path

from tests.architecture.reading import nothing_found

BRING_THEIR_OWN_GUARD = {
    "allauth": "the sign-in library decides by itself which of its pages need a sign-in",
    "django.contrib.staticfiles": "styles and icons are for everyone",
    "django.views.i18n": "choosing a language is for everyone",
    "django.views.static": "styles and icons are for everyone",
}


def unguarded(patterns: Iterable[URLPattern | URLResolver], prefix: str = "/") -> Iterator[str]:
    for pattern in patterns:
        address = f"{prefix}{pattern.pattern}"
        if isinstance(pattern, URLResolver):
            yield from unguarded(pattern.url_patterns, address)
        elif not hasattr(pattern.callback, "guard") and not has_its_own(pattern.callback.__module__):
            yield f"{address}: `{pattern.lookup_str}` has no guard: say `public`, `signed_in` or `for_roles(...)`"


def has_its_own(module: str) -> bool:
    return any(module == name or module.startswith(f"{name}.") for name in BRING_THEIR_OWN_GUARD)


def page(_request: HttpRequest) -> HttpResponse:
    return HttpResponse()


def test_every_page_is_guarded() -> None:
    nothing_found(unguarded(get_resolver().url_patterns))


def test_an_unguarded_page_is_found() -> None:
    assert "/secret: " in next(unguarded([path("secret", page)]))
