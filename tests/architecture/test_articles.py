"""The circle closes: the paper's articles, the rules that carry them, the tests that prove them."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from keyzer.protocol.edition import Edition
from keyzer.protocol.load import current
from keyzer.protocol.rule import Rule
from keyzer.protocol.trace import implementations, rule_modules
from keyzer.protocol.vocabulary import Encoding
from tests.architecture.proofs import Proof, marked, proofs
from tests.architecture.reading import nothing_found

ARTICLES = frozenset(current().articles)


def unknown(proofs: Iterable[Proof], articles: frozenset[str]) -> Iterator[str]:
    for proof in proofs:
        if proof.article not in articles:
            yield f"{proof.where}: names `{proof.article}`, which no article is called"


def without_a_rule(edition: Edition, rules: Iterable[Rule[..., Any]]) -> Iterator[str]:
    carried = {article for rule in rules for article in rule.articles}
    for article in edition.articles.values():
        if article.encoding is not Encoding.NONE and article.id not in carried:
            yield f"`{article.id}` says it is encoded ({article.encoding}), but no rule carries it"


def rules_astray(edition: Edition, rules: Iterable[Rule[..., Any]]) -> Iterator[str]:
    for rule in rules:
        for article in rule.articles:
            if article not in edition.articles:
                yield f"{rule.name}: implements `{article}`, which no article is called"
        if not rule.reading:
            yield f"{rule.name}: has no docstring: say in a sentence how it reads {', '.join(rule.articles)}"


def test_every_encoded_article_has_a_rule() -> None:
    nothing_found(without_a_rule(current(), implementations(rule_modules())))


def test_every_rule_carries_an_article_and_says_how_it_reads_it() -> None:
    nothing_found(rules_astray(current(), implementations(rule_modules())))


def test_a_missing_rule_and_one_astray_are_found() -> None:
    astray = Rule(("leerlingen-99",), print)
    assert "leerlingen-99" in next(rules_astray(current(), [astray]))
    assert len(list(without_a_rule(current(), [astray]))) > len(ARTICLES) / 2


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
