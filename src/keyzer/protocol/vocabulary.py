"""The words that the protocol is written in: closed lists, ids in Dutch as on the paper, code around in English."""

from enum import StrEnum

from msgspec import Struct


class Text(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One message in the two languages of the house. Dutch is plain (B1)."""

    nl: str
    en: str

    def read(self, language: str) -> str:
        """The wording in `language`; anything that is not English is answered in Dutch."""
        return self.en if language.startswith("en") else self.nl


class Change(StrEnum):
    """How an edition follows the one it replaces: a major change asks every signature again, a minor one none."""

    MAJOR = "major"
    MINOR = "minor"


class Audience(StrEnum):
    """Whom the paper binds (reikwijdte-1)."""

    LEERLING = "leerling"
    OUDER = "ouder"
    PERSONEEL = "personeel"
    VRIJWILLIGER = "vrijwilliger"
    STAGIAIR = "stagiair"
    ANDER = "ander"


class Role(StrEnum):
    """What a person is at the school; roles decide who may see and do what. A person can have several."""

    LEERLING = "leerling"
    OUDER = "ouder"
    DOCENT = "docent"
    MENTOR = "mentor"
    COORDINATOR = "coordinator"
    TEAMLEIDER = "teamleider"
    ZORGCOORDINATOR = "zorgcoordinator"
    VEILIGHEIDSCOORDINATOR = "veiligheidscoordinator"
    VERTROUWENSPERSOON = "vertrouwenspersoon"
    DIRECTEUR = "directeur"
    BESTUUR = "bestuur"
    HR = "hr"
    FG = "fg"
    BEHEERDER = "beheerder"
    OOP = "oop"
    VRIJWILLIGER = "vrijwilliger"
    STAGIAIR = "stagiair"
    ANDER = "ander"


class Lane(StrEnum):
    """The two ways a case can go; they differ in data, not in code (leerlingen-9, personeel-8)."""

    LEERLING = "leerling"
    PERSONEEL = "personeel"


class Part(StrEnum):
    """In which role a person is connected to an incident."""

    MELDER = "melder"
    BETROKKENE = "betrokkene"
    GETUIGE = "getuige"
    ONDERWERP = "onderwerp"


class ArticleKind(StrEnum):
    NORM = "norm"
    DUTY = "duty"
    PROHIBITION = "prohibition"
    PERMISSION = "permission"
    POWER = "power"
    PROCEDURE = "procedure"


class Encoding(StrEnum):
    """How much of an article the rules can judge without a person."""

    FULL = "full"
    PARTIAL = "partial"
    NONE = "none"


class Place(StrEnum):
    """Where a conduct kind applies: reikwijdte-4 speaks of the school, reikwijdte-5 of every place."""

    SCHOOL = "school"
    OVERAL = "overal"


class Sureness(StrEnum):
    """How sure a source is. What is LOW is never printed as law; it is a setting of the school."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Count(StrEnum):
    """How a term runs. SCHOOL_DAYS skips days without lessons; LEGAL_TERM follows the Algemene termijnenwet."""

    AT_ONCE = "at-once"
    CLOCK_HOURS = "clock-hours"
    CALENDAR_DAYS = "calendar-days"
    SCHOOL_DAYS = "school-days"
    LEGAL_TERM = "legal-term"
    NOT_COUNTED = "not-counted"


class Unit(StrEnum):
    """What a term is counted by."""

    HOURS = "hours"
    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"


class Grade(StrEnum):
    """One step on an axis of gravity. leerlingen-9 names three axes: utterance, conduct, consequence."""

    GEEN = "geen"
    LICHT = "licht"
    ERNSTIG = "ernstig"
    ZEER_ERNSTIG = "zeer-ernstig"


class Gate(StrEnum):
    """What must have been done before a measure can be decided or come into force."""

    GRAVITY_WEIGHED = "gravity-weighed"
    SUBJECT_HEARD = "subject-heard"
    GUARDIANS_HEARD = "guardians-heard"
    GUARDIANS_CONTACTED = "guardians-contacted"
    INSPECTORATE_CONSULTED = "inspectorate-consulted"
    OTHER_SCHOOL_FOUND = "other-school-found"
    WRITTEN_INTENTION = "written-intention"
    DEFENCE_TERM_OVER = "defence-term-over"
    COLLECTIVE_AGREEMENT_SOURCE = "collective-agreement-source"
    WORKS_COUNCIL_CONSENT = "works-council-consent"
    LEGAL_ADVICE = "legal-advice"
    URGENT_REASON = "urgent-reason"


class LetterAbout(StrEnum):
    """What in a case a letter is about."""

    INVITATION = "invitation"
    HEARING = "hearing"
    INTENTION = "intention"
    DECISION = "decision"
    NOTICE = "notice"
    OBJECTION = "objection"
    OBJECTION_DECISION = "objection-decision"
    ENDING = "ending"


class LetterTo(StrEnum):
    """To whom a letter goes: the one person it is about, all who must have it, or a body outside the school."""

    PERSON = "person"
    RECIPIENTS = "recipients"
    INSPECTORATE = "inspectorate"
    MUNICIPALITY = "municipality"


class LetterApprover(StrEnum):
    """Who issues a letter: who may take the decision it tells, or who handles the case."""

    DECIDER = "decider"
    HANDLER = "handler"


class LetterPart(StrEnum):
    """What a letter can hold; each is read from the case."""

    FACTS = "facts"
    RULE = "rule"
    MEASURE = "measure"
    PERIOD = "period"
    REASONS = "reasons"
    OUTSIDE_RANGE = "outside_range"
    HEARD = "heard"
    URGENCY = "urgency"
    APPOINTMENT = "appointment"
    INTENDED = "intended"
    REMEDY = "remedy"
    SCHOOL_WORK = "school-work"
    RETURN_TALK = "return-talk"
    OTHER_SCHOOL = "other-school"
    INSPECTORATE = "inspectorate"
    EARLIER = "earlier"
    DEFENCE = "defence"
    AGREEMENT = "agreement"
    WORKS_COUNCIL = "works-council"
    LEGAL_ADVICE = "legal-advice"
    DEVICE = "device"
    OBJECTION = "objection"
    OBJECTION_DECISION = "objection-decision"
    ENDING = "ending"
    AFTERCARE = "aftercare"
    SIGNATORY = "signatory"
    SUBJECT = "subject"


class FreePart(StrEnum):
    """A paragraph of a letter that a person may write."""

    OPENING = "opening"
    PERSONAL = "personal"
    CLOSING = "closing"


class Voice(StrEnum):
    """How a letter speaks: `je` to a pupil, `u` to a guardian about the child, to staff and to bodies."""

    PUPIL = "pupil"
    ADULT_PUPIL = "adult-pupil"
    GUARDIAN = "guardian"
    STAFF = "staff"
    BODY = "body"


class Whose(StrEnum):
    """Whose word counts about a picture: the person in it, or a guardian with authority."""

    ZELF = "zelf"
    OUDER = "ouder"
