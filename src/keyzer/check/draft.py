"""Everything that is noticed in a draft. Nothing of it is kept, and nothing is learned from it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from keyzer.people.queries import NameMarks
from keyzer.protocol import Sure

from .finders.addresses import addresses
from .finders.birthdays import birthdays
from .finders.capacity import capacity
from .finders.confidential import about_named, about_somebody
from .finders.credentials import credentials
from .finders.frequent import frequent
from .finders.names import names
from .finders.numbers import numbers
from .finders.passed_on import passed_on
from .finders.shapes import KIND as PERHAPS
from .finders.shapes import shapes
from .found import Found
from .language import read
from .plain import Plain, plain

OVER_ALL = (
    "bsn",
    "iban",
    "wachtwoord",
    "e-mailadres",
    "telefoon",
    "adres",
    "geboortedatum",
    "klas-en-naam",
    "naam",
    PERHAPS,
)
"""Of two kinds in one place the nearer to the front is told: an account may look like a number to call."""


class Writer(NamedTuple):
    """What is known of who writes: the words of the own name, and the school where staff may seem to speak for it.

    `tells_by_shape`: the marks hold only names that the writer knows anyway, so others are told by their shape.
    """

    own_name: tuple[str, ...]
    staff_of: str | None
    tells_by_shape: bool = False


def look(draft: str, writer: Writer, marks: NameMarks) -> list[Found]:
    """The places in the draft that are worth a second look, in its order."""
    told = [Found(signal.kind.value, signal.start, signal.end, Sure(signal.sure.value)) for signal in read(draft)]
    told += _in_place(plain(draft), writer, marks)
    return sorted(set(told), key=lambda found: (found.start, -found.end, found.kind))


def _in_place(searched: Plain, writer: Writer, marks: NameMarks) -> Iterator[Found]:
    text = searched.text
    shaped = [*shapes(text, writer.own_name), *frequent(text, writer.own_name)] if writer.tells_by_shape else []
    personal = _apart([*_personal(text), *names(text, marks, writer.own_name), *shaped])
    named = [(found.start, found.end) for found in personal if found.kind in {"naam", "klas-en-naam"}]
    others = [*passed_on(text), *_about_named(text, named, [found for found in personal if found.kind == PERHAPS])]
    if writer.staff_of is not None:
        others += [*about_somebody(text, named), *capacity(text, writer.staff_of)]
    for kind, start, end, sure in [*personal, *others]:
        yield Found(kind, *searched.place(start, end), sure)


def _about_named(text: str, named: Sequence[tuple[int, int]], perhaps: Sequence[Found]) -> Iterator[Found]:
    """With what may be a name it is not sure whom it is about."""
    sure = list(about_named(text, named))
    places = {(found.start, found.end) for found in sure}
    yield from sure
    for found in about_named(text, [(one.start, one.end) for one in perhaps]):
        if (found.start, found.end) not in places:
            yield found._replace(sure=Sure.MISSCHIEN)


def _personal(text: str) -> Iterator[Found]:
    for finder in (numbers, addresses, birthdays, credentials):
        yield from finder(text)


def _apart(found: Sequence[Found]) -> list[Found]:
    """Without those that share a place with a kind that goes before; of one kind the longest."""
    kept: list[Found] = []
    for each in sorted(found, key=lambda one: (OVER_ALL.index(one.kind), one.start - one.end)):
        if not any(each.start < other.end and other.start < each.end for other in kept):
            kept.append(each)
    return kept
