"""What is erased can't be dug up from the database's own file."""

import pytest
from django.db import connection

from keyzer.ledger import actions
from keyzer.ledger.models import StreamKey
from tests.cast import NOW
from tests.on_disk import files_of_the_database


@pytest.mark.django_db(transaction=True)
def test_no_page_of_the_file_keeps_the_key_of_an_erased_stream() -> None:
    if connection.vendor != "sqlite":
        return  # PostgreSQL overwrites in its own time: see docs/threat-model.md
    streams = [actions.open_stream("case", at=NOW) for _ in range(200)]
    keys = [bytes(wrapped) for wrapped in StreamKey.objects.values_list("wrapped", flat=True)]
    for stream in streams:
        actions.erase(stream, at=NOW)
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    held = dict(files_of_the_database())
    assert not [(name, key) for name, content in held.items() for key in keys if key in content]
