"""A room above evidence, as small as one can be: the coordinator may see every stream, and everybody may upload."""

from collections.abc import Callable
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import include, path

from keyzer.evidence import actions, chat_pages, pages, queries, receiving, serving, uploading
from keyzer.kit import clock
from keyzer.people import guards
from keyzer.people.requests import SignedIn
from keyzer.protocol import Role

Page = Callable[..., HttpResponseBase]
STREAM = UUID(int=7)


def _place() -> pages.Place:
    return pages.Place("above", STREAM, "/", names=("Daan Bakker",))


def _found(item: UUID) -> queries.ItemView:
    if (found := queries.item(STREAM, item)) is None:
        raise Http404
    return found


def _about_an_item(page: Page) -> Page:
    @guards.for_roles(Role.COORDINATOR)
    def view(request: SignedIn, parent: UUID, item: UUID, *more: int) -> HttpResponseBase:
        return page(request, _place(), _found(item), *more)

    return view


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


@guards.for_roles(Role.COORDINATOR)
def passage(request: SignedIn, parent: UUID, item: UUID, number: int) -> HttpResponse:
    return chat_pages.passage(request, _place(), _found(item), number)


above = [
    path("uploads/", begin, name="uploads"),
    path("uploads/<uuid:upload>/", piece, name="piece"),
    path("send/", send, name="send"),
    path("file/<str:token>/", file, name="evidence_file"),
    path("<uuid:parent>/<uuid:item>/", _about_an_item(pages.show), name="evidence"),
    path(
        "<uuid:parent>/<uuid:item>/veil/", _about_an_item(lambda _r, _p, found: pages.veil(found)), name="evidence_veil"
    ),
    path("<uuid:parent>/<uuid:item>/chat/", _about_an_item(chat_pages.conversation), name="evidence_chat"),
    path("<uuid:parent>/<uuid:item>/lock/", _about_an_item(pages.lock), name="evidence_lock"),
    path("<uuid:parent>/<uuid:item>/passage/<int:number>/", passage, name="evidence_passage"),
]
urlpatterns = [path("above/", include((above, "above"))), path("", include("keyzer.config.urls"))]
