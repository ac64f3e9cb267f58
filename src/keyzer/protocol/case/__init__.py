"""The case machine: commands in, events out; what is owed and what may be done now, and why not."""

from keyzer.protocol.case import commands, events
from keyzer.protocol.case.asking import Choice, Field
from keyzer.protocol.case.commands.base import Command
from keyzer.protocol.case.commands.frame import NameParty, Open
from keyzer.protocol.case.decide import decide
from keyzer.protocol.case.duties import duties, open_duties
from keyzer.protocol.case.events import EventError, decode_event, encode_event
from keyzer.protocol.case.events.base import Event
from keyzer.protocol.case.facts import is_adult, parties
from keyzer.protocol.case.fold import evolve, replay
from keyzer.protocol.case.form import CommandError, describe, parse_command
from keyzer.protocol.case.options import Option, options
from keyzer.protocol.case.owed.duty import Duty, DutyStatus
from keyzer.protocol.case.range import Rung, measure_range
from keyzer.protocol.case.reasons import Reason, Refusal
from keyzer.protocol.case.stages import STAGES, Stage, stage
from keyzer.protocol.case.state import CaseState, Phase, StreamError
from keyzer.protocol.case.telling import narrative, people, summarise
from keyzer.protocol.case.values import Actor, Guardian, Party, SchoolSettings

__all__ = [
    "STAGES",
    "Actor",
    "CaseState",
    "Choice",
    "Command",
    "CommandError",
    "Duty",
    "DutyStatus",
    "Event",
    "EventError",
    "Field",
    "Guardian",
    "NameParty",
    "Open",
    "Option",
    "Party",
    "Phase",
    "Reason",
    "Refusal",
    "Rung",
    "SchoolSettings",
    "Stage",
    "StreamError",
    "commands",
    "decide",
    "decode_event",
    "describe",
    "duties",
    "encode_event",
    "events",
    "evolve",
    "is_adult",
    "measure_range",
    "narrative",
    "open_duties",
    "options",
    "parse_command",
    "parties",
    "people",
    "replay",
    "stage",
    "summarise",
]
