"""What the style page shows: one invented example of each component."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django import forms
from django.utils.translation import gettext_lazy as _

from keyzer.design.rows import Row


class SampleForm(forms.Form):
    """Every kind of field that the rooms use."""

    what = forms.ChoiceField(
        label=_("What happened?"),
        help_text=_("Choose what fits best. You can explain it below."),
        choices=[
            ("forward", _("A photo or message was passed on")),
            ("insult", _("Someone is insulted or bullied")),
            ("account", _("Someone got into an account")),
        ],
        widget=forms.RadioSelect,
    )
    story = forms.CharField(label=_("Tell it in your own words"), widget=forms.Textarea, required=False)
    where = forms.ChoiceField(
        label=_("Where did it happen?"), choices=[("chat", _("In a group chat")), ("lesson", _("In a lesson"))]
    )
    day = forms.DateField(label=_("On which day?"), required=False)
    moment = forms.DateTimeField(label=_("At what time?"), required=False)
    picture = forms.FileField(label=_("A screenshot"), help_text=_("No naked pictures: describe those."), required=False)
    name = forms.CharField(label=_("Your name"))
    known = forms.BooleanField(label=_("The school may call me about this"), required=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class SampleMoment:
    """What a timeline asks of its items."""

    at: datetime
    title: str
    body: str = ""
    icon: str = ""
    by: str = ""
    articles: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class SampleDuty:
    """What a checklist asks of its items."""

    label: str
    status: str
    due: datetime | None = None
    note: str = ""
    url: str = ""
    articles: tuple[str, ...] = ()


def sample_rows(now: datetime) -> list[Row]:
    """Sentences of a coordinator's desk."""
    hour = timedelta(hours=1)
    return [
        Row(
            sentence=str(_("Lena is waiting for an answer")),
            detail=str(_("Report of this morning, year 2")),
            url="#rows",
            icon="chat",
            due=now + hour,
            kind="waits",
        ),
        Row(
            sentence=str(_("Call the father of Sam, for the third time")),
            detail=str(_("Not reached on two days")),
            url="#rows",
            icon="call",
            due=now - 30 * hour,
            kind="late",
        ),
        Row(
            sentence=str(_("Weigh what happened in the class chat of 2B")),
            url="#rows",
            icon="scale",
            due=now + 100 * hour,
            kind="open",
        ),
        Row(sentence=str(_("The phone of Noor is back with her")), icon="phone", kind="done", label=str(_("Done"))),
    ]


def sample_moments(now: datetime) -> list[SampleMoment]:
    """What happened in a case, newest first."""
    day = timedelta(days=1)
    return [
        SampleMoment(
            at=now,
            title=str(_("Parents reached by phone")),
            body=str(_("The mother knows what happened and comes along on Thursday.")),
            icon="call",
            by="Y. Bakker",
            articles=("leerlingen-9",),
        ),
        SampleMoment(
            at=now - day,
            title=str(_("Heard")),
            body=str(_("He told his side. His own words are in the file.")),
            icon="chat",
            by="Y. Bakker",
        ),
        SampleMoment(
            at=now - 4 * day,
            title=str(_("Report received")),
            icon="report",
            articles=("reikwijdte-4c", "leerlingen-6"),
        ),
    ]


def sample_duties(now: datetime) -> list[SampleDuty]:
    """What is owed in a case."""
    hour = timedelta(hours=1)
    return [
        SampleDuty(label=str(_("Hear the pupil")), status="done", articles=("leerlingen-9",)),
        SampleDuty(
            label=str(_("Reach each guardian")),
            status="late",
            due=now - 3 * hour,
            url="#checklist",
            note=str(_("The mother was reached, the father not yet.")),
            articles=("leerlingen-9",),
        ),
        SampleDuty(label=str(_("Send the letter")), status="waits", due=now + 24 * hour, url="#checklist"),
        SampleDuty(label=str(_("Report to the police")), status="excepted", note=str(_("No offence is suspected."))),
    ]


def step_names() -> list[str]:
    """The steps of a report."""
    return [str(name) for name in (_("What"), _("Who"), _("Proof"), _("Send"))]


def state_names() -> list[tuple[str, str]]:
    """Each kind of state with a word for it."""
    names = {
        "open": _("open"),
        "waits": _("waits"),
        "late": _("late"),
        "done": _("done"),
        "barred": _("barred"),
        "info": _("info"),
        "excepted": _("excepted"),
    }
    return [(kind, str(name)) for kind, name in names.items()]
