"""Acts that a suspension, a removal or a taken device brings with it."""

from keyzer.protocol.case import facts
from keyzer.protocol.case.act import PUPIL, Act
from keyzer.protocol.case.commands import measures as commands
from keyzer.protocol.case.effects import Effect, effect_of
from keyzer.protocol.case.events import measures as events
from keyzer.protocol.case.moment import Moment
from keyzer.protocol.case.reasons import Reason, reason
from keyzer.protocol.case.who import handles
from keyzer.protocol.vocabulary import Text


def _removal_near(moment: Moment) -> list[Reason]:
    measures = moment.edition.measures
    named = {one.measure for one in moment.state.intentions} | {one.measure for one in moment.state.proposals}
    if any(effect_of(measures[measure]) is Effect.REMOVAL for measure in named):
        return []
    nl = "Er is nog geen verwijdering voorgesteld of voorgenomen."
    return [reason(nl, "No removal was proposed or intended yet.", moment.ground)]


def _own_guardian_or_self(moment: Moment, command: commands.ReturnDevice) -> list[Reason]:
    if command.person in {moment.state.subject, *facts.with_authority(moment.state)}:
        return []
    nl = "Het apparaat gaat terug naar de leerling of een ouder met gezag."
    return [reason(nl, "The device goes back to the pupil or a guardian with authority.", moment.ground)]


def _keeps_devices(moment: Moment) -> list[Reason]:
    """Who handles the case, or whom the edition lets keep a device that was taken in."""
    keepers = {
        role for step in ("vastleggen", "bewaren", "teruggeven") for role in moment.edition.step("inname", step).by
    }
    return [] if moment.by.roles & keepers else handles(moment)


ACTS = (
    Act(
        command=commands.NotifyInspectorate,
        label=Text(nl="Melden bij de Inspectie", en="Notify the Inspectorate"),
        do=events.InspectorateNotified,
        lanes=PUPIL,
    ),
    Act(
        command=commands.ConsultInspectorate,
        label=Text(nl="Overleg met de Inspectie vastleggen", en="Record the consultation with the Inspectorate"),
        do=events.InspectorateConsulted,
        when=_removal_near,
        lanes=PUPIL,
    ),
    Act(
        command=commands.RecordOtherSchool,
        label=Text(nl="Andere school vastleggen", en="Record another school"),
        do=events.OtherSchoolFound,
        when=_removal_near,
        lanes=PUPIL,
    ),
    Act(
        command=commands.NotifyMunicipality,
        label=Text(nl="Melden bij de gemeente", en="Notify the municipality"),
        do=events.MunicipalityNotified,
        lanes=PUPIL,
    ),
    Act(
        command=commands.ArrangeSchoolWork,
        label=Text(nl="Schoolwerk regelen", en="Arrange school work"),
        do=events.SchoolWorkArranged,
        lanes=PUPIL,
    ),
    Act(
        command=commands.RecordReturnTalk,
        label=Text(nl="Terugkeergesprek vastleggen", en="Record the return talk"),
        do=events.ReturnTalkHeld,
        lanes=PUPIL,
    ),
    Act(
        command=commands.TakeDevice,
        label=Text(nl="Inname vastleggen", en="Record the device taken"),
        do=events.DeviceTaken,
        who=_keeps_devices,
        lanes=PUPIL,
    ),
    Act(
        command=commands.ReturnDevice,
        label=Text(nl="Teruggave vastleggen", en="Record the device returned"),
        do=events.DeviceReturned,
        who=_keeps_devices,
        check=_own_guardian_or_self,
        lanes=PUPIL,
    ),
)
