"""Every read about people, as of a day: roles, classes and guardianship are honoured only while they hold."""

from .accounts import Door, account_of, doors
from .correspondents import Correspondent, correspondents
from .families import GuardianBrief, guardians_of
from .finding import search
from .mailboxes import Mailbox, mailbox_of
from .persons import PersonBrief, brief, is_adult, layer_of, names
from .receivers import NobodyLeft, coordinator_for, manager_of
from .roles import STAFF, holders, viewer_of
from .school import NoSchool, SchoolBrief, school

__all__ = [
    "STAFF",
    "Correspondent",
    "Door",
    "GuardianBrief",
    "Mailbox",
    "NoSchool",
    "NobodyLeft",
    "PersonBrief",
    "SchoolBrief",
    "account_of",
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
    "viewer_of",
]
