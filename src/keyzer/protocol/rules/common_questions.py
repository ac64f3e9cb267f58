"""The questions that are asked most, with the facts that each one already tells."""

import msgspec
from msgspec import Struct

from keyzer.protocol.situation import Account, Act, Content, Purpose, Situation, Towards, Where
from keyzer.protocol.vocabulary import Audience, Text


class CommonQuestion(Struct, frozen=True, kw_only=True):
    """A question in the words of `asked_by`, and the situation it starts from."""

    id: str
    label: Text
    asked_by: tuple[Audience, ...]
    situation: Situation


PUPIL = (Audience.LEERLING,)
STAFF = (Audience.PERSONEEL,)
OTHERS = (Audience.OUDER, Audience.VRIJWILLIGER, Audience.STAGIAIR, Audience.ANDER)
A_PICTURE = frozenset({Content.PICTURE_OF_PERSON})

COMMON_QUESTIONS = (
    CommonQuestion(
        id="telefoon-nu",
        label=Text(nl="Mag ik mijn telefoon nu gebruiken?", en="May I use my phone now?"),
        asked_by=PUPIL,
        situation=Situation(act=Act.USE_DEVICE, place=Where.SCHOOL),
    ),
    CommonQuestion(
        id="telefoon-mee",
        label=Text(nl="Mag mijn telefoon mee naar school?", en="May my phone come along to school?"),
        asked_by=PUPIL,
        situation=Situation(act=Act.BRING_DEVICE),
    ),
    CommonQuestion(
        id="foto-delen",
        label=Text(nl="Mag ik deze foto van iemand delen?", en="May I share this photo of somebody?"),
        asked_by=(*PUPIL, *STAFF, *OTHERS),
        situation=Situation(act=Act.POST, content=A_PICTURE, account=Account.OWN_PRIVATE),
    ),
    CommonQuestion(
        id="foto-van-de-klas",
        label=Text(
            nl="Mag ik een foto van mijn klas op een kanaal van school zetten?",
            en="May I post a photo of my class on a channel of the school?",
        ),
        asked_by=STAFF,
        situation=Situation(act=Act.POST, content=A_PICTURE, account=Account.SCHOOL_OFFICIAL),
    ),
    CommonQuestion(
        id="bericht-doorsturen",
        label=Text(nl="Mag ik dit bericht doorsturen?", en="May I forward this message?"),
        asked_by=(*PUPIL, *STAFF, *OTHERS),
        situation=Situation(
            act=Act.FORWARD, content=frozenset({Content.MESSAGE_OF_ANOTHER}), account=Account.OWN_PRIVATE
        ),
    ),
    CommonQuestion(
        id="filmen-in-de-les",
        label=Text(nl="Mag ik filmen in de les?", en="May I film in a lesson?"),
        asked_by=PUPIL,
        situation=Situation(act=Act.RECORD, place=Where.SCHOOL, in_lesson=True),
    ),
    CommonQuestion(
        id="filmpjes-in-de-pauze",
        label=Text(nl="Mag ik filmpjes kijken in de pauze?", en="May I watch clips during the break?"),
        asked_by=PUPIL,
        situation=Situation(
            act=Act.VISIT,
            content=frozenset({Content.ORDINARY}),
            place=Where.SCHOOL,
            in_lesson=False,
            purpose=Purpose.LEISURE,
        ),
    ),
    CommonQuestion(
        id="grap-in-de-groep",
        label=Text(
            nl="Mag ik een grap over iemand in de groep zetten?", en="May I put a joke about somebody in the group?"
        ),
        asked_by=PUPIL,
        situation=Situation(act=Act.MESSAGE, towards=Towards.CLASS, account=Account.OWN_PRIVATE),
    ),
    CommonQuestion(
        id="wachtwoord-geven",
        label=Text(nl="Mag ik mijn wachtwoord aan een ander geven?", en="May I give my password to another?"),
        asked_by=(*PUPIL, *STAFF),
        situation=Situation(act=Act.SHARE_PASSWORD),
    ),
    CommonQuestion(
        id="account-van-een-ander",
        label=Text(nl="Mag ik inloggen op het account van een ander?", en="May I sign in to the account of another?"),
        asked_by=PUPIL,
        situation=Situation(act=Act.SIGN_IN_AS),
    ),
    CommonQuestion(
        id="verzonnen-naam",
        label=Text(nl="Mag ik een verzonnen naam gebruiken?", en="May I use an invented name?"),
        asked_by=PUPIL,
        situation=Situation(act=Act.POST, content=frozenset({Content.ORDINARY}), account=Account.INVENTED_NAME),
    ),
    CommonQuestion(
        id="leerling-volgen",
        label=Text(nl="Mag ik een leerling toevoegen of volgen?", en="May I befriend or follow a pupil?"),
        asked_by=STAFF,
        situation=Situation(act=Act.BEFRIEND, towards=Towards.PUPIL),
    ),
    CommonQuestion(
        id="leerling-appen",
        label=Text(nl="Mag ik een leerling een bericht sturen?", en="May I send a pupil a message?"),
        asked_by=STAFF,
        situation=Situation(act=Act.MESSAGE, towards=Towards.PUPIL),
    ),
    CommonQuestion(
        id="over-mijn-les",
        label=Text(nl="Mag ik iets over mijn les plaatsen?", en="May I post something about my lesson?"),
        asked_by=STAFF,
        situation=Situation(act=Act.POST, content=frozenset({Content.SCHOOL_MATTER}), account=Account.OWN_PRIVATE),
    ),
    CommonQuestion(
        id="mening-over-school",
        label=Text(nl="Mag ik online kritiek geven op school?", en="May I criticise the school online?"),
        asked_by=(*STAFF, *OTHERS),
        situation=Situation(act=Act.POST, content=frozenset({Content.HARMS_A_NAME}), account=Account.OWN_PRIVATE),
    ),
    CommonQuestion(
        id="foto-maken",
        label=Text(nl="Mag ik foto's maken op school?", en="May I take photos at school?"),
        asked_by=(*STAFF, *OTHERS),
        situation=Situation(act=Act.PHOTOGRAPH, place=Where.SCHOOL),
    ),
    CommonQuestion(
        id="gegevens-delen",
        label=Text(nl="Mag ik gegevens van een leerling delen?", en="May I share details of a pupil?"),
        asked_by=STAFF,
        situation=Situation(act=Act.MESSAGE, content=frozenset({Content.PERSONAL_DATA})),
    ),
)


def common_questions(who: Audience) -> list[CommonQuestion]:
    """The questions that `who` asks most, each with `who` filled in."""
    return [
        msgspec.structs.replace(common, situation=msgspec.structs.replace(common.situation, who=who))
        for common in COMMON_QUESTIONS
        if who in common.asked_by
    ]


def common_question_of(situation: Situation) -> CommonQuestion | None:
    """The common question from which `situation` came, or None; of several the one that tells most."""
    if situation.who is None:
        return None
    asked = [common for common in common_questions(situation.who) if _starts(common.situation, situation)]
    return max(asked, key=lambda common: len(msgspec.to_builtins(common.situation)), default=None)


def _starts(start: Situation, situation: Situation) -> bool:
    facts = msgspec.structs.asdict(start)
    return all(value is None or getattr(situation, fact) == value for fact, value in facts.items())
