"""Commands about remedies and the police: objection, dispute, complaint and report."""

from datetime import date, datetime
from typing import Annotated

from keyzer.protocol.case.asking import ask, data, whom, words
from keyzer.protocol.case.commands.base import Command
from keyzer.protocol.case.values import Complainant, ComplaintChoice, ObjectionOutcome, PoliceChoice, Via


class LodgeObjection(Command, tag="lodge-objection", frozen=True, kw_only=True):
    """Take in an objection; a late one too, marked as late."""

    decision: Annotated[str, ask("Tegen welk besluit", "Against which decision", source="objectionable")]
    person: Annotated[str, whom("Wie maakt bezwaar", "Who objects", "speakers")]
    received_on: Annotated[date, ask("Ontvangen op", "Received on")]
    objection: Annotated[str, words("Waarom", "Why")]
    via: Annotated[Via, ask("Hoe kwam het binnen", "How did it come in")] = Via.PAPER


class HearObjection(Command, tag="hear-objection", frozen=True, kw_only=True):
    """Record that the objector was heard and could see the advice and reports (WVO 2020, 8.15(8))."""

    decision: Annotated[str, ask("Bezwaar tegen", "Objection against", source="objections_to_hear")]
    documents_offered: Annotated[bool, ask("Stukken aangeboden", "Documents offered")]
    account: Annotated[str, words("Wat is er gezegd", "What was said")]


class FileDispute(Command, tag="file-dispute", frozen=True, kw_only=True):
    """Record that the disputes committee was asked; deciding on the objection waits for its judgment."""

    decision: Annotated[str, ask("Bezwaar tegen", "Objection against", source="objections_open")]
    filed_on: Annotated[date, ask("Ingediend op", "Filed on")]


class JudgeDispute(Command, tag="judge-dispute", frozen=True, kw_only=True):
    """Record the judgment of the disputes committee."""

    decision: Annotated[str, ask("Geschil over", "Dispute about", source="disputes_open")]
    judged_on: Annotated[date, ask("Oordeel van", "Judgment of")]
    judgment: Annotated[str, words("Oordeel", "Judgment")]


class DecideObjection(Command, tag="decide-objection", frozen=True, kw_only=True):
    """Decide on an objection, with reasons."""

    decision: Annotated[str, ask("Bezwaar tegen", "Objection against", source="objections_open")]
    outcome: Annotated[ObjectionOutcome, ask("Beslissing", "Decision")]
    reason: Annotated[str, words("Waarom", "Why")]


class DecidePolice(Command, tag="decide-police", frozen=True, kw_only=True):
    """Decide whether the school reports to the police; not reporting needs reasons too (leerlingen-10, personeel-9)."""

    choice: Annotated[PoliceChoice, ask("Aangifte", "Report")]
    reason: Annotated[str, words("Waarom", "Why")]


class LodgeAppeal(Command, tag="lodge-appeal", frozen=True, kw_only=True):
    """Take in an appeal of a member of staff against a decision; a late one too, marked as late."""

    decision: Annotated[str, ask("Tegen welk besluit", "Against which decision", source="appealable")]
    received_on: Annotated[date, ask("Ingediend op", "Lodged on")]
    appeal: Annotated[str, words("Waarom", "Why")]


class RecordAppealJudgment(Command, tag="record-appeal-judgment", frozen=True, kw_only=True):
    """Record what the appeals committee judged; a decision that it overturns ends."""

    decision: Annotated[str, ask("Beroep tegen", "Appeal against", source="appeals_open")]
    judged_on: Annotated[date, ask("Oordeel van", "Judgment of")]
    outcome: Annotated[ObjectionOutcome, ask("Oordeel", "Judgment")]
    judgment: Annotated[str, words("Wat de commissie schrijft", "What the committee writes")]


class ConsultCommunityOfficer(Command, tag="consult-community-officer", frozen=True, kw_only=True):
    """Record what the community police officer advised, before deciding about a report; nobody is obliged to ask."""

    officer: Annotated[str, ask("Met wie", "With whom")]
    consulted_at: Annotated[datetime, ask("Wanneer", "When")]
    advice: Annotated[
        str,
        words(
            "Wat kwam eruit",
            "What came of it",
            ("Vraag raad zonder namen te noemen, tenzij het niet anders kan.", "Ask without names, unless you must."),
        ),
    ]


class HandOverPack(Command, tag="hand-over-pack", frozen=True, kw_only=True):
    """Record that the police were given the report pack; `digest` pins what was in it."""

    digest: Annotated[str, data("Kenmerk van het pakket", "Digest of the pack")]
    to_whom: Annotated[str, ask("Aan wie", "To whom")]
    how: Annotated[
        str, ask("Hoe", "How", ("Zoals op een stick, tegen ontvangstbewijs.", "Such as on a stick, against a receipt."))
    ]


class FilePoliceReport(Command, tag="file-police-report", frozen=True, kw_only=True):
    """Record the report that was made."""

    reference: Annotated[str, ask("Nummer van de politie", "Police reference")]


class RecordPoliceOutcome(Command, tag="record-police-outcome", frozen=True, kw_only=True):
    """Record what the police or the prosecutor did."""

    outcome: Annotated[str, words("Wat is er besloten", "What was decided")]


class RecordVictimKnowledge(Command, tag="record-victim-knowledge", frozen=True, kw_only=True):
    """Record since when someone affected knows of it; the three months for a complaint count from there (Sr 66)."""

    person: Annotated[str, whom("Wie", "Who", "complainants")]
    learned_on: Annotated[
        date,
        ask(
            "Weet het sinds",
            "Knows since",
            (
                "Is de persoon jonger dan 16? Dan telt de dag waarop een ouder of voogd het wist.",
                "Is the person younger than 16? Then the day counts on which a parent or guardian knew.",
            ),
        ),
    ]


class RecordComplaintChoice(Command, tag="record-complaint-choice", frozen=True, kw_only=True):
    """Record what the person affected, or below 16 the representative, chose; the school never files it (Sr 65)."""

    person: Annotated[str, whom("Wie", "Who", "complainants")]
    choice: Annotated[ComplaintChoice, ask("Keuze", "Choice")]
    below_16: Annotated[
        bool,
        ask(
            "Jonger dan 16 jaar",
            "Younger than 16",
            ("Dan kiest een ouder of voogd.", "Then a parent or guardian chooses."),
        ),
    ] = False
    chosen_by: Annotated[Complainant, ask("Wie heeft gekozen", "Who chose")] = Complainant.SELF
