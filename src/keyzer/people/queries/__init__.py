"""Every read about people, as of a day: roles, classes and guardianship are honoured only while they hold."""

from .accounts import Door, account_of, doors
from .bonds import BondLine, SeatBrief, bonds_after, bonds_around, bonds_in_class, bonds_of, bonds_on
from .correspondents import Correspondent, correspondents
from .families import GuardianBrief, guardians_of
from .finding import search, search_at_work
from .mailboxes import Mailbox, mailbox_of
from .persons import PersonBrief, brief, is_adult, layer_of, names
from .receivers import NobodyLeft, board_for, coordinator_for, manager_of
from .roles import AT_WORK, STAFF, holders, viewer_of
from .school import NoSchool, SchoolBrief, school
from .settings import ADOPTED, SettingsChange, settings_changes, settings_version

__all__ = [
    "ADOPTED",
    "AT_WORK",
    "STAFF",
    "BondLine",
    "Correspondent",
    "Door",
    "GuardianBrief",
    "Mailbox",
    "NoSchool",
    "NobodyLeft",
    "PersonBrief",
    "SchoolBrief",
    "SeatBrief",
    "SettingsChange",
    "account_of",
    "board_for",
    "bonds_after",
    "bonds_around",
    "bonds_in_class",
    "bonds_of",
    "bonds_on",
    "brief",
    "coordinator_for",
    "correspondents",
    "doors",
    "guardians_of",
    "holders",
    "is_adult",
    "layer_of",
    "mailbox_of",
    "manager_of",
    "names",
    "school",
    "search",
    "search_at_work",
    "settings_changes",
    "settings_version",
    "viewer_of",
]
