"""A room above evidence, as small as one can be: the coordinator may see every stream, and everybody may upload."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import include, path

from keyzer.evidence import actions, pages, queries, receiving, serving, uploading
from keyzer.evidence.addresses import addresses
from keyzer.kit import clock
from keyzer.people import guards
from keyzer.people.requests import SignedIn
from keyzer.protocol import Role

STREAM = UUID(int=7)
LOCKS = False


def _place() -> pages.Place:
    return pages.Place("above", STREAM, "/", names=("Daan Bakker",), may_hand_over=True, locks=LOCKS)


def _found(item: UUID) -> queries.ItemView:
    if (found := queries.item(STREAM, item)) is None:
        raise Http404
    return found


def _look(request: SignedIn, _parent: UUID, item: UUID) -> tuple[pages.Place, queries.ItemView]:
    if not request.viewer.holds(Role.COORDINATOR):
        raise Http404
    return _place(), _found(item)


@guards.for_roles(Role.COORDINATOR)
def file(request: SignedIn, token: str) -> HttpResponseBase:
    try:
        _stream, item, form = serving.behind(token, viewer=request.viewer.id)
    except serving.Expired as problem:
        raise Http404 from problem
    answer = pages.file(request, _found(item), form)
    assert answer is not None
    return answer


@guards.signed_in
def begin(request: SignedIn) -> HttpResponse:
    return uploading.begin(request, holder=str(request.person.id), address="above:piece")


@guards.signed_in
def piece(request: SignedIn, upload: UUID) -> HttpResponse:
    return uploading.go_on(request, upload, holder=str(request.person.id))


@guards.signed_in
@receiving.takes_files
def send(request: SignedIn) -> HttpResponseBase:
    if request.method == "POST":
        holder = str(request.person.id)
        uploading.join_form(request, "evidence", holder=holder)
        for file in request.FILES.getlist("evidence"):
            assert isinstance(file, receiving.Received)
            name = file.name or ""
            actions.keep(file.incoming, file.judged(), name, stream=STREAM, by=request.person.id, at=clock.now())
        uploading.forget(request, holder=holder)
    return _form(request)


def _form(request: HttpRequest) -> HttpResponse:
    return render(request, "send.html", {"upload_address": "/above/uploads/", "count": len(queries.items_of([STREAM]))})


above = [
    path("uploads/", begin, name="uploads"),
    path("uploads/<uuid:upload>/", piece, name="piece"),
    path("send/", send, name="send"),
    path("file/<str:token>/", file, name="evidence_file"),
    *addresses(_look),
]
urlpatterns = [path("above/", include((above, "above"))), path("", include("keyzer.config.urls"))]
