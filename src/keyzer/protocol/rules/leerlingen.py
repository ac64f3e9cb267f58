"""The chapter for pupils. Worded for a pupil."""

from keyzer.protocol.rule import implements
from keyzer.protocol.situation import Act, Consent, Leave, Towards, Where
from keyzer.protocol.vocabulary import Role, Text

from .facts import Facts
from .finding import CAPTURING, PUBLISHING, Effect, Finding, asks, permits, refuses, weighs
from .shared import decency, offence, privacy, secret_passwords, sharing, unwelcome_contact

ON_A_DEVICE = frozenset(Act) - {Act.BRING_DEVICE}
PUT_AWAY = Text(
    nl="Laat je telefoon in je tas of kluis tot de les voorbij is.",
    en="Leave your phone in your bag or locker until the lesson is over.",
)


@implements("leerlingen-1")
def own_location(facts: Facts) -> Finding | None:
    """Share no more than you want: your own location is yours to share or to keep."""
    if facts.act is not Act.SHARE_LOCATION or facts.consent is not Consent.NOT_NEEDED:
        return None
    return permits(
        Text(
            nl="Het is je eigen locatie. Jij kiest met wie je die deelt.",
            en="It is your own location. You choose who sees it.",
        ),
        Text(
            nl="Kijk in je instellingen wie meekijkt, en zet delen uit als je het niet meer nodig hebt.",
            en="Check in your settings who can see it, and switch sharing off when you no longer need it.",
        ),
    )


@implements("leerlingen-1")
def it_stays_findable(facts: Facts, _effect: Effect) -> Text | None:
    """Know how the medium works and set it well; what is online stays findable."""
    if facts.act not in PUBLISHING | {Act.BEFRIEND}:
        return None
    return Text(
        nl="Wat online staat, blijft lang te vinden, ook als je het weghaalt. Kijk of je instellingen goed staan.",
        en="What is online can be found for a long time, even after you remove it. Check your settings.",
    )


@implements("leerlingen-2")
def be_decent(facts: Facts) -> Finding | None:
    """Treat each other with respect, online as offline."""
    return decency(facts)


@implements("leerlingen-2", "reikwijdte-4e")
def stop_when_unwelcome(facts: Facts) -> Finding | None:
    """Respect holds for contact too: stop when the other does not want it."""
    return unwelcome_contact(facts)


@implements("leerlingen-3")
def answer_for_it(facts: Facts) -> Finding | None:
    """You may post, and you answer for what you post."""
    return sharing(
        facts,
        Text(
            nl="Je mag dit delen. Het blijft van jou: iemand kan je ernaar vragen.",
            en="You may share this. It remains yours: people can ask you about it.",
        ),
        Text(
            nl="Kijk er nog één keer naar: wil je dat iedereen dit kan zien?",
            en="Look at it once more: do you want everyone to be able to see this?",
        ),
    )


@implements("leerlingen-3")
def choose_your_contacts(facts: Facts) -> Finding | None:
    """You choose your own contacts and answer for it; that staff are bound by personeel-7, a person weighs."""
    if facts.act is not Act.BEFRIEND:
        return None
    if facts.towards is Towards.STAFF:
        return weighs(
            Role.COORDINATOR,
            Text(
                nl="Personeel wordt geen vrienden met leerlingen, behalve met een account voor het werk.",
                en="Staff do not become friends with pupils, except through an account for work.",
            ),
            Text(
                nl="Vraag de docent op school welk account daarvoor bedoeld is.",
                en="Ask the teacher at school which account is meant for this.",
            ),
            also=("personeel-7",),
        )
    return permits(
        Text(nl="Je kiest zelf met wie je online omgaat.", en="You choose yourself whom you deal with online."),
        Text(nl="Accepteer alleen wie je echt kent.", en="Accept only people you really know."),
    )


@implements("leerlingen-4")
def keep_passwords_secret(facts: Facts) -> Finding | None:
    """Keep your passwords secret."""
    return secret_passwords(facts)


@implements("leerlingen-5")
def help_each_other(facts: Facts, effect: Effect) -> Text | None:
    """Help each other and speak up."""
    if effect is not Effect.REFUSES or facts.act not in PUBLISHING | CAPTURING | {Act.BREAK_IN, Act.SIGN_IN_AS}:
        return None
    return Text(
        nl="Zie je dat een ander dit doet? Zeg er rustig iets van, en help wie er last van heeft.",
        en="Do you see someone else do this? Say something, calmly, and help the one who is hurt by it.",
    )


@implements("leerlingen-6")
def respect_privacy(facts: Facts) -> Finding | None:
    """Respect each other's privacy."""
    return privacy(facts)


@implements("leerlingen-7")
def bring_a_device(facts: Facts) -> Finding | None:
    """Phones and the like may come along to school."""
    if facts.act is not Act.BRING_DEVICE:
        return None
    return permits(
        Text(nl="Je telefoon mag mee naar school.", en="Your phone may come along to school."),
        Text(
            nl="In de les gebruik je hem alleen als de docent dat vooraf goedvindt.",
            en="In a lesson you use it only with the teacher's leave beforehand.",
        ),
    )


@implements("leerlingen-7")
def leave_in_a_lesson(facts: Facts) -> Finding | None:
    """In a lesson a device is used only with the teacher's leave beforehand, or with a standing exemption."""
    if facts.act not in ON_A_DEVICE or facts.place is Where.ELSEWHERE:
        return None
    if not facts.in_lesson:
        return _outside_lessons(facts)
    if facts.teacher_leave is Leave.GIVEN:
        return _with_leave(facts)
    if facts.act is Act.USE_DEVICE and facts.exemption:
        return permits(
            Text(
                nl="Je hebt een vaste afspraak dat het in de les mag.",
                en="You have a standing agreement that you may in lessons.",
            ),
            Text(
                nl="Gebruik je apparaat alleen waarvoor het is afgesproken.",
                en="Use your device only for what was agreed.",
            ),
        )
    return _without_leave(facts)


def _without_leave(facts: Facts) -> Finding:
    """A teacher who was not asked may still say yes; a no is a no."""
    if facts.teacher_leave is Leave.REFUSED:
        return refuses(
            Text(nl="De docent vindt het nu niet goed.", en="The teacher does not agree to it now."), PUT_AWAY
        )
    return asks(
        Role.DOCENT,
        Text(
            nl="In de les mag je een apparaat alleen gebruiken als de docent dat vooraf goedvindt.",
            en="In a lesson you may use a device only when the teacher agrees beforehand.",
        ),
        Text(
            nl="Vraag het aan je docent, vóór je je telefoon pakt.",
            en="Ask your teacher before you take out your phone.",
        ),
    )


def _outside_lessons(facts: Facts) -> Finding | None:
    """Leave is asked for lessons alone."""
    if facts.act is not Act.USE_DEVICE:
        return None
    return permits(
        Text(
            nl="Je hebt nu geen les. Dan mag je je telefoon gebruiken.",
            en="You have no lesson now. Then you may use your phone.",
        ),
        Text(nl="Begint de les? Berg je telefoon dan op.", en="Does the lesson start? Then put your phone away."),
    )


def _with_leave(facts: Facts) -> Finding | None:
    """Leave covers the use of the device, not what is done with it."""
    if facts.act is not Act.USE_DEVICE:
        return None
    return permits(
        Text(nl="De docent vindt het vooraf goed.", en="The teacher agreed beforehand."),
        Text(
            nl="Gebruik je telefoon voor de les, en berg hem daarna op.",
            en="Use your phone for the lesson, and put it away after.",
        ),
    )


@implements("leerlingen-8")
def in_doubt_contact_the_coordinator(facts: Facts) -> Finding | None:
    """In doubt whether something breaks the rules, a pupil contacts the coordinator."""
    if facts.act not in PUBLISHING | CAPTURING or not facts.in_doubt:
        return None
    return asks(
        Role.COORDINATOR,
        Text(nl="Je twijfelt. Goed dat je nadenkt.", en="You are in doubt. It is good that you think about it."),
        Text(
            nl="Wacht nog even en leg je twijfel voor aan je coördinator. Daar komt geen dossier van.",
            en="Wait a little and put your doubt to your coordinator. No file is made of it.",
        ),
    )


@implements("leerlingen-8")
def report_what_you_notice(_facts: Facts, effect: Effect) -> Text | None:
    """Who notices that the rules are broken contacts the coordinator."""
    if effect is not Effect.REFUSES:
        return None
    return Text(
        nl="Gebeurt dit bij jou of bij een ander? Vertel het je coördinator.",
        en="Does this happen to you or to someone else? Tell your coordinator.",
    )


@implements("leerlingen-9")
def what_follows(_facts: Facts, effect: Effect) -> Text | None:
    """A breach may lead to a measure that fits its gravity; the parents are always contacted."""
    if effect is not Effect.REFUSES:
        return None
    return Text(
        nl="Gaat het toch mis? School hoort jouw verhaal en neemt contact op met je ouders. Soms volgt een maatregel.",
        en="Does it go wrong? The school hears your side and contacts your parents. A measure may follow.",
    )


@implements("leerlingen-10")
def it_may_be_an_offence(facts: Facts, effect: Effect) -> Text | None:
    """What is criminal is reported to the police by the school."""
    return offence(facts, effect)


RULES = (
    own_location,
    be_decent,
    stop_when_unwelcome,
    answer_for_it,
    choose_your_contacts,
    keep_passwords_secret,
    respect_privacy,
    bring_a_device,
    leave_in_a_lesson,
    in_doubt_contact_the_coordinator,
)
NOTES = (it_stays_findable, help_each_other, report_what_you_notice, what_follows, it_may_be_an_offence)
