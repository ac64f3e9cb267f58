"""Duties of the staff lane: the school's own settings, the defence, and the stopwatch (personeel-8)."""

from keyzer.protocol.case.letters.defence import defence_ends
from keyzer.protocol.case.owed.duty import Duty, Owing, Settle, When, owe, status_of
from keyzer.protocol.case.owed.frame import outcome_known
from keyzer.protocol.rule import implements
from keyzer.protocol.terms import LOCAL
from keyzer.protocol.vocabulary import Gate, Lane, Role, Text

STAFF = "zaak-personeel"
BOARD = (Role.BESTUUR,)


def owed(owing: Owing) -> list[Duty]:
    """The duties of a case about a member of staff."""
    if owing.state.lane is not Lane.PERSONEEL:
        return []
    return [*_settings(owing), *defence(owing), *after_defence(owing), *_stopwatch(owing)]


def _settings(owing: Owing) -> list[Duty]:
    """HR fills in what the measures in view need, before any letter."""
    in_view = {one.measure for one in owing.state.proposals} | {one.measure for one in owing.state.intentions}
    asked = {gate for measure in in_view for gate in owing.edition.measures[measure].gates}
    settings = owing.state.settings
    lacking = (
        (Gate.COLLECTIVE_AGREEMENT_SOURCE in asked and not settings.agreement_source)
        or (Gate.WORKS_COUNCIL_CONSENT in asked and settings.works_council_consent is None)
        or (Gate.DEFENCE_TERM_OVER in asked and settings.defence_days is None)
    )
    if not asked & {Gate.COLLECTIVE_AGREEMENT_SOURCE, Gate.WORKS_COUNCIL_CONSENT, Gate.DEFENCE_TERM_OVER}:
        return []
    label = Text(nl="Cao, termijn en instemming invullen", en="Fill in agreement, term and consent")
    status = status_of(done=not lacking, excepted=outcome_known(owing))
    start = owing.state.round_began
    return [
        owe(owing, "settings", label, When((STAFF, "bron-invullen"), start), status, settle=Settle("adopt-settings"))
    ]


@implements("personeel-8")
def defence(owing: Owing) -> list[Duty]:
    """After a written intention the person concerned has time to answer before anything is decided."""
    answered = {one.measure for one in owing.state.defences}
    decided = {one.measure for one in owing.state.decisions}
    duties = []
    for intention in {one.measure: one for one in owing.state.intentions}.values():
        ends = defence_ends(owing.state, intention)
        over = ends is not None and owing.now > ends
        label = Text(nl=f"Tijd voor verweer van {{person:{owing.state.subject}}}", en="Time for the defence")
        status = status_of(
            done=intention.measure in answered or over,
            excepted=intention.measure in decided or outcome_known(owing),
        )
        duties.append(
            owe(
                owing,
                f"defence:{intention.measure}",
                label,
                When((STAFF, "verweer"), intention.given_at, ends=ends),
                status,
                settle=Settle("record-defence", {"measure": intention.measure}),
                person=owing.state.subject,
            )
        )
    return duties


@implements("personeel-8")
def after_defence(owing: Owing) -> list[Duty]:
    """Once the defence came in, or its time is over, who may take the intended measure decides."""
    received = {one.measure: one.received_at for one in owing.state.defences}
    decided = {one.measure for one in owing.state.decisions}
    duties = []
    for intention in {one.measure: one for one in owing.state.intentions}.values():
        ends = defence_ends(owing.state, intention)
        since = received.get(intention.measure) or (ends if ends is not None and owing.now > ends else None)
        if since is None:
            continue
        measure = owing.edition.measures[intention.measure]
        label = Text(
            nl=f"Besluiten over het voornemen: {measure.label.nl}", en=f"Decide on the intention: {measure.label.en}"
        )
        status = status_of(done=measure.id in decided, excepted=outcome_known(owing))
        when, settle = When((STAFF, "besluiten"), since), Settle("decide-measure")
        duties.append(owe(owing, f"decide:{measure.id}", label, when, status, settle=settle, by=measure.decided_by))
    return duties


def _stopwatch(owing: Owing) -> list[Duty]:
    """From the first moment that who may decide knows, a summary dismissal bears no delay (BW 7:677)."""
    if not owing.state.knowledge:
        return []
    since = min(one.known_at for one in owing.state.knowledge)
    clock = since.astimezone(LOCAL).strftime("%d-%m-%Y %H:%M")
    label = Text(
        nl=f"Meteen besluiten: wie mag besluiten, weet ervan sinds {clock}",
        en=f"Decide at once: who may decide has known since {clock}",
    )
    status = status_of(done=outcome_known(owing))
    when = When((STAFF, "kennis-vastleggen"), since, alarm=since)
    return [owe(owing, "stopwatch", label, when, status, settle=Settle("decide-measure"), by=BOARD)]
