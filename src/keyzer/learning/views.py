"""The pages of learning: one's lessons, one screen at a time, and for mentors who finished."""

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from keyzer.kit import clock
from keyzer.people.guards import for_roles, signed_in
from keyzer.people.requests import SignedIn
from keyzer.protocol import Role

from . import actions, pages, queries
from .queries import LessonState


@signed_in
@require_safe
def index(request: SignedIn) -> HttpResponse:
    """The lessons for this person, and the others."""
    page = pages.index_page(request.viewer, queries.lessons_of(request.person.id))
    return render(request, "learning/index.html", {"page": page, "mentors": request.viewer.holds(Role.MENTOR)})


@signed_in
@require_safe
def lesson(request: SignedIn, lesson: str) -> HttpResponse:
    """What a lesson is about, and where to begin or go on."""
    return render(request, "learning/lesson.html", {"page": _page(request, lesson)})


@signed_in
def screen(request: SignedIn, lesson: str, number: int) -> HttpResponseBase:
    """One screen; sent on, the next."""
    if request.method == "POST":
        return _go_on(request, lesson, number)
    screens = _found(request, lesson).lesson
    if not 1 <= number <= len(screens.screens):
        raise Http404
    return render(request, "learning/screen.html", {"page": pages.screen_page(screens, number)})


@signed_in
@require_safe
def done(request: SignedIn, lesson: str) -> HttpResponseBase:
    """What to do now that it is finished; who has not finished it is led to its beginning."""
    page = _page(request, lesson)
    if not page.state.is_finished:
        return redirect("learning:lesson", lesson)
    return render(request, "learning/done.html", {"page": page})


@for_roles(Role.MENTOR)
@require_safe
def classes(request: SignedIn) -> HttpResponse:
    """Who of one's own class finished which lesson."""
    results = queries.class_results(request.viewer, clock.today())
    return render(request, "learning/classes.html", {"page": pages.classes_page(results)})


def _go_on(request: SignedIn, lesson: str, number: int) -> HttpResponse:
    try:
        following = actions.go_on(lesson, number, by=request.person.id, at=clock.now())
    except actions.NoSuchScreen as unknown:
        raise Http404 from unknown
    if following is None:
        return redirect("learning:done", lesson)
    return redirect("learning:screen", lesson, following)


def _page(request: SignedIn, lesson: str) -> pages.LessonPage:
    state = _found(request, lesson)
    return pages.lesson_page(request.viewer, state, queries.lessons_of(request.person.id))


def _found(request: SignedIn, lesson: str) -> LessonState:
    """The lesson with how far this person is. Raises Http404 when there is none."""
    state = queries.lesson_of(request.person.id, lesson)
    if state is None:
        raise Http404
    return state
