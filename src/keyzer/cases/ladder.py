"""The ladder of measures: what is usual for this gravity, how like cases ended, and what this person may do."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple, TypeVar
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from keyzer import protocol

from . import doing, pages, queries
from .wording import Wording

Line = TypeVar("Line", doing.OptionLine, doing.BarredLine)


class RungLine(NamedTuple):
    """One measure, with what can be done with it and why the rest can't."""

    label: str
    explain: str
    usual: bool | None
    proposed: bool
    like: str
    deciders: str
    possible: list[doing.OptionLine]
    barred: list[doing.BarredLine]


class LadderPage(NamedTuple):
    """The whole ladder, and how gravity was weighed."""

    id: UUID
    subject: str
    gravity: str
    weigh_url: str
    rungs: list[RungLine]


def page(file: queries.CaseFile, like: Mapping[str, int], now: datetime, language: str) -> LadderPage:
    """The ladder of a case."""
    wording = pages.wording_for(file, language)
    options = [
        one for one in protocol.options(file.edition, file.state, file.actor, now) if doing.MEASURE in one.preset
    ]
    grade = protocol.gravity(file.state)
    return LadderPage(
        id=file.id,
        subject=wording.name(file.state.subject),
        gravity=wording.say(protocol.WORDS[grade]) if grade else "",
        weigh_url=doing.command_url(file, "weigh", {}),
        rungs=[
            _rung(file, rung, [one for one in options if one.preset[doing.MEASURE] == rung.measure.id], wording)
            for rung in protocol.measure_range(file.edition, file.state, like)
        ],
    )


def _rung(
    file: queries.CaseFile, rung: protocol.Rung, options: Sequence[protocol.Option], wording: Wording
) -> RungLine:
    deciders = [protocol.ROLES[role].read(wording.language) for role in rung.measure.decided_by]
    return RungLine(
        label=wording.say(rung.measure.label),
        explain=wording.say(rung.measure.explain),
        usual=rung.usual,
        proposed=any(one.measure == rung.measure.id for one in file.state.proposals),
        like=_like(rung.like_cases),
        deciders=_("Decided by: %(roles)s") % {"roles": ", ".join(deciders)},
        possible=[_short(doing.option_line(file, one, wording), one, wording) for one in options if one.allowed],
        barred=[_short(doing.barred_line(one, wording), one, wording) for one in options if not one.allowed],
    )


def _like(times: int) -> str:
    if not times:
        return ""
    return ngettext("%(times)d like case ended so", "%(times)d like cases ended so", times) % {"times": times}


def _short(line: Line, option: protocol.Option, wording: Wording) -> Line:
    """The same line without the name of the measure, under which it stands."""
    return line._replace(label=doing.act_alone(option, wording))
