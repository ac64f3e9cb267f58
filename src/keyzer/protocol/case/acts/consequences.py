"""Acts that a suspension, a removal or a taken device brings with it."""

from keyzer.protocol.case import facts
from keyzer.protocol.case.act import PUPIL, act
from keyzer.protocol.case.commands import measures as commands
from keyzer.protocol.case.effects import Effect, effect_of
from keyzer.protocol.case.events import measures as events
from keyzer.protocol.case.moment import Moment
from keyzer.protocol.case.reasons import Reason, reason


def _removal_near(moment: Moment) -> list[Reason]:
    measures = moment.edition.measures
    named = (*moment.state.intentions, *moment.state.proposals)
    if any(effect_of(measures[one.measure]) is Effect.REMOVAL for one in named):
        return []
    nl = "Er is nog geen verwijdering voorgesteld of voorgenomen."
    return [reason(nl, "No removal was proposed or intended yet.", moment.ground)]


def _own_guardian_or_self(moment: Moment, command: commands.ReturnDevice) -> list[Reason]:
    if command.person in {moment.state.subject, *facts.with_authority(moment.state)}:
        return []
    nl = "Het toestel gaat terug naar de leerling of een ouder met gezag."
    return [reason(nl, "The device goes back to the pupil or a guardian with authority.", moment.ground)]


ACTS = (
    act(
        commands.NotifyInspectorate,
        "Melden bij de Inspectie",
        "Notify the Inspectorate",
        do=events.InspectorateNotified,
        lanes=PUPIL,
    ),
    act(
        commands.ConsultInspectorate,
        "Overleg met de Inspectie vastleggen",
        "Record the consultation with the Inspectorate",
        do=events.InspectorateConsulted,
        when=_removal_near,
        lanes=PUPIL,
    ),
    act(
        commands.RecordOtherSchool,
        "Andere school vastleggen",
        "Record another school",
        do=events.OtherSchoolFound,
        when=_removal_near,
        lanes=PUPIL,
    ),
    act(
        commands.NotifyMunicipality,
        "Melden bij de gemeente",
        "Notify the municipality",
        do=events.MunicipalityNotified,
        lanes=PUPIL,
    ),
    act(
        commands.ArrangeSchoolWork,
        "Schoolwerk regelen",
        "Arrange school work",
        do=events.SchoolWorkArranged,
        lanes=PUPIL,
    ),
    act(
        commands.RecordReturnTalk,
        "Terugkeergesprek vastleggen",
        "Record the return talk",
        do=events.ReturnTalkHeld,
        lanes=PUPIL,
    ),
    act(commands.TakeDevice, "Inname vastleggen", "Record the device taken", do=events.DeviceTaken, lanes=PUPIL),
    act(
        commands.ReturnDevice,
        "Teruggave vastleggen",
        "Record the device returned",
        do=events.DeviceReturned,
        check=_own_guardian_or_self,
        lanes=PUPIL,
    ),
)
