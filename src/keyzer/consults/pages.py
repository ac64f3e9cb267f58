"""How the pages of a consult are put together."""

from datetime import date

from django.utils.translation import gettext as _

from keyzer.channels.words import platform_name
from keyzer.consent.pages import label_of
from keyzer.design.rows import Row
from keyzer.design.timeline import Moment
from keyzer.kit.addresses import address_of
from keyzer.people import queries as people
from keyzer.protocol import ConsultAct, ConsultAnswered, ConsultPhase, Viewer

from . import queries, words
from .queries import Line, Page


def waiting_rows(viewer: Viewer) -> list[Row]:
    """What waits for this person's answer."""
    sentence = _("%(name)s asks: may I post this?")
    return [_row(line, sentence, due=True) for line in queries.to_answer(viewer)]


def own_rows(viewer: Viewer, most: int = 50) -> list[Row]:
    """What this person asked."""
    return [_own_row(line) for line in queries.own(viewer)[:most]]


def answered_rows(viewer: Viewer) -> list[Row]:
    """What this person answered."""
    return [_row(line, _("You answered %(name)s"), due=False) for line in queries.answered_by(viewer)]


def facts(page: Page) -> list[tuple[str, str]]:
    """What stands beside the draft."""
    wanted = page.state.wanted
    capacity = dict(words.capacities())[wanted.capacity]
    where = " · ".join(one for one in (platform_name(wanted.platform), wanted.place) if one)
    return [(_("Where"), where), (_("Who speaks"), capacity), (_("The doubt"), page.state.question)]


def shown(page: Page, viewer: Viewer, on: date) -> dict[str, object]:
    """Who can be recognised in the pictures, for what those are used, and whether this viewer may tell who else."""
    found = queries.shown(page.state, on)
    return {
        "shown": found,
        "purpose": label_of(found.purpose) if found else "",
        "tells_who": ConsultAct.TELL_WHO in page.may and viewer.holds(*people.STAFF),
    }


def history(page: Page) -> list[Moment]:
    """What happened, newest first."""
    found = []
    for one in reversed(page.history):
        title, icon = words.told(one.event)
        said = (one.event.conditions, one.event.words) if isinstance(one.event, ConsultAnswered) else ()
        grounds = one.event.articles if isinstance(one.event, ConsultAnswered) else ()
        body = "\n".join(each for each in said if each)
        found.append(Moment(at=one.at, title=title, icon=icon, by=one.by, body=body, articles=grounds))
    return found


def _own_row(line: Line) -> Row:
    sentence = _("Asked %(name)s") % {"name": line.other}
    url, detail = address_of("consults:show", line.id), platform_name(line.platform)
    if line.answer:
        kind, label = words.LOOKS[line.answer], words.short_answer(line.answer)
        return Row(sentence=sentence, url=url, icon="doubt", detail=detail, kind=kind, label=label)
    if line.phase is ConsultPhase.WITHDRAWN:
        return Row(sentence=sentence, url=url, icon="doubt", detail=detail, kind="excepted", label=_("Withdrawn"))
    return Row(sentence=sentence, url=url, icon="doubt", detail=detail, due=line.due_at)


def _row(line: Line, sentence: str, *, due: bool) -> Row:
    answered = {"kind": words.LOOKS[line.answer], "label": words.short_answer(line.answer)} if line.answer else {}
    return Row(
        sentence=sentence % {"name": line.other},
        url=address_of("consults:show", line.id),
        icon="doubt",
        detail=platform_name(line.platform),
        due=line.due_at if due else None,
        **answered,
    )
