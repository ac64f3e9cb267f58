"""The facts as questions with a few answers, so that whoever asks needs to know no rule. Worded for every audience."""

from enum import StrEnum

from msgspec import Struct

from keyzer.protocol.situation import (
    CHOICES,
    Account,
    AccountShows,
    Act,
    Capacity,
    Consent,
    Content,
    Device,
    Leave,
    ManagerLeave,
    Purpose,
    Situation,
    Towards,
    Where,
    as_word,
)
from keyzer.protocol.vocabulary import Audience, Text

from .finding import INDECENT, LOOKING_UP


class Choice(Struct, frozen=True, kw_only=True):
    """One answer: `value` as it stands in JSON or a query string, and its words."""

    value: str
    label: Text


class Question(Struct, frozen=True, kw_only=True):
    """A fact to ask. `several` says whether more than one answer can hold at once."""

    fact: str
    label: Text
    choices: tuple[Choice, ...]
    several: bool


LABELS: dict[str, Text] = {
    "who": Text(nl="Voor wie is het antwoord?", en="Who is the answer for?"),
    "act": Text(nl="Waar gaat het om?", en="What is it about?"),
    "towards": Text(nl="Met wie of voor wie?", en="With whom or for whom?"),
    "content": Text(nl="Wat staat erin of erop?", en="What is in it?"),
    "consent": Text(nl="Vindt de persoon om wie het gaat het goed?", en="Does the person it is about agree?"),
    "account": Text(nl="Via welk account?", en="Through which account?"),
    "account_shows": Text(nl="Wat staat er op dat account?", en="What does that account show?"),
    "place": Text(nl="Waar is het?", en="Where is it?"),
    "device": Text(nl="Met welk apparaat?", en="On which device?"),
    "in_lesson": Text(nl="Is het tijdens een les?", en="Is it during a lesson?"),
    "teacher_leave": Text(nl="Vindt de docent het goed?", en="Does the teacher agree?"),
    "exemption": Text(
        nl="Is er een vaste afspraak met school dat het apparaat in de les mag?",
        en="Is there a standing agreement with the school that the device may be used in lessons?",
    ),
    "purpose": Text(nl="Waarvoor is het?", en="What is it for?"),
    "unwelcome": Text(
        nl="Heeft de ander gezegd of laten merken dat het moet stoppen?",
        en="Did the other say or show that it must stop?",
    ),
    "capacity": Text(nl="Namens wie is het, voor wie het leest?", en="On whose behalf is it, to the reader?"),
    "in_doubt": Text(nl="Is er twijfel of dit wel kan?", en="Is there doubt whether this is all right?"),
    "manager_leave": Text(nl="Wat zegt de leidinggevende?", en="What does the manager say?"),
}

YES = Text(nl="Ja", en="Yes")
NO = Text(nl="Nee", en="No")

WORDS: dict[str, dict[StrEnum | bool, Text]] = {
    "who": {
        Audience.LEERLING: Text(nl="Een leerling", en="A pupil"),
        Audience.OUDER: Text(nl="Een ouder of verzorger", en="A parent or guardian"),
        Audience.PERSONEEL: Text(nl="Een docent of andere medewerker", en="A teacher or other member of staff"),
        Audience.VRIJWILLIGER: Text(nl="Een vrijwilliger", en="A volunteer"),
        Audience.STAGIAIR: Text(nl="Een stagiair", en="An intern"),
        Audience.ANDER: Text(nl="Iemand anders", en="Somebody else"),
    },
    "act": {
        Act.BRING_DEVICE: Text(nl="Een telefoon of ander apparaat meenemen", en="Bringing a phone or other device"),
        Act.USE_DEVICE: Text(nl="Een telefoon of ander apparaat gebruiken", en="Using a phone or other device"),
        Act.VISIT: Text(nl="Een site of app bekijken", en="Visiting a site or app"),
        Act.DOWNLOAD: Text(nl="Iets downloaden", en="Downloading something"),
        Act.POST: Text(nl="Iets plaatsen", en="Posting something"),
        Act.FORWARD: Text(nl="Iets doorsturen", en="Forwarding something"),
        Act.REPOST: Text(nl="Iets van een ander opnieuw plaatsen", en="Reposting something of another"),
        Act.MESSAGE: Text(nl="Iemand een bericht sturen", en="Sending somebody a message"),
        Act.PHOTOGRAPH: Text(nl="Een foto maken", en="Taking a photo"),
        Act.RECORD: Text(nl="Filmen of geluid opnemen", en="Filming or recording sound"),
        Act.BEFRIEND: Text(nl="Iemand volgen of als vriend toevoegen", en="Following or befriending somebody"),
        Act.SHARE_LOCATION: Text(nl="Een locatie delen", en="Sharing a location"),
        Act.SHARE_PASSWORD: Text(nl="Een wachtwoord delen", en="Sharing a password"),
        Act.SIGN_IN_AS: Text(nl="Inloggen op het account van een ander", en="Signing in to the account of another"),
        Act.BREAK_IN: Text(
            nl="Binnenkomen waar het niet mag (hacken)", en="Getting in where it is not allowed (hacking)"
        ),
    },
    "towards": {
        Towards.PUPIL: Text(nl="Een leerling", en="A pupil"),
        Towards.CLASS: Text(nl="Een klas of groep", en="A class or group"),
        Towards.STAFF: Text(nl="Een docent of andere medewerker", en="A teacher or other member of staff"),
        Towards.PARENT: Text(nl="Een ouder", en="A parent"),
        Towards.PUBLIC: Text(nl="Iemand buiten school, of iedereen", en="Somebody outside school, or everyone"),
    },
    "content": {
        Content.ORDINARY: Text(nl="Iets gewoons", en="Something ordinary"),
        Content.SCHOOL_MATTER: Text(nl="Iets over school of een les", en="Something about school or a lesson"),
        Content.PICTURE_OF_PERSON: Text(nl="Iemand is te herkennen", en="Somebody can be recognised"),
        Content.PERSONAL_DATA: Text(
            nl="Gegevens van iemand: naam, adres, cijfer", en="Somebody's details: name, address, mark"
        ),
        Content.MESSAGE_OF_ANOTHER: Text(nl="Een bericht dat een ander stuurde", en="A message that another sent"),
        Content.NOT_MEANT_TO_SPREAD: Text(
            nl="Iets dat niet bedoeld is om te delen", en="Something not meant to be shared"
        ),
        Content.CONFIDENTIAL: Text(nl="Iets vertrouwelijks", en="Something confidential"),
        Content.CREDENTIALS: Text(nl="Een wachtwoord of code", en="A password or code"),
        Content.HARMS_A_NAME: Text(
            nl="Kritiek die iemand of de school kan schaden", en="Criticism that may harm somebody or the school"
        ),
        Content.INSULTING: Text(
            nl="Iets dat iemand belachelijk maakt of beledigt", en="Something that mocks or insults"
        ),
        Content.OFFENSIVE: Text(nl="Iets dat schokt of kwetst", en="Something that shocks or hurts"),
        Content.THREATENING: Text(nl="Iets dreigends", en="Something threatening"),
        Content.DISCRIMINATING: Text(nl="Iets dat discrimineert", en="Something discriminating"),
        Content.RACIST: Text(nl="Iets racistisch", en="Something racist"),
        Content.SEXUAL: Text(nl="Iets seksueels of bloots", en="Something sexual or nude"),
    },
    "consent": {
        Consent.GRANTED: Text(nl="Ja, dat is gevraagd", en="Yes, that was asked"),
        Consent.NOT_EVERYBODY: Text(nl="Niet iedereen, of dat is niet zeker", en="Not everybody, or that is not sure"),
        Consent.NOT_ASKED: Text(nl="Nog niet gevraagd", en="Not asked yet"),
        Consent.REFUSED: Text(nl="Nee", en="No"),
        Consent.NOT_NEEDED: Text(nl="Het gaat over niemand anders", en="It is about nobody else"),
    },
    "account": {
        Account.OWN_PRIVATE: Text(nl="Een eigen privéaccount", en="An own private account"),
        Account.PROFESSIONAL: Text(nl="Een account voor het werk", en="An account for work"),
        Account.SCHOOL_OFFICIAL: Text(nl="Een account van school", en="An account of the school"),
        Account.OF_ANOTHER: Text(nl="Het account van een ander", en="The account of another"),
        Account.INVENTED_NAME: Text(nl="Een account met een verzonnen naam", en="An account under an invented name"),
    },
    "account_shows": {
        AccountShows.SCHOOL_ONLY: Text(nl="Alleen zaken van school", en="School matters only"),
        AccountShows.ALSO_PERSONAL: Text(nl="Ook iets persoonlijks", en="Something personal too"),
    },
    "place": {
        Where.SCHOOL: Text(nl="Op school", en="At school"),
        Where.ELSEWHERE: Text(nl="Ergens anders", en="Elsewhere"),
    },
    "device": {
        Device.PHONE: Text(nl="Telefoon", en="Phone"),
        Device.TABLET: Text(nl="Tablet", en="Tablet"),
        Device.SMARTWATCH: Text(nl="Slim horloge", en="Smartwatch"),
        Device.LAPTOP: Text(nl="Laptop", en="Laptop"),
        Device.EARBUDS: Text(nl="Oortjes", en="Earbuds"),
        Device.OTHER: Text(nl="Iets anders", en="Something else"),
    },
    "in_lesson": {True: YES, False: NO},
    "teacher_leave": {
        Leave.GIVEN: Text(nl="Ja, dat is vooraf gezegd", en="Yes, that was said beforehand"),
        Leave.NOT_ASKED: Text(nl="Nog niet gevraagd", en="Not asked yet"),
        Leave.REFUSED: Text(nl="Nee", en="No"),
    },
    "exemption": {True: YES, False: NO},
    "purpose": {
        Purpose.LEARNING: Text(nl="Om te leren of iets op te zoeken", en="To learn or look something up"),
        Purpose.SCHOOL_MATTER: Text(nl="Om iets te regelen voor school", en="To arrange something for school"),
        Purpose.LEISURE: Text(nl="Voor de lol", en="For fun"),
    },
    "unwelcome": {False: NO, True: YES},
    "capacity": {
        Capacity.SELF: Text(nl="Er staat bij: op eigen naam", en="It says: in a personal capacity"),
        Capacity.FOR_SCHOOL: Text(nl="Er staat bij: namens school", en="It says: on behalf of the school"),
        Capacity.UNSAID: Text(nl="Dat staat er niet bij", en="It does not say"),
    },
    "in_doubt": {False: Text(nl="Nee, geen twijfel", en="No, no doubt"), True: Text(nl="Ja, twijfel", en="Yes, doubt")},
    "manager_leave": {
        ManagerLeave.GIVEN: Text(nl="Die vindt het goed", en="Agrees"),
        ManagerLeave.GIVEN_IF: Text(nl="Die zegt: ja, als …", en="Says: yes, if …"),
        ManagerLeave.NOT_ASKED: Text(nl="Nog niet gevraagd", en="Not asked yet"),
        ManagerLeave.REFUSED: Text(nl="Die zegt nee", en="Says no"),
    },
}

TO_LOOK_UP = INDECENT | {Content.ORDINARY, Content.SCHOOL_MATTER}


def question(fact: str, situation: Situation) -> Question:
    """The question for `fact`, with the answers that can matter in this situation."""
    values = CHOICES[fact]
    if fact == "content" and situation.act in LOOKING_UP:
        values = tuple(value for value in values if value in TO_LOOK_UP)
    words = WORDS[fact]
    choices = tuple(Choice(value=as_word(value), label=words[value]) for value in values)
    return Question(fact=fact, label=LABELS[fact], choices=choices, several=fact == "content")


def words_for(fact: str, value: str) -> Text:
    """An answer in words, as it was chosen. Raises KeyError for a value that the fact does not have."""
    return {as_word(choice): label for choice, label in WORDS[fact].items()}[value]
