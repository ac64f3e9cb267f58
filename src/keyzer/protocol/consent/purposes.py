"""For what a recognisable picture can be used; consent is asked for each by itself."""

from enum import StrEnum

from msgspec import Struct

from keyzer.protocol.vocabulary import Text


class ImagePurpose(StrEnum):
    """Where a picture will be seen."""

    SITE = "site"
    SOCIALE_MEDIA = "sociale-media"
    NIEUWSBRIEF = "nieuwsbrief"
    PERS = "pers"
    KLASSENAPP = "klassenapp"
    INTERN = "intern"


class PurposeWords(Struct, frozen=True):
    """How a purpose is called, and who will see the picture."""

    label: Text
    seen_by: Text


IMAGE_PURPOSES = {
    ImagePurpose.SITE: PurposeWords(
        Text(nl="Website van school", en="School's website"),
        Text(nl="Iedereen op internet kan het zien.", en="Anybody on the internet can see it."),
    ),
    ImagePurpose.SOCIALE_MEDIA: PurposeWords(
        Text(nl="Sociale media van school", en="School's social media"),
        Text(
            nl="Iedereen kan het zien, bewaren en doorsturen.",
            en="Anybody can see it, keep it and pass it on.",
        ),
    ),
    ImagePurpose.NIEUWSBRIEF: PurposeWords(
        Text(nl="Nieuwsbrief en schoolgids", en="Newsletter and school guide"),
        Text(nl="Gezinnen en medewerkers van school krijgen dit.", en="Families and staff of the school get this."),
    ),
    ImagePurpose.PERS: PurposeWords(
        Text(nl="Krant, radio en televisie", en="Newspaper, radio and television"),
        Text(
            nl="De pers plaatst het. School kan het daarna niet meer weghalen.",
            en="The press publishes it. School can't take it down afterwards.",
        ),
    ),
    ImagePurpose.KLASSENAPP: PurposeWords(
        Text(nl="App van de klas", en="App of the class"),
        Text(nl="Leerlingen en ouders van de klas zien het.", en="Pupils and parents of the class see it."),
    ),
    ImagePurpose.INTERN: PurposeWords(
        Text(nl="Alleen binnen school", en="Inside the school only"),
        Text(
            nl="Zoals de muur in de gang of een scherm in de aula.",
            en="Such as the wall of the corridor or a screen in the hall.",
        ),
    ),
}
"""Words of each purpose, in the order in which they are asked."""
