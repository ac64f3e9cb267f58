"""What a colleague fills in for the board: words, and who is looked up; the form travels until it is sent."""

from dataclasses import dataclass
from uuid import UUID, uuid4

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from keyzer import protocol
from keyzer.kit import clock
from keyzer.people import queries as people

from .events import Named, Told
from .picking import FOUND_AT_MOST, place

LONGEST = 20_000


class BoardForm(forms.Form):
    """Words only: nothing can be sent with it."""

    sending = forms.UUIDField(widget=forms.HiddenInput)
    words = forms.CharField(
        label=_("What did you see or hear?"),
        help_text=_("In your own words: what, when, where, and who told you. You don't have to be sure."),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 8, "autocomplete": "off"}),
        error_messages={"required": _("Write down what you saw or heard. A few words is enough.")},
    )
    unknown = forms.BooleanField(label=_("I don't know yet who it is"), required=False)


@dataclass(frozen=True)
class Found:
    """Somebody who was picked or found: a pupil, or somebody with a task here."""

    person: people.PersonBrief

    @property
    def is_pupil(self) -> bool:
        """Whether the person is a pupil."""
        return self.person.layer is not None

    @property
    def part(self) -> protocol.Part:
        """A pupil is the one to whom it happened, anybody else the one it is about."""
        return protocol.Part.BETROKKENE if self.is_pupil else protocol.Part.ONDERWERP


@dataclass(kw_only=True)
class BoardTelling:
    """Where somebody is in telling. It is `ready` when all is there and the button to send was pressed."""

    form: BoardForm
    picked: list[Found]
    found: list[Found]
    search: str
    finds_pupils: bool
    ready: bool

    def told(self) -> Told:
        """The report as it will be written."""
        persons = tuple(Named(person=one.person.id, part=one.part) for one in self.picked)
        return Told(words=self.form.cleaned_data["words"], persons=persons, to_board=True)


def begin(viewer: protocol.Viewer) -> BoardTelling:
    """An empty form."""
    form = BoardForm(initial={"sending": uuid4()})
    return BoardTelling(form=form, picked=[], found=[], search="", finds_pupils=_finds_pupils(viewer), ready=False)


def carry_on(data: QueryDict, viewer: protocol.Viewer) -> BoardTelling:
    """What the form says, after its button: `send`, `search`, `add:<person>` or `remove:<place>`."""
    verb, _colon, value = data.get("go", "").partition(":")
    search = data.get("search", "").strip()
    ids = data.getlist("person") + ([value] if verb == "add" else [])
    if verb == "remove" and (at := place(value, len(ids))) is not None:
        ids.pop(at)
    searches = bool(search) and verb != "add" and (verb != "send" or search != data.get("searched", ""))
    form = BoardForm(data)
    goes_on = searches or verb != "send"
    telling = BoardTelling(
        form=form if not goes_on else BoardForm(initial=data.dict()),
        picked=_allowed(ids, viewer),
        found=_search(viewer, search) if searches else [],
        search="" if verb == "add" else search,
        finds_pupils=_finds_pupils(viewer),
        ready=False,
    )
    telling.ready = not goes_on and _is_complete(telling)
    return telling


def _is_complete(telling: BoardTelling) -> bool:
    """Whether all is there; what is missing is said beside it, all at once."""
    form = telling.form
    names_somebody = any(not one.is_pupil for one in telling.picked)
    form.full_clean()
    if not names_somebody and not form.cleaned_data.get("unknown"):
        form.add_error("unknown", _("Look up who it is about, or say that you don't know it yet."))
    return form.is_valid()


def _search(viewer: protocol.Viewer, text: str) -> list[Found]:
    """Colleagues first; pupils for who may look pupils up."""
    pupils = [one for one in people.search(viewer, text, FOUND_AT_MOST) if one.layer is not None]
    return [Found(one) for one in (*people.search_at_work(viewer, text, FOUND_AT_MOST), *pupils)]


def _allowed(ids: list[str], viewer: protocol.Viewer) -> list[Found]:
    """Those who can be named: anybody else with a task here, and pupils by who may look pupils up."""
    known = people.brief(person for text in dict.fromkeys(ids) if (person := _uuid(text)))
    today = clock.today()
    return [
        Found(one)
        for person, one in known.items()
        if str(person) != viewer.id
        and (_finds_pupils(viewer) if one.layer is not None else people.viewer_of(person, today).holds(*people.AT_WORK))
    ]


def _finds_pupils(viewer: protocol.Viewer) -> bool:
    return viewer.holds(*people.STAFF)


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
