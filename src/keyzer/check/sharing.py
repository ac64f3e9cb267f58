"""How a phone shares a text with the app: what the web app says of itself, and how the shared parts are read."""

from collections.abc import Mapping
from typing import Any

from django.templatetags.static import static
from django.urls import reverse

PARTS = ("title", "text", "url")


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
            "enctype": "application/x-www-form-urlencoded",
            "params": {part: part for part in PARTS},
        },
    }


def text_of(shared: Mapping[str, Any]) -> str:
    """The parts that were shared, each on its own line, none twice."""
    said = [str(shared.get(part, "")).strip() for part in PARTS]
    return "\n".join(dict.fromkeys(part for part in said if part))
