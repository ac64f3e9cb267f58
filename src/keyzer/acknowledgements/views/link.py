"""The page behind a mailed link, for who has no account: looking changes nothing; it closes when all is answered."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from keyzer.acknowledgements import opening, pages
from keyzer.acknowledgements.actions import How, answering, renewing
from keyzer.acknowledgements.pages import Answer, Signer
from keyzer.acknowledgements.queries.links import Link, link_behind
from keyzer.design.moments import in_full
from keyzer.kit import clock
from keyzer.people.guards import public
from keyzer.people.mailed_links import asked_born, kept_nowhere, whom_to_call

JUST_USED = "signing-link"
CALL = "acknowledgements/_call.html"


@require_http_methods(["GET", "POST"])
@public
def sign(request: HttpRequest, token: str) -> HttpResponse:
    """Read and sign."""
    return kept_nowhere(_opened(request, token, Answer.SIGN))


@require_http_methods(["GET", "POST"])
@public
def refuse(request: HttpRequest, token: str) -> HttpResponse:
    """Not to sign, and why."""
    return kept_nowhere(_opened(request, token, Answer.REFUSE))


def _opened(request: HttpRequest, token: str, answer: Answer) -> HttpResponse:
    found = link_behind(token)
    if found is None:
        return _gone(request, token)
    if found.used_at and request.session.get(JUST_USED) != str(found.id):
        context = {**whom_to_call(CALL), "used": in_full(found.used_at)}
        return render(request, "acknowledgements/link_used.html", context, status=410)
    dates = set() if found.used_at else opening.birthdays(found.person, clock.now())
    if dates and not opening.lock_of(found.id).is_open(request.session, clock.now()):
        return _asked_who(request, found, dates)
    if not found.used_at and opening.stays_shut(found.person, clock.now()):
        return render(request, "acknowledgements/link_unknown.html", whom_to_call(CALL), status=403)
    return _answered(request, token, found, answer)


def _gone(request: HttpRequest, token: str) -> HttpResponse:
    """Changed, expired and never made look alike, also to who asks for a new one."""
    if request.method == "POST" and "again" in request.POST:
        renewing.mail_again(token, at=clock.now())
        return render(request, "acknowledgements/link_again.html", whom_to_call(CALL))
    return render(request, "acknowledgements/link_gone.html", whom_to_call(CALL), status=404)


def _asked_who(request: HttpRequest, link: Link, dates: set[date]) -> HttpResponse:
    lock = opening.lock_of(link.id)

    def knock(born: date) -> bool:
        return lock.knock(born, dates, request.session, clock.now())

    return asked_born(request, lock, knock, ask="acknowledgements/link_ask.html", call=CALL)


def _answered(request: HttpRequest, token: str, link: Link, answer: Answer) -> HttpResponse:
    home, refuse_url = (reverse(f"acknowledgements:{name}", args=[token]) for name in ("link", "link-refuse"))
    signer = Signer(link.person, How.LINK, home, refuse_url, "design/plain.html")
    posted = request.POST if request.method == "POST" and not link.used_at else None
    page = pages.page(signer, answer, posted, clock.now())
    if posted is not None and page.send(answer, clock.now()):
        _close_when_all_is_answered(request, link, signer)
        return redirect(home)
    if answer is Answer.REFUSE and page.form is None:
        return redirect(home)
    context = {"page": page, "form": None if link.used_at else page.form, "is_used": bool(link.used_at)}
    return render(request, answer.value, context, status=422 if page.form and page.form.errors else 200)


def _close_when_all_is_answered(request: HttpRequest, link: Link, signer: Signer) -> None:
    """Who answered sees the receipt in this browser; the link itself opens nothing more."""
    if not pages.page(signer, Answer.SIGN, None, clock.now()).owed:
        answering.close_link(link.id, at=clock.now())
        request.session[JUST_USED] = str(link.id)
