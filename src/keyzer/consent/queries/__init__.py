"""Every read of consent. Who said what is told to nobody but to who said it."""

from .classes import ClassShown, class_for, classes_for
from .owing import Asked, asked_of, who_owe
from .page import ConsentPage, Line, consent_page
from .published import Picture, Task, approved_in, late_tasks, published_by, showing, tasks_of, who_take_down_before
from .standing import may_show, not_among, not_for, of

__all__ = [
    "Asked",
    "ClassShown",
    "ConsentPage",
    "Line",
    "Picture",
    "Task",
    "approved_in",
    "asked_of",
    "class_for",
    "classes_for",
    "consent_page",
    "late_tasks",
    "may_show",
    "not_among",
    "not_for",
    "of",
    "published_by",
    "showing",
    "tasks_of",
    "who_owe",
    "who_take_down_before",
]
