"""Commands about letters: fixing one, giving it, and taking it back before it goes out."""

from typing import Annotated

from keyzer.protocol.case.asking import ask, data, words
from keyzer.protocol.case.commands.base import Command
from keyzer.protocol.case.values import Channel


class IssueLetter(Command, tag="issue-letter", frozen=True, kw_only=True):
    """Fix a letter: from here its content does not change."""

    slot: Annotated[str, ask("Brief", "Letter", source="letters_to_issue")]
    letter: Annotated[str, data("Nummer van de brief", "Id of the letter")]
    language: Annotated[str, data("Taal", "Language")]
    digest: Annotated[str, data("Controlegetal (SHA-256)", "Digest (SHA-256)")]


class SendLetter(Command, tag="send-letter", frozen=True, kw_only=True):
    """Record how a letter was given; a decision in it is thereby made known."""

    slot: Annotated[str, ask("Brief", "Letter", source="letters_to_send")]
    channel: Annotated[Channel, ask("Hoe", "How")]
    proof: Annotated[
        str,
        ask(
            "Bewijs",
            "Proof",
            (
                "Bijvoorbeeld het nummer van de aangetekende brief, of wie tekende voor ontvangst.",
                "The number of the registered letter, for instance, or who signed for it.",
            ),
        ),
    ] = ""


class WithdrawLetter(Command, tag="withdraw-letter", frozen=True, kw_only=True):
    """Take a letter back that did not go out yet."""

    slot: Annotated[str, ask("Brief", "Letter", source="letters_to_send")]
    reason: Annotated[str, words("Waarom", "Why")]
