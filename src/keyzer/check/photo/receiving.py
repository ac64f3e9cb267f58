"""Takes in one photo, held in memory alone: nothing of the original ever touches the disk."""

from collections.abc import Callable
from functools import wraps
from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import InMemoryUploadedFile, UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopFutureHandlers, StopUpload
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from .seen import MOST_BYTES, Problem, Unreadable

FIELDS = ("taken", "chosen")
"""The fields of the form: one that opens the camera, one that opens the album."""
WORTH_READING = 4 * MOST_BYTES
"""A browser shows our answer only after it has sent all; what announces more than this is cut off."""


class PhotoIntake(FileUploadHandler):
    """Holds a photo while it comes in; of what is too heavy no more than the limit, the rest passes by."""

    def __init__(self, request: HttpRequest | None = None) -> None:
        super().__init__(request)
        self.is_cut_off = False
        self._held = BytesIO()
        self._files = 0

    def handle_raw_input(
        self,
        input_data: Any,  # noqa: ANN401, ARG002 -- Django fixes the signature
        META: dict[str, str],  # noqa: ARG002, N803
        content_length: int,
        boundary: str,  # noqa: ARG002
        encoding: str | None = None,  # noqa: ARG002
    ) -> None:
        """See how much is announced; fields that stand before the first file are still read."""
        self.is_cut_off = content_length > WORTH_READING

    def new_file(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- Django fixes the signature
        """Begin with a photo; other handlers get nothing of it."""
        super().new_file(*args, **kwargs)
        if self.is_cut_off:
            raise StopUpload(connection_reset=True)
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
    _ = request.POST
    if any(isinstance(each, PhotoIntake) and each.is_cut_off for each in request.upload_handlers):
        raise Unreadable(Problem.TOO_HEAVY)
    sent = next((each for name in FIELDS for each in request.FILES.getlist(name) if each.size), None)
    if sent is None:
        raise Unreadable(Problem.NOTHING)
    if (sent.size or 0) > MOST_BYTES:
        raise Unreadable(Problem.TOO_HEAVY)
    content: bytes = sent.read()
    return content


def how_many(request: HttpRequest) -> int:
    """How many photos were sent; only the first is looked at."""
    return sum(len(request.FILES.getlist(name)) for name in FIELDS)
