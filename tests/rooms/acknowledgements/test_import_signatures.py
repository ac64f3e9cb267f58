"""`keyzer import signatures`: all of a file or nothing, and every faulty line told with what to do."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from keyzer.acknowledgements.actions import State
from keyzer.acknowledgements.models import Signature
from keyzer.config.command import main
from keyzer.ledger import queries as ledger
from keyzer.ledger.verification import verify
from keyzer.people.models import Enrolment, Person
from tests.cast import TODAY, Cast
from tests.rooms.acknowledgements.pages import EDITION

HEAD = "number;audience;on_behalf_of;edition;date;how\n"
REPORTER, SUBJECT = "L0001", "L0002"
Run = Callable[..., int]


@pytest.fixture
def run(cast: Cast, school_morning: object, tmp_path: Path) -> Iterator[Run]:
    """Run the command on these lines; the umask that it sets is put back."""
    umask = os.umask(0o077)

    def given(lines: str, *options: str, head: str = HEAD) -> int:
        file = tmp_path / "old.csv"
        file.write_text(head + lines, encoding="utf-8")
        return main(["import", "signatures", str(file), *options])

    yield given
    os.umask(umask)


def line(number: str, audience: str = "leerling", child: str = "", day: str = "2026-09-01", how: str = "import") -> str:
    return f"{number};{audience};{child};{EDITION};{day};{how}\n"


GUARDIANS = line("guardian@dekeyzer.example", "leerling", SUBJECT) + line("Guardian@dekeyzer.example", "ouder")


@pytest.mark.article("reikwijdte-1")
def test_pupils_come_by_number_and_guardians_by_address_or_name(
    run: Run, cast: Cast, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(line(SUBJECT) + GUARDIANS + line("Henk Bakker", "leerling", SUBJECT)) == 0
    said = capsys.readouterr()
    assert said.out == "4 signatures new, 0 stood already\n"
    assert "recording 4 lines" in said.err
    found = set(Signature.objects.values_list("signer_id", "on_behalf_of_id", "state", "how"))
    assert (cast.second_guardian, cast.subject, State.SIGNED, "import") in found
    assert verify().alteration is None
    assert run(line(SUBJECT)) == 0
    assert capsys.readouterr().out == "0 signatures new, 1 stood already\n"


def test_a_dry_run_keeps_nothing(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    before = ledger.position()
    assert run(line(SUBJECT), "--dry-run") == 0
    assert capsys.readouterr().out == "1 signatures new, 0 stood already, nothing was kept\n"
    assert not Signature.objects.exists()
    assert ledger.position() == before


@pytest.mark.parametrize(
    ("faulty", "told"),
    [
        ("X1;leerling;;e;2026-09-01;import", "`X1` is nobody's number"),
        (f"{SUBJECT};pupil;;e;2026-09-01;import", "audience `pupil` does not exist: write one of leerling, ouder"),
        (f"{SUBJECT};leerling;X2;e;2026-09-01;import", "nobody has number `X2`"),
        (f"{SUBJECT};leerling;;e;1 sept;import", "date `1 sept` is none"),
        (f"{SUBJECT};leerling;;e;2026-09-01;fax", "how `fax` can't be imported: write one of import, paper"),
        (f"{SUBJECT};leerling", "the line has not as many parts as the first"),
        (f"{SUBJECT};leerling;;e;2026-09-01;import;x", "the line has not as many parts as the first"),
        (f'{SUBJECT};"leerling', "the line can't be read (unexpected end of data): close its quotes"),
    ],
)
def test_a_line_that_can_not_be_read_is_told_by_file_and_line(
    run: Run, capsys: pytest.CaptureFixture[str], faulty: str, told: str
) -> None:
    assert run(line(REPORTER) + faulty) == 1
    said = capsys.readouterr().err
    assert f"old.csv:3: {told}" in said
    assert not Signature.objects.exists()


@pytest.mark.article("reikwijdte-1")
def test_every_line_that_can_not_be_taken_is_told_at_once(
    run: Run, cast: Cast, capsys: pytest.CaptureFixture[str]
) -> None:
    Enrolment.objects.filter(pupil_id=cast.bystander).update(until=TODAY.replace(month=8))
    lines = (
        line(REPORTER)
        + line("guardian_without_authority@dekeyzer.example", "leerling", SUBJECT)
        + line("L0004")
        + line(SUBJECT, day="2027-01-01")
        + line(SUBJECT).replace(EDITION, "de-keyzer-2019-08-01")
    )
    assert run(lines) == 1
    said = capsys.readouterr().err
    assert "nothing was taken, correct these lines first" in said
    assert f"old.csv:3: `guardian_without_authority@dekeyzer.example` has no authority over `{SUBJECT}`" in said
    assert "old.csv:4: who signs has left before 2026-09-01" in said
    assert "old.csv:5: 2027-01-01 has not come yet: correct `date`" in said
    assert "old.csv:6: edition `de-keyzer-2019-08-01` counts no more" in said
    assert not Signature.objects.exists()


def test_an_address_of_two_people_names_nobody(run: Run, cast: Cast, capsys: pytest.CaptureFixture[str]) -> None:
    Person.objects.filter(id__in=[cast.guardian, cast.second_guardian]).update(email="thuis@bakker.example")
    assert run(line("thuis@bakker.example", "leerling", SUBJECT)) == 1
    assert "is of 2 people: write the full name, with the child in `on_behalf_of`" in capsys.readouterr().err


def test_paper_needs_somebody_who_answers_for_it(run: Run, cast: Cast, capsys: pytest.CaptureFixture[str]) -> None:
    Person.objects.filter(id=cast.mentor).update(number="MEN")
    assert run(line(SUBJECT, how="paper")) == 1
    assert "give --by" in capsys.readouterr().err
    assert run(line(SUBJECT, how="paper") + line(REPORTER), "--by", "MEN") == 0
    assert set(Signature.objects.values_list("how", "by_id")) == {("paper", cast.mentor), ("import", cast.mentor)}
    assert run(line(SUBJECT), "--by", "NOBODY") == 1


def test_a_file_with_other_columns_or_none_is_refused(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("", head="") == 1
    assert run(line(SUBJECT), head=HEAD.replace("date", "datum")) == 1
    assert "old.csv:1: `date` is lacking, `datum` is unknown" in capsys.readouterr().err
    assert main(["import", "signatures", "/nowhere.csv"]) == 1
    with pytest.raises(SystemExit) as stopped:
        main(["import", "signatures"])
    assert stopped.value.code == 2
