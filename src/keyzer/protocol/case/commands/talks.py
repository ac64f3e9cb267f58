"""Commands about talking: hearings, contact with guardians, agreements and aftercare."""

from datetime import date, datetime
from typing import Annotated

from keyzer.protocol.case.asking import ask, whom, words
from keyzer.protocol.case.commands.base import Command
from keyzer.protocol.case.values import Channel, ExceptionGround, HearingOutcome, Seen


class InviteHearing(Command, tag="invite-hearing", frozen=True, kw_only=True):
    """Invite the subject or a guardian to be heard."""

    person: Annotated[str, whom("Wie nodig je uit", "Whom do you invite", "speakers")]
    planned_at: Annotated[datetime, ask("Wanneer is het gesprek", "When is the talk")]
    place: Annotated[str, ask("Waar", "Where")]


class RecordHearing(Command, tag="record-hearing", frozen=True, kw_only=True):
    """Record that someone was heard, declined, or did not come after an invitation."""

    person: Annotated[str, whom("Wie", "Who", "speakers")]
    held_at: Annotated[datetime, ask("Wanneer", "When")]
    outcome: Annotated[HearingOutcome, ask("Hoe ging het", "How did it go")]
    account: Annotated[
        str,
        words("Wat is er gezegd", "What was said", ("In de woorden van wie het zei.", "In the speaker's own words.")),
    ]
    seen: Annotated[Seen, ask("Het verslag", "The report")] = Seen.NOT_YET
    present: Annotated[str, ask("Wie er nog bij waren", "Who else was there")] = ""
    interpreter: Annotated[
        str,
        ask(
            "Tolk, in welke taal",
            "Interpreter, in which language",
            ("Leeg als er geen tolk was.", "Empty without one."),
        ),
    ] = ""
    documents: Annotated[str, ask("Welke stukken zijn getoond", "Which documents were shown")] = ""


class ClaimUrgency(Command, tag="claim-urgency", frozen=True, kw_only=True):
    """Give the written reason why the school cannot wait for a hearing; the hearing is then owed at once."""

    reason: Annotated[str, words("Waarom het niet kan wachten", "Why it cannot wait")]


class RecordContact(Command, tag="record-contact", frozen=True, kw_only=True):
    """Record an attempt to reach a guardian, or the pupil who is of age."""

    guardian: Annotated[str, whom("Wie", "Who", "speakers")]
    channel: Annotated[Channel, ask("Hoe", "How")]
    contacted_at: Annotated[datetime, ask("Wanneer", "When")]
    reached: Annotated[bool, ask("Bereikt", "Reached")] = False
    view_asked: Annotated[
        bool,
        ask(
            "Ook gehoord",
            "Heard as well",
            (
                "Je vertelde wat de school van plan is en vroeg wat zij ervan vinden.",
                "You told what the school intends and asked for their view.",
            ),
        ),
    ] = False
    answer: Annotated[str, words("Wat is er gezegd", "What was said")] = ""
    interpreter: Annotated[
        str,
        ask(
            "Tolk, in welke taal",
            "Interpreter, in which language",
            ("Leeg als er geen tolk was.", "Empty without one."),
        ),
    ] = ""


class RequestContactException(Command, tag="request-contact-exception", frozen=True, kw_only=True):
    """Ask leave not to contact a guardian; a second person decides."""

    guardian: Annotated[str, whom("Wie niet", "Whom not", "unreached")]
    ground: Annotated[ExceptionGround, ask("Waarom niet", "Why not")]
    reason: Annotated[str, words("Leg uit", "Explain")]


class ApproveContactException(Command, tag="approve-contact-exception", frozen=True, kw_only=True):
    """A second person agrees that this guardian is not contacted."""

    guardian: Annotated[str, whom("Wie", "Who", "exception_requests")]
    reason: Annotated[str, words("Waarom je instemt", "Why you agree")]


class DeclineContactException(Command, tag="decline-contact-exception", frozen=True, kw_only=True):
    """A second person does not agree: this guardian is contacted after all."""

    guardian: Annotated[str, whom("Wie", "Who", "exception_requests")]
    reason: Annotated[str, words("Waarom niet", "Why not")]


class PlanAftercare(Command, tag="plan-aftercare", frozen=True, kw_only=True):
    """Plan a talk afterwards with someone who was part of it."""

    person: Annotated[str, whom("Met wie", "With whom", "people")]
    planned_on: Annotated[date, ask("Wanneer", "When")]
    purpose: Annotated[str, words("Waarover", "What about")]


class RecordAftercare(Command, tag="record-aftercare", frozen=True, kw_only=True):
    """Record that the planned aftercare took place, or that someone was asked again some weeks later."""

    person: Annotated[str, whom("Met wie", "With whom", "aftercare_to_record")]
    account: Annotated[str, words("Hoe gaat het nu", "How are things now")]
