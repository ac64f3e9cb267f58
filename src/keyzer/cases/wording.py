"""Words for people: the protocol's texts in the reader's language, with names where it wrote ids."""

import re
from collections.abc import Iterable, Mapping
from uuid import UUID

from django.utils.translation import gettext as _

from keyzer import protocol

PERSON = re.compile(r"\{person:([0-9a-f-]{36})\}")


class Wording:
    """One reader's language and the names that a page needs."""

    def __init__(self, language: str, names: Mapping[UUID, str]) -> None:
        self.language = language
        self.names = {str(person): name for person, name in names.items()}

    def say(self, text: protocol.Text) -> str:
        """The text in the reader's language, with a name for each `{person:<id>}`."""
        return PERSON.sub(lambda found: self.name(found[1]), text.read(self.language))

    def name(self, person: str | UUID) -> str:
        """A person's name; who is no longer known is `somebody`."""
        return self.names.get(str(person)) or _("somebody")


def persons_in(texts: Iterable[protocol.Text]) -> set[UUID]:
    """Everybody whom these texts name."""
    named = {person for text in texts for person in PERSON.findall(text.nl)}
    return {UUID(person) for person in named}
