"""Where somebody can turn to at once, without the school. Numbers are shown as written, and called as digits."""

from typing import NamedTuple

from keyzer.protocol import Text

from . import choices


class Line(NamedTuple):
    """A place that helps: its name, when it is for you, and how to reach it."""

    name: str
    when: Text
    number: str = ""
    site: str = ""

    @property
    def dialled(self) -> str:
        """The number as a telephone wants it."""
        return "".join(filter(str.isdigit, self.number))

    @property
    def site_name(self) -> str:
        """The site as people say it."""
        return self.site.removeprefix("https://www.").removesuffix("/")

    @property
    def text(self) -> str:
        """When it is for you, in the language of the page."""
        return self.when.read(choices.language())


BOARD_LINES = (
    Line("112", Text(nl="Iemand is nu in gevaar.", en="Somebody is in danger right now."), "112"),
    Line(
        "Vertrouwensinspecteur",
        Text(
            nl="Overleggen, ook als je nog niets zeker weet. De vertrouwensinspecteur heeft geheimhoudingsplicht.",
            en="To talk it over, also while you are not sure of anything. The confidential inspector keeps it secret.",
        ),
        "0900-111 3 111",
    ),
    Line(
        "Helpwanted",
        Text(
            nl="Er gaan naaktbeelden rond, of iemand dreigt daarmee.",
            en="Nude pictures go round, or somebody threatens with them.",
        ),
        site="https://www.helpwanted.nl/",
    ),
)
"""Whom a colleague can call about a possible sexual offence by somebody with a task at the school (WOT, 6)."""
LINES = (
    Line("112", Text(nl="Iemand is nu in gevaar.", en="Somebody is in danger right now."), "112"),
    Line(
        "113",
        Text(
            nl="Bij gedachten aan zelfmoord, of zorgen om iemand.",
            en="When you think of suicide, or worry about somebody.",
        ),
        "0800-0113",
        "https://www.113.nl/",
    ),
    Line(
        "Helpwanted",
        Text(
            nl="Er gaat een naaktfoto of seksfilmpje rond, of iemand dreigt daarmee.",
            en="A nude picture or sexual film is going round, or somebody threatens with it.",
        ),
        site="https://www.helpwanted.nl/",
    ),
    Line(
        "Kindertelefoon",
        Text(nl="Om gewoon met iemand te praten. Een naam is niet nodig.", en="You just want to talk. No name needed."),
        "0800-0432",
        "https://www.kindertelefoon.nl/",
    ),
)
