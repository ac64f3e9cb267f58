"""Consent from the student system: all lines or none, and who may say what holds there too."""

import os
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from keyzer.config.command import main
from keyzer.consent import queries
from keyzer.consent.actions import answer
from keyzer.consent.importing import bring_in
from keyzer.consent.models import Answer
from keyzer.kit.sheets import FileRefused
from keyzer.protocol import ImagePurpose, ImageSaid
from tests.cast import NOW, TODAY, Cast

HEAD = "number;purpose;yes/no;date;by\n"
pytestmark = pytest.mark.article("leerlingen-6")


def written(tmp_path: Path, *lines: str, head: str = HEAD) -> Path:
    file = tmp_path / "toestemmingen.csv"
    file.write_text(head + "".join(f"{line}\n" for line in lines), encoding="utf-8")
    return file


SOUND = (
    "L0002;site;yes;2026-09-01;guardian@dekeyzer.example",
    "L0002;site;ja;2026-09-01;Henk Bakker",
    "L0006;pers;nee;2026-09-02;L0006",
)


def test_what_was_said_elsewhere_is_asked_no_more(cast: Cast, tmp_path: Path) -> None:
    file = written(tmp_path, *SOUND)
    assert bring_in(file, is_kept=False, at=NOW) == (3, 0)
    assert not Answer.objects.exists()
    assert bring_in(file, is_kept=True, at=NOW) == (3, 0)
    assert bring_in(file, is_kept=True, at=NOW + timedelta(days=1)) == (0, 3)
    assert queries.may_show(cast.subject, ImagePurpose.SITE, TODAY)
    (asked,) = queries.asked_of(cast.viewer(cast.guardian), TODAY)
    assert ImagePurpose.SITE not in asked.lacking


def test_a_file_reads_as_much_of_the_database_whatever_its_length(cast: Cast, tmp_path: Path) -> None:
    whole = [f"L0002;{one};ja;2026-09-01;{who}" for one in ImagePurpose for who in ("Henk Bakker", "Marja Bakker")]
    asked = []
    for lines in (whole[:2], whole):
        file = written(tmp_path, *lines, "L0006;pers;nee;2026-09-02;L0006")
        with CaptureQueriesContext(connection) as context:
            bring_in(file, is_kept=False, at=NOW)
        asked.append(sum(one["sql"].startswith("SELECT") for one in context.captured_queries))
    assert asked[0] == asked[1] <= 20


def test_what_was_said_later_on_screen_stays(cast: Cast, tmp_path: Path) -> None:
    answer(cast.subject, ImagePurpose.SITE, ImageSaid.NO, by=cast.guardian, at=NOW)
    assert bring_in(written(tmp_path, *SOUND), is_kept=True, at=NOW + timedelta(days=1)) == (2, 1)
    assert not queries.may_show(cast.subject, ImagePurpose.SITE, TODAY)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("L9999;site;yes;2026-09-01;L9999", "nobody at school"),
        ("L0002;tiktok;yes;2026-09-01;guardian@dekeyzer.example", "purpose `tiktok` does not exist"),
        ("L0002;site;misschien;2026-09-01;guardian@dekeyzer.example", "is no answer"),
        ("L0002;site;yes;1 sept;guardian@dekeyzer.example", "date `1 sept` is none"),
        ("L0002;site;yes;2026-12-01;guardian@dekeyzer.example", "has not come yet"),
        ("L0002;site;yes;2026-07-01;guardian@dekeyzer.example", "has lapsed"),
        ("L0002;site;yes;2026-09-01;guardian_without_authority@dekeyzer.example", "can't say this"),
        ("L0002;site;yes;2026-09-01;L0002", "can't say this"),
        ("L0002;site;yes;2026-09-01;Niemand", "nobody's number"),
        ("L0002;site;yes;2026-09-01", "not as many parts"),
        (SOUND[0], "stands in line 2 too"),
        ('L0002;site;"yes', "can't be read"),
    ],
)
def test_one_faulty_line_and_nothing_is_taken(cast: Cast, tmp_path: Path, line: str, words: str) -> None:
    with pytest.raises(FileRefused) as refused:
        bring_in(written(tmp_path, SOUND[0], line, *SOUND[1:]), is_kept=True, at=NOW)
    first = refused.value.faults[0]
    assert first.line == 3
    assert words in first.words
    assert not Answer.objects.exists()


def test_another_first_line_is_refused(cast: Cast, tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match="1 lines"):
        bring_in(written(tmp_path, head="nummer;doel\n"), is_kept=True, at=NOW)


@pytest.mark.usefixtures("school_morning")
def test_the_command_tells_line_and_remedy(cast: Cast, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    umask = os.umask(0o077)
    try:
        assert main(["import", "consents", str(written(tmp_path, *SOUND)), "--dry-run"]) == 0
        assert "3 answers new, 0 stood already, nothing was kept" in capsys.readouterr().out
        assert main(["import", "consents", str(written(tmp_path, "L0002;tiktok;yes;2026-09-01;Henk Bakker"))]) == 1
        assert "toestemmingen.csv:2: purpose `tiktok` does not exist" in capsys.readouterr().err
    finally:
        os.umask(umask)
