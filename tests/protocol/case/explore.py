"""Walks through every state that a small world can reach, with canonical arguments for every command."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from keyzer.protocol.case import (
    Actor,
    CaseState,
    Event,
    Field,
    Open,
    Option,
    Refusal,
    decide,
    describe,
    evolve,
    options,
)
from keyzer.protocol.case.commands import BY_KIND
from keyzer.protocol.case.facts import parties, speakers, untold
from keyzer.protocol.case.form import asked_fields, parse_command
from keyzer.protocol.edition import Edition
from keyzer.protocol.vocabulary import Grade, Role
from tests.protocol.case.world import MONDAY

STEP = timedelta(minutes=10)
CONDUCT = {"foto-doorsturen"}
HANDLERS = ("otto", "cora", "tess", "hanna", "daan")


class Step(NamedTuple):
    """One transition: from a state, by someone's option, to events and the next state."""

    before: CaseState
    option: Option
    by: Actor
    at: datetime
    events: list[Event]
    after: CaseState


def canonical(edition: Edition, state: CaseState, option: Option, by: Actor, at: datetime) -> dict[str, Any]:
    """Arguments with which an allowed option must be accepted."""
    fields = describe(edition, state, option.kind)
    given = {field.name: _value(field, at) for field in fields if field.required} | option.preset
    given |= {
        field.name: "x1" for field in asked_fields(BY_KIND[option.kind]) if field.kind == "data" and field.required
    }
    special = SPECIAL.get(option.kind)
    return given | (special(Asked(edition, state, option.preset, by, at)) if special else {})


def _value(field: Field, at: datetime) -> Any:
    match field.kind:
        case "date":
            return at.date()
        case "datetime":
            return at
        case "flag":
            return True
        case "choice" | "person" if field.choices:
            return field.choices[-1 if field.name == "outcome" else 0].value
        case "choices":
            return [choice.value for choice in field.choices if choice.value in CONDUCT] or [field.choices[0].value]
    return "sem" if field.name == "person" else "tekst"


class Asked(NamedTuple):
    """What a canonical argument may depend on."""

    edition: Edition
    state: CaseState
    preset: dict[str, str]
    by: Actor
    at: datetime


def _handler(asked: Asked) -> dict[str, Any]:
    barred = {asked.state.handler, *parties(asked.state)}
    return {"handler": next(one for one in HANDLERS if one not in barred)}


def _untold(asked: Asked) -> dict[str, Any]:
    pairs = [person for decision, person in untold(asked.state) if decision == asked.preset.get("decision")]
    return {"channel": "overhandigd"} | ({"person": pairs[0]} if pairs else {})


def _party(asked: Asked) -> dict[str, Any]:
    drops_out = asked.state.handler if Role.DIRECTEUR in asked.by.roles else None
    return {"person": drops_out or f"p{len(asked.state.parties)}", "part": "getuige"}


def _statement(asked: Asked) -> dict[str, Any]:
    return {"person": asked.by.id} if asked.by.id in {asked.state.subject, "mo"} else {}


def _objector(asked: Asked) -> str:
    """Who objects: oneself where that is one's own to do, else somebody who did not yet."""
    if asked.by.id in {asked.state.subject, "mo"}:
        return asked.by.id
    objected = {one.person for one in asked.state.objections}
    return next((person for person in ("mo", *speakers(asked.state)) if person not in objected), "mo")


def _times(asked: Asked) -> dict[str, Any]:
    given: dict[str, Any] = {"outside_range": "omdat"}
    if asked.edition.measures[asked.preset["measure"]].needs_end:
        given |= {"starts": asked.at, "ends": asked.at + timedelta(hours=2)}
    return given


SPECIAL: dict[str, Callable[[Asked], dict[str, Any]]] = {
    "weigh": lambda _: dict.fromkeys(("utterance", "conduct", "consequence"), Grade.ERNSTIG),
    "record-hearing": lambda _: {"outcome": "declined"},
    "record-contact": lambda _: {"reached": True, "view_asked": True, "answer": "gesproken"},
    "invite-hearing": lambda asked: {"planned_at": asked.at + timedelta(days=1)},
    "issue-letter": lambda asked: {
        "letter": f"l{len(asked.state.letters_issued)}",
        "language": "nl",
        "digest": "0" * 64,
    },
    "send-letter": lambda _: {"channel": "overhandigd", "proof": "getekend"},
    "adopt-settings": lambda _: {"agreement_source": "cao", "works_council_consent": date(2026, 9, 1)},
    "keep-device": lambda asked: {"until": asked.at + timedelta(days=1), "agreed_by": "mo", "agreed_at": asked.at},
    "lodge-objection": lambda asked: {"person": _objector(asked)},
    "reassign": _handler,
    "announce": _untold,
    "name-party": _party,
    "add-statement": _statement,
    "decide-measure": _times,
}


class Node(NamedTuple):
    """A place in the exploration: a state, how it came about, and when."""

    state: CaseState
    events: tuple[Event, ...]
    at: datetime


def key_of(node: Node) -> tuple[object, ...]:
    """What makes two states the same for the rules: everything but moments and words."""
    return (node.at - node.state.opened_at > timedelta(days=30), *(_shape(value) for value in _fields(node.state)))


def _fields(state: CaseState) -> Iterator[object]:
    for name in state.__struct_fields__:
        if name not in {"version", "opened_at", "round_began", "last_at", "cited_at"}:
            yield getattr(state, name)


def _shape(value: object) -> object:
    if isinstance(value, tuple):
        return frozenset(_shape(one) for one in value)
    if isinstance(value, Event):
        told = {name: getattr(value, name) for name in value.__struct_fields__}
        return (
            value.named(),
            *(told.get(name) for name in ("person", "guardian", "decision", "measure", "choice", "slot")),
        )
    return value


def opened(edition: Edition, opening: Open, by: Actor) -> Node:
    """The start of an exploration."""
    events = decide(edition, None, opening, MONDAY, by)
    assert isinstance(events, list), events
    return Node(evolve(None, events[0]), tuple(events), MONDAY)


def moved(edition: Edition, node: Node, option: Option, by: Actor) -> list[Event] | Refusal:
    """What the machine answers to an option with canonical arguments."""
    at = node.at + STEP
    command = parse_command(option.kind, canonical(edition, node.state, option, by, at))
    return decide(edition, node.state, command, at, by)


def after(node: Node, events: list[Event]) -> Node:
    """The node that events lead to."""
    state = node.state
    for event in events:
        state = evolve(state, event)
    return Node(state, (*node.events, *events), node.at + STEP)


def steps(
    edition: Edition, node: Node, actors: tuple[Actor, ...]
) -> Iterator[tuple[Option, Actor, list[Event] | Refusal]]:
    """Every option of every actor in a state, with what the machine answers to it."""
    for by in actors:
        for option in options(edition, node.state, by, node.at + STEP):
            yield option, by, moved(edition, node, option, by)
