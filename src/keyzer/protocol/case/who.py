"""Who may do what in a case, from roles and relations alone. Each rule answers with the reasons against."""

from collections.abc import Callable, Iterable

from keyzer.protocol.case import facts
from keyzer.protocol.case.moment import Moment
from keyzer.protocol.case.reasons import Reason, name_roles
from keyzer.protocol.vocabulary import Lane, Role, Text

Who = Callable[[Moment], list[Reason]]

LEADERS: dict[Lane, frozenset[Role]] = {
    Lane.LEERLING: frozenset({Role.TEAMLEIDER, Role.DIRECTEUR, Role.BESTUUR}),
    Lane.PERSONEEL: frozenset({Role.HR, Role.DIRECTEUR, Role.BESTUUR}),
}
DIRECTORS = frozenset({Role.DIRECTEUR, Role.BESTUUR})
BOARD = frozenset({Role.BESTUUR})
SECOND_PERSONS = frozenset({Role.TEAMLEIDER, Role.VEILIGHEIDSCOORDINATOR, Role.DIRECTEUR, Role.BESTUUR})
SETTLERS = frozenset({Role.HR, Role.DIRECTEUR, Role.BESTUUR})


def lacks_role(moment: Moment, roles: Iterable[Role], *grounds: str) -> list[Reason]:
    """A reason that says whose decision it is, unless the person has one of `roles`."""
    allowed = frozenset(roles)
    if moment.by.roles & allowed:
        return []
    names = name_roles(allowed)
    text = Text(nl=f"Hierover gaat: {names.nl}.", en=f"This is for: {names.en}.")
    return [Reason(text=text, grounds=grounds or (moment.ground,), who=allowed)]


def only(roles: frozenset[Role]) -> Who:
    """Only who has one of `roles`."""
    return lambda moment: lacks_role(moment, roles)


def handles(moment: Moment) -> list[Reason]:
    """The handler of the case, or who leads in its lane."""
    leaders = LEADERS[moment.state.lane]
    if moment.by.id == moment.state.handler or moment.by.roles & leaders:
        return []
    names = name_roles(leaders)
    nl, en = f"Dit doet wie de zaak behandelt, of: {names.nl}.", f"This is for the handler of the case, or: {names.en}."
    return [Reason(text=Text(nl=nl, en=en), grounds=(moment.ground,), who=leaders)]


def speaks_or_handles(moment: Moment) -> list[Reason]:
    """The subject or a guardian for themselves, or who handles the case."""
    return [] if moment.by.id in facts.speakers(moment.state) else handles(moment)


def anyone(_moment: Moment) -> list[Reason]:
    """Everyone who is no party (WVO 2020, 3.39(3): each member of staff who learns of it)."""
    return []


def is_party(moment: Moment) -> list[Reason]:
    """A reason when the person takes part in what happened, or is a guardian of the subject."""
    if moment.by.id not in facts.parties(moment.state):
        return []
    text = Text(
        nl="Je bent zelf bij deze zaak betrokken. Iemand anders doet dit.",
        en="You take part in this case yourself. Someone else does this.",
    )
    return [Reason(text=text, grounds=(moment.ground,))]


def is_sealed(moment: Moment) -> list[Reason]:
    """A reason when the case is the board's alone (WVO 2020, 3.39)."""
    return lacks_role(moment, BOARD, "personeel-9") if moment.state.sealed else []
