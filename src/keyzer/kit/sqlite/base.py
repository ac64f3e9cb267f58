"""Django's SQLite, but for what costs a page of thirty statements and two hundred moments a twentieth of its time."""

from datetime import datetime
from functools import lru_cache
from typing import Any

from django.db.backends.sqlite3 import base, operations


class Cursor(base.SQLiteCursorWrapper):
    """Turns the marks for values in a statement into SQLite's own once; a page says the same thirty each time."""

    def convert_query(self, query: str, *, param_names: list[str] | None = None) -> str:
        """The statement as SQLite takes it."""
        if param_names is not None:
            return super().convert_query(query, param_names=param_names)
        return _converted(query)


class DatabaseOperations(operations.DatabaseOperations):
    """Reads moments as Django writes them: naive, in the time zone of the connection."""

    def convert_datetimefield_value(self, value: Any, expression: Any, connection: Any) -> Any:  # noqa: ANN401 -- Django's own
        """The moment, aware; whatever else a statement brings is left to Django."""
        if not isinstance(value, str):
            return super().convert_datetimefield_value(value, expression, connection)
        return datetime.fromisoformat(value).replace(tzinfo=connection.timezone)


class DatabaseWrapper(base.DatabaseWrapper):
    """Django's, with the two above."""

    ops_class = DatabaseOperations

    def create_cursor(self, name: str | None = None) -> Cursor:  # noqa: ARG002 -- SQLite has no named ones
        """A cursor on the open connection."""
        cursor: Cursor = self.connection.cursor(factory=Cursor)
        return cursor


@lru_cache(maxsize=1024)
def _converted(query: str) -> str:
    return base.FORMAT_QMARK_REGEX.sub("?", query).replace("%%", "%")
