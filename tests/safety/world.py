"""One of everything that an address can name, so that each page can be asked for by each person."""

from datetime import datetime
from typing import NamedTuple
from uuid import UUID, uuid4

from django.core.files.uploadedfile import SimpleUploadedFile

from keyzer.acknowledgements import actions as signing
from keyzer.acknowledgements.actions import paper as papers
from keyzer.acknowledgements.queries.paper import paper_list
from keyzer.cases import actions as cases
from keyzer.cases import queries as case_queries
from keyzer.channels import actions as channels
from keyzer.consent import actions as consent
from keyzer.consent.actions.published import PictureDraft
from keyzer.consults import actions as consults
from keyzer.consults.guidance_events import Published as Learnt
from keyzer.custody import actions as custody
from keyzer.custody.queries import tag_of
from keyzer.handbook import actions as handbook
from keyzer.handbook.events import Published
from keyzer.incidents import actions as incidents
from keyzer.incidents.queries import persons_of
from keyzer.intake import queries as intake
from keyzer.intake.actions import confide
from keyzer.letters import actions as letters
from keyzer.permits import actions as permits
from keyzer.permits.actions import walls
from keyzer.permits.drafts import PermitDraft
from keyzer.police.actions import make
from keyzer.protocol import Audience, Device, ImagePurpose, ImageSaid, Part, current
from tests.cast import Cast, browser_of
from tests.rooms.cases.world import do, open_case
from tests.rooms.channels.world import channel, work
from tests.rooms.consults.world import answer, ask
from tests.rooms.intake.conftest import STORY, report_fields, report_id
from tests.rooms.intake.samples import PNG
from tests.rooms.permits.world import exemption_of
from tests.rooms.police.world import choices, decide_to_report, file_of, stalking

STAFF_STORY = "Meester stuurde Waterlelie berichten op zondag"
QUESTION = Published(
    article="leerlingen-6", question_nl="Mag een klassenfoto?", answer_nl="Alleen als iedereen het goed vindt."
)
LEARNT = Learnt(article="personeel-6", question="Mag een klas op de foto?", answer="Alleen met toestemming.")
BOARD_STORY = "Kornoelje kreeg foto's van iemand die hier lesgeeft"


class World(NamedTuple):
    """Ids of what there is: about a pupil, and about a member of staff."""

    report: UUID
    doubt: UUID
    sealed_report: UUID
    talk: UUID
    file: UUID
    incident: UUID
    case: UUID
    staff_incident: UUID
    staff_case: UUID
    offence_case: UUID
    offence_incident: UUID
    packed_file: UUID
    pack: UUID
    board_report: UUID
    board_incident: UUID
    board_case: UUID
    letter: UUID
    signature: UUID
    paper: str
    paper_scan: UUID
    refusal: UUID
    question: UUID
    permit: UUID
    wall: UUID
    exemption: UUID
    device: UUID
    tag_secret: str
    safe: UUID
    picture: UUID
    channel: UUID
    work_account: UUID
    fake: UUID
    asked_consult: UUID
    answered_consult: UUID
    guidance: UUID


def tell(by: UUID, lane: str, **more: object) -> UUID:
    """A report or a doubt, sent as a browser sends it."""
    step = "1" if lane == "twijfel" else "2"
    answer = browser_of(by).post(f"/melden/nieuw/{lane}/", report_fields(step=step, **more))
    assert answer.status_code == 302, answer.content.decode()
    return report_id(answer.headers["Location"])


def tell_board(cast: Cast) -> UUID:
    """What the safety coordinator told the board alone about the mentor, as a browser sends it."""
    persons = [str(cast.mentor), str(cast.affected)]
    said = {"sending": str(uuid4()), "words": BOARD_STORY, "person": persons, "go": "send"}
    answer = browser_of(cast.safety).post("/melden/bestuur/", said)
    assert answer.status_code == 302, answer.content.decode()
    return UUID(answer.headers["Location"].split("/")[3])


def staff_incident(cast: Cast, at: datetime) -> UUID:
    """An incident about a teacher, opened by the coordinator, who no longer sees it."""
    return incidents.open_incident(
        by=cast.coordinator,
        at=at,
        told=STAFF_STORY,
        happened_on=at.date(),
        place="online",
        persons=[(cast.reporter, Part.MELDER), (cast.affected, Part.BETROKKENE), (cast.teacher, Part.ONDERWERP)],
        conduct=[],
        layer=2,
        report=None,
    )


def signed(guardian: UUID, child: UUID, at: datetime) -> UUID:
    """The signature of a guardian on behalf of a child."""
    asked, edition = signing.Asked(guardian, child, Audience.LEERLING), current().id
    return signing.sign(asked, edition=edition, language="nl", how=signing.How.SCREEN, by=guardian, at=at)


def refused(guardian: UUID, child: UUID, at: datetime) -> UUID:
    """That a guardian does not sign on behalf of a child."""
    asked, said = (
        signing.Asked(guardian, child, Audience.LEERLING),
        {"language": "nl", "reason": "Dit gaat ons te ver."},
    )
    return signing.refuse(asked, edition=current().id, **said, how=signing.How.SCREEN, by=guardian, at=at)


def scanned(cast: Cast, paper: str, at: datetime) -> UUID:
    """A scan of a printed list."""
    found = paper_list(cast.viewer(cast.mentor), paper, at.date())
    assert found is not None
    return papers.keep_scan(found.id, PNG, by=cast.mentor, at=at)


def leave_taken_back(cast: Cast, at: datetime) -> UUID:
    """Leave for 2A that no longer stands on the front page of who gave it."""
    permit = permits.give(PermitDraft(cast.class_2a, at.date(), 0), by=cast.mentor, at=at)
    permits.withdraw(permit, by=cast.mentor, at=at)
    return permit


def build(cast: Cast, at: datetime) -> World:
    """Everything once; the subject and one guardian were invited, so they have a page of their own."""
    report = tell(cast.reporter, "melding", evidence=[SimpleUploadedFile("chat.png", PNG)])
    page = intake.page(cast.viewer(cast.coordinator), report)
    assert page is not None
    assert page.told.words == STORY
    case = open_case(cast, at)
    for person in (cast.subject, cast.guardian):
        do(cast, case, "invite-hearing", at, person=str(person), planned_at=at.isoformat(), place="Kamer 4")
    about_staff = staff_incident(cast, at)
    offence = stalking(cast, at)
    decide_to_report(cast, offence.case, at)
    board_report = tell_board(cast)
    board_page = intake.page(cast.viewer(cast.safety), board_report)
    assert board_page is not None
    assert board_page.incident is not None
    device = device_of(cast, at)
    paper = papers.print_list(cast.class_2a, households=False, language="nl", by=cast.mentor, at=at)
    return World(
        report=report,
        doubt=tell(cast.reporter, "twijfel"),
        sealed_report=tell(cast.reporter, "melding", way="in-vertrouwen"),
        talk=confide(STORY, adviser=cast.vertrouwenspersoon, person=cast.reporter, at=at),
        file=page.evidence[0].file,
        incident=case_queries.incident_of(case),
        case=case,
        staff_incident=about_staff,
        staff_case=cases.open_case(about_staff, cast.teacher, by=cast.teamleider, at=at),
        offence_case=offence.case,
        offence_incident=case_queries.incident_of(offence.case),
        packed_file=offence.files["chat.txt"],
        pack=make(file_of(cast, offence.case), choices(cast, offence), by=cast.director, at=at),
        board_report=board_report,
        board_incident=board_page.incident,
        board_case=next(one.case for one in persons_of(board_page.incident) if one.case),
        letter=letters.draft(case, f"uitnodiging-gesprek/u1/{cast.subject}", by=cast.coordinator, at=at),
        signature=signed(cast.guardian, cast.subject, at),
        paper=paper,
        paper_scan=scanned(cast, paper, at),
        refusal=refused(cast.second_guardian, cast.subject, at),
        question=handbook.publish(QUESTION, by=cast.viewer(cast.director), at=at),
        permit=leave_taken_back(cast, at),
        wall=walls.hang(school_class=cast.class_2a, room="", by=cast.mentor, at=at),
        exemption=permits.agree(exemption_of(cast.third_year, at.date()), by=cast.zorgcoordinator, at=at),
        device=device,
        tag_secret=tag_of(cast.viewer(cast.director), device),
        safe=custody.add_place("Kluis van de balie", by=cast.director, at=at),
        picture=picture_of(cast.director, at),
        channel=channel(cast),
        work_account=work(cast),
        fake=channels.report_fake("@dekeyzer_nep", "instagram", "Wil betaald worden.", at=at),
        asked_consult=ask(cast, by=cast.coordinator),
        **answered(cast, at),
    )


def answered(cast: Cast, at: datetime) -> dict[str, UUID]:
    """A consult with its answer, and what everybody learns from it."""
    consult = ask(cast, by=cast.coordinator)
    answer(consult, cast.teamleider)
    by = cast.viewer(cast.teamleider)
    return {"answered_consult": consult, "guidance": consults.publish(consult, LEARNT, by=by, at=at)}


def device_of(cast: Cast, at: datetime) -> UUID:
    """A phone of a pupil of age, taken in by the director."""
    draft = custody.Draft(
        pupil=cast.grown_up,
        devices=(Device.PHONE,),
        conduct="toestel-in-les-zonder-toestemming",
        description="Witte telefoon",
    )
    return custody.take(draft, by=cast.director, at=at)


def picture_of(person: UUID, at: datetime) -> UUID:
    """A picture on the school's site of who put it there."""
    consent.answer(person, ImagePurpose.SITE, ImageSaid.YES, by=person, at=at)
    draft = PictureDraft("Website", ImagePurpose.SITE, at.date(), frozenset({person}))
    return consent.publish(draft, by=person, at=at)


def nobody() -> UUID:
    """An id that names nothing."""
    return uuid4()
