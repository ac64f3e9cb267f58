"""How a browser sends a large file by pieces; the room above has the addresses and says who `holder` is.

`POST` with `name`, `size` and `fingerprint` begins one, or finds the one that was cut off. `PATCH` with `Upload-Offset`
sends the next bytes, `HEAD` asks how far it is, `DELETE` takes it back. Every answer tells `Upload-Offset`.
"""

from collections.abc import Callable
from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse

from keyzer.kit import clock

from . import actions
from .actions.items import Kept
from .actions.uploads import Begun, Incomplete, NoUpload
from .kinds import Problem, Unacceptable
from .parts import WrongOffset
from .words import problem_words

CREATED, NOTHING, MISSING, ELSEWHERE, REFUSED = 201, 204, 404, 409, 422
MOST_SENT = 100


def begin(request: HttpRequest, *, holder: str, address: str) -> HttpResponse:
    """Begin an upload; `address` names the address at which its pieces are sent."""
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


def received(request: HttpRequest, *, holder: str, stream: UUID, by: UUID | None) -> tuple[list[Kept], list[str]]:
    """Keep with `stream` every upload that a form names in `uploads`: what was kept, and why others were not."""
    kept: list[Kept] = []
    refused: list[str] = []
    for sent in request.POST.getlist("uploads")[:MOST_SENT]:
        try:
            found = actions.receive_upload(UUID(sent), holder=holder, stream=stream, by=by, at=clock.now())
        except Unacceptable as reason:
            refused.append(problem_words(reason.problem, reason.where))
        except (NoUpload, Incomplete, ValueError):
            refused.append(problem_words(Problem.INTERRUPTED))
        else:
            kept.append(found)
    return kept, refused


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
