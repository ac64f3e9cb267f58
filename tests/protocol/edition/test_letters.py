"""A catalogue of letters that does not fit the rest of the edition is refused by file, heading and field."""

import pytest

from .conftest import Break

CASES = {
    "a part that letters do not have": (
        "letters.toml [besluit-schorsing]",
        '"urgency", "remedy"',
        '"urgency", "bezwaar"',
        "letters.toml [besluit-schorsing]: `parts[7]` does not know `bezwaar`; choose from `facts`, `rule`,",
    ),
    "a measure that is not there": (
        "letters.toml [besluit-inname]",
        '"inname-apparaat"',
        '"inname"',
        "letters.toml [besluit-inname]: `measures` names the measure `inname`, which this edition does not have",
    ),
    "an article that is not there": (
        "letters.toml [besluit-inname]",
        '"leerlingen-7"',
        '"leerlingen-77"',
        "letters.toml [besluit-inname]: `grounds` names the article `leerlingen-77`, which this edition does not have",
    ),
    "no parts": (
        "letters.toml [verslag-gesprek]",
        'parts = ["heard", "subject", "signatory"]',
        "parts = []",
        "letters.toml [verslag-gesprek]: `parts` is empty; name at least one",
    ),
    "no grounds": (
        "letters.toml [verslag-gesprek]",
        'grounds = ["leerlingen-9"]',
        "grounds = []",
        "letters.toml [verslag-gesprek]: `grounds` is empty; name at least one",
    ),
    "a part that is both needed and free to leave out": (
        "letters.toml [afronding]",
        'also = ["rule", "aftercare"]',
        'also = ["rule", "ending"]',
        "letters.toml [afronding]: `also` names `ending`, which is in `parts` already; take one out",
    ),
    "a measure of the other lane": (
        "letters.toml [ontvangst-bezwaar]",
        '"verwijdering"]',
        '"verwijdering", "ontslag"]',
        "letters.toml [ontvangst-bezwaar]: `measures` names `ontslag`, which is no measure of the lane `leerling`",
    ),
    "a ground of the other lane": (
        "letters.toml [ontvangst-bezwaar]",
        'grounds = ["leerlingen-9"]',
        'grounds = ["personeel-8"]',
        "letters.toml [ontvangst-bezwaar]: `grounds` names an article that does not bind the lane `leerling`",
    ),
    "a notice to a family": (
        "letters.toml [melding-inspectie]",
        'to = "inspectorate"',
        'to = "recipients"',
        "letters.toml [melding-inspectie]: `to` says `recipients`, which does not go with a letter about `notice`",
    ),
    "a decision that no letter tells": (
        "letters.toml [besluit-licht]",
        '"herstel", ',
        "",
        "measures.toml [herstel]: is told by no letter; name it under `measures` of one letter about a decision",
    ),
    "a decision that two letters tell": (
        "letters.toml [besluit-inname]",
        'measures = ["inname-apparaat"]',
        'measures = ["inname-apparaat", "herstel"]',
        "measures.toml [herstel]: is told by `besluit-licht`, `besluit-inname`; name it under `measures` of one letter",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_catalogue_of_letters_that_does_not_fit_is_refused(broken: Break, case: str) -> None:
    place, old, new, told = CASES[case]
    assert any(problem.startswith(told) for problem in broken(place, old, new))
