"""The steps in which somebody tells something. What was typed travels with the form; nothing is stored until sent."""

from typing import NamedTuple
from uuid import UUID

from django.http import HttpRequest, QueryDict
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from keyzer import protocol
from keyzer.kit import clock
from keyzer.people import queries as people

from . import choices, picking
from .events import IntakeLane, Named, Told
from .forms import STEPS, ReportForm
from .picking import Picking

UNNAMED = protocol.Viewer(id="")
"""Who tells something without a name."""
NOBODY = Picking([], [], "", goes_on=False)


class Telling(NamedTuple):
    """Where somebody is in telling. It is `ready` when all is there and the button to send was pressed."""

    viewer: protocol.Viewer
    lane: IntakeLane
    step: int
    form: ReportForm
    persons: Picking
    ready: bool

    def told(self) -> Told:
        """The report as it will be written."""
        told = self.form.told()
        return Told(
            **{name: getattr(told, name) for name in told.__struct_fields__ if name != "persons"},
            persons=tuple(Named(person=person, part=part) for person, part in self.persons.persons()),
        )

    def steps(self) -> list[dict[str, object]]:
        """The steps as the page draws them."""
        return [
            {"label": label, "done": place < self.step, "current": place == self.step}
            for place, label in enumerate(step_names(self.lane))
        ]

    def words(self) -> str:
        """The story so far."""
        return str(self.form["words"].value() or "")

    def is_last(self) -> bool:
        """True on the step from which it is sent."""
        return self.step == len(STEPS[self.lane]) - 1

    def shows(self) -> tuple[str, ...]:
        """The names of the fields that this step asks for."""
        return tuple(name for name in STEPS[self.lane][self.step] if name in self.form.fields)


def step_names(lane: IntakeLane) -> list[str]:
    """What each step is called."""
    if lane is IntakeLane.TWIJFEL:
        return [_("Your question"), _("Read over and send")]
    return [_("What happened"), _("Who, when and where"), _("Read over and send")]


def carried(request: HttpRequest, lane: IntakeLane, viewer: protocol.Viewer, draft: QueryDict | None = None) -> Telling:
    """Where the request brings the teller: the first step, the next, the one before, ready to send, or to a draft."""
    if request.method != "POST" and draft is None:
        form = _form(viewer, lane)
        article = choices.known_article(request.GET.get("artikel", ""))
        form.initial = {**form.initial, "article": article, "words": _asked_about(article)}
        return Telling(viewer, lane, 0, form, NOBODY, ready=False)
    data = request.POST if draft is None or request.method == "POST" else draft
    step = picking.place(data.get("step", ""), len(STEPS[lane])) or 0
    persons = picking.carry_on(data, viewer) if may_pick(viewer) else NOBODY
    go = "stay" if persons.goes_on or data is draft else data.get("go", "next")
    form = _form(viewer, lane, data, _checked(lane, step, go))
    if not form.is_valid():
        return Telling(viewer, lane, _first_wrong(lane, step, form), form, persons, ready=False)
    move = {"next": 1, "back": -1}.get(go, 0)
    return Telling(viewer, lane, max(0, min(step + move, len(STEPS[lane]) - 1)), form, persons, ready=go == "send")


def may_pick(viewer: protocol.Viewer) -> bool:
    """True for staff: they may look persons up; pupils and guardians write names down."""
    return viewer.holds(*people.STAFF)


def children_of(viewer: protocol.Viewer) -> list[tuple[UUID, str]]:
    """The children for whom a guardian may tell something, with their names."""
    found = people.names(UUID(child) for child in viewer.guardian_of) if viewer.guardian_of else {}
    return sorted(found.items(), key=lambda child: child[1])


def _form(
    viewer: protocol.Viewer, lane: IntakeLane, data: QueryDict | None = None, checked: tuple[str, ...] = ()
) -> ReportForm:
    children = children_of(viewer)
    form = ReportForm(lane, children, data, checked=checked)
    if may_pick(viewer) and not children:
        form.address_staff()
    if viewer is UNNAMED:
        form.address_nobody_known()
    else:
        form.address_somebody(has_mailbox=people.mailbox_of(UUID(viewer.id)) is not None)
    return form


def _asked_about(article: str) -> str:
    """The first words of a question about an article; none without one."""
    if not article:
        return ""
    found = protocol.in_force(clock.today()).article(article)
    return _("I have a question about “%(title)s”: ") % {"title": found.title.read(get_language() or "nl")}


def _checked(lane: IntakeLane, step: int, go: str) -> tuple[str, ...]:
    if go == "send":
        return ("sending", *(name for names in STEPS[lane] for name in names))
    return STEPS[lane][step] if go == "next" else ()


def _first_wrong(lane: IntakeLane, step: int, form: ReportForm) -> int:
    return next((place for place, names in enumerate(STEPS[lane]) if set(names) & set(form.errors)), step)
