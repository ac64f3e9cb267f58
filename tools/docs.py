"""Writes the pages of docs/ that are drawn from the code; `--check` only tells which of them are out of date."""

import argparse
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from keyzer.protocol.load import current
from keyzer.protocol.steps_page import steps_markdown
from keyzer.protocol.trace import articles_markdown

DOCS = Path(__file__).resolve().parent.parent / "docs"
ELSEWHERE: Mapping[tuple[str, str], str] = {
    ("melding", "ontvangen"): "the form to report, `/melden/`",
    ("melding", "antwoorden"): "the page of the report, `/melden/<report>/`",
    ("melding", "terugkoppelen"): "the page of the report, `/melden/<report>/`",
    ("twijfel", "ontvangen"): "the form to ask in doubt, `/melden/`",
    ("twijfel", "antwoorden"): "the page of the doubt, `/melden/<report>/`",
    ("twijfel", "omzetten"): "one button on the page of the doubt, `/melden/<report>/wordt-melding/`",
    ("ruggespraak", "antwoorden"): "the page of the question, `/ruggespraak/<question>/`",
    ("ruggespraak", "vastleggen"): "by itself, with the answer",
    ("beeld", "kiezen"): "the page of choices, `/beeld/`, or a mailed link",
    ("beeld", "weghalen"): "the register of published pictures, `/beeld/gepubliceerd/`",
    ("werkaccount", "toevoegen"): "the form for an account for work, `/kanalen/werkaccount/`",
    ("werkaccount", "nakijken"): "the page of the account, `/kanalen/<account>/`",
    ("werkaccount", "herstellen"): "the page of the account, `/kanalen/<account>/`",
    ("werkaccount", "wekken"): "the page of the account, `/kanalen/<account>/`",
    ("werkaccount", "overdragen"): "the page of the account, `/kanalen/<account>/`",
    ("werkaccount", "nepaccount"): "the page of the fake, `/kanalen/nep/<fake>/`",
    ("telefoon-in-de-les", "toestemming"): "the lesson of now on the front page, `/telefoon/`",
    ("telefoon-in-de-les", "vrijstelling"): "the page of standing exemptions, `/telefoon/afspraken/`",
    ("inname", "afgeven"): "the pupil, by hand",
    ("inname", "schade-afhandelen"): "the page of the device, `/inname/<device>/`",
    ("aangifte", "bewijs-bewaren"): "the page of the police, `/politie/<case>/`, which says so",
    ("zaak-personeel", "ontslag-route"): "outside Keyzer, with a lawyer",
    ("zaak-personeel", "kantonrechter"): "the member of staff; the case keeps the term in view",
}
PAGES: Mapping[str, Callable[[], str]] = {
    "articles.md": lambda: articles_markdown(current()),
    "steps.md": lambda: steps_markdown(current(), ELSEWHERE),
}


def outdated(folder: Path) -> list[Path]:
    """The pages that are missing, or differ from what the code says."""
    return [
        folder / name
        for name, page in PAGES.items()
        if not (folder / name).exists() or (folder / name).read_text(encoding="utf-8") != page()
    ]


def write(folder: Path) -> None:
    """Write every page anew."""
    for name, page in PAGES.items():
        (folder / name).write_text(page(), encoding="utf-8")


def main(arguments: list[str]) -> int:
    """The command: 0 when done or all is up to date, 1 when `--check` found something."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing; tell what is out of date")
    if not parser.parse_args(arguments).check:
        write(DOCS)
        return 0
    found = outdated(DOCS)
    for page in found:
        print(f"docs/{page.name}: is not what the code says: run `make docs`", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
