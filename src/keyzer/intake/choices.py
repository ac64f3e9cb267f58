"""The closed lists of this room in the words of who reads them; a guardian speaks of a child, others of themselves."""

from collections.abc import Sequence
from typing import NamedTuple

from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from keyzer import protocol
from keyzer.kit import clock

from .events import About, IntakeLane, State, Told, Way, Where

TO_THE_BOARD = "zedenmisdrijf-doorgeven"


class ConductGroup(NamedTuple):
    """Kinds of conduct that break the same article, as choices; it stands open when one of them was chosen."""

    title: str
    article: str
    kinds: list[tuple[str, str, bool]]
    is_open: bool


def language() -> str:
    """The language of the page, for texts of the protocol."""
    return get_language() or "nl"


def nobody_left() -> str:
    """What to do when everybody who could receive it takes part in it."""
    return _(
        "Nobody at school can take this on now. What you wrote is still here. "
        "Call the school, or the confidential adviser."
    )


def unnamed(way: Way) -> str:
    """What is said of who told something, to who does not know the name."""
    return _("Somebody without a name") if way is Way.ZONDER_NAAM else _("Somebody in confidence")


def ways() -> list[tuple[str, str]]:
    """How far somebody who signed in makes himself known."""
    return [
        (Way.OP_NAAM, _("With my name")),
        (Way.IN_VERTROUWEN, _("In confidence: my name stays under a seal")),
    ]


def layers() -> list[tuple[str, str]]:
    """The years of study, for who does not say who he is."""
    return [("", _("I don't know")), *((str(year), _("Year %(year)s") % {"year": year}) for year in range(1, 7))]


def about(*, for_child: bool) -> list[tuple[str, str]]:
    """Whom it is about."""
    if for_child:
        return [
            (About.MIJZELF, _("It happened to my child")),
            (About.ZELF_GEDAAN, _("My child did it")),
            (About.GEZIEN, _("My child saw it happen")),
            (About.ANDER, _("It is about somebody else's child")),
        ]
    return [
        (About.MIJZELF, _("It happened to me")),
        (About.GEZIEN, _("I saw it happen to somebody else")),
        (About.ANDER, _("I heard about it")),
        (About.ZELF_GEDAAN, _("I did it myself")),
    ]


def where() -> list[tuple[str, str]]:
    """Where it happened."""
    return [
        (Where.SCHOOL, _("At school")),
        (Where.ONLINE, _("Online, in an app or a chat")),
        (Where.ONDERWEG, _("On the way to or from school")),
        (Where.ELDERS, _("Somewhere else")),
        (Where.ONBEKEND, _("I don't know")),
    ]


def known_article(article: str) -> str:
    """The id of an article of the edition in force; empty for anything else."""
    return article if article in protocol.in_force(clock.today()).articles else ""


def conduct() -> list[tuple[str, str]]:
    """Every kind of conduct in the edition in force, with its label."""
    return [(kind.id, kind.label.read(language())) for kind in protocol.in_force(clock.today()).conduct.values()]


def conduct_groups(chosen: Sequence[str]) -> list[ConductGroup]:
    """The kinds of conduct under the first article that each breaks, in the order of the edition."""
    edition = protocol.in_force(clock.today())
    found: dict[str, list[tuple[str, str, bool]]] = {}
    for kind in edition.conduct.values():
        line = (kind.id, kind.label.read(language()), kind.id in chosen)
        found.setdefault(kind.breaks[0], []).append(line)
    return [
        ConductGroup(edition.article(article).title.read(language()), article, kinds, any(kind[2] for kind in kinds))
        for article, kinds in found.items()
    ]


def is_about_sexual_images(chosen: Sequence[str]) -> bool:
    """True when one of the kinds of conduct opens the path on which no picture may be looked at, kept or sent."""
    known = protocol.in_force(clock.today()).conduct
    return any(known[kind].sexual_image_path for kind in chosen if kind in known)


def parts() -> list[tuple[str, str]]:
    """The parts that somebody can have in what happened."""
    return [
        (protocol.Part.ONDERWERP, _("It is about this person")),
        (protocol.Part.BETROKKENE, _("It happened to this person")),
        (protocol.Part.GETUIGE, _("Saw or heard it")),
        (protocol.Part.MELDER, _("Reported it")),
    ]


def facts(told: Told) -> list[tuple[str, str]]:
    """What was told beside the story, in words; what was left open is left out."""
    edition = protocol.in_force(clock.today())
    kinds = [edition.conduct[kind].label.read(language()) for kind in told.conduct if kind in edition.conduct]
    day = date_format(told.happened_on, "l j F Y") if told.happened_on else ""
    lines = [
        (
            _("Who is it about?"),
            dict(about(for_child=told.by_guardian or told.child is not None)).get(told.about or "", ""),
        ),
        (_("Who were there?"), told.who),
        (_("When was it?"), ", ".join(part for part in (day, told.moment) if part)),
        (_("Where was it?"), "" if told.where is Where.ONBEKEND else dict(where())[told.where]),
        (_("What was it?"), "; ".join(kinds)),
        (_("Written in"), told.language),
    ]
    return [(term, words) for term, words in lines if words]


def for_the_board(chosen: Sequence[str]) -> str:
    """What staff owe the board at once when it may be a sexual offence (WVO 2020, 3.39); empty when it may not."""
    edition = protocol.in_force(clock.today())
    offences = {offence for kind in chosen if kind in edition.conduct for offence in edition.conduct[kind].offences}
    steps = edition.procedures[IntakeLane.MELDING].steps
    found = next((step for step in steps if step.id == TO_THE_BOARD), None)
    is_sexual = any(edition.offences[offence].sexual for offence in offences)
    return found.label.read(language()) if found and is_sexual else ""


def state_words(state: State) -> tuple[str, str]:
    """The kind of pill and the word for how far a report is."""
    return {
        State.RECEIVED: ("waits", _("received")),
        State.READ: ("open", _("read")),
        State.ANSWERED: ("open", _("answered")),
        State.HANDLED: ("open", _("being dealt with")),
        State.SETTLED: ("done", _("dealt with")),
        State.ASIDE: ("done", _("set aside")),
    }[state]


def as_told(state: State) -> State:
    """How far it is for who told it: what was set aside has been dealt with."""
    return State.SETTLED if state is State.ASIDE else state
