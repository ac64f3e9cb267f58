"""From an article to all that carries it."""

from pathlib import Path
from types import ModuleType

import msgspec
import pytest

from keyzer.protocol.load import current
from keyzer.protocol.rule import Rule, implements
from keyzer.protocol.trace import article_index, articles_markdown, implementations, rule_modules, trace

PAGE = Path(__file__).parents[3] / "docs" / "articles.md"


@implements("leerlingen-7", "reikwijdte-2")
def may_use(device: str, *, leave: bool) -> str:
    """A device in a lesson needs leave."""
    return device if leave else "no"


def test_a_rule_is_called_as_its_function_and_knows_its_articles() -> None:
    assert may_use("tablet", leave=True) == "tablet"
    assert may_use.articles == ("leerlingen-7", "reikwijdte-2")
    assert may_use.reading == "A device in a lesson needs leave."
    assert may_use.name == f"{__name__}.may_use"


def test_a_rule_without_a_docstring_has_no_reading() -> None:
    assert Rule(("leerlingen-1",), lambda: None).reading == ""


def test_a_rule_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        may_use.articles = ()  # type: ignore[misc]


def test_a_rule_is_found_only_where_it_is_defined() -> None:
    here, elsewhere = ModuleType(__name__), ModuleType("elsewhere")
    here.may_use = elsewhere.may_use = may_use  # type: ignore[attr-defined]
    assert implementations([elsewhere, here]) == [may_use]


def test_no_rule_names_an_article_that_does_not_exist() -> None:
    named = {article for rule in implementations(rule_modules()) for article in rule.articles}
    assert named <= current().articles.keys()


@pytest.mark.article("leerlingen-9")
def test_a_trace_names_rules_conduct_measures_and_steps() -> None:
    found = trace(current(), "leerlingen-9")
    assert found.procedure == "zaak-leerling"
    assert "verwijdering" in found.measures
    assert "schorsing/inspectie-melden" in found.steps
    assert found.conduct == ("toestel-niet-afgeven",)
    assert all(name.startswith("keyzer.protocol.") for name in found.implemented_by)


def test_a_trace_of_an_unknown_article_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        trace(current(), "leerlingen-99")


def test_the_index_has_every_article_and_is_json() -> None:
    rows = msgspec.json.decode(msgspec.json.encode(article_index(current())))
    assert [row["id"] for row in rows] == list(current().articles)
    last = rows[-1]
    assert (last["kind"], last["procedure"], last["title"].keys()) == ("procedure", "aangifte", {"nl", "en"})


def test_the_page_in_the_docs_is_the_edition() -> None:
    assert PAGE.read_text(encoding="utf-8") == articles_markdown(current())
