"""Scope of the protocol: for whom, on what, and what internet at school is for. Worded for every audience."""

from keyzer.protocol.rule import implements
from keyzer.protocol.situation import Account, Act, Consent, Content, Device, Purpose, Where
from keyzer.protocol.vocabulary import Audience, Text

from .facts import Facts
from .finding import (
    ABOUT_A_PERSON,
    CAPTURING,
    HARMLESS,
    INDECENT,
    KEPT_CLOSE,
    LOOKING_UP,
    PASSING_ON,
    PUBLISHING,
    Effect,
    Finding,
    contact_of,
    permits,
    refuses,
    weighs,
)

LEAVE_IT = Text(
    nl="Doe het niet. Gebeurt het toch, of gebeurt het bij iemand anders? Meld het op school.",
    en="Do not do it. Does it happen all the same, or to someone else? Report it at school.",
)
TALK = Text(
    nl="Leg het voor aan school en wacht op het antwoord.",
    en="Put it to the school and wait for the answer.",
)
OUTSIDE = Text(
    nl="Het verbod noemt alleen de school, maar de afspraken gelden ook daarbuiten. Een mens weegt wat telt.",
    en="The ban names the school only, yet the agreements also hold elsewhere. A person weighs what counts.",
)

OWN_CHAPTER = frozenset({Audience.LEERLING, Audience.PERSONEEL})
SHOWING = CAPTURING | {Act.SHARE_LOCATION}
EVERYDAY = LOOKING_UP | PUBLISHING | SHOWING | {Act.BEFRIEND, Act.BRING_DEVICE, Act.USE_DEVICE}


def forbidden_at_school(facts: Facts, why: Text) -> Finding:
    """Refused at school; elsewhere reikwijdte-4 and reikwijdte-5 pull apart, and a person weighs it."""
    if facts.place is Where.SCHOOL:
        return refuses(why, LEAVE_IT)
    outside = Text(nl=f"{why.nl} {OUTSIDE.nl}", en=f"{why.en} {OUTSIDE.en}")
    return weighs(contact_of(facts.who), outside, TALK, also=("reikwijdte-5",))


@implements("reikwijdte-1")
def bound_as_well(facts: Facts, _effect: Effect) -> Text | None:
    """The agreements bind everyone who is part of the school, not pupils and staff alone."""
    if facts.who in OWN_CHAPTER:
        return None
    return Text(
        nl="De afspraken gelden voor iedereen die bij de school hoort, ook voor ouders, vrijwilligers en stagiairs.",
        en="The agreements bind everyone who belongs to the school: parents, volunteers and interns too.",
    )


@implements("reikwijdte-2")
def every_device_counts(facts: Facts, _effect: Effect) -> Text | None:
    """The agreements hold on every modern device."""
    if facts.act not in {Act.BRING_DEVICE, Act.USE_DEVICE} or facts.device is Device.PHONE:
        return None
    return Text(
        nl="Dit geldt voor elk apparaat: ook voor een horloge, een tablet of oortjes.",
        en="This holds for every device: a watch, a tablet or earbuds too.",
    )


@implements("reikwijdte-3")
def every_program_counts(facts: Facts, _effect: Effect) -> Text | None:
    """The agreements hold in every program to look up, share or show; the list is open."""
    if facts.act not in {Act.MESSAGE, Act.BEFRIEND}:
        return None
    return Text(
        nl="Elke app telt mee, ook een groepsapp of de chat in een spel.",
        en="Every app counts, a group chat or the chat in a game too.",
    )


@implements("reikwijdte-4")
def for_a_good_purpose(facts: Facts) -> Finding | None:
    """At school internet serves to learn and inform; whether leisure has a place there, a person weighs."""
    if facts.act not in LOOKING_UP | PUBLISHING:
        return None
    if facts.place is Where.ELSEWHERE or facts.purpose is not Purpose.LEISURE:
        return None
    return weighs(
        contact_of(facts.who),
        Text(
            nl="Op school zijn internet en sociale media er om te leren en op te zoeken. Vermaak is niet genoemd.",
            en="At school, internet and social media are meant for learning and information. Leisure is not mentioned.",
        ),
        Text(
            nl="Vraag of het kan op dit moment en op deze plek.",
            en="Ask whether it is all right at this moment and in this place.",
        ),
    )


@implements("reikwijdte-4")
def may_harm_a_name(facts: Facts) -> Finding | None:
    """Media may not harm another. When criticism does, a person weighs; for staff personeel-1 says more."""
    if facts.act not in PUBLISHING or facts.who is Audience.PERSONEEL or Content.HARMS_A_NAME not in facts.content:
        return None
    return weighs(
        contact_of(facts.who),
        Text(
            nl="Sociale media zijn er niet om een ander te schaden. Eerlijke kritiek kan wel. De grens is open.",
            en="Social media are not there to harm another. Honest criticism is possible. The line is open.",
        ),
        TALK,
    )


@implements("reikwijdte-4")
def ask_who_it_is_about(facts: Facts) -> Finding | None:
    """Showing somebody who has not agreed may harm that person; leerlingen-6 and personeel-6 say it for others."""
    if facts.who in OWN_CHAPTER or not _shows_somebody(facts):
        return None
    if facts.consent in {Consent.GRANTED, Consent.NOT_NEEDED}:
        return None
    return refuses(
        Text(
            nl="Dit gaat over iemand die het niet goed heeft gevonden. Dat kan die persoon schaden.",
            en="This is about someone who has not agreed to it. That can harm the person.",
        ),
        Text(
            nl="Vraag het eerst aan de persoon om wie het gaat. Is het antwoord nee? Dan gaat het niet door.",
            en="First ask the person it is about. Is the answer no? Then it is off.",
        ),
    )


@implements("reikwijdte-4")
def harmless_use(facts: Facts) -> Finding | None:
    """Looking up is open to all; those without a chapter of their own may also share, as long as it harms nobody."""
    if facts.act not in (LOOKING_UP if facts.who in OWN_CHAPTER else EVERYDAY):
        return None
    if facts.act in LOOKING_UP and facts.content & INDECENT:
        return None
    if facts.act in PUBLISHING and not facts.content <= HARMLESS:
        return None
    return permits(
        Text(nl="Dit schaadt niemand.", en="This harms nobody."),
        Text(nl="Het kan doorgaan.", en="Go ahead."),
    )


def _shows_somebody(facts: Facts) -> bool:
    return facts.act in SHOWING or (facts.act in PUBLISHING and bool(facts.content & ABOUT_A_PERSON))


@implements("reikwijdte-4a")
def no_indecent_material(facts: Facts) -> Finding | None:
    """At school: no visiting, downloading or spreading of material that is indecent, racist or hurtful."""
    if facts.act not in LOOKING_UP | PUBLISHING or not facts.content & INDECENT:
        return None
    return forbidden_at_school(
        facts,
        Text(
            nl="Seksuele, racistische, discriminerende, beledigende of aanstootgevende dingen zijn niet toegestaan.",
            en="What is sexual, racist, discriminating, insulting or offensive is not allowed.",
        ),
    )


@implements("reikwijdte-4b")
def no_breaking_in(facts: Facts) -> Finding | None:
    """At school: no hacking, and no entry to sites, programs or accounts that are closed to you."""
    if facts.act not in {Act.BREAK_IN, Act.SIGN_IN_AS}:
        return None
    if facts.act is Act.SIGN_IN_AS and facts.consent in {Consent.GRANTED, Consent.NOT_NEEDED}:
        return weighs(
            contact_of(facts.who),
            Text(
                nl="De ander vindt het goed, maar het account is van de ander en een wachtwoord blijft geheim.",
                en="The other agrees, yet the account belongs to the other and a password stays secret.",
            ),
            TALK,
        )
    return forbidden_at_school(
        facts,
        Text(
            nl="Binnenkomen in een account, site of programma zonder dat het mag, is hacken.",
            en="Getting into an account, site or program without permission is hacking.",
        ),
    )


@implements("reikwijdte-4c")
def nothing_that_is_not_meant_to_spread(facts: Facts) -> Finding | None:
    """At school: no sharing of what is plainly not meant to go further."""
    if facts.act not in PUBLISHING or not facts.content & KEPT_CLOSE:
        return None
    return forbidden_at_school(
        facts,
        Text(
            nl="Het is duidelijk dat dit niet bedoeld is om verder te delen.",
            en="It is clear that this is not meant to be shared further.",
        ),
    )


@implements("reikwijdte-4d")
def no_messages_of_others(facts: Facts) -> Finding | None:
    """At school: no passing on of messages that others sent. Where the sender agreed, the paper names no exception."""
    if facts.act not in PASSING_ON or Content.MESSAGE_OF_ANOTHER not in facts.content:
        return None
    if facts.consent in {Consent.GRANTED, Consent.NOT_NEEDED}:
        return weighs(
            contact_of(facts.who),
            Text(
                nl="Een bericht van een ander blijft waar het is. Het protocol zwijgt over een afzender die ja zegt.",
                en="Messages of others are not passed on. About a sender who agrees, the protocol is silent.",
            ),
            TALK,
        )
    return forbidden_at_school(
        facts,
        Text(
            nl="Berichten die een ander stuurde, worden niet doorgestuurd.",
            en="Messages that another sent are not passed on.",
        ),
    )


@implements("reikwijdte-4d")
def no_invented_sender(facts: Facts) -> Finding | None:
    """At school: nobody sends under an invented name."""
    if facts.act not in PUBLISHING | {Act.BEFRIEND} or facts.account is not Account.INVENTED_NAME:
        return None
    return forbidden_at_school(
        facts,
        Text(
            nl="Wie iets stuurt of plaatst, doet dat niet onder een verzonnen naam.",
            en="Whoever sends or posts something does not do so under an invented name.",
        ),
    )


@implements("reikwijdte-4e")
def no_harassing(facts: Facts) -> Finding | None:
    """At school: no harassing, stalking or flaming."""
    threatens = facts.act in PUBLISHING and Content.THREATENING in facts.content
    if not threatens and (facts.act not in {Act.MESSAGE, Act.BEFRIEND} or not facts.unwelcome):
        return None
    return forbidden_at_school(
        facts,
        Text(
            nl="Doorgaan als de ander het niet wil, of een ander bedreigen, is lastigvallen.",
            en="Going on when the other does not want it, or threatening the other, is harassment.",
        ),
    )


@implements("reikwijdte-5")
def holds_everywhere(facts: Facts, _effect: Effect) -> Text | None:
    """The agreements hold wherever the media are used."""
    if facts.place is Where.SCHOOL:
        return None
    return Text(
        nl="De afspraken gelden ook buiten school en na schooltijd.",
        en="The agreements also hold outside school and after school hours.",
    )


RULES = (
    for_a_good_purpose,
    may_harm_a_name,
    ask_who_it_is_about,
    harmless_use,
    no_indecent_material,
    no_breaking_in,
    nothing_that_is_not_meant_to_spread,
    no_messages_of_others,
    no_invented_sender,
    no_harassing,
)
NOTES = (bound_as_well, every_device_counts, every_program_counts, holds_everywhere)
