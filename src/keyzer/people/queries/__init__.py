"""Every read about people, as of a day: roles, classes and guardianship are honoured only while they hold."""

from .absences import AbsenceBrief, absences_of
from .accounts import Door, account, account_of, doors
from .bonds import (
    BondLine,
    SeatBrief,
    bonds_after,
    bonds_around,
    bonds_in_class,
    bonds_of,
    bonds_on,
    buildings_at_work,
)
from .classes import ClassBrief, Seated, class_brief, classes, pupils_in, staff_by_number
from .classmates import names_in_class_of, names_in_year
from .correspondents import Correspondent, correspondents
from .directory import Directory, directory
from .families import GuardianBrief, children_of, guardians_of
from .finding import search, search_at_work
from .mailboxes import Mailbox, mailbox_of
from .marks import NameMarks, mark, name_marks, name_words
from .mentions import named_in
from .persons import PersonBrief, brief, is_adult, layer_of, names, seats
from .receivers import NobodyLeft, board_for, coordinator_for, deputies, line_above, manager_of
from .roles import AT_WORK, STAFF, holders, recognised, viewer_of
from .school import NoSchool, SchoolBrief, school
from .settings import ADOPTED, SettingsChange, settings_changes, settings_version
from .working import answering_to, last_days

__all__ = [
    "ADOPTED",
    "AT_WORK",
    "STAFF",
    "AbsenceBrief",
    "BondLine",
    "ClassBrief",
    "Correspondent",
    "Directory",
    "Door",
    "GuardianBrief",
    "Mailbox",
    "NameMarks",
    "NoSchool",
    "NobodyLeft",
    "PersonBrief",
    "SchoolBrief",
    "SeatBrief",
    "Seated",
    "SettingsChange",
    "absences_of",
    "account",
    "account_of",
    "answering_to",
    "board_for",
    "bonds_after",
    "bonds_around",
    "bonds_in_class",
    "bonds_of",
    "bonds_on",
    "brief",
    "buildings_at_work",
    "children_of",
    "class_brief",
    "classes",
    "coordinator_for",
    "correspondents",
    "deputies",
    "directory",
    "doors",
    "guardians_of",
    "holders",
    "is_adult",
    "last_days",
    "layer_of",
    "line_above",
    "mailbox_of",
    "manager_of",
    "mark",
    "name_marks",
    "name_words",
    "named_in",
    "names",
    "names_in_class_of",
    "names_in_year",
    "pupils_in",
    "recognised",
    "school",
    "search",
    "search_at_work",
    "seats",
    "settings_changes",
    "settings_version",
    "staff_by_number",
    "viewer_of",
]
