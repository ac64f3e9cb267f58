"""Takes in a scan of a sheet: held in memory, never in the clear on a disk, and stopped when it is too large."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from keyzer.acknowledgements.actions.paper import MOST_BYTES


class SheetIntake(FileUploadHandler):
    """Collects one file; what passes the limit is read and forgotten, so that a browser still shows our answer."""

    def __init__(self, request: HttpRequest | None = None) -> None:
        super().__init__(request)
        self.is_too_large = False
        self._content = bytearray()

    def new_file(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- Django fixes the signature
        """Begin with nothing."""
        super().new_file(*args, **kwargs)
        self._content = bytearray()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Take the next bytes."""
        if start + len(raw_data) > MOST_BYTES:
            self.is_too_large = True
            raise SkipFile
        self._content += raw_data

    def file_complete(self, file_size: int) -> SimpleUploadedFile | None:  # noqa: ARG002 -- Django fixes the signature
        """Hand the file over to the request; its name tells nothing that is kept."""
        return SimpleUploadedFile("scan", bytes(self._content)) if self._content else None


def takes_a_scan(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """For a view, inside its guard, whose form has a scan: it must choose how before CSRF reads the form."""
    protected = csrf_protect(view)

    @csrf_exempt
    @wraps(view)
    def choose_first(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:  # noqa: ANN401 -- passed on
        request.upload_handlers = [SheetIntake(request)]
        return protected(request, *args, **kwargs)

    return choose_first


def is_too_large(request: HttpRequest) -> bool:
    """Whether a file passed the limit; reads the form when that has not been done."""
    _ = request.POST
    return any(isinstance(each, SheetIntake) and each.is_too_large for each in request.upload_handlers)
