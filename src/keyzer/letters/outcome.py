"""What came of an act on a letter, as an answer that a page can give."""

from collections.abc import Callable
from http import HTTPStatus
from typing import NamedTuple

from keyzer import protocol
from keyzer.cases.actions import AlreadyDone, Refused
from keyzer.ledger.actions import Conflict
from keyzer.printing.typesetting import RenderingProblem

from .actions import Changed, NoMailbox

NO_MAILBOX = protocol.Reason(
    text=protocol.Text(
        nl="Van deze persoon is geen e-mailadres bekend. Print de brief en kies een andere manier.",
        en="No e-mail address of this person is known. Print the letter and choose another way.",
    )
)


class CameOf(NamedTuple):
    """SEE_OTHER: done. ALREADY_REPORTED: it was done before. CONFLICT: look again. Else refused, with the reasons."""

    status: HTTPStatus
    reasons: tuple[protocol.Reason, ...] = ()


def came_of(act: Callable[[], object]) -> CameOf:
    """Do it."""
    try:
        act()
    except Refused as refused:
        return CameOf(HTTPStatus.UNPROCESSABLE_ENTITY, refused.reasons)
    except NoMailbox:
        return CameOf(HTTPStatus.UNPROCESSABLE_ENTITY, (NO_MAILBOX,))
    except RenderingProblem as problem:
        text = protocol.Text(nl=str(problem), en=str(problem))
        return CameOf(HTTPStatus.UNPROCESSABLE_ENTITY, (protocol.Reason(text=text),))
    except (Conflict, Changed):
        return CameOf(HTTPStatus.CONFLICT)
    except AlreadyDone:
        return CameOf(HTTPStatus.ALREADY_REPORTED)
    return CameOf(HTTPStatus.SEE_OTHER)
