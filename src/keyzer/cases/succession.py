"""Who takes a case over when its handler turns out to be party to what happened."""

from datetime import datetime
from uuid import UUID

from msgspec.structs import replace

from keyzer import protocol
from keyzer.kit import clock
from keyzer.people import queries as people


def with_successor(
    state: protocol.CaseState, layer: int | None, command: protocol.NameParty, at: datetime
) -> protocol.NameParty:
    """The command with who takes the case over, when it names the case's own handler as party.

    Raises people.queries.NobodyLeft.
    """
    if state.handler != command.person or command.part is protocol.Part.MELDER:
        return command
    barred = {UUID(one) for one in (*protocol.parties(state), command.person)}
    on = clock.local(at).date()
    if state.sealed:
        successor = people.board_for(on, without=barred)[0]
    elif state.lane is protocol.Lane.PERSONEEL:
        successor = people.manager_of(UUID(state.subject), on, without=barred)
    else:
        successor = people.coordinator_for(layer, on, without=barred)
    return replace(command, successor=str(successor))
