"""Processor time of a request with all middleware, and of the coordinator's desk at a young and at an old school."""

from pathlib import Path

from . import inside, reports
from .figures import Figure, milliseconds, ratio
from .fill import Past
from .visitor import OK, UNCHANGED, Answer, Transport, Visitor

TIMES = 40
FEW, MANY = 1_000, 100_000
DESK = "/"


def figures(folder: Path, *, few: int = FEW, many: int = MANY, times: int = TIMES) -> list[Figure]:
    """The desk with its fifty rows, a report, an unchanged list, and the desk again when the school is old."""
    transport = inside.open_school(folder)
    past = Past(folder)
    past.grow(few)
    coordinator, pupil = _signed_in(transport, "coördinator", DESK), _signed_in(transport, "leerling", reports.FORM)
    young, rows = _desk(coordinator, times), coordinator.get(DESK).body.count(b'<li class="row')
    requests = (
        (f"the desk, {rows} rows", young, 5.0),
        ("a report", milliseconds(lambda: reports.send(pupil, 1), times), 5.0),
        ("an unchanged list (304)", milliseconds(_Unchanged(coordinator), times), 1.5),
    )
    past.grow(many)
    old = _desk(coordinator, times)
    return [
        *(Figure(f"CPU, {name}", f"{took:.1f} ms", f"aim {aim} ms", ratio(took, aim)) for name, took, aim in requests),
        Figure(f"the desk at {many:,} incidents", f"{old:.1f} ms", f"at {few:,}: {young:.1f} ms", ratio(old, young)),
    ]


def _signed_in(transport: Transport, role: str, page: str) -> Visitor:
    visitor = Visitor(transport)
    visitor.sign_in(role)
    _ok(visitor.get(page))
    return visitor


def _desk(coordinator: Visitor, times: int) -> float:
    _ok(coordinator.get(DESK))
    return milliseconds(lambda: _ok(coordinator.get(DESK)), times)


def _ok(answer: Answer) -> Answer:
    if answer.status != OK:
        message = f"a page was answered with {answer.status}, not {OK}"
        raise RuntimeError(message)
    return answer


class _Unchanged:
    """Asks for the desk with the tag of the last answer; the tag is another each minute."""

    def __init__(self, visitor: Visitor) -> None:
        self._visitor = visitor
        self._tag = visitor.get(DESK).header("ETag")

    def __call__(self) -> None:
        answer = self._visitor.get(DESK, If_None_Match=self._tag)
        if answer.status != UNCHANGED:
            self._tag = _ok(answer).header("ETag")
