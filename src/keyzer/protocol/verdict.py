"""The answer to "may I?": one of four verdicts, with its articles, the facts used and the facts lacking."""

import msgspec
from msgspec import Struct

from .names import ROLES
from .vocabulary import Role, Text


class Note(Struct, frozen=True, kw_only=True):
    """What an article adds to an answer without changing it: a duty, or what follows."""

    article: str
    text: Text


class Answer(Struct, frozen=True, kw_only=True, tag_field="verdict"):
    """What each verdict has. `used` and `lacking` name facts of the situation."""

    articles: tuple[str, ...]
    used: tuple[str, ...]
    lacking: tuple[str, ...]
    why: Text
    next_step: Text
    notes: tuple[Note, ...] = ()


class Permitted(Answer, frozen=True, kw_only=True, tag="permitted"):
    """The protocol allows it, whatever the facts are that were not told."""


class Refused(Answer, frozen=True, kw_only=True, tag="refused"):
    """The protocol forbids it, or nothing in the protocol allows it."""


class AskFirst(Answer, frozen=True, kw_only=True, tag="ask-first"):
    """Not before `whom` has said yes, or not before the lacking facts are known."""

    whom: Role


class LeftToJudgement(Answer, frozen=True, kw_only=True, tag="left-to-judgement"):
    """The protocol leaves it open; `whom` weighs it."""

    whom: Role


Verdict = Permitted | Refused | AskFirst | LeftToJudgement

HEADLINES: dict[type[Answer], Text] = {
    Permitted: Text(nl="Ja, dit mag", en="Yes, you may"),
    Refused: Text(nl="Nee, dit mag niet", en="No, this is not allowed"),
    AskFirst: Text(nl="Vraag het eerst", en="Ask first"),
    LeftToJudgement: Text(nl="Een mens moet dit wegen", en="A person has to weigh this"),
}

IT_DEPENDS = Text(nl="Dat hangt ervan af", en="That depends")


def headline(verdict: Verdict) -> Text:
    """The verdict in a few words, with whom it is put to."""
    if verdict.lacking:
        return IT_DEPENDS
    words = HEADLINES[type(verdict)]
    if isinstance(verdict, AskFirst):
        whom = ROLES[verdict.whom]
        return Text(nl=f"{words.nl} aan de {whom.nl}", en=f"{words.en}: the {whom.en}")
    return words


def answer_as_json(verdict: Verdict) -> bytes:
    """One JSON object: verdict, articles, used, lacking, why, next_step, notes and, where one is asked, whom."""
    return msgspec.json.encode(verdict)


def answer_as_words(verdict: Verdict, language: str) -> str:
    """Lines for a terminal in `language` (`nl` or `en`): the answer, why, the articles, what next, the notes."""
    articles = Text(nl="Artikelen", en="Articles").read(language)
    lines = [
        f"{headline(verdict).read(language)}.",
        verdict.why.read(language),
        verdict.next_step.read(language),
        f"{articles}: {', '.join(verdict.articles)}",
    ]
    if verdict.lacking:
        lacking = Text(nl="Nog niet bekend", en="Not known yet").read(language)
        lines.append(f"{lacking}: {', '.join(verdict.lacking)}")
    lines.extend(f"- {note.text.read(language)} ({note.article})" for note in verdict.notes)
    return "\n".join(lines)
