"""How a phone shares a text or a photo with the app: what the web app says of itself, and how the parts are read."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse

PARTS = ("title", "text", "url")
PHOTO = "chosen"
"""As the form of the photo check calls it."""
OWN_SITES = frozenset({"none", "same-origin", ""})
"""From where a browser says that a request comes: from the phone itself or from us; an old browser says nothing."""


def manifest() -> dict[str, Any]:
    """The web app manifest. What is shared comes by POST: in an address it would stay in histories and logs."""
    return {
        "name": "Keyzer",
        "short_name": "Keyzer",
        "lang": "nl",
        "id": "/",
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "background_color": "#faf8f3",
        "theme_color": "#1f3d8a",
        "icons": [{"src": static("design/favicon.svg"), "sizes": "any", "type": "image/svg+xml"}],
        "share_target": {
            "action": reverse("check:shared"),
            "method": "POST",
            "enctype": "multipart/form-data",
            "params": {part: part for part in PARTS} | {"files": [{"name": PHOTO, "accept": ["image/*"]}]},
        },
    }


def text_of(shared: Mapping[str, Any]) -> str:
    """The parts that were shared, each on its own line, none twice."""
    said = [str(shared.get(part, "")).strip() for part in PARTS]
    return "\n".join(dict.fromkeys(part for part in said if part))


def is_from_elsewhere(request: HttpRequest) -> bool:
    """Whether a page of another site sent this: what a phone shares is sent by no page."""
    return request.headers.get("Sec-Fetch-Site", "") not in OWN_SITES
