"""The page of the steps: each step has its place, each command its step, and nothing unsure is shown as law."""

from keyzer.protocol.case.commands import BY_KIND
from keyzer.protocol.case.steps import SETTLED_BY
from keyzer.protocol.load import current
from keyzer.protocol.steps_page import HEAD, steps_markdown
from keyzer.protocol.vocabulary import Sureness
from tools.docs import ELSEWHERE

EDITION = current()
LAW = HEAD.index("law or settled practice")


def _steps() -> set[tuple[str, str]]:
    return {(procedure.id, step.id) for procedure in EDITION.procedures.values() for step in procedure.steps}


def test_every_step_is_done_somewhere_and_nowhere_twice() -> None:
    assert set(SETTLED_BY) | set(ELSEWHERE) == _steps()
    assert not set(SETTLED_BY) & set(ELSEWHERE)


def test_every_command_settles_a_step() -> None:
    assert {kind for kinds in SETTLED_BY.values() for kind in kinds} == set(BY_KIND)


def test_nothing_that_is_unsure_is_shown_as_law() -> None:
    unsure = {
        source.cite
        for procedure in EDITION.procedures.values()
        for step in procedure.steps
        for source in step.sources
        if source.sureness is Sureness.LOW
    }
    rows = [line.split(" | ") for line in steps_markdown(EDITION, ELSEWHERE).splitlines() if line.startswith("| ")]
    law = {cite.rpartition(" (")[0] or cite for row in rows for cite in row[LAW].split("; ")}
    assert unsure
    assert not unsure & law


def test_each_link_goes_to_a_heading_of_the_other_page() -> None:
    page = steps_markdown(EDITION, ELSEWHERE)
    assert "[leerlingen-9](articles.md#leerlingen-9-" in page
