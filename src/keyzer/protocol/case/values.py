"""The values that commands, events and state share: persons, settings, and closed lists with their words."""

from datetime import date, time
from enum import StrEnum
from typing import Annotated, Literal

from msgspec import Struct

from keyzer.protocol.names import PARTS
from keyzer.protocol.terms import SchoolCalendar
from keyzer.protocol.vocabulary import Grade, Lane, Part, Role, Text

PERSON = "person"
PersonId = Annotated[str, PERSON]
CODE = "code"
Code = Annotated[str, CODE]
"""An id or another word that no person reads."""


class Value(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The manner of all values in a case: frozen, by name, nothing unknown."""


class Actor(Value, frozen=True, kw_only=True):
    """Who acts: a person and the roles that the person holds towards this case."""

    id: str
    roles: frozenset[Role]


class Guardian(Value, frozen=True, kw_only=True):
    """A parent or guardian of the subject; `authority` is gezag, which the law asks for (WVO 2020, 1.1)."""

    person: PersonId
    authority: bool = True


class Party(Value, frozen=True, kw_only=True):
    """Someone who takes part in what happened."""

    person: PersonId
    part: Part


class SchoolSettings(Value, frozen=True, kw_only=True):
    """What a school fills in itself, pinned when a case opens. What is None is unknown and blocks what rests on it."""

    governance: Literal["openbaar", "bijzonder"] = "bijzonder"
    objection_address: str = ""
    defence_days: int | None = None
    agreement_source: str | None = None
    works_council_consent: date | None = None
    complaint_address: str = ""
    appeal_body: str = ""
    appeal_address: str = ""
    appeal_weeks: int | None = None
    order_suspension_weeks: int | None = None
    closed_days: tuple[date, ...] = ()
    day_ends: time = time(16, 30)

    def calendar(self) -> SchoolCalendar:
        """The school's days, as terms count them."""
        return SchoolCalendar(closed=frozenset(self.closed_days), day_ends=self.day_ends)


class Channel(StrEnum):
    TELEFOON = "telefoon"
    GESPREK = "gesprek"
    BRIEF = "brief"
    EMAIL = "e-mail"
    PORTAAL = "portaal"
    AANGETEKEND = "aangetekend"
    OVERHANDIGD = "overhandigd"


SPOKEN = frozenset({Channel.TELEFOON, Channel.GESPREK})
PROVABLE = frozenset({Channel.AANGETEKEND, Channel.OVERHANDIGD})


class HearingOutcome(StrEnum):
    HEARD = "heard"
    DECLINED = "declined"
    ABSENT = "absent"


class Seen(StrEnum):
    """What the person who was heard did with the report of the talk."""

    SIGNED = "signed"
    SEEN = "seen"
    NOT_YET = "not-yet"


class ExceptionGround(StrEnum):
    SAFETY = "safety"
    COURT_ORDER = "court-order"
    NOT_FOUND = "not-found"


class ObjectionOutcome(StrEnum):
    UPHELD = "upheld"
    PARTLY = "partly"
    INADMISSIBLE = "inadmissible"
    REJECTED = "rejected"


class PoliceChoice(StrEnum):
    REPORT = "report"
    NO_REPORT = "no-report"


class EndGround(StrEnum):
    UNFOUNDED = "unfounded"
    NOT_ESTABLISHED = "not-established"
    SOLVED = "solved"


class DefenceForm(StrEnum):
    WRITTEN = "written"
    ORAL = "oral"
    WAIVED = "waived"


class CasePath(StrEnum):
    """How a case begins. On the path of WVO 2020, 3.39 it is the board's alone from its first event."""

    ORDINARY = "ordinary"
    TASK_OFFENCE = "task-offence"


class Via(StrEnum):
    """How an objection came in."""

    PAGE = "page"
    PAPER = "paper"


class Complainant(StrEnum):
    """Who chose about a complaint: below 16 that is the representative (Sr 65)."""

    SELF = "self"
    REPRESENTATIVE = "representative"


class Informed(StrEnum):
    """Who was told before the report of WVO 2020, 3.39(2): the person concerned, or the guardians of a pupil."""

    PERSON = "person"
    GUARDIANS = "guardians"


class MediationOutcome(StrEnum):
    AGREED = "agreed"
    NOT_AGREED = "not-agreed"
    STOPPED = "stopped"


class ComplaintChoice(StrEnum):
    """What someone who was affected does with the right to ask for prosecution (Sv 164)."""

    FILES = "files"
    REFRAINS = "refrains"


WORDS: dict[StrEnum, Text] = {
    **{part: PARTS[part] for part in Part},
    Lane.LEERLING: Text(nl="leerling", en="pupil"),
    Lane.PERSONEEL: Text(nl="personeel", en="staff"),
    Grade.GEEN: Text(nl="niet ernstig", en="not serious"),
    Grade.LICHT: Text(nl="licht", en="light"),
    Grade.ERNSTIG: Text(nl="ernstig", en="serious"),
    Grade.ZEER_ERNSTIG: Text(nl="zeer ernstig", en="very serious"),
    Channel.TELEFOON: Text(nl="telefoon", en="telephone"),
    Channel.GESPREK: Text(nl="gesprek", en="talk in person"),
    Channel.BRIEF: Text(nl="brief", en="letter"),
    Channel.EMAIL: Text(nl="e-mail", en="e-mail"),
    Channel.PORTAAL: Text(nl="ouderportaal", en="portal"),
    Channel.AANGETEKEND: Text(nl="aangetekende brief", en="registered letter"),
    Channel.OVERHANDIGD: Text(nl="overhandigd met handtekening", en="handed over against a signature"),
    HearingOutcome.HEARD: Text(nl="gehoord", en="heard"),
    HearingOutcome.DECLINED: Text(nl="wilde niet gehoord worden", en="declined to be heard"),
    HearingOutcome.ABSENT: Text(nl="kwam niet na uitnodiging", en="did not come when invited"),
    Seen.SIGNED: Text(nl="verslag ondertekend", en="report signed"),
    Seen.SEEN: Text(nl="verslag gezien", en="report seen"),
    Seen.NOT_YET: Text(nl="verslag nog niet gezien", en="report not yet seen"),
    ExceptionGround.SAFETY: Text(nl="contact is niet veilig", en="contact is not safe"),
    ExceptionGround.COURT_ORDER: Text(nl="een rechter heeft contact verboden", en="a court has forbidden contact"),
    ExceptionGround.NOT_FOUND: Text(nl="ondanks pogingen niet te bereiken", en="not reached in spite of attempts"),
    ObjectionOutcome.UPHELD: Text(nl="gegrond: het besluit vervalt", en="upheld: the decision lapses"),
    ObjectionOutcome.PARTLY: Text(nl="deels gegrond", en="partly upheld"),
    ObjectionOutcome.REJECTED: Text(nl="ongegrond", en="rejected"),
    ObjectionOutcome.INADMISSIBLE: Text(
        nl="niet-ontvankelijk: niet inhoudelijk bekeken", en="inadmissible: not judged on its substance"
    ),
    PoliceChoice.REPORT: Text(nl="de school doet aangifte", en="the school reports to the police"),
    PoliceChoice.NO_REPORT: Text(nl="de school doet geen aangifte", en="the school does not report to the police"),
    EndGround.UNFOUNDED: Text(nl="er was niets aan de hand", en="there was nothing to it"),
    EndGround.NOT_ESTABLISHED: Text(nl="niet vast komen te staan", en="could not be established"),
    EndGround.SOLVED: Text(nl="samen opgelost", en="solved together"),
    DefenceForm.WRITTEN: Text(nl="schriftelijk", en="in writing"),
    DefenceForm.ORAL: Text(nl="mondeling, met verslag", en="orally, with a report"),
    DefenceForm.WAIVED: Text(nl="ziet af van verweer", en="waives the defence"),
    Informed.PERSON: Text(nl="de betrokkene", en="the person concerned"),
    Informed.GUARDIANS: Text(nl="de ouders van", en="the guardians of"),
    MediationOutcome.AGREED: Text(nl="samen iets afgesproken", en="agreed on something together"),
    MediationOutcome.NOT_AGREED: Text(nl="niets afgesproken", en="nothing agreed"),
    MediationOutcome.STOPPED: Text(nl="niet doorgegaan of gestopt", en="called off or stopped"),
    Via.PAGE: Text(nl="via de eigen pagina", en="through the own page"),
    Via.PAPER: Text(nl="op papier of per e-mail", en="on paper or by e-mail"),
    Complainant.SELF: Text(nl="de persoon zelf", en="the person"),
    Complainant.REPRESENTATIVE: Text(nl="een ouder of voogd", en="a parent or guardian"),
    ComplaintChoice.FILES: Text(nl="dient een klacht in", en="files a complaint"),
    ComplaintChoice.REFRAINS: Text(nl="dient geen klacht in", en="files no complaint"),
}
