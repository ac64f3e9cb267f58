"""How the pages of the register and the answers about an account are put together."""

from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext as _

from keyzer.design.rows import Row
from keyzer.design.timeline import Moment
from keyzer.kit.addresses import address_of
from keyzer.protocol import Viewer

from . import events, queries
from .events import Kind
from .queries import AccountPage, Answer, Found, Known, Line, WaitingKind
from .words import platform_name


class Verdict(NamedTuple):
    """The answer to "is this really an account of the school?", in words."""

    kind: str
    word: str
    why: str
    warnings: list[str]
    is_ours: bool


def verdict(found: Found, school: str) -> Verdict:
    """What everybody may read about an account, known or not; never whose it is by name."""
    looks = {Answer.YES: "done", Answer.RETIRED: "waits", Answer.NO: "barred"}
    heads = {
        Answer.YES: _("Yes, this is ours"),
        Answer.RETIRED: _("Not any more"),
        Answer.NO: _("Not known to be ours"),
    }
    why = {
        Answer.YES: " ".join(_ours(one, school) for one in found.accounts),
        Answer.RETIRED: _("It was ours and we stopped using it. What is posted there now is not from us."),
        Answer.NO: _("%(school)s has no such account in its register. Don't click and don't share anything there yet.")
        % {"school": school},
    }[found.answer]
    is_ours = found.answer is Answer.YES
    warned = _warnings(found) if found.answer is Answer.NO else []
    return Verdict(looks[found.answer], heads[found.answer], why, warned, is_ours)


def _ours(one: Known, school: str) -> str:
    named = {
        "shown": one.shown,
        "platform": platform_name(one.platform),
        "school": school,
        "purpose": one.purpose.rstrip(". "),
    }
    if one.kind is Kind.SCHOOL:
        return _("%(shown)s on %(platform)s is an account of %(school)s: %(purpose)s.") % named
    return _("%(shown)s on %(platform)s is an account for work of somebody at %(school)s: %(purpose)s.") % named


def _warnings(found: Found) -> list[str]:
    told = [
        _("Take care: it looks like our account %(shown)s on %(platform)s, but it is another one.") % _named(one)
        for one in found.alike
    ]
    told += [_("With this name we have an account on %(platform)s, not here.") % _named(one) for one in found.elsewhere]
    if found.handle.is_odd:
        told.append(_("There are signs in this name that only look like ordinary letters."))
    return told


def _named(one: Known) -> dict[str, str]:
    return {"shown": one.shown, "platform": platform_name(one.platform)}


def rows(lines: list[Line], on: date) -> list[Row]:
    """Accounts as a list shows them."""
    return [_row(line, on) for line in lines]


def waiting_rows(viewer: Viewer, on: date) -> list[Row]:
    """What of the register waits for this viewer."""
    sentences = {
        WaitingKind.REVIEW: _("Look over %(shown)s"),
        WaitingKind.SLEEPS: _("Is %(shown)s still in use?"),
        WaitingKind.MEND: _("Something must change on %(shown)s"),
        WaitingKind.LEAVES: _("Arrange who has %(shown)s"),
        WaitingKind.FAKE: _("Perhaps fake: %(shown)s"),
    }
    found = []
    for one in queries.waiting_for(viewer, on):
        is_fake = one.kind is WaitingKind.FAKE
        url = address_of("channels:fake" if is_fake else "channels:show", one.id)
        sentence = sentences[one.kind] % {"shown": one.shown}
        leaves = _("%(name)s leaves") if one.kind is WaitingKind.LEAVES else "%(name)s"
        detail = leaves % {"name": one.owner_name} if one.owner_name else ""
        found.append(Row(sentence=sentence, url=url, icon="alert" if is_fake else "eye", detail=detail, due=one.due))
    return found


def facts(page: AccountPage) -> list[tuple[str, str]]:
    """What stands on the page of an account."""
    line = page.line
    told = [(_("App or program"), platform_name(line.platform)), (_("For"), line.purpose)]
    if line.owner_name:
        told.append((_("Of"), line.owner_name))
    if page.publishers:
        told.append((_("May publish"), ", ".join(name for _id, name in page.publishers)))
    if page.deputy:
        told.append((_("Stands in"), page.deputy[1]))
    if line.kind is Kind.WORK:
        told.append((_("Pupils may follow it"), _("Yes") if line.pupils_may_follow else _("No")))
    return told + ([(_("Recovery lies"), page.recovery)] if page.recovery else [])


def history(page: AccountPage) -> list[Moment]:
    """What happened, newest first."""
    return [
        Moment(at=one.at, title=_title(one.event), body=_body(one.event), icon="history", by=one.by)
        for one in reversed(page.history)
    ]


def _title(event: events.Told) -> str:
    match event:
        case events.Registered():
            return _("Entered in the register")
        case events.Rearranged():
            return _("Arranged otherwise")
        case events.InUse():
            return _("Still in use")
        case events.Reviewed(is_right=is_right):
            return _("Looked over: right") if is_right else _("Looked over: something must change")
        case events.HandedOver():
            return _("Handed over")
    return _("Stopped")


def _body(event: events.Told) -> str:
    match event:
        case events.Reviewed(remark=remark):
            return remark
        case events.Retired(reason=reason):
            return reason
    return ""


def _row(line: Line, on: date) -> Row:
    detail = " · ".join(one for one in (platform_name(line.platform), line.owner_name, line.purpose) if one)
    url = address_of("channels:show", line.id)
    if line.is_retired:
        return Row(sentence=line.shown, url=url, icon="chat", detail=detail, kind="excepted", label=_("Stopped"))
    if line.to_mend:
        return Row(sentence=line.shown, url=url, icon="chat", detail=detail, kind="waits", label=_("To mend"))
    if line.is_asleep:
        return Row(sentence=line.shown, url=url, icon="chat", detail=detail, kind="waits", label=_("Asleep"))
    if line.review_due <= on:
        return Row(sentence=line.shown, url=url, icon="chat", detail=detail, due=line.review_due)
    return Row(sentence=line.shown, url=url, icon="chat", detail=detail, kind="done", label=_("In use"))
