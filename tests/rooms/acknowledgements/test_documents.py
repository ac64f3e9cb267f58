"""The adopted document: a PDF beside the text, the same as it was attached, bound by each signature since."""

from datetime import timedelta
from hashlib import sha256

import pytest

from keyzer import protocol
from keyzer.acknowledgements import actions, queries
from keyzer.acknowledgements.actions import Asked, How, NotADocument
from keyzer.acknowledgements.models import AdoptedDocument, Signature
from keyzer.ledger.files import FileProblem, place_of
from keyzer.ledger.verification import verify
from keyzer.protocol import Audience
from tests.cast import NOW, Cast
from tests.on_disk import alter

PAPER = b"%PDF-1.7\nhet protocol zoals het is vastgesteld\n%%EOF"
OTHER = PAPER + b"\n%verbeterd"


def test_a_document_is_attached_once_and_read_back(cast: Cast) -> None:
    assert queries.document() is None
    attached = actions.attach_document(PAPER, "protocol.pdf", by=cast.director, at=NOW)
    assert actions.attach_document(PAPER, "nog eens.pdf", by=None, at=NOW) == attached
    found = queries.document()
    assert found == queries.Document(attached, "protocol.pdf", sha256(PAPER).hexdigest(), len(PAPER), NOW)
    assert queries.document_content(attached) == PAPER
    assert verify().alteration is None


def test_a_signature_binds_the_document_of_that_day(cast: Cast) -> None:
    asked = Asked(cast.subject, cast.subject, Audience.LEERLING)
    given = {"edition": protocol.current().id, "language": "nl", "how": How.SCREEN, "by": cast.subject}
    actions.attach_document(PAPER, "protocol.pdf", by=None, at=NOW)
    first = actions.sign(asked, at=NOW, **given)  # type: ignore[arg-type]
    actions.attach_document(OTHER, "protocol.pdf", by=None, at=NOW + timedelta(hours=1))
    assert actions.sign(asked, at=NOW + timedelta(hours=2), **given) == first  # type: ignore[arg-type]
    actions.sign(Asked(cast.reporter, cast.reporter, Audience.LEERLING), at=NOW, **{**given, "by": cast.reporter})  # type: ignore[arg-type]
    digests = dict(Signature.objects.values_list("signer_id", "document_digest"))
    assert digests == {cast.subject: sha256(PAPER).hexdigest(), cast.reporter: sha256(OTHER).hexdigest()}


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 a word processor's own", b"%PDF-" + bytes(25_000_000)])
def test_what_cannot_be_shown_is_refused(cast: Cast, content: bytes) -> None:
    with pytest.raises(NotADocument, match=r"`p.docx` (is no PDF: save|has 25,000,005 bytes)"):
        actions.attach_document(content, "p.docx", by=None, at=NOW)
    assert queries.document() is None


def test_an_altered_file_is_not_handed_out(cast: Cast) -> None:
    attached = actions.attach_document(PAPER, "protocol.pdf", by=None, at=NOW)
    file = place_of(AdoptedDocument.objects.get().file)
    alter(file)
    with pytest.raises(FileProblem, match="altered"):
        queries.document_content(attached)
    file.unlink()
    with pytest.raises(FileProblem, match="restore"):
        queries.document_content(attached)
