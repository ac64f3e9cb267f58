"""Takes in one photo, held in memory alone: nothing of the original ever touches the disk."""

from collections.abc import Callable
from functools import wraps
from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import InMemoryUploadedFile, UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopFutureHandlers
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from .seen import MOST_BYTES, Problem, Unreadable

FIELDS = ("taken", "chosen")
"""The fields of the form: one that opens the camera, one that opens the album."""


class PhotoIntake(FileUploadHandler):
    """Holds a photo while it comes in; of what is too heavy no more than the limit, the rest passes by."""

    def __init__(self, request: HttpRequest | None = None) -> None:
        super().__init__(request)
        self._held = BytesIO()
        self._files = 0

    def new_file(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- Django fixes the signature
        """Begin with a photo; other handlers get nothing of it."""
        super().new_file(*args, **kwargs)
        self._held = BytesIO()
        self._files += 1
        raise StopFutureHandlers

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Hold the next bytes up to one beyond the limit, which tells that there were more."""
        if start <= MOST_BYTES and self._files <= len(FIELDS):
            self._held.write(raw_data)

    def file_complete(self, file_size: int) -> UploadedFile | None:  # type: ignore[type-arg]  # not generic at run time
        """Hand the photo over to the request."""
        self._held.seek(0)
        return InMemoryUploadedFile(self._held, self.field_name, "photo", "", file_size, None)


def takes_a_photo(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """For a view, inside its guard, whose form asks for a photo: it must choose how before CSRF reads the form."""

    @wraps(view)
    def choose_first(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:  # noqa: ANN401 -- passed on
        request.upload_handlers = [PhotoIntake(request)]
        return csrf_protect(view)(request, *args, **kwargs)

    return csrf_exempt(choose_first)


def received(request: HttpRequest) -> bytes:
    """The photo that was sent. Raises Unreadable when there is none or it is too heavy."""
    sent = next((each for name in FIELDS if (each := request.FILES.get(name)) and each.size), None)
    if sent is None:
        raise Unreadable(Problem.NOTHING)
    if (sent.size or 0) > MOST_BYTES:
        raise Unreadable(Problem.TOO_HEAVY)
    content: bytes = sent.read()
    return content
