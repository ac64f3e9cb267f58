"""Duties that follow a decision: making it known, telling others, school work, the return, a device."""

from collections.abc import Iterable
from datetime import timedelta

from keyzer.protocol.case import facts
from keyzer.protocol.case.clocks import device_due, due
from keyzer.protocol.case.effects import Effect
from keyzer.protocol.case.events.base import Event
from keyzer.protocol.case.events.measures import MeasureDecided
from keyzer.protocol.case.notices import is_told_to_inspectorate, is_told_to_municipality
from keyzer.protocol.case.owed.duty import Duty, Owing, Settle, When, owe, status_of
from keyzer.protocol.case.owed.letters import giving, is_left_out
from keyzer.protocol.vocabulary import Lane, Text

BEFORE_DEVICE_IS_DUE = timedelta(minutes=30)


def owed(owing: Owing) -> list[Duty]:
    """The duties that decisions bring."""
    each = (_announce, _inspectorate, _municipality, _suspension, _device)
    return [duty for decision in owing.state.decisions for rule in each for duty in rule(owing, decision)]


def _is_lifted(owing: Owing, decision: MeasureDecided) -> bool:
    return any(end.decision == decision.decision for end in owing.state.lifted)


def _settles(done: Iterable[Event], decision: MeasureDecided) -> bool:
    return any(getattr(event, "decision", None) == decision.decision for event in done)


def _announce(owing: Owing, decision: MeasureDecided) -> list[Duty]:
    measure = owing.edition.measures[decision.measure]
    told = {notice.person for notice in owing.state.announcements if notice.decision == decision.decision}
    return [
        owe(
            owing,
            f"announce:{decision.decision}:{person}",
            Text(
                nl=f"Besluit geven aan {{person:{person}}}: {measure.label.nl}",
                en=f"Give the decision to {{person:{person}}}: {measure.label.en}",
            ),
            When(_announce_step(owing, decision), decision.at),
            status_of(done=person in told, excepted=_is_lifted(owing, decision) or is_left_out(owing, person)),
            settle=giving(owing, decision, person),
            by=measure.decided_by,
        )
        for person in decision.recipients
    ]


def _announce_step(owing: Owing, decision: MeasureDecided) -> tuple[str, str]:
    if owing.state.lane is Lane.LEERLING:
        return "zaak-leerling", "bekendmaken"
    urgent = decision.effect is Effect.SUMMARY_DISMISSAL
    return "zaak-personeel", "dringende-reden-meedelen" if urgent else "dossier"


def _inspectorate(owing: Owing, decision: MeasureDecided) -> list[Duty]:
    if not is_told_to_inspectorate(decision):
        return []
    procedure = "verwijdering" if decision.effect is Effect.REMOVAL else "schorsing"
    return [
        owe(
            owing,
            f"inspectorate:{decision.decision}",
            Text(nl="Melden bij de Inspectie", en="Notify the Inspectorate"),
            When(
                (procedure, "inspectie-melden"),
                decision.at,
                alarm=due(owing.edition, owing.state, ("schorsing", "inspectie-nagaan"), decision.at),
            ),
            status_of(done=_settles(owing.state.inspectorate_notices, decision)),
            settle=Settle("notify-inspectorate", {"decision": decision.decision}),
        )
    ]


def _municipality(owing: Owing, decision: MeasureDecided) -> list[Duty]:
    if not is_told_to_municipality(owing.state, decision):
        return []
    removed = decision.effect is Effect.REMOVAL
    step = ("verwijdering", "gemeente-melden") if removed else ("schorsing", "leerplicht-melden")
    return [
        owe(
            owing,
            f"municipality:{decision.decision}",
            Text(nl="Melden bij de gemeente (leerplicht)", en="Notify the municipality (attendance officer)"),
            When(step, decision.at),
            status_of(done=_settles(owing.state.municipality_notices, decision)),
            settle=Settle("notify-municipality", {"decision": decision.decision}),
        )
    ]


def _suspension(owing: Owing, decision: MeasureDecided) -> list[Duty]:
    if decision.effect is not Effect.SUSPENSION or decision.starts is None or decision.ends is None:
        return []
    over = _is_lifted(owing, decision) or bool(facts.with_effect(owing.state, Effect.REMOVAL))
    work = Text(nl="Schoolwerk tijdens de schorsing regelen", en="Arrange school work during the suspension")
    talk = Text(nl="Gesprek bij terugkomst", en="Talk at the return")
    rows = (
        ("school-work", work, "schoolwerk", decision.starts, owing.state.school_work, "arrange-school-work"),
        ("return-talk", talk, "terugkomen", decision.ends, owing.state.return_talks, "record-return-talk"),
    )
    return [
        owe(
            owing,
            f"{name}:{decision.decision}",
            label,
            When(("schorsing", step), start),
            status_of(done=_settles(done, decision), excepted=over),
            settle=Settle(command, {"decision": decision.decision}),
        )
        for name, label, step, start, done, command in rows
    ]


def _device(owing: Owing, decision: MeasureDecided) -> list[Duty]:
    back = device_due(owing.edition, owing.state, decision.decision)
    if decision.effect is not Effect.CUSTODY or decision.starts is None or back is None:
        return []
    taken = _settles(owing.state.devices_taken, decision)
    returned = _settles(owing.state.devices_returned, decision)
    take = Text(nl="Vastleggen dat het apparaat is afgegeven", en="Record that the device was handed over")
    give = Text(nl="Het apparaat teruggeven", en="Give the device back")
    lifted = _is_lifted(owing, decision)
    preset = {"decision": decision.decision}
    return [
        owe(
            owing,
            f"take-device:{decision.decision}",
            take,
            When(("inname", "vastleggen"), decision.starts),
            status_of(done=taken, excepted=lifted),
            settle=Settle("take-device", preset),
        ),
        owe(
            owing,
            f"return-device:{decision.decision}",
            give,
            When(("inname", "teruggeven"), decision.starts, ends=back, alarm=back - BEFORE_DEVICE_IS_DUE),
            status_of(done=returned, excepted=lifted and not taken),
            settle=Settle("return-device", preset),
        ),
    ]
