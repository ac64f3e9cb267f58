"""Takes in uploaded evidence: stopped before it is read when it is too large, encrypted on its way to the disk."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopUpload
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from keyzer.ledger.files import Incoming

from .judging import judge
from .kinds import Inspection, Kind, Problem

ROOM_FOR_WORDS = 1024 * 1024
DRAINED_AT_ONCE = 1024 * 1024
WORTH_DRAINING = 4  # a browser shows our answer only after it has sent all; beyond this many limits it is cut off


class Received(UploadedFile):  # type: ignore[type-arg]  # Django's is not generic when it runs
    """An uploaded file that lies encrypted on the disk and vanishes at the end of the request unless it is kept."""

    def __init__(self, name: str, incoming: Incoming, inspection: Inspection) -> None:
        super().__init__(file=None, name=name, size=incoming.size)
        self.incoming = incoming
        self.inspection = inspection

    def judged(self) -> Kind:
        """What it is. Raises kinds.Unacceptable."""
        return judge(self.incoming, self.inspection, self.name or "")

    def close(self) -> None:
        """Called by Django when the request is over."""
        self.incoming.discard()


class EvidenceIntake(FileUploadHandler):
    """Encrypts and inspects files while they come in. What goes wrong stands in `problem`."""

    def __init__(self, request: HttpRequest | None = None) -> None:
        super().__init__(request)
        self.problem: Problem | None = None
        self._source: Any = None
        self._declared = 0
        self._incoming: Incoming | None = None
        self._inspection = Inspection()

    def handle_raw_input(
        self,
        input_data: Any,  # noqa: ANN401 -- Django fixes the signature
        META: dict[str, str],  # noqa: ARG002, N803
        content_length: int,
        boundary: str,  # noqa: ARG002
        encoding: str | None = None,  # noqa: ARG002
    ) -> None:
        """See how much is announced; fields that stand before the first file are still read."""
        self._source = input_data
        self._declared = content_length
        if content_length > settings.KEYZER_EVIDENCE_LIMIT + ROOM_FOR_WORDS:
            self.problem = Problem.TOO_LARGE

    def new_file(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- Django fixes the signature
        """Stop here when too much is announced; nothing of the file is kept."""
        super().new_file(*args, **kwargs)
        if self.problem is Problem.TOO_LARGE:
            if self._declared <= WORTH_DRAINING * settings.KEYZER_EVIDENCE_LIMIT:
                self._drain()
            raise StopUpload(connection_reset=True)
        self._incoming = Incoming()
        self._inspection = Inspection()

    def _drain(self) -> None:
        while self._source.read(DRAINED_AT_ONCE):
            pass

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:  # noqa: ARG002 -- Django fixes the signature
        """Take the next bytes."""
        if self._incoming is not None:
            self._inspection.feed(raw_data)
            self._incoming.write(raw_data)

    def file_complete(self, file_size: int) -> Received | None:  # noqa: ARG002 -- Django fixes the signature
        """Hand the file over to the request."""
        incoming, self._incoming = self._incoming, None
        return Received(self.file_name or "", incoming, self._inspection) if incoming else None

    def upload_interrupted(self) -> None:
        """The sender went away before the end."""
        self.problem = Problem.INTERRUPTED
        if self._incoming is not None:
            self._incoming.discard()


class NoFiles(FileUploadHandler):
    """For every form that asks for no file: stops at the first one, so that nothing unasked touches the disk."""

    def new_file(self, *_args: Any, **_kwargs: Any) -> None:  # noqa: ANN401 -- Django fixes the signature
        """Refuse."""
        raise StopUpload(connection_reset=True)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Never reached: `new_file` stops the upload."""

    def file_complete(self, file_size: int) -> None:
        """Never reached: `new_file` stops the upload."""


def join_words(request: HttpRequest, field: str, words: str, name: str) -> None:
    """Make words that were pasted, such as a part of a chat, a file of the form's `field`, as if it had been sent."""
    if not words.strip():
        return
    incoming, inspection, content = Incoming(), Inspection(), words.encode()
    incoming.write(content)
    inspection.feed(content)
    request.FILES.appendlist(field, Received(name, incoming, inspection))


def takes_files(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """For a view, inside its guard, whose form asks for evidence: it must choose how before CSRF reads the form."""
    return csrf_exempt(takes_files_of_strangers(csrf_protect(view)))


def takes_files_of_strangers(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """As `takes_files`, for a view that nobody signs in for: without a session there is nothing to forge."""

    @wraps(view)
    def choose_first(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:  # noqa: ANN401 -- passed on
        request.upload_handlers = [EvidenceIntake(request)]
        return view(request, *args, **kwargs)

    return choose_first


def upload_problem(request: HttpRequest) -> Problem | None:
    """What went wrong with the upload as a whole; reads the form when that has not been done."""
    _ = request.POST
    return next((each.problem for each in request.upload_handlers if isinstance(each, EvidenceIntake)), None)
