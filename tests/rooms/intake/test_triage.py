"""What resembles a report, what is put together, what is set aside; and that each can be undone."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest
from django.test import Client

from keyzer.intake import actions, queries
from keyzer.intake.events import State
from keyzer.intake.queries import ReportPage
from keyzer.people import actions as people
from keyzer.post.models import Outgoing
from tests.cast import NOW, TODAY, Cast
from tests.rooms.intake.conftest import STORY, Telling

SignIn = Callable[[UUID], Client]
WHY = "Beide gaan over de foto van dinsdag."


def read(cast: Cast, report: UUID, by: UUID | None = None) -> ReportPage:
    found = queries.page(cast.viewer(by or cast.coordinator), report)
    assert found is not None
    return found


@pytest.mark.article("leerlingen-8")
def test_reports_of_the_same_persons_and_conduct_are_found(cast: Cast, sign_in: SignIn, told: Telling) -> None:
    one = told(cast.reporter, who="Daan en Noor", conduct=["foto-doorsturen"])
    both = told(cast.bystander, who="daan was erbij, Daan dus", conduct=["foto-doorsturen"])
    conduct = told(cast.affected, who="weet ik niet", conduct=["foto-doorsturen"])
    told(cast.affected, who="Floris", conduct=["porno-bekijken"])
    told(cast.third_year, who="Daan", conduct=["foto-doorsturen"])
    found = queries.alike(cast.viewer(cast.coordinator), read(cast, one))
    assert [(each.id, each.persons, each.conduct) for each in found] == [(both, 1, 1), (conduct, 0, 1)]
    assert "Wat erop lijkt" in sign_in(cast.coordinator).get(f"/melden/{one}/").content.decode()


@pytest.mark.article("leerlingen-8")
def test_a_double_goes_with_the_other_into_one_incident(cast: Cast, sign_in: SignIn, told: Telling) -> None:
    one, double = told(cast.reporter), told(cast.bystander)
    browser = sign_in(cast.coordinator)
    seen = browser.get(f"/melden/{double}/hoort-bij/{one}/").context["form"]["seen"].value()
    assert browser.post(f"/melden/{double}/hoort-bij/{one}/", {"seen": seen, "reason": ""}).status_code == 422
    browser.post(f"/melden/{double}/hoort-bij/{one}/", {"seen": seen, "reason": WHY})
    assert read(cast, double).part_of == one
    assert WHY in browser.get(f"/melden/{double}/").content.decode()
    own = sign_in(cast.bystander).get(f"/melden/{double}/").content.decode()
    assert "samengevoegd" in own
    assert WHY not in own
    draft = actions.IncidentDraft(told=STORY, happened_on=None, place="online", persons=(), conduct=())
    incident = actions.open_incident(one, draft, seen=read(cast, one).version, by=cast.coordinator, at=NOW)
    assert read(cast, double).incident == incident


def test_it_is_brought_back(cast: Cast, told: Telling) -> None:
    one, double = told(cast.reporter), told(cast.bystander)
    actions.join(double, one, WHY, seen=1, by=cast.coordinator, at=NOW)
    assert read(cast, double).state is State.ASIDE
    assert read(cast, double, cast.bystander).due_at is None
    actions.bring_back(double, "Toch iets anders.", seen=2, by=cast.coordinator, at=NOW)
    found = read(cast, double)
    assert (found.state, found.part_of, found.incident, found.due_at is None) == (State.READ, None, None, False)


def test_what_did_not_happen_is_set_aside_with_a_reason(cast: Cast, sign_in: SignIn, told: Telling) -> None:
    report = told(cast.reporter)
    browser = sign_in(cast.coordinator)
    browser.post(f"/melden/{report}/terzijde/", {"seen": 2, "reason": "Een vergissing van de melder zelf."})
    assert read(cast, report).state is State.ASIDE
    assert queries.waiting_for(cast.viewer(cast.coordinator), 10) == []
    with pytest.raises(actions.NotPossible):
        actions.set_aside(report, WHY, seen=9, by=cast.coordinator, at=NOW)
    assert "dealt with" not in sign_in(cast.reporter).get("/melden/mijn/").content.decode()


def test_a_doubt_and_an_incident_are_not_put_together(cast: Cast, told: Telling) -> None:
    report, doubt = told(cast.reporter), told(cast.reporter, "twijfel")
    with pytest.raises(actions.NotPossible):
        actions.join(doubt, report, WHY, seen=1, by=cast.coordinator, at=NOW)
    with pytest.raises(actions.NotPossible):
        actions.join(report, report, WHY, seen=1, by=cast.coordinator, at=NOW)


@pytest.mark.article("leerlingen-8")
def test_who_is_away_is_stood_in_for(cast: Cast, sign_in: SignIn, told: Telling) -> None:
    waiting = told(cast.reporter)
    deputy = cast.other_coordinator
    last = TODAY + timedelta(days=4)
    browser = sign_in(cast.coordinator)
    said = {"since": TODAY.isoformat(), "until": last.isoformat(), "deputy": str(deputy)}
    assert browser.post("/afwezig/", said).status_code == 302
    assert queries.handler_of(told(cast.reporter)) == deputy
    assert sign_in(deputy).get(f"/melden/{waiting}/").status_code == 404
    actions.let_deputies_in(NOW)
    assert queries.handler_of(waiting) == deputy
    assert queries.handler_of(told(cast.other_coordinator, about="gezien")) not in {deputy, cast.coordinator}
    [absence] = browser.get("/afwezig/").context["known"]
    browser.post(f"/afwezig/{absence[0].id}/terug/")
    assert queries.handler_of(told(cast.reporter)) == cast.coordinator


def test_an_absence_that_ends_before_it_begins_is_refused(cast: Cast, sign_in: SignIn, school_morning: object) -> None:
    said = {"since": "2026-11-25", "until": "2026-11-24", "deputy": str(cast.other_coordinator)}
    assert sign_in(cast.coordinator).post("/afwezig/", said).status_code == 422
    with pytest.raises(ValueError, match="deputy"):
        people.note_absence(cast.coordinator, cast.coordinator, since=TODAY, until=None, by=cast.coordinator, at=NOW)


@pytest.mark.article("leerlingen-8")
def test_mail_goes_to_who_asked_for_it_and_says_nothing(cast: Cast, told: Telling) -> None:
    asked, silent = told(cast.reporter, by_mail="on"), told(cast.bystander)
    for report in (asked, silent):
        actions.answer(report, "Dank je.", seen=1, by=cast.coordinator, at=NOW)
    [mail] = Outgoing.objects.filter(kind="waiting")
    assert (mail.to_id, mail.path) == (cast.reporter, f"/melden/{asked}/")
