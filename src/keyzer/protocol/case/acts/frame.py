"""Acts that frame a case: naming what and who, handing over, closing."""

from keyzer.protocol.case import facts
from keyzer.protocol.case.act import Act
from keyzer.protocol.case.commands import frame as commands
from keyzer.protocol.case.duties import blocking_duties
from keyzer.protocol.case.events import frame as events
from keyzer.protocol.case.events.base import Event
from keyzer.protocol.case.moment import Moment, record, repeat
from keyzer.protocol.case.reasons import Reason, reason
from keyzer.protocol.case.who import DIRECTORS, handles, lacks_role, speaks_or_handles
from keyzer.protocol.terms import local_day
from keyzer.protocol.vocabulary import Lane, Part, Role, Text

REASSIGNERS = frozenset({Role.TEAMLEIDER, Role.HR, *DIRECTORS})


def _cite(moment: Moment, command: commands.CiteConduct) -> list[Event]:
    broken = facts.articles_broken(moment.edition, moment.state.lane, command.conduct)
    return [repeat(moment, events.ConductCited, command, moment.ground, *broken)]


def _happened(moment: Moment, command: commands.EstablishFacts) -> list[Reason]:
    if command.happened_on <= local_day(moment.at):
        return []
    return [reason("Deze dag moet nog komen.", "This day is still to come.", moment.ground)]


def _name_party(moment: Moment, command: commands.NameParty) -> list[Event]:
    named: list[Event] = [record(moment, events.PartyNamed, (moment.ground,), person=command.person, part=command.part)]
    if command.person == moment.state.handler and command.part is not Part.MELDER:
        named.append(record(moment, events.HandlerReleased, (moment.ground,), handler=command.person))
        if command.successor:
            taken = {"handler": command.successor, "reason": ""}
            named.append(record(moment, events.CaseReassigned, (moment.ground,), **taken))
    return named


def _against_naming(moment: Moment, command: commands.NameParty) -> list[Reason]:
    against = []
    if any((one.person, one.part) == (command.person, command.part) for one in moment.state.parties):
        against += [reason("Deze persoon is al zo genoemd.", "This person was named so before.", moment.ground)]
    if command.successor in facts.parties(moment.state) | {command.person}:
        against += [
            reason("Wie betrokken is, behandelt de zaak niet.", "A party can't handle the case.", moment.ground)
        ]
    return against


def _new_handler(moment: Moment, command: commands.Reassign) -> list[Reason]:
    against = []
    if command.handler in facts.parties(moment.state):
        against += [
            reason("Wie betrokken is, behandelt de zaak niet.", "A party can't handle the case.", moment.ground)
        ]
    if command.handler == moment.state.handler:
        against += [
            reason("Deze persoon behandelt de zaak al.", "This person handles the case already.", moment.ground)
        ]
    return against


def _own_words(moment: Moment, command: commands.AddStatement) -> list[Reason]:
    if moment.by.id == command.person or moment.by.id not in facts.speakers(moment.state):
        return []
    return [reason("Iedereen vertelt het eigen verhaal.", "A statement is one's own.", "leerlingen-3")]


def _nothing_in_force(moment: Moment) -> list[Reason]:
    against = []
    if facts.in_force(moment.state):
        against += [reason("Er is al een maatregel genomen.", "A measure was taken already.", moment.ground)]
    return against + not_ended(moment)


def not_ended(moment: Moment) -> list[Reason]:
    """A reason when it was concluded that no measure follows."""
    if moment.state.ended is None:
        return []
    return [
        reason("Er is besloten dat er geen maatregel volgt.", "It was decided that no measure follows.", moment.ground)
    ]


def _all_done(moment: Moment) -> list[Reason]:
    owed = blocking_duties(moment.edition, moment.state, moment.at)
    return [
        Reason(
            text=Text(nl=f"Nog open: {duty.label.nl}", en=f"Still open: {duty.label.en}"),
            grounds=duty.grounds,
            who=duty.owed_by,
        )
        for duty in owed
    ]


def _closed(moment: Moment) -> list[Reason]:
    if moment.state.phase == "closed":
        return []
    return [reason("De zaak is nog open.", "The case is still open.", moment.ground)]


def _statement_ground(moment: Moment, command: commands.AddStatement) -> list[Event]:
    own = ("leerlingen-3",) if moment.state.lane is Lane.LEERLING else ("personeel-4",)
    return [repeat(moment, events.StatementAdded, command, moment.ground, *own)]


ACTS = (
    Act(
        command=commands.CiteConduct,
        label=Text(nl="Gedrag noemen", en="Cite conduct"),
        do=_cite,
    ),
    Act(
        command=commands.EstablishFacts,
        label=Text(nl="Vaststellen wat er gebeurde", en="Establish what happened"),
        do=events.FactsEstablished,
        check=_happened,
    ),
    Act(command=commands.Weigh, label=Text(nl="Ernst wegen", en="Weigh the gravity"), do=events.GravityWeighed),
    Act(
        command=commands.NameParty,
        label=Text(nl="Persoon toevoegen", en="Add a person"),
        do=_name_party,
        check=_against_naming,
    ),
    Act(
        command=commands.Reassign,
        label=Text(nl="Aan een ander geven", en="Give to another handler"),
        do=events.CaseReassigned,
        who=lambda moment: lacks_role(moment, REASSIGNERS),
        check=_new_handler,
    ),
    Act(
        command=commands.AddStatement,
        label=Text(nl="Eigen verklaring toevoegen", en="Add a statement"),
        do=_statement_ground,
        who=speaks_or_handles,
        check=_own_words,
        when_closed=True,
        for_parties=True,
    ),
    Act(
        command=commands.EndWithoutMeasure,
        label=Text(nl="Afronden zonder maatregel", en="Conclude without a measure"),
        do=events.EndedWithoutMeasure,
        when=_nothing_in_force,
    ),
    Act(
        command=commands.Close, label=Text(nl="Zaak sluiten", en="Close the case"), do=events.CaseClosed, when=_all_done
    ),
    Act(
        command=commands.Reopen,
        label=Text(nl="Zaak heropenen", en="Reopen the case"),
        do=events.CaseReopened,
        who=handles,
        when=_closed,
        when_closed=True,
    ),
)
