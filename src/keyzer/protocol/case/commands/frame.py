"""Commands that frame a case: opening, what it is about, who takes part, who handles it, and its end."""

from datetime import date
from typing import Annotated

from keyzer.protocol.case.asking import ask, data, whom, words
from keyzer.protocol.case.commands.base import Command
from keyzer.protocol.case.values import CasePath, EndGround, Guardian, Party, SchoolSettings
from keyzer.protocol.vocabulary import Grade, Lane, Part


class Open(Command, tag="open", frozen=True, kw_only=True):
    """Open a case about one person. `born` is needed in the pupil lane: at 18 the pupil takes the guardians' place."""

    subject: Annotated[str, whom("Over wie gaat het", "Whom is it about")]
    lane: Annotated[Lane, ask("Leerling of personeel", "Pupil or staff")]
    incident: Annotated[str, data("Incident", "Incident")]
    handler: Annotated[str, whom("Wie behandelt de zaak", "Who handles the case")]
    settings: Annotated[SchoolSettings, data("Instellingen van de school", "Settings of the school")]
    born: Annotated[date | None, data("Geboortedatum", "Date of birth")] = None
    compulsory_education: Annotated[
        bool, data("Leerplichtig of kwalificatieplichtig", "Under compulsory education")
    ] = True
    guardians: Annotated[tuple[Guardian, ...], data("Ouders en verzorgers", "Guardians")] = ()
    parties: Annotated[tuple[Party, ...], data("Wie er verder bij betrokken zijn", "Who else takes part")] = ()
    conduct: Annotated[tuple[str, ...], ask("Wat er gebeurd kan zijn", "What may have happened", source="conduct")] = ()
    path: Annotated[CasePath, data("Langs welke weg", "By which path")] = CasePath.ORDINARY


class CiteConduct(Command, tag="cite-conduct", frozen=True, kw_only=True):
    """Name what kind of conduct the case looks at."""

    conduct: Annotated[tuple[str, ...], ask("Wat er gebeurd kan zijn", "What may have happened", source="new_conduct")]


class Weigh(Command, tag="weigh", frozen=True, kw_only=True):
    """Weigh gravity on the three axes of leerlingen-9: utterance, conduct and consequence."""

    utterance: Annotated[Grade, ask("Wat er gezegd of getoond is", "What was said or shown")]
    conduct: Annotated[Grade, ask("Wat er gedaan is", "What was done")]
    consequence: Annotated[Grade, ask("Wat het gevolg was", "What came of it")]
    reason: Annotated[str, words("Waarom je het zo weegt", "Why you weigh it so")]


class EstablishFacts(Command, tag="establish-facts", frozen=True, kw_only=True):
    """Write down what was established, as letters and the police will read it; what is newest holds."""

    text: Annotated[
        str,
        words(
            "Wat is vastgesteld",
            "What was established",
            (
                "Feiten, geen oordeel. Noem geen andere leerlingen bij naam: dit komt in brieven.",
                "Facts, no judgement. Do not name other pupils: this goes into letters.",
            ),
        ),
    ]
    happened_on: Annotated[date, ask("Wanneer het gebeurde", "When it happened")]
    place: Annotated[
        str,
        ask("Waar het gebeurde", "Where it happened", ("Zoals het plein of thuis.", "Such as the yard, or at home.")),
    ]
    channel: Annotated[
        str, ask("Via welk kanaal", "Through which channel", ("Zoals de groepsapp.", "Such as the group chat."))
    ] = ""


class NameParty(Command, tag="name-party", frozen=True, kw_only=True):
    """Someone turns out to take part in what happened; a handler who does hands over to the successor, if any."""

    person: Annotated[str, whom("Wie", "Who")]
    part: Annotated[Part, ask("Als wat", "As what")]
    successor: Annotated[str, data("Wie de zaak overneemt", "Who takes the case over")] = ""


class Reassign(Command, tag="reassign", frozen=True, kw_only=True):
    """Give the case to another handler."""

    handler: Annotated[str, whom("Nieuwe behandelaar", "New handler")]
    reason: Annotated[str, words("Waarom", "Why")]


class AddStatement(Command, tag="add-statement", frozen=True, kw_only=True):
    """The subject's or a guardian's own view, in own words (leerlingen-3)."""

    person: Annotated[str, whom("Wie vertelt", "Whose view", "speakers")]
    account: Annotated[str, words("In eigen woorden", "In own words")]


class EndWithoutMeasure(Command, tag="end-without-measure", frozen=True, kw_only=True):
    """Conclude that no measure follows."""

    ground: Annotated[EndGround, ask("Hoe loopt het af", "How does it end")]
    reason: Annotated[str, words("Waarom", "Why")]


class Close(Command, tag="close", frozen=True, kw_only=True):
    """Close the case; refused while a duty is open."""

    summary: Annotated[str, words("Hoe het is afgelopen", "How it ended")]


class Reopen(Command, tag="reopen", frozen=True, kw_only=True):
    """Open a closed case again; hearings and contacts start anew."""

    reason: Annotated[str, words("Wat er nieuw is", "What is new")]
