"""Forms and their parsing, and the sentences of events."""

from datetime import date, datetime

import pytest

from keyzer.protocol.case import (
    CommandError,
    EventError,
    decode_event,
    describe,
    encode_event,
    narrative,
    parse_command,
    people,
    summarise,
)
from keyzer.protocol.case.commands import ALL as COMMANDS
from keyzer.protocol.case.commands.talks import RecordContact
from keyzer.protocol.case.events import ALL as EVENTS
from keyzer.protocol.case.events.measures import MeasureDecided
from keyzer.protocol.case.values import Channel
from keyzer.protocol.terms import LOCAL
from tests.protocol.case.world import DIRECTOR, STAFF_CASE, TEAM_LEADER, Story, ready_for_suspension

MAY_BE_EMPTY = {"decision", "measure", "slot", "agreement", "repair"}


@pytest.mark.parametrize("kind", [command.named() for command in COMMANDS])
def test_every_command_can_be_drawn_in_both_languages(kind: str) -> None:
    story = Story()
    for field in describe(story.edition, story.state, kind):
        assert field.label.nl
        assert field.label.en
        assert field.kind != "choice" or field.choices or field.name in MAY_BE_EMPTY
        assert all(choice.label.nl and choice.label.en for choice in field.choices)


def test_a_form_is_parsed_as_a_browser_sends_it() -> None:
    command = parse_command(
        "record-contact",
        {
            "guardian": "mo",
            "channel": "telefoon",
            "contacted_at": "2026-11-16T10:00",
            "reached": "on",
            "answer": " Ja. ",
        },
    )
    assert command == RecordContact(
        guardian="mo",
        channel=Channel.TELEFOON,
        contacted_at=datetime(2026, 11, 16, 10, 0, tzinfo=LOCAL),
        reached=True,
        answer="Ja.",
    )


def test_what_is_wrong_is_told_per_field() -> None:
    data = {"guardian": "", "channel": "duif", "contacted_at": "gisteren", "extra": "x"}
    with pytest.raises(CommandError) as wrong:
        parse_command("record-contact", data)
    assert set(wrong.value.fields) == {"guardian", "channel", "contacted_at", "extra"}
    assert wrong.value.fields["channel"].nl == "`duif` is hier geen keuze."


def test_an_unknown_command_is_refused() -> None:
    with pytest.raises(CommandError, match="`fly`"):
        parse_command("fly", {})


def test_one_choice_is_a_list_of_one() -> None:
    command = parse_command("cite-conduct", {"conduct": "belediging"})
    assert getattr(command, "conduct", None) == ("belediging",)


def test_dates_and_numbers_come_as_text() -> None:
    command = parse_command("adopt-settings", {"defence_days": "14", "works_council_consent": "2026-09-01"})
    assert getattr(command, "defence_days", None) == 14
    assert getattr(command, "works_council_consent", None) == date(2026, 9, 1)
    with pytest.raises(CommandError, match="whole number"):
        parse_command("adopt-settings", {"defence_days": "veel"})


def test_events_speak_without_names() -> None:
    story = ready_for_suspension()
    story.suspend(by=DIRECTOR)
    told = [summarise(story.edition, event) for event in story.events]
    assert told[0].nl == "Zaak over {person:sem} geopend; {person:cora} behandelt de zaak"
    assert told[2].nl == "{person:mo} bereikt: telefoon, 16 november 2026 om 11:00"
    assert told[-1].en == "Decided: Suspension"
    assert people(story.events[0]) == ("sem", "cora")


def test_what_was_written_is_told_and_codes_are_not() -> None:
    story = ready_for_suspension()
    story.suspend(by=DIRECTOR)
    opened, decided = story.events[0], story.events[-1]
    assert narrative(opened) == ""
    assert isinstance(decided, MeasureDecided)
    assert narrative(decided) == decided.reason


@pytest.mark.parametrize("kind", EVENTS, ids=lambda kind: kind.named())
def test_every_event_has_a_sentence_in_both_languages(kind: type) -> None:
    assert kind.line.nl != kind.line.en or kind.line.nl.startswith("{person}: ")  # type: ignore[attr-defined]


def test_events_survive_json_and_unknown_ones_are_refused() -> None:
    story = ready_for_suspension()
    assert [decode_event(encode_event(event)) for event in story.events] == story.events
    with pytest.raises(EventError, match="`flown`"):
        decode_event(b'{"kind": "flown"}')
    with pytest.raises(EventError, match="reason"):
        decode_event(
            b'{"kind": "case-reopened", "at": "2026-11-16T10:00:00+01:00", "by": "a", "grounds": ["leerlingen-9"]}'
        )
    with pytest.raises(EventError):
        decode_event(b"[")


@pytest.mark.article("leerlingen-9")
def test_a_decision_asks_what_its_measure_needs_and_nothing_without_sense() -> None:
    story = ready_for_suspension()

    def asked(measure: str) -> dict[str, bool]:
        fields = describe(story.edition, story.state, "decide-measure", {"measure": measure})
        return {field.name: field.required for field in fields}

    assert asked("schorsing") == {"measure": True, "reason": True, "starts": True, "ends": True}
    assert asked("waarschuwing") == {"measure": True, "reason": True}
    assert asked("verwijdering") == {"measure": True, "reason": True, "outside_range": True}
    unsettled = {field.name: field.required for field in describe(story.edition, story.state, "decide-measure")}
    assert unsettled["starts"] is False, "no measure was chosen yet"


@pytest.mark.article("personeel-8")
def test_a_summary_dismissal_asks_no_dates_and_a_warning_of_staff_may_have_an_end() -> None:
    story = Story(STAFF_CASE, TEAM_LEADER)

    def asked(measure: str) -> set[str]:
        return {field.name for field in describe(story.edition, story.state, "decide-measure", {"measure": measure})}

    assert not asked("ontslag-op-staande-voet") & {"starts", "ends"}
    assert {"starts", "ends"} <= asked("waarschuwing-personeel")
