"""Who reported in confidence: found for that very person, and for who was let see it."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from keyzer.intake.events import SealBroken
from keyzer.intake.models import Seal
from keyzer.kit.prepared import Number, prepared
from keyzer.ledger import queries as ledger
from keyzer.ledger.keys import school_key

BUCKETS = 16  # with more, two seals in one bucket would tell that they are of one person


def pointer(thing: UUID, person: UUID) -> bytes:
    """By which a person's own report is known to who holds the school's key; no two reports have the same."""
    return school_key().blind_index(b"teller" + thing.bytes + person.bytes)


def bucket(person: UUID) -> int:
    """In which of few heaps the seals of a person lie, among those of many others."""
    return school_key().blind_index(b"teller's bucket" + person.bytes)[0] % BUCKETS


def reported_by(person: UUID) -> frozenset[UUID]:
    """What somebody reported in confidence. Every seal of a heap is tried, for none says whose it is."""
    heap = _heap(Number(bucket(person)))
    return frozenset(report for report, mark in heap if bytes(mark) == pointer(report, person))


@prepared
def _heap(number: int) -> QuerySet[Seal, Any]:
    return Seal.objects.filter(bucket=number).values_list("report_id", "pointer")


def reporter_behind(report: UUID) -> UUID | None:
    """Who reported it under a seal: for routing around that person, and for who may see it. None without a seal."""
    stream = Seal.objects.filter(report_id=report).values_list("stream", flat=True).first()
    sealed = ledger.read(stream)[:1] if stream else []
    return UUID(bytes=sealed[0].content) if sealed else None


def has_broken_seal(report: UUID, person: UUID) -> bool:
    """Whether this person broke the seal of a report before."""
    return any(each.by == person and each.kind == SealBroken.__struct_config__.tag for each in ledger.read(report))
