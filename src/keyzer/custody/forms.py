"""What somebody fills in about a device. The forms know no rule: they offer what there is, the protocol judges it."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from keyzer import protocol
from keyzer.incidents.forms import Seeing
from keyzer.protocol import Channel, ClaimKind, Device

LINE, STORY = 200, 4_000
WITH_ME = "mij"
SIGNATURE = r"^(M\d{1,3} \d{1,3}(L\d{1,3} \d{1,3})*){1,60}$"
CHANNELS = (Channel.TELEFOON, Channel.GESPREK, Channel.EMAIL, Channel.PORTAAL)

Offered = Sequence[tuple[str, str]]


class TakeForm(forms.Form):
    """A device at the door of a classroom, or for a decision in a case."""

    handed_over = forms.TypedChoiceField(
        label=_("Did the pupil hand it over?"),
        help_text=_("You may ask for it, but never take it by force. Not handing it over is written down as well."),
        choices=(("yes", _("Yes, by themselves")), ("no", _("No"))),
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    devices = forms.TypedMultipleChoiceField(
        label=_("Which device?"), coerce=Device, widget=forms.CheckboxSelectMultiple
    )
    conduct = forms.ChoiceField(label=_("Why?"))
    description = forms.CharField(
        label=_("What does it look like?"),
        help_text=_(
            "Needed when it was handed over. Make and colour, from outside; nobody unlocks it or asks for the code."
        ),
        max_length=LINE,
        required=False,
    )
    damage = forms.CharField(
        label=_("Damage that can be seen"),
        help_text=_("Look together with the pupil. Nothing to be seen? Leave it empty."),
        max_length=LINE,
        required=False,
    )
    place = forms.ChoiceField(label=_("Where does it go?"), widget=forms.RadioSelect)
    account = forms.CharField(
        label=_("What happened?"),
        help_text=_("One or two sentences: what you saw and what you said. The coordinator reads this."),
        widget=forms.Textarea,
        max_length=STORY,
        required=False,
    )

    def __init__(
        self, data: Mapping[str, Any] | None, *, offered: Mapping[str, Offered], initial: Mapping[str, Any]
    ) -> None:
        super().__init__(data, initial={"place": WITH_ME, "handed_over": "yes", **initial})
        for name, choices in offered.items():
            _offer(self.fields[name], choices)

    def place_id(self) -> UUID | None:
        """The place that was chosen; None for whoever takes it along."""
        chosen = self.cleaned_data["place"]
        return None if chosen == WITH_ME else UUID(chosen)


class DeviceForm(Seeing):
    """Something to be done with one device; `people` are the pupil and the adults tied to the pupil."""

    def __init__(self, data: Mapping[str, Any] | None, *, seen: int, people: Offered) -> None:
        super().__init__(data, initial={"seen_version": seen})
        for name in ("person", "guardian", "agreed_by"):
            if name in self.fields:
                _offer(self.fields[name], people)

    def command(self, _handler: UUID) -> protocol.CustodyCommand:
        """What the valid form says."""
        raise NotImplementedError


class ReturnForm(DeviceForm):
    """To whom it goes back, and the signature for it."""

    person = forms.ChoiceField(label=_("Who gets it?"), widget=forms.RadioSelect)
    damage = forms.CharField(
        label=_("What has changed about it?"),
        help_text=_("Look at it together. Nothing has changed? Leave it empty."),
        max_length=LINE,
        required=False,
    )
    signature = forms.RegexField(SIGNATURE, max_length=8_000, required=False, widget=forms.HiddenInput)
    received = forms.BooleanField(label=_("Seen and agreed: I have it back"), required=False)

    def command(self, _handler: UUID) -> protocol.HandBack:
        """What the valid form says."""
        said = self.cleaned_data
        return protocol.HandBack(**{name: said[name] for name in ("person", "damage", "signature", "received")})


class LongerForm(DeviceForm):
    """Why it stays longer than the day, until when, and who agreed."""

    reason = forms.CharField(
        label=_("Why must it stay longer?"),
        help_text=_("A pupil needs a phone to go home safely. Longer than a day is seldom reasonable."),
        widget=forms.Textarea,
        max_length=STORY,
    )
    until = forms.DateTimeField(label=_("Until when?"), widget=forms.DateTimeInput)
    agreed_by = forms.ChoiceField(label=_("Who agreed?"), widget=forms.RadioSelect)
    agreed_at = forms.DateTimeField(label=_("When was that?"), widget=forms.DateTimeInput)
    channel = forms.ChoiceField(label=_("How?"), widget=forms.RadioSelect)

    def __init__(self, data: Mapping[str, Any] | None, *, seen: int, people: Offered) -> None:
        super().__init__(data, seen=seen, people=people)
        _offer(self.fields["channel"], channels())

    def command(self, _handler: UUID) -> protocol.KeepLonger:
        """What the valid form says."""
        said = self.cleaned_data
        rest = {name: said[name] for name in ("reason", "until", "agreed_by", "agreed_at")}
        return protocol.KeepLonger(**rest, channel=Channel(said["channel"]))


class TellForm(DeviceForm):
    """Which parent was told, how, and what was said."""

    guardian = forms.ChoiceField(label=_("Whom did you tell?"), widget=forms.RadioSelect)
    channel = forms.ChoiceField(label=_("How?"), widget=forms.RadioSelect)
    answer = forms.CharField(label=_("What was said?"), widget=forms.Textarea, max_length=STORY, required=False)

    def __init__(self, data: Mapping[str, Any] | None, *, seen: int, people: Offered) -> None:
        super().__init__(data, seen=seen, people=people)
        _offer(self.fields["channel"], channels())

    def command(self, _handler: UUID) -> protocol.TellAdult:
        """What the valid form says."""
        said = self.cleaned_data
        return protocol.TellAdult(guardian=said["guardian"], channel=Channel(said["channel"]), answer=said["answer"])


class ClaimForm(DeviceForm):
    """That it was lost or damaged while the school kept it."""

    claim = forms.TypedChoiceField(
        label=_("What is wrong?"),
        choices=((ClaimKind.LOST.value, _("It is lost")), (ClaimKind.DAMAGED.value, _("It is damaged"))),
        coerce=ClaimKind,
        widget=forms.RadioSelect,
    )
    account = forms.CharField(label=_("What happened?"), widget=forms.Textarea, max_length=STORY)
    worth = forms.CharField(label=_("What is it worth, according to the owner?"), max_length=LINE, required=False)

    def command(self, handler: UUID) -> protocol.OpenClaim:
        """What the valid form says, for the director who handles it."""
        said = self.cleaned_data
        rest = {name: said[name] for name in ("claim", "account", "worth")}
        return protocol.OpenClaim(**rest, handler=str(handler))


class SettleForm(DeviceForm):
    """How a claim ended."""

    outcome = forms.CharField(label=_("How did it end?"), widget=forms.Textarea, max_length=STORY)
    paid = forms.BooleanField(label=_("The school paid"), required=False)

    def command(self, _handler: UUID) -> protocol.SettleClaim:
        """What the valid form says."""
        return protocol.SettleClaim(outcome=self.cleaned_data["outcome"], paid=self.cleaned_data["paid"])


class MoveForm(Seeing):
    """Where it goes: a place, or with whoever says so."""

    where = forms.ChoiceField()

    def __init__(self, data: Mapping[str, Any] | None, *, seen: int, places: Offered) -> None:
        super().__init__(data, initial={"seen_version": seen})
        _offer(self.fields["where"], places)

    def moving(self, by: UUID) -> protocol.Move:
        """What the valid form says, as told by `by`."""
        chosen = self.cleaned_data["where"]
        with_me = protocol.Whereabouts(holder=str(by))
        return protocol.Move(where=with_me if chosen == WITH_ME else protocol.Whereabouts(place=chosen))


class CountForm(forms.Form):
    """Which of the devices that should lie here do, and which other numbers lie here."""

    present = forms.TypedMultipleChoiceField(
        label=_("Tick what lies here"), coerce=UUID, widget=forms.CheckboxSelectMultiple, required=False
    )
    extra = forms.RegexField(
        r"^[\d\s,;]*$",
        label=_("Numbers of other tags that lie here"),
        help_text=_("For example: 12, 15"),
        max_length=LINE,
        required=False,
    )

    def __init__(self, data: Mapping[str, Any] | None, *, devices: Offered) -> None:
        super().__init__(data)
        _offer(self.fields["present"], devices)
        if not devices:
            del self.fields["present"]

    def numbers(self) -> list[int]:
        """The other numbers that were typed."""
        text = self.cleaned_data["extra"].replace(",", " ").replace(";", " ")
        return [int(number[:9]) for number in text.split()]


class PlaceForm(forms.Form):
    """A place where devices are kept."""

    name = forms.CharField(
        label=_("What is the place called?"), help_text=_("For example: safe at the desk"), max_length=60
    )


def channels() -> Offered:
    """How a parent is spoken to, in the reader's language."""
    return [(one.value, protocol.WORDS[one].read(get_language() or "nl").capitalize()) for one in CHANNELS]


def _offer(field: forms.Field, choices: Offered) -> None:
    if isinstance(field, forms.ChoiceField):
        field.choices = list(choices)
