"""Acts that a suspension, a removal or a taken device brings with it."""

from keyzer.protocol.case import facts
from keyzer.protocol.case.act import PUPIL, Act
from keyzer.protocol.case.clocks import device_due
from keyzer.protocol.case.commands import measures as commands
from keyzer.protocol.case.effects import Effect, effect_of
from keyzer.protocol.case.events import measures as events
from keyzer.protocol.case.moment import Moment
from keyzer.protocol.case.reasons import Reason, reason
from keyzer.protocol.case.who import handles, lacks_role
from keyzer.protocol.rule import implements
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


@implements("leerlingen-9")
def _agreed_to_longer(moment: Moment, command: commands.KeepDevice) -> list[Reason]:
    """Past the school day only until a later end, and with an agreement that was given while the school had it."""
    against = []
    if command.until <= max(moment.at, device_due(moment.edition, moment.state, command.decision) or moment.at):
        nl = "Kies een einde dat later is dan nu afgesproken."
        against.append(reason(nl, "Choose an end that is later than agreed now.", moment.ground))
    if command.agreed_by not in facts.to_contact(moment.state, moment.at):
        nl = "Kies een ouder met gezag, of de leerling zelf als die 18 is."
        against.append(reason(nl, "Choose a parent with authority, or the pupil who is 18.", moment.ground))
    taken = next(one.at for one in moment.state.devices_taken if one.decision == command.decision)
    if not taken <= command.agreed_at <= moment.at:
        nl = "De ouder moet het na de inname en voor nu goed hebben gevonden."
        en = "The parent must have agreed after the device was taken in and before now."
        against.append(reason(nl, en, moment.ground))
    return against


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
        command=commands.KeepDevice,
        label=Text(nl="Apparaat langer bewaren", en="Keep a device longer"),
        do=events.DeviceKeptLonger,
        who=lambda moment: lacks_role(moment, moment.edition.step("inname", "langer-bewaren").by),
        check=_agreed_to_longer,
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
