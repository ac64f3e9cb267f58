"""Pages on which something is done with letters."""

from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from keyzer.kit import clock
from keyzer.people.guards import not_for_you, signed_in
from keyzer.people.requests import SignedIn

from . import actions, queries, sheet
from .forms import FREE, TO_A_BODY, TO_A_PERSON, ApproveForm, SendForm, TextForm, WithdrawForm
from .outcome import came_of
from .standing import works_on
from .views import language, letter_file

Act = Callable[..., object]


@signed_in
def draft(request: SignedIn, case: UUID) -> HttpResponse:
    """Begin one letter, or all that are about one decision."""
    found = queries.of_case(request.viewer, case, clock.now())
    if request.method != "POST" or found is None or not works_on(request.viewer, found.file):
        not_for_you(request, "case", case)
    slots, made = request.POST.getlist("slot"), list[UUID]()
    act = partial(actions.draft_all, case, slots, by=UUID(request.viewer.id), at=clock.now())
    came = came_of(lambda: made.extend(act()))
    if came.reasons or not made:
        messages.warning(request, " ".join(reason.text.read(language()) for reason in came.reasons))
    return redirect("letters:show", made[0]) if len(made) == 1 else redirect("letters:case", case)


@signed_in
def rewrite(request: SignedIn, letter: UUID) -> HttpResponse:
    """Change the free paragraphs of a draft, or its language."""
    found = _to_work_on(request, letter)
    free = found.file.edition.letters[found.line.kind].free
    written = {name: getattr(found.history.free, name) for name in FREE}
    initial = {"seen_version": found.line.version, "language": found.line.language, **written}
    form = TextForm(request.POST or None, asked=[name for name in FREE if name in free], initial=initial)
    act = partial(actions.rewrite, letter)
    return _answer(request, found, form, _("Change the texts"), lambda said: partial(act, said["language"], form.free))


@signed_in
def approve(request: SignedIn, letter: UUID) -> HttpResponse:
    """Freeze what was read."""
    found = _to_work_on(request, letter)
    form = ApproveForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        not_for_you(request, "letter", letter)
    said = form.cleaned_data
    act = partial(actions.approve, letter, seen=said["seen_version"], digest=said["digest"])
    came = came_of(partial(act, by=UUID(request.viewer.id), at=clock.now()))
    if came.status is HTTPStatus.UNPROCESSABLE_ENTITY:
        page = sheet.page(found, request.viewer, clock.now(), language())
        page.refuse(came.reasons)
        return render(request, "letters/show.html", {"page": page}, status=came.status)
    if came.status is HTTPStatus.CONFLICT:
        messages.warning(request, _("Something changed since you read this letter. Read it again, then approve it."))
    return redirect("letters:show", letter)


@signed_in
def send(request: SignedIn, letter: UUID) -> HttpResponse:
    """Record how the letter goes out."""
    found = _to_work_on(request, letter)
    ways = TO_A_BODY if found.line.body else TO_A_PERSON
    form = SendForm(request.POST or None, seen=found.line.version, ways=ways)
    act = partial(actions.send, letter)
    return _answer(
        request, found, form, _("Send the letter"), lambda said: partial(act, said["channel"], said["proof"])
    )


@signed_in
def withdraw(request: SignedIn, letter: UUID) -> HttpResponse:
    """Take a letter back before it goes out."""
    found = _to_work_on(request, letter)
    form = WithdrawForm(request.POST or None, initial={"seen_version": found.line.version})
    act = partial(actions.withdraw, letter)
    return _answer(request, found, form, _("Take the letter back"), lambda said: partial(act, said["reason"]))


def _to_work_on(request: SignedIn, letter: UUID) -> queries.LetterFile:
    found = letter_file(request, letter)
    return found if works_on(request.viewer, found.file) else not_for_you(request, "letter", letter)


def _answer(
    request: SignedIn,
    found: queries.LetterFile,
    form: TextForm | SendForm | WithdrawForm,
    heading: str,
    act: Callable[[dict[str, object]], Act],
) -> HttpResponse:
    """Ask, or do it and go to the letter; when somebody was first, show what changed and keep what was typed."""
    page = sheet.page(found, request.viewer, clock.now(), language())
    shown: dict[str, object] = {"page": page, "form": form, "heading": heading}
    if request.method != "POST" or not form.is_valid():
        return render(request, "letters/form.html", shown, status=422 if form.errors else 200)
    said = form.cleaned_data
    doing = partial(act(said), seen=said["seen_version"], by=UUID(request.viewer.id), at=clock.now())
    came = came_of(doing)
    if came.status in {HTTPStatus.SEE_OTHER, HTTPStatus.ALREADY_REPORTED}:
        return redirect("letters:show", found.line.id)
    if came.status is HTTPStatus.CONFLICT:
        form.now_seeing(found.line.version)
        shown["added"] = page.since(said["seen_version"])
    page.refuse(came.reasons)
    return render(request, "letters/form.html", shown, status=came.status)
