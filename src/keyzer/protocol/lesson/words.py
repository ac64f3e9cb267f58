"""The closed lists of leave in lessons, and how they are called."""

from enum import StrEnum

from keyzer.protocol.situation import Device
from keyzer.protocol.vocabulary import Text


class LessonPurpose(StrEnum):
    """What a device is used for in a lesson; ANDERS is told in own words."""

    OPDRACHT = "opdracht"
    OPZOEKEN = "opzoeken"
    QUIZ = "quiz"
    BEELD = "beeld"
    REKENEN = "rekenen"
    ANDERS = "anders"


class Basis(StrEnum):
    """By what somebody is the teacher of a lesson; the last two are the teacher's own word."""

    ROOSTER = "rooster"
    KLAS = "klas"
    GEEFT_LES = "geeft-les"
    VERVANGT = "vervangt"


PURPOSES = {
    LessonPurpose.OPDRACHT: Text(nl="voor de opdracht", en="for the assignment"),
    LessonPurpose.OPZOEKEN: Text(nl="om iets op te zoeken", en="to look something up"),
    LessonPurpose.QUIZ: Text(nl="voor een quiz", en="for a quiz"),
    LessonPurpose.BEELD: Text(nl="om een foto of filmpje te maken", en="to take a photo or make a film"),
    LessonPurpose.REKENEN: Text(nl="om te rekenen of te vertalen", en="to calculate or translate"),
    LessonPurpose.ANDERS: Text(nl="iets anders", en="something else"),
}

BASES = {
    Basis.ROOSTER: Text(nl="volgens het rooster", en="by the timetable"),
    Basis.KLAS: Text(nl="docent van deze klas", en="teacher of this class"),
    Basis.GEEFT_LES: Text(nl="ik geef dan les aan deze klas", en="I teach this class then"),
    Basis.VERVANGT: Text(nl="ik val in voor deze les", en="I stand in for this lesson"),
}

DEVICES = {
    Device.PHONE: Text(nl="telefoon", en="phone"),
    Device.TABLET: Text(nl="tablet", en="tablet"),
    Device.SMARTWATCH: Text(nl="slim horloge", en="smartwatch"),
    Device.LAPTOP: Text(nl="laptop", en="laptop"),
    Device.EARBUDS: Text(nl="oortjes", en="earbuds"),
    Device.OTHER: Text(nl="ander apparaat", en="other device"),
}
