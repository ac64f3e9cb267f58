"""What the reader of language sees and lets be; the shipped weights keep what their card says."""


# ruff: noqa: S311 -- chance that can be repeated

import random
import tomllib

import pytest

from keyzer.check.finders import frequent
from keyzer.check.language import Kind, Sure, Why, figures, read, story
from keyzer.check.language.features import features_of
from keyzer.check.language.model import chances, shipped
from keyzer.check.language.tokens import tokens_of
from keyzer.check.language.words import lexicon
from tools.measure_language import interval, measured
from tools.train_language import FILLINGS, Learner, Line, training_lines


def kinds(text: str) -> set[Kind]:
    return {signal.kind for signal in read(text)}


@pytest.fixture(scope="module")
def now() -> dict[str, tuple[int, int, int]]:
    return {figure.name: (figure.marked, figure.as_such, figure.of) for figure in measured().sets}


def test_the_card_says_what_is_measured_now(now: dict[str, tuple[int, int, int]]) -> None:
    assert now == {name: (figure.marked, figure.as_such, figure.of) for name, figure in figures().items()}
    assert [told.name for told in story().sets] == list(now)


def test_the_card_is_not_flattering() -> None:
    for figure in figures().values():
        assert (figure.low, figure.high) == interval(figure.marked, figure.of)
        assert figure.low <= figure.marked / figure.of <= figure.high


@pytest.mark.article("leerlingen-2")
@pytest.mark.article("reikwijdte-4e")
@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Jij bent echt een sukkel", Kind.BELEDIGING),
        ("je bent een k.n.e.u.s", Kind.BELEDIGING),
        ("j\u0456j b\u200bent een sukkkkkel", Kind.BELEDIGING),
        ("ik maak je dood", Kind.BEDREIGING),
        ("1k m44k j3 d00d", Kind.BEDREIGING),
        ("I'll kill you tomorrow", Kind.BEDREIGING),
        ("niemand wil naast jou zitten, ga weg", Kind.PESTEN),
        ("alle buitenlanders zijn dieven en moeten weg", Kind.HAAT),
        ("stuur eens een naaktfoto schatje", Kind.SEKSUEEL),
        ("allemaal haar account rapporteren tot ze huilt", Kind.OPROEP),
    ],
)
def test_what_hurts_is_seen(text: str, kind: Kind) -> None:
    assert kind in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\u200b\n",
        "Sanne",
        "je bent geen sukkel hoor",
        'hij schreef: "ik maak je dood"',
        "hij noemde me een sukkel en dat deed pijn",
        "hij zei: ik maak je kapot",
        "hij zei je bent een hoer",
        "hij stuurde: je bent dood. Ik durf niet meer naar school.",
        "ik haat pizza",
        "wat een kutweer",
        "mijn tante heeft borstkanker",
        "de docent Turks is ziek",
        "wat ben ik toch een sukkel",
        "h2b heeft in lokaal 3e les om 15u, v.w.b. a.u.b.",
    ],
)
def test_what_hurts_nobody_is_let_be(text: str) -> None:
    assert not read(text)


@pytest.mark.parametrize(
    "name",
    [
        "Dick Poot",
        "Jan de Kut",
        "mevrouw Hoer",
        "mevr. Kutsch",
        "drs. P. de Hoer-van Dijk",
        "meester Slet",
        "A. de Beul",
    ],
)
def test_a_name_is_never_abuse(name: str) -> None:
    assert not read(name)
    assert not read(f"Ik zit naast {name} in de les")


def test_a_given_name_alone_is_never_marked() -> None:
    """Also one that is a rough word too, and with a greeting before it."""
    many = tomllib.loads(frequent.FILE.read_text(encoding="utf-8"))["given"].split()
    given = [name.capitalize() for name in {*many, *lexicon().given, *lexicon().common}]
    assert [said for name in given for said in (name, f"Hoi {name}!") if read(said)] == []


@pytest.mark.parametrize(
    ("harm", "twin"),
    [
        ("Ik zou maar verhuizen als ik jou was.", "Ik zou maar vroeg gaan als ik jou was, het wordt druk."),
        ("mijn broer komt je halen", "mijn broer komt je halen met de auto om zes uur"),
        ("hij noemde me een hoer, dus ik maak hem kapot", "hij noemde me een hoer, dus ik loop nu alleen"),
        ("Ik steek je neer. Hij zei dat ik dik was.", "Ik loop met je mee. Hij zei dat ik dik was."),
        ("ik zeg het nog 1x: je gaat eraan", "hij zei het nog 1x: je gaat eraan"),
        ("ik maak je af", "ik maak je af met mario kart"),
        ("ik maak je af", "ik maak je af met Mario Kart vanavond"),
        ("stuur eens een naaktfoto", "stuur nooit een naaktfoto"),
    ],
)
def test_a_turn_of_phrase_is_told_from_its_twin(harm: str, twin: str) -> None:
    assert read(harm)
    assert not read(twin)


def test_the_places_are_those_of_the_text_as_given() -> None:
    text = "Hoi Noor \U0001f600.\n\u202eJij bent een s\u200bu\u200bk\u200bk\u200bel\u202c\nTot morgen."
    (signal,) = read(text)
    assert text[signal.start : signal.end] == "Jij bent een s\u200bu\u200bk\u200bk\u200bel"
    assert (signal.sure, signal.why) == (Sure.ZEKER, Why.MODEL)


def test_one_sentence_among_others_is_marked_alone() -> None:
    text = "Hoi Tim. Hoe gaat het? Jij bent echt een klootzak. Tot morgen!"
    (signal,) = read(text)
    assert text[signal.start : signal.end] == "Jij bent echt een klootzak."


def test_any_text_is_read_without_an_error() -> None:
    chance = random.Random(7)
    signs = "abe k*@$1!0'\".\n\t\u200b\u0301\u0456\u202e\U0001f437\U0001f595\u0130\ufdfa\ud800ßé…-_/#|"
    for _ in range(500):
        text = "".join(chance.choice(signs) for _ in range(chance.randrange(60)))
        for signal in read(text):
            assert 0 <= signal.start < signal.end <= len(text)


def test_training_twice_gives_the_same_weights() -> None:
    def weights() -> bytes:
        chance = random.Random(1)
        lines = chance.sample(training_lines(chance), 40 * FILLINGS)
        learner = Learner(lines, chance)
        learner.learn()
        return learner.packed().packed()

    assert weights() == weights()


def test_the_model_learns_from_its_lines_alone() -> None:
    said = ("blorf zijn {}", "alle blorf zijn {}")  # what stands in one line alone is not learnt
    lines = [Line(kind, text.format(word)) for kind, word in ((Kind.HAAT, "eng"), (None, "lief")) for text in said] * 20
    learner = Learner(lines, random.Random(1))
    learner.learn()
    weights = learner.packed()
    bad, good = (chances(features_of(tokens_of(f"blorf zijn {word}")), weights) for word in ("eng", "lief"))
    assert bad.kinds[Kind.HAAT] > 0.8
    assert good.kinds[Kind.HAAT] < 0.2
    assert len(shipped().features) > len(weights.features)
