"""Mail reaches a real mail server once, says that something waits and no more, and is tried again when it fails."""

import threading
from datetime import timedelta
from uuid import UUID

import pytest
from django.db import connection, transaction
from django.test import Client
from pytest_django import Settings

from keyzer.kit.ids import new_id
from keyzer.people.actions import enter, found_school
from keyzer.people.models import Person, User
from keyzer.people.roster import NewPerson, Roster
from keyzer.post import actions, queries
from keyzer.post.actions import Delivered
from keyzer.post.kinds import KINDS, UnknownKind
from keyzer.post.models import Outgoing
from tests.cast import NOW, Cast
from tests.rooms.post.conftest import Server

EDITION = "de-keyzer-2026-08-01"
PATH = "/mijn/brief/een-geheim/"
LATER = NOW + timedelta(days=5)


def queue(cast: Cast, to: UUID, kind: str = "letter", count: int = 1) -> bool:
    return actions.queue(to=to, kind=kind, path=PATH, by=cast.director, at=NOW, count=count)


def test_a_mail_arrives_with_a_link_and_the_school_and_nothing_of_what_it_is_about(cast: Cast, server: Server) -> None:
    assert queue(cast, cast.guardian)
    assert actions.deliver(NOW, 10) == Delivered(sent=1)
    (mail,), body = server.arrived, server.arrived[0].get_content()
    assert server.recipients == ["guardian@dekeyzer.example"]
    assert mail["Subject"] == "Er wacht iets op u in Keyzer"
    assert mail["From"] == "De Keyzer <keyzer@dekeyzer.example>"
    assert f"https://keyzer.dekeyzer.example{PATH}" in body
    assert "De Keyzer" in body
    names = {part for person in Person.objects.all() for part in (person.given_name, person.family_name)}
    assert [name for name in names - {"De"} if name in body.replace("De Keyzer", "") or name in mail["Subject"]] == []


def test_its_headers_say_that_a_machine_wrote_it_and_which_mail_it_is(cast: Cast, server: Server) -> None:
    queue(cast, cast.guardian)
    mail_id = Outgoing.objects.get().id
    actions.deliver(NOW, 10)
    (mail,) = server.arrived
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["Message-ID"] == f"<{mail_id}@keyzer.dekeyzer.example>"
    assert mail["Date"]
    assert mail["Content-Language"] == "nl"
    assert mail.get_content_type() == "text/plain"
    assert mail["List-Unsubscribe"] is None


def test_a_pupil_reads_je_and_a_parent_reads_u(cast: Cast, server: Server) -> None:
    queue(cast, cast.subject)
    queue(cast, cast.grown_up)
    queue(cast, cast.guardian)
    actions.deliver(NOW, 10)
    pupil, grown_up, parent = (mail.get_content() for mail in server.arrived)
    assert pupil.startswith("School heeft een brief voor je klaargezet.")
    assert grown_up.startswith("School heeft een brief voor je klaargezet.")
    assert parent.startswith("School heeft een brief voor u klaargezet.")


def test_who_reads_english_is_written_to_in_english(cast: Cast, server: Server) -> None:
    Person.objects.filter(id=cast.guardian).update(language="en")
    queue(cast, cast.guardian)
    actions.deliver(NOW, 10)
    assert server.arrived[0].get_content().startswith("School has put a letter ready for you.")


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_has_words_for_one_and_for_more(cast: Cast, server: Server, kind: str) -> None:
    for count in (1, 3):
        queue(cast, cast.director, kind, count=count)
    actions.deliver(NOW, 10)
    one, more = (mail.get_content() for mail in server.arrived)
    assert "%" not in one + more
    assert ("3" in more.split("\n")[0]) == (one != more)


def test_what_was_sent_keeps_no_path(cast: Cast, server: Server) -> None:
    queue(cast, cast.guardian)
    actions.deliver(NOW, 10)
    mail = Outgoing.objects.get()
    assert (mail.path, mail.sent_at, mail.attempts) == ("", NOW, 1)
    assert actions.deliver(LATER, 10) == Delivered()


def test_the_address_that_the_school_holds_goes_before_that_of_the_account(cast: Cast, server: Server) -> None:
    Person.objects.filter(id=cast.guardian).update(email="thuis@voorbeeld.example")
    queue(cast, cast.guardian)
    actions.deliver(NOW, 10)
    assert server.recipients == ["thuis@voorbeeld.example"]


def test_who_has_no_address_is_told_to_the_caller_and_not_queued(cast: Cast) -> None:
    User.objects.filter(person_id=cast.guardian).update(email="")
    assert not queue(cast, cast.guardian)
    assert not Outgoing.objects.exists()


def test_a_mail_is_queued_with_the_act_or_not_at_all(cast: Cast) -> None:
    with transaction.atomic():
        queue(cast, cast.guardian)
        transaction.set_rollback(True)
    assert not Outgoing.objects.exists()


@pytest.mark.parametrize("path", ["https://evil.example/", "//evil.example/", "zaken/", ""])
def test_a_link_leads_to_our_own_pages_alone(cast: Cast, path: str) -> None:
    with pytest.raises(ValueError, match="no page of ours"):
        actions.queue(to=cast.guardian, kind="waiting", path=path, by=None, at=NOW)


def test_an_unknown_kind_is_refused_with_those_that_there_are(cast: Cast) -> None:
    with pytest.raises(UnknownKind, match="`spam`: use one of board-urgent"):
        queue(cast, cast.guardian, "spam")


def test_nothing_goes_before_its_time(cast: Cast, server: Server) -> None:
    tomorrow = NOW + timedelta(days=1)
    actions.queue(to=cast.guardian, kind="waiting", path="/", by=None, at=NOW, not_before=tomorrow)
    assert actions.deliver(NOW, 10) == Delivered()
    assert actions.deliver(tomorrow, 10) == Delivered(sent=1)


def test_a_server_that_fails_is_asked_again_after_ever_longer_waits(cast: Cast, server: Server) -> None:
    queue(cast, cast.guardian)
    server.to_message = "451 try again later"
    at, waits = NOW, []
    for _try in range(6):
        assert actions.deliver(at, 10) == Delivered(put_off=1)
        assert actions.deliver(at, 10) == Delivered()
        waits.append(Outgoing.objects.get().not_before - at)
        at = Outgoing.objects.get().not_before
    assert waits == sorted(waits)
    assert waits[0] == timedelta(minutes=5)
    server.to_message = "250 OK"
    assert actions.deliver(at, 10) == Delivered(sent=1)


def test_a_server_that_is_away_puts_all_off_and_loses_nothing(cast: Cast, server: Server, settings: Settings) -> None:
    queue(cast, cast.guardian)
    queue(cast, cast.director)
    settings.EMAIL_PORT = 1
    assert actions.deliver(NOW, 10) == Delivered(put_off=2)
    settings.EMAIL_PORT = server.port
    assert actions.deliver(NOW + timedelta(hours=1), 10) == Delivered(sent=2)


def test_a_mailbox_that_is_gone_for_good_is_given_up_at_once(cast: Cast, server: Server) -> None:
    queue(cast, cast.guardian)
    server.to_recipient = "550 no such mailbox"
    assert actions.deliver(NOW, 10) == Delivered(given_up=1)
    mail = Outgoing.objects.get()
    assert (mail.failed_at, mail.path) == (NOW, "")
    assert queries.failed_since(NOW) == 1


def test_what_can_not_be_delivered_for_days_is_given_up(cast: Cast, server: Server) -> None:
    queue(cast, cast.guardian)
    server.to_message = "451 try again later"
    actions.deliver(NOW, 10)
    assert actions.deliver(LATER, 10) == Delivered(given_up=1)
    assert queries.failed_since(NOW) == 1


def test_without_a_mail_server_nothing_is_sent_and_all_is_kept(cast: Cast, server: Server, settings: Settings) -> None:
    queue(cast, cast.guardian)
    settings.KEYZER_MAIL_URL = ""
    assert actions.deliver(NOW, 10) == Delivered()
    assert Outgoing.objects.get().path == PATH


def demo_person() -> UUID:
    """Somebody in a demo school."""
    found_school(name="Demo", place="", edition=EDITION, demo=True, settings={}, by=None, at=NOW)
    person = NewPerson(new_id(), "Iemand", "Anders", email="iemand@demo.example")
    enter(Roster(people=(person,)), by=None, at=NOW)
    return person.id


def test_a_demo_school_sends_nothing(db: None, server: Server) -> None:
    actions.queue(to=demo_person(), kind="waiting", path="/", by=None, at=NOW)
    assert actions.deliver(LATER, 10) == Delivered()
    assert server.arrived == []
    assert [mail.path for mail in queries.waiting(10)] == ["/"]


@pytest.mark.django_db(transaction=True)
def test_two_deliverers_at_once_send_each_mail_once(transactional_db: None, cast: Cast, server: Server) -> None:
    for _number in range(12):
        queue(cast, cast.guardian)
    start, done = threading.Barrier(3), []

    def deliverer() -> None:
        try:
            start.wait()
            done.append(actions.deliver(NOW, 8))
        finally:
            connection.close()

    threads = [threading.Thread(target=deliverer) for _number in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    actions.deliver(NOW, 20)
    assert len(done) == 3
    assert len(server.arrived) == 12
    assert len({mail["Message-ID"] for mail in server.arrived}) == 12


def test_the_demo_shows_what_it_would_have_sent(db: None, client: Client, settings: Settings) -> None:
    person = demo_person()
    actions.queue(to=person, kind="reminder", path="/zaken/", by=None, at=NOW, count=2)
    assert client.get("/demo/post/").status_code == 404
    settings.KEYZER_DEMO = True
    page = client.get("/demo/post/").content.decode()
    assert "Aan Iemand Anders: Er wacht iets op u in Keyzer" in page
    assert "Er wachten 2 dingen op u" in page
    assert 'href="/zaken/"' in page


def test_a_real_school_shows_no_mail(cast: Cast, client: Client, settings: Settings) -> None:
    queue(cast, cast.guardian)
    settings.KEYZER_DEMO = True
    assert client.get("/demo/post/").status_code == 404
