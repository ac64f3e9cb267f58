"""The questions that people ask about an article, each with the answer of the edition in force."""

from collections.abc import Iterable
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse

from keyzer import protocol
from keyzer.design.rows import Row
from keyzer.protocol import Article, AskFirst, Audience, CommonQuestion, Edition, LeftToJudgement, Permitted, Refused

MOST = 5
"""Questions on one page; those that this article alone answers come first."""
LOOKS = {Permitted: "done", Refused: "barred", AskFirst: "waits", LeftToJudgement: "open"}


def questions_about(
    edition: Edition, article: Article, audiences: Iterable[Audience], language: str, on: date
) -> list[Row]:
    """What these audiences ask most where this article decides the answer; each question once, leading to "may I?"."""
    found: dict[str, tuple[int, Row]] = {}
    for common in (one for audience in audiences for one in protocol.common_questions(audience)):
        verdict = protocol.ask(edition, common.situation, on)
        if article.id in verdict.articles:
            found.setdefault(common.id, (len(verdict.articles), _row(common, verdict, language)))
    return [row for _, row in sorted(found.values(), key=lambda each: each[0])][:MOST]


def _row(common: CommonQuestion, verdict: protocol.Verdict, language: str) -> Row:
    """An answer that still depends on facts bears the look of no verdict."""
    return Row(
        sentence=common.label.read(language),
        url=f"{reverse('maydo:answer')}?{urlencode(protocol.as_words(common.situation), doseq=True)}",
        kind="info" if verdict.lacking else LOOKS[type(verdict)],
        label=protocol.headline(verdict).read(language),
    )
