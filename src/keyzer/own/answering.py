"""The pages on which the reader answers: an own view, an objection, a defence; each told what comes of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from keyzer import protocol
from keyzer.cases.actions import Refused
from keyzer.cases.queries import OwnFile
from keyzer.design.moments import day_of, in_full
from keyzer.kit import clock

from . import actions
from .forms import AnswerForm
from .words import Words

Data = Mapping[str, Any] | None


@dataclass(kw_only=True)
class Answer:
    """One page on which the reader answers. `command` makes the act of the words; `said` are words sent before."""

    file: OwnFile
    heading: str
    explained: Sequence[str]
    form: AnswerForm
    button: str
    thanks: str
    command: Callable[[str, UUID, datetime], protocol.Command]
    said: frozenset[str] = frozenset()
    facts: Sequence[tuple[str, str]] = ()
    then: Sequence[str] = ()
    warning: str = ""
    articles: Sequence[str] = field(default_factory=tuple)

    def send(self, *, by: UUID, at: datetime) -> bool:
        """Put it into the case; False when the form is not filled in well, or refused, with the reasons."""
        if not self.form.is_valid():
            return False
        words, seen = self.form.cleaned_data["account"], self.form.cleaned_data["seen_version"]
        if words in self.said:
            return True
        try:
            actions.say(self.file.id, self.command(words, by, at), seen=seen, by=by, at=at)
        except Refused as refused:
            for reason in refused.reasons:
                self.form.add_error(None, reason.text.read(get_language() or "nl"))
            return False
        return True


def statement(file: OwnFile, words: Words, data: Data) -> Answer:
    """The page for an own view (leerlingen-3, personeel-4)."""
    label = pgettext("of the person concerned", "In your own words")
    return Answer(
        file=file,
        heading=words.how_do_you_see_it(),
        explained=[words.view()],
        form=AnswerForm(data, label=label, hint="", seen=file.version),
        button=words.add_view(),
        thanks=_("Your own view is in the file."),
        command=lambda account, by, _at: protocol.parse_command(
            "add-statement", {"person": str(by), "account": account}
        ),
        said=frozenset(one.account for one in file.told.statements),
    )


def objection(file: OwnFile, words: Words, decision: str, data: Data) -> Answer | None:
    """The page for an objection; None when this decision is not open to one, or was not made known to the reader."""
    found = next((one for one in file.told.decisions if one.decision == decision), None)
    if found is None or not (found.remedy.is_open or found.objection):
        return None
    late = found.remedy.until is not None and clock.now() > found.remedy.until
    until = [(_("Possible until"), in_full(day_of(found.remedy.until)))] if found.remedy.until else []
    return Answer(
        file=file,
        heading=words.object_to(found.measure.label.read(get_language() or "nl")),
        explained=words.what_an_objection_is(),
        facts=until,
        then=words.after_an_objection(found.remedy.weeks_to_answer),
        warning=words.late_objection() if late else "",
        form=AnswerForm(data, label=words.why_disagree(), hint=words.why_hint(), seen=file.version),
        button=_("Send the objection"),
        thanks=words.objection_is_in(late=late),
        command=lambda account, by, at: protocol.parse_command(
            "lodge-objection",
            {"decision": decision, "person": str(by), "received_on": clock.local(at).date(), "objection": account},
        ),
        said=frozenset({found.objection.lodged.objection} if found.objection else ()),
        articles=found.grounds,
    )


def defence(file: OwnFile, measure: str, data: Data) -> Answer | None:
    """The page for a defence against an intention (personeel-8); None when none is open to this reader."""
    found = next((one for one in file.told.intentions if one.measure.id == measure), None)
    if found is None or file.told.reader is not protocol.Reader.STAFF or (found.is_decided and not found.answer):
        return None
    label = found.measure.label.read(get_language() or "nl")
    until = [(_("Possible until"), in_full(day_of(found.answer_until)))] if found.answer_until else []
    return Answer(
        file=file,
        heading=_("Your defence against: %(measure)s") % {"measure": label},
        explained=[
            _("A defence is your answer to what the school intends, before it decides."),
            _("You may have somebody help you, an adviser or your union for instance."),
        ],
        facts=[*until, (_("What the school intends"), label), (_("Why"), found.given.reason)],
        form=AnswerForm(data, label=_("Your defence"), hint="", seen=file.version),
        button=_("Send the defence"),
        thanks=_("Your defence is in the file. Who decides reads it first."),
        command=lambda account, _by, at: protocol.parse_command(
            "record-defence", {"measure": measure, "form": "written", "received_at": at, "account": account}
        ),
        said=frozenset({found.answer.account} if found.answer else ()),
        articles=found.given.grounds,
    )
