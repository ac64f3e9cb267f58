"""The law behind an article, for as far as the edition is sure of it. What is unsure is not shown as law."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from keyzer.protocol import Article, Edition, Source, Sureness, Text

CITE = re.compile(r"(?P<law>[A-Za-z]+(?: \d{4})?) art\. (?P<article>\d[\w.:]*(?:-\d+)?)")
NAMES = {
    "WVO 2020": Text(nl="Wet voortgezet onderwijs 2020", en="Secondary Education Act 2020"),
    "Wms": Text(nl="Wet medezeggenschap op scholen", en="Participation in Schools Act"),
    "Sr": Text(nl="Wetboek van Strafrecht", en="Criminal Code"),
    "BW": Text(nl="Burgerlijk Wetboek", en="Civil Code"),
    "UAVG": Text(
        nl="Uitvoeringswet Algemene verordening gegevensbescherming", en="General Data Protection Regulation Act"
    ),
}
"""Acts by the short name that sources cite; one that is not here is shown as it is cited."""


@dataclass(frozen=True)
class LawLine:
    """An act, and its articles that stand behind an article of the protocol."""

    law: str
    articles: tuple[str, ...]


def laws_behind(edition: Edition, article: Article, language: str) -> list[LawLine]:
    """The acts behind what the school does on the ground of this article, in the order of its steps."""
    found: dict[str, list[str]] = {}
    for source in _sources(edition, article):
        cited = CITE.match(source.cite)
        if cited and source.sureness is Sureness.HIGH:
            articles = found.setdefault(cited["law"], [])
            articles += [cited["article"]] if cited["article"] not in articles else []
    return [LawLine(_name(law, language), tuple(articles)) for law, articles in found.items()]


def offences_near(edition: Edition, article: Article, language: str) -> list[str]:
    """What conduct against this article may be under criminal law; a judge decides, never the school."""
    names = dict.fromkeys(
        offence for kind in edition.conduct.values() if article.id in kind.breaks for offence in kind.offences
    )
    sure = [edition.offences[name] for name in names if edition.offences[name].source.sureness is Sureness.HIGH]
    return sorted(offence.label.read(language) for offence in sure)


def _sources(edition: Edition, article: Article) -> Iterator[Source]:
    """The sources of the procedure that an article opens, and of the measures that it allows with theirs."""
    measures = [edition.measures[name] for name in article.measures]
    for measure in measures:
        yield from measure.sources
    for name in dict.fromkeys((article.procedure, *(measure.procedure for measure in measures))):
        if name:
            yield from (source for step in edition.procedures[name].steps for source in step.sources)


def _name(law: str, language: str) -> str:
    return NAMES[law].read(language) if law in NAMES else law
