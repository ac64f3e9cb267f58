"""Duties of the path of WVO 2020, 3.39, each with a clock of its own."""

from datetime import datetime

from keyzer.protocol.case.owed.duty import Duty, Owing, Settle, When, owe, status_of
from keyzer.protocol.case.targets import to_inform
from keyzer.protocol.rule import implements
from keyzer.protocol.vocabulary import Text

TASK = "zedenmisdrijf-taak"


@implements("personeel-9")
def owed(owing: Owing) -> list[Duty]:
    """A possible sexual offence by someone with a task: consult, judge, tell, report, tell again."""
    state = owing.state
    if not state.task_offence:
        return []
    known = state.task_offence[0].at
    consulted = state.inspector_consulted[0].at if state.inspector_consulted else known
    consult = Text(nl="Overleggen met de vertrouwensinspecteur", en="Consult the confidential inspector")
    judge = Text(nl="Beoordelen of er een redelijk vermoeden is", en="Judge whether the suspicion is reasonable")
    duties = [
        _task(owing, "consult", consult, "vertrouwensinspecteur-overleggen", known, bool(state.inspector_consulted)),
        _task(owing, "judge", judge, "vermoeden-beoordelen", consulted, bool(state.suspicions)),
    ]
    if not (state.suspicions and state.suspicions[-1].reasonable):
        return duties
    return duties + _report(owing, state.suspicions[-1].at)


def _report(owing: Owing, judged: datetime) -> list[Duty]:
    """First the guardians and the person hear it, then the police, then the inspector (WVO 2020, 3.39(2))."""
    state = owing.state
    told = max((one.at for one in state.informed), default=judged)
    reported = state.offence_reports[0].at if state.offence_reports else max(told, judged)
    tell = Text(nl="De ouders en de persoon over wie het gaat inlichten", en="Tell the guardians and the person")
    report = Text(nl="Aangifte doen", en="Report to the police")
    again = Text(nl="De vertrouwensinspecteur inlichten", en="Tell the confidential inspector")
    return [
        _task(owing, "tell", tell, "ouders-en-betrokkene-inlichten", judged, not to_inform(state)),
        _task(owing, "report", report, "aangifte-doen", max(told, judged), bool(state.offence_reports)),
        _task(
            owing, "tell-inspector", again, "vertrouwensinspecteur-inlichten", reported, bool(state.inspector_informed)
        ),
    ]


COMMANDS = {
    "consult": "consult-confidential-inspector",
    "judge": "judge-suspicion",
    "tell": "inform-before-report",
    "report": "report-offence-to-police",
    "tell-inspector": "inform-confidential-inspector",
}


def _task(owing: Owing, name: str, label: Text, step: str, start: datetime, done: bool) -> Duty:  # noqa: FBT001
    return owe(
        owing, f"task:{name}", label, When((TASK, step), start), status_of(done=done), settle=Settle(COMMANDS[name])
    )
