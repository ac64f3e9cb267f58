"""What the style page shows: one invented example of each component, in Dutch as most content is."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django import forms

from keyzer.design import markup
from keyzer.design.rows import Row


class SampleForm(forms.Form):
    """Every kind of field that the rooms use."""

    what = forms.ChoiceField(
        label="Wat is er gebeurd?",
        help_text="Kies wat het beste past. Hieronder kun je het uitleggen.",
        choices=[
            ("forward", "Een foto of bericht is doorgestuurd"),
            ("insult", "Iemand wordt beledigd of gepest"),
            ("account", "Iemand is in een account gekomen"),
        ],
        widget=forms.RadioSelect,
    )
    story = forms.CharField(label="Vertel het in je eigen woorden", widget=forms.Textarea, required=False)
    where = forms.ChoiceField(
        label="Waar gebeurde het?", choices=[("chat", "In een groepsapp"), ("lesson", "In een les")]
    )
    day = forms.DateField(label="Op welke dag?", required=False)
    moment = forms.DateTimeField(label="Hoe laat?", required=False)
    picture = forms.FileField(
        label="Een schermafbeelding", help_text="Geen naaktfoto’s: beschrijf die.", required=False
    )
    name = forms.CharField(label="Je naam")
    known = forms.BooleanField(label="De school mag mij hierover bellen", required=False)


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
            sentence="Lena wacht op antwoord",
            detail="Melding van vanochtend, leerjaar 2",
            url="#rows",
            icon="chat",
            due=now + hour,
            kind="waits",
        ),
        Row(
            sentence="Bel de vader van Sam, voor de derde keer",
            detail="Op twee dagen niet bereikt",
            url="#rows",
            icon="call",
            due=now - 30 * hour,
            kind="late",
        ),
        Row(
            sentence="Weeg wat er gebeurde in de klassenapp van 2B",
            url="#rows",
            icon="scale",
            due=now + 100 * hour,
            kind="open",
        ),
        Row(sentence="Noor heeft haar telefoon terug", icon="phone", kind="done", label="Klaar"),
    ]


def sample_moments(now: datetime) -> list[SampleMoment]:
    """What happened in a case, newest first."""
    day = timedelta(days=1)
    return [
        SampleMoment(
            at=now,
            title="Ouders gesproken aan de telefoon",
            body="De moeder weet wat er is gebeurd en komt donderdag langs.",
            icon="call",
            by="Y. Bakker",
            articles=("leerlingen-9",),
        ),
        SampleMoment(
            at=now - day,
            title="Gehoord",
            body="Hij heeft zijn kant verteld. Zijn eigen woorden staan in het dossier.",
            icon="chat",
            by="Y. Bakker",
        ),
        SampleMoment(
            at=now - 4 * day,
            title="Melding ontvangen",
            icon="report",
            articles=("reikwijdte-4c", "leerlingen-6"),
        ),
    ]


def sample_duties(now: datetime) -> list[SampleDuty]:
    """What is owed in a case."""
    hour = timedelta(hours=1)
    return [
        SampleDuty(label="Hoor de leerling", status="done", articles=("leerlingen-9",)),
        SampleDuty(
            label="Bereik elke ouder",
            status="late",
            due=now - 3 * hour,
            url="#checklist",
            note="De moeder is bereikt, de vader nog niet.",
            articles=("leerlingen-9",),
        ),
        SampleDuty(label="Verstuur de brief", status="waits", due=now + 24 * hour, url="#checklist"),
        SampleDuty(
            label="Doe aangifte bij de politie", status="excepted", note="Er is geen vermoeden van een strafbaar feit."
        ),
    ]


def sample_steps() -> list[dict[str, object]]:
    """The steps of a report, halfway."""
    return [
        {"label": "Wat", "done": True},
        {"label": "Wie", "done": True},
        {"label": "Bewijs", "current": True},
        {"label": "Versturen"},
    ]


STATES = [
    ("open", "open"),
    ("waits", "wacht"),
    ("late", "te laat"),
    ("done", "klaar"),
    ("barred", "mag niet"),
    ("info", "ter info"),
    ("excepted", "niet nodig"),
]


def page(now: datetime) -> dict[str, object]:
    """Everything on the style page, as seen from `now`."""
    return {
        "rows": sample_rows(now),
        "moments": sample_moments(now),
        "duties": sample_duties(now),
        "steps": sample_steps(),
        "states": STATES,
        "articles": ["leerlingen-7"],
        "icons": markup.icon_names(),
        "empty_form": SampleForm(),
        "wrong_form": SampleForm({"name": ""}, auto_id="wrong_%s"),
        "facts": [
            ("Gemaakt", markup.when(now)),
            ("Door", "Y. Bakker"),
            ("Grond", markup.article("leerlingen-9")),
        ],
        "trail": [("Zaken", "#"), ("2B", "#"), ("Noor", "")],
    }
