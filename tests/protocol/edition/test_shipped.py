"""The shipped edition: whole, in both languages, and pinned."""

import re
from datetime import date
from pathlib import Path

import msgspec
import pytest

from keyzer.protocol.edition import Edition, Term
from keyzer.protocol.load import SHIPPED, EditionError, current, editions, latest, lint, load_edition, shipped
from keyzer.protocol.vocabulary import Audience, Count, Gate, Lane, Place, Role, Sureness, Unit

ADOPTED = "de-keyzer-2026-08-01"
DIGEST = "0ec9f22c9c6df00c9f749fe5383ff6cc62313ff9bcc79fefa04da32e8e26f608"
ARTICLES = [
    *(f"reikwijdte-{number}" for number in ("1", "2", "3", "4", "4a", "4b", "4c", "4d", "4e", "5")),
    *(f"leerlingen-{number}" for number in range(1, 11)),
    *(f"personeel-{number}" for number in range(1, 10)),
]
BREAKABLE = [
    *(f"reikwijdte-4{letter}" for letter in "abcde"),
    *(f"leerlingen-{number}" for number in range(1, 8)),
    *(f"personeel-{number}" for number in range(1, 8)),
]


@pytest.fixture
def edition() -> Edition:
    return current()


def test_the_edition_in_force_is_the_adopted_one() -> None:
    assert current() is shipped(ADOPTED)
    assert ADOPTED in editions()


def test_of_several_editions_the_one_that_came_into_force_last_counts(edition: Edition) -> None:
    later = msgspec.structs.replace(edition, id="a-school-2027-01-01", in_force_from=date(2027, 1, 1))
    assert latest([edition, later]) is latest([later, edition]) is later


def test_another_school_is_another_folder(folder: Path, edition: Edition) -> None:
    other = folder.rename(folder.with_name("de-kajuit-2027-08-01"))
    cover = (other / "edition.toml").read_text(encoding="utf-8")
    cover = cover.replace(edition.id, other.name).replace(edition.school, "De Kajuit")
    (other / "edition.toml").write_text(cover, encoding="utf-8")
    loaded = load_edition(other)
    assert (loaded.id, loaded.school, loaded.articles) == (other.name, "De Kajuit", edition.articles)
    assert loaded.digest != edition.digest


def test_the_adopted_edition_never_changes(edition: Edition) -> None:
    # A correction is a new dated folder: cases and signatures hold on to this digest.
    assert edition.digest == DIGEST


def test_every_shipped_edition_is_sound() -> None:
    assert [problem for name in editions() for problem in lint(SHIPPED / name)] == []


def test_an_edition_that_is_not_shipped_is_refused_by_name() -> None:
    with pytest.raises(EditionError, match="no edition `de-kajuit-2027-08-01` is shipped; there is de-keyzer"):
        shipped("de-kajuit-2027-08-01")


def test_no_article_of_the_paper_is_missing_and_they_stand_in_its_order(edition: Edition) -> None:
    assert list(edition.articles) == ARTICLES


@pytest.mark.parametrize("article_id", [pytest.param(name, marks=pytest.mark.article(name)) for name in ARTICLES])
def test_an_article_binds_the_people_of_its_chapter(edition: Edition, article_id: str) -> None:
    article = edition.article(article_id)
    everybody = set(Audience)
    chapter = {"reikwijdte": everybody, "leerlingen": {Audience.LEERLING}, "personeel": {Audience.PERSONEEL}}
    assert set(article.binds) == chapter[article.chapter]
    assert f"{article.chapter}-{article.number}" == article_id


def test_what_is_not_encoded_in_full_says_what_is_left_to_a_person(edition: Edition) -> None:
    silent = [
        article.id
        for article in edition.articles.values()
        if (article.encoding == "full") is not (article.left_to_judgement is None)
    ]
    assert silent == []


@pytest.mark.parametrize("article_id", [pytest.param(name, marks=pytest.mark.article(name)) for name in BREAKABLE])
def test_there_is_conduct_for_every_article_that_can_be_broken(edition: Edition, article_id: str) -> None:
    assert [kind.id for kind in edition.conduct.values() if article_id in kind.breaks]


@pytest.mark.article("reikwijdte-4")
@pytest.mark.article("reikwijdte-5")
def test_conduct_applies_at_school_alone_when_only_the_scope_forbids_it(edition: Edition) -> None:
    for kind in edition.conduct.values():
        only_scope = all(edition.article(name).chapter == "reikwijdte" for name in kind.breaks)
        about_devices_at_school = "leerlingen-7" in kind.breaks
        assert (kind.where is Place.SCHOOL) is (only_scope or about_devices_at_school), kind.id


@pytest.mark.article("reikwijdte-4a")
@pytest.mark.parametrize("material", ["porno", "racis", "discrimin", "beledig", "aanstootgevend"])
def test_material_of_each_kind_may_be_neither_looked_at_nor_spread(edition: Edition, material: str) -> None:
    labels = [kind.label.nl.lower() for kind in edition.conduct.values() if "reikwijdte-4a" in kind.breaks]
    assert any(material in label and re.search("bezoeken|bekijken", label) for label in labels)
    assert any(material in label and "downloaden" in label for label in labels)
    assert any(material in label and "verspreiden" in label for label in labels)


def test_conduct_breaks_other_articles_when_staff_did_it(edition: Edition) -> None:
    assert edition.broken_by("foto-doorsturen", Audience.LEERLING) == ("reikwijdte-4c", "leerlingen-6")
    assert edition.broken_by("foto-doorsturen", Audience.PERSONEEL) == ("reikwijdte-4c", "personeel-4", "personeel-6")
    assert edition.broken_by("vriend-met-leerling", Audience.OUDER) == ()


def test_a_conduct_that_may_be_a_sexual_offence_always_opens_the_sexual_image_path(edition: Edition) -> None:
    for kind in edition.conduct.values():
        if any(edition.offences[name].sexual for name in kind.offences):
            assert kind.sexual_image_path, kind.id


@pytest.mark.article("leerlingen-10")
def test_offences_that_only_the_victim_can_have_prosecuted_are_marked(edition: Edition) -> None:
    on_complaint = {offence.id for offence in edition.offences.values() if offence.needs_complaint}
    assert on_complaint == {"sr-261", "sr-262", "sr-266", "sr-271", "sr-272", "sr-285b", "sr-318"}


@pytest.mark.article("personeel-9")
def test_offences_of_title_xiv_are_marked_as_sexual(edition: Edition) -> None:
    assert {name for name, offence in edition.offences.items() if offence.sexual} == {"sr-251", "sr-252", "sr-254ba"}


@pytest.mark.article("leerlingen-9")
def test_the_pupil_ladder(edition: Edition) -> None:
    ladder = edition.ladder(Lane.LEERLING)
    assert [(rung.id, rung.decided_by[0]) for rung in ladder] == [
        ("gesprek", Role.COORDINATOR),
        ("herstel", Role.COORDINATOR),
        ("waarschuwing", Role.COORDINATOR),
        ("inname-apparaat", Role.COORDINATOR),
        ("schorsing-intern", Role.DIRECTEUR),
        ("schorsing", Role.DIRECTEUR),
        ("verwijdering", Role.BESTUUR),
    ]
    assert edition.article("leerlingen-9").measures == tuple(rung.id for rung in ladder)


@pytest.mark.article("leerlingen-9")
def test_nothing_above_a_warning_without_contact_with_the_guardians(edition: Edition) -> None:
    warning = edition.measures["waarschuwing"].rank
    for rung in edition.ladder(Lane.LEERLING):
        assert (Gate.GUARDIANS_CONTACTED in rung.gates) is (rung.rank > warning), rung.id
        assert Gate.GUARDIANS_CONTACTED not in rung.waived_by_urgency


@pytest.mark.article("leerlingen-9")
@pytest.mark.parametrize("measure_id", ["schorsing", "schorsing-intern"])
def test_a_suspension_ends_within_a_week_and_asks_for_hearings_that_urgency_can_put_off(
    edition: Edition, measure_id: str
) -> None:
    suspension = edition.measures[measure_id]
    assert suspension.lasts_at_most == 7
    assert suspension.needs_end
    assert {Gate.SUBJECT_HEARD, Gate.GUARDIANS_HEARD} <= set(suspension.gates)
    assert set(suspension.waived_by_urgency) == {Gate.SUBJECT_HEARD, Gate.GUARDIANS_HEARD}


@pytest.mark.article("leerlingen-9")
def test_a_removal_needs_all_gates_whatever_the_haste(edition: Edition) -> None:
    removal = edition.measures["verwijdering"]
    assert removal.waived_by_urgency == ()
    assert {Gate.SUBJECT_HEARD, Gate.GUARDIANS_HEARD, Gate.INSPECTORATE_CONSULTED} <= set(removal.gates)
    assert removal.only_in_compulsory_education == (Gate.OTHER_SCHOOL_FOUND,)


@pytest.mark.article("leerlingen-9")
def test_a_device_goes_back_on_the_same_day(edition: Edition) -> None:
    assert edition.measures["inname-apparaat"].lasts_at_most == 0
    assert edition.step("inname", "teruggeven").term == Term(amount=0, unit=Unit.DAYS)


@pytest.mark.article("personeel-8")
def test_the_staff_ladder(edition: Edition) -> None:
    ladder = edition.ladder(Lane.PERSONEEL)
    assert [(rung.id, rung.decided_by[0]) for rung in ladder] == [
        ("gesprek-personeel", Role.TEAMLEIDER),
        ("waarschuwing-personeel", Role.TEAMLEIDER),
        ("ordeschorsing", Role.DIRECTEUR),
        ("schorsing-personeel", Role.BESTUUR),
        ("berisping", Role.BESTUUR),
        ("ontslag", Role.BESTUUR),
        ("ontslag-op-staande-voet", Role.BESTUUR),
    ]
    assert edition.article("personeel-8").measures == tuple(rung.id for rung in ladder)


@pytest.mark.article("personeel-8")
@pytest.mark.parametrize("measure_id", ["schorsing-personeel", "berisping", "ontslag"])
def test_a_staff_punishment_needs_intention_and_defence(edition: Edition, measure_id: str) -> None:
    assert {Gate.WRITTEN_INTENTION, Gate.DEFENCE_TERM_OVER} <= set(edition.measures[measure_id].gates)


@pytest.mark.article("personeel-8")
def test_above_a_warning_staff_measures_need_their_source_and_the_consent_of_the_staff_council(
    edition: Edition,
) -> None:
    warning = edition.measures["waarschuwing-personeel"].rank
    needed = {Gate.COLLECTIVE_AGREEMENT_SOURCE, Gate.WORKS_COUNCIL_CONSENT}
    for rung in edition.ladder(Lane.PERSONEEL):
        assert (needed <= set(rung.gates)) is (rung.rank > warning), rung.id


@pytest.mark.article("personeel-8")
def test_a_summary_dismissal_needs_a_hearing_advice_and_an_urgent_reason(edition: Edition) -> None:
    gates = set(edition.measures["ontslag-op-staande-voet"].gates)
    assert {Gate.SUBJECT_HEARD, Gate.LEGAL_ADVICE, Gate.URGENT_REASON} <= gates
    assert not {Gate.WRITTEN_INTENTION, Gate.DEFENCE_TERM_OVER} & gates


@pytest.mark.article("personeel-8")
def test_an_order_suspension_is_no_punishment(edition: Edition) -> None:
    assert not edition.measures["ordeschorsing"].punishes
    assert edition.measures["schorsing-personeel"].punishes


@pytest.mark.article("leerlingen-8")
@pytest.mark.parametrize(("lane", "days"), [("melding", 1), ("twijfel", 2)])
def test_reports_and_doubts_have_an_answer_that_is_due(edition: Edition, lane: str, days: int) -> None:
    answer = edition.step(lane, "antwoorden")
    assert (answer.term, answer.counted_in) == (Term(amount=days, unit=Unit.DAYS), Count.SCHOOL_DAYS)
    assert answer.by == (Role.COORDINATOR,)
    assert {source.sureness for source in answer.sources} == {Sureness.LOW}


@pytest.mark.article("leerlingen-9")
@pytest.mark.parametrize(("step", "term"), [("bezwaar", 6), ("bezwaar-beslissen", 4)])
def test_the_legal_terms_of_a_removal(edition: Edition, step: str, term: int) -> None:
    found = edition.step("verwijdering", step)
    assert (found.term, found.counted_in) == (Term(amount=term, unit=Unit.WEEKS), Count.LEGAL_TERM)


@pytest.mark.article("personeel-9")
def test_a_possible_sexual_offence_by_staff_is_for_the_board_at_once(edition: Edition) -> None:
    first, *others = edition.procedures["zedenmisdrijf-taak"].steps
    assert {Role.VRIJWILLIGER, Role.STAGIAIR, Role.DOCENT, Role.VERTROUWENSPERSOON} <= set(first.by)
    assert all(step.by == (Role.BESTUUR,) for step in others)
    assert {step.counted_in for step in (first, *others)} == {Count.AT_ONCE}


def test_a_collective_agreement_is_never_printed_as_law(edition: Edition) -> None:
    steps = [step for procedure in edition.procedures.values() for step in procedure.steps]
    sources = [source for measure in edition.measures.values() for source in measure.sources]
    sources += [source for step in steps for source in step.sources]
    assert {source.sureness for source in sources if "CAO" in source.cite or "beleid" in source.cite} == {Sureness.LOW}


def test_an_unknown_article_or_step_is_a_key_error(edition: Edition) -> None:
    with pytest.raises(KeyError):
        edition.article("leerlingen-11")
    with pytest.raises(KeyError):
        edition.step("melding", "vergeten")
