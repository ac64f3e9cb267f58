"""What somebody wants to do, as facts. A fact that is left out is unknown: the rules ask for it and never guess."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

import msgspec
from msgspec import Struct

from .vocabulary import Audience


class Act(StrEnum):
    """What the person wants to do."""

    BRING_DEVICE = "bring-device"
    USE_DEVICE = "use-device"
    VISIT = "visit"
    DOWNLOAD = "download"
    POST = "post"
    FORWARD = "forward"
    REPOST = "repost"
    MESSAGE = "message"
    PHOTOGRAPH = "photograph"
    RECORD = "record"
    BEFRIEND = "befriend"
    SHARE_LOCATION = "share-location"
    SHARE_PASSWORD = "share-password"  # noqa: S105 - the name of an act, no secret
    SIGN_IN_AS = "sign-in-as"
    BREAK_IN = "break-in"


class Content(StrEnum):
    """What it holds; several can hold at once."""

    ORDINARY = "ordinary"
    SCHOOL_MATTER = "school-matter"
    PICTURE_OF_PERSON = "picture-of-person"
    PERSONAL_DATA = "personal-data"
    MESSAGE_OF_ANOTHER = "message-of-another"
    NOT_MEANT_TO_SPREAD = "not-meant-to-spread"
    CONFIDENTIAL = "confidential"
    CREDENTIALS = "credentials"
    HARMS_A_NAME = "harms-a-name"
    INSULTING = "insulting"
    OFFENSIVE = "offensive"
    THREATENING = "threatening"
    DISCRIMINATING = "discriminating"
    RACIST = "racist"
    SEXUAL = "sexual"


class Towards(StrEnum):
    """Who is at the other end."""

    PUPIL = "pupil"
    CLASS = "class"
    STAFF = "staff"
    PARENT = "parent"
    PUBLIC = "public"


class Consent(StrEnum):
    """What the person said whom it shows or is about; `not-needed`: nobody but the one who asks is in it.

    `not-everybody`: of several persons some said no, or nothing.
    """

    GRANTED = "granted"
    NOT_EVERYBODY = "not-everybody"
    NOT_ASKED = "not-asked"
    REFUSED = "refused"
    NOT_NEEDED = "not-needed"


class Account(StrEnum):
    """Through whose account."""

    OWN_PRIVATE = "own-private"
    PROFESSIONAL = "professional"
    SCHOOL_OFFICIAL = "school-official"
    OF_ANOTHER = "of-another"
    INVENTED_NAME = "invented-name"


class AccountShows(StrEnum):
    """What an account for work shows (personeel-7)."""

    SCHOOL_ONLY = "school-only"
    ALSO_PERSONAL = "also-personal"


class Where(StrEnum):
    """Where it happens: at school or anywhere else (reikwijdte-4, reikwijdte-5)."""

    SCHOOL = "school"
    ELSEWHERE = "elsewhere"


class Purpose(StrEnum):
    """What it is for (reikwijdte-4)."""

    LEARNING = "learning"
    SCHOOL_MATTER = "school-matter"
    LEISURE = "leisure"


class Device(StrEnum):
    """On which device (reikwijdte-2)."""

    PHONE = "phone"
    TABLET = "tablet"
    SMARTWATCH = "smartwatch"
    LAPTOP = "laptop"
    EARBUDS = "earbuds"
    OTHER = "other"


class Leave(StrEnum):
    """What somebody who may decide has answered beforehand."""

    GIVEN = "given"
    NOT_ASKED = "not-asked"
    REFUSED = "refused"


class ManagerLeave(StrEnum):
    """What the manager answered beforehand; `given-if`: once something is different (personeel-1)."""

    GIVEN = "given"
    GIVEN_IF = "given-if"
    NOT_ASKED = "not-asked"
    REFUSED = "refused"


class Capacity(StrEnum):
    """For whom a member of staff speaks, as the reader can see it (personeel-2)."""

    SELF = "self"
    FOR_SCHOOL = "for-school"
    UNSAID = "unsaid"


class Situation(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Facts, in the order in which they are asked. Raises ValueError for a `content` that names nothing."""

    who: Audience | None = None
    act: Act | None = None
    towards: Towards | None = None
    content: frozenset[Content] | None = None
    consent: Consent | None = None
    account: Account | None = None
    account_shows: AccountShows | None = None
    place: Where | None = None
    device: Device | None = None
    in_lesson: bool | None = None
    teacher_leave: Leave | None = None
    exemption: bool | None = None
    purpose: Purpose | None = None
    unwelcome: bool | None = None
    capacity: Capacity | None = None
    in_doubt: bool | None = None
    manager_leave: ManagerLeave | None = None

    def __post_init__(self) -> None:
        """An empty set would be neither known nor unknown."""
        if self.content is not None and not self.content:
            raise ValueError("`content` is empty; leave it out when it is unknown, or say `ordinary`")


FACTS: tuple[str, ...] = Situation.__struct_fields__
PLACE = {fact: place for place, fact in enumerate(FACTS)}

Value = StrEnum | bool

CHOICES: dict[str, tuple[Value, ...]] = {
    "who": tuple(Audience),
    "act": tuple(Act),
    "towards": tuple(Towards),
    "content": tuple(Content),
    "consent": tuple(Consent),
    "account": tuple(Account),
    "account_shows": tuple(AccountShows),
    "place": tuple(Where),
    "device": tuple(Device),
    "in_lesson": (True, False),
    "teacher_leave": tuple(Leave),
    "exemption": (True, False),
    "purpose": tuple(Purpose),
    "unwelcome": (False, True),
    "capacity": tuple(Capacity),
    "in_doubt": (False, True),
    "manager_leave": tuple(ManagerLeave),
}


class SituationError(ValueError):
    """A situation that cannot be read. `field` is the fact at fault, `allowed` what may stand there."""

    def __init__(self, message: str, field: str | None = None, allowed: tuple[str, ...] = ()) -> None:
        """Keep the fact and its allowed values beside the message."""
        super().__init__(message)
        self.field = field
        self.allowed = allowed


def in_order(facts: Iterable[str]) -> tuple[str, ...]:
    """The facts, each once, in the order in which they are asked."""
    return tuple(sorted(set(facts), key=PLACE.__getitem__))


def as_word(value: Value) -> str:
    """A value as it is written in JSON and in a query string."""
    return str(value).lower()


def as_words(situation: Situation) -> dict[str, list[str]]:
    """The known facts as a query string writes them, in the order of asking; `parse_situation` reads them back."""
    known = ((fact, getattr(situation, fact)) for fact in FACTS)
    return {
        fact: sorted(map(as_word, value)) if fact == "content" else [as_word(value)]
        for fact, value in known
        if value is not None
    }


def parse_situation(data: bytes | Mapping[str, object]) -> Situation:
    """Read a JSON object, or the lists of words that `as_words` gives. Raises SituationError."""
    facts = _json_object(data) if isinstance(data, bytes) else data
    for fact in facts:
        if fact not in FACTS:
            raise SituationError(f"situation has no fact `{fact}`; the facts are {_list(FACTS)}", fact, FACTS)
    return msgspec.convert({fact: _value(fact, value) for fact, value in facts.items()}, Situation)


def _json_object(data: bytes) -> dict[str, object]:
    try:
        return msgspec.json.decode(data, type=dict[str, object])
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        example = '`{"who": "leerling", "act": "use-device"}`'
        raise SituationError(f"situation is not a JSON object of facts; write for example {example}") from error


def _value(fact: str, value: object) -> list[str | bool] | str | bool | None:
    if value is None:
        return None
    words = value if isinstance(value, list) else [] if fact == "content" else [value]
    if fact == "content" and words:
        return [_one(fact, word) for word in words]
    if len(words) == 1:
        return _one(fact, words[0])
    how = "a list with at least one" if fact == "content" else "one"
    raise SituationError(f"situation `{fact}`: give {how} of {_allowed(fact)}", fact, _words(fact))


def _one(fact: str, word: object) -> str | bool:
    spelling = as_word(word) if isinstance(word, bool) else word
    for choice in CHOICES[fact]:
        if as_word(choice) == spelling:
            return choice if isinstance(choice, bool) else choice.value
    raise SituationError(f"situation `{fact}` is `{word}`; use one of {_allowed(fact)}", fact, _words(fact))


def _words(fact: str) -> tuple[str, ...]:
    return tuple(as_word(choice) for choice in CHOICES[fact])


def _allowed(fact: str) -> str:
    return _list(_words(fact))


def _list(words: tuple[str, ...]) -> str:
    return ", ".join(f"`{word}`" for word in words)
