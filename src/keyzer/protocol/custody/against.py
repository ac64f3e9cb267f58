"""What can be against an act with a device in custody: each rule answers with its reasons."""

from datetime import datetime

from msgspec import Struct

from keyzer.protocol.case.facts import articles_broken
from keyzer.protocol.case.reasons import Reason, name_roles, reason
from keyzer.protocol.case.values import Actor
from keyzer.protocol.custody import commands
from keyzer.protocol.custody.commands import CustodyCommand
from keyzer.protocol.custody.state import CustodyState
from keyzer.protocol.custody.values import Around, ClaimKind, CustodyPhase
from keyzer.protocol.edition import Edition
from keyzer.protocol.vocabulary import Audience, Lane, Role, Text

GROUND, PROCEDURE = "leerlingen-9", "inname"
BEGINS = (commands.TakeIn, commands.RecordRefusal)
AFTERWARDS = (commands.Join, commands.TellAdult, commands.OpenClaim, commands.SettleClaim)
"""What can still be done once the school does not keep it any more."""


class Asked(Struct, frozen=True):
    """The moment at which a command is judged."""

    edition: Edition
    state: CustodyState | None
    at: datetime
    by: Actor
    around: Around

    def grounds(self, conduct: str) -> tuple[str, ...]:
        """The articles that an event rests on: the procedure's, every device's, and those that the conduct broke."""
        broken = articles_broken(self.edition, Lane.LEERLING, (conduct,)) if conduct else ()
        return tuple(dict.fromkeys((GROUND, "reikwijdte-2", *broken)))

    @property
    def kept(self) -> CustodyState:
        """The state of a record that began. Raises ValueError for one that did not."""
        if self.state is None:
            raise ValueError("there is no record of custody yet")
        return self.state


def who_may(edition: Edition, steps: tuple[str, ...]) -> frozenset[Role]:
    """The roles that the edition names for these steps of taking in a device."""
    return frozenset(role for step in steps for role in edition.step(PROCEDURE, step).by)


def not_yours(asked: Asked, steps: tuple[str, ...]) -> list[Reason]:
    """A reason that names who may, unless the person is one of them."""
    allowed = who_may(asked.edition, steps)
    if asked.by.roles & allowed:
        return []
    names = name_roles(allowed)
    text = Text(nl=f"Dit doet: {names.nl}.", en=f"This is for: {names.en}.")
    return [Reason(text=text, grounds=(GROUND,), who=allowed)]


def out_of_order(asked: Asked, command: CustodyCommand) -> list[Reason]:
    """A record begins once; nothing happens to a device that the school does not have."""
    if isinstance(command, BEGINS) is not (asked.state is None):
        return _reason("Dit is al vastgelegd.", "This was recorded already.")
    if asked.state is None:
        return []
    if asked.at < asked.state.last_at:
        return _reason("Er is na dit moment al iets vastgelegd.", "Something later was recorded already.")
    if asked.state.phase is CustodyPhase.HELD or isinstance(command, AFTERWARDS):
        return []
    return _gone(asked.state.phase)


def nothing(_asked: Asked, _command: CustodyCommand) -> list[Reason]:
    """Nothing more is against it."""
    return []


def asking(asked: Asked, command: commands.TakeIn | commands.RecordRefusal) -> list[Reason]:
    """Of which pupil, which device, and for what: what the school did not announce it can't act on."""
    found = []
    if not command.devices:
        found += _reason("Kies welk apparaat het is.", "Choose which device it is.")
    conduct = asked.edition.conduct.get(command.conduct)
    if conduct is None or Audience.LEERLING not in conduct.binds:
        found += _reason("Kies waarom: een afspraak uit het protocol.", "Choose why: an agreement of the protocol.")
    if command.pupil == asked.by.id:
        found += _reason("Je neemt niets van jezelf in.", "You can't take in your own device.")
    return found


def taking(asked: Asked, command: commands.TakeIn) -> list[Reason]:
    """As `asking`; the device is described from outside, has a number, and lies in one place or with one person."""
    found = asking(asked, command)
    if not command.description.strip():
        found += _reason(
            "Beschrijf het apparaat van buiten: merk en kleur.", "Describe the device from outside: make and colour."
        )
    if command.tag < 1:
        found += _reason("Geef het label een nummer.", "Give the tag a number.")
    return found + ([] if command.where.is_one else _one_place())


def moving(asked: Asked, command: commands.Move) -> list[Reason]:
    """To one place or one person, and to another one than where it is."""
    if not command.where.is_one:
        return _one_place()
    if command.where == asked.kept.where and asked.kept.missing_since is None:
        return _reason("Het apparaat is daar al.", "The device is there already.")
    return []


def telling(asked: Asked, command: commands.TellAdult) -> list[Reason]:
    """Who is told is a parent with authority, or the pupil of 18 and over."""
    return [] if command.guardian in asked.around.agreeing else _authority()


def keeping_longer(asked: Asked, command: commands.KeepLonger) -> list[Reason]:
    """Past the school day only with a reason, an end, and the agreement of who has authority; each is required."""
    found = []
    if not command.reason.strip():
        found += _reason("Schrijf op waarom het langer moet.", "Write down why it must be longer.")
    if command.until <= max(asked.at, asked.kept.due or asked.at):
        found += _reason(
            "Kies een einde dat later is dan nu afgesproken.", "Choose an end that is later than agreed now."
        )
    if command.agreed_by not in asked.around.agreeing:
        found += _authority()
    begun = asked.kept.asked.at
    if not begun <= command.agreed_at <= asked.at:
        found += _reason(
            "De ouder moet het na de inname en voor nu goed hebben gevonden.",
            "The parent must have agreed after the device was taken in and before now.",
        )
    return found


def handing_back(asked: Asked, command: commands.HandBack) -> list[Reason]:
    """To the pupil or a parent with authority, who signs or says to have received it."""
    found = []
    if command.person not in asked.around.agreeing | {asked.kept.asked.pupil}:
        found += _reason(
            "Aan deze persoon kan het niet mee. Geef het aan de leerling, of aan een ouder met gezag.",
            "It can't go to this person. Give it to the pupil, or to a parent with authority.",
        )
    if not command.signature and not command.received:
        found += _reason(
            "Laat wie het krijgt tekenen, of vink aan dat het is ontvangen.",
            "Let who gets it sign, or tick that it was received.",
        )
    return found


def claiming(asked: Asked, command: commands.OpenClaim) -> list[Reason]:
    """Of what the school kept, once at a time; what was given back can't be lost here."""
    state = asked.kept
    if state.phase is CustodyPhase.REFUSED:
        return _gone(state.phase)
    if state.has_open_claim:
        return _reason("Hierover loopt al een melding.", "There is an open report about this.")
    if command.claim is ClaimKind.LOST and state.phase is not CustodyPhase.HELD:
        return _gone(state.phase)
    return [] if command.account.strip() else _reason("Schrijf op wat er is gebeurd.", "Write down what happened.")


def settling(asked: Asked, command: commands.SettleClaim) -> list[Reason]:
    """An open claim, with how it ended."""
    if not asked.kept.has_open_claim:
        return _reason("Er loopt geen melding van verlies of schade.", "There is no open report of loss or damage.")
    return [] if command.outcome.strip() else _reason("Schrijf op hoe het is afgelopen.", "Write down how it ended.")


def _gone(phase: CustodyPhase) -> list[Reason]:
    said = {
        CustodyPhase.REFUSED: ("Dit apparaat is niet afgegeven.", "This device was not handed over."),
        CustodyPhase.RETURNED: ("Dit apparaat is al teruggegeven.", "This device was given back already."),
        CustodyPhase.LOST: ("Dit apparaat is als kwijt gemeld.", "This device was reported lost."),
    }
    return _reason(*said[phase])


def _authority() -> list[Reason]:
    return _reason(
        "Kies een ouder met gezag, of de leerling zelf als die 18 is.",
        "Choose a parent with authority, or the pupil who is 18.",
    )


def _one_place() -> list[Reason]:
    return _reason("Kies een plek, of wie het bij zich heeft.", "Choose one place, or who has it.")


def _reason(nl: str, en: str) -> list[Reason]:
    return [reason(nl, en, GROUND)]
