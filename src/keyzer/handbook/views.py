"""Pages of the protocol. Everybody may read them, with or without an account."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from keyzer import protocol
from keyzer.acknowledgements import queries as signing
from keyzer.kit import clock
from keyzer.learning.pages import lessons_about
from keyzer.ledger.files import FileProblem
from keyzer.people import guards
from keyzer.people.guards import public
from keyzer.people.requests import SignedIn, recognise
from keyzer.protocol import Lane

from . import actions, queries
from . import changes as changing
from .articles import article_page
from .audiences import PAGES, audiences_of
from .finding import LONGEST, find
from .forms import QuestionForm
from .whole import sheet_for

NOT_ACCEPTED = 422
AS_FILE = {
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}


def _language() -> str:
    return get_language() or "nl"


@public
def contents(request: HttpRequest) -> HttpResponse:
    """All articles, by chapter, and the page that is whole for the reader."""
    mine, others = queries.sheets(audiences_of(request), _language())
    context = {"chapters": queries.chapters(_language()), "mine": mine, "others": others}
    return render(request, "handbook/contents.html", {**context, "document": signing.document()})


@public
def article(request: HttpRequest, chapter: str, number: str) -> HttpResponse:
    """One article: the text first, then what it means and what follows from it."""
    article_id, known = f"{chapter}-{number}", recognise(request)
    page = article_page(article_id, audiences_of(request), _language(), clock.today())
    if page is None:
        raise Http404
    context = {
        "page": page,
        "lessons": lessons_about(article_id, known.viewer if known else None),
        "asked": queries.asked_about(article_id, _language()),
        "may_publish": known is not None and protocol.may_publish_questions(known.viewer),
    }
    return render(request, "handbook/article.html", context)


@public
def whole(request: HttpRequest, word: str) -> HttpResponse:
    """All that binds one audience on one page, to read through or to print."""
    if word not in PAGES:
        raise Http404
    sheet = sheet_for(PAGES[word], _language())
    return render(request, "handbook/whole.html", {"sheet": sheet, "document": signing.document()})


@public
def search(request: HttpRequest) -> HttpResponse:
    """The articles in which all words occur."""
    words = request.GET.get("q", "").strip()[:LONGEST]
    return render(request, "handbook/search.html", {"words": words, "found": find(words, _language())})


@public
def changes(request: HttpRequest) -> HttpResponse:
    """What reads otherwise since an edition, by default the one that the reader signed."""
    today, known = clock.today(), recognise(request)
    signed = changing.signed_by(UUID(known.viewer.id), today) if known else ""
    try:
        page = changing.changes(request.GET.get("sinds", ""), signed, _language(), today)
    except changing.UnknownEdition as unknown:
        raise Http404 from unknown
    return render(request, "handbook/changes.html", {"page": page})


@require_GET
@public
def document(request: HttpRequest) -> HttpResponse:
    """The protocol as the school adopted it, as a file."""
    found = signing.document()
    if found is None:
        raise Http404
    try:
        content = signing.document_content(found.id)
    except FileProblem:
        return render(request, "handbook/no_document.html", status=409)
    disposition = content_disposition_header(as_attachment=True, filename=found.name) or "attachment"
    headers = {**AS_FILE, "Content-Disposition": disposition}
    return HttpResponse(content, content_type="application/pdf", headers=headers)


@public
def conduct(request: HttpRequest) -> HttpResponse:
    """What a report or a case can be about."""
    return render(request, "handbook/conduct.html", {"lines": queries.conduct_lines(_language())})


@public
def measures(request: HttpRequest) -> HttpResponse:
    """Both ladders of measures."""
    ladders = [(lane, queries.ladder(lane, _language())) for lane in Lane]
    return render(request, "handbook/measures.html", {"ladders": ladders})


@guards.signed_in
@require_http_methods(["GET", "POST"])
def add_question(request: SignedIn) -> HttpResponse:
    """Publish what somebody asked about an article, told anew and without names."""
    _for_publishers(request)
    posted = request.POST if request.method == "POST" else None
    form = QuestionForm(posted, articles=queries.article_choices(_language()), article=request.GET.get("artikel", ""))
    if form.is_valid():
        try:
            actions.publish(form.asked(), by=request.viewer, at=clock.now())
        except actions.NamesSomebody as named:
            form.refuse_names(named.field, named.names)
        else:
            messages.success(request, _("Everybody can read it now."))
            return _to_article(form.cleaned_data["article"])
    return render(request, "handbook/add_question.html", {"form": form}, status=NOT_ACCEPTED if form.errors else 200)


@guards.signed_in
def take_back_question(request: SignedIn, question: UUID) -> HttpResponse:
    """Show a question no longer."""
    _for_publishers(request)
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    article = queries.article_of_question(question)
    if article is None:
        raise Http404
    actions.take_back(question, by=request.viewer, at=clock.now())
    messages.success(request, _("It is no longer shown."))
    return _to_article(article)


def _for_publishers(request: SignedIn) -> None:
    if not protocol.may_publish_questions(request.viewer):
        guards.not_for_you(request, "page", "handbook:add-question")


def _to_article(article: str) -> HttpResponse:
    chapter, _dash, number = article.rpartition("-")
    return redirect("handbook:article", chapter, number)
