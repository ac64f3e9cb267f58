"""Queries that every page asks: their SQL is worked out once, for that costs more than the database's answer."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import wraps
from typing import Any, NamedTuple, ParamSpec, TypeVar
from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import DateField, DateTimeField, Field, QuerySet

P = ParamSpec("P")
R = TypeVar("R")
Converter = Callable[[Any, Any, BaseDatabaseWrapper], Any]


class Number(int):
    """A number that differs from call to call; any other is a part of the shape."""

    __slots__ = ()


class Word(str):
    """A text that differs from call to call; any other is a part of the shape."""

    __slots__ = ()


Value = UUID | date | datetime | Number | Word

MOST_DOUBLED = 1024
FIRST_NUMBER = 31_000  # the smallest of columns takes it
FIRST_ID = 0x6B65797A657200000000000000000000
FIRST_DAY = date(3, 1, 1)
FIRST_MOMENT = datetime(2, 1, 1, tzinfo=UTC)
ADAPT: dict[type, "Field[Any, Any]"] = {date: DateField(), datetime: DateTimeField()}


class Statement(NamedTuple):
    """SQL as Django wrote it. A place in `places` is the number of a given value, or None for the constant there."""

    sql: str
    places: list[int | None]
    constants: Sequence[Any]
    converters: dict[int, tuple[Sequence[Converter], Any]]

    def rows(self, values: Iterable[Value]) -> list[Any]:
        """The database's answer, in the types of the model's fields."""
        database = connections[DEFAULT_DB_ALIAS]
        given = [_adapted(value, database) for value in values]
        filled = [c if n is None else given[n] for n, c in zip(self.places, self.constants, strict=True)]
        with database.cursor() as cursor:
            cursor.execute(self.sql, filled)
            return self._converted(cursor.fetchall(), database)

    def _converted(self, found: list[tuple[Any, ...]], database: BaseDatabaseWrapper) -> list[Any]:
        """Column by column: row by row, as Django does it, costs a long list twice as much."""
        if not found:
            return []
        columns: list[Sequence[Any]] = list(zip(*found, strict=True))
        for place, (converters, expression) in self.converters.items():
            for convert in converters:
                columns[place] = [convert(value, expression, database) for value in columns[place]]
        return list(zip(*columns, strict=True))


def prepared(build: Callable[P, QuerySet[Any, R]]) -> Callable[P, list[R]]:
    """Turn a function that answers `values_list(...)` into one that answers its rows.

    Ids, days, moments, a Number, a Word and tuples of ids differ from call to call: `build` may hand them to the query
    and do no more with them. Any other argument is hashable and belongs to the query's shape; there are few of those.
    """
    statements: dict[tuple[Hashable, ...], Statement | None] = {}

    @wraps(build)
    def rows(*given: P.args, **_named: P.kwargs) -> list[R]:
        values = [_values(argument) for argument in given]
        shape = tuple((type(all_[0]), len(all_)) if all_ else one for one, all_ in zip(given, values, strict=True))
        if shape not in statements:
            statements[shape] = _worked_out(build, given, values)
        statement = statements[shape]
        return [] if statement is None else statement.rows(value for each in values for value in each)

    return rows


def _values(argument: object) -> Sequence[Value]:
    """The values that an argument brings; ids are repeated up to one of few lengths. None for a part of the shape."""
    if isinstance(argument, Value):
        return (argument,)
    if isinstance(argument, tuple) and argument and all(isinstance(one, UUID) for one in argument):
        return (*argument, *[argument[-1]] * (_length(len(argument)) - len(argument)))
    return ()


def _length(count: int) -> int:
    """The next of the few lengths that are prepared for."""
    return 1 << (count - 1).bit_length() if count <= MOST_DOUBLED else -(-count // MOST_DOUBLED) * MOST_DOUBLED


def _worked_out(
    build: Callable[..., QuerySet[Any, Any]], given: Sequence[object], values: Sequence[Sequence[Value]]
) -> Statement | None:
    """The statement for this shape; None where nothing can be found. Raises ValueError when a value gets lost."""
    blanks: list[Value] = []
    arguments: list[object] = []
    for argument, each in zip(given, values, strict=True):
        new = [_blank(type(value), len(blanks) + place) for place, value in enumerate(each)]
        blanks += new
        arguments.append(tuple(new) if isinstance(argument, tuple) and new else new[0] if new else argument)
    database = connections[DEFAULT_DB_ALIAS]
    compiler = build(*arguments).query.get_compiler(connection=database)
    try:
        sql, constants = compiler.as_sql()
    except EmptyResultSet:
        return None
    numbers = {_adapted(blank, database): number for number, blank in enumerate(blanks)}
    places = [numbers.get(one) if isinstance(one, Hashable) else None for one in constants]
    if not set(numbers.values()) <= set(places):
        raise ValueError(f"`{build.__qualname__}` does not hand every value on to its query as it is")
    columns = [column for column, *_ in compiler.select[: compiler.col_count]]
    return Statement(sql, places, constants, compiler.get_converters(columns))


def _blank(kind: type, number: int) -> Value:
    if kind is UUID:
        return UUID(int=FIRST_ID + number)
    if kind is Number:
        return Number(FIRST_NUMBER + number)
    if kind is Word:
        return Word(f"keyzer-{number}")
    return FIRST_MOMENT + timedelta(seconds=number) if kind is datetime else FIRST_DAY + timedelta(days=number)


def _adapted(value: Value, database: BaseDatabaseWrapper) -> Any:  # noqa: ANN401 -- as the engine takes it
    if isinstance(value, UUID):  # of these there are many at a time
        return value if database.features.has_native_uuid_field else value.hex
    if isinstance(value, Number):
        return int(value)
    if isinstance(value, Word):
        return str(value)
    return ADAPT[type(value)].get_db_prep_value(value, database)
