"""The pages of lists on paper, in words: what can still be ticked, what stands, and what came of a tick."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.http import QueryDict
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from keyzer.acknowledgements.queries.paper import Line, LineState, PaperBrief, PaperFile
from keyzer.acknowledgements.words import RowsRefused
from keyzer.design.moments import spoken
from keyzer.design.rows import Row
from keyzer.kit import clock

from .forms import CAN_BE_TICKED, TicksForm
from .sheets import for_whom

FILES = {"application/pdf": "pdf", "image/jpeg": "jpg", "image/png": "png"}


@dataclass(frozen=True)
class ListPage:
    """One list. `form` is None when nothing can be recorded from it any more."""

    file: PaperFile
    form: TicksForm | None

    @cached_property
    def rows(self) -> list[Row]:
        """What was answered, and who is gone."""
        return [self._row(line) for line in self.file.lines if line.state is not LineState.OPEN]

    @property
    def open_lines(self) -> int:
        """How many lines still wait."""
        return sum(line.state in CAN_BE_TICKED for line in self.file.lines)

    @property
    def scans(self) -> list[Row]:
        """The pictures of the sheet, each as a download."""
        return [
            Row(
                sentence=_("Scan of %(moment)s") % {"moment": spoken(scan.at, clock.now())},
                url=reverse("acknowledgements:paper-scan-file", args=[self.file.token, scan.file]),
                icon="download",
                detail=f"{FILES[scan.media].upper()}, {filesizeformat(scan.size)}",
            )
            for scan in self.file.scans
        ]

    def _row(self, line: Line) -> Row:
        kind, label = pill(line)
        url = reverse("acknowledgements:paper-line", args=[self.file.token, line.number])
        return Row(sentence=label_of(self.file, line), url=url, detail=history(line), kind=kind, label=label)


def pill(line: Line) -> tuple[str, str]:
    """The state of a line: its kind, and what it is called."""
    return {
        LineState.OPEN: ("open", _("Not signed yet")),
        LineState.REFUSED: ("waits", _("Does not sign")),
        LineState.SIGNED: ("done", _("Signed")),
        LineState.GONE: ("excepted", _("Has left")),
    }[line.state]


def list_page(found: PaperFile, data: QueryDict | None) -> ListPage:
    """The page, with a form while there is something to tick on a list that still holds."""
    can_record = found.is_current and any(line.state in CAN_BE_TICKED for line in found.lines)
    if not (can_record or (data is not None and found.is_current)):
        return ListPage(found, None)
    labels = [label_of(found, line) for line in found.lines]
    return ListPage(found, TicksForm(data, lines=found.lines, labels=labels, today=clock.today()))


def label_of(found: PaperFile, line: Line) -> str:
    """A line by its number and name; an adult with for whom."""
    words = f"{line.number}. {line.name}"
    return f"{words}, {for_whom(line)}" if found.households else words


def history(line: Line) -> str:
    """When it was said, and who recorded it."""
    if line.at is None:
        return ""
    if line.from_paper:
        day = spoken(clock.local(line.at).date(), clock.now())
        return _("%(day)s on paper, recorded by %(name)s") % {"day": day, "name": line.by}
    return _("%(moment)s on screen") % {"moment": spoken(line.at, clock.now())}


def told(before: PaperFile, after: PaperFile, numbers: Collection[int], new: int, me: str) -> list[str]:
    """What came of ticking these lines: how many are new, and which stood already, so that nobody wonders."""
    said = [ngettext("%(new)s signature recorded.", "%(new)s signatures recorded.", new) % {"new": new}] if new else []
    stood = {line.number for line in before.lines if line.state is LineState.SIGNED}
    ticked = [line for line in after.lines if line.number in numbers]
    known = [line for line in ticked if line.number in stood or line.by != me]
    return said + [
        _("%(name)s stood already: %(history)s.") % {"name": line.name, "history": history(line)} for line in known
    ]


def refused(found: PaperFile, numbers: Sequence[int], problem: RowsRefused) -> list[str]:
    """Which lines can't be recorded, each with why."""
    lines = [found.line(numbers[place]) for place, _why in problem.problems]
    return [
        f"{line.name if line else ''}: {why.said}" for line, (_place, why) in zip(lines, problem.problems, strict=True)
    ]


def list_rows(lists: Sequence[PaperBrief]) -> list[Row]:
    """The lists that were printed of a class."""
    return [
        Row(
            sentence=_("Sheets for each household") if one.households else _("Class list for pupils"),
            url=reverse("acknowledgements:paper", args=[one.token]),
            icon="print",
            detail=_("made %(moment)s") % {"moment": spoken(one.made_at, clock.now())},
            kind="" if one.is_current else "excepted",
            label="" if one.is_current else _("Of an older text"),
        )
        for one in lists
    ]
