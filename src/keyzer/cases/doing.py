"""What can be done in a case and what can't, as lines of a page: each leads to the page that asks for the rest."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple
from urllib.parse import urlencode

from django.urls import reverse

from keyzer import protocol

from .queries import CaseFile
from .wording import Wording

MEASURE = "measure"
ELSEWHERE = {
    protocol.IssueLetter.named(): "letters:case",
    protocol.SendLetter.named(): "letters:case",
    protocol.WithdrawLetter.named(): "letters:case",
    protocol.HandOverPack.named(): "police:show",
    protocol.TakeDevice.named(): "custody:case",
    protocol.KeepDevice.named(): "custody:case",
    protocol.ReturnDevice.named(): "custody:case",
}
"""Commands that are given in another room, which has more to show than a form; each with that room's page."""

ReasonLines = tuple[tuple[str, tuple[str, ...]], ...]


class OptionLine(NamedTuple):
    """Something that can be done now."""

    label: str
    url: str


class BarredLine(NamedTuple):
    """Something that can't be done now, and why."""

    label: str
    reasons: tuple[str, ...]
    articles: tuple[str, ...]


def on_ladder(option: protocol.Option) -> bool:
    """Options that choose a measure stand on a page of their own, beside the range."""
    return MEASURE in option.preset


def option_line(file: CaseFile, option: protocol.Option, wording: Wording) -> OptionLine:
    """The option as a link to the page that asks for the rest."""
    return OptionLine(wording.say(option.label), command_url(file, option.kind, option.preset))


def once_per_kind(file: CaseFile, options: Sequence[protocol.Option], wording: Wording) -> list[OptionLine]:
    """The options with one line for each kind of act: where it can be about several, its page asks about which."""
    kinds = [list(same) for _kind, same in groupby(options, key=lambda option: option.kind)]
    return [
        option_line(file, same[0], wording)
        if len(same) == 1
        else OptionLine(act_alone(same[0], wording), command_url(file, same[0].kind, {}))
        for same in kinds
    ]


def barred_line(option: protocol.Option, wording: Wording) -> BarredLine:
    """The option with every reason against it."""
    grounds = dict.fromkeys(ground for reason in option.barred for ground in reason.grounds)
    said = tuple(wording.say(reason.text) for reason in option.barred)
    return BarredLine(wording.say(option.label), said, tuple(grounds))


def is_worth_telling(option: protocol.Option) -> bool:
    """Whether it is barred by something that a person can do about: who may, or what must be done first."""
    can_be_settled = any(reason.who or reason.gate for reason in option.barred)
    return not option.allowed and can_be_settled and option.kind not in ELSEWHERE


def reason_lines(reasons: Iterable[protocol.Reason], wording: Wording) -> ReasonLines:
    """Reasons in words, with their articles."""
    return tuple((wording.say(reason.text), reason.grounds) for reason in reasons)


def act_alone(option: protocol.Option, wording: Wording) -> str:
    """The label of what is done, without about what or whom, which stands behind a colon."""
    return wording.say(option.label).partition(": ")[0]


def command_url(file: CaseFile, kind: str, preset: Mapping[str, str]) -> str:
    """The page on which a command is filled in, with what is known already."""
    if kind in ELSEWHERE:
        return reverse(ELSEWHERE[kind], args=[file.id])
    if kind == protocol.NameParty.named():
        return reverse("cases:involve", args=[file.state.incident])
    return reverse("cases:command", args=[file.id, kind]) + (f"?{urlencode(preset)}" if preset else "")
