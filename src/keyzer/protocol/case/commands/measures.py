"""Commands about measures: proposing, deciding, making known, and what a suspension, removal or taken device asks."""

from datetime import datetime
from typing import Annotated

from keyzer.protocol.case.asking import ask, whom, words
from keyzer.protocol.case.commands.base import Command
from keyzer.protocol.case.values import Channel

WHEN_NEEDED = (
    "Nodig bij een maatregel met een begin en een eind, zoals een schorsing.",
    "Needed for a measure that begins and ends, such as a suspension.",
)


class Propose(Command, tag="propose", frozen=True, kw_only=True):
    """Advise a measure to whoever decides it."""

    measure: Annotated[str, ask("Maatregel", "Measure", source="measures")]
    reason: Annotated[str, words("Waarom deze", "Why this one")]


class WithdrawProposal(Command, tag="withdraw-proposal", frozen=True, kw_only=True):
    """Take a proposal back."""

    measure: Annotated[str, ask("Voorstel", "Proposal", source="proposals")]
    reason: Annotated[str, words("Waarom", "Why")]


class RecordIntention(Command, tag="record-intention", frozen=True, kw_only=True):
    """Give the subject the written intention to take a measure, with the facts (removal; staff measures)."""

    measure: Annotated[str, ask("Maatregel", "Measure", source="intended_measures")]
    given_at: Annotated[datetime, ask("Gegeven op", "Given at")]
    facts: Annotated[str, words("Wat er gebeurd is", "What happened")]
    reason: Annotated[str, words("Waarom deze maatregel", "Why this measure")]


class DecideMeasure(Command, tag="decide-measure", frozen=True, kw_only=True):
    """Decide a measure. `starts` and `ends` where the measure has a length."""

    measure: Annotated[str, ask("Maatregel", "Measure", source="measures")]
    reason: Annotated[str, words("Waarom, en waarom niet lichter", "Why, and why nothing lighter")]
    starts: Annotated[datetime | None, ask("Begint", "Starts", WHEN_NEEDED)] = None
    ends: Annotated[datetime | None, ask("Eindigt", "Ends", WHEN_NEEDED)] = None
    outside_range: Annotated[
        str,
        words(
            "Waarom anders dan gebruikelijk",
            "Why other than usual",
            (
                "Alleen als deze maatregel niet past bij de ernst die is gewogen.",
                "Only when this measure does not match the gravity as weighed.",
            ),
        ),
    ] = ""


class Announce(Command, tag="announce", frozen=True, kw_only=True):
    """Make a decision known to someone who must have it (bekendmaking)."""

    decision: Annotated[str, ask("Besluit", "Decision", source="decisions_to_announce")]
    person: Annotated[str, whom("Aan wie", "To whom", "recipients")]
    channel: Annotated[Channel, ask("Hoe", "How")]


class LiftMeasure(Command, tag="lift-measure", frozen=True, kw_only=True):
    """End a measure before its time."""

    decision: Annotated[str, ask("Besluit", "Decision", source="decisions_in_force")]
    reason: Annotated[str, words("Waarom", "Why")]


class ReviewSuspension(Command, tag="review-suspension", frozen=True, kw_only=True):
    """Look again at a suspension that waits for something else; one that is no longer needed ends."""

    decision: Annotated[str, ask("Schorsing", "Suspension", source="suspensions_to_review")]
    still_needed: Annotated[bool, ask("Nog nodig", "Still needed")]
    reason: Annotated[str, words("Waarom", "Why")]


class NotifyInspectorate(Command, tag="notify-inspectorate", frozen=True, kw_only=True):
    """Tell the Inspectorate in writing of a suspension over a day, or of a removal (WVO 2020, 8.14(3), 8.15(5))."""

    decision: Annotated[str, ask("Besluit", "Decision", source="inspectorate_owed")]
    reference: Annotated[str, ask("Kenmerk van de melding", "Reference of the notice")]


class ConsultInspectorate(Command, tag="consult-inspectorate", frozen=True, kw_only=True):
    """Record the consultation with the Inspectorate before a removal (WVO 2020, 8.15(4))."""

    outcome: Annotated[str, words("Wat kwam eruit", "What came of it")]


class RecordOtherSchool(Command, tag="record-other-school", frozen=True, kw_only=True):
    """Record that another school is willing to admit the pupil (WVO 2020, 8.15(2))."""

    school: Annotated[str, ask("School", "School")]
    confirmed_by: Annotated[str, ask("Bevestigd door", "Confirmed by")]


class NotifyMunicipality(Command, tag="notify-municipality", frozen=True, kw_only=True):
    """Tell the municipality of a removal (WVO 2020, 8.21; Leerplichtwet, 18)."""

    decision: Annotated[str, ask("Besluit", "Decision", source="municipality_owed")]
    reference: Annotated[str, ask("Kenmerk", "Reference")]


class ArrangeSchoolWork(Command, tag="arrange-school-work", frozen=True, kw_only=True):
    """Record how the pupil goes on learning during a suspension."""

    decision: Annotated[str, ask("Schorsing", "Suspension", source="school_work_owed")]
    arrangement: Annotated[str, words("Hoe gaat het schoolwerk door", "How school work goes on")]


class RecordReturnTalk(Command, tag="record-return-talk", frozen=True, kw_only=True):
    """Record the talk at the pupil's return."""

    decision: Annotated[str, ask("Schorsing", "Suspension", source="return_talk_owed")]
    account: Annotated[str, words("Wat is afgesproken", "What was agreed")]


class TakeDevice(Command, tag="take-device", frozen=True, kw_only=True):
    """Record that the device was handed over; its content is not looked at."""

    decision: Annotated[str, ask("Besluit", "Decision", source="device_to_take")]
    device: Annotated[
        str,
        ask(
            "Welk apparaat",
            "Which device",
            (
                "Merk, kleur en schade die je van buiten ziet. Kijk er niet in.",
                "Make, colour, and damage seen from outside. Do not look inside.",
            ),
        ),
    ]
    kept_at: Annotated[str, ask("Waar bewaard", "Kept where")]
    voluntary: Annotated[bool, ask("Vrijwillig afgegeven", "Handed over freely")] = False


class KeepDevice(Command, tag="keep-device", frozen=True, kw_only=True):
    """Keep a device past the school day: with a reason, an end and the agreement of who has authority."""

    decision: Annotated[str, ask("Besluit", "Decision", source="device_to_return")]
    reason: Annotated[str, words("Waarom langer", "Why longer")]
    until: Annotated[datetime, ask("Tot wanneer", "Until when")]
    agreed_by: Annotated[str, whom("Wie vond het goed", "Who agreed", "speakers")]
    agreed_at: Annotated[datetime, ask("Goed gevonden op", "Agreed at")]
    channel: Annotated[Channel, ask("Hoe", "How")]


class ReturnDevice(Command, tag="return-device", frozen=True, kw_only=True):
    """Record that the device was given back."""

    decision: Annotated[str, ask("Besluit", "Decision", source="device_to_return")]
    person: Annotated[str, whom("Aan wie", "To whom", "speakers")]
    damage: Annotated[str, ask("Zichtbare schade", "Visible damage")] = ""
