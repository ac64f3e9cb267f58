"""The page of one pack that was made, and the form that records its handing over."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from http import HTTPStatus
from typing import Any
from uuid import UUID

from keyzer import protocol
from keyzer.cases import actions as cases
from keyzer.cases import doing
from keyzer.cases import pages as case_pages
from keyzer.cases.forms import CommandForm
from keyzer.cases.queries import CaseFile
from keyzer.cases.wording import Wording
from keyzer.design.timeline import Moment
from keyzer.ledger.actions import Conflict

from . import actions, pages
from .pages import PackLine
from .queries import HAND_OVER, PackRow

DIGEST = "digest"


@dataclass(kw_only=True)
class HandingOver:
    """Everything on the page of one pack."""

    file: CaseFile
    line: PackLine
    form: CommandForm
    wording: Wording
    refused: doing.ReasonLines = ()
    added: list[Moment] = field(default_factory=list)

    @property
    def pack(self) -> PackRow:
        """The pack itself."""
        return self.line.pack

    @property
    def subject(self) -> str:
        """Whom the case is about."""
        return self.wording.name(self.file.state.subject)

    @property
    def is_open(self) -> bool:
        """Whether it still can be handed over."""
        return not self.line.handed_over

    @property
    def is_outdated(self) -> bool:
        """Whether something was added to the case after the pack was made."""
        return self.file.version != self.pack.case_version


def page(file: CaseFile, pack: PackRow, data: Mapping[str, Any] | None, language: str) -> HandingOver:
    """One pack, for who may open it."""
    wording = case_pages.wording_for(file, language, [pack.made_by])
    fields = [one for one in protocol.describe(file.edition, file.state, HAND_OVER) if one.name != DIGEST]
    form = CommandForm(
        data, fields=fields, wording=wording, initial={"seen_version": file.version}, preset={}, persons=[]
    )
    line = PackLine(pack, wording.name(pack.made_by), pages.handed_over(file, pack, wording))
    return HandingOver(file=file, line=line, form=form, wording=wording)


def send(page: HandingOver, *, by: UUID, at: datetime) -> HTTPStatus:
    """Record it. SEE_OTHER leads on; with others the page is shown again."""
    form = page.form
    if not form.is_valid():
        return HTTPStatus.UNPROCESSABLE_ENTITY
    said, seen = {name: form.cleaned_data[name] for name in form.asked}, form.cleaned_data["seen_version"]
    try:
        actions.hand_over(page.pack, said, seen=seen, by=by, at=at)
    except protocol.CommandError as wrong:
        for name, text in wrong.fields.items():
            form.add_error(name if name in form.fields else None, page.wording.say(text))
    except cases.Refused as refused:
        page.refused = doing.reason_lines(refused.reasons, page.wording)
    except Conflict as conflict:
        form.now_seeing(page.file.version)
        page.added = case_pages.timeline(page.file.replayed.events[conflict.seen :], page.file, page.wording)
        return HTTPStatus.CONFLICT
    except cases.AlreadyDone:
        return HTTPStatus.SEE_OTHER
    else:
        return HTTPStatus.SEE_OTHER
    return HTTPStatus.UNPROCESSABLE_ENTITY
