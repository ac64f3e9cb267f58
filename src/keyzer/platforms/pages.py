"""How a program is put on a page: its rows, its doors and its heading, in the language of the reader."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest
from django.utils.translation import gettext as _

from keyzer.design.moments import spoken_day
from keyzer.design.rows import Row
from keyzer.kit import clock
from keyzer.kit.addresses import address
from keyzer.people.requests import recognise
from keyzer.protocol import Role, Viewer

from . import queries
from .entry import Former
from .queries import ChorePage, Freshness
from .shelf import Entry


@dataclass(frozen=True)
class PlatformPage:
    """One program. Of one that is gone only the first four are told, and what came in its place."""

    id: str
    name: str
    about: str
    paper_name: str
    gone_since: str = ""
    now: Entry | None = None
    minimum_age: int | None = None
    freshness: Freshness | None = None
    digest: str = ""
    may_mark: bool = False

    @property
    def settings(self) -> str:
        """Where the settings of this one program are checked."""
        return f"{address('platforms:checklist')}?p={self.id}"


def viewer_of(request: HttpRequest) -> Viewer | None:
    """Who looks; None for a visitor."""
    known = recognise(request)
    return known.viewer if known else None


def platform_page(platform: str, language: str, viewer: Viewer | None, on: date) -> PlatformPage | None:
    """The page of one program; None when the register does not hold it."""
    entry = queries.entry(platform)
    if entry is None:
        return None
    said = entry.content
    about, paper_name = said.about.read(language), said.paper_name or ""
    if isinstance(said, Former):
        now = queries.successor(said)
        return PlatformPage(entry.id, said.name, about, paper_name, gone_since=said.gone_since, now=now)
    return PlatformPage(
        entry.id,
        said.name,
        about,
        paper_name,
        minimum_age=said.minimum_age,
        freshness=queries.freshness(entry.id, viewer, on),
        digest=entry.digest,
        may_mark=may_mark(viewer),
    )


def may_mark(viewer: Viewer | None) -> bool:
    """Whether this person says at school that a text is right."""
    return viewer is not None and viewer.holds(Role.VEILIGHEIDSCOORDINATOR)


def heading(page: ChorePage) -> str:
    """What is done on this page, with the name of the program."""
    headings = {
        "melden": _("Report something on %(name)s"),
        "blokkeren": _("Block somebody on %(name)s"),
        "bewijs": _("Save proof from %(name)s"),
        "weghalen": _("Have something taken off %(name)s"),
    }
    return headings[page.chore] % {"name": page.name}


def rows(entries: list[Entry], language: str) -> list[Row]:
    """The list of programs."""
    return [
        Row(
            sentence=entry.content.name,
            url=_page_of(entry),
            icon="phone",
            detail=entry.content.about.read(language),
            kind="excepted" if isinstance(entry.content, Former) else "",
            label=_("no longer exists") if isinstance(entry.content, Former) else "",
        )
        for entry in entries
    ]


def review_rows(lines: list[tuple[Entry, Freshness]]) -> list[Row]:
    """What to walk through, each with its state."""
    return [
        Row(
            sentence=entry.content.name,
            url=_page_of(entry),
            icon="phone",
            detail=_when(fresh),
            kind="waits" if fresh.asks_again else "done",
            label=_("check it") if fresh.asks_again else _("checked"),
        )
        for entry, fresh in lines
    ]


def _when(fresh: Freshness) -> str:
    if fresh.on is None:
        return _("nobody has checked it yet")
    day = spoken_day(fresh.on, clock.today())
    return _("%(day)s, by %(name)s") % {"day": day, "name": fresh.by} if fresh.by else day


def _page_of(entry: Entry) -> str:
    return f"{address('platforms:index')}{entry.id}/"
