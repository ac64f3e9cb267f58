"""The circle closes: the paper's articles, the rules that carry them, the tests that prove them."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from keyzer.protocol.load import current
from tests.architecture.proofs import Proof, marked, proofs
from tests.architecture.reading import nothing_found

ARTICLES = frozenset(current().articles)


def unknown(proofs: Iterable[Proof], articles: frozenset[str]) -> Iterator[str]:
    for proof in proofs:
        if proof.article not in articles:
            yield f"{proof.where}: names `{proof.article}`, which no article is called"


def test_every_article_has_a_proof() -> None:
    proven = {proof.article for proof in proofs()}
    nothing_found(f"`{article}` is proven by no test: mark one with it" for article in sorted(ARTICLES - proven))


def test_no_test_names_an_unknown_article() -> None:
    nothing_found(unknown(proofs(), ARTICLES))


def test_a_mark_is_found_and_an_unknown_article_told(tmp_path: Path) -> None:
    file = tmp_path / "test_x.py"
    file.write_text(
        'import pytest\n\n@pytest.mark.article("leerlingen-9", "leerlingen-99")\ndef test_x() -> None: ...\n'
    )
    found = list(marked([file]))
    assert [proof.article for proof in found] == ["leerlingen-9", "leerlingen-99"]
    assert list(unknown(found, ARTICLES)) == ["test_x.py:3: names `leerlingen-99`, which no article is called"]
