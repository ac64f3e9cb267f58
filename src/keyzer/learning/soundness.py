"""What makes a lesson a good one, beyond its form: short, with questions that have an answer, and true to the paper."""

import re
from collections.abc import Collection, Iterator

from keyzer.protocol import Edition

from .lesson import WORDS_A_MINUTE, Lesson, Link, Screen

SCREENS = range(5, 9)
QUESTIONS = range(3, 5)
CHOICES = range(2, 5)
MOST_MINUTES = 5
LANGUAGES = ("nl", "en")
NOT_A_NAME = frozenset({"klas"})
"""Words that our own addresses need in the place of a lesson's name."""
NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
PLACES = re.compile(r"tel:\d{3,12}|https://[\w.-]+(/[\w./-]*)?|[a-z_]+(:[a-z_-]+)?( [\w-]+)*")


def unsound(lesson: Lesson, edition: Edition, pictures: Collection[str]) -> Iterator[str]:
    """All that is wrong with a lesson that has its form, each with its field and the remedy."""
    if not NAME.fullmatch(lesson.id) or lesson.id in NOT_A_NAME:
        yield f"`{lesson.id}` can't be the name of a lesson: use small letters, digits and `-`, and not `klas`"
    if not lesson.audiences:
        yield "`audiences` is empty; say for whom it is"
    yield from _astray(lesson, edition)
    yield from _size(lesson)
    for number, screen in enumerate(lesson.screens):
        yield from _screen(screen, f"screens[{number}]", pictures)
    for number, link in enumerate(lesson.now):
        yield from _link(link, f"now[{number}]")


def _astray(lesson: Lesson, edition: Edition) -> Iterator[str]:
    """Every lesson serves an article, and one that binds its readers."""
    known = [name for name in lesson.articles if name in edition.articles]
    for name in lesson.articles:
        if name not in known:
            yield f"`articles` names `{name}`, which no article is called"
    if not any(set(lesson.audiences) & set(edition.articles[name].binds) for name in known):
        yield "`articles` names none that binds its `audiences`; name the article that it explains"


def _size(lesson: Lesson) -> Iterator[str]:
    if len(lesson.screens) not in SCREENS:
        yield f"`screens` are {len(lesson.screens)}; make {_span(SCREENS)}, one thing on each"
    if lesson.questions not in QUESTIONS:
        yield f"{lesson.questions} of the `screens` ask something; let {_span(QUESTIONS)} do so"
    for language in LANGUAGES:
        if lesson.minutes(language) > MOST_MINUTES:
            most = MOST_MINUTES * WORDS_A_MINUTE
            yield f"has {lesson.words(language)} words in `{language}`; keep to {most}, which is five minutes"


def _screen(screen: Screen, path: str, pictures: Collection[str]) -> Iterator[str]:
    if screen.picture and screen.picture.name not in pictures:
        yield f"`{path}.picture.name` is `{screen.picture.name}`, but there is no such drawing in `pictures`"
    if screen.choices and len(screen.choices) not in CHOICES:
        yield f"`{path}.choices` are {len(screen.choices)}; give {_span(CHOICES)}"
    if screen.choices and len({choice.right for choice in screen.choices}) == 1:
        yield f"`{path}.choices` are all right or all wrong; let `right = true` stand by some and not by all"
    if not screen.choices and not screen.text and not screen.points:
        yield f"`{path}` says nothing; write `text`, `points` or `choices`"
    for number, link in enumerate(screen.links):
        yield from _link(link, f"{path}.links[{number}]")


def _link(link: Link, path: str) -> Iterator[str]:
    if not PLACES.fullmatch(link.to):
        yield f"`{path}.to` is `{link.to}`; write `tel:` and digits, `https://…`, or a page such as `intake:start`"


def _span(numbers: range) -> str:
    return f"{numbers.start} to {numbers.stop - 1}"
