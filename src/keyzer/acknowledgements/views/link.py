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
from keyzer.people import queries as people
from keyzer.people.forms import BirthForm
from keyzer.people.guards import public

JUST_USED = "signing-link"


@require_http_methods(["GET", "POST"])
@public
def sign(request: HttpRequest, token: str) -> HttpResponse:
    """Read and sign."""
    return _kept_nowhere(_opened(request, token, Answer.SIGN))


@require_http_methods(["GET", "POST"])
@public
def refuse(request: HttpRequest, token: str) -> HttpResponse:
    """Not to sign, and why."""
    return _kept_nowhere(_opened(request, token, Answer.REFUSE))


def _opened(request: HttpRequest, token: str, answer: Answer) -> HttpResponse:
    found = link_behind(token)
    if found is None:
        return _gone(request, token)
    if found.used_at and request.session.get(JUST_USED) != str(found.id):
        context = {**whom_to_call(), "used": in_full(found.used_at)}
        return render(request, "acknowledgements/link_used.html", context, status=410)
    dates = set() if found.used_at else opening.birthdays(found.person, clock.now())
    if dates and not opening.lock_of(found.id).is_open(request.session, clock.now()):
        return _asked_who(request, token, found, dates)
    if not found.used_at and opening.stays_shut(found.person, clock.now()):
        return render(request, "acknowledgements/link_unknown.html", whom_to_call(), status=403)
    return _answered(request, token, found, answer)


def _gone(request: HttpRequest, token: str) -> HttpResponse:
    """Changed, expired and never made look alike, also to who asks for a new one."""
    if request.method == "POST" and "again" in request.POST:
        renewing.mail_again(token, at=clock.now())
        return render(request, "acknowledgements/link_again.html", whom_to_call())
    return render(request, "acknowledgements/link_gone.html", whom_to_call(), status=404)


def _asked_who(request: HttpRequest, token: str, link: Link, dates: set[date]) -> HttpResponse:
    """Ask the date of birth; looking alone opens nothing: mail is looked at by programs too."""
    form, lock = BirthForm(request.POST or None), opening.lock_of(link.id)
    if request.method == "POST" and form.is_valid():
        if lock.knock(form.cleaned_data["born"], dates, request.session, clock.now()):
            return redirect("acknowledgements:link", token)
        form.was_wrong()
    if lock.is_shut():
        return render(request, "acknowledgements/link_shut.html", whom_to_call(), status=429)
    return render(request, "acknowledgements/link_ask.html", {"form": form}, status=422 if form.errors else 200)


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


def _kept_nowhere(answer: HttpResponse) -> HttpResponse:
    answer.headers.setdefault("Cache-Control", "private, no-store")
    answer.headers.setdefault("X-Robots-Tag", "noindex, nofollow")
    return answer


def whom_to_call() -> dict[str, str]:
    """The school, for who can't go on with a link."""
    school = people.school()
    return {"school": school.name, "phone": str(school.settings.get("letterhead_phone", ""))}
