"""The door for the server that holds open pages; see `keyzer.live.stream`."""

import os
import resource
from urllib.parse import urlsplit

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "keyzer.config.settings")
django.setup()

from django.conf import settings  # noqa: E402 -- they are read when Django is ready

from keyzer.live.stream.application import Stream  # noqa: E402


def room_for(pages: int) -> int:
    """As many as the machine lets this process keep open, when it asks for all that it may have."""
    _usual, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    return pages if most == resource.RLIM_INFINITY else min(pages, most - 100)


_parts = urlsplit(settings.KEYZER_ADDRESS)
application = Stream(room_for(settings.KEYZER_LIVE_MOST), f"{_parts.scheme}://{_parts.netloc}" if _parts.netloc else "")
