"""A row that was inserted is the row that Django would have saved, on both engines."""

from uuid import uuid4

import pytest
from django.db import IntegrityError
from django.forms.models import model_to_dict

from keyzer.kit import clock
from keyzer.kit.inserted import insert
from keyzer.ledger.models import Access, Stream

pytestmark = pytest.mark.django_db


def test_every_field_comes_back() -> None:
    row = Stream(id=uuid4(), kind="case", opened_at=clock.now(), version=3, head=b"h" * 32, seal=b"s" * 32)
    insert(row)
    found = Stream.objects.get(id=row.id)
    assert model_to_dict(found) == model_to_dict(row)
    assert (bytes(found.head), bytes(found.seal)) == (row.head, row.seal)


def test_it_can_be_changed_afterwards() -> None:
    row = Stream(id=uuid4(), kind="case", opened_at=clock.now(), head=b"", seal=b"")
    insert(row)
    row.version = 1
    row.save()
    assert Stream.objects.get(id=row.id).version == 1


def test_a_numbered_row_gets_the_next_number() -> None:
    for _ in range(2):
        insert(Access(at=clock.now(), by=None, outcome="seen", object_kind="page", object_id="desk"))
    first, second = Access.objects.order_by("id").values_list("id", flat=True)
    assert first < second


def test_the_database_still_refuses() -> None:
    row = Stream(id=uuid4(), kind="case", opened_at=clock.now(), head=b"", seal=b"")
    insert(row)
    with pytest.raises(IntegrityError):
        insert(row)
