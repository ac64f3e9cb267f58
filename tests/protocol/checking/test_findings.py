"""What somebody is told about a place in a draft: articles that bind them, in both languages, never a verdict."""

from pathlib import Path

import pytest

from keyzer.protocol import Audience, Sure, check_finding, current, lint, shipped
from keyzer.protocol.load import SHIPPED

EDITION = current()


@pytest.mark.parametrize("audience", list(Audience))
@pytest.mark.parametrize("kind", sorted(EDITION.checks))
def test_whoever_is_told_is_bound_by_an_article(kind: str, audience: Audience) -> None:
    found = check_finding(EDITION, kind, Sure.MISSCHIEN, audience)
    if found is None:
        assert audience not in EDITION.checks[kind].only_for
        return
    assert found.articles
    assert all(audience in EDITION.articles[name].binds for name in found.articles)


@pytest.mark.article("leerlingen-2", "personeel-4")
def test_each_is_told_by_their_own_article() -> None:
    pupil = check_finding(EDITION, "belediging", Sure.ZEKER, Audience.LEERLING)
    teacher = check_finding(EDITION, "belediging", Sure.ZEKER, Audience.PERSONEEL)
    assert pupil
    assert teacher
    assert "leerlingen-2" in pupil.articles
    assert "personeel-4" in teacher.articles
    assert not set(teacher.articles) & {"leerlingen-2"}


@pytest.mark.article("personeel-2")
def test_for_whom_one_speaks_is_asked_of_staff_alone() -> None:
    assert check_finding(EDITION, "hoedanigheid", Sure.MISSCHIEN, Audience.PERSONEEL)
    assert check_finding(EDITION, "hoedanigheid", Sure.MISSCHIEN, Audience.LEERLING) is None


def test_an_unknown_kind_is_not_told() -> None:
    assert check_finding(EDITION, "smaak", Sure.ZEKER, Audience.LEERLING) is None


def test_a_check_without_an_article_for_the_writer_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / EDITION.id
    folder.mkdir()
    for file in (SHIPPED / shipped(EDITION.id).id).glob("*.toml"):
        (folder / file.name).write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    checks = folder / "checks.toml"
    checks.write_text(checks.read_text(encoding="utf-8").replace('only_for = ["personeel"]', ""), encoding="utf-8")
    assert any(
        "checks.toml [hoedanigheid]: no article under `grounds` binds `leerling`" in each for each in lint(folder)
    )
