"""A situation comes in as JSON or as words of a query string; what cannot be read is refused by name."""

import pytest

from keyzer.protocol.situation import Act, Content, Situation, SituationError, as_words, parse_situation
from keyzer.protocol.vocabulary import Audience


def test_json_gives_facts() -> None:
    situation = parse_situation(b'{"who": "leerling", "act": "post", "content": ["ordinary"], "in_lesson": false}')
    assert situation == Situation(
        who=Audience.LEERLING, act=Act.POST, content=frozenset({Content.ORDINARY}), in_lesson=False
    )


def test_words_of_a_query_string_give_the_same() -> None:
    words = {"who": "leerling", "in_lesson": "true", "content": ["sexual", "racist"]}
    assert parse_situation(words).in_lesson is True
    assert parse_situation(words).content == frozenset({Content.SEXUAL, Content.RACIST})


def test_what_is_written_as_words_is_read_back() -> None:
    situation = Situation(act=Act.POST, content=frozenset({Content.SEXUAL, Content.RACIST}), in_lesson=True)
    words = as_words(situation)
    assert words == {"act": ["post"], "content": ["racist", "sexual"], "in_lesson": ["true"]}
    assert parse_situation(words) == situation


def test_null_is_unknown() -> None:
    assert parse_situation(b'{"act": null}') == Situation()


@pytest.mark.parametrize(
    ("data", "field", "says"),
    [
        (b'{"plaec": "school"}', "plaec", "situation has no fact `plaec`; the facts are `who`, `act`"),
        (b'{"act": "fly"}', "act", "situation `act` is `fly`; use one of `bring-device`, `use-device`"),
        (b'{"in_lesson": 1}', "in_lesson", "situation `in_lesson` is `1`; use one of `true`, `false`"),
        (b'{"content": []}', "content", "situation `content`: give a list with at least one of `ordinary`"),
        (b'{"content": "sexual"}', "content", "situation `content`: give a list with at least one of `ordinary`"),
        (b'{"content": ["sexual", "boring"]}', "content", "situation `content` is `boring`; use one of `ordinary`"),
        (b'{"who": {"name": "x"}}', "who", "situation `who` is `{'name': 'x'}`; use one of `leerling`"),
        (b'{"act": ["post", "visit"]}', "act", "situation `act`: give one of `bring-device`"),
        (b"[]", None, "situation is not a JSON object of facts; write for example `{"),
        (b"\xff", None, "situation is not a JSON object of facts"),
        (b"", None, "situation is not a JSON object of facts"),
    ],
)
def test_what_cannot_be_read_is_named(data: bytes, field: str | None, says: str) -> None:
    with pytest.raises(SituationError) as refused:
        parse_situation(data)
    assert str(refused.value).startswith(says)
    assert refused.value.field == field
    assert bool(refused.value.allowed) == (field is not None)


def test_content_is_known_or_left_out() -> None:
    with pytest.raises(ValueError, match="leave it out when it is unknown"):
        Situation(content=frozenset())
