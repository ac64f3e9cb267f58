"""How a browser sends a large file by pieces; the room above has the addresses and says who `holder` is.

`POST` with `name`, `size` and `fingerprint` begins one, or finds the one that was cut off. `PATCH` with `Upload-Offset`
sends the next bytes, `HEAD` asks how far it is, `DELETE` takes it back. Every answer tells `Upload-Offset`.
"""

from collections.abc import Callable
from contextlib import suppress
from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse

from keyzer.kit import clock
from keyzer.ledger.files import FileProblem

from . import actions
from .actions.uploads import Begun, Incomplete, NoUpload
from .kinds import Problem, Unacceptable
from .parts import WrongOffset
from .receiving import Received
from .words import problem_words

CREATED, NOTHING, MISSING, ELSEWHERE, REFUSED = 201, 204, 404, 409, 422
MOST_SENT = 100


def begin(
    request: HttpRequest, *, holder: str, address: str, allows: Callable[[int], bool] = lambda _size: True
) -> HttpResponse:
    """Begin an upload; `address` names the address at which its pieces are sent.

    `allows` is asked once of each new one whether so many bytes may come in.
    """
    size = request.POST.get("size", "")
    try:
        begun = actions.begin_upload(
            holder=holder,
            name=request.POST.get("name", ""),
            size=int(size) if size.isdecimal() else 0,
            fingerprint=request.POST.get("fingerprint", ""),
            at=clock.now(),
        )
    except Unacceptable as refused:
        return JsonResponse({"words": problem_words(refused.problem, refused.where)}, status=REFUSED)
    if begun.is_new and not allows(begun.size):
        actions.drop_upload(begun.upload, holder=holder)
        return JsonResponse({"words": problem_words(Problem.TOO_MANY)}, status=REFUSED)
    told = {"upload": str(begun.upload), "address": reverse(address, args=[begun.upload])}
    return _told(begun, JsonResponse(told, status=CREATED))


def go_on(request: HttpRequest, upload: UUID, *, holder: str) -> HttpResponse:
    """Take the next piece of an upload, tell how far it is, or drop it."""
    doing: dict[str, Callable[[], HttpResponse]] = {
        "PATCH": lambda: _told(actions.take(upload, request, holder=holder, offset=_offset(request)), _nothing()),
        "HEAD": lambda: _told(actions.begun(upload, holder=holder), HttpResponse()),
        "DELETE": lambda: _dropped(upload, holder),
    }
    try:
        return doing[request.method or "HEAD"]()
    except NoUpload:
        return HttpResponse(status=MISSING)
    except WrongOffset as wrong:
        return HttpResponse(status=ELSEWHERE, headers={"Upload-Offset": str(wrong.actual), "Cache-Control": "no-store"})


def join_form(request: HttpRequest, field: str, *, holder: str) -> list[Problem]:
    """Make every upload that the form names in `uploads` a file of its `field`, as if it had been sent with it.

    Answers why others are not. Call `forget` when what was sent is kept.
    """
    problems: list[Problem] = []
    for upload in _named(request):
        try:
            whole = actions.whole_upload(upload, holder=holder)
        except (NoUpload, Incomplete, FileProblem):
            problems.append(Problem.INTERRUPTED)
        else:
            request.FILES.appendlist(field, Received(whole.name, whole.incoming, whole.inspection))
    return problems


def came_in(request: HttpRequest, *, holder: str) -> list[tuple[UUID, str]]:
    """The uploads that the form names and their names, for a form that is shown again."""
    whole: list[tuple[UUID, str]] = []
    for upload in _named(request):
        with suppress(NoUpload, Incomplete):
            whole.append((upload, actions.name_of(upload, holder=holder)))
    return whole


def forget(request: HttpRequest, *, holder: str) -> None:
    """The uploads that the form names were kept or refused: nothing of their parts stays."""
    for upload in _named(request):
        with suppress(NoUpload):
            actions.drop_upload(upload, holder=holder)


def _named(request: HttpRequest) -> list[UUID]:
    named: list[UUID] = []
    for told in request.POST.getlist("uploads")[:MOST_SENT]:
        with suppress(ValueError):
            named.append(UUID(told))
    return named


def _offset(request: HttpRequest) -> int:
    told = request.headers.get("Upload-Offset", "")
    return int(told) if told.isdecimal() else -1


def _dropped(upload: UUID, holder: str) -> HttpResponse:
    actions.drop_upload(upload, holder=holder)
    return _nothing()


def _nothing() -> HttpResponse:
    return HttpResponse(status=NOTHING)


def _told(begun: Begun, answer: HttpResponse) -> HttpResponse:
    answer.headers["Upload-Offset"] = str(begun.received)
    answer.headers["Cache-Control"] = "no-store"
    return answer
