"""What changed between two editions, article by article, word by word."""

import re
from difflib import SequenceMatcher
from typing import Literal

from msgspec import Struct

from keyzer.protocol.edition import Article, Edition
from keyzer.protocol.vocabulary import Text

WORDS = re.compile(r"\s+|[^\s]+")
Mark = Literal["same", "gone", "new"]


class Piece(Struct, frozen=True):
    """Some words that stayed, went or came."""

    mark: Mark
    text: str


class ArticleChange(Struct, frozen=True, kw_only=True):
    """One article that came, went or reads otherwise than before; `pieces` are its whole text, marked."""

    article: str
    title: Text
    kind: Literal["added", "removed", "changed"]
    pieces: tuple[Piece, ...]


def differences(old: Edition, new: Edition, language: str) -> tuple[ArticleChange, ...]:
    """Every article whose title or text differs, in the order of the new edition; those that went come last."""
    changes = [_change(old.articles.get(name), article, language) for name, article in new.articles.items()]
    gone = [_removed(article, language) for name, article in old.articles.items() if name not in new.articles]
    return (*(change for change in changes if change is not None), *gone)


def _removed(article: Article, language: str) -> ArticleChange:
    pieces = _whole("gone", _reads(article, language))
    return ArticleChange(article=article.id, title=article.title, kind="removed", pieces=pieces)


def _change(before: Article | None, article: Article, language: str) -> ArticleChange | None:
    after = _reads(article, language)
    if before is None:
        return ArticleChange(article=article.id, title=article.title, kind="added", pieces=_whole("new", after))
    then = _reads(before, language)
    if then == after:
        return None
    return ArticleChange(article=article.id, title=article.title, kind="changed", pieces=compared(then, after))


def _reads(article: Article, language: str) -> str:
    return f"{article.title.read(language)}\n\n{article.text.read(language)}"


def _whole(mark: Mark, text: str) -> tuple[Piece, ...]:
    return (Piece(mark, text),)


def compared(before: str, after: str) -> tuple[Piece, ...]:
    """Both texts as one, word by word: what stayed, what went and what came."""
    old, new = WORDS.findall(before), WORDS.findall(after)
    pieces: list[Piece] = []
    for same, old_from, old_to, new_from, new_to in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if same == "equal":
            pieces.append(Piece("same", "".join(old[old_from:old_to])))
            continue
        if old_from < old_to:
            pieces.append(Piece("gone", "".join(old[old_from:old_to])))
        if new_from < new_to:
            pieces.append(Piece("new", "".join(new[new_from:new_to])))
    return tuple(pieces)
