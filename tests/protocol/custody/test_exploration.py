"""Every order of acts with one device, to a stated depth: what must hold holds in each state that is reached."""

from collections.abc import Iterator

from keyzer.protocol.case import Actor, Event, Refusal
from keyzer.protocol.case.values import Channel
from keyzer.protocol.custody import (
    ClaimKind,
    Count,
    CustodyCommand,
    CustodyPhase,
    CustodyState,
    Move,
    OpenClaim,
    RecordRefusal,
    SettleClaim,
    TellAdult,
    Whereabouts,
    decode_custody_event,
    encode_custody_event,
    replay_custody,
)
from keyzer.protocol.custody.events import DeviceHandedBack, KeptLonger
from keyzer.protocol.situation import Device
from tests.protocol.custody.story import BELL, CONDUCT, DIRECTOR, EDITION, PUPIL, TEACHER, Story, back, longer, take

DEPTH = 4
ACTORS = (TEACHER, DIRECTOR, PUPIL)
COMMANDS: tuple[CustodyCommand, ...] = (
    take(),
    take(where=Whereabouts(place="kluis", holder="teacher")),
    RecordRefusal(pupil="sem", devices=(Device.PHONE,), conduct=CONDUCT, account=""),
    Move(where=Whereabouts(place="kluis")),
    TellAdult(guardian="mo", channel=Channel.TELEFOON),
    longer(),
    longer(reason=""),
    longer(agreed_by="gus"),
    back(),
    back(person="gus"),
    back(received=False),
    OpenClaim(claim=ClaimKind.LOST, account="Weg.", handler="director"),
    OpenClaim(claim=ClaimKind.DAMAGED, account="Barst.", handler="director"),
    SettleClaim(outcome="Betaald.", paid=True),
    Count(place="kluis", present=False),
)


def following(story: Story) -> Iterator[tuple[Actor, Story]]:
    """Each story that is one act longer."""
    for command in COMMANDS:
        for by in ACTORS:
            if isinstance(story.answer(command, by), Refusal):
                continue
            longer_story = Story(story.around)
            longer_story.now, longer_story.state, longer_story.events = story.now, story.state, [*story.events]
            longer_story.do(command, by)
            yield by, longer_story


def hold(story: Story, state: CustodyState, by: Actor) -> None:
    kinds = [type(event) for event in story.events]
    assert by is not PUPIL
    assert state.where.is_one is (state.phase is CustodyPhase.HELD)
    assert kinds.count(DeviceHandedBack) <= 1
    assert (state.due is not None) is (state.phase is CustodyPhase.HELD)
    agreed = [event for event in story.events if isinstance(event, KeptLonger)]
    assert all(one.reason and one.agreed_by == "mo" and one.until > BELL for one in agreed)
    assert state.due is None or state.due <= BELL or agreed
    assert all(event.grounds and set(event.grounds) <= set(EDITION.articles) for event in story.events)
    assert replay_custody(story.events) == state


def test_no_order_of_acts_breaks_what_must_hold() -> None:
    stories, seen = [Story()], set[tuple[object, ...]]()
    for _depth in range(DEPTH):
        found = []
        for story in stories:
            for by, after in following(story):
                assert after.state
                hold(after, after.state, by)
                mark = tuple(event.named() + str(getattr(event, "claim", "")) for event in after.events)
                if mark not in seen:
                    seen.add(mark)
                    found.append(after)
        stories = found
    assert len(seen) > 200


def test_every_event_is_read_back_as_it_was_written() -> None:
    read: set[type[Event]] = set()
    for _by, one in following(Story()):
        for _who, two in following(one):
            for event in two.events:
                assert decode_custody_event(encode_custody_event(event)) == event
                read.add(type(event))
    assert len(read) >= 8
