"""What the chapters for pupils and for staff say alike: decency, secret passwords, each other's privacy."""

from keyzer.protocol.situation import Act, Consent, Content
from keyzer.protocol.vocabulary import Text

from .facts import Facts
from .finding import ABOUT_A_PERSON, CAPTURING, HARMLESS, INDECENT, PUBLISHING, Effect, Finding, permits, refuses

MAYBE_CRIMINAL = frozenset({Content.SEXUAL, Content.THREATENING, Content.RACIST, Content.DISCRIMINATING})
RESPECT = Text(
    nl="Online gelden dezelfde regels als offline: je behandelt een ander met respect. Dit doet dat niet.",
    en="The same rules hold online as offline: you treat others with respect. This does not.",
)
SAY_IT_KINDLY = Text(
    nl="Laat dit weg of zeg het op een vriendelijke manier. Staat het er al? Haal het weg en zeg sorry.",
    en="Leave it out or say it kindly. Is it there already? Take it down and say sorry.",
)
GET_HELP = Text(
    nl="Stuur het niet door en bewaar het niet. Vraag hulp aan iemand op school die je vertrouwt.",
    en="Do not pass it on and do not keep it. Ask for help from someone at school whom you trust.",
)
CLOSED_IS_PRIVATE = Text(
    nl="Wat in een afgesloten account of programma staat, is privé.",
    en="What is in a closed account or program is private.",
)
STEP_OUT = Text(
    nl="Doe het niet. Ben je al binnen? Ga eruit, verander niets en vertel het op school.",
    en="Do not do it. Are you in already? Leave, change nothing and tell the school.",
)
OTHER_SAYS_NO = Text(
    nl="De ander wil dit niet. Ieders privacy telt.",
    en="The other does not want this. Everyone's privacy counts.",
)
LET_IT_BE = Text(
    nl="Laat het. Heb je het al? Verwijder het.",
    en="Leave it. Do you have it already? Delete it.",
)
OTHER_DOES_NOT_KNOW = Text(
    nl="Dit gaat over een ander, en je hebt het nog niet gevraagd. Ieders privacy telt.",
    en="This is about another person, whom you have not asked yet. Everyone's privacy counts.",
)
NOT_EVERYBODY_AGREES = Text(
    nl="Niet van iedereen is er een ja. Wie niets zei, zei geen ja. Ieders privacy telt.",
    en="There is no yes from everybody. Who said nothing did not say yes. Everyone's privacy counts.",
)
LEAVE_THEM_OUT = Text(
    nl="Laat weg wie geen ja zei, of maak die persoon onherkenbaar. Kijk daarna opnieuw.",
    en="Leave out who did not say yes, or make that person unrecognisable. Then look again.",
)
ASK_THE_OTHER = Text(
    nl="Vraag het eerst aan de ander. Is die jonger dan 16 en wil je het openbaar delen? Vraag dan ook de ouders.",
    en="Ask the other first. Is the other under 16 and do you want to publish it? Then ask the parents too.",
)


def decency(facts: Facts) -> Finding | None:
    """Online as offline: nobody is insulted, threatened or shamed, at whatever place."""
    if facts.act not in PUBLISHING or not facts.content & (INDECENT | {Content.THREATENING}):
        return None
    return refuses(RESPECT, GET_HELP if Content.SEXUAL in facts.content else SAY_IT_KINDLY)


def unwelcome_contact(facts: Facts) -> Finding | None:
    """Contact that the other does not want is not respectful, wherever it happens."""
    if facts.act not in {Act.MESSAGE, Act.BEFRIEND} or not facts.unwelcome:
        return None
    return refuses(
        Text(
            nl="De ander wil dit contact niet. Dat respecteer je.",
            en="The other does not want this contact. You respect that.",
        ),
        Text(
            nl="Stop ermee. Wil je iets goedmaken? Vraag iemand op school om te helpen.",
            en="Stop. Do you want to make up? Ask someone at school to help.",
        ),
    )


def offence(facts: Facts, effect: Effect) -> Text | None:
    """A note where a refused act may be criminal: the school then reports to the police."""
    if effect is not Effect.REFUSES:
        return None
    if facts.act is not Act.BREAK_IN and not facts.content & MAYBE_CRIMINAL:
        return None
    if facts.act is not Act.BREAK_IN and Content.SEXUAL in facts.content:
        return Text(
            nl="Dit kan strafbaar zijn. Dan doet school aangifte. Kijk niet verder, bewaar niets en stuur niets door.",
            en="This may be an offence. Then the school tells the police. Do not look further, keep it or pass it on.",
        )
    return Text(
        nl="Dit kan strafbaar zijn. Is dat zo, dan doet school aangifte bij de politie.",
        en="This may be an offence. If it is, the school reports it to the police.",
    )


def sharing(facts: Facts, why: Text, next_step: Text) -> Finding | None:
    """Posting, sending and befriending are free for what harms nobody; whoever does it answers for it."""
    if facts.act not in PUBLISHING or not facts.content <= HARMLESS:
        return None
    return permits(why, next_step)


def secret_passwords(facts: Facts) -> Finding | None:
    """A password is for its owner alone."""
    gives_away = facts.act is Act.SHARE_PASSWORD or (facts.act in PUBLISHING and Content.CREDENTIALS in facts.content)
    if not gives_away:
        return None
    return refuses(
        Text(
            nl="Een wachtwoord houd je geheim, ook voor vrienden en collega's.",
            en="You keep a password secret, from friends and colleagues too.",
        ),
        Text(
            nl="Heeft iemand je wachtwoord al? Kies nu een nieuw wachtwoord en meld het op school.",
            en="Does somebody have your password already? Choose a new one now and report it at school.",
        ),
    )


def privacy(facts: Facts) -> Finding | None:
    """What shows or is about another needs that person's yes, wherever it is; an account of another is private."""
    if not _touches_another(facts):
        return None
    if facts.act is Act.BREAK_IN:
        return refuses(CLOSED_IS_PRIVATE, STEP_OUT)
    if facts.consent in {Consent.GRANTED, Consent.NOT_NEEDED}:
        return None if facts.act is Act.SIGN_IN_AS else _agreed(facts.consent)
    if facts.consent is Consent.REFUSED:
        return refuses(OTHER_SAYS_NO, LET_IT_BE)
    if facts.consent is Consent.NOT_EVERYBODY:
        return refuses(NOT_EVERYBODY_AGREES, LEAVE_THEM_OUT)
    return refuses(OTHER_DOES_NOT_KNOW, ASK_THE_OTHER)


def _touches_another(facts: Facts) -> bool:
    if facts.act in PUBLISHING:
        return bool(facts.content & ABOUT_A_PERSON)
    return facts.act in CAPTURING | {Act.BREAK_IN, Act.SIGN_IN_AS, Act.SHARE_LOCATION}


def _agreed(consent: Consent) -> Finding:
    if consent is Consent.GRANTED:
        why = Text(nl="De ander vindt het goed.", en="The other agrees.")
    else:
        why = Text(nl="Dit gaat over niemand anders.", en="This is about nobody else.")
    return permits(
        why,
        Text(
            nl="Deel het alleen zoals het is afgesproken. Verandert de ander van mening? Haal het dan weg.",
            en="Share it only as agreed. Does the other change their mind? Then take it down.",
        ),
    )
