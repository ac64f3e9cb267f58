"""What the pages of the photo check show, worded."""

from typing import NamedTuple

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from keyzer.evidence import spelling
from keyzer.people.queries import AT_WORK
from keyzer.people.requests import SignedIn
from keyzer.protocol import Role, Viewer

from .areas import Area
from .choice import COLUMNS, ROWS, Choice, square
from .seen import MOST_BYTES, MOST_POINTS, Problem, Seen, Telling, Told, Unreadable

WIDTH = 1000
"""How wide a drawing over a photo counts itself, whatever the screen."""
MILLION = 1_000_000

LABELS: dict[Telling, Promise] = {
    Telling.PLACE: gettext_lazy("Where it was taken"),
    Telling.TIME: gettext_lazy("When it was taken"),
    Telling.DEVICE: gettext_lazy("With which device"),
    Telling.OWNER: gettext_lazy("Whose device it is"),
    Telling.SERIAL: gettext_lazy("A number that only this device has"),
    Telling.PROGRAM: gettext_lazy("The program that made the file"),
    Telling.WORDS: gettext_lazy("Words in the file"),
    Telling.PEOPLE: gettext_lazy("A name of somebody in the photo"),
    Telling.SMALL_COPY: gettext_lazy("A small copy"),
    Telling.FILM: gettext_lazy("A short film"),
    Telling.EDITING: gettext_lazy("Notes of a program"),
}
MEANING: dict[Telling, Promise] = {
    Telling.PLACE: gettext_lazy("A place is in it, perhaps of a home."),
    Telling.SMALL_COPY: gettext_lazy("Of the photo as it was before it was changed."),
    Telling.FILM: gettext_lazy("Of the moments around it, with sound."),
    Telling.EDITING: gettext_lazy("Such as how it was edited, with which account."),
}


class Tap(NamedTuple):
    """A place over a photo that can be tapped; the numbers are words already, for a drawing knows no commas."""

    url: str
    label: str
    number: str
    is_blurred: bool
    left: str
    top: str
    width: str
    height: str
    middle: str
    base: str


class LookPage(NamedTuple):
    """A photo that came in, and what can be done with it."""

    height: str
    preview: str
    lead: str
    faces: list[Tap]
    squares: list[Tap]
    boxes: list[tuple[int, bool]]
    kept_squares: list[int]
    is_pointing: bool
    all_url: str
    none_url: str
    pointing_url: str
    result: str
    said: str
    told: list[tuple[str, str]]
    is_animated: bool
    reads_words: bool


def look_page(seen: Seen, choice: Choice) -> LookPage:
    """The page about a photo, with what was chosen so far."""
    here = reverse("check:photo-look")
    high = max(1, round(WIDTH * seen.height / seen.width))
    everybody = frozenset(range(1, len(seen.faces) + 1))
    return LookPage(
        height=f"{high}",
        preview=reverse("check:photo-preview") + choice.said(keeps_pointing=False),
        lead=found(seen, choice),
        faces=[_face(here, choice, number, area, high) for number, area in enumerate(seen.faces, start=1)],
        squares=[_square(here, choice, number, high) for number in range(COLUMNS * ROWS if choice.is_pointing else 0)],
        boxes=[(number, number in choice.faces) for number in sorted(everybody)],
        kept_squares=sorted(choice.squares),
        is_pointing=choice.is_pointing,
        all_url=_address(here, choice._replace(faces=everybody)) if choice.faces != everybody else "",
        none_url=_address(here, Choice(frozenset(), frozenset())) if choice.faces or choice.squares else "",
        pointing_url=_address(here, choice._replace(is_pointing=not choice.is_pointing)),
        result=reverse("check:photo-result") + choice.said(keeps_pointing=False),
        said=choice.said(keeps_pointing=False),
        told=[(str(LABELS[one.what]), _told(one)) for one in seen.told],
        is_animated=seen.is_animated,
        reads_words=spelling.is_possible(),
    )


def found(seen: Seen, choice: Choice) -> str:
    """How many faces there are, and how many of them are blurred now."""
    number = len(seen.faces)
    if not number:
        return _("No face was found. Look well: one from the side or far away is easily missed.")
    faces = ngettext("One face was found.", "%(number)d faces were found.", number) % {"number": number}
    now, chosen = _("Tap a face to blur it."), len(choice.faces)
    if chosen:
        now = ngettext("One is blurred now.", "%(number)d are blurred now.", chosen) % {"number": chosen}
    return f"{faces} {now}"


def problem(unreadable: Unreadable) -> str:
    """Why a photo can't be looked at, and what to do instead."""
    most = {"megabytes": MOST_BYTES // (1024 * 1024), "most": MOST_POINTS // MILLION}
    points = {"points": round(unreadable.points / MILLION)}
    words = {
        Problem.NOTHING: _("There was no photo. Choose one first."),
        Problem.TOO_HEAVY: _(
            "This file is too large: a photo may have at most %(megabytes)d MB. Make it smaller first."
        ),
        Problem.TOO_MANY_POINTS: _(
            "This photo has %(points)d million points, and at most %(most)d million fit. Make it smaller first."
        ),
        Problem.DRAWING: _(
            "This is a drawing or a page (such as SVG), in which a program can hide. Choose a screenshot of it."
        ),
        Problem.NO_PHOTO: _("This is no photo that can be read here. Choose a JPEG, PNG, WebP, GIF or HEIC."),
        Problem.BROKEN: _("This photo is damaged or not complete. Take it again, or open it and save it once more."),
        Problem.TOO_OFTEN: _("These were many photos in one minute. Wait a minute and send this one again."),
    }
    return words[unreadable.problem] % (most | points)


def gone() -> str:
    """Why somebody is asked for a photo again."""
    return _("The photo is gone: it is kept for half an hour at most. Choose it again.")


def first(request: SignedIn, problem: str = "", status: int = 200) -> HttpResponse:
    """The page that asks for a photo, with what was wrong with the one before."""
    context = {"problem": problem, "article": article(request.viewer)}
    return render(request, "check/photo/start.html", context, status=status)


def article(viewer: Viewer) -> str:
    """Which article asks this of the viewer: privacy, for pupils and for who works here."""
    return "personeel-6" if viewer.holds(*AT_WORK) and not viewer.holds(Role.LEERLING) else "leerlingen-6"


def _told(one: Told) -> str:
    meaning = MEANING.get(one.what)
    return " ".join(filter(None, (f"{one.value}." if one.value and meaning else one.value, str(meaning or ""))))


def _face(here: str, choice: Choice, number: int, area: Area, high: int) -> Tap:
    is_blurred = number in choice.faces
    label = _("Face %(number)d: show it again") if is_blurred else _("Face %(number)d: blur it")
    return _tap(
        _address(here, choice.with_face(number)), label % {"number": number}, f"{number}", is_blurred, area, high
    )


def _square(here: str, choice: Choice, number: int, high: int) -> Tap:
    is_blurred, (row, column) = number in choice.squares, divmod(number, COLUMNS)
    label = (
        _("Row %(row)d, column %(column)d: show it again")
        if is_blurred
        else _("Row %(row)d, column %(column)d: blur it")
    )
    words = label % {"row": row + 1, "column": column + 1}
    return _tap(_address(here, choice.with_square(number)), words, "", is_blurred, square(number), high)


def _tap(url: str, label: str, number: str, is_blurred: bool, area: Area, high: int) -> Tap:  # noqa: FBT001
    left, top, right, bottom = area.on(WIDTH, high)
    edges = (left, top, right - left, bottom - top, (left + right) // 2, top)
    return Tap(url, label, number, is_blurred, *(f"{edge}" for edge in edges))


def _address(here: str, choice: Choice) -> str:
    return f"{here}{choice.said()}#foto"
