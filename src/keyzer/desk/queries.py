"""What the front page and search show, gathered from the rooms below."""

import hashlib
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from keyzer import protocol
from keyzer.acknowledgements import queries as signatures
from keyzer.cases import queries as cases
from keyzer.cases import told
from keyzer.channels import pages as accounts
from keyzer.consent import pages as pictures
from keyzer.consent import queries as consent
from keyzer.consults import pages as consults
from keyzer.custody import queries as custody
from keyzer.custody import words as custody_words
from keyzer.design.rows import Row
from keyzer.intake import pages as reports
from keyzer.intake import queries as intake
from keyzer.kit import clock
from keyzer.kit.addresses import address, address_of
from keyzer.kit.clock import local
from keyzer.ledger import queries as ledger
from keyzer.people import queries as people
from keyzer.permits import lines as agreements
from keyzer.post import queries as post

from . import owing, waiting
from .models import Calendar, Day, Told

TOLD_OF_MAIL_FOR = timedelta(days=7)
MOST_FOUND = 20
MOST_TOLD = 5


@dataclass(frozen=True)
class Listing:
    """A list of the front page, with what stands there when it is empty and where the rest is."""

    title: str
    rows: list[Row] = field(default_factory=list)
    groups: list[waiting.Group] = field(default_factory=list)
    note: str = ""
    drawing: str = "check"
    nothing: str = ""
    hint: str = ""
    more: str = ""
    more_url: str = ""


def mark(person: UUID, language: str, now: datetime) -> str:
    """An entity tag: it changes with every event in the ledger, and every minute because times are told in words."""
    minute = local(now).strftime("%Y-%m-%dT%H:%M")
    content = f"{person} {language} {ledger.position()} {minute}"
    return f'"{hashlib.sha256(content.encode()).hexdigest()[:32]}"'


def told_to(person: UUID, about: Collection[UUID]) -> dict[owing.Mark, datetime]:
    """Of which duties of these cases and reports a person was told by mail, and when."""
    rows = Told.objects.filter(person_id=person, about__in=about)
    found = rows.values_list("about", "duty", "due_on", "stage", "at")
    return {owing.Mark(case, duty, due_on, owing.Stage(stage)): at for case, duty, due_on, stage, at in found}


def was_reminded(person: UUID, day: date) -> bool:
    """Whether the reminder of that morning has gone to this person."""
    return Day.objects.filter(person_id=person, day=day, reminded=True).exists()


def digest(secret: str) -> str:
    """What is kept of the secret in a calendar's address; it is long and random, so that a plain hash will do."""
    return hashlib.sha256(secret.encode()).hexdigest()


def calendar_made_at(person: UUID) -> datetime | None:
    """Since when a person's calendar can be fetched; None when it can't."""
    return Calendar.objects.filter(person_id=person).values_list("made_at", flat=True).first()


def owner_of_calendar(secret: str) -> UUID | None:
    """Whose calendar lies at this address; None for an unknown one."""
    return Calendar.objects.filter(digest=digest(secret)).values_list("person_id", flat=True).first()


def has_work(viewer: protocol.Viewer) -> bool:
    """True for who handles reports or cases, or decides in them."""
    return viewer.holds(*_deciders(clock.today()))


def reads_first(viewer: protocol.Viewer) -> bool:
    """True for whom what waits comes before the doors: who has work, and a parent whom the school told something."""
    return has_work(viewer) or viewer.holds(protocol.Role.OUDER)


def lists(viewer: protocol.Viewer, now: datetime, language: str) -> list[Listing]:
    """What waits first; then what the school tells about him or his child, what it asks of him, and what he told."""
    found = _for_work(viewer, now, language) if viewer.holds(*people.STAFF) else []
    found += [_about_own(viewer, now), _to_sign(viewer, now), _pictures(viewer, now), _told(viewer)]
    if viewer.holds(protocol.Role.BEHEERDER):
        found.append(_post(now))
    return [each for each in found if each.rows or each.groups or (each.nothing and has_work(viewer))]


def _for_work(viewer: protocol.Viewer, now: datetime, language: str) -> list[Listing]:
    return [
        _consults(viewer),
        _devices(viewer, now),
        _waiting(viewer, now, language),
        _accounts(viewer, now),
        _agreements(viewer, now),
    ]


def found(viewer: protocol.Viewer, text: str) -> list[Row]:
    """Persons by name, number or class; nothing for who may not search."""
    return [
        Row(
            sentence=person.name,
            url=address_of("dossier:file", person.id),
            icon="person",
            detail=_("Class %(name)s") % {"name": person.class_name} if person.class_name else _("Works here"),
        )
        for person in people.search(viewer, text, MOST_FOUND)
    ]


def _waiting(viewer: protocol.Viewer, now: datetime, language: str) -> Listing:
    groups = waiting.groups(viewer, now, language)
    total = sum(len(group.rows) for group in groups)
    return Listing(
        title=_("What waits for you"),
        groups=groups,
        nothing=_("Nothing waits for you"),
        hint=_("New reports and duties appear here, the most urgent first."),
        note=_("Only the first %(count)d are shown.") % {"count": total} if total == waiting.MOST else "",
        more=_("All cases"),
        more_url=address("cases:index"),
    )


def _devices(viewer: protocol.Viewer, now: datetime) -> Listing:
    """Devices that ask for something: due back soon, not found, or parents who have not heard."""
    rows = custody_words.rows(custody.waiting_for(viewer, now))
    return Listing(
        title=_("Devices that were taken in"), rows=rows, more=_("All devices"), more_url=address("custody:index")
    )


def _consults(viewer: protocol.Viewer) -> Listing:
    """Drafts that wait for this manager's answer, a school day at most (personeel-1)."""
    title, rows = _("May this be posted?"), consults.waiting_rows(viewer)
    return Listing(title=title, rows=rows, more=_("All questions"), more_url=address("consults:index"))


def _accounts(viewer: protocol.Viewer, now: datetime) -> Listing:
    """Accounts to look over, that sleep or need another owner, and fakes that somebody saw (personeel-7)."""
    rows = accounts.waiting_rows(viewer, local(now).date())
    return Listing(
        title=_("Channels and accounts"), rows=rows, more=_("All accounts"), more_url=address("channels:index")
    )


def _agreements(viewer: protocol.Viewer, now: datetime) -> Listing:
    """Standing agreements about devices that this person made, when they must be looked at again (leerlingen-7)."""
    rows = agreements.review_rows(viewer, local(now).date())
    return Listing(
        title=_("Agreements about devices"), rows=rows, more=_("All agreements"), more_url=address("permits:agreements")
    )


def _post(now: datetime) -> Listing:
    """Whether mail goes out and arrives; to whom and about what is not for an administrator."""
    rows = []
    if not post.can_send():
        remedy = _("E-mail is not set up. See the manual for operators.")
        rows.append(Row(sentence=_("Nobody is told by e-mail that something waits"), icon="alert", detail=remedy))
    if count := post.failed_since(now - TOLD_OF_MAIL_FOR):
        words = ngettext("%(count)d e-mail could not be delivered", "%(count)d e-mails could not be delivered", count)
        hint = _("In the past week. Are the mail server and the addresses of people right?")
        rows.append(Row(sentence=words % {"count": count}, icon="alert", detail=hint))
    return Listing(title=_("E-mail"), rows=rows)


def _about_own(viewer: protocol.Viewer, now: datetime) -> Listing:
    """What the school told this person about himself or a child."""
    devices = custody_words.own_rows(custody.own_lines(viewer, now), now)
    rows = [*devices, *told.rows(cases.own_cases(viewer, now), now)]
    return Listing(title=_("From school, about you or your child"), rows=rows)


def _to_sign(viewer: protocol.Viewer, now: datetime) -> Listing:
    """The protocol, for who must still sign it (reikwijdte-1)."""
    owed = [line for line in signatures.asked_of(UUID(viewer.id), local(now).date()) if line.is_owed]
    names = ", ".join(line.name for line in owed if str(line.asked.on_behalf_of) != viewer.id)
    detail = _("Also for %(names)s") % {"names": names} if names else ""
    row = Row(
        sentence=_("The protocol: still to sign"),
        url=address("acknowledgements:start"),
        icon="pen",
        detail=detail,
        kind="waits",
    )
    return Listing(title=_("To sign"), rows=[row] if owed else [])


def _pictures(viewer: protocol.Viewer, now: datetime) -> Listing:
    """Published pictures that must go, and what somebody must choose (leerlingen-6, personeel-6)."""
    asked = [one for one in consent.asked_of(viewer, local(now).date()) if one.lacking]
    rows = [*pictures.task_rows(consent.tasks_of(UUID(viewer.id))), *pictures.rows(asked, UUID(viewer.id))]
    return Listing(title=_("Pictures and films"), rows=rows)


def _told(viewer: protocol.Viewer) -> Listing:
    return Listing(
        title=_("What you told us"),
        rows=[reports.row(report, own=True) for report in intake.own_reports(viewer)[:MOST_TOLD]],
        more=_("All your reports"),
        more_url=address("intake:mine"),
    )


def _deciders(on: date) -> tuple[protocol.Role, ...]:
    """Who decides a measure, by the edition that holds on a day."""
    measures = protocol.in_force(on).measures.values()
    return tuple({role for measure in measures for role in measure.decided_by})
