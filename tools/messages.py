"""Keeps each room's Dutch messages in step with its templates and code, without GNU gettext.

`messages.py` brings `locale/nl/LC_MESSAGES/django.po` up to date and compiles it; `messages.py --check` only tells what
is not in step, and exits with 1 when something isn't. English stands in the code: a message is its own English.
"""

import argparse
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

SOURCE = Path(__file__).resolve().parent.parent / "src" / "keyzer"
LANGUAGE = "nl"
TEMPLATE_SUFFIXES = (".html", ".txt")
LAZY_KEYWORDS = {f"{name}_lazy": DEFAULT_KEYWORDS[name] for name in ("gettext", "ngettext", "pgettext", "npgettext")}
HEAD = [
    ("Language", LANGUAGE),
    ("MIME-Version", "1.0"),
    ("Content-Type", "text/plain; charset=UTF-8"),
    ("Content-Transfer-Encoding", "8bit"),
    ("Plural-Forms", "nplurals=2; plural=(n != 1);\n"),
]
KEYWORDS = {**DEFAULT_KEYWORDS, **LAZY_KEYWORDS}


class RoomCatalog(Catalog):
    """A catalogue whose head says nothing that changes by itself: no date, no author, no version of a tool."""

    mime_headers = property(lambda _self: HEAD)


def rooms(source: Path) -> list[Path]:
    """The packages that speak to people through gettext; the protocol's own texts are data, not messages."""
    return sorted(path.parent for path in source.glob("*/__init__.py") if path.parent.name != "protocol")


def po_file(room: Path) -> Path:
    return room / "locale" / LANGUAGE / "LC_MESSAGES" / "django.po"


def mo_file(room: Path) -> Path:
    return po_file(room).with_suffix(".mo")


def updated(room: Path) -> RoomCatalog:
    """What the room's catalogue ought to be: the messages in use, each with the Dutch that it has already."""
    known = recorded(room)
    catalog = RoomCatalog(locale=LANGUAGE, header_comment=f"# Dutch messages of keyzer.{room.name}.", fuzzy=False)
    for file in _files(room):
        for message, context in _messages(file):
            old = known.get(message, context)
            catalog.add(
                message,
                old.string if old and type(old.id) is type(message) else None,
                locations=[(file.relative_to(room).as_posix(), 0)],
                flags=old.flags & {"fuzzy"} if old else (),
                user_comments=old.user_comments if old else (),
                context=context,
            )
    return catalog


def recorded(room: Path) -> Catalog:
    """The catalogue as it lies in the tree; an empty one when there is none yet."""
    file = po_file(room)
    if not file.exists():
        return Catalog(locale=LANGUAGE)
    with file.open("rb") as stream:
        return read_po(stream, locale=LANGUAGE)


def written(catalog: Catalog) -> bytes:
    stream = BytesIO()
    write_po(stream, catalog, width=120, include_lineno=False, sort_output=True, ignore_obsolete=True)
    return stream.getvalue()


def compiled(catalog: Catalog) -> bytes:
    stream = BytesIO()
    write_mo(stream, catalog)
    return stream.getvalue()


def update(room: Path) -> None:
    """Write the room's .po and .mo; a room without messages has neither."""
    catalog = updated(room)
    contents = {po_file(room): written(catalog), mo_file(room): compiled(catalog)}
    for file, content in contents.items():
        if not len(catalog):
            file.unlink(missing_ok=True)
        elif not file.exists() or file.read_bytes() != content:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)


def problems(room: Path) -> Iterator[str]:
    """What is missing, unsure or out of step in one room; each line names the file, the message and the remedy."""
    catalog, known, file = updated(room), recorded(room), po_file(room)
    for message in _entries(catalog):
        if known.get(message.id, message.context) is None:
            yield f"{file}: `{_words(message)}` is not in it: run `make messages` and give its Dutch"
        elif not _is_translated(message):
            yield f"{file}: `{_words(message)}` has no Dutch: write it"
        elif message.fuzzy:
            yield f"{file}: `{_words(message)}` is marked fuzzy: read its Dutch and take the mark away"
        for problem in message.check(catalog) if _is_translated(message) else ():
            yield f"{file}: `{_words(message)}`: {problem}"
    for message in _entries(known):
        if catalog.get(message.id, message.context) is None:
            yield f"{file}: `{_words(message)}` is used nowhere: run `make messages`"
    yield from _stale_files(room, catalog)


def contradictions(catalogs: list[Catalog]) -> Iterator[str]:
    """Django keeps one Dutch for one English over all rooms, so two rooms may not differ."""
    first: dict[tuple[str, str | None], Message] = {}
    for message in (message for catalog in catalogs for message in _entries(catalog)):
        other = first.setdefault((_words(message), message.context), message)
        if other.string != message.string:
            words = f"`{_words(message)}` is `{other.string}` in one room and `{message.string}` in another"
            yield f"{words}: give one of them a context"


def _stale_files(room: Path, catalog: Catalog) -> Iterator[str]:
    for file, content in ((po_file(room), written(catalog)), (mo_file(room), compiled(catalog))):
        if len(catalog) and (not file.exists() or file.read_bytes() != content):
            yield f"{file}: is not what `make messages` writes: run it"
        elif not len(catalog) and file.exists():
            yield f"{file}: the room has no messages any more: run `make messages`"


def _files(room: Path) -> list[Path]:
    templates = [path for path in (room / "templates").rglob("*") if path.suffix in TEMPLATE_SUFFIXES]
    return sorted([*room.rglob("*.py"), *templates])


def _messages(file: Path) -> Iterator[tuple[str | tuple[str, ...], str | None]]:
    text = file.read_text(encoding="utf-8")
    if file.suffix in TEMPLATE_SUFFIXES:
        # What templatize leaves of a page is calls among dummy words; in brackets that is readable as Python.
        text = f"(\n{templatize(text, origin=str(file))}\n)"
    for _line, message, _comments, context in extract("python", BytesIO(text.encode()), keywords=KEYWORDS):
        yield message, context


def _entries(catalog: Catalog) -> Iterator[Message]:
    return (message for message in catalog if message.id)


def _words(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def _is_translated(message: Message) -> bool:
    return all(message.string) if isinstance(message.string, tuple | list) else bool(message.string)


def main(arguments: list[str]) -> int:
    """The command: 0 when all is in step, 1 when `--check` found something."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="change nothing; tell what is not in step")
    parser.add_argument("room", nargs="*", help="only these rooms; without any, all of them")
    chosen = parser.parse_args(arguments)
    folders = [room for room in rooms(SOURCE) if not chosen.room or room.name in chosen.room]
    if not chosen.check:
        for room in folders:
            update(room)
        return 0
    found = [problem for room in folders for problem in problems(room)]
    found += contradictions([recorded(room) for room in rooms(SOURCE)])
    for problem in found:
        print(problem.replace(f"{SOURCE.parent.parent}/", ""), file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
