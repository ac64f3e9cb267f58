"""To read, sign, refuse, keep the receipt, and take back; for who has an account."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from keyzer.acknowledgements import actions, pages
from keyzer.acknowledgements.actions import How, Refused
from keyzer.acknowledgements.forms import WithdrawalForm
from keyzer.acknowledgements.pages import Answer, Signer
from keyzer.acknowledgements.queries import receipts
from keyzer.acknowledgements.receipts import ReceiptPage, receipt_page
from keyzer.acknowledgements.speaking import thanks
from keyzer.kit import clock
from keyzer.people.guards import not_for_you, signed_in
from keyzer.people.requests import SignedIn


@require_http_methods(["GET", "POST"])
@signed_in
def start(request: SignedIn) -> HttpResponse:
    """What this person signs, and for whom."""
    return _answered(request, Answer.SIGN)


@require_http_methods(["GET", "POST"])
@signed_in
def refuse(request: SignedIn) -> HttpResponse:
    """Not to sign, and why."""
    return _answered(request, Answer.REFUSE)


@require_GET
@signed_in
def receipt(request: SignedIn, signature: UUID) -> HttpResponse:
    """What was signed, when and of which text; to print."""
    return render(request, "acknowledgements/receipt.html", {"page": _own(request, signature)})


@require_http_methods(["GET", "POST"])
@signed_in
def withdraw(request: SignedIn, signature: UUID) -> HttpResponse:
    """Take a signature back."""
    page, form = _own(request, signature), WithdrawalForm(request.POST or None)
    if not page.can_take_back:
        return redirect("acknowledgements:receipt", signature)
    if request.method == "POST" and form.is_valid():
        return _take_back(request, page, form.cleaned_data["reason"])
    return render(request, "acknowledgements/withdraw.html", {"page": page, "form": form})


def _answered(request: SignedIn, answer: Answer) -> HttpResponse:
    home, refuse_url = reverse("acknowledgements:start"), reverse("acknowledgements:refuse")
    signer = Signer(request.person.id, How.SCREEN, home, refuse_url, "design/base.html")
    page = pages.page(signer, answer, request.POST if request.method == "POST" else None, clock.now())
    if request.method == "POST" and page.send(answer, clock.now()):
        messages.success(request, thanks(page.speech, refused=answer is Answer.REFUSE))
        return redirect(home)
    if answer is Answer.REFUSE and page.form is None:
        return redirect(home)
    context = {"page": page, "form": page.form, "sees_all": pages.may_see_standing(request.viewer)}
    return render(request, answer.value, context, status=422 if page.form and page.form.errors else 200)


def _own(request: SignedIn, signature: UUID) -> ReceiptPage:
    """The receipt, for who signed; for anybody else it does not exist."""
    found = receipts.receipt(request.person.id, signature)
    if found is None:
        not_for_you(request, "signature", signature)
    return receipt_page(found)


def _take_back(request: SignedIn, page: ReceiptPage, reason: str) -> HttpResponse:
    try:
        actions.withdraw(page.receipt.asked, reason=reason, how=How.SCREEN, by=request.person.id, at=clock.now())
    except Refused as refused:
        messages.error(request, refused.said)
    else:
        messages.success(request, _("The signature has been taken back."))
    return redirect("acknowledgements:start")
