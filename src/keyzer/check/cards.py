"""The card of the reader of language as its page shows it: what was measured, against what was to be reached."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from keyzer.protocol import Text

from .language import Figure, Set, figures, story


@dataclass(frozen=True)
class Row:
    """One set of lines that were held apart. Shares are in whole percents; `goal` is None where none was set."""

    title: str
    marked: int
    of: int
    share: int
    margin: str
    low: int
    width: int
    goal: int | None
    aim: str
    is_reached: bool


@dataclass(frozen=True)
class CardPage:
    """`found` are lines that should be marked, `spared` are those that should not."""

    kind_of_model: str
    trained_on: str
    licence: str
    measured_how: str
    made_on: str
    fails: list[str]
    found: list[Row]
    spared: list[Row]


def page() -> CardPage:
    """The shipped card in the reader's language."""
    told = story()
    return CardPage(
        kind_of_model=_read(told.kind_of_model),
        trained_on=_read(told.trained_on),
        licence=_read(told.licence),
        measured_how=_read(told.measured_how),
        made_on=date_format(date.fromisoformat(told.made_on)),
        fails=[_read(one) for one in told.fails],
        found=_rows(one for one in told.sets if one.wanted),
        spared=_rows(one for one in told.sets if not one.wanted),
    )


def _rows(sets: Iterable[Set]) -> list[Row]:
    measured = figures()
    return [_row(one, measured[one.name]) for one in sets if one.name in measured]


def _row(one: Set, figure: Figure) -> Row:
    share = figure.marked / figure.of
    low, high = round(100 * figure.low), round(100 * figure.high)
    return Row(
        title=_read(one.title),
        marked=figure.marked,
        of=figure.of,
        share=round(100 * share),
        margin=_("%(low)s to %(high)s%%") % {"low": low, "high": high},
        low=low,
        width=max(1, high - low),
        goal=None if one.goal is None else round(100 * one.goal),
        aim=_aim(one),
        is_reached=one.goal is None or (share >= one.goal if one.wanted else share <= one.goal),
    )


def _aim(one: Set) -> str:
    if one.goal is None:
        return ""
    words = _("goal: at least %(goal)s%%") if one.wanted else _("goal: at most %(goal)s %%")
    return words % {"goal": round(100 * one.goal)}


def _read(text: Text) -> str:
    return text.read(get_language() or "nl")
