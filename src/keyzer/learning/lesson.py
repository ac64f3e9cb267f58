"""What a lesson is: a few screens of words, pictures and questions, written in both languages of the house."""

import msgspec

from keyzer.protocol import Audience, Text


class Data(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The manner of all structs of a lesson."""


class Link(Data, frozen=True, kw_only=True):
    """Where somebody can go on: `to` is a number (`tel:113`), a site (`https://…`) or one of our pages by its name.

    Behind the name of a page may stand what it asks for: `intake:tell melding`.
    """

    label: Text
    to: str

    @property
    def is_elsewhere(self) -> bool:
        """Whether it leaves the school's own pages."""
        return self.to.startswith(("tel:", "https://"))


class Picture(Data, frozen=True, kw_only=True):
    """A drawing by the name of its file, and what it shows for who does not see it."""

    name: str
    shows: Text


class Choice(Data, frozen=True, kw_only=True):
    """An answer to a question, and what is said to whoever chooses it."""

    label: Text
    feedback: Text
    right: bool = False


class Screen(Data, frozen=True, kw_only=True):
    """One thing to read or, when there are choices, one question."""

    heading: Text
    text: Text | None = None
    points: tuple[Text, ...] = ()
    picture: Picture | None = None
    links: tuple[Link, ...] = ()
    choices: tuple[Choice, ...] = ()

    @property
    def is_question(self) -> bool:
        """Whether something is asked here."""
        return bool(self.choices)

    def texts(self) -> tuple[Text, ...]:
        """All that can be read here, feedback too."""
        said = [text for choice in self.choices for text in (choice.label, choice.feedback)]
        own = [self.heading, *([self.text] if self.text else []), *self.points]
        return (*own, *said, *(link.label for link in self.links))


class Lesson(Data, frozen=True, kw_only=True):
    """A short lesson on what the protocol asks people to know (leerlingen-1).

    `now` is what somebody can do right after it. `leave_quickly` puts a quick way out on every screen.
    """

    id: str
    order: int
    audiences: tuple[Audience, ...]
    articles: tuple[str, ...]
    title: Text
    summary: Text
    screens: tuple[Screen, ...]
    now: tuple[Link, ...]
    leave_quickly: bool = False

    @property
    def questions(self) -> int:
        """How many questions it asks."""
        return sum(screen.is_question for screen in self.screens)

    def links(self) -> tuple[Link, ...]:
        """Every link in it."""
        return (*(link for screen in self.screens for link in screen.links), *self.now)

    def minutes(self, language: str) -> int:
        """How long it takes to read, at the pace of somebody who reads slowly."""
        return -(-self.words(language) // WORDS_A_MINUTE)

    def words(self, language: str) -> int:
        """How many words there are to read, when every answer is opened."""
        return sum(len(text.read(language).split()) for screen in self.screens for text in screen.texts())


WORDS_A_MINUTE = 150
