"""In which languages an edition can be signed: those in which every article can be read."""

from keyzer.protocol.edition import Edition
from keyzer.protocol.vocabulary import Text


def languages(edition: Edition) -> tuple[str, ...]:
    """The languages in which each article has a title and a text."""
    texts = [text for article in edition.articles.values() for text in (article.title, article.text)]
    return tuple(name for name in Text.__struct_fields__ if all(getattr(text, name).strip() for text in texts))
