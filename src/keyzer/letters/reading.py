"""What a letter says, as text on a page: the document's own words, with nothing of its layout."""

from html import escape
from html.parser import HTMLParser

from . import rendering
from .composing import Content

KEPT = frozenset(
    "h2 h3 h4 p ul ol li table thead tbody tr th td strong em br blockquote dl dt dd".split()  # noqa: SIM905 -- words
)
CLOSED_BY_ITSELF = frozenset({"br"})
PASSED_OVER = frozenset({"head", "style", "script", "svg", "title"})


def text(content: Content) -> str:
    """The letter as safe HTML. Raises typesetting.RenderingProblem."""
    return safe(rendering.as_html(content.data, document=content.document))


def safe(html: str) -> str:
    """Only tags of running text, without any attribute; all else of a page is left out."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return "".join(reader.said)


class _Reader(HTMLParser):
    """Writes down again what may stay."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self.passed_over = 0

    def handle_starttag(self, tag: str, _attributes: list[tuple[str, str | None]]) -> None:
        if tag in PASSED_OVER:
            self.passed_over += 1
        if tag in KEPT and not self.passed_over:
            self.said.append(f"<{tag}>")

    def handle_endtag(self, tag: str) -> None:
        if tag in PASSED_OVER and self.passed_over:
            self.passed_over -= 1
        if tag in KEPT - CLOSED_BY_ITSELF and not self.passed_over:
            self.said.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if not self.passed_over:
            self.said.append(escape(data))
