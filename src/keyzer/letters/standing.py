"""Who works on letters, and what is said when a letter is past what somebody wants."""

from keyzer import protocol
from keyzer.cases.queries import CaseFile


def works_on(viewer: protocol.Viewer, file: CaseFile) -> bool:
    """Whether this viewer, who sees the case, also works on it: its handler, or who leads in its lane."""
    handled = protocol.Handled(
        lane=file.state.lane,
        handler=file.state.handler,
        layer=file.layer,
        parties=protocol.parties(file.state),
        sealed=file.state.sealed,
    )
    return protocol.may_handle(viewer, handled)


def _past(nl: str, en: str) -> protocol.Reason:
    return protocol.Reason(text=protocol.Text(nl=nl, en=en))


PAST_IT = {
    "draft": _past(
        "Deze brief is nog niet vastgesteld. Dat moet eerst.", "This letter was not approved yet. That comes first."
    ),
    "approved": _past(
        "Deze brief is vastgesteld en verandert niet meer. Trek hem in om iets te veranderen.",
        "This letter was approved and does not change any more. Withdraw it to change something.",
    ),
    "sent": _past(
        "Deze brief is verstuurd. Dat is niet terug te draaien.", "This letter was sent. That can't be undone."
    ),
    "withdrawn": _past("Deze brief is ingetrokken. Maak een nieuwe.", "This letter was withdrawn. Make a new one."),
}
"""By phase of the letter: why it can't be done any more, or not yet, and the remedy."""
