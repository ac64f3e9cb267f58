"""What the pages of consent say, in words."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from keyzer import protocol
from keyzer.design.rows import Row
from keyzer.kit.addresses import address, address_of
from keyzer.people import queries as people
from keyzer.people.queries import ClassBrief
from keyzer.protocol import IMAGE_PURPOSES, IMAGE_STANDINGS, ImagePurpose, ImageSaid, ImageStanding, Text

from .queries import Asked, ClassShown, ConsentPage, Line, Picture, Task

KINDS = {
    ImageStanding.YES: "done",
    ImageStanding.NO: "barred",
    ImageStanding.OPEN: "waits",
    ImageStanding.DIFFER: "waits",
}


class Button(NamedTuple):
    """One tap: what it says, and what it sends."""

    label: str
    said: ImageSaid


class Card(NamedTuple):
    """One purpose that was answered, or that only a no can be said to."""

    purpose: ImagePurpose
    label: str
    seen_by: str
    state: tuple[str, str] | None
    button: Button
    url: str


class PictureLine(NamedTuple):
    """Where a picture was published, and whether it is still there."""

    id: UUID
    place: str
    purpose: str
    published_on: date
    state: tuple[str, str]


class TaskLine(NamedTuple):
    """A picture that must go, with who withdrew."""

    picture: UUID
    place: str
    purpose: str
    name: str
    owed_by: str
    due_on: date
    may_be_unposted: bool


class Choice(NamedTuple):
    """One purpose to choose above a class list."""

    label: str
    value: str
    is_current: bool


def page_of(person: UUID) -> str:
    """Where is chosen about one person."""
    return address_of("consent:person", person)


def rows(asked: Iterable[Asked], viewer: UUID, lies_at: Callable[[UUID], str] = page_of) -> list[Row]:
    """The people whom somebody has a say about."""
    listed = list(asked)
    names = people.names(one.person for one in listed if one.person != viewer)
    return [_row(one, names.get(one.person, ""), lies_at(one.person)) for one in listed]


def _row(one: Asked, name: str, url: str) -> Row:
    """Without a name it is about oneself."""
    open_ones = ngettext("%(count)d choice to make", "%(count)d choices to make", len(one.lacking))
    return Row(
        sentence=_("Pictures of %(name)s") % {"name": name} if name else _("Pictures of yourself"),
        url=url,
        icon="camera",
        kind="waits" if one.lacking else "",
        label=open_ones % {"count": len(one.lacking)} if one.lacking else "",
    )


def cards(page: ConsentPage, said_at: Callable[[ImagePurpose], str]) -> list[Card]:
    """Every purpose that no answer is asked for, with the one tap that there is and where it goes."""
    return [_card(page, line, said_at(line.purpose)) for line in page.lines if not line.is_asked]


def told(person: UUID, on: date) -> dict[str, object]:
    """Whom a page is about, until when a choice holds, and what the edition of a day says of ages and of taking down.

    `gone_within` is in school days; 0 is the same day.
    """
    edition = protocol.in_force(on)
    term = edition.step("beeld", "weghalen").term
    return {
        "name": people.names([person])[person],
        "until": protocol.school_year_ends(on),
        "alone_from": protocol.image_own_choice_from(edition),
        "gone_within": term.amount if term else 0,
    }


def differs(page: ConsentPage) -> bool:
    """Whether those who decide answered differently about something."""
    return page.decides and any(line.standing is ImageStanding.DIFFER for line in page.lines)


def class_rows(classes: Iterable[ClassBrief]) -> list[Row]:
    """The classes to choose from."""
    title = _("Class %(name)s")
    return [
        Row(sentence=title % {"name": one.name}, url=address_of("consent:class", one.id), icon="people")
        for one in classes
    ]


def choices(shown: ClassShown) -> list[Choice]:
    """Every purpose, to choose from."""
    return [Choice(label_of(one), one.value, one is shown.purpose) for one in ImagePurpose]


def picture_lines(pictures: Iterable[Picture]) -> list[PictureLine]:
    """The register, or where one person is seen."""
    return [PictureLine(one.id, one.place, label_of(one.purpose), one.published_on, _state_of(one)) for one in pictures]


def task_lines(tasks: Iterable[Task]) -> list[TaskLine]:
    """What must be taken down, with who withdrew."""
    listed = list(tasks)
    names = people.names(person for one in listed for person in (one.person, one.owed_by))
    return [
        TaskLine(
            picture=one.picture,
            place=one.place,
            purpose=label_of(one.purpose),
            name=names[one.person],
            owed_by=names[one.owed_by],
            due_on=one.due_on,
            may_be_unposted=one.consult is not None,
        )
        for one in listed
    ]


def task_rows(tasks: Iterable[Task]) -> list[Row]:
    """The same as sentences, for the front page."""
    words, url = _("Take down: %(place)s"), address("consent:pictures")
    return [Row(sentence=words % {"place": one.place}, url=url, icon="camera", due=one.due_on) for one in tasks]


def label_of(purpose: ImagePurpose) -> str:
    """How a purpose is called."""
    return _read(IMAGE_PURPOSES[purpose].label)


def _card(page: ConsentPage, line: Line, url: str) -> Card:
    state = (KINDS[line.standing], _read(IMAGE_STANDINGS[line.standing])) if line.standing else None
    seen_by = _read(IMAGE_PURPOSES[line.purpose].seen_by)
    return Card(line.purpose, label_of(line.purpose), seen_by, state, _button(page, line), url)


def _button(page: ConsentPage, line: Line) -> Button:
    if page.decides and line.own is ImageSaid.YES:
        return Button(_("Withdraw consent"), ImageSaid.NO)
    if page.decides and line.own is ImageSaid.NO:
        return Button(_("Say yes after all"), ImageSaid.YES)
    if page.is_own and line.own is ImageSaid.NO:
        return Button(_("Take my no back"), ImageSaid.LIFTED)
    return Button(_("I do not want this") if page.is_own else _("Withdraw consent"), ImageSaid.NO)


def _state_of(one: Picture) -> tuple[str, str]:
    if one.taken_down_at:
        return "done", _("taken down")
    if one.open_tasks:
        return "waits", _("is being taken down")
    return ("info", _("may be posted")) if one.consult else ("info", _("can be seen"))


def _read(text: Text) -> str:
    return text.read(get_language() or "nl")
