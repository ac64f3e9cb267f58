"""The door of the protocol: what the rooms may import. Behind it stands the paper made executable, and no school."""

from .access import RoleHeld, Viewer
from .ask import ask, next_question
from .case.values import SchoolSettings
from .edition import Article, Conduct, Edition, Measure, Offence, Procedure, Source, Step
from .load import EditionError, current, editions, lint, load_edition, shipped
from .names import ARTICLE_KINDS, AUDIENCES, PARTS, ROLES
from .situation import Act, Situation, SituationError, parse_situation
from .terms import SchoolCalendar, due_after
from .trace import article_index, articles_markdown, trace
from .verdict import AskFirst, LeftToJudgement, Permitted, Refused, Verdict, answer_as_json, answer_as_words
from .vocabulary import (
    ArticleKind,
    Audience,
    Encoding,
    Gate,
    Grade,
    Lane,
    Part,
    Place,
    Role,
    Sureness,
    Text,
)

__all__ = [
    "ARTICLE_KINDS",
    "AUDIENCES",
    "PARTS",
    "ROLES",
    "Act",
    "Article",
    "ArticleKind",
    "AskFirst",
    "Audience",
    "Conduct",
    "Edition",
    "EditionError",
    "Encoding",
    "Gate",
    "Grade",
    "Lane",
    "LeftToJudgement",
    "Measure",
    "Offence",
    "Part",
    "Permitted",
    "Place",
    "Procedure",
    "Refused",
    "Role",
    "RoleHeld",
    "SchoolCalendar",
    "SchoolSettings",
    "Situation",
    "SituationError",
    "Source",
    "Step",
    "Sureness",
    "Text",
    "Verdict",
    "Viewer",
    "answer_as_json",
    "answer_as_words",
    "article_index",
    "articles_markdown",
    "ask",
    "current",
    "due_after",
    "editions",
    "lint",
    "load_edition",
    "next_question",
    "parse_situation",
    "shipped",
    "trace",
]
