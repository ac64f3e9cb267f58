"""New rows by SQL that is worked out once for each table: for what is written in every act."""

from functools import cache
from typing import Any, NamedTuple

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import AutoField, Field, Model


class Insertion(NamedTuple):
    """The statement for one table, and the fields whose values it takes, in its order."""

    sql: str
    fields: "tuple[Field[Any, Any], ...]"


def insert(row: Model) -> None:
    """Write a new row as it is: no signal is sent, no default of the database is read back, a number is not told.

    Raises what the database refuses, such as IntegrityError.
    """
    database = connections[DEFAULT_DB_ALIAS]
    statement = _insertion(type(row))
    values = [field.get_db_prep_save(getattr(row, field.attname), database) for field in statement.fields]
    with database.cursor() as cursor:
        cursor.execute(statement.sql, values)
    row._state.adding, row._state.db = False, DEFAULT_DB_ALIAS  # noqa: SLF001 -- so that a later save changes it


@cache
def _insertion(table: type[Model]) -> Insertion:
    fields = tuple(field for field in table._meta.concrete_fields if not isinstance(field, AutoField))  # noqa: SLF001
    quoted = connections[DEFAULT_DB_ALIAS].ops.quote_name
    columns = ", ".join(quoted(str(field.column)) for field in fields)
    places = ", ".join(["%s"] * len(fields))
    name = quoted(table._meta.db_table)  # noqa: SLF001
    return Insertion(f"INSERT INTO {name} ({columns}) VALUES ({places})", fields)  # noqa: S608 -- names of our models
