"""The chapter for staff. Worded for a colleague."""

from keyzer.protocol.rule import implements
from keyzer.protocol.situation import Account, AccountShows, Act, Capacity, Content, ManagerLeave, Towards
from keyzer.protocol.vocabulary import Role, Text

from .facts import Facts
from .finding import PASSING_ON, PUBLISHING, Effect, Finding, asks, permits, refuses, weighs
from .shared import decency, offence, privacy, secret_passwords, sharing, unwelcome_contact

TO_PUPILS = frozenset({Towards.PUPIL, Towards.CLASS})
ASK_YOUR_MANAGER = Text(
    nl="Publiceer nog niet. Leg het voor aan je leidinggevende en wacht op het antwoord.",
    en="Do not publish yet. Put it to your manager and wait for the answer.",
)

AGREES_IF = Text(
    nl="Je leidinggevende vindt het goed, als er eerst iets verandert.",
    en="Your manager agrees, if something is changed first.",
)
CHANGE_IT_FIRST = Text(
    nl="Doe eerst wat je leidinggevende vroeg. Publiceer het daarna.",
    en="First do what your manager asked. Publish it after that.",
)


@implements("personeel-1")
def in_doubt_do_not_publish(facts: Facts) -> Finding | None:
    """In doubt you do not publish but first ask your manager."""
    if facts.act not in PUBLISHING or not facts.in_doubt or facts.manager_leave is ManagerLeave.GIVEN:
        return None
    if facts.manager_leave is ManagerLeave.GIVEN_IF:
        return permits(AGREES_IF, CHANGE_IT_FIRST)
    if facts.manager_leave is ManagerLeave.REFUSED:
        return refuses(
            Text(nl="Je leidinggevende heeft nee gezegd.", en="Your manager said no."),
            Text(
                nl="Publiceer het niet. Bespreek samen wat wel kan.",
                en="Do not publish it. Discuss together what is possible.",
            ),
        )
    return asks(
        Role.TEAMLEIDER,
        Text(nl="Je twijfelt. Dan overleg je eerst.", en="You are in doubt. Then you consult first."),
        ASK_YOUR_MANAGER,
    )


@implements("personeel-1")
def mind_the_good_name(facts: Facts) -> Finding | None:
    """Take care of the good name of the school and of everyone in it; what harms it, a person weighs."""
    if facts.act not in PUBLISHING or Content.HARMS_A_NAME not in facts.content:
        return None
    if facts.manager_leave is ManagerLeave.GIVEN:
        return permits(
            Text(nl="Je leidinggevende heeft het gezien en vindt het goed.", en="Your manager has seen it and agrees."),
            Text(nl="Publiceer precies wat is goedgekeurd.", en="Publish exactly what was approved."),
        )
    if facts.manager_leave is ManagerLeave.GIVEN_IF:
        return permits(AGREES_IF, CHANGE_IT_FIRST)
    return weighs(
        Role.TEAMLEIDER,
        Text(
            nl="Dit kan de naam van de school of van iemand op school raken. Een mens weegt hoe zwaar dat telt.",
            en="This can touch the good name of the school or of someone in it. A person weighs how much that counts.",
        ),
        ASK_YOUR_MANAGER,
    )


@implements("personeel-2")
def say_for_whom_you_speak(facts: Facts) -> Finding | None:
    """On school matters you make clear whether you speak for yourself or for the school."""
    if facts.act not in PUBLISHING or Content.SCHOOL_MATTER not in facts.content:
        return None
    if facts.capacity is not Capacity.UNSAID:
        return None
    return refuses(
        Text(
            nl="Een lezer kan niet zien of je voor jezelf spreekt of namens de school.",
            en="A reader cannot see whether you speak for yourself or for the school.",
        ),
        Text(
            nl="Zet erbij namens wie je dit schrijft. Dan kan het wel.",
            en="Add on whose behalf you write. Then you may.",
        ),
    )


@implements("personeel-2")
def you_always_represent_the_school(facts: Facts, _effect: Effect) -> Text | None:
    """Also with a private opinion you represent the school."""
    if facts.act not in PUBLISHING:
        return None
    return Text(
        nl="Ook met een privémening zien mensen je als iemand van de school.",
        en="With a private opinion, too, people see you as someone of the school.",
    )


@implements("personeel-3")
def nothing_confidential(facts: Facts) -> Finding | None:
    """You publish nothing confidential, wherever it is."""
    if facts.act not in PUBLISHING or Content.CONFIDENTIAL not in facts.content:
        return None
    return refuses(
        Text(nl="Vertrouwelijke informatie publiceer je niet.", en="You do not publish confidential information."),
        Text(
            nl="Laat het vertrouwelijke weg. Staat het al online? Haal het weg en meld het bij je leidinggevende.",
            en="Leave the confidential part out. Is it online already? Take it down and tell your manager at once.",
        ),
    )


@implements("personeel-4")
def be_decent(facts: Facts) -> Finding | None:
    """Treat everyone with respect, online as offline."""
    return decency(facts)


@implements("personeel-4", "reikwijdte-4e")
def stop_when_unwelcome(facts: Facts) -> Finding | None:
    """Respect holds for contact too: stop when the other does not want it."""
    return unwelcome_contact(facts)


@implements("personeel-4")
def answer_for_it(facts: Facts) -> Finding | None:
    """You may post, and you answer for it."""
    return sharing(
        facts,
        Text(
            nl="Je mag dit delen. Het komt wel voor jouw rekening.",
            en="You may share this. You are responsible for it.",
        ),
        Text(
            nl="Lees het nog één keer door de ogen van een leerling en van een ouder.",
            en="Read it once more through the eyes of a pupil and of a parent.",
        ),
    )


@implements("personeel-4")
def own_device(facts: Facts) -> Finding | None:
    """The paper bars no device to staff: they answer for what they do with it."""
    if facts.act not in {Act.BRING_DEVICE, Act.USE_DEVICE}:
        return None
    return permits(
        Text(
            nl="Het protocol verbiedt dit niet. Het komt wel voor jouw rekening.",
            en="The protocol does not forbid this. You are responsible for it.",
        ),
        Text(nl="Geef in de les het goede voorbeeld.", en="Set a good example in lessons."),
    )


@implements("personeel-4")
def passing_on_counts_too(facts: Facts, _effect: Effect) -> Text | None:
    """Forwarding and reposting are acts of your own."""
    if facts.act not in PASSING_ON:
        return None
    return Text(
        nl="Doorsturen en herplaatsen tellen net zo als zelf iets plaatsen.",
        en="Forwarding and reposting count just as posting does.",
    )


@implements("personeel-5")
def keep_passwords_secret(facts: Facts) -> Finding | None:
    """Keep your passwords secret."""
    return secret_passwords(facts)


@implements("personeel-6")
def respect_privacy(facts: Facts) -> Finding | None:
    """Respect each other's privacy."""
    return privacy(facts)


@implements("personeel-7")
def no_friends_with_pupils(facts: Facts) -> Finding | None:
    """No "friends" with pupils, but through an account for work that shows school matters and nothing personal."""
    if facts.act is not Act.BEFRIEND:
        return None
    if facts.towards not in TO_PUPILS:
        return permits(
            Text(
                nl="De regel over vriendschap gaat alleen over leerlingen.",
                en="The rule on friendship is about pupils only.",
            ),
            Text(
                nl="Bedenk dat je ook hier iemand van de school bent.",
                en="Bear in mind that here, too, you are someone of the school.",
            ),
        )
    if facts.account not in {Account.PROFESSIONAL, Account.SCHOOL_OFFICIAL}:
        return refuses(
            Text(
                nl="Met leerlingen word je geen vrienden op sociale media via dit account.",
                en="You do not become friends with pupils on social media through this account.",
            ),
            Text(
                nl="Weiger het verzoek vriendelijk. Is contact nodig? Gebruik een account voor je werk.",
                en="Decline the request kindly. Is contact needed? Use an account for work.",
            ),
        )
    return _account_for_work(facts)


def _account_for_work(facts: Facts) -> Finding:
    """The exception holds only while the account shows school matters alone."""
    if facts.account_shows is AccountShows.ALSO_PERSONAL:
        return refuses(
            Text(
                nl="Op dit account staat ook iets persoonlijks. Dan geldt de uitzondering niet.",
                en="This account also shows something personal. Then the exception does not hold.",
            ),
            Text(
                nl="Haal het persoonlijke weg, of gebruik een account met alleen schoolzaken.",
                en="Remove what is personal, or use an account with school matters only.",
            ),
        )
    return permits(
        Text(
            nl="Het is een account voor je werk, met alleen schoolzaken en niets persoonlijks.",
            en="It is an account for work, with school matters only and nothing personal.",
        ),
        Text(nl="Houd het zo: plaats er niets over jezelf.", en="Keep it that way: post nothing about yourself there."),
    )


@implements("personeel-7")
def private_messages_to_pupils(facts: Facts) -> Finding | None:
    """Of messages to a pupil through a private account the paper says nothing; its exception points another way."""
    if facts.act is not Act.MESSAGE or facts.towards not in TO_PUPILS or facts.account is not Account.OWN_PRIVATE:
        return None
    return weighs(
        Role.TEAMLEIDER,
        Text(
            nl="Over berichten aan leerlingen via een privéaccount zegt het protocol niets. Vrienden worden mag niet.",
            en="The protocol is silent on messages to pupils from a private account. Becoming friends is not allowed.",
        ),
        Text(
            nl="Gebruik een account van school, of overleg eerst met je leidinggevende.",
            en="Use an account of the school, or consult your manager first.",
        ),
    )


@implements("personeel-8")
def what_follows(_facts: Facts, effect: Effect) -> Text | None:
    """A breach may lead to a measure in the employment."""
    if effect is not Effect.REFUSES:
        return None
    return Text(
        nl="Gaat het toch mis? Dan word je eerst gehoord. Een maatregel kan volgen en komt in je personeelsdossier.",
        en="Does it go wrong? You are heard first. A measure may follow and is kept in your personnel file.",
    )


@implements("personeel-9")
def it_may_be_an_offence(facts: Facts, effect: Effect) -> Text | None:
    """What is criminal is reported to the police by the school."""
    return offence(facts, effect)


RULES = (
    in_doubt_do_not_publish,
    mind_the_good_name,
    say_for_whom_you_speak,
    nothing_confidential,
    be_decent,
    stop_when_unwelcome,
    answer_for_it,
    own_device,
    keep_passwords_secret,
    respect_privacy,
    no_friends_with_pupils,
    private_messages_to_pupils,
)
NOTES = (you_always_represent_the_school, passing_on_counts_too, what_follows, it_may_be_an_offence)
