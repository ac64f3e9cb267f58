"""How the pages of this room are put together from what the queries gave."""

from typing import Protocol
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from keyzer import protocol
from keyzer.design.moments import spoken
from keyzer.design.rows import Row
from keyzer.evidence.kinds import Problem
from keyzer.evidence.words import problem_words
from keyzer.kit import clock
from keyzer.people import guards
from keyzer.people import queries as people
from keyzer.people.requests import SignedIn
from keyzer.protocol import Role

from . import actions, board_reading, choices, doorkeeping, first_aid, queries, telling, terms
from .coming_along import PastedForm, came_in
from .conversation import moments
from .events import IntakeLane, State, Way
from .forms import WordsForm
from .queries import PAGE, ReportPage, ReportRow
from .telling import Telling

CONFLICT, TOO_LARGE, NOT_ACCEPTED = 409, 413, 422


class Reports(Protocol):
    """A query that answers a page of reports."""

    def __call__(self, viewer: protocol.Viewer, *, before: UUID | None = None) -> list[ReportRow]: ...


def visible(request: SignedIn, report: UUID) -> ReportPage:
    """The report for this person; for anybody else it does not exist, and that is logged."""
    if queries.has_moved(report) and queries.concerns(request.viewer, report):
        actions.follow_incident(report, at=clock.now())
    found = queries.page(request.viewer, report)
    if found is None:
        guards.not_for_you(request, "report", report)
    return found


def signature(request: SignedIn, found: ReportPage) -> UUID | None:
    """Under whose name something is written down: nobody's for who told it in confidence."""
    return None if found.by_reporter and found.is_unnamed else request.person.id


def frame(*, quiet: bool) -> dict[str, object]:
    """On which page something stands: the usual one, or one that shows and asks nothing of an account."""
    return {"quiet": quiet, "frame": "intake/quiet.html" if quiet else "design/base.html"}


def help_now(*, known: bool) -> dict[str, object]:
    """Where to turn to at once; the school's advisers by name, for who is known here."""
    return {"lines": first_aid.LINES, "advisers": [name for _id, name in queries.advisers()] if known else []}


def step(
    request: HttpRequest, now: Telling, problem: Problem | None, notice: str = "", *, resumed: bool = False
) -> HttpResponse:
    """One step of telling, with all that was typed; `notice` says why it could not be sent.

    `resumed` says that this is a draft, which can be thrown away.
    """
    chosen = now.form["conduct"].value() or []
    context = {
        "now": now,
        "form": now.form,
        "is_doubt": now.lane is IntakeLane.TWIJFEL,
        "steps": now.steps(),
        "shown": [now.form[name] for name in now.shows() if name != "conduct"],
        "asks_conduct": "conduct" in now.shows(),
        "carried": [bound for bound in now.form if bound.name not in now.shows() and bound.name != "sending"],
        "groups": choices.conduct_groups(chosen),
        "is_chosen": bool(chosen),
        "picks": telling.may_pick(now.viewer) and "who" in now.shows(),
        "persons": now.persons,
        "facts": choices.facts(now.told()) if now.is_last() and "words" in now.form.cleaned_data else [],
        "no_images": choices.is_about_sexual_images(chosen),
        "for_the_board": choices.for_the_board(chosen) if telling.may_pick(now.viewer) else "",
        "problem": problem_words(problem) if problem else notice,
        "resumed": resumed,
        "work": doorkeeping.WORK,
        "uploaded": came_in(request, now.viewer),
        **_for_whom(now),
    }
    return render(request, "intake/tell.html", context, status=CONFLICT if notice else _status(now.form, problem))


def _for_whom(now: Telling) -> dict[str, object]:
    is_known = now.viewer is not telling.UNNAMED
    return {**help_now(known=is_known), **frame(quiet=not is_known)}


def receipt(request: SignedIn, found: ReportPage, refused: list[tuple[str, str]], status: int = 200) -> HttpResponse:
    """Who got it, by when there is an answer, and what happens next."""
    context = {
        "found": found,
        "is_doubt": found.lane is IntakeLane.TWIJFEL,
        "grounds": terms.grounds(found.lane),
        "due": _due(found),
        **help_now(known=True),
        "to_guardian": request.viewer.holds(Role.OUDER) and not request.viewer.holds(Role.LEERLING),
        "refused": refused,
        "no_images": found.is_words_only,
    }
    return render(request, "intake/sent.html", context, status=status)


def refused_files(
    request: SignedIn, found: ReportPage, refused: list[tuple[str, str]], problem: Problem | None
) -> HttpResponse:
    """The words are safe; which file is not, and why."""
    words = [*refused]
    if problem or not words:
        words.append((_("Your file"), problem_words(problem or Problem.EMPTY)))
    status = TOO_LARGE if problem is Problem.TOO_LARGE else NOT_ACCEPTED
    if found.by_reporter:
        return receipt(request, found, words, status)
    for name, reason in words:
        messages.error(request, f"{name}: {reason}")
    return conversation(request, found, status=status)


def conversation(
    request: SignedIn, found: ReportPage, *, form: Form | None = None, seen: int | None = None, status: int = 200
) -> HttpResponse:
    """A report with all that was said; `seen` is given when somebody else wrote after it."""
    found = board_reading.as_read(found)
    if seen is not None and form is not None:
        form = WordsForm({"seen": found.version, "words": form["words"].value()})
    context = {
        **said(found),
        "form": form or WordsForm(initial={"seen": found.version}),
        "changed": queries.changes_since(found, seen) if seen is not None else None,
        "may_publish": _may_publish(request, found),
        **(own_here(request) if found.by_reporter else handled_here(request, found)),
    }
    return render(request, f"intake/{'own' if found.by_reporter else 'handle'}.html", context, status=status)


def said(found: ReportPage) -> dict[str, object]:
    """What every page of a conversation shows, for the one who told it or the one who handles it."""
    return {
        "found": found,
        "is_doubt": found.lane is IntakeLane.TWIJFEL,
        "state": choices.state_words(choices.as_told(found.state) if found.by_reporter else found.state),
        "items": moments(found),
        "facts": choices.facts(found.told),
        "due": _due(found),
        "may_settle": found.by_handler and found.incident is None,
        "grounds": terms.BOARD_GROUNDS if found.told.to_board else terms.grounds(found.lane),
        "no_images": found.is_words_only,
        "for_the_board": choices.for_the_board(found.told.conduct),
        "to_board": found.told.to_board,
        "is_closed": found.state in {State.SETTLED, State.ASIDE},
        "is_joined": found.part_of is not None,
        "pasted": PastedForm(),
    }


def own_here(request: SignedIn) -> dict[str, object]:
    """What who told it sees beside it: where to turn to, and whether mail can come."""
    return {"has_mailbox": people.mailbox_of(request.person.id) is not None, **help_now(known=True)}


def handled_here(request: SignedIn, found: ReportPage) -> dict[str, object]:
    """What who handles a report sees beside it: what resembles it, and whether the seal can be broken."""
    return {
        "alike": queries.alike(request.viewer, found) if found.by_handler else [],
        "may_break": found.by_handler and found.way is Way.IN_VERTROUWEN and found.reporter is None,
        "may_set_aside": found.by_handler and found.incident is None and found.state is not State.ASIDE,
    }


def _may_publish(request: SignedIn, found: ReportPage) -> bool:
    """True once it was answered, for who may let everybody read such a question."""
    answered = any(not message.by_reporter for message in found.messages)
    is_doubt = found.lane is IntakeLane.TWIJFEL
    return is_doubt and answered and protocol.may_publish_questions(request.viewer)


def listing(request: SignedIn, reports: Reports, template: str) -> HttpResponse:
    """A page of reports as sentences, newest first."""
    found = reports(request.viewer, before=_uuid(request.GET.get("voor", "")))
    older = f"{request.path}?voor={found[-1].id}" if len(found) == PAGE else ""
    own = template.endswith("mine.html")
    return render(request, template, {"items": [row(each, own=own) for each in found], "older": older})


def row(report: ReportRow, *, own: bool) -> Row:
    """A report as a sentence of a list: for the one who told it (`own`), or for the one who handles it."""
    kind, word = choices.state_words(choices.as_told(report.state) if own else report.state)
    when = spoken(report.received_at, clock.now())
    is_doubt = report.lane is IntakeLane.TWIJFEL
    url, icon = reverse("intake:show", args=[report.id]), "doubt" if is_doubt else "report"
    if own:
        words = _("Your question of %(when)s") if is_doubt else _("Your report of %(when)s")
        detail = report.handler
        return Row(sentence=words % {"when": when}, url=url, icon=icon, kind=kind, label=word, detail=detail)
    words = _("%(name)s has a question") if is_doubt else _("%(name)s reported something")
    waits = "waits" if report.due_at else kind
    sentence = words % {"name": report.reporter}
    return Row(sentence=sentence, url=url, icon=icon, detail=when, kind=waits, label=word, due=report.due_at)


def _due(found: ReportPage) -> str:
    return spoken(found.due_at, clock.now()) if found.due_at else ""


def _status(form: Form, problem: Problem | None) -> int:
    if problem is Problem.TOO_LARGE:
        return TOO_LARGE
    return NOT_ACCEPTED if form.errors or problem else 200


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
