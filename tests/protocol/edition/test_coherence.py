"""Parts that do not fit together are refused, even where every name exists."""

from pathlib import Path

import pytest

from keyzer.protocol.load import lint

from .conftest import Break

CASES = {
    "in force before it was adopted": (
        "edition.toml",
        "in_force_from = 2026-08-01",
        "in_force_from = 2026-07-31",
        "edition.toml: `in_force_from` is before `adopted_on` 2026-08-01",
    ),
    "article that binds nobody": (
        "leerlingen.toml [leerlingen-8]",
        'binds = ["leerling"]',
        "binds = []",
        "leerlingen.toml [leerlingen-8]: `binds` is empty; name whom the article binds",
    ),
    "measure that does not rest on the article": (
        "leerlingen.toml [leerlingen-9]",
        '"herstel"',
        '"berisping"',
        "leerlingen.toml [leerlingen-9]: `measures` names `berisping`, whose grounds do not name this article",
    ),
    "measure that no article names": (
        "leerlingen.toml [leerlingen-9]",
        '"herstel", ',
        "",
        "measures.toml [herstel]: no article names this measure; name it or take it out",
    ),
    "conduct that breaks nothing": (
        "conduct.toml [conduct.vriend-met-leerling]",
        'breaks = ["personeel-7"]',
        "breaks = []",
        "conduct.toml [conduct.vriend-met-leerling]: `breaks` is empty; name the articles that this conduct breaks",
    ),
    "conduct of nobody": (
        "conduct.toml [conduct.vriend-met-leerling]",
        'binds = ["personeel"]',
        "binds = []",
        "conduct.toml [conduct.vriend-met-leerling]: `binds` is empty; name who can be answerable for this conduct",
    ),
    "conduct of somebody whom the article does not bind": (
        "conduct.toml [conduct.vriend-met-leerling]",
        'binds = ["personeel"]',
        'binds = ["personeel", "ouder"]',
        "conduct.toml [conduct.vriend-met-leerling]: `binds` names `ouder`, whom no article under `breaks` binds",
    ),
    "article that binds nobody of the conduct": (
        "conduct.toml [conduct.vriend-met-leerling]",
        'breaks = ["personeel-7"]',
        'breaks = ["personeel-7", "leerlingen-6"]',
        "conduct.toml [conduct.vriend-met-leerling]: `breaks` names `leerlingen-6`, which binds nobody under `binds`",
    ),
    "measure of staff that is explained to a guardian": (
        "measures.toml [berisping]",
        "rank = 50",
        'rank = 50\nexplain_to_guardian.nl = "u"\nexplain_to_guardian.en = "you"',
        "measures.toml [berisping]: `explain_to_guardian` belongs to the pupil lane; give it there and only there",
    ),
    "measure decided by nobody": (
        "measures.toml [schorsing]",
        'decided_by = ["directeur"]',
        "decided_by = []",
        "measures.toml [schorsing]: `decided_by` is empty; name at least one",
    ),
    "gravity the wrong way round": (
        "measures.toml [schorsing]",
        'lowest = "ernstig", highest = "zeer-ernstig"',
        'lowest = "ernstig", highest = "licht"',
        "measures.toml [schorsing]: `gravity.lowest` is graver than `gravity.highest`",
    ),
    "urgency for a gate that is not there": (
        "measures.toml [schorsing]",
        'waived_by_urgency = ["subject-heard", "guardians-heard"]',
        'waived_by_urgency = ["subject-heard", "legal-advice"]',
        "measures.toml [schorsing]: `waived_by_urgency` names `legal-advice`, which is not in `gates`",
    ),
    "less than no time": (
        "measures.toml [schorsing]",
        "lasts_at_most = 7",
        "lasts_at_most = -7",
        "measures.toml [schorsing]: `lasts_at_most` is -7; give it 0 days or more, and `needs_end = true`",
    ),
    "a length without an end": (
        "measures.toml [schorsing]",
        "needs_end = true",
        "needs_end = false",
        "measures.toml [schorsing]: `lasts_at_most` is 7; give it 0 days or more, and `needs_end = true`",
    ),
    "ground of the other lane": (
        "measures.toml [schorsing]",
        'grounds = ["leerlingen-9"]',
        'grounds = ["leerlingen-9", "personeel-8"]',
        "measures.toml [schorsing]: `grounds` names an article that does not bind the lane `leerling`",
    ),
    "two measures on one rung": (
        "measures.toml [schorsing]",
        "rank = 60",
        "rank = 40",
        "measures.toml [schorsing]: `rank` 40 is taken in this lane; give each measure its own",
    ),
    "step owed by nobody": (
        "procedures.toml [ruggespraak]",
        'by = ["teamleider"]',
        "by = []",
        "procedures.toml [ruggespraak]: `steps[0].by` is empty; name who owes the step",
    ),
    "step without a ground": (
        "procedures.toml [ruggespraak]",
        'grounds = ["personeel-1"]',
        "grounds = []",
        "procedures.toml [ruggespraak]: `steps[0].grounds` is empty; name the articles it rests on",
    ),
    "step that stands there twice": (
        "procedures.toml [ruggespraak]",
        'id = "vastleggen"',
        'id = "antwoorden"',
        "procedures.toml [ruggespraak]: `steps[1].id` gives `antwoorden` a second time; choose another id",
    ),
    "term in words": (
        "procedures.toml [ruggespraak]",
        'within = "P1D"',
        'within = "een dag"',
        "procedures.toml [ruggespraak]: `steps[0].within` does not know `een dag`; write a length such as `P1D`, ",
    ),
    "hours counted as school days": (
        "procedures.toml [ruggespraak]",
        'within = "P1D"',
        'within = "PT8H"',
        "procedures.toml [ruggespraak]: `steps[0].counted_in` says `school-days`, which cannot count `PT8H`",
    ),
    "at once and counted": (
        "procedures.toml [ruggespraak]",
        'within = "P1D"',
        'within = "at once"',
        "procedures.toml [ruggespraak]: `steps[0].counted_in` says `school-days`, which does not go with `at once`",
    ),
    "no term and counted": (
        "procedures.toml [verwijdering]",
        'counted_in = "not-counted"',
        'counted_in = "school-days"',
        "procedures.toml [verwijdering]: `steps[2].counted_in` says `school-days`, which does not go with `no term`",
    ),
    "a length that is not counted": (
        "procedures.toml [ruggespraak]",
        'counted_in = "school-days"',
        'counted_in = "not-counted"',
        "procedures.toml [ruggespraak]: `steps[0].counted_in` says `not-counted`, which does not go with `P1D`",
    ),
    "offence that no conduct names": (
        "conduct.toml [conduct.belediging]",
        'offences = ["sr-266"]\n',
        "",
        "conduct.toml [offences.sr-266]: no conduct names this offence; name it or take it out",
    ),
    "procedure that nothing leads to": (
        "personeel.toml [personeel-1]",
        'procedure = "ruggespraak"\n',
        "",
        "procedures.toml [ruggespraak]: no article, measure or step leads to this procedure; name it or take it out",
    ),
    "somebody whom nobody signs for": (
        "signing.toml [ander]",
        "oneself = true",
        "oneself = false",
        "signing.toml [ander]: nobody signs; set `oneself` to true, or name `guardians_until`",
    ),
    "an audience that is bound and not asked to sign": (
        "signing.toml",
        "[vrijwilliger]",
        "[vrijwilligers]",
        "signing.toml: says nothing of `vrijwilliger`, whom articles bind; write who signs under `[vrijwilliger]`",
    ),
    "guardians of grown-ups": (
        "signing.toml [personeel]",
        "oneself = true",
        "oneself = true\nguardians_until = 16",
        "signing.toml [personeel]: `guardians_until` is for `leerling` alone; take it out",
    ),
    "a small change of nothing": (
        "edition.toml",
        "chapters",
        'change = "minor"\nchapters',
        "edition.toml: `change` is `minor` to nothing; name the edition before it under `replaces`",
    ),
    "an age of which nothing is said": (
        "beeld.toml [kind]",
        "since = 0",
        "since = 1",
        "beeld.toml: says nothing of the youngest; write who decides from `since = 0` on",
    ),
    "an age that is told twice": (
        "beeld.toml [vanaf-16]",
        "since = 16",
        "since = 12",
        "beeld.toml [vanaf-16]: `since` is 12 a second time; give each age its own",
    ),
    "who says yes and can't take it back": (
        "beeld.toml [kind]",
        'withdraws = ["ouder"]',
        'withdraws = ["zelf"]',
        "beeld.toml [kind]: `withdraws` leaves out `ouder`; who says yes can end it too",
    ),
    "a no that holds against oneself": (
        "beeld.toml [vanaf-16]",
        'gives = "zelf"',
        'gives = "zelf"\nno_of_self_holds = true',
        "beeld.toml [vanaf-16]: `no_of_self_holds` is for who can end it and does not decide; take it out",
    ),
    "a grown-up whose guardian still decides": (
        "beeld.toml [vanaf-18]",
        "since = 18",
        "since = 19",
        "beeld.toml: from 18 on only the person decides; write so under `since = 18` or lower",
    ),
    "procedure without steps": (
        "procedures.toml",
        "[melding]",
        '[leeg]\nlabel.nl = "Leeg"\nlabel.en = "Empty"\nsteps = []\n\n[melding]',
        "procedures.toml [leeg]: `steps` is empty; write at least one",
    ),
}


@pytest.mark.parametrize(("place", "old", "new", "refusal"), CASES.values(), ids=CASES.keys())
def test_a_clash_is_refused_with_its_place(broken: Break, place: str, old: str, new: str, refusal: str) -> None:
    problems = broken(place, old, new)
    assert [problem for problem in problems if problem.startswith(refusal)], problems


def test_a_prohibition_that_no_conduct_breaks_is_refused(folder: Path) -> None:
    with (folder / "personeel.toml").open("a", encoding="utf-8") as chapter:
        chapter.write(
            '\n[personeel-10]\nkind = "prohibition"\nbinds = ["personeel"]\nencoding = "full"\n'
            'title = { nl = "Niet", en = "Not" }\ntext = { nl = "Dit mag niet.", en = "This is not allowed." }\n'
        )
    assert lint(folder) == [
        "personeel.toml [personeel-10]: no conduct in conduct.toml breaks this prohibition; add one"
    ]
