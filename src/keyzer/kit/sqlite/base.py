"""Django's SQLite, but for one thing that it works out anew for each of the thirty statements of a page."""

from functools import lru_cache

from django.db.backends.sqlite3 import base


class Cursor(base.SQLiteCursorWrapper):
    """Turns the marks for values in a statement into SQLite's own once."""

    def convert_query(self, query: str, *, param_names: list[str] | None = None) -> str:
        """The statement as SQLite takes it."""
        if param_names is None:
            return _converted(query)
        return super().convert_query(query, param_names=param_names)


class DatabaseWrapper(base.DatabaseWrapper):
    """Django's, with this cursor."""

    def create_cursor(self, name: str | None = None) -> Cursor:  # noqa: ARG002 -- SQLite has no named ones
        """A cursor on the open connection."""
        cursor: Cursor = self.connection.cursor(factory=Cursor)
        return cursor


@lru_cache(maxsize=1024)
def _converted(query: str) -> str:
    return base.FORMAT_QMARK_REGEX.sub("?", query).replace("%%", "%")
